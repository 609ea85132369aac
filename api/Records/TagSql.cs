using OpenGov.Api.Lists;

namespace OpenGov.Api.Records;

/// <summary>
/// The codes of a record as <c>q</c> finds them: each with its vocabulary, begun by a sign that no folded word has. What the terms
/// are called is asked when somebody searches, so that a record is found by new words as soon as its term has them.
/// </summary>
internal static class TagSql
{
    /// <summary>The tags of codes.</summary>
    public static IEnumerable<string> Tags(string vocabulary, IEnumerable<string> codes) => codes.Select(code => $"#{vocabulary}.{code}");

    /// <summary>An expression for a text and the tags of a row behind it, each between single spaces.</summary>
    public static string Of(Table table, string alias, string text = "' '") =>
        table.Tagged.Count == 0 ? text : $"CONCAT({text}, {string.Join(", ' ', ", table.Tagged.Select(field => Of(field, alias)))}, ' ')";

    /// <summary>Adds the condition that a record has all that one of the ways of a query wants, and nothing that it excludes.</summary>
    public static void AndAnyWay(Where where, IEnumerable<IEnumerable<Wanted>> ways, Func<Wanted, string> has) =>
        where.Any(
            ways.Select(way =>
                where.Apart(() =>
                {
                    foreach (var wanted in way)
                    {
                        where.And(wanted.Term.IsExcluded ? $"NOT {has(wanted)}" : has(wanted));
                    }
                })
            )
        );

    /// <summary>
    /// The condition that a folded text has what is wanted, or that the index of words, which holds the current data, knows the record by
    /// something that means the same.
    /// </summary>
    public static string HasNow(Wanted wanted, string text, string table, string id, Where where) =>
        wanted.Others.ToList() is { Count: > 0 } others
            ? $"({Like(text, wanted.Term.Pattern, where)} OR EXISTS (SELECT 1 FROM search_words w WHERE w.record_type = {table} "
                + $"AND w.record_id = {id} AND {where.In("w.word", others)}))"
            : Like(text, wanted.Term.Pattern, where);

    /// <summary>The condition that a folded text has what is wanted, or words that mean the same, or that tags have a term of it.</summary>
    public static string Has(Wanted wanted, string text, string tags, Where where)
    {
        IEnumerable<string> alternatives =
        [
            Like(text, wanted.Term.Pattern, where),
            .. wanted.Synonyms.Select(word => Like(text, $"% {word} %", where)),
            .. wanted.Tags.Select(tag => $"{Like(tags, $"% {Where.Literal(tag)} %", where)} ESCAPE '\\'"),
        ];
        return $"({string.Join(" OR ", alternatives)})";
    }

    private static string Like(string text, string pattern, Where where) => $"{text}{where.Dialect.Ordinal} LIKE {where.Value(pattern)}";

    private static string Of(Field field, string alias)
    {
        var tag = $"#{field.Vocabulary}.";
        var column = $"{alias}.{field.Name}";
        var codes = field.IsList ? $"REPLACE({column}, '|', ' {tag}')" : column;
        return $"CASE WHEN {column} IS NULL THEN '' ELSE CONCAT('{tag}', {codes}) END";
    }
}
