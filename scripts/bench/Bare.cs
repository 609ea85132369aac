namespace OpenGov.Limits;

/// <summary>A server that answers with bytes that it holds: what the web server can do at most.</summary>
internal static class Bare
{
    public static async Task<int> RunAsync(string folder, string[] args)
    {
        await using var app = Create(args);
        Map(app, "/api/v1/commitments", Path.Combine(folder, "list"));
        Map(app, "/api/v1/commitments/{id}", Path.Combine(folder, "detail"));
        Map(app, "/api/v1/search", Path.Combine(folder, "search"));
        Map(app, "/api/v1/stats/commitments", Path.Combine(folder, "counts"));
        await app.RunAsync();
        return 0;
    }

    /// <summary>A web server with nothing added.</summary>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder.Build();
    }

    private static void Map(WebApplication app, string pattern, string file)
    {
        var body = File.ReadAllBytes(file);
        app.MapGet(
            pattern,
            (HttpContext context) =>
            {
                context.Response.ContentType = "application/json; charset=utf-8";
                context.Response.ContentLength = body.Length;
                return context.Response.Body.WriteAsync(body).AsTask();
            }
        );
    }
}
