using System.Globalization;
using System.Text.RegularExpressions;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>Parts of a sentence, as the dashboard joins them (<c>sentence.ts</c>, <c>format.ts</c>).</summary>
internal static partial class Sentence
{
    /// <summary>A text in a heading is no longer than this.</summary>
    private const int Longest = 60;

    /// <summary>Things of a list that a heading names; of more it says how many.</summary>
    private const int MostNamed = 5;

    /// <summary>
    /// A label within a sentence: its first letter small, unless its first word is an acronym or has another capital in it.
    /// </summary>
    public static string Within(string text)
    {
        var first = FirstWord().Match(text).Value;
        return first.Skip(1).Any(letter => char.IsUpper(letter) || char.IsDigit(letter)) || text.Length == 0
            ? text
            : char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..];
    }

    /// <summary>The same of one that can be a name itself (Objetivo de Desarrollo Sostenible), which keeps its capitals.</summary>
    public static string Label(string text) => Name().IsMatch(text) ? text : Within(text);

    /// <summary>A text that stands in quotation marks, with other ones within.</summary>
    public static string Quoted(WidgetRequest widget, string text) =>
        widget.Language == "en"
            ? text.Replace('“', '‘').Replace('”', '’')
            : text.Replace('“', '‘').Replace('”', '’').Replace('«', '“').Replace('»', '”');

    /// <summary>A text short enough for a heading.</summary>
    public static string Cut(string text) => text.Length <= Longest ? text : $"{text[..Longest].TrimEnd()}…";

    /// <summary>All of them.</summary>
    public static string And(WidgetRequest widget, IReadOnlyList<string> all) =>
        Joined(all, widget.In(new Words(BeforeI().IsMatch(all[^1]) ? "e" : "y", "and")), hasComma: widget.Language == "en");

    /// <summary>Any of them; of more than a heading names how many more.</summary>
    public static string Or(WidgetRequest widget, IReadOnlyList<string> all)
    {
        var named = Few(widget, all);
        return Joined(named, widget.In(new Words(BeforeO().IsMatch(named[^1]) ? "u" : "o", "or")), hasComma: widget.Language == "en");
    }

    /// <summary>The first of them, and how many more there are.</summary>
    public static IReadOnlyList<string> Few(WidgetRequest widget, IReadOnlyList<string> all) =>
        all.Count <= MostNamed
            ? all
            : [.. all.Take(MostNamed), widget.In(new Words($"{all.Count - MostNamed} más", $"{all.Count - MostNamed} more"))];

    private static string Joined(IReadOnlyList<string> all, string word, bool hasComma) =>
        all.Count == 1 ? all[0] : $"{string.Join(", ", all.SkipLast(1))}{(hasComma && all.Count > 2 ? "," : "")} {word} {all[^1]}";

    [GeneratedRegex(@"^[\p{L}\p{N}]+")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"\s\p{Lu}\p{Ll}")]
    private static partial Regex Name();

    [GeneratedRegex("^(i|hi(?!e))", RegexOptions.IgnoreCase)]
    private static partial Regex BeforeI();

    [GeneratedRegex("^(o|ho|8|11( |$))", RegexOptions.IgnoreCase)]
    private static partial Regex BeforeO();
}
