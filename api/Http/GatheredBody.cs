using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace OpenGov.Api.Http;

/// <summary>
/// The body of an answer while it is written: in one piece of memory, which the next answer is given when this one is done. Else a list
/// would be copied, and its memory made, again each time it has doubled.
/// </summary>
internal sealed class GatheredBody : PipeWriter, IHttpResponseBodyFeature, IDisposable
{
    private const int Usual = 16 * 1024;

    private byte[] memory = ArrayPool<byte>.Shared.Rent(Usual);
    private int length;
    private Stream? stream;

    /// <inheritdoc />
    public Stream Stream => stream ??= AsStream(leaveOpen: true);

    /// <inheritdoc />
    public PipeWriter Writer => this;

    /// <inheritdoc />
    public override bool CanGetUnflushedBytes => true;

    /// <summary>Nothing waits to be sent: what is written is where it belongs.</summary>
    public override long UnflushedBytes => 0;

    /// <summary>What was written.</summary>
    public byte[] ToArray() => memory.AsSpan(0, length).ToArray();

    /// <inheritdoc />
    public override void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)bytes, (uint)(memory.Length - length), nameof(bytes));
        length += bytes;
    }

    /// <inheritdoc />
    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (memory.Length - length < Math.Max(sizeHint, 1))
        {
            var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(2 * memory.Length, length + sizeHint)));
            memory.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(memory);
            memory = larger;
        }

        return memory.AsMemory(length);
    }

    /// <inheritdoc />
    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc />
    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

    /// <inheritdoc />
    public override void CancelPendingFlush() { }

    /// <inheritdoc />
    public override void Complete(Exception? exception = null) { }

    /// <inheritdoc />
    public void DisableBuffering() { }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc />
    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    /// <inheritdoc />
    public Task CompleteAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(memory);
        (memory, length) = ([], 0);
    }
}
