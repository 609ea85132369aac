using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>Writes the rows of a list in one format.</summary>
internal abstract class ListWriter<TRecord>(Format format)
    where TRecord : ListItem
{
    private const int RowsAtATime = 500;

    public Format Format { get; } = format;

    /// <summary>Properties that <c>fields</c> may name in this format.</summary>
    public abstract IReadOnlyList<Shape<TRecord>.Property> Holds { get; }

    /// <summary>Parameters that only this format takes.</summary>
    public virtual IReadOnlyList<Filter> Parameters => [];

    /// <summary>Writes the rows, one after the other, never all in memory.</summary>
    public abstract Task WriteAsync(HttpContext context, IAsyncEnumerable<TRecord> rows, ListRequest request, RecordFinisher finisher);

    /// <summary>The rows completed with sources and addresses, some at a time.</summary>
    protected static async IAsyncEnumerable<TRecord> FinishedAsync(
        HttpContext context,
        IAsyncEnumerable<TRecord> rows,
        RecordFinisher finisher
    )
    {
        await foreach (var chunk in rows.Chunk(RowsAtATime).WithCancellation(context.RequestAborted))
        {
            await finisher.FinishAsync(chunk, context.RequestAborted);
            foreach (var row in chunk)
            {
                yield return row;
            }
        }
    }
}
