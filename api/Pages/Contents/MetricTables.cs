using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Metrics;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What an edition of the metric gave each of some states, by both of its views.</summary>
internal sealed class MetricTables(MetricValuesRepository values, RecordFinisher finisher)
{
    private static readonly (string Indicator, Words Name)[] Columns =
    [
        ("open_government_index", new Words("Índice", "Index")),
        ("transparency_government", new Words("Transparencia: gobierno", "Transparency: government")),
        ("transparency_citizen", new Words("Transparencia: ciudadanía", "Transparency: citizens")),
        ("participation_government", new Words("Participación: gobierno", "Participation: government")),
        ("participation_citizen", new Words("Participación: ciudadanía", "Participation: citizens")),
    ];

    /// <summary>The table of an edition, with of how many of the states it has anything; null where it has nothing of any.</summary>
    public async Task<(IReadOnlyList<Block> Blocks, IReadOnlyList<SourceReference> Sources)?> OfAsync(
        WidgetRequest widget,
        MetricEdition edition,
        IReadOnlyList<State> states,
        CancellationToken cancellationToken
    )
    {
        RowsQuery within = $"scope=state&edition={edition.Edition}&state={string.Join(',', states.Select(state => state.Id))}";
        var all = (await values.ListAsync(Tables.All(MetricValuesRepository.Sql, within: within), cancellationToken)).Items;
        await finisher.FinishAsync(all, cancellationToken);
        var shown = all.Where(value => Columns.Any(column => column.Indicator == value.Indicator)).ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var found = shown.ToLookup(value => (value.StateId, value.Indicator));
        var called = Said.Edition(edition.Edition, edition.FieldworkYear);
        var known = shown.Where(value => value.Confidence != "disputed").Select(value => value.StateId).Distinct().Count();
        // Of a few states among many, the others are said once.
        var named = shown.Select(value => value.StateId).ToHashSet();
        var rows = named.Count * 2 < states.Count ? states.Where(state => named.Contains(state.Id)).ToList() : states;
        var table = new Block.Table(
            widget.In(
                new Words(
                    $"Cada estado en {called.Es}, de 0 a 1. Consta algo de {known} de {states.Count}",
                    $"Each state in {called.En}, 0 to 1. Something is on record of {known} of {states.Count}"
                )
            ),
            [widget.In(Said.State), .. Columns.Select(column => widget.In(column.Name))],
            [
                .. rows.Select(state =>
                    (IReadOnlyList<Cell>)
                        [
                            new Cell(widget.Text(state.NameEs, state.NameEn), $"/states/{state.Id}"),
                            .. Columns.Select(column => Certainty.Value(widget, found[(state.Id, column.Indicator)].FirstOrDefault())),
                        ]
                ),
            ]
        )
        {
            Data = [within.Of("/metrics/values")],
            Sources = SourceOrder.Union(shown.SelectMany(value => value.Sources), []),
        };
        var left = states.Count - rows.Count;
        return (
            left == 0
                ? [table]
                :
                [
                    table,
                    new Block.Paragraph(
                        widget.Say(
                            new Words(
                                left == 1 ? "Del otro estado no hay registro aquí." : $"De los otros {left} estados no hay registro aquí.",
                                left == 1
                                    ? "Of the other state there is no record here."
                                    : $"Of the other {left} states there is no record here."
                            )
                        ),
                        IsSmall: true
                    ),
                ],
            [.. shown.SelectMany(value => value.Sources).DistinctBy(source => source.Id)]
        );
    }
}
