using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace OpenGov.Api.Data;

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
    }.SelectMany(row => row.Accented.Select(accented => KeyValuePair.Create(accented, row.Letter))).ToFrozenDictionary();

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
    /// LIKE patterns that a record must all match: quoted phrases as they stand, words whole, the last word
    /// outside quotes as a prefix. Folding leaves no character that LIKE or a query parser reads as an operator.
    /// </summary>
    public static IReadOnlyList<string> Patterns(string query)
    {
        var patterns = new List<string>();
        var parts = query.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            var folded = Fold([parts[i]]).Trim();
            if (folded.Length == 0)
            {
                continue;
            }

            var quoted = i % 2 == 1 && i < parts.Length - 1;
            if (quoted)
            {
                patterns.Add($"% {folded} %");
                continue;
            }

            var words = folded.Split(' ');
            var prefix = i == parts.Length - 1 || parts[(i + 1)..].All(string.IsNullOrWhiteSpace);
            for (var w = 0; w < words.Length; w++)
            {
                patterns.Add(prefix && w == words.Length - 1 ? $"% {words[w]}%" : $"% {words[w]} %");
            }
        }

        return patterns;
    }

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
