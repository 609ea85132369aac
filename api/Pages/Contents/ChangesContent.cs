using OpenGov.Api.Changes;
using OpenGov.Api.Embedding;
using OpenGov.Api.Embedding.Widgets;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Every change of the register, the newest first.</summary>
internal sealed class ChangesContent(ChangesRepository changes, PagedList paged) : IPageContent
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
                        widget.In(new Words("Campos", "Fields")),
                        widget.In(new Words("Por qué", "Why")),
                    ],
                    [
                        .. found.Items.Select(change =>
                            (IReadOnlyList<Cell>)
                                [
                                    .. ChangesWidget.Happened(widget, change),
                                    new Cell(widget.Say(change.RecordId), PageOf(change)),
                                    new Cell(change.Fields.Count == 0 ? null : widget.Say(string.Join(", ", change.Fields))),
                                    new Cell(change.Reason is null ? null : widget.Say(change.Reason)),
                                ]
                        ),
                    ]
                ),
                .. after,
            ],
        };
    }

    private static string? PageOf(Change change) =>
        change.RecordType is "states" or "plans" or "commitments" ? $"/{change.RecordType}/{change.RecordId}" : null;
}
