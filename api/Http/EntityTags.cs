using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;
using OpenGov.Api.Data;

namespace OpenGov.Api.Http;

/// <summary>Says that an answer is written as it is read from the database, so it is not held back to be hashed.</summary>
internal sealed record StreamedAnswer
{
    /// <summary>
    /// Says so before the first byte is written. The output cache asks its policy only after the last, and until
    /// then would keep up to 64 MB of an answer that it is not to store.
    /// </summary>
    public static void Begin(HttpContext context)
    {
        context.Features.Set(new StreamedAnswer());
        if (context.Features.Get<IOutputCacheFeature>() is { } cache)
        {
            cache.Context.AllowCacheStorage = false;
        }
    }
}

/// <summary>
/// Gives every successful read a strong ETag and Last-Modified, and answers 304 when the client has it already.
/// A short answer is held and its bytes hashed; a streamed one is named by the state of the data and its address.
/// </summary>
internal sealed class EntityTags(RequestDelegate next, DataVersion dataVersion, Database database)
{
    private static readonly string Build = Convert.ToHexStringLower(typeof(EntityTags).Assembly.ManifestModule.ModuleVersionId.ToByteArray())[..8];

    /// <summary>When what follows from the program alone last changed.</summary>
    private static readonly DateTimeOffset BuiltAt = File.GetLastWriteTimeUtc(typeof(EntityTags).Assembly.Location);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        // What does not need the database does not ask it.
        var state = IsData(context.Request.Path) ? await dataVersion.CurrentAsync(context.RequestAborted) : null;
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var held = new HeldBody(original, context, () => Streamed(context, state!));
        context.Features.Set<IHttpResponseBodyFeature>(held);
        var method = context.Request.Method;
        try
        {
            if (context.Request.Path.StartsWithSegments("/openapi"))
            {
                // The description is written for GET only; the server leaves the body out of an answer to HEAD.
                context.Request.Method = HttpMethods.Get;
            }

            await next(context);
            await held.FinishAsync();
        }
        finally
        {
            context.Request.Method = method;
            context.Features.Set(original);
        }

        if (context.Response.StatusCode != StatusCodes.Status200OK)
        {
            await held.ReleaseAsync();
            return;
        }

        if (held.IsStreaming)
        {
            return;
        }

        Name(context, Hash(held.Bytes), state);
        if (ClientHas(context))
        {
            NotModified(context);
            return;
        }

        context.Response.ContentLength = held.Bytes.Length;
        await held.ReleaseAsync();
    }

    private static bool IsData(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Names a streamed answer before its first byte. True when the client has it.</summary>
    private bool Streamed(HttpContext context, DataVersion.State state)
    {
        var day = TypeHandlers.Format(database.Today);
        var what = $"{state.Key}\n{Build}\n{day}\n{PublicAddress.Of(context.Request)}{context.Request.Path}{context.Request.QueryString}\n{context.Response.ContentType}";
        Name(context, Hash(Encoding.UTF8.GetBytes(what)), state);
        return ClientHas(context);
    }

    private static void Name(HttpContext context, string name, DataVersion.State? state)
    {
        // A strong tag names bytes: the compressed form of an answer is another representation.
        var compression = context.RequestServices.GetRequiredService<IResponseCompressionProvider>();
        var encoding = compression.CheckRequestAcceptsCompression(context) && compression.ShouldCompressResponse(context)
            ? compression.GetCompressionProvider(context)?.EncodingName
            : null;
        context.Response.Headers.ETag = encoding is null ? $"\"{name}\"" : $"\"{name}-{encoding}\"";
        context.Response.Headers.LastModified = (state?.ChangedAt ?? BuiltAt).ToString("R", CultureInfo.InvariantCulture);
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));

    private static bool ClientHas(HttpContext context) =>
        EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var tags)
        && tags.Any(tag => tag.Tag == "*" || tag.Tag == context.Response.Headers.ETag.ToString());

    private static void NotModified(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        context.Response.ContentLength = null;
        context.Response.Headers.Remove(HeaderNames.ContentType);
        context.Response.Headers.Remove(HeaderNames.ContentDisposition);
    }

    /// <summary>Holds a body until it is known whole, unless it turns out to be streamed.</summary>
    private sealed class HeldBody(IHttpResponseBodyFeature inner, HttpContext context, Func<bool> nameStreamed) : Stream, IHttpResponseBodyFeature
    {
        private readonly MemoryStream buffer = new();
        private System.IO.Pipelines.PipeWriter? writer;
        private bool decided;
        private bool discard;

        public bool IsStreaming { get; private set; }

        public ReadOnlySpan<byte> Bytes => buffer.GetBuffer().AsSpan(0, (int)buffer.Length);

        public Stream Stream => this;

        public System.IO.Pipelines.PipeWriter Writer => writer ??= System.IO.Pipelines.PipeWriter.Create(this, new(leaveOpen: true));

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void DisableBuffering()
        {
        }

        public async Task CompleteAsync() => await FinishAsync();

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
            SendFileFallback.SendFileAsync(this, path, offset, count, cancellationToken);

        public async Task FinishAsync()
        {
            if (writer is not null)
            {
                await writer.FlushAsync();
            }
        }

        /// <summary>Lets the held bytes go.</summary>
        public async Task ReleaseAsync()
        {
            if (!IsStreaming && buffer.Length > 0)
            {
                await inner.Stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
            }
        }

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) =>
            IsStreaming && !discard ? inner.Stream.FlushAsync(cancellationToken) : Task.CompletedTask;

        public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
        {
            Decide();
            if (discard)
            {
                return ValueTask.CompletedTask;
            }

            if (IsStreaming)
            {
                return inner.Stream.WriteAsync(bytes, cancellationToken);
            }

            buffer.Write(bytes.Span);
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private void Decide()
        {
            if (decided)
            {
                return;
            }

            decided = true;
            IsStreaming = context.Features.Get<StreamedAnswer>() is not null;
            if (IsStreaming && nameStreamed())
            {
                discard = true;
                NotModified(context);
            }
        }
    }
}
