using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.Secretariats;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>The 32 states, those that came furthest first.</summary>
internal sealed class StatesContent(
    StatesRepository states,
    SecretariatsRepository secretariats,
    Labels labels,
    RecordNames names,
    Tables tables,
    RecordFinisher finisher
) : IPageContent
{
    public string Path => "/states";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var all = await states.OfAllAsync(widget, cancellationToken);
        await finisher.FinishAsync(all, cancellationToken);
        var order = (await labels.OfAsync(widget, "state_stage", cancellationToken)).Select(stage => stage.Code).ToList();
        var found = (await secretariats.ListAsync(Tables.All(SecretariatsRepository.Sql), cancellationToken)).Items;
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var state in all.OrderByDescending(state => order.IndexOf(state.Stage)))
        {
            rows.Add([
                new Cell(widget.Text(state.NameEs, state.NameEn), $"/states/{state.Id}"),
                new Cell(widget.Stage(state, await labels.OfAsync(widget, "state_stage", state.Stage, cancellationToken))),
                new Cell(
                    found.FirstOrDefault(one => one.StateId == state.Id) is { } secretariat
                        ? await labels.OfAsync(widget, secretariat, cancellationToken)
                        : null
                ),
                widget.Counted(state.PlansStated),
                widget.Recorded(state.PlansDocumented),
                widget.Recorded(state.CommitmentsDocumented, $"/commitments?state={state.Id}"),
                new Cell(await names.IndexAsync(widget, state, cancellationToken), IsNumber: true),
            ]);
        }

        return new PageContent
        {
            Data = "/states",
            Blocks =
            [
                .. (await tables.MeasureAsync(widget, "participating_states", RowsQuery.All, [], cancellationToken)).Place("steps"),
                .. await tables.MeasureAsync(widget, "states_with_secretariat", RowsQuery.All, [], cancellationToken),
                .. await tables.MeasureAsync(widget, "states_with_plan", RowsQuery.All, [], cancellationToken),
                .. Mentioned(widget, all),
                .. await tables.MeasureAsync(widget, "states_with_commitments", RowsQuery.All, [], cancellationToken),
                .. await tables.MeasureAsync(widget, "states_with_results", RowsQuery.All, [], cancellationToken),
                new Block.Table(
                    widget.In(
                        new Words(
                            "Hasta dónde llegó cada estado, según lo que consta aquí",
                            "How far each state came, by what is on record here"
                        )
                    ),
                    [
                        widget.In(Said.State),
                        widget.In(new Words("Etapa", "Stage")),
                        widget.In(new Words("Secretariado", "Secretariat")),
                        widget.In(Said.PlansStated),
                        widget.In(new Words("Planes documentados", "Plans documented")),
                        widget.In(new Words("Compromisos documentados", "Commitments documented")),
                        widget.In(new Words("Índice de gobierno abierto (0 a 1)", "Open government index (0 to 1)")),
                    ],
                    rows
                )
                {
                    Sources = SourceOrder.Union(all.SelectMany(state => state.StageSources), []),
                }.Place("table", "map"),
            ],
        };
    }

    /// <summary>
    /// The states of which a plan is counted or mentioned and none is on record: among those without a record they would else seem to have
    /// none, and their furthest step can be a plan (<c>mentioned</c>).
    /// </summary>
    private static Block[] Mentioned(WidgetRequest widget, IEnumerable<State> all)
    {
        var names = all.Where(state => state.SureOf("plan") is not null)
            .Select(state => widget.Text(state.NameEs, state.NameEn).Text!)
            .Order(RecordNames.ByName)
            .ToList();
        if (names.Count == 0)
        {
            return [];
        }

        var (count, named) = (Said.Number(names.Count), Sentence.And(widget, names));
        return
        [
            new Block.Paragraph(
                widget.Say(
                    names.Count == 1
                        ? new Words(
                            $"Entre los estados sin registro aquí de un plan hay 1 que tuvo uno según la presentación, "
                                + $"o según otra fuente que no da su título ni su fecha: {named}.",
                            $"Among the states without a plan on record here is 1 that had one according to the presentation, "
                                + $"or to another source that gives neither its title nor its date: {named}."
                        )
                        : new Words(
                            $"Entre los estados sin registro aquí de un plan hay {count} que tuvieron uno según la presentación, "
                                + $"o según otra fuente que no da su título ni su fecha: {named}.",
                            $"Among the states without a plan on record here are {count} that had one according to the presentation, "
                                + $"or to another source that gives neither its title nor its date: {named}."
                        )
                ),
                IsSmall: true
            ),
        ];
    }
}
