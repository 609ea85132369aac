using System.Text.RegularExpressions;
using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>
/// The words of the vocabularies' terms, in both languages, as <c>q</c> finds by them what has their codes: those of the labels, and
/// the synonyms. Read with the data that is searched, so that they are of the same day.
/// </summary>
internal sealed partial class TermWords
{
    /// <summary>Of the first so many words of a query the vocabularies are asked; of the others only the texts.</summary>
    private const int Asked = 12;

    /// <summary>Shorter beginnings of words begin too many.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>Known words that are offered for one that finds nothing.</summary>
    private const int NearEach = 5;

    internal const string Sql = """
        SELECT t.vocabulary, t.code, t.label_es, t.label_en, t.synonyms_es, t.synonyms_en
        FROM terms t
        ORDER BY t.id
        """;

    internal const string StatesSql = """
        SELECT s.id, s.abbreviation, s.name_es, s.name_en
        FROM states s
        ORDER BY s.id
        """;

    /// <summary>The tag of each term.</summary>
    private readonly List<string> tags;

    /// <summary>The places among the tags of the terms that have a word, and these words in order.</summary>
    private readonly Dictionary<string, List<int>> termsOf = new(StringComparer.Ordinal);
    private readonly string[] words;

    /// <summary>What each term is called: the words of its label in either language, and each word that it says means the same.</summary>
    private readonly List<(string Vocabulary, string Code, IReadOnlyList<HashSet<string>> Labels, HashSet<string> Synonyms)> called;

    /// <summary>Words that mean the same, by each of them.</summary>
    private readonly Dictionary<string, HashSet<string>> synonyms;

    /// <summary>Those that a term says: words of their own, never the beginning of others.</summary>
    private readonly HashSet<string> said;

    /// <summary>What a label is in the other language, by the words of either that are looked for.</summary>
    private readonly Dictionary<string, HashSet<string>> labels;

    /// <summary>The word of its id by which a state is found, by what it is called for short.</summary>
    private readonly Dictionary<string, string> states;

    /// <summary>
    /// Every word of labels, synonyms and names of states as it is written, by what it is folded to, with the languages that have it.
    /// </summary>
    private readonly Dictionary<string, (string Word, HashSet<string> Languages)> written;

    internal TermWords(IReadOnlyList<TermRow> rows, IReadOnlyList<StateRow> states)
    {
        tags = [.. rows.Select(row => $"#{row.Vocabulary}.{row.Code}")];
        foreach (var (place, row) in rows.Index())
        {
            foreach (var word in Folded(row.LabelEs, row.LabelEn, row.SynonymsEs, row.SynonymsEn))
            {
                (termsOf.TryGetValue(word, out var places) ? places : termsOf[word] = []).Add(place);
            }
        }

        words = [.. termsOf.Keys.Order(StringComparer.Ordinal)];
        called =
        [
            .. rows.Select(row =>
                (
                    row.Vocabulary,
                    row.Code,
                    (IReadOnlyList<HashSet<string>>)[Telling(Folded(row.LabelEs)), Telling(Folded(row.LabelEn))],
                    Folded(row.SynonymsEs, row.SynonymsEn)
                )
            ),
        ];

        // The label of one word and its translation are synonyms, as those that the term says.
        synonyms = Joined(
            rows.Select(row =>
                Folded(row.SynonymsEs, row.SynonymsEn)
                    .Concat(new[] { Key(row.LabelEs), Key(row.LabelEn) }.Where(label => label.Length > 0 && !label.Contains(' ')))
                    .ToHashSet()
            )
        );
        said = [.. rows.SelectMany(row => Folded(row.SynonymsEs, row.SynonymsEn))];
        // A name of several words is asked for whole, as a label is; one of one word is known by itself, as an abbreviation is.
        labels = Joined(
            rows.Select(row => new[] { Key(row.LabelEs), Key(row.LabelEn) }.Where(label => label.Length > 0).ToHashSet())
                .Concat(
                    states
                        .Where(state => Key(state.NameEs).Contains(' ') && Key(state.NameEn).Contains(' '))
                        .Select(state => new[] { Key(state.NameEs), Key(state.NameEn), WordOfId(state) }.ToHashSet())
                )
        );
        written = rows.SelectMany(row => new[] { ("es", row.LabelEs), ("en", row.LabelEn), ("es", row.SynonymsEs), ("en", row.SynonymsEn) })
            .Concat(states.SelectMany(state => new[] { ("es", state.NameEs), ("en", (string?)state.NameEn) }))
            .SelectMany(text => Separators.Split(text.Item2 ?? "").Select(word => (Language: text.Item1, Word: word)))
            .Select(one => (one.Language, one.Word, Folded: string.Concat(Folded(one.Word))))
            .Where(one => one.Folded.Length >= ShortestBeginning && !CommonWords.Has(one.Folded))
            .GroupBy(one => one.Folded)
            .ToDictionary(same => same.Key, same => (same.First().Word, same.Select(one => one.Language).ToHashSet()));
        this.states = states
            .SelectMany(state =>
            {
                var (name, id) = (string.Concat(Folded(state.Abbreviation)), WordOfId(state));
                return new[] { name, $"edo{name}" }
                    .Concat(
                        new[] { state.NameEs, state.NameEn }
                            .Select(whole => SearchText.Words(SearchText.Fold([whole])))
                            .Where(words => words.Count == 1)
                            .Select(words => words[0])
                    )
                    .Select(called => (Name: called, Id: id));
            })
            .DistinctBy(one => one.Name)
            .ToDictionary(one => one.Name, one => one.Id);
    }

