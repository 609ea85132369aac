using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.ResponseCompression;
using OpenGov.Api.Access;
using OpenGov.Api.Agents;
using OpenGov.Api.Assessments;
using OpenGov.Api.Changes;
using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Embedding;
using OpenGov.Api.Files;
using OpenGov.Api.Http;
using OpenGov.Api.Instruments;
using OpenGov.Api.Keys;
using OpenGov.Api.Learnings;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Metrics;
using OpenGov.Api.Organizations;
using OpenGov.Api.Package;
using OpenGov.Api.Pages;
using OpenGov.Api.Plans;
using OpenGov.Api.Practices;
using OpenGov.Api.Records;
using OpenGov.Api.Search;
using OpenGov.Api.Secretariats;
using OpenGov.Api.Sources;
using OpenGov.Api.States;
using OpenGov.Api.Stats;
using OpenGov.Api.Timeline;
using OpenGov.Api.Trainings;
using OpenGov.Api.Vocabularies;
using OpenGov.Api.Webhooks;
using OpenGov.Api.Writing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OpenGov.Api;

/// <summary>Services and pipeline: what every request passes through, from the outside in.</summary>
internal static class Setup
{
    public static void AddOpenGov(this WebApplicationBuilder builder)
    {
        // Nothing depends on where it runs. (Globalization-invariant mode would do, but SqlClient does not open in it.)
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        TypeHandlers.Register();
        SqliteDialect.Configure();
        var settings = Settings.Read(builder.Configuration);

        // What ends a start is told in one line by who started it; here it would be told again, with a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        // An outage is told once, by what has it, and not again at every probe.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        // What anybody asks wrongly is no failure of a tool; those are logged where tools are called.
        builder.Logging.AddFilter("ModelContextProtocol", LogLevel.None);

        // A line of JSON has room for which request it is of, by which a problem's traceId is found.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.JsonConsoleFormatterOptions>(json => json.IncludeScopes = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureEndpointDefaults(listen => listen.UseProblems());
        });
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = SendBuffer.Listen);
        var services = builder.Services;
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton<DataStore>();
        services.AddSingleton<DataVersion>();
        services.AddSingleton<KeptTables>();
        services.AddSingleton<ITables>(Schema.Current);
        services.AddSingleton<IAfterMigrations>(new WordIndexing(Schema.Current));
        services.AddSingleton<Migrator>();
        services.AddSingleton<Importer>();
        services.AddHttpContextAccessor();
        services.AddScoped<ReadSession>();
        services.AddScoped<Exporter>();
        services.AddSingleton<MadeFiles>();
        services.AddScoped<RecordFinisher>();
        services.AddScoped<RecordRequest>();
        services.AddScoped<StatesRepository>();
        services.AddScoped<SecretariatsRepository>();
        services.AddScoped<OrganizationsRepository>();
        services.AddScoped<PlansRepository>();
        services.AddScoped<PlanHealthRepository>();
        services.AddScoped<CommitmentLifeRepository>();
        services.AddScoped<CommitmentsRepository>();
        services.AddScoped<AssessmentsRepository>();
        services.AddScoped<MetricEditionsRepository>();
        services.AddScoped<MetricValuesRepository>();
        services.AddScoped<SessionsRepository>();
        services.AddScoped<AgreementsRepository>();
        services.AddScoped<ProposalsRepository>();
        services.AddScoped<PracticesRepository>();
        services.AddScoped<InstrumentsRepository>();
        services.AddScoped<TrainingsRepository>();
        services.AddScoped<LearningsRepository>();
        services.AddScoped<TimelineRepository>();
        services.AddScoped<InitiativeSizesRepository>();
        services.AddSingleton<LogEpoch>();
        services.AddScoped<ChangesRepository>();
        services.AddScoped<SearchRepository>();
        services.AddScoped<MeasuresRepository>();
        services.AddScoped<IFacets, FacetCounts>();
        services.AddScoped<StatementsRepository>();
        services.AddScoped<StatsRepository>();
        services.AddScoped<TermsRepository>();
        services.AddScoped<SourcesRepository>();
        services.AddPages();
        services.AddEmbedding();
        services.AddAgents();
        services.AddAutoMapper(mapping => mapping.LicenseKey = settings.AutoMapper.LicenseKey, typeof(Setup).Assembly);

        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<UnavailableHandler>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "application/problem+json",
                "application/x-ndjson",
                "text/csv",
                "image/svg+xml",
                "text/markdown",
                "application/yaml",
                "application/geo+json",
                "application/feed+json",
                "application/atom+xml",
                "application/ld+json",
                "text/calendar",
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().WithExposedHeaders(SecurityHeaders.Exposed)));
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        if (settings.ConnectionStrings.OpenGovReplica is not null)
        {
            services.AddHealthChecks().AddCheck<ReplicaHealth>("replica", tags: ["ready"]);
        }

        services.AddAccess(settings);
        services.AddAnswers(settings);
        builder.AddTelemetry();
        services.AddKnownProxies(settings);

        // Ours answers with a problem, and lets probes ask.
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
        services.AddOpenApiDescription(settings);
        services.AddWriting();
        services.AddFiles(settings);
        services.AddKeys();
        services.AddWebhooks();
    }

    /// <summary>Traces, metrics and logs over OTLP, when the standard variable names a collector.</summary>
    private static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
        {
            return;
        }

        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService("opengov-api", serviceVersion: typeof(Setup).Assembly.GetName().Version?.ToString())
            )
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation().AddSource(Telemetry.Name))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter(Telemetry.Name))
            .WithLogging()
            .UseOtlpExporter();
    }

    /// <summary>
    /// Begins to measure. The host would only do it when it starts, after the data set has been imported, and for a command never.
    /// </summary>
    public static IServiceProvider StartTelemetry(this IServiceProvider services)
    {
        services.GetService<TracerProvider>();
        services.GetService<MeterProvider>();
        return services;
    }

    public static void UseOpenGov(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<ReadyAnswers>();
        app.UseRequestTrace();
        app.UseSecurityHeaders();
        app.UseWhen(context => !AllowedMethods.IsPreflight(context.Request), answers => answers.UseCors());
        // What the server finds wrong while it reads a body is the request's fault, with the status that it names.
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                // That is no failure of the service, whose log tells of those.
                SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
                StatusCodeSelector = error =>
                    error is BadHttpRequestException { StatusCode: var status } ? status : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePages();
        app.UseKnownHosts(app.Services.GetRequiredService<Settings>());
        app.UseEncodedAddresses();
        app.UseAccess();
        app.UseAllowedMethods();
        app.UseQuestions();
        app.UseFormatSuffixes();
        var dashboard = app.DashboardFiles();
        app.UseDashboardFiles(dashboard);
        app.UseRouting();
        app.UseSuffixesToReadOnly();
        app.UseDashboardPages();
        app.UseAuthorization();
        app.UseMiddleware<HeldAnswers>();

        // A file that is kept goes out as it came: its tag, its digest and its parts name those bytes.
        app.UseWhen(
            context => context.GetEndpoint()?.Metadata.GetMetadata<AnsweringMetadata>()?.Answering != Answering.Made,
            answers => answers.UseResponseCompression()
        );
        app.MapHealth();
        app.MapDiscovery();
        app.MapSitemap();
        app.MapOpenApiDescription();
        app.MapSwaggerUI(
                "swagger",
                options =>
                {
                    options.DocumentTitle = "OpenGov API";
                    options.SwaggerEndpoint("/openapi/v1.json", "OpenGov API v1");
                }
            )
            .WithMetadata(new HttpMethodMetadata(ReadMethods.All), new AnsweringMetadata(Answering.FromProgram));
        app.MapData();
    }

    /// <summary>The group of the API: every address in it is cached, conditional and open to any origin.</summary>
    public static RouteGroupBuilder MapApi(this WebApplication app) =>
        app.MapGroup("/api/v1").WithMetadata(new AnsweringMetadata(Answering.FromData));
}
