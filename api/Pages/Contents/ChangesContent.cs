using OpenGov.Api.Changes;
using OpenGov.Api.Embedding;
using OpenGov.Api.Embedding.Widgets;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Every change of the register, the newest first.</summary>
internal sealed class ChangesContent(ChangesRepository changes, ChangeNames names, ChangeWords words, PagedList paged, PageFilters filters)
    : IPageContent
{
    public string Path => "/changes";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var (asked, found, after) = await paged.ReadAsync(page, changes, Path, null, cancellationToken);
        var form = await filters.FormAsync(page, ChangesRepository.Sql, cancellationToken);
        if (found is null)
        {
            return new PageContent { Blocks = [.. PageNotices.Wrong(page, paged.Errors!, form), form], Errors = paged.Errors };
        }

        var named = await names.OfAsync(widget, found.Items, cancellationToken);
        var differences = new Dictionary<string, string>();
        foreach (var change in found.Items)
        {
            differences[change.Id] = await words.DifferencesAsync(widget, change, cancellationToken);
        }

        return new PageContent
        {
            Data = new RowsQuery([.. asked.Values]).Of("/changes"),
            Taken = PagedList.Takes,
            Narrowed = await filters.NarrowedAsync(page, form, cancellationToken),
            Blocks =
            [
                form,
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
                                    new Cell(named[change.Id], ChangeWords.PageOf(change)),
                                    new Cell(widget.Say($"{change.RecordId}, {Version(widget, change)}")),
                                    new Cell(widget.Say(differences[change.Id])),
                                    new Cell(widget.Say(ChangeWords.Who(widget, change))),
                                    new Cell(change.Reason is { } reason ? widget.Say(ChangeWords.Reason(reason)) : null),
                                ]
                        ),
                    ]
                ).Place("count"),
                .. after,
            ],
        };
    }

    private static string Version(WidgetRequest widget, Change change) =>
        widget.In(new Words($"versión {change.Version}", $"version {change.Version}"));
}