    /// <summary>The words of the terms as they are in what a session reads.</summary>
    public static Task<TermWords> ReadAsync(ReadSession session, CancellationToken cancellationToken) =>
        session.OfStateAsync(
            nameof(TermWords),
            async () =>
                new TermWords(
                    [.. await session.QueryAsync<TermRow>(Sql, null, cancellationToken)],
                    [.. await session.QueryAsync<StateRow>(StatesSql, null, cancellationToken)]
                ),
            words => words.tags.Count + words.states.Count,
            cancellationToken
        );

    /// <summary>What a query asks for of texts alone.</summary>
    public static IReadOnlyList<IReadOnlyList<Wanted>> None(string query) =>
        [
            [.. SearchText.Parse(query).Select(term => new Wanted(term))],
        ];

    /// <summary>
    /// What a query asks for, each word with what the vocabularies know of it. A query that is the label of a term is meant in any
    /// language of it: a record has one of these ways.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Wanted>> Of(string query)
    {
        var parsed = SearchText.Parse(query);
        var sought = parsed.Where(term => !term.IsExcluded).ToList();
        if (sought.Exists(term => term.IsQuoted) || !labels.TryGetValue(Key(sought), out var ways) || !ways.Any(way => way.Contains(' ')))
        {
            return [Of(parsed)];
        }

        var excluded = parsed.Where(term => term.IsExcluded).ToList();
        return
        [
            .. ways.Order(StringComparer.Ordinal)
                .Select(way => Of([.. way.Split(' ').Select(word => new SearchTerm([word], IsPrefix: false)), .. excluded])),
        ];
    }

    /// <summary>
    /// The codes of a vocabulary whose terms a query names: all its words are among those of a label or those that mean it, in singular or
    /// plural, in either language. <c>agua</c> and <c>medio ambiente</c> name one, <c>agua en Durango</c> none. A query that excludes asks for something else than a term.
    /// </summary>
    public IReadOnlyList<string> NamedBy(string query, string vocabulary)
    {
        var parsed = SearchText.Parse(query);
        var asked = Telling(parsed.SelectMany(term => term.Words)).Select(WordForms.Of).ToList();
        return asked.Count == 0 || parsed.Any(term => term.IsExcluded)
            ? []
            :
            [
                .. called
                    .Where(one => one.Vocabulary == vocabulary)
                    .Where(one =>
                        one.Labels.Any(label => asked.All(forms => forms.Any(form => label.Contains(form) || one.Synonyms.Contains(form))))
                    )
                    .Select(one => one.Code),
            ];
    }

    /// <summary>Words without those that every text has.</summary>
    private static HashSet<string> Telling(IEnumerable<string> words) => [.. words.Where(word => !CommonWords.Has(word))];

    /// <summary>
    /// What may be meant by a query that finds nothing: its words, if it has several, and known ones that are written nearly as one of
    /// them, the nearest of each first.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="language">The language that the known words are of; null for any.</param>
    public IReadOnlyList<string> Near(string query, string? language = null)
    {
        var words = SearchText.Parse(query).Where(term => !term.IsExcluded).SelectMany(term => term.Words).Distinct().Take(Asked).ToList();
        var known = written.Where(one => language is null || one.Value.Languages.Contains(language)).Select(one => one.Key).ToList();
        var meant = words.SelectMany(word =>
            word.Length < ShortestBeginning ? [] : Suggestion.Near(word, known.Where(other => other != word)).Take(NearEach)
        );
        return [.. words.Where(_ => words.Count > 1).Concat(meant.Select(each => written[each].Word)).Distinct()];
    }

