using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.States;
using OpenGov.Api.Timeline;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What happened, from the first event on record to the last.</summary>
internal sealed class TimelineContent(TimelineRepository timeline, StatesRepository states, RecordFinisher finisher, PageFilters filters)
    : IPageContent
{
    public string Path => "/timeline";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var form = await filters.FormAsync(page, TimelineRepository.Sql, cancellationToken);
        if (await filters.ReadAsync(page, TimelineRepository.Sql, cancellationToken) is not { } within)
        {
            return new PageContent { Blocks = [.. Notices.Wrong(widget, filters.Errors!).Blocks, form], Errors = filters.Errors };
        }

        var all = (await timeline.ListAsync(Tables.All(TimelineRepository.Sql, within: within), cancellationToken)).Items;
        await finisher.FinishAsync(all, cancellationToken);
        var named = (await states.OfAllAsync(cancellationToken)).ToDictionary(
            state => state.Id,
            state => widget.Text(state.NameEs, state.NameEn).Text!
        );
        return new PageContent
        {
            Narrowed = await filters.NarrowedAsync(
                page,
                TimelineRepository.Sql,
                form,
                widget.In(new Words("Cronología", "Timeline")),
                cancellationToken
            ),
            Blocks =
            [
                form,
                new Block.Table(
                    widget.In(new Words($"Hechos que constan aquí: {all.Count}", $"Events on record here: {all.Count}")),
                    [
                        widget.In(Said.Date),
                        widget.In(new Words("Qué pasó", "What happened")),
                        widget.In(Said.State),
                        widget.In(new Words("Fuente", "Source")),
                    ],
                    [
                        .. all.Select(one =>
                            (IReadOnlyList<Cell>)
                                [
                                    new Cell(widget.Say(widget.On(one.OccurredOn, one.OccurredOnPrecision))),
                                    new Cell(Certainty.Mark(widget.Text(one.TitleEs, one.TitleEn), one.Confidence)),
                                    new Cell(
                                        widget.Say(one.StateId is null ? widget.In(new Words("Nacional", "National")) : named[one.StateId]),
                                        one.StateId is { } state ? $"/states/{state}" : null
                                    ),
                                    one.Sources is [var source, ..]
                                        ? new Cell(widget.Text(source.TitleEs, source.Title), source.Url)
                                        : new Cell(null),
                                ]
                        ),
                    ]
                ),
            ],
            Sources = [.. all.SelectMany(one => one.Sources).DistinctBy(source => source.Id)],
        };
    }
}
