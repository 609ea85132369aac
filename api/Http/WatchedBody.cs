using OpenGov.Api.Access;

namespace OpenGov.Api.Http;

/// <summary>
/// The body of an export, which knows how its client keeps up. The server's own minimum rate does not: what lies in the
/// buffers of the system counts for it as taken.
/// </summary>
internal sealed class WatchedBody(Stream inner, ExportPlace place) : WriteOnlyStream
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var write = inner.WriteAsync(buffer, cancellationToken);
        return write.IsCompletedSuccessfully ? write : new ValueTask(place.TakenAsync(write.AsTask(), buffer.Length));
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        var flush = inner.FlushAsync(cancellationToken);
        return flush.IsCompletedSuccessfully ? flush : place.TakenAsync(flush, bytes: 0);
    }

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Nothing waits for a client on a thread.");

    public override void Flush() => throw new NotSupportedException("Nothing waits for a client on a thread.");
}