    /// <summary>
    /// The parts of a query. The words that one asks for are not excluded as synonyms of another: <c>water -sanitation</c> leaves out what
    /// says sanitation and what the term "water and sanitation" is given to, and not whatever else says water.
    /// </summary>
    private List<Wanted> Of(IReadOnlyList<SearchTerm> parsed)
    {
        var wanted = parsed.Select((term, i) => i < Asked && !term.IsQuoted ? Of(term) : new Wanted(term)).ToList();
        var sought = wanted.Where(one => !one.Term.IsExcluded).SelectMany(one => one.Synonyms.Concat(one.Term.Words)).ToHashSet();
        return
        [
            .. wanted.Select(one =>
                one.Term.IsExcluded ? one with { Synonyms = [.. one.Synonyms.Where(word => !sought.Contains(word))] } : one
            ),
        ];
    }

    private Wanted Of(SearchTerm term)
    {
        var word = term.Words[0];
        if (CommonWords.Has(word))
        {
            return new Wanted(term);
        }

        // A synonym is a word of its own, not the beginning of one: agua is not Aguascalientes. A label that is being typed may begin
        // another word: inform begins information.
        var forms = WordForms.Of(word);
        var same = forms.SelectMany(form => synonyms.GetValueOrDefault(form, [])).ToHashSet();
        var isWhole = forms.Any(said.Contains);
        var isBegun = term.IsPrefix && !isWhole && word.Length >= ShortestBeginning;
        // Its own words lead to a term, and what its label is in the other language. Others that mean the same lead to texts, and no
        // further: violence is a matter of security, and safety nets are not.
        var labelled = forms.SelectMany(form => labels.GetValueOrDefault(form, [])).ToHashSet();
        var meant = forms.Concat(labelled).Concat(isBegun ? Begun(word) : []);
        return new Wanted(isWhole ? term with { IsPrefix = false } : term)
        {
            Tags = [.. meant.SelectMany(known => termsOf.GetValueOrDefault(known, [])).Distinct().Order().Select(place => tags[place])],
            Synonyms =
            [
                .. forms.Concat(same.Order(StringComparer.Ordinal).SelectMany(WordForms.Of)).Where(other => other != word).Distinct(),
                .. states.TryGetValue(word, out var state) && state != word ? (string[])[state] : [],
            ],
        };
    }

    /// <summary>The words of terms that begin so.</summary>
    private IEnumerable<string> Begun(string beginning)
    {
        var place = Array.BinarySearch(words, beginning, StringComparer.Ordinal);
        return words.Skip(place < 0 ? ~place : place).TakeWhile(word => word.StartsWith(beginning, StringComparison.Ordinal));
    }

    /// <summary>The last word of its id, which every id of what is of the state has: <c>dur</c> of <c>MX-DUR</c>.</summary>
    private static string WordOfId(StateRow state) => SearchText.Words(SearchText.Fold([state.Id]))[^1];

    /// <summary>What stands between words.</summary>
    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex Separators { get; }

    /// <summary>The words of texts, folded.</summary>
    private static HashSet<string> Folded(params string?[] texts) => [.. SearchText.Words(SearchText.Fold(texts))];

    /// <summary>A label as the words of it that are looked for.</summary>
    private static string Key(string label) => Key(SearchText.Parse(label));

    private static string Key(IEnumerable<SearchTerm> terms) => string.Join(' ', terms.SelectMany(term => term.Words));

    /// <summary>Groups that have a member in common as one, by each member.</summary>
    private static Dictionary<string, HashSet<string>> Joined(IEnumerable<HashSet<string>> groups)
    {
        var joined = new Dictionary<string, HashSet<string>>();
        foreach (var group in groups.Where(group => group.Count > 0))
        {
            var all = group.SelectMany(one => joined.GetValueOrDefault(one, [one])).ToHashSet();
            foreach (var one in all)
            {
                joined[one] = all;
            }
        }

        return joined;
    }

    internal sealed record StateRow
    {
        public string Id { get; init; } = "";
        public string Abbreviation { get; init; } = "";
        public string NameEs { get; init; } = "";
        public string NameEn { get; init; } = "";
    }

    internal sealed record TermRow
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

    /// <summary>Words that mean the same, and its own other forms.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>What the index may hold instead of the word.</summary>
    public IEnumerable<string> Others => Tags.Concat(Synonyms);
}
