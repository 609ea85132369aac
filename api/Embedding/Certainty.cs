using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>
/// How sure what is shown is, said beside it wherever it is shown: in widgets, pictures and served pages as on the dashboard. What is
/// documented is the normal case and is left unmarked.
/// </summary>
internal static class Certainty
{
    public static readonly Words OnlyPresented = new("solo en la presentación", "only in the presentation");

    private static readonly Dictionary<string, Words?> Marks = new()
    {
        ["documented"] = null,
        ["presentation"] = OnlyPresented,
        ["inferred"] = new("inferido", "inferred"),
        ["disputed"] = new("en disputa", "disputed"),
    };

    /// <summary>A text with how sure it is behind it; a text that is not there stays so.</summary>
    public static Spoken? Mark(Spoken? text, string? confidence) =>
        text?.Text is { } known && confidence is not null && Marks[confidence] is { } mark
            ? text with
            {
                Text = $"{known} ({In(text.Language, mark)})",
            }
            : text;

    /// <summary>The same of a step of a state, of which the presentation alone may tell.</summary>
    public static Spoken Step(this WidgetRequest widget, string label, bool isPresented) =>
        Mark(widget.Say(label), isPresented ? "presentation" : null)!;

    /// <summary>How sure a field is, where it is less sure than its record: a text is named by language (<c>certainty.ts</c>).</summary>
    public static string? OfField(IReadOnlyList<string> inferred, IReadOnlyList<string> presented, string field)
    {
        string[] names = [field, $"{field}_es", $"{field}_en"];
        return names.Any(inferred.Contains) ? "inferred"
            : names.Any(presented.Contains) ? "presentation"
            : null;
    }

    /// <summary>A mark in the language of the text that it stands behind.</summary>
    private static string In(string language, Words mark) => language == "en" ? mark.En : mark.Es;
}
