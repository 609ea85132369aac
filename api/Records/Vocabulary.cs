using System.Collections.Frozen;
using System.Globalization;

namespace OpenGov.Api.Records;

/// <summary>
/// The field's vocabularies: every code that an enumerated property can take, with its meaning and its IRM, OGP
/// or SDG number. One file of the data package is the source for validation, descriptions and labels.
/// </summary>
public static class Vocabulary
{
    private static readonly FrozenDictionary<string, IReadOnlyList<VocabularyTerm>> All = Load();

    /// <summary>Codes of a vocabulary, in the order of the file.</summary>
    public static IReadOnlyList<string> Codes(string vocabulary) => [.. Terms(vocabulary).Select(term => term.Code)];

    /// <summary>Terms of a vocabulary.</summary>
    public static IReadOnlyList<VocabularyTerm> Terms(string vocabulary) =>
        All.TryGetValue(vocabulary, out var terms)
            ? terms
            : throw new ArgumentException($"There is no vocabulary {vocabulary}.", nameof(vocabulary));

    /// <summary>The code that was given by one of its names in either language; null when none was.</summary>
    public static string? Named(string vocabulary, string given) =>
        Suggestion.Named(given, Terms(vocabulary).Select(term => (term.Code, term.Names)));

    /// <summary>Names of the vocabularies.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];

    private static FrozenDictionary<string, IReadOnlyList<VocabularyTerm>> Load()
    {
        var terms = ShippedTable
            .Rows("terms")
            .Select(row => new VocabularyTerm(
                row["vocabulary"],
                row["code"],
                row["label_en"],
                row["number"].Length == 0 ? null : int.Parse(row["number"], CultureInfo.InvariantCulture),
                row["definition_en"],
                [row["label_es"], row["label_en"], .. row["synonyms_es"].Split('|'), .. row["synonyms_en"].Split('|')]
            ));
        return terms
            .GroupBy(term => term.Vocabulary)
            .ToFrozenDictionary(
                group => group.Key,
                group =>
                    (IReadOnlyList<VocabularyTerm>)
                        [.. group.OrderBy(term => term.Number ?? 0).ThenBy(term => term.Code, StringComparer.Ordinal)]
            );
    }
}

/// <summary>A code with its meaning.</summary>
/// <param name="Vocabulary">The vocabulary that it belongs to.</param>
/// <param name="Code">The code, as it stands in data, JSON and queries.</param>
/// <param name="Label">Its name in English.</param>
/// <param name="Number">Its IRM, OGP or SDG number; null when there is none.</param>
/// <param name="Definition">Its meaning in English; empty when the name says it all.</param>
/// <param name="Names">What it is called in either language, synonyms among them.</param>
public sealed record VocabularyTerm(
    string Vocabulary,
    string Code,
    string Label,
    int? Number,
    string Definition,
    IReadOnlyList<string?> Names
);
