using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Oracles;

/// <summary>A part of a search: one word, or the words of a phrase; the last word may be the beginning of one.</summary>
internal sealed record Term(IReadOnlyList<string> Words, bool IsPrefix = false)
{
    /// <summary>Whether it tells nothing of a record, and is left out where there is something else.</summary>
    public bool IsCommon { get; init; }

    /// <summary>Whether it is meant as it stands.</summary>
    public bool IsQuoted { get; init; }
}

/// <summary>A record that a search finds.</summary>
internal sealed record Found(string Kind, Row Row, int Score);

/// <summary>What a search finds, by reading all texts word by word.</summary>
internal static class SearchOracle
{
    /// <summary>Terms of a search that count for the title; more do not change the order.</summary>
    private const int Ranked = 6;

    /// <summary>The kinds of record that can be found, each with what is its title. A proposal has none.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Titles { get; } =
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["states"] = ["name_es", "name_en"],
            ["secretariats"] = ["name_es", "name_en"],
            ["organizations"] = ["name"],
            ["plans"] = ["title_es", "title_en"],
            ["commitments"] = ["title_es", "title_en"],
            ["evidence"] = ["title_es", "title_en"],
            ["indicators"] = ["name_es", "name_en"],
            ["practices"] = ["title_es", "title_en"],
            ["instruments"] = ["name_es", "name_en"],
            ["trainings"] = ["name_es", "name_en"],
            ["learnings"] = ["title_es", "title_en"],
            ["timeline"] = ["title_es", "title_en"],
            ["sessions"] = ["title_es", "title_en"],
            ["proposals"] = [],
            ["metric_editions"] = ["name_es", "name_en"],
        };

    /// <summary>Of so many words of a query it is asked what they mean.</summary>
    private const int WithSynonyms = 12;

    /// <summary>What is found, the best first, then by kind, then by id.</summary>
    public static IReadOnlyList<Found> Search(string query, Day day)
    {
        var terms = Terms(query);
        var found = new List<Found>();
        foreach (var (kind, titles) in Titles)
        {
            foreach (var row in day.All(kind).Where(row => Matches(row, terms, day)))
            {
                var inTitle = terms.Take(Ranked).Count(term => titles.Any(title => Stands(term, Words(row.Text(title)))));
                found.Add(new Found(kind, row, terms.Count + 2 * inTitle));
            }
        }

        return
        [
            .. found
                .OrderByDescending(one => one.Score)
                .ThenBy(one => one.Kind, StringComparer.Ordinal)
                .ThenBy(one => one.Row.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The state that a record belongs to, by itself, its plan or its commitment; null when to none.</summary>
    public static string? StateOf(Row row, Day day) =>
        row.Table switch
        {
            "states" => row.Id,
            "commitments" => day.PlanOf(row).Text("state_id"),
            "evidence" or "indicators" => StateOf(day.Find("commitments", row.Text("commitment_id"))!, day),
            _ => row.Values.GetValueOrDefault("state_id") as string,
        };

    /// <summary>
    /// Whether the record's id and texts, one after the other, hold every term, or the word of its id for what a state is called for
    /// short.
    /// </summary>
    public static bool Matches(Row row, IReadOnlyList<Term> terms, Day day)
    {
        var searched = Schema.Current[row.Table].Fields.Where(field => field.Searchable && field.Vocabulary is null);
        var words = searched.Select(field => row.Text(field.Name)).Prepend(row.Id).SelectMany(Words).ToList();
        return terms
            .Select(
                (term, i) =>
                    Stands(term, words)
                    || i < WithSynonyms
                        && !term.IsQuoted
                        && !CommonWords.Has(term.Words[0])
                        && (StatesCalled(term.Words[0], day).Any(words.Contains) || words.Any(word => AreForms(term.Words[0], word)))
            )
            .All(stands => stands);
    }

    /// <summary>Whether a word is another in the other number or gender.</summary>
    private static bool AreForms(string asked, string word)
    {
        var numbers = Roots(word, 0).Prepend(word).ToList();
        return asked.Length is >= 3 and <= 40
            && asked.All(char.IsLetter)
            && Roots(asked)
                .Prepend(asked)
                .Any(root => numbers.Any(one => one == root || Neutral(one) is { } neutral && neutral == Neutral(root)));
    }

    /// <summary>What a word may be the plural of.</summary>
    private static IEnumerable<string> Roots(string word, int shortest = 4) =>
        new (string From, string To)[] { ("s$", ""), ("es$", ""), ("ces$", "z"), ("ies$", "y") }
            .Where(one => Regex.IsMatch(word, one.From))
            .Select(one => Regex.Replace(word, one.From, one.To))
            .Where(root => root.Length >= shortest);

    /// <summary>A participle or adjective without its gender; null for other words.</summary>
    private static string? Neutral(string word) =>
        Regex.Match(word, "^(?=.{6})(?:(.*(?:ad|id|ic|iv|os|ari|an))[oa]|(.*[dt]or)a?)$") is { Success: true } match
            ? match.Groups[1].Value + match.Groups[2].Value
            : null;

    /// <summary>The word of the id of the first state that has this abbreviation, by itself or behind "edo", or this name of one word.</summary>
    private static IEnumerable<string> StatesCalled(string word, Day day) =>
        day.All("states")
            .OrderBy(state => state.Id, StringComparer.Ordinal)
            .SelectMany(state =>
                (string.Concat(Words(state.Text("abbreviation")).Distinct()) is var name ? new[] { name, $"edo{name}" } : [])
                    .Concat(
                        new[] { "name_es", "name_en" }
                            .Select(field => Words(state.Text(field)))
                            .Where(words => words.Count == 1)
                            .Select(words => words[0])
                    )
                    .Select(called => (Called: called, Id: Words(state.Id)[^1]))
            )
            .Where(one => one.Called == word)
            .Take(1)
            .Select(one => one.Id);

    /// <summary>What a query asks for, without common words where there are others. A quote that is not closed is none.</summary>
    public static IReadOnlyList<Term> Terms(string query)
    {
        var parts = query.Split('"');
        var terms = new List<Term>();
        var isWordLast = false;
        for (var i = 0; i < parts.Length; i++)
        {
            var words = Words(parts[i]).ToList();
            var isPhrase = i % 2 == 1 && i != parts.Length - 1;
            if (words.Count == 0)
            {
                continue;
            }

            if (isPhrase)
            {
                terms.Add(new Term(words) { IsQuoted = true });
            }
            else
            {
                foreach (var piece in parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Words))
                {
                    terms.AddRange(piece.Select(word => new Term([word]) { IsCommon = piece.Count == 1 && CommonWords.Has(word) }));
                }
            }

            isWordLast = !isPhrase;
        }

        if (isWordLast)
        {
            terms[^1] = terms[^1] with { IsPrefix = true };
        }

        var others = terms.Where(term => !term.IsCommon).ToList();
        return others.Count > 0 ? others : terms;
    }

    /// <summary>The words of a text without accents and capitals.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in $"{text} ".Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    private static bool Stands(Term term, IReadOnlyList<string> words)
    {
        for (var start = 0; start + term.Words.Count <= words.Count; start++)
        {
            var all = true;
            for (var i = 0; i < term.Words.Count; i++)
            {
                var word = words[start + i];
                all &= term.IsPrefix ? word.StartsWith(term.Words[i], StringComparison.Ordinal) : word == term.Words[i];
            }

            if (all)
            {
                return true;
            }
        }

        return false;
    }
}
