using System.Globalization;
using System.Runtime.CompilerServices;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>Runs a list: its total, a page of it, or all of it one row at a time.</summary>
public static class ListQueries
{
    /// <summary>Six months, as OGP's standards and research count them: 183 days.</summary>
    public static DateOnly SixMonthsBefore(DateOnly day) => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - 183));

    /// <summary>The same day of the year before; before the first year there is none.</summary>
    public static DateOnly YearBefore(DateOnly day) => day.Year == 1 ? DateOnly.MinValue : day.AddYears(-1);

    /// <summary>A page and the exact total, from one state of the data.</summary>
    public static async Task<Page<TRow>> ListAsync<TRow>(
        this ReadSession session,
        ListSql list,
        ListRequest request,
        CancellationToken cancellationToken
    )
    {
        var total = await session.CountAsync(list, request, cancellationToken);
        var rows = await session.SomeAsync<TRow>(list, request, cancellationToken);

        // One row more than the page says whether another page follows.
        return new Page<TRow>([.. rows.Take(request.Limit)], total, rows.Count > request.Limit);
    }

    /// <summary>The ids of the rows of a page, with the exact total.</summary>
    public static Task<Page<string>> IdsAsync(
        this ReadSession session,
        ListSql list,
        ListRequest request,
        CancellationToken cancellationToken
    ) => session.ListAsync<string>(list with { Select = $"SELECT {list.Sorts[0].Sql}" }, request, cancellationToken);

    /// <summary>The rows of a page, and one more if there is one.</summary>
    public static async Task<IReadOnlyList<TRow>> SomeAsync<TRow>(
        this ReadSession session,
        ListSql list,
        ListRequest request,
        CancellationToken cancellationToken
    )
    {
        var where = await FilteredAsync(session, list, request, cancellationToken);
        if (request.After is { } after)
        {
            where.After(request.Sort, after);
        }

        where.Parameters.Add("Take", request.Limit + 1);
        var statement = $"""
            {list.Select}
            {list.From}
            {where.Sql}
            {where.OrderBy(request.Sort)}
            {session.Dialect.Take}
            """;
        return await session.QueryAsync<TRow>(where.Complete(statement), where.Parameters, cancellationToken);
    }

    /// <summary>How many rows the whole list has.</summary>
    public static async Task<int> CountAsync(
        this ReadSession session,
        ListSql list,
        ListRequest request,
        CancellationToken cancellationToken
    )
    {
        var where = await FilteredAsync(session, list, request, cancellationToken);
        var counted = list.CountedFor(session, request.Values.Keys);
        if (counted is not null)
        {
            where.And(counted.Condition);
        }

        return await session.ScalarAsync<int>(
            where.Complete($"SELECT COUNT(*)\n{counted?.From ?? list.From}\n{where.Sql}"),
            where.Parameters,
            cancellationToken
        );
    }

    /// <summary>All rows, one by one. Until the last has been read the session can run nothing else.</summary>
    public static async IAsyncEnumerable<TRow> StreamAsync<TRow>(
        this ReadSession session,
        ListSql list,
        ListRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var where = await FilteredAsync(session, list, request, cancellationToken);
        var statement = where.Complete($"{list.Select}\n{list.From}\n{where.Sql}\n{where.OrderBy(request.Sort)}");
        await foreach (var row in session.StreamAsync<TRow>(statement, where.Parameters, cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>Rows of a table by their ids: of a small one, which is kept, all; else those with these ids.</summary>
    public static async Task<IReadOnlyDictionary<string, T>> ByIdAsync<T>(
        this ReadSession session,
        string sql,
        string column,
        IEnumerable<string> ids,
        Func<T, string> id,
        CancellationToken cancellationToken
    )
    {
        if (await session.KeptRowsAsync(sql, id, cancellationToken) is { } all)
        {
            return all;
        }

        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var some in ids.Distinct().Chunk(MostIdsInAQuery))
        {
            var where = new Where(session.Dialect);
            where.And(where.In(column, some));
            foreach (var row in await session.QueryAsync<T>($"{sql} {where.Sql}", where.Parameters, cancellationToken))
            {
                found[id(row)] = row;
            }
        }

        return found;
    }

    private const int MostIdsInAQuery = 500;

    /// <summary>The conditions of a list's filters, and what its texts may name: the day, and the last change that counts.</summary>
    public static async Task<Where> FilteredAsync(
        ReadSession session,
        ListSql list,
        ListRequest request,
        CancellationToken cancellationToken
    )
    {
        var where = new Where(session.Dialect);
        where.Parameters.Add("Sequence", (await session.BegunAsync(cancellationToken)).Sequence);
        where.Parameters.Add("Today", TypeHandlers.Format(session.Today));
        where.Parameters.Add("ThisMonth", TypeHandlers.Format(new DateOnly(session.Today.Year, session.Today.Month, 1)));
        where.Parameters.Add("ThisYear", TypeHandlers.Format(new DateOnly(session.Today.Year, 1, 1)));
        where.Parameters.Add("SixMonthsAgo", TypeHandlers.Format(SixMonthsBefore(session.Today)));
        where.Parameters.Add("YearAgo", TypeHandlers.Format(YearBefore(session.Today)));
        where.Part("ordinal", session.Dialect.Ordinal);
        where.Part("first", session.Dialect.First);
        if (list.Condition is not null)
        {
            where.And(list.Condition);
        }

        list.Seen?.Invoke(where);
        foreach (var filter in list.Filters)
        {
            if (request.Values.TryGetValue(filter.Name, out var values))
            {
                await filter.AddAsync(values, where, session, cancellationToken);
            }
        }

        return where;
    }

    /// <summary>The value of a sort key as a cursor keeps it: text, or null.</summary>
    public static string? ToCursor(SortKind kind, object? value) =>
        value switch
        {
            null => null,
            _ when kind == SortKind.Name => SearchText.SortKey((string)value),
            DateOnly date => TypeHandlers.Format(date),
            DateTimeOffset instant => TypeHandlers.Format(instant),
            decimal number => Numbers.Format(number),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    /// <summary>The value that a cursor keeps, as a parameter takes it; throws FormatException when it is none.</summary>
    public static object? FromCursor(SortKind kind, string? kept) =>
        kept is null
            ? null
            : kind switch
            {
                SortKind.Number => decimal.Parse(kept, CultureInfo.InvariantCulture),
                SortKind.Date => TypeHandlers.Format(DateOnly.ParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
                SortKind.Instant => TypeHandlers.Format(
                    DateTimeOffset.Parse(kept, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                ),
                _ => kept,
            };
}
