using AutoMapper;
using OpenGov.Api.Data;

namespace OpenGov.Api.Http;

/// <summary>A resource that can be listed, page by page or all at once.</summary>
public interface IListRepository<TRecord>
    where TRecord : PublicRecord
{
    /// <summary>The list as SQL, with its filters and sort keys.</summary>
    ListSql List { get; }

    /// <summary>A page with the exact total.</summary>
    Task<Page<TRecord>> ListAsync(ListRequest request, CancellationToken cancellationToken);

    /// <summary>Every row, one by one.</summary>
    IAsyncEnumerable<TRecord> StreamAsync(ListRequest request, CancellationToken cancellationToken);
}

/// <summary>The listing half of a repository: runs the SQL of the resource and maps its rows.</summary>
public abstract class ListRepository<TRow, TRecord>(ReadSession session, IMapper mapper) : IListRepository<TRecord>
    where TRow : RecordRow
    where TRecord : PublicRecord
{
    /// <summary>The state of the data that this request reads.</summary>
    protected ReadSession Session => session;

    /// <summary>Maps rows to records.</summary>
    protected IMapper Mapper => mapper;

    /// <inheritdoc />
    public abstract ListSql List { get; }

    /// <inheritdoc />
    public async Task<Page<TRecord>> ListAsync(ListRequest request, CancellationToken cancellationToken) =>
        (await session.ListAsync<TRow>(List, request, cancellationToken)).Select(mapper.Map<TRecord>);

    /// <inheritdoc />
    public async IAsyncEnumerable<TRecord> StreamAsync(ListRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in session.StreamAsync<TRow>(List, request, cancellationToken))
        {
            yield return mapper.Map<TRecord>(row);
        }
    }
}
