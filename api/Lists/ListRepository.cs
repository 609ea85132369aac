using System.Runtime.CompilerServices;
using AutoMapper;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>A resource that can be listed, page by page or all at once.</summary>
public interface IListRepository<TRecord>
    where TRecord : ListItem
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
    where TRecord : ListItem
{
    /// <summary>The state of the data that this request reads.</summary>
    protected ReadSession Session => session;

    /// <summary>Maps rows to records.</summary>
    protected IMapper Mapper => mapper;

    /// <inheritdoc />
    public abstract ListSql List { get; }

    /// <inheritdoc />
    public async Task<Page<TRecord>> ListAsync(ListRequest request, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var page = (await session.ListAsync<TRow>(List, request, cancellationToken)).Select(row => Map(row));
        await CompleteAsync(page.Items, cancellationToken);
        return page;
    }

    /// <summary>The record with this id; null when there is none.</summary>
    public async Task<TRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var where = await ListQueries.FilteredAsync(session, List, ListRequest.Everything, cancellationToken);
        where.And($"{List.Sorts[0].Sql} = {where.Value(id)}");
        var row = await session.FindAsync<TRow>($"{List.Select}\n{List.From}\n{where.Sql}", where.Parameters, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var record = Map(row);
        await CompleteAsync([record], cancellationToken);
        return record;
    }

    /// <inheritdoc />
    public virtual async IAsyncEnumerable<TRecord> StreamAsync(ListRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await foreach (var row in session.StreamAsync<TRow>(List, request, cancellationToken))
        {
            yield return Map(row);
        }
    }

    /// <summary>Reads what <see cref="Map"/> needs beside a row.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The record of a row.</summary>
    protected virtual TRecord Map(TRow row) => mapper.Map<TRecord>(row);

    /// <summary>Fills in what a record has beside its row.</summary>
    protected virtual Task CompleteAsync(IReadOnlyCollection<TRecord> records, CancellationToken cancellationToken) => Task.CompletedTask;
}
