using OpenGov.Api.Records;

namespace OpenGov.Api.Search;

/// <summary>Cuts from a text the words around what was looked for.</summary>
internal static class Snippets
{
    private const int Before = 60;
    private const int Length = 180;

    /// <summary>What is looked for is no longer.</summary>
    private const int Compared = 200;

    /// <summary>The words around the first find; null when nothing that was looked for stands in the text.</summary>
    public static string? Around(string? text, IReadOnlyList<string> wanted)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var place = FirstFind(text, wanted);
        if (place < 0)
        {
            return null;
        }

        var start =
            place <= Before ? 0
            : text.IndexOf(' ', place - Before) is >= 0 and var space && space < place ? space + 1
            : place;
        var end =
            start + Length >= text.Length ? text.Length
            : text.LastIndexOf(' ', start + Length) is var last && last > place ? last
            : text.Length;
        return $"{(start > 0 ? "… " : "")}{text[start..end].Trim()}{(end < text.Length ? " …" : "")}";
    }

    /// <summary>Where the first word stands that begins what was looked for, compared folded as the search does.</summary>
    private static int FirstFind(string text, IReadOnlyList<string> wanted)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || i > 0 && char.IsLetterOrDigit(text[i - 1]))
            {
                continue;
            }

            if (wanted.Any(word => SearchText.Begins(text.AsSpan(i, Math.Min(Compared, text.Length - i)), word)))
            {
                return i;
            }
        }

        return -1;
    }
}
