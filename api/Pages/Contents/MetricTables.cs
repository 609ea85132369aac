using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Metrics;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What an edition of the metric gave each of some states, by both of its views.</summary>
internal sealed class MetricTables(MetricValuesRepository values, RecordFinisher finisher)
{
    private static readonly (string Indicator, Words Name)[] Indicators =
    [
        (Index, new Words("Índice", "Index")),
        ("transparency", new Words("Transparencia", "Transparency")),
        ("transparency_government", new Words("Transparencia: gobierno", "Transparency: government")),
        ("transparency_citizen", new Words("Transparencia: ciudadanía", "Transparency: citizens")),
        ("participation", new Words("Participación", "Participation")),
        ("participation_government", new Words("Participación: gobierno", "Participation: government")),
        ("participation_citizen", new Words("Participación: ciudadanía", "Participation: citizens")),
    ];

    private const string Index = "open_government_index";

    /// <summary>
    /// The table of an edition, with of how many of the states it has the index, and of which other values alone or disputed ones; null
    /// where it has nothing of any.
    /// </summary>
    public async Task<(IReadOnlyList<Block> Blocks, IReadOnlyList<SourceReference> Sources, int Known)?> OfAsync(
        WidgetRequest widget,
        MetricEdition edition,
        IReadOnlyList<State> states,
        CancellationToken cancellationToken
    )
    {
        RowsQuery within = $"scope=state&edition={edition.Edition}&state={string.Join(',', states.Select(state => state.Id))}";
        var all = (await values.ListAsync(Tables.All(MetricValuesRepository.Sql, within: within), cancellationToken)).Items;
        await finisher.FinishAsync(all, cancellationToken);
        var shown = all.Where(value => Indicators.Any(one => one.Indicator == value.Indicator)).ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var found = shown.ToLookup(value => (value.StateId, value.Indicator));
        var called = Said.Edition(edition.Edition, edition.FieldworkYear);
        // A column of which nothing is on record says nothing; the index is what the table is asked for.
        var columns = Indicators.Where(one => one.Indicator == Index || shown.Any(value => value.Indicator == one.Indicator)).ToList();
        var known = Sure(shown.Where(value => value.Indicator == Index));
        var others = Sure(shown).Except(known).ToHashSet();
        var disputed = shown.Select(value => value.StateId).OfType<string>().Except(known).Except(others).ToHashSet();
        // Of a few states among many, the others are said once.
        var named = shown.Select(value => value.StateId).ToHashSet();
        var rows = named.Count * 2 < states.Count ? states.Where(state => named.Contains(state.Id)).ToList() : states;
        var table = new Block.Table(
            widget.In(
                new Words(
                    $"Cada estado en {called.Es}, de 0 a 1. El índice consta de {known.Count} de {states.Count}",
                    $"Each state in {called.En}, 0 to 1. The index is on record of {known.Count} of {states.Count}"
                )
            ),
            [widget.In(Said.State), .. columns.Select(column => widget.In(column.Name))],
            [
                .. rows.Select(state =>
                    (IReadOnlyList<Cell>)
                        [
                            new Cell(widget.Text(state.NameEs, state.NameEn), $"/states/{state.Id}"),
                            .. columns.Select(column => Certainty.Value(widget, found[(state.Id, column.Indicator)].FirstOrDefault())),
                        ]
                ),
            ]
        )
        {
            Data = [within.Of("/metrics/values")],
            Sources = SourceOrder.Union(shown.SelectMany(value => value.Sources), []),
        };
        var left = states.Count - known.Count - others.Count - disputed.Count;
        List<string> notes =
        [
            .. Note(others, new Words("Sin índice, con otros valores", "Without the index, with other values")),
            .. Note(disputed, new Words("Solo con valores en disputa", "With disputed values alone")),
            .. left == 0
                ? (string[])[]
                :
                [
                    widget.In(
                        left == 1
                            ? new Words(
                                "Del otro estado no hay aquí registro de ningún valor de esta edición.",
                                "Of the other state there is no record here of any value of this edition."
                            )
                            : new Words(
                                $"De los otros {left} estados no hay aquí registro de ningún valor de esta edición.",
                                $"Of the other {left} states there is no record here of any value of this edition."
                            )
                    ),
                ],
        ];
        return (
            [table, .. notes.Select(note => new Block.Paragraph(widget.Say(note), IsSmall: true)), .. Narrowing.Notes(widget, shown)],
            [.. shown.SelectMany(value => value.Sources).DistinctBy(source => source.Id)],
            known.Count
        );

        IEnumerable<string> Note(HashSet<string> of, Words words) =>
            of.Count == 0
                ? []
                :
                [
                    $"{widget.In(words)} ({of.Count}): {Sentence.And(
                        widget,
                        [.. states.Where(state => of.Contains(state.Id)).Select(state => widget.Text(state.NameEs, state.NameEn).Text!)]
                    )}.",
                ];
    }

    /// <summary>The federal values of an edition, each with its note (<c>Editions.svelte</c>); nothing where there is none.</summary>
    public async Task<(IReadOnlyList<Block> Blocks, IReadOnlyList<SourceReference> Sources)> FederalAsync(
        WidgetRequest widget,
        MetricEdition edition,
        CancellationToken cancellationToken
    )
    {
        RowsQuery within = $"scope=federal&edition={edition.Edition}";
        var all = (await values.ListAsync(Tables.All(MetricValuesRepository.Sql, within: within), cancellationToken)).Items;
        await finisher.FinishAsync(all, cancellationToken);
        var shown = Indicators
            .SelectMany(one => all.Where(value => value.Indicator == one.Indicator).Select(value => (one.Name, Value: value)))
            .ToList();
        return shown.Count == 0
            ? ([], [])
            : (
                [
                    new Block.Table(
                        widget.In(new Words($"Valor de la Federación, {edition.Edition}", $"Value of the Federation, {edition.Edition}")),
                        [widget.In(new Words("Indicador", "Indicator")), widget.In(Said.Value)],
                        [.. shown.Select(one => (IReadOnlyList<Cell>)[new Cell(widget.Say(one.Name)), Certainty.Value(widget, one.Value)])]
                    )
                    {
                        Data = [within.Of("/metrics/values")],
                    },
                    .. Narrowing.Notes(widget, shown.Select(one => one.Value)),
                ],
                [.. shown.SelectMany(one => one.Value.Sources).DistinctBy(source => source.Id)]
            );
    }

    /// <summary>The states of which there is a value that no source contradicts.</summary>
    private static HashSet<string> Sure(IEnumerable<MetricValue> values) =>
        [.. values.Where(value => value.Confidence != "disputed").Select(value => value.StateId).OfType<string>()];
}
