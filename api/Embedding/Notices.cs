using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding;

/// <summary>What a widget says when it cannot show what was asked for.</summary>
internal static class Notices
{
    private static readonly Words Home = new("Ir a OpenGov", "Go to OpenGov");

    /// <summary>There is no such kind.</summary>
    public static WidgetContent NoKind(WidgetRequest widget, string kind, IEnumerable<string> all)
    {
        var names = string.Join(", ", all.Order(StringComparer.Ordinal));
        var shown = Shown(kind);
        return Of(
            widget,
            new Words("Este widget no existe", "There is no such widget"),
            kind.Length == 0
                ? new Words($"Falta decir cuál. Hay: {names}.", $"It has to be said which. There are: {names}.")
                : new Words($"No hay widget «{shown}». Hay: {names}.", $"There is no widget “{shown}”. There are: {names}."),
            "/"
        );
    }

    /// <summary>What was given, short enough to be said again, without what no document can have.</summary>
    public static string Shown(string text) => ParameterErrors.Shown(text).Replace('\0', '\uFFFD');

    /// <summary>What would change the facts cannot be read.</summary>
    public static WidgetContent Wrong(WidgetRequest widget, ParameterErrors errors) =>
        new()
        {
            Title = widget.Say(new Words("Así no se puede mostrar", "It cannot be shown like this")),
            Page = "/",
            More = Home,
            IsFact = false,
            Blocks =
            [
                .. errors.All.Select(error =>
                    (Block)
                        new Block.Paragraph(
                            widget.Say(
                                new Words(
                                    error.DetailEs.Replace('\0', '\uFFFD'),
                                    $"{error.Parameter}: {error.Detail}".Replace('\0', '\uFFFD')
                                )
                            )
                        )
                ),
            ],
        };

    /// <summary>The day that is asked for is before the first one.</summary>
    public static WidgetContent Before(WidgetRequest widget, DateOnly first) =>
        Of(
            widget,
            new Words("Sin registro aquí", "No record here"),
            new Words(
                $"Este registro empieza el {widget.On(first)}: de un día anterior no consta nada aquí.",
                $"This register begins on {widget.On(first)}: of an earlier day nothing is on record here."
            ),
            "/"
        );

    /// <summary>There is nothing of that name.</summary>
    public static WidgetContent NotFound(WidgetRequest widget, IWidget asked, string subject)
    {
        var shown = Shown(subject);
        return Of(
            widget,
            new Words("Sin registro aquí", "No record here"),
            subject.Length == 0
                ? new Words(
                    $"El widget «{asked.Kind}» necesita de qué tratar.",
                    $"The widget “{asked.Kind}” needs to know what it is about."
                )
                : new Words(
                    $"No consta aquí «{shown}» para el widget «{asked.Kind}».",
                    $"Nothing called “{shown}” is on record here for the widget “{asked.Kind}”."
                ),
            "/"
        );
    }

    /// <summary>It was taken out of the current data.</summary>
    public static WidgetContent Withdrawn(WidgetRequest widget, string subject, Withdrawal withdrawal) =>
        Of(
            widget,
            new Words("Este registro se retiró", "This record was withdrawn"),
            new Words(
                $"«{subject}» se retiró el {widget.On(DateOnly.FromDateTime(withdrawal.ChangedAt.UtcDateTime))}"
                    + $"{(withdrawal.Reason is { } why ? $": {ChangeWords.Reason(why).Es}" : "")}. Lo que decía sigue en su historia.",
                $"“{subject}” was withdrawn on {widget.On(DateOnly.FromDateTime(withdrawal.ChangedAt.UtcDateTime))}"
                    + $"{(withdrawal.Reason is { } reason ? $": {ChangeWords.Reason(reason).En}" : "")}. What it said stays in its history."
            ),
            $"/changes?record={Uri.EscapeDataString(subject)}"
        ) with
        {
            More = new Words("Ver su historia en OpenGov", "See its history on OpenGov"),
        };

    private static WidgetContent Of(WidgetRequest widget, Words title, Words text, string page) =>
        new()
        {
            Title = widget.Say(title),
            Page = page,
            More = Home,
            IsFact = false,
            Blocks = [new Block.Paragraph(widget.Say(text))],
        };
}
