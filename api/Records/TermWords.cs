using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>
/// The words of the vocabularies' terms, in both languages, as <c>q</c> finds by them what has their codes: those of the labels, and
/// the synonyms. Read with the data that is searched, so that they are of the same day.
/// </summary>
internal sealed class TermWords
{
    /// <summary>Of the first so many words of a query the vocabularies are asked; of the others only the texts.</summary>
    private const int Asked = 12;

    /// <summary>Shorter beginnings of words begin too many.</summary>
    private const int ShortestBeginning = 3;

    private const string Sql = """
        SELECT t.vocabulary, t.code, t.label_es, t.label_en, t.synonyms_es, t.synonyms_en
        FROM terms t
        ORDER BY t.id
        """;

    private readonly List<(string Tag, HashSet<string> Words, IReadOnlyList<string> Synonyms)> terms;

    private TermWords(IEnumerable<TermRow> rows) =>
        terms = [
            .. rows.Select(row =>
            {
                var synonyms = SearchText.Words(SearchText.Fold([row.SynonymsEs, row.SynonymsEn]));
                var label = SearchText.Words(SearchText.Fold([row.LabelEs, row.LabelEn]));
                return ($"#{row.Vocabulary}.{row.Code}", label.Concat(synonyms).ToHashSet(), synonyms);
            }),
        ];

    /// <summary>The words of the terms as they are in what a session reads.</summary>
    public static async Task<TermWords> ReadAsync(ReadSession session, CancellationToken cancellationToken) =>
        new(await session.QueryAsync<TermRow>(Sql, null, cancellationToken));

    /// <summary>What a query asks for, each word with what the vocabularies know of it.</summary>
    public IReadOnlyList<Wanted> Of(string query) =>
        [.. SearchText.Parse(query).Select((term, i) => i < Asked && !term.IsQuoted ? Of(term) : new Wanted(term))];

    private Wanted Of(SearchTerm term)
    {
        var word = term.Words[0];

        // A synonym is a word of its own, not the beginning of one: agua is not Aguascalientes.
        var synonyms = terms.Where(one => one.Synonyms.Contains(word)).SelectMany(one => one.Synonyms).Distinct().ToList();
        var isBegun = term.IsPrefix && synonyms.Count == 0 && word.Length >= ShortestBeginning;
        bool IsMeant(string known) =>
            known == word || synonyms.Contains(known) || isBegun && known.StartsWith(word, StringComparison.Ordinal);
        return new Wanted(synonyms.Count == 0 ? term : term with { IsPrefix = false })
        {
            Tags = [.. terms.Where(one => one.Words.Any(IsMeant)).Select(one => one.Tag)],
            Synonyms = [.. synonyms.SelectMany(Numbers).Where(other => other != word)],
        };
    }

    /// <summary>A word in singular and plural, as both languages form most.</summary>
    private static IEnumerable<string> Numbers(string word) => [word, $"{word}s", $"{word}es"];

    private sealed record TermRow
    {
        public string Vocabulary { get; init; } = "";
        public string Code { get; init; } = "";
        public string LabelEs { get; init; } = "";
        public string LabelEn { get; init; } = "";
        public string? SynonymsEs { get; init; }
        public string? SynonymsEn { get; init; }
    }
}

/// <summary>A part of a query, with what the vocabularies know of it.</summary>
/// <param name="Term">The word or phrase.</param>
internal sealed record Wanted(SearchTerm Term)
{
    /// <summary>Tags of the terms whose words it is or begins.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Words that mean the same.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>What the index may hold instead of the word.</summary>
    public IEnumerable<string> Others => Tags.Concat(Synonyms);
}
