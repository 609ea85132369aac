using OpenGov.Api.Http;

namespace OpenGov.Api.Package;

/// <summary>
/// A connection as something that may write without waiting. The zip format ends its entries so; those few bytes are kept
/// until the next write that can wait, so that no thread ever stands still for a slow client.
/// </summary>
internal sealed class PatientStream(Stream inner) : WriteOnlyStream
{
    private readonly MemoryStream kept = new();

    public override void Write(byte[] buffer, int offset, int count) => kept.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => kept.Write(buffer);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SendKeptAsync(cancellationToken);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() { }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SendKeptAsync(cancellationToken);
        await inner.FlushAsync(cancellationToken);
    }

    private async ValueTask SendKeptAsync(CancellationToken cancellationToken)
    {
        if (kept.Length > 0)
        {
            await inner.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), cancellationToken);
            kept.SetLength(0);
        }
    }
}
