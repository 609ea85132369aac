using Microsoft.Extensions.FileProviders;
using OpenGov.Api.Files;
using OpenGov.Api.Http;
using OpenGov.Api.Pages.Contents;

namespace OpenGov.Api.Pages;

/// <summary>
/// Serves the built dashboard from the same origin. An address that is neither the API nor a file is a page of
/// the dashboard; an unknown address under <c>/api</c> is a 404 problem, never HTML.
/// </summary>
internal static class Dashboard
{
    private const string Template = "/index.html";

    private static readonly string[] NotPages =
    [
        "/api",
        "/openapi",
        "/swagger",
        "/health",
        "/data",
        "/oembed",
        "/embed/v1",
        "/widgets",
        "/badges",
        "/pictures",
    ];

    public static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton(Build);
        services.AddScoped<PagesRepository>();
        services.AddScoped<FigureSources>();
        services.AddScoped<PageReader>();
        services.AddScoped<UnknownValues>();
        services.AddScoped<Tables>();
        services.AddScoped<LifeBlocks>();
        services.AddScoped<MetricTables>();
        services.AddScoped<DialogueTables>();
        services.AddScoped<OrganizationWords>();
        services.AddScoped<OrganizationSeats>();
        services.AddScoped<PagedList>();
        services.AddScoped<SearchWords>();
        services.AddScoped<PageFilters>();
        foreach (
            var content in typeof(IPageContent)
                .Assembly.GetTypes()
                .Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IPageContent)))
        )
        {
            services.AddScoped(typeof(IPageContent), content);
        }
    }

    /// <summary>What the build says of its pages, for those who write and draw them.</summary>
    private static DashboardBuild Build(IServiceProvider services) =>
        new(Folder(services) is { } folder ? new PhysicalFileProvider(folder) : new NullFileProvider());

    /// <summary>Where the built dashboard is; nothing when it has not been built.</summary>
    public static IFileProvider DashboardFiles(this WebApplication app)
    {
        if (Folder(app.Services) is { } folder)
        {
            if (FilesSetup.FolderOf(app.Services) is { } kept)
            {
                SettingCombinations.RefuseServed(kept, folder);
            }

            return new PhysicalFileProvider(folder);
        }

        app.Logger.LogWarning("The dashboard has not been built; only the API is served. scripts/run.sh builds it");
        return new NullFileProvider();
    }

    /// <summary>Serves its files, which name and date themselves.</summary>
    public static void UseDashboardFiles(this WebApplication app, IFileProvider files)
    {
        // The file that pages are written into is none itself; what robots are told is for hosts of files, and the service knows more.
        app.UseWhen(
            context =>
                !context.Request.Path.Equals(Template, StringComparison.OrdinalIgnoreCase)
                && !context.Request.Path.Equals("/robots.txt", StringComparison.OrdinalIgnoreCase),
            branch =>
            {
                branch.UsePrecompressed(files);
                branch.UseStaticFiles(
                    new StaticFileOptions
                    {
                        FileProvider = files,
                        ContentTypeProvider = new PrecompressedFiles.ContentTypes(),
                        OnPrepareResponse = file =>
                            file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/_app/immutable")
                                ? "public, max-age=31536000, immutable"
                                : "public, no-cache",
                    }
                );
            }
        );
        app.Use(
            (context, next) =>
                context.Request.IsRead() || !files.GetFileInfo(context.Request.Path).Exists ? next(context) : RefuseMethodAsync(context)
        );
    }

    /// <summary>
    /// Serves its pages: whatever no endpoint takes. As a route for all the rest they would make routing believe that each
    /// address that is nowhere could be read.
    /// </summary>
    public static void UseDashboardPages(this WebApplication app)
    {
        app.MapMethods(Template, ReadMethods.All, () => TypedResults.LocalRedirect("~/", permanent: true, preserveMethod: true))
            .ExcludeFromDescription();
        var pages = new PageWriter(
            app.Services.GetRequiredService<DashboardBuild>(),
            app.Services.GetRequiredService<Settings>().Dashboard
        );
        var page = new Endpoint(
            async context =>
            {
                // The dashboard's code knows no path with a slash twice: one page has one address.
                if (context.Request.Path.Value!.Contains("//", StringComparison.Ordinal))
                {
                    var path = string.Join('/', context.Request.Path.Value.Split('/', StringSplitOptions.RemoveEmptyEntries));
                    context.Response.Redirect(
                        $"{context.Request.PathBase}/{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}{context.Request.QueryString}",
                        permanent: true
                    );
                }
                else if (pages.HomeIn(context.Request) is { } home)
                {
                    context.Response.Redirect(home);
                }
                else if (!await pages.WriteAsync(context))
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                }
            },
            new EndpointMetadataCollection(new AnsweringMetadata(Answering.Page, pages.Version)),
            "A page of the dashboard"
        );
        var refusal = new Endpoint(RefuseMethodAsync, EndpointMetadataCollection.Empty, "A page of the dashboard, with another method");
        app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint() is null && IsPage(context.Request.Path))
                {
                    // What is no page has a page that says so; another method finds nothing there.
                    context.SetEndpoint(
                        context.Request.IsRead() ? page
                        : pages.Has(context.Request.Path) ? refusal
                        : null
                    );
                }

                return next(context);
            }
        );
    }

    /// <summary>Whether an address is one of the dashboard's: no file, and in none of the other areas.</summary>
    internal static bool IsPage(PathString path) =>
        !Path.HasExtension(path) && !NotPages.Any(area => path.StartsWithSegments(area, StringComparison.OrdinalIgnoreCase));

    private static Task RefuseMethodAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", ReadMethods.All);
        return Task.CompletedTask;
    }

    private static string? Folder(IServiceProvider services)
    {
        var root = services.GetRequiredService<IHostEnvironment>().ContentRootPath;
        string?[] places =
        [
            services.GetRequiredService<Settings>().Dashboard.Folder,
            Path.Combine(root, "dashboard"),
            Path.Combine(root, "..", "web-client", "build"),
        ];
        return places
            .OfType<string>()
            .Select(Path.GetFullPath)
            .FirstOrDefault(place => File.Exists(Path.Combine(place, "index.html")) && File.Exists(Path.Combine(place, "pages.json")));
    }
}
