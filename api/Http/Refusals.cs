using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace OpenGov.Api.Http;

/// <summary>
/// What is not HTTP is refused by the server itself, before any code of ours, with an empty answer. This gives
/// that answer the body that every other error has.
/// </summary>
/// <remarks>The server has no hook for it, so its writing is watched: an empty 4xx that closes the connection is never ours.</remarks>
internal static class Refusals
{
    public static void UseProblems(this ListenOptions listen) =>
        listen.Use(next =>
            connection =>
            {
                connection.Transport = new Transport(
                    connection.Transport.Input,
                    new Writer(connection.Transport.Output, connection.ConnectionId)
                );
                return next(connection);
            }
        );

    private sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Writer(PipeWriter inner, string connectionId) : PipeWriter
    {
        private Memory<byte> memory;

        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => memory = inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes)
        {
            var written = memory.Span[..bytes];
            if (IsBare(written))
            {
                var answer = Complete(written);
                answer.CopyTo(inner.GetSpan(answer.Length));
                bytes = answer.Length;
            }

            inner.Advance(bytes);
        }

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
            inner.FlushAsync(cancellationToken);

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
            inner.WriteAsync(source, cancellationToken);

        private static bool IsBare(ReadOnlySpan<byte> answer) =>
            answer.StartsWith("HTTP/1.1 4"u8)
            && answer.EndsWith("\r\n\r\n"u8)
            && answer.IndexOf("\r\nContent-Length: 0\r\n"u8) > 0
            && answer.IndexOf("\r\nConnection: close\r\n"u8) > 0;

        private byte[] Complete(ReadOnlySpan<byte> bare)
        {
            var head = Encoding.ASCII.GetString(bare);
            var body = JsonSerializer.Serialize(
                Problems.Malformed(int.Parse(head.AsSpan(9, 3), provider: null), connectionId),
                Json.Options
            );
            var headers =
                $"\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nContent-Type: "
                + "application/problem+json\r\nAccess-Control-Allow-Origin: *\r\n"
                + $"X-Content-Type-Options: nosniff\r\nContent-Security-Policy: {SecurityHeaders.NoPage}\r\n";
            return Encoding.UTF8.GetBytes(head.Replace("\r\nContent-Length: 0\r\n", headers, StringComparison.Ordinal) + body);
        }
    }
}
