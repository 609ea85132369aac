using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.States;
using OpenGov.Api.Stats;
using OpenGov.Api.Timeline;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What happened, from the first event on record to the last.</summary>
internal sealed class TimelineContent(
    TimelineRepository timeline,
    StatesRepository states,
    RecordFinisher finisher,
    InitiativeSizesRepository sizes,
    PageFilters filters,
    Tables tables
) : IPageContent
{
    public string Path => "/timeline";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var form = await filters.FormAsync(page, TimelineRepository.Sql, cancellationToken);
        if (await filters.ReadAsync(page, TimelineRepository.Sql, cancellationToken) is not { } within)
        {
            return new PageContent { Blocks = [.. PageNotices.Wrong(page, filters.Errors!, form), form], Errors = filters.Errors };
        }

        var all = (await timeline.ListAsync(Tables.All(TimelineRepository.Sql, within: within), cancellationToken)).Items;
        await finisher.FinishAsync(all, cancellationToken);
        var counted = (await sizes.ListAsync(Tables.All(InitiativeSizesRepository.Sql), cancellationToken)).Items;
        await finisher.FinishAsync(counted, cancellationToken);
        var named = (await states.OfAllAsync(widget, cancellationToken)).ToDictionary(
            state => state.Id,
            state => widget.Text(state.NameEs, state.NameEn).Text!
        );
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var one in all)
        {
            rows.Add([
                new Cell(widget.Say(widget.On(one.OccurredOn, one.OccurredOnPrecision))),
                await tables.CodeAsync(widget, "level", one.Level, null, cancellationToken),
                new Cell(Certainty.Mark(widget.Text(one.TitleEs, one.TitleEn), one.Confidence), Anchor: one.Id)
                {
                    Beside = widget.Known(one.NoteEs, one.NoteEn),
                },
                // What is of no state need not be of the whole country: the initiative in the states is of none of them.
                one.StateId
                    is { } state
                    ? new Cell(widget.Say(named[state]), $"/states/{state}")
                    : new Cell(widget.Say(KeyWords.NoState)),
                one.Sources is [var source, ..]
                    ? new Cell(widget.Text(source.TitleEs, source.Title), source.Url)
                    {
                        Beside = SourceOrder.Named(widget, [.. one.Sources.Skip(1)]) is { } more ? widget.Say(more) : null,
                    }
                    : new Cell(null),
            ]);
        }

        return new PageContent
        {
            Narrowed = await filters.NarrowedAsync(page, form, cancellationToken),
            Blocks =
            [
                .. Sizes(widget, counted),
                form.Place("events"),
                new Block.Table(
                    widget.In(new Words($"Hechos que constan aquí: {all.Count}", $"Events on record here: {all.Count}")),
                    [
                        widget.In(Said.Date),
                        widget.In(KeyWords.Of("level")),
                        widget.In(new Words("Qué pasó", "What happened")),
                        widget.In(Said.State),
                        widget.In(new Words("Fuente", "Source")),
                    ],
                    rows
                )
                {
                    Behind = SourceOrder.Union(all.SelectMany(one => one.Sources), []),
                },
            ],
            Data = within.Of("/timeline"),
            Sources =
            [
                .. all.SelectMany(one => one.Sources).Concat(counted.SelectMany(one => one.Sources)).DistinctBy(source => source.Id),
            ],
        };
    }

    /// <summary>The presentation has no date: what it counts is of about the year that it is given.</summary>
    private static string When(WidgetRequest widget, InitiativeSize one)
    {
        var day = widget.On(one.ObservedOn, one.ObservedOnPrecision);
        return one.Confidence == "presentation" ? widget.In(new Words($"hacia {day}", $"around {day}")) : day;
    }

    /// <summary>How large the local initiative was, each time that someone counted it; what that source does not say is unknown.</summary>
    private static IReadOnlyList<Block> Sizes(WidgetRequest widget, IReadOnlyList<InitiativeSize> counted) =>
        counted.Count == 0
            ? []
            :
            [
                new Block.Subtitle(widget.In(new Words("¿Cómo creció la iniciativa local?", "How did the local initiative grow?"))).Place(
                    "sizes"
                ),
                new Block.Table(
                    widget.In(
                        new Words(
                            "Lo que una fuente dio en cada fecha: no todas contaron lo mismo",
                            "What a source gave on each date: not all of them counted the same"
                        )
                    ),
                    [
                        widget.In(Said.Date),
                        widget.In(new Words("Estados participantes", "Participating states")),
                        widget.In(new Words("Secretariados", "Secretariats")),
                        widget.In(new Words("Planes locales", "Local plans")),
                        widget.In(new Words("Compromisos", "Commitments")),
                        widget.In(new Words("Autoridades", "Authorities")),
                        widget.In(new Words("Organizaciones civiles", "Civil organisations")),
                    ],
                    [
                        .. counted.Select(one =>
                            (IReadOnlyList<Cell>)
                                [
                                    new Cell(Certainty.Mark(widget.Say(When(widget, one)), one.Confidence))
                                    {
                                        Beside = widget.Known(one.NoteEs, one.NoteEn),
                                    },
                                    widget.Counted(one.States),
                                    widget.Counted(one.Secretariats),
                                    widget.Counted(one.Plans),
                                    widget.Counted(one.Commitments),
                                    widget.Counted(one.Authorities),
                                    one is { CivilSocietyOrganizationsQualifier: "at_least", CivilSocietyOrganizations: { } least }
                                        ? widget.AtLeast(least)
                                        : widget.Counted(one.CivilSocietyOrganizations),
                                ]
                        ),
                    ]
                )
                {
                    Data = ["/stats/initiative"],
                    Sources = SourceOrder.Union(counted.SelectMany(one => one.Sources), []),
                },
            ];
}
