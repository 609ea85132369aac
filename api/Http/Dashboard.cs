using Microsoft.Extensions.FileProviders;

namespace OpenGov.Api.Http;

/// <summary>
/// Serves the built dashboard from the same origin. An address that is neither the API nor a file is a page of
/// the dashboard; an unknown address under <c>/api</c> is a 404 problem, never HTML.
/// </summary>
internal static class Dashboard
{
    private static readonly string[] NotPages = ["/api", "/openapi", "/swagger", "/health", "/data", "/oembed", "/widgets", "/badges"];

    public static void UseDashboard(this WebApplication app)
    {
        var folder = Folder(app);
        IFileProvider files = folder is null ? new NullFileProvider() : new PhysicalFileProvider(folder);
        if (folder is null)
        {
            app.Logger.LogWarning("The dashboard has not been built; only the API is served. scripts/run.sh builds it");
        }

        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/_app/immutable") ? "public, max-age=31536000, immutable" : "public, no-cache",
        });
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint() is not null)
            {
                await next(context);
            }
            else if (IsPage(context.Request) && files.GetFileInfo("index.html") is { Exists: true } page)
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                context.Response.Headers.CacheControl = "public, no-cache";
                await context.Response.SendFileAsync(page);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        });
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !NotPages.Any(area => request.Path.StartsWithSegments(area, StringComparison.OrdinalIgnoreCase))
        && !Path.HasExtension(request.Path);

    private static string? Folder(WebApplication app)
    {
        string?[] places =
        [
            app.Configuration["Dashboard:Folder"],
            Path.Combine(app.Environment.ContentRootPath, "dashboard"),
            Path.Combine(app.Environment.ContentRootPath, "..", "web-client", "build"),
        ];
        return places.OfType<string>().Select(Path.GetFullPath).FirstOrDefault(place => File.Exists(Path.Combine(place, "index.html")));
    }
}
