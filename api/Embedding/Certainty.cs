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
        ["undescribed"] = new("mencionado, sin título ni fecha", "mentioned, without a title or date"),
    };

    /// <summary>How a mark that is not the normal case is said.</summary>
    public static Words Of(string confidence) => Marks[confidence]!;

    /// <summary>A text with how sure it is behind it; a text that is not there stays so.</summary>
    public static Spoken? Mark(Spoken? text, string? confidence) =>
        text?.Text is { } known && confidence is not null && Marks[confidence] is { } mark
            ? text with
            {
                Text = $"{known} ({In(text.Language, mark)})",
            }
            : text;

    /// <summary>A text that a field of a record says, with how sure that field is, else the record.</summary>
    public static Spoken? MarkField(
        Spoken? text,
        string? confidence,
        IReadOnlyList<string> inferred,
        IReadOnlyList<string> presented,
        string field
    ) => Mark(text, OfField(inferred, presented, field) ?? confidence);

    /// <summary>The same of a field of a commitment, of which the record's own mark stands by its name.</summary>
    public static Spoken? MarkField(Commitments.Commitment of, Spoken? text, string field) =>
        MarkField(text, null, of.InferredFields, of.PresentationFields, field);

    /// <summary>
    /// A published value as it stands in a table. One that other sources contradict is not shown as one, and is not unknown either: it is
    /// said to be disputed, and its note gives it.
    /// </summary>
    public static Cell Value(WidgetRequest widget, Metrics.MetricValue? value) =>
        new(
            value is null ? null
                : value.Confidence == "disputed" ? widget.Say(Said.Disputed)
                : Mark(widget.Say(Said.Index(value.Value)), value.Confidence),
            IsNumber: true
        );

    /// <summary>The same of a step of a state, of which the presentation alone may tell, or another source and no more than that.</summary>
    public static Spoken Step(this WidgetRequest widget, string label, string? confidence) => Mark(widget.Say(label), confidence)!;

    /// <summary>
    /// How far a state came, with how sure that is: of results by how many of its commitments, since one is enough. That it did not join is
    /// only known as of the day of who said so: other than the steps that it took, it can change.
    /// </summary>
    public static Spoken Stage(this WidgetRequest widget, States.State state, string label) =>
        state is { Stage: "none", ParticipationAsOf: { } day }
            ? widget.Say(AsOf(widget, label, widget.On(day, state.ParticipationAsOfPrecision)))
            : widget.Step(
                state.Stage == "results"
                    ? widget.In(
                        new Words(
                            $"{label}, por {Said.Number(state.StageRecordIds.Count)} de {Said.Number(state.CommitmentsDocumented)} {Plural(state, "compromiso", "compromisos")}",
                            $"{label}, by {Said.Number(state.StageRecordIds.Count)} of {Said.Number(state.CommitmentsDocumented)} {Plural(state, "commitment", "commitments")}"
                        )
                    )
                    : label,
                state.SureOf(state.Stage)
            );

    private static string Plural(States.State state, string one, string many) => state.CommitmentsDocumented == 1 ? one : many;

    /// <summary>What was so on a day, and is not known of any later one.</summary>
    public static string AsOf(WidgetRequest widget, string text, string day) =>
        widget.In(new Words($"{text} (visto por última vez: {day})", $"{text} (last seen: {day})"));

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
