using OpenGov.Api.Access;

namespace OpenGov.Api.Http;

/// <summary>
/// The body of an export, which knows how its client keeps up. The server's own minimum rate does not: what lies in the
/// buffers of the system counts for it as taken.
/// </summary>
internal sealed class WatchedBody(Stream inner, ExportPlace place) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var write = inner.WriteAsync(buffer, cancellationToken);
        return write.IsCompletedSuccessfully ? write : new ValueTask(place.TakenAsync(write.AsTask(), buffer.Length));
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        var flush = inner.FlushAsync(cancellationToken);
        return flush.IsCompletedSuccessfully ? flush : place.TakenAsync(flush, bytes: 0);
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Nothing waits for a client on a thread.");

    public override void Flush() => throw new NotSupportedException("Nothing waits for a client on a thread.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
