using System.Text;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using OpenGov.Api.Records;
using Swashbuckle.AspNetCore.Swagger;

namespace OpenGov.Api.Http;

/// <summary>The OpenAPI description: what the code says, completed from the schema and the vocabularies.</summary>
internal static partial class OpenApi
{
    /// <summary>The version of what is described.</summary>
    public const string Version = "1.0";

    public static IServiceCollection AddOpenApiDescription(this IServiceCollection services, Settings settings) =>
        services
            .AddEndpointsApiExplorer()
            .AddSwaggerGen(options =>
            {
                options.SwaggerDoc(
                    "v1",
                    new OpenApiInfo
                    {
                        Title = "OpenGov API",
                        Version = Version,
                        Description =
                            "Action plans, commitments, states and open-government metrics: what was promised, what was done, with what "
                            + "evidence, and what changed for people.\n\n"
                            + "No key is needed; a client that has one is counted by it. Names are the same everywhere: JSON key, CSV column, field of "
                            + "the data package; a filter by a record is named after it (`state` filters `state_id`). Unknown is `null`, never zero. Every record cites its "
                            + "sources. Lists say their exact `total` and are never cut short in silence; `.csv` and `.ndjson` give all "
                            + "rows. An unknown parameter is an error that names the nearest one.",
                        Contact = new OpenApiContact
                        {
                            Name = "Who runs this service",
                            Url = settings.PublicAddress is { } address ? new Uri($"{address.TrimEnd('/')}/about") : null,
                        },
                        License = new OpenApiLicense
                        {
                            Name = "CC-BY-4.0 (data), MIT (code), RPL-1.5 or commercial (the service as built with AutoMapper)",
                            Url = new Uri("https://creativecommons.org/licenses/by/4.0/"),
                        },
                    }
                );
                options.AddServer(new OpenApiServer { Url = settings.PublicAddress?.TrimEnd('/') ?? "/", Description = "This service" });
                options.SupportNonNullableReferenceTypes();
                options.UseAllOfToExtendReferenceSchemas();
                options.CustomSchemaIds(SchemaId);
                options.DocInclusionPredicate((_, description) => description.HttpMethod != HttpMethods.Head);
                options.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, "OpenGov.Api.xml"));
                options.SchemaFilter<DescribedSchemas>();
                options.OperationFilter<DescribedParameters>();
                options.OperationFilter<DescribedAnswers>();
                options.DocumentFilter<DescribedFiles>();
                options.DocumentFilter<DescribedWhole>();
            });

    /// <summary>Maps the addresses of the description, as JSON and as YAML. It follows from the program alone, so it is made once.</summary>
    public static void MapOpenApiDescription(this IEndpointRouteBuilder app)
    {
        Map("json", "application/json", (document, to, until) => document.SerializeAsJsonAsync(to, OpenApiSpecVersion.OpenApi3_1, until));
        Map("yaml", "application/yaml", WriteYamlAsync);

        void Map(string suffix, string mediaType, Func<OpenApiDocument, Stream, CancellationToken, Task> write) =>
            app.MapMethods(
                    $"/openapi/v1.{suffix}",
                    ReadMethods.All,
                    async (HttpContext context, IAsyncSwaggerProvider description) =>
                    {
                        var document = await description.GetSwaggerAsync("v1");
                        context.Response.ContentType = $"{mediaType}; charset=utf-8";
                        await write(document, context.Response.Body, context.RequestAborted);
                    }
                )
                .WithMetadata(new AnsweringMetadata(Answering.FromProgram))
                .ExcludeFromDescription();
    }

    /// <summary>As YAML 1.2 has it, and quoted where YAML 1.1, which many still read, takes a name for yes or no.</summary>
    private static async Task WriteYamlAsync(OpenApiDocument document, Stream to, CancellationToken cancellationToken)
    {
        using var made = new MemoryStream();
        await document.SerializeAsYamlAsync(made, OpenApiSpecVersion.OpenApi3_1, cancellationToken);
        var yaml = YesOrNo().Replace(Encoding.UTF8.GetString(made.GetBuffer(), 0, (int)made.Length), "$1'$2'$3");
        yaml = ValueYesOrNo().Replace(yaml, "$1'$2'");
        await to.WriteAsync(Encoding.UTF8.GetBytes(yaml), cancellationToken);
    }

    [GeneratedRegex(@"^( *(?:- )?)(yes|no|on|off|y|n)(:(?: .*)?|)(?=\r?$)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"^( *(?:- )?[^\s'""][^:\r\n]*: )(yes|no|on|off|y|n)(?=\r?$)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ValueYesOrNo();

    private static string SchemaId(Type type) => type.IsGenericType ? $"{type.GetGenericArguments()[0].Name}List" : type.Name;

    /// <summary>The codes of a vocabulary with their meaning and number, as a list.</summary>
    internal static string Meanings(IReadOnlyList<VocabularyTerm> terms) =>
        string.Join(
            '\n',
            terms.Select(term =>
                $"- `{term.Code}`{(term.Number is { } number ? $" ({number})" : "")}: "
                + $"{term.Label}{(term.Definition.Length == 0 ? "" : $". {term.Definition}")}"
            )
        );
}
