using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenGov.Api.Tests;

/// <summary>A site of somebody else, on another origin, with something pasted into its page.</summary>
public sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication site;

    private OtherSite(WebApplication site) => this.site = site;

    /// <summary>Where it is.</summary>
    public string Address => site.Urls.Single();

    /// <summary>What was pasted.</summary>
    public string Pasted { get; set; } = "";

    /// <summary>Its Content Security Policy; null for none.</summary>
    public string? Policy { get; set; }

    /// <summary>Starts it.</summary>
    public static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var started = new OtherSite(builder.Build());
        started.site.MapGet(
            "/",
            (HttpResponse response) =>
            {
                response.Headers.ContentSecurityPolicy = started.Policy;
                return Results.Content(
                    "<!doctype html><html lang=\"en\"><head><title>An organisation</title>"
                        + $"<meta name=\"viewport\" content=\"width=device-width\"></head><body><main>{started.Pasted}</main></body></html>",
                    "text/html; charset=utf-8"
                );
            }
        );
        await started.site.StartAsync();
        return started;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => site.DisposeAsync();
}
