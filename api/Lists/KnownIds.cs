using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>Whether the records that filters name exist, or ever did.</summary>
internal static class KnownIds
{
    /// <summary>Ids before, and after, the one that does not exist, among which the nearest is looked for.</summary>
    private const int Neighbours = 50;

    /// <summary>Words of a name that are looked for.</summary>
    private const int MostWords = 8;

    /// <summary>An id that never was is a mistake, not an empty list. One query finds which are there.</summary>
    public static async Task CheckAsync(
        IReadOnlyList<Filter> filters,
        Dictionary<string, IReadOnlyList<string>> values,
        ReadSession session,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        var given = filters
            .OfType<IdFilter>()
            .Select(filter =>
                (
                    Filter: filter,
                    Ids: values
                        .GetValueOrDefault(filter.Name, [])
                        .Select(value => value.TrimStart(Filter.Not))
                        .Where(value => value != Filter.NoData)
                        .Distinct()
                        .ToList()
                )
            )
            .Where(named => named.Ids.Count > 0)
            .ToList();
        if (given.Count == 0)
        {
            return;
        }

        var where = new Where(session.Dialect);
        var existing = given.Select(named =>
            $"SELECT '{named.Filter.Name}' AS name, v.id FROM {named.Filter.Table}_versions v WHERE {where.In("v.id", named.Ids)}"
        );
        var found = await session.QueryAsync<(string Name, string Id)>(
            string.Join("\nUNION ALL\n", existing),
            where.Parameters,
            cancellationToken
        );
        var known = found.ToHashSet();
        foreach (
            var (filter, id) in given
                .SelectMany(named => named.Ids, (named, id) => (named.Filter, id))
                .Where(named => !known.Contains((named.Filter.Name, named.id)))
        )
        {
            var meant = errors.SuggestsMore ? await NearestAsync(filter.Table, id, session, cancellationToken) : null;
            errors.Add(
                filter.Name,
                ErrorCodes.UnknownRecord,
                $"There is no record '{ParameterErrors.Shown(id)}' in {filter.Table}.",
                id,
                near: [],
                named: () => meant,
                spanish: $"No consta aquí «{ParameterErrors.Shown(id)}», que «{filter.Name}» nombra. Se buscó en {filter.Table}."
            );
        }
    }

    /// <summary>The id that was probably meant by one that does not exist, or by a name; null when none is near.</summary>
    /// <remarks>Names are looked for among what there is today, which a day of the past may not have had.</remarks>
    public static async Task<string?> NearestAsync(string table, string id, ReadSession session, CancellationToken cancellationToken) =>
        table == "states"
            ? await StateAsync(id, session, cancellationToken)
            : Suggestion.Nearest(id, await NearbyAsync(table, id, session, cancellationToken))
                ?? (session.ReadsPast ? null : await NamedAsync(table, id, session, cancellationToken));

    /// <summary>
    /// The state that was meant, by its code or its name. Of three letters one can be a slip, or two in the wrong order: with more that
    /// differ it is another code.
    /// </summary>
    private static async Task<string?> StateAsync(string given, ReadSession session, CancellationToken cancellationToken)
    {
        var all = await session.QueryAsync<StateName>("SELECT s.id, s.name_es, s.name_en FROM states s", null, cancellationToken);
        var code = given.ToUpperInvariant();
        return all.Select(state => state.Id).Order(StringComparer.Ordinal).FirstOrDefault(id => IsSlip(code, id))
            ?? Suggestion.Named(given, all.Select(state => (state.Id, (IReadOnlyList<string?>)[state.NameEs, state.NameEn])));
    }

    private static bool IsSlip(string given, string id) =>
        given.Length == id.Length
            ? given.Zip(id).Count(pair => pair.First != pair.Second) <= 1 || given.Order().SequenceEqual(id.Order())
            : id.EndsWith($"-{given}", StringComparison.Ordinal)
                || (Math.Abs(given.Length - id.Length) == 1 && Suggestion.Near(given, [id]).Any() && IsWithin(given, id));

    /// <summary>Whether the longer of two is the other with one more letter.</summary>
    private static bool IsWithin(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return Enumerable.Range(0, longer.Length).Any(at => longer.Remove(at, 1) == shorter);
    }

    private sealed record StateName
    {
        public string Id { get; init; } = "";
        public string NameEs { get; init; } = "";
        public string NameEn { get; init; } = "";
    }

    /// <summary>The id whose record has every word that was given, where it was given by name; of several the shortest.</summary>
    private static async Task<string?> NamedAsync(string table, string given, ReadSession session, CancellationToken cancellationToken)
    {
        var words = SearchText.IndexedWords(SearchText.Fold([given])).Take(MostWords).ToList();
        if (words.Count == 0)
        {
            return null;
        }

        var where = new Where(session.Dialect);
        where.And($"w.record_type = {where.Value(table)}");
        where.And(where.In("w.word", words));
        where.Parameters.Add("Take", Neighbours);
        var found = await session.QueryAsync<string>(
            $"""
            SELECT w.record_id
            FROM search_words w
            {where.Sql}
            GROUP BY w.record_id
            HAVING COUNT(*) = {where.Value(words.Count)}
            ORDER BY w.record_id
            {session.Dialect.Take}
            """,
            where.Parameters,
            cancellationToken
        );
        return found.OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>The ids that stand around one that does not exist: a slip in an id is rarely at its beginning.</summary>
    private static async Task<IReadOnlyList<string>> NearbyAsync(
        string table,
        string id,
        ReadSession session,
        CancellationToken cancellationToken
    )
    {
        var parameters = new { Id = id, Take = Neighbours };
        return
        [
            .. await session.QueryAsync<string>(
                $"SELECT r.id FROM {table} r WHERE r.id < @Id ORDER BY r.id DESC {session.Dialect.Take}",
                parameters,
                cancellationToken
            ),
            .. await session.QueryAsync<string>(
                $"SELECT r.id FROM {table} r WHERE r.id > @Id ORDER BY r.id {session.Dialect.Take}",
                parameters,
                cancellationToken
            ),
        ];
    }
}
