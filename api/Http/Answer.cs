using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace OpenGov.Api.Http;

/// <summary>A finished answer: status, headers and bytes, from which any number of clients can be answered.</summary>
internal sealed class Answer
{
    private readonly ConcurrentDictionary<string, Form> forms = new(StringComparer.Ordinal);
    private readonly string name;

    /// <summary>An answer as it was written.</summary>
    /// <param name="status">The status.</param>
    /// <param name="headers">Headers of the content; those of the connection and of policy are added to each answer that is sent.</param>
    /// <param name="body">The bytes, not compressed.</param>
    /// <param name="changedAt">When what it says last changed.</param>
    /// <param name="version">Version of the record that it is of; null when it is of none.</param>
    public Answer(
        int status,
        IReadOnlyList<KeyValuePair<string, string>> headers,
        byte[] body,
        DateTimeOffset changedAt,
        int? version = null
    )
    {
        (Status, Headers, Body, ChangedAt, Version) = (status, headers, body, changedAt, version);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12));
        name = version is null ? hash : $"v{version}-{hash}";
        LastModified = changedAt.ToString("R", CultureInfo.InvariantCulture);
        forms[""] = new Form(body, $"\"{name}\"");
    }

    public int Status { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    public byte[] Body { get; }

    public DateTimeOffset ChangedAt { get; }

    public int? Version { get; }

    /// <summary>Bytes that it holds in memory, about: the body, what compressing adds, and the headers.</summary>
    public long Size => Body.Length + (Body.Length / 3) + Headers.Sum(header => (header.Key.Length + header.Value.Length) * 2) + 512;

    private string LastModified { get; }

    /// <summary>Makes the form that the client takes, once.</summary>
    public void Compress(ICompressionProvider? compression)
    {
        if (compression is not null)
        {
            FormOf(compression);
        }
    }

    /// <summary>Sends the answer, or 304 when the client has it. Gives what was sent; null of a refusal, and where no byte was.</summary>
    public async Task<Form?> SendAsync(HttpContext context, IResponseCompressionProvider compression)
    {
        var response = context.Response;
        response.StatusCode = Status;
        foreach (var (header, value) in Headers)
        {
            response.Headers.Append(header, value);
        }

        if (Status != StatusCodes.Status200OK && Body.Length == 0)
        {
            // What every refusal without words gets is written further out.
            return null;
        }

        // A strong tag names bytes: the compressed form of an answer is another representation.
        var isCompressible = compression.ShouldCompressResponse(context);
        if (isCompressible)
        {
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        var encoding = isCompressible ? compression.GetCompressionProvider(context) : null;
        var form = FormOf(encoding);
        if (Status == StatusCodes.Status200OK)
        {
            response.Headers.ETag = form.Tag;
            response.Headers.LastModified = LastModified;
            if (EntityTag.ClientHas(context.Request, form.Tag))
            {
                EntityTag.NotModified(response);
                return null;
            }
        }

        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding.EncodingName;
        }

        response.ContentLength = form.Bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return null;
        }

        await response.BodyWriter.WriteAsync(form.Bytes, context.RequestAborted);
        return Status == StatusCodes.Status200OK ? form : null;
    }

    /// <summary>The answer as nodes share it: its head, the length of that before it, and its body.</summary>
    public byte[] ToBytes()
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(
            new Head(Status, ChangedAt, Version, [.. Headers.SelectMany(header => (string[])[header.Key, header.Value])])
        );
        var bytes = new byte[sizeof(int) + head.Length + Body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, head.Length);
        head.CopyTo(bytes, sizeof(int));
        Body.CopyTo(bytes, sizeof(int) + head.Length);
        return bytes;
    }

    /// <summary>Takes back what <see cref="ToBytes"/> made; null when it is something else.</summary>
    public static Answer? FromBytes(byte[] bytes)
    {
        if (
            bytes.Length < sizeof(int)
            || BinaryPrimitives.ReadInt32LittleEndian(bytes) is not (> 0 and var length)
            || length > bytes.Length - sizeof(int)
        )
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Head>(bytes.AsSpan(sizeof(int), length)) is { } head
                ? new Answer(
                    head.Status,
                    [.. head.Headers.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))],
                    bytes[(sizeof(int) + length)..],
                    head.ChangedAt,
                    head.Version
                )
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Form FormOf(ICompressionProvider? compression)
    {
        var encoding = compression?.EncodingName ?? "";
        if (forms.TryGetValue(encoding, out var known))
        {
            return known;
        }

        using var bytes = new MemoryStream();
        using (var stream = compression!.CreateStream(bytes))
        {
            stream.Write(Body);
        }

        return forms.GetOrAdd(encoding, new Form(bytes.ToArray(), $"\"{name}-{encoding}\""));
    }

    /// <summary>The answer as some clients take it.</summary>
    /// <param name="Bytes">Its bytes, compressed or not.</param>
    /// <param name="Tag">Their name.</param>
    internal sealed record Form(byte[] Bytes, string Tag);

    private sealed record Head(int Status, DateTimeOffset ChangedAt, int? Version, string[] Headers);
}
