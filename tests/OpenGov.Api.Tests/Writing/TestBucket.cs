using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenGov.Api.Tests.Writing;

/// <summary>A bucket on a port of its own, which keeps objects in memory and takes only what is signed with its key.</summary>
internal sealed class TestBucket : IAsyncDisposable
{
    public const string Name = "evidencia";
    public const string Key = "AKIATEST";

    private readonly WebApplication app;

    private TestBucket(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    public Uri Address { get; }

    /// <summary>What it holds.</summary>
    public ConcurrentDictionary<string, (byte[] Bytes, string? Type)> Objects { get; } = [];

    /// <summary>Whether it fails whatever it is asked.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether it knows its objects and gives none.</summary>
    public bool IsDumb { get; set; }

    public static async Task<TestBucket> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var address = new Uri($"http://127.0.0.1:{ServiceProcess.FreePort()}/");
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var bucket = new TestBucket(app, address);
        app.Run(bucket.AnswerOfBucketAsync);
        await app.StartAsync();
        return bucket;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerOfBucketAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var signed = request.Headers.Authorization.ToString();
        if (
            IsDown
            || IsDumb && HttpMethods.IsGet(request.Method) && !request.Query.ContainsKey("list-type")
            || !signed.StartsWith($"AWS4-HMAC-SHA256 Credential={Key}/", StringComparison.Ordinal)
            || !signed.Contains("Signature=", StringComparison.Ordinal)
            || !request.Path.StartsWithSegments($"/{Name}", out var rest)
        )
        {
            response.StatusCode = IsDown || IsDumb ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status403Forbidden;
            return;
        }

        var key = rest.Value!.TrimStart('/');
        if (HttpMethods.IsPut(request.Method))
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            Objects[key] = (body.ToArray(), request.ContentType);
        }
        else if (HttpMethods.IsDelete(request.Method))
        {
            Objects.TryRemove(key, out _);
            response.StatusCode = StatusCodes.Status204NoContent;
        }
        else if (request.Query.ContainsKey("list-type"))
        {
            var found = Objects.Where(one => one.Key.StartsWith(request.Query["prefix"].ToString(), StringComparison.Ordinal)).ToList();
            response.ContentType = "application/xml";
            await response.WriteAsync(
                $"<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>{Name}</Name><IsTruncated>false</IsTruncated>"
                    + string.Concat(
                        found.Select(one =>
                            $"<Contents><Key>{one.Key}</Key><LastModified>2026-11-01T00:00:00.000Z</LastModified><Size>{one.Value.Bytes.Length}</Size></Contents>"
                        )
                    )
                    + "</ListBucketResult>"
            );
        }
        else if (Objects.TryGetValue(key, out var found))
        {
            var from = request.Headers.Range.ToString() is { Length: > 0 } range
                ? int.Parse(range["bytes=".Length..].Split('-')[0], CultureInfo.InvariantCulture)
                : 0;
            response.StatusCode = from > 0 ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK;
            response.ContentLength = found.Bytes.Length - from;
            response.ContentType = found.Type;
            if (!HttpMethods.IsHead(request.Method))
            {
                await response.Body.WriteAsync(found.Bytes.AsMemory(from));
            }
        }
        else
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
