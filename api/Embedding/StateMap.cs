using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding;

/// <summary>A measure on the 32 states, each a tile as large as any other.</summary>
internal sealed class StateMap(
    Figures figures,
    MeasuresRepository measures,
    StatesRepository states,
    Labels labels,
    RecordFinisher finisher
)
{
    /// <summary>Measures of each state that are a step on its way, of which the presentation alone may tell.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Steps = new Dictionary<string, string>
    {
        ["participating_states"] = "declaration",
        ["states_with_secretariat"] = "secretariat",
        ["states_with_plan"] = "plan",
        ["states_with_commitments"] = "commitments",
        ["states_with_results"] = "results",
    };

    /// <summary>Whether a measure counts every state there is: the number says nothing, how far each came does.</summary>
    public static bool IsOfStages(Measure measure) =>
        measure.Of == Population.States && measure.Reckoning is Reckoning.Count && measure.Within.Filters.Count == 0;

    /// <summary>
    /// The map with its table, how to read it, and what it does not say; nothing where all that is counted is of no state, of which no map
    /// can say anything.
    /// </summary>
    public async Task<IReadOnlyList<Block>> BlocksAsync(
        WidgetRequest widget,
        Measure measure,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        CancellationToken cancellationToken
    )
    {
        var all = await states.OfAllAsync(widget, cancellationToken);
        var each = await figures.OfEachStateAsync(measure, filters, cancellationToken);
        if (each.Rows.Count == 0 && (each.OfNone is not null || !measure.Levels.Contains("local")))
        {
            return [];
        }

        if (IsOfStages(measure))
        {
            return await StagesAsync(widget, measure, filters, each, all, cancellationToken);
        }

        var isOneOfEach =
            (measure.Of == Population.States || measure.Of == Population.Secretariats) && each.Rows.Values.All(row => row.Total == 1);
        if (isOneOfEach && (measure.Reckoning is Reckoning.Parts || measure is { Of.Name: "states", Reckoning: Reckoning.Count }))
        {
            return Verdicts(widget, measure, filters, each, all);
        }

        var values = all.Select(state => (State: state, Value: Value(measure, each.Rows.GetValueOrDefault(state.Id)))).ToList();
        var classes = MapClasses.Of(
            values.Select(one => one.Value),
            isCount: measure.Unit is not ("index" or "percent")
                && !values.Any(one => one.Value is { } known && known != decimal.Truncate(known))
        );
        List<Tile> tiles =
        [
            .. values.Select(one =>
                one.Value is { } value
                    ? Tile(widget, one.State, Number(measure, value), classes.FillOf(value))
                    : Without(widget, each, one.State)
            ),
        ];
        var blocks = new List<Block>
        {
            new Block.Tiles(
                widget.In(measure.Question),
                tiles,
                [.. classes.Legend(values.Select(one => one.Value)), .. Legend(tiles, Reasons(widget))]
            )
            {
                Elsewhere = Elsewhere(widget, measure, each.OfNone),
                Data = [Address(measure, ["state"], filters)],
            },
        };
        if (Shown(measure, tiles) is { } shown)
        {
            blocks.Add(new Block.Paragraph(widget.Say(shown), IsSmall: true));
        }

        return [.. blocks, new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true)];
    }

    /// <summary>Where the API has the numbers of a map.</summary>
    private static string Address(Measure measure, IReadOnlyList<string> by, IReadOnlyDictionary<string, IReadOnlyList<string>> filters) =>
        Figures.Cite(measure, by, new RowsQuery([.. filters])).Address;

    /// <summary>The number of what is of no state; null where there is none.</summary>
    private static string? Elsewhere(WidgetRequest widget, Measure measure, MeasureRow? row) =>
        row is null
            ? null
            : $"{widget.In(KeyWords.None(measure.Of, "state"))}: "
                + (widget.Answer(measure, row) ?? widget.In(row.IsOfSeveral(measure) ? Figures.Several(row.Total) : Said.NoRecord));

    /// <summary>The classes of states without a value.</summary>
    private static IEnumerable<(string Label, string Fill)> Reasons(WidgetRequest widget) =>
        [
            (widget.In(Said.Disputed), Embedding.Tile.Disputed),
            (widget.In(Said.NoRecord), Embedding.Tile.NoRecord),
            (widget.In(Said.Outside), Embedding.Tile.Outside),
        ];

    /// <summary>Classes with how many states each has. Why a state has no value is named only where one has none.</summary>
    private static IEnumerable<TileClass> Legend(IReadOnlyCollection<Tile> tiles, IEnumerable<(string Label, string Fill)> classes) =>
        classes
            .Select(one => new TileClass(one.Label, one.Fill, tiles.Count(tile => tile.Fill == one.Fill)))
            .Where(one => one.Count > 0 || !Embedding.Tile.IsWithout(one.Fill));

    private static Tile Without(WidgetRequest widget, EachState each, State state) =>
        Tile(widget, state, widget.In(each.WithoutRow(state.Id)), each.FillWithoutRow(state.Id));

    /// <summary>Yes or no of each state; of what is only counted, yes of each that is.</summary>
    private static IReadOnlyList<Block> Verdicts(
        WidgetRequest widget,
        Measure measure,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        EachState each,
        IReadOnlyList<State> all
    )
    {
        const string Yes = "ramp-4";
        const string No = "zero";
        var isParts = measure.Reckoning is Reckoning.Parts;
        return Classed(
            widget,
            measure,
            [
                .. all.Select(state =>
                    each.Rows.GetValueOrDefault(state.Id) switch
                    {
                        { } row when !isParts || row.Yes == 1 => Tile(
                            widget,
                            state,
                            widget.In(Said.Yes),
                            Yes,
                            Steps.GetValueOrDefault(measure.Key)
                        ),
                        { No: 1 } => Tile(
                            widget,
                            state,
                            widget.In(measure.No),
                            No,
                            measure.Key == "participating_states" ? state.Stage : null
                        ),
                        _ => Without(widget, each, state),
                    }
                ),
            ],
            [(widget.In(Said.Yes), Yes), .. isParts ? [(widget.In(measure.No), No)] : ((string, string)[])[]],
            Address(measure, ["state"], filters)
        );
    }

    /// <summary>How far each of the states that are counted came.</summary>
    private async Task<IReadOnlyList<Block>> StagesAsync(
        WidgetRequest widget,
        Measure measure,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        EachState each,
        IReadOnlyList<State> all,
        CancellationToken cancellationToken
    )
    {
        var stages = (await labels.OfAsync(widget, "state_stage", cancellationToken)).ToList();
        var names = stages.ToDictionary(stage => stage.Code, stage => stage.Label);
        var reached = (await measures.RowsAsync(measure, ["state", "stage"], filters, named: false, cancellationToken))
            .Where(row => row.Keys is [not null, not null])
            .ToDictionary(row => row.Keys[0]!, row => row.Keys[1]!);
        string FillOf(string stage) => stages.FindIndex(one => one.Code == stage) is var place && place == 0 ? "zero" : $"ramp-{place}";
        var blocks = Classed(
            widget,
            measure,
            [
                .. all.Select(state =>
                    reached.GetValueOrDefault(state.Id) is { } stage
                        ? Tile(widget, state, names[stage], FillOf(stage), stage)
                        : Without(widget, each, state)
                ),
            ],
            [.. stages.Select(stage => (stage.Label, FillOf(stage.Code)))],
            Address(measure, ["state", "stage"], filters)
        );
        await finisher.FinishAsync(all, cancellationToken);
        blocks[0] = blocks[0] with { Behind = SourceOrder.Union(all.SelectMany(state => state.StageSources), []) };
        // One commitment is enough for the furthest step: who took it, and by how many.
        foreach (var state in all.Where(state => reached.GetValueOrDefault(state.Id) == "results"))
        {
            var name = widget.Text(state.NameEs, state.NameEn).Text;
            blocks.Insert(1, new Block.Paragraph(widget.Say($"{name}: {widget.Stage(state, names["results"]).Text}."), IsSmall: true));
        }

        return blocks;
    }

    /// <summary>A map in classes that are words. What is not on record is named only where something is not.</summary>
    private static List<Block> Classed(
        WidgetRequest widget,
        Measure measure,
        IReadOnlyList<Tile> tiles,
        IReadOnlyList<(string Label, string Fill)> classes,
        string data
    )
    {
        var blocks = new List<Block>
        {
            new Block.Tiles(widget.In(measure.Question), tiles, [.. Legend(tiles, [.. classes, .. Reasons(widget)])]) { Data = [data] },
        };
        foreach (var (doubt, said) in Doubts(isLastStep: measure.Reckoning is Reckoning.Count))
        {
            if (tiles.Where(tile => tile.Doubt == doubt).Select(tile => tile.Name).ToList() is [_, ..] names)
            {
                var list = string.Join(", ", names);
                blocks.Add(new Block.Paragraph(widget.Say(new Words($"{said.Es}: {list}.", $"{said.En}: {list}.")), IsSmall: true));
            }
        }

        blocks.Add(new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true));
        return blocks;
    }

    /// <summary>What a broken outline means, of each reason for it.</summary>
    private static IEnumerable<(string Doubt, Words Said)> Doubts(bool isLastStep) =>
        [
            (
                "presentation",
                isLastStep
                    ? new Words(
                        "Con borde discontinuo, los que llegaron a su último paso solo según la presentación del INAI",
                        "With a broken outline, those that reached their last step only by INAI's presentation"
                    )
                    : new Words(
                        "Con borde discontinuo, lo que solo dice la presentación del INAI",
                        "With a broken outline, what only INAI's presentation says"
                    )
            ),
            (
                "undescribed",
                new Words(
                    "También con borde discontinuo, aquellos cuyo último paso menciona otra fuente sin dar título ni fecha",
                    "Also with a broken outline, those whose last step another source mentions without a title or a date"
                )
            ),
        ];

    private static Tile Tile(WidgetRequest widget, State state, string text, string fill, string? step = null)
    {
        var doubt = step is null ? null : state.SureOf(step);
        return new Tile(
            state.Id,
            widget.Text(state.NameEs, state.NameEn).Text!,
            text,
            (step is not null && step == state.Stage ? widget.Stage(state, text) : widget.Step(text, doubt)).Text!,
            fill,
            doubt
        );
    }

    private static string Number(Measure measure, decimal value) => measure.Unit == "index" ? Said.Index(value) : Said.Number(value);

    /// <summary>Of parts how many say yes, where anything is on record.</summary>
    private static decimal? Value(Measure measure, MeasureRow? row) =>
        measure.Reckoning is Reckoning.Parts ? (row is { Known: > 0 } ? row.Yes : null) : row?.Value;

    /// <summary>How to read it; null where the legend says all.</summary>
    private static Words? Shown(Measure measure, IEnumerable<Tile> tiles) =>
        (measure.Reckoning is Reckoning.Parts, tiles.Any(tile => tile.Fill == Embedding.Tile.NoRecord)) switch
        {
            (true, true) => new(
                "Cada estado muestra cuántos «sí» constan; rayado, donde no hay registro aquí.",
                "Each state shows how many are a yes on record; hatched where there is no record here."
            ),
            (true, false) => new("Cada estado muestra cuántos «sí» constan.", "Each state shows how many are a yes on record."),
            (false, true) => new("Rayado: sin registro aquí.", "Hatched: no record here."),
            _ => null,
        };
}
