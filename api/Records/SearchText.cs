using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace OpenGov.Api.Records;

/// <summary>
/// Text folded for comparison: lower case, without accents, letters and digits only. Both engines store and
/// compare the folded form, so that <c>jovenes</c> finds <c>jóvenes</c> on either.
/// </summary>
public static class SearchText
{
    /// <summary>
    /// Accented Latin letters and the letter each folds to. A table of our own, because string.Normalize may
    /// differ between nodes with other versions of ICU.
    /// </summary>
    private static readonly FrozenDictionary<char, char> Plain = new (string Accented, char Letter)[]
    {
        ("àáâãäåāăąǎǟǡǻȁȃȧ", 'a'),
        ("çćĉċč", 'c'),
        ("ď", 'd'),
        ("èéêëēĕėęěȅȇȩ", 'e'),
        ("ĝğġģǧǵ", 'g'),
        ("ĥȟ", 'h'),
        ("ìíîïĩīĭįǐȉȋ", 'i'),
        ("ĵǰ", 'j'),
        ("ķǩ", 'k'),
        ("ĺļľ", 'l'),
        ("ñńņňǹ", 'n'),
        ("òóôõöōŏőơǒǫǭȍȏȫȭȯȱ", 'o'),
        ("ŕŗřȑȓ", 'r'),
        ("śŝşšſș", 's'),
        ("ţťț", 't'),
        ("ùúûüũūŭůűųưǔǖǘǚǜȕȗ", 'u'),
        ("ŵ", 'w'),
        ("ýÿŷȳ", 'y'),
        ("źżž", 'z'),
    }
        .SelectMany(row => row.Accented.Select(accented => KeyValuePair.Create(accented, row.Letter)))
        .ToFrozenDictionary();

    /// <summary>Words of a text, folded, each between single spaces, with one at either end; empty text gives one space.</summary>
    public static string Fold(IEnumerable<string?> texts)
    {
        var folded = new StringBuilder(" ");
        foreach (var text in texts)
        {
            Append(folded, text);
            if (folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString();
    }

    /// <summary>The key by which a name sorts: folded, so that Índice stands between horas and jardín.</summary>
    public static string? SortKey(string? text) => text is null ? null : Fold([text]).Trim();

    /// <summary>
    /// What a record must all have: quoted phrases as they stand, words whole, the last word as a prefix unless it is quoted; and
    /// what it must not have, behind a minus at the beginning of a word or phrase.
    /// Folding leaves no character that LIKE or a query parser reads as an operator.
    /// </summary>
    public static IReadOnlyList<SearchTerm> Parse(string query)
    {
        var wanted = new List<SearchTerm>();
        var endsInWord = false;
        var parts = query.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            // A quote that is not closed is none.
            if (i % 2 == 1 && i < parts.Length - 1)
            {
                if (Words(Fold([parts[i]])) is { Count: > 0 } phrase)
                {
                    wanted.Add(new SearchTerm(phrase, IsPrefix: false) { IsQuoted = true, IsExcluded = EndsInMinus(parts[i - 1]) });
                    endsInWord = false;
                }

                continue;
            }

            foreach (var piece in parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var isExcluded = piece[0] == '-';
                foreach (var word in Words(Fold([piece])))
                {
                    wanted.Add(new SearchTerm([word], IsPrefix: false) { IsExcluded = isExcluded });
                    endsInWord = !isExcluded;
                }
            }
        }

        if (endsInWord)
        {
            wanted[^1] = wanted[^1] with { IsPrefix = true };
        }

        return wanted;
    }

    /// <summary>Whether a minus stands right before a quote, at the beginning of a word.</summary>
    private static bool EndsInMinus(string before) => before == "-" || before.EndsWith(" -", StringComparison.Ordinal);

    /// <summary>What a record must have, as patterns for LIKE over folded text.</summary>
    public static IReadOnlyList<string> Patterns(string query) =>
        [.. Parse(query).Where(wanted => !wanted.IsExcluded).Select(wanted => wanted.Pattern)];

    /// <summary>The words of a folded text, in their order.</summary>
    public static IReadOnlyList<string> Words(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of a folded text as the index keeps them: each once, long ones cut.</summary>
    public static HashSet<string> IndexedWords(string folded) =>
        [.. Words(folded).Select(word => word.Length > SearchTerm.LongestWord ? word[..SearchTerm.LongestWord] : word)];

    private static void Append(StringBuilder folded, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                var lower = char.ToLowerInvariant(character);
                folded.Append(Plain.GetValueOrDefault(lower, lower));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }
    }
}

/// <summary>A part of a query.</summary>
/// <param name="Words">One word, or those of a phrase.</param>
/// <param name="IsPrefix">Whether words that begin with it count too.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool IsPrefix)
{
    /// <summary>Whether it stood in quotes, so that it is meant as it stands.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether a record must not have it.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Of longer words the index keeps the beginning.</summary>
    public const int LongestWord = 80;

    /// <summary>The pattern that folded text matches which has it.</summary>
    public string Pattern => IsPrefix ? $"% {Words[0]}%" : $"% {string.Join(' ', Words)} %";

    /// <summary>Whether the index knows its words whole.</summary>
    public bool IsIndexed => Words.All(word => word.Length < LongestWord);

    /// <summary>
    /// Bounds of what the index must hold for a word, the lower included: words are letters and digits, so nothing
    /// else stands between a word and itself with <c>!</c>, and every continuation stands before U+FFFF.
    /// </summary>
    public (string From, string To) Range(string word) => (word, IsPrefix ? $"{word}\uffff" : $"{word}!");
}
