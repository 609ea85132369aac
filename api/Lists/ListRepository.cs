using System.Runtime.CompilerServices;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>A resource that can be listed, page by page or all at once.</summary>
internal interface IListRepository<TRecord>
    where TRecord : ListItem
{
    /// <summary>The list as SQL, with its filters and sort keys.</summary>
    ListSql List { get; }

    /// <summary>A page with the exact total.</summary>
    Task<Page<TRecord>> ListAsync(ListRequest request, CancellationToken cancellationToken);

    /// <summary>Every row, one by one.</summary>
    IAsyncEnumerable<TRecord> StreamAsync(ListRequest request, CancellationToken cancellationToken);

    /// <summary>What is wrong with a request whose parameters are right one by one.</summary>
    Task CheckAsync(ListRequest request, ParameterErrors errors, CancellationToken cancellationToken);

    /// <summary>What the envelope of a page says beside it, by name.</summary>
    Task<IReadOnlyList<(string Name, object Value)>> BesideAsync(ListRequest request, int total, CancellationToken cancellationToken);
}

/// <summary>The listing half of a repository whose rows are read as the records that they are.</summary>
internal abstract class ListRepository<TRecord>(ReadSession session) : ListRepository<TRecord, TRecord>(session)
    where TRecord : ListItem
{
    /// <inheritdoc />
    protected override TRecord Map(TRecord row) => row;
}

/// <summary>The listing half of a repository: runs the SQL of the resource and makes a record of each row.</summary>
internal abstract class ListRepository<TRow, TRecord>(ReadSession session) : IListRepository<TRecord>
    where TRecord : ListItem
{
    /// <summary>The state of the data that this request reads.</summary>
    protected ReadSession Session => session;

    /// <inheritdoc />
    public abstract ListSql List { get; }

    /// <inheritdoc />
    public async Task<Page<TRecord>> ListAsync(ListRequest request, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var page = (await PageAsync(request, cancellationToken)).Select(row => Map(row));
        await CompleteAsync(page.Items, cancellationToken);
        await IncludeAsync(page.Items, request, cancellationToken);
        return page;
    }

    /// <summary>The rows of a page with the exact total.</summary>
    protected virtual Task<Page<TRow>> PageAsync(ListRequest request, CancellationToken cancellationToken) =>
        session.ListAsync<TRow>(List, request, cancellationToken);

    /// <summary>The record with this id; null when there is none.</summary>
    public async Task<TRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var where = await ListQueries.FilteredAsync(session, List, ListRequest.Everything, cancellationToken);
        where.And($"{List.Sorts[0].Sql} = {where.Value(id)}");
        var row = await session.FindAsync<TRow>(
            where.Complete($"{List.Select}\n{List.From}\n{where.Sql}"),
            where.Parameters,
            cancellationToken
        );
        if (row is null)
        {
            return null;
        }

        var record = Map(row);
        await CompleteAsync([record], cancellationToken);
        return record;
    }

    /// <inheritdoc />
    public virtual async IAsyncEnumerable<TRecord> StreamAsync(
        ListRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await PrepareAsync(cancellationToken);
        if (request.Included.Count == 0)
        {
            await foreach (var row in session.StreamAsync<TRow>(List, request, cancellationToken))
            {
                yield return Map(row);
            }

            yield break;
        }

        // What they hold is read beside them, some at a time, of one state of the data.
        var some = request with
        {
            Limit = RowsAtATime,
        };
        IReadOnlyList<TRow> rows;
        do
        {
            rows = await session.SomeAsync<TRow>(List, some, cancellationToken);
            List<TRecord> records = [.. rows.Take(some.Limit).Select(Map)];
            await IncludeAsync(records, request, cancellationToken);
            foreach (var record in records)
            {
                yield return record;
            }

            some = records.Count > 0 ? some with { After = Paging.Behind(records[^1], some.Sort) } : some;
        } while (rows.Count > some.Limit);
    }

    /// <summary>Rows with whose ids one statement reads what they hold.</summary>
    protected const int RowsAtATime = 100;

    private async Task IncludeAsync(IReadOnlyList<TRecord> records, ListRequest request, CancellationToken cancellationToken)
    {
        if (request.Included.Count > 0)
        {
            foreach (var some in records.Chunk(RowsAtATime))
            {
                await IncludeAsync(some, request.Included, cancellationToken);
            }
        }
    }

    /// <inheritdoc />
    public virtual Task CheckAsync(ListRequest request, ParameterErrors errors, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task<IReadOnlyList<(string Name, object Value)>> BesideAsync(
        ListRequest request,
        int total,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<(string, object)>>([]);

    /// <summary>Reads what <see cref="Map"/> needs beside a row.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The record of a row.</summary>
    protected abstract TRecord Map(TRow row);

    /// <summary>Fills in the properties that are asked for, and that records do not have otherwise.</summary>
    protected virtual Task IncludeAsync(IReadOnlyList<TRecord> records, IReadOnlyList<string> asked, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Fills in what a record has beside its row.</summary>
    protected virtual Task CompleteAsync(IReadOnlyCollection<TRecord> records, CancellationToken cancellationToken) => Task.CompletedTask;
}
