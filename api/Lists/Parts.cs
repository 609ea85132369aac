using OpenGov.Api.Database;

namespace OpenGov.Api.Lists;

/// <summary>The rows of a table that belong to other records: of a small table they are kept, of a large one those of some records are read.</summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed record Parts<T>
{
    /// <summary>Columns and tables.</summary>
    public required string Select { get; init; }

    /// <summary>The column with the id of the record that a row belongs to.</summary>
    public required string Of { get; init; }

    /// <summary>The order of the rows of one record, <c>{ordinal}</c> in it.</summary>
    public required string Order { get; init; }

    /// <summary>What a row is found by.</summary>
    public required Func<T, string> By { get; init; }

    /// <summary>Another row that says the same: who asks completes it with what is theirs.</summary>
    public required Func<T, T> Copy { get; init; }

    /// <summary>The rows of some records.</summary>
    /// <param name="session">What is read.</param>
    /// <param name="ids">Ids of the records.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    /// <param name="by">What their rows are found by, where that is not the id of the record.</param>
    public async Task<ILookup<string, T>> OfAsync(
        ReadSession session,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken,
        IEnumerable<string>? by = null
    )
    {
        var order = $"ORDER BY {Order.Replace("{ordinal}", session.Dialect.Ordinal, StringComparison.Ordinal)}";
        if (await session.KeptGroupsAsync($"{Select}\n{order}", By, cancellationToken) is { } all)
        {
            return (by ?? ids).SelectMany(id => all[id]).Select(Copy).ToLookup(By);
        }

        var where = new Where(session.Dialect);
        return (await session.QueryAsync<T>($"{Select}\nWHERE {where.In(Of, ids)}\n{order}", where.Parameters, cancellationToken)).ToLookup(
            By
        );
    }
}
