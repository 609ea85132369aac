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

    /// <summary>Whether a text that stands at a word begins, folded, with a folded one.</summary>
    public static bool Begins(ReadOnlySpan<char> text, string folded)
    {
        var place = 0;
        for (var i = 0; i <= text.Length && place < folded.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (!isWord && (place > 0 && folded[place - 1] == ' ' || i < text.Length && IsMark(text[i])))
            {
                continue;
            }

            if (folded[place++] != (isWord ? Folded(text[i]) : ' '))
            {
                return false;
            }
        }

        return place == folded.Length;
    }

    /// <summary>The key by which a name sorts: folded, so that Índice stands between horas and jardín.</summary>
    public static string? SortKey(string? text) => text is null ? null : Fold([text]).Trim();

    /// <summary>
    /// What a record must all have: quoted phrases as they stand, words whole, the last of them as a prefix unless it is quoted; and
    /// what it must not have, behind a minus at the beginning of a word or phrase. What is excluded only takes away: it is never a
    /// prefix, and what is looked for is the same without it. Common words count only where there are no others.
    /// Folding leaves no character that LIKE or a query parser reads as an operator.
    /// </summary>
    public static IReadOnlyList<SearchTerm> Parse(string query)
    {
        var wanted = new List<(SearchTerm Term, bool IsCommon)>();
        int? lastWord = null;
        foreach (var (text, isQuoted, isExcluded) in Parts(query))
        {
            var words = Words(Fold([text]));
            if (words.Count == 0)
            {
                continue;
            }

            if (isQuoted)
            {
                wanted.Add((new SearchTerm(words, IsPrefix: false) { IsQuoted = true, IsExcluded = isExcluded }, false));
            }
            else
            {
                // A common word within another, as in e-government, is a part of it.
                var isCommon = words.Count == 1 && !isExcluded && CommonWords.Has(words[0]);
                wanted.AddRange(words.Select(word => (new SearchTerm([word], IsPrefix: false) { IsExcluded = isExcluded }, isCommon)));
            }

            lastWord =
                isExcluded ? lastWord
                : isQuoted ? null
                : wanted.Count - 1;
        }

        if (lastWord is { } last)
        {
            wanted[last] = (wanted[last].Term with { IsPrefix = true }, wanted[last].IsCommon);
        }

        var hasOthers = wanted.Exists(one => !one.IsCommon && !one.Term.IsExcluded);
        return [.. wanted.Where(one => !hasOthers || !one.IsCommon).Select(one => one.Term)];
    }

    /// <summary>What a query asks for that no search does; null where there is nothing of the kind.</summary>
    public static string? Impossible(string query)
    {
        var quotes = query.Split('"');
        if (quotes.Length % 2 == 0 && EndsInMinus(quotes[^2]))
        {
            return "The phrase behind the minus has no quote at its end. Close it: 'health -\"drinking water\"'.";
        }

        // A dash between spaces is punctuation, as titles have it, and a minus at the end excludes nothing.
        var words = string.Join("\"", quotes.Where((_, i) => i % 2 == 0)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.SkipLast(1).Any(word => word is "-" or "\u2212")
                ? "A minus stands right before the word that it excludes, without a space: 'health -water'."
            : words.Contains("OR")
                ? "There is no 'OR': a record has all the words. Search for one of them at a time, or put \"or\" in quotes."
            : words.Contains("NOT") ? "There is no 'NOT'. Exclude with a minus right before the word: 'health -water'."
            : null;
    }

    /// <summary>The words and phrases of a query, with how each is meant. A quote that is not closed is none.</summary>
    private static IEnumerable<(string Text, bool IsQuoted, bool IsExcluded)> Parts(string query)
    {
        var parts = query.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1 && i < parts.Length - 1)
            {
                yield return (parts[i], true, EndsInMinus(parts[i - 1]));
                continue;
            }

            foreach (var piece in parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (piece, false, IsMinus(piece[0]));
            }
        }
    }

    /// <summary>Whether a minus stands right before a quote, at the beginning of a word.</summary>
    private static bool EndsInMinus(string before) =>
        before.Length > 0 && IsMinus(before[^1]) && (before.Length == 1 || char.IsWhiteSpace(before[^2]));

    /// <summary>A minus, or what word processors and telephones make of it.</summary>
    private static bool IsMinus(char character) => character is '-' or '\u2212' or (>= '\u2010' and <= '\u2015') or '\uFE63' or '\uFF0D';

    /// <summary>What a record must have, as patterns for LIKE over folded text.</summary>
    public static IReadOnlyList<string> Patterns(string query) =>
        [.. Parse(query).Where(wanted => !wanted.IsExcluded).Select(wanted => wanted.Pattern)];

    /// <summary>The words of a folded text, in their order.</summary>
    public static IReadOnlyList<string> Words(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of a folded text as the index keeps them: each once, long ones cut.</summary>
    public static HashSet<string> IndexedWords(string folded) =>
        [.. Words(folded).Select(word => word.Length > SearchTerm.LongestWord ? word[..SearchTerm.LongestWord] : word)];

    private static char Folded(char character)
    {
        var lower = char.ToLowerInvariant(character);
        return Plain.GetValueOrDefault(lower, lower);
    }

    /// <summary>What stands on the letter before it.</summary>
    private static bool IsMark(char character) => CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark;

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
                folded.Append(Folded(character));
            }
            else if (!IsMark(character) && folded[^1] != ' ')
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
