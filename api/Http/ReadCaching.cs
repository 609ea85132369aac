using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using OpenGov.Api.Data;

namespace OpenGov.Api.Http;

/// <summary>
/// Caches answers as finished bytes. The number of the last change and the day are part of the key, so a change
/// is never hidden by an answer computed before it, and lateness is computed anew each day.
/// </summary>
internal sealed class ReadCaching(DataVersion dataVersion, IResponseCompressionProvider compression, Database database) : IOutputCachePolicy
{
    /// <summary>The tag by which a change frees the memory of what it made old.</summary>
    public const string Tag = "data";

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var readable = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        context.EnableOutputCaching = readable;
        context.AllowCacheLookup = readable;
        context.AllowCacheStorage = readable;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(10);
        context.Tags.Add(Tag);
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = true;
        context.CacheVaryByRules.VaryByValues["address"] = PublicAddress.Of(request);
        context.CacheVaryByRules.HeaderNames = "Accept";
        var state = await dataVersion.CurrentAsync(cancellation);
        context.CacheVaryByRules.VaryByValues["state"] = state.Key;
        context.CacheVaryByRules.VaryByValues["day"] = TypeHandlers.Format(database.Today);
        context.CacheVaryByRules.VaryByValues["format"] = Formats.Suffix(context.HttpContext)?.Suffix ?? "";

        // Clients spell Accept-Encoding in many ways; what matters is the one of ours that they get.
        context.CacheVaryByRules.VaryByValues["encoding"] = compression.GetCompressionProvider(context.HttpContext)?.EncodingName ?? "";
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }
}
