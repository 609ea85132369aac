using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;
using OpenGov.Api.Database;

namespace OpenGov.Api.Http;

/// <summary>
/// An answer that is written as it is read from the database, however long it is. Its bytes are not known before they are
/// sent, so it is named by what they follow from: the state of the data, the day, the address and the program.
/// </summary>
internal static class StreamedAnswer
{
    /// <summary>
    /// The least that a client must take: one that reads slower keeps a state of the data, and a place in the gate, from others.
    /// </summary>
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 2048, gracePeriod: TimeSpan.FromSeconds(10));

    /// <summary>
    /// Names the answer before its first byte, its content type being set. False when the client has it already, and nothing is to be
    /// written.
    /// </summary>
    public static async Task<bool> BeginAsync(HttpContext context, ReadSession session, CancellationToken cancellationToken)
    {
        var (name, changedAt) = await NameAsync(context, session, cancellationToken);
        var response = context.Response;

        // A strong tag names bytes: the compressed form of an answer is another representation.
        var compression = context.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        var isCompressible = compression.ShouldCompressResponse(context);
        if (isCompressible)
        {
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        var encoding =
            isCompressible && compression.CheckRequestAcceptsCompression(context)
                ? compression.GetCompressionProvider(context)?.EncodingName
                : null;
        var tag = encoding is null ? name : $"{name[..^1]}-{encoding}\"";
        response.Headers.ETag = tag;
        response.Headers.LastModified = changedAt.ToString("R", CultureInfo.InvariantCulture);
        if (EntityTag.ClientHas(context.Request, tag))
        {
            EntityTag.NotModified(response);
            return false;
        }

        NeedsReading(context);
        return !HttpMethods.IsHead(context.Request.Method);
    }

    /// <summary>The strong tag of an answer whose content type is set, and when its data changed last.</summary>
    public static async Task<(string Tag, DateTimeOffset ChangedAt)> NameAsync(
        HttpContext context,
        ReadSession session,
        CancellationToken cancellationToken
    )
    {
        // Read before the first byte: a database that does not answer is then an error and not half a file.
        var state = await session.StateAsync(cancellationToken);
        var address = $"{PublicAddress.Of(context.Request)}{context.Request.Path}{context.Request.QueryString}";
        var what = $"{state.Key}\n{ProgramBuild.Id}\n{TypeHandlers.Format(session.Today)}\n{address}\n{context.Response.ContentType}";
        return ($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 12))}\"", state.ChangedAt);
    }

    /// <summary>Ends the answer for a client that reads too slowly.</summary>
    public static void NeedsReading(HttpContext context)
    {
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = Slowest;
        }
    }
}
