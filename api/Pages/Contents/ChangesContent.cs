using System.Text.Json;
using OpenGov.Api.Changes;
using OpenGov.Api.Embedding;
using OpenGov.Api.Embedding.Widgets;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Every change of the register, the newest first.</summary>
internal sealed class ChangesContent(ChangesRepository changes, ChangeNames names, PagedList paged) : IPageContent
{
    public string Path => "/changes";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var (_, found, after) = await paged.ReadAsync(page, changes, null, cancellationToken);
        if (found is null)
        {
            return new PageContent { Blocks = after, Errors = paged.Errors };
        }

        var named = await names.OfAsync(widget, found.Items, cancellationToken);
        return new PageContent
        {
            Blocks =
            [
                new Block.Table(
                    widget.In(new Words($"Cambios: {Said.Number(found.Total)}", $"Changes: {Said.Number(found.Total)}")),
                    [
                        widget.In(Said.Date),
                        widget.In(new Words("Qué pasó", "What happened")),
                        widget.In(new Words("Registro", "Record")),
                        widget.In(new Words("Qué registro es", "What record it is")),
                        widget.In(new Words("De qué a qué", "From what to what")),
                        widget.In(new Words("Quién", "Who")),
                        widget.In(new Words("Por qué", "Why")),
                    ],
                    [
                        .. found.Items.Select(change =>
                            (IReadOnlyList<Cell>)
                                [
                                    .. ChangesWidget.Happened(widget, change),
                                    new Cell(named[change.Id], ChangesWidget.PageOf(change)),
                                    new Cell(widget.Say($"{change.RecordId}, {Version(widget, change)}")),
                                    new Cell(Changed(widget, change)),
                                    new Cell(Who(widget, change)),
                                    new Cell(change.Reason is null ? null : new Spoken(change.Reason, "en")),
                                ]
                        ),
                    ]
                ),
                .. after,
            ],
        };
    }

    private static string Version(WidgetRequest widget, Change change) =>
        widget.In(new Words($"versión {change.Version}", $"version {change.Version}"));

    /// <summary>Each field with what it said before and says after; what was recorded or withdrawn is the whole record.</summary>
    private static Spoken Changed(WidgetRequest widget, Change change) =>
        widget.Say(
            change.Fields.Count == 0
                ? widget.In(new Words("El registro entero", "The whole record"))
                : string.Join(
                    "; ",
                    change.Fields.Select(field => $"{field}: {Value(widget, change.Before, field)} → {Value(widget, change.After, field)}")
                )
        );

    private static string Value(WidgetRequest widget, IReadOnlyDictionary<string, JsonElement>? values, string field)
    {
        var empty = widget.In(new Words("vacío", "empty"));
        return values?.GetValueOrDefault(field) switch
        {
            null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => empty,
            { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() == 0
                ? empty
                : string.Join(", ", list.EnumerateArray().Select(one => one.ToString())),
            { ValueKind: JsonValueKind.True } => widget.In(Said.Yes),
            { ValueKind: JsonValueKind.False } => widget.In(Said.No),
            { } value => PageDescription.Cut(value.ToString())!,
        };
    }

    private static Spoken Who(WidgetRequest widget, Change change)
    {
        var role = CodeWords.Find("actor_role", change.ActorRole) is { } words ? widget.In(words) : change.ActorRole;
        return widget.Say(change.ActorOrganization is { } organization ? $"{organization} ({role})" : role);
    }
}
