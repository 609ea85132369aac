using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>How a list goes on from page to page: every page reads the state of the first.</summary>
internal static class Paging
{
    /// <summary>Where the page before ended, and sets the state that it read; null for the first page.</summary>
    public static async Task<IReadOnlyList<object?>?> ReadAsync(
        HttpRequest request,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        IReadOnlyList<SortBy> sort,
        ReadSession session,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        if (QueryBinding.One(request, "cursor", errors) is not { } cursor || errors.Any)
        {
            return null;
        }

        var of = Cursor.Fingerprint(request.Path, values, sort, session.AsOf);
        var isOfThisList = Cursor.TryRead(cursor, of, sort, out var at, out var after);
        session.At = isOfThisList ? at : null;

        if (!isOfThisList)
        {
            const string Detail =
                "The cursor is not one that this list gave with these filters and this order. Start again without it and "
                + "follow `next`.";
            errors.Add("cursor", ParameterCodes.InvalidCursor, Detail, cursor);
        }
        else if ((await session.BegunAsync(cancellationToken)).Sequence != at)
        {
            // A database that was restored from before the cursor does not know its state: an empty list would look like the end.
            const string Detail =
                "The cursor is of a state of the data that this service does not have: its database was restored, or this node has not seen "
                + "the newest changes yet. Start again without it.";
            errors.Add("cursor", ParameterCodes.UnknownState, Detail, cursor);
        }

        return after;
    }

    /// <summary>The cursor behind the last row of a page; null when no row follows.</summary>
    public static async Task<string?> NextAsync<TRecord>(
        HttpRequest request,
        ListRequest asked,
        Page<TRecord> page,
        ReadSession session,
        CancellationToken cancellationToken
    )
        where TRecord : ListItem
    {
        if (!page.HasMore)
        {
            return null;
        }

        var state = await session.BegunAsync(cancellationToken);
        return new Cursor(
            state.Sequence,
            [.. Keys(page.Items[^1], asked.Sort)],
            Cursor.Fingerprint(request.Path, asked.Values, asked.Sort, session.AsOf)
        ).ToString();
    }

    /// <summary>Where a list goes on behind a record.</summary>
    public static IReadOnlyList<object?> Behind<TRecord>(TRecord last, IReadOnlyList<SortBy> sort)
        where TRecord : ListItem => [.. Keys(last, sort).Select((key, i) => ListQueries.FromCursor(sort[i].Key.Kind, key))];

    private static IEnumerable<string?> Keys<TRecord>(TRecord last, IReadOnlyList<SortBy> sort)
        where TRecord : ListItem =>
        sort.Select(by =>
            ListQueries.ToCursor(by.Key.Kind, Shape<TRecord>.Properties.Single(property => property.Name == by.Key.Name).Get(last))
        );
}
