using OpenGov.Api.Measures;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding;

/// <summary>A measure on the 32 states, each a tile as large as any other.</summary>
internal sealed class StateMap(MeasuresRepository measures, StatesRepository states, Labels labels)
{
    /// <summary>Measures of each state that are a step on its way, of which the presentation alone may tell.</summary>
    private static readonly Dictionary<string, string> Steps = new()
    {
        ["participating_states"] = "declaration",
        ["states_with_secretariat"] = "secretariat",
        ["states_with_plan"] = "plan",
        ["states_with_commitments"] = "commitments",
        ["states_with_results"] = "results",
    };

    /// <summary>The map with its table, how to read it, and what it does not say.</summary>
    public async Task<IReadOnlyList<Block>> BlocksAsync(
        WidgetRequest widget,
        Measure measure,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        CancellationToken cancellationToken
    )
    {
        var all = await states.OfAllAsync(cancellationToken);
        if (measure.Of == Population.States && measure.Reckoning is Reckoning.Count)
        {
            // One of each state says nothing: the map shows which.
            return await StagesAsync(widget, measure, filters, all, cancellationToken);
        }

        var rows = (await measures.RowsAsync(measure, ["state"], filters, named: false, cancellationToken))
            .Where(row => row.Keys[0] is not null)
            .ToDictionary(row => row.Keys[0]!);
        var isOneOfEach =
            (measure.Of == Population.States || measure.Of == Population.Secretariats) && rows.Values.All(row => row.Total == 1);
        if (measure.Reckoning is Reckoning.Parts && isOneOfEach)
        {
            return Verdicts(widget, measure, rows, all);
        }

        var values = all.Select(state => (State: state, Value: Value(measure, rows.GetValueOrDefault(state.Id)))).ToList();
        var classes = MapClasses.Of(
            values.Select(each => each.Value),
            isCount: measure.Unit is not ("index" or "percent")
                && !values.Any(each => each.Value is { } known && known != decimal.Truncate(known))
        );
        return
        [
            new Block.Tiles(
                widget.In(measure.Question),
                [
                    .. values.Select(each =>
                        Tile(
                            widget,
                            each.State,
                            each.Value is { } value ? Number(measure, value) : widget.In(Said.NoRecord),
                            classes.FillOf(each.Value)
                        )
                    ),
                ],
                classes.Legend(widget, values.Select(each => each.Value))
            ),
            new Block.Paragraph(widget.Say(Shown(widget, measure)), IsSmall: true),
            new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true),
        ];
    }

    /// <summary>Yes or no of each state.</summary>
    private static IReadOnlyList<Block> Verdicts(
        WidgetRequest widget,
        Measure measure,
        Dictionary<string, MeasureRow> rows,
        IReadOnlyList<State> all
    )
    {
        var step = Steps.GetValueOrDefault(measure.Key);
        var verdicts = all.Select(state => (State: state, Row: rows.GetValueOrDefault(state.Id)))
            .Select(each =>
                (
                    each.State,
                    Says: each.Row is { Yes: 1 } ? Said.Yes
                    : each.Row is { No: 1 } ? Said.No
                    : Said.NoRecord
                )
            )
            .ToList();
        static string FillOf(Words says) =>
            says == Said.Yes ? "ramp-4"
            : says == Said.No ? "zero"
            : "no-data";
        return Classed(
            widget,
            measure,
            [
                .. verdicts.Select(each =>
                    Tile(widget, each.State, widget.In(each.Says), FillOf(each.Says), each.Says == Said.Yes ? step : null)
                ),
            ],
            [.. new[] { Said.Yes, Said.No, Said.NoRecord }.Select(says => (widget.In(says), FillOf(says)))]
        );
    }

    /// <summary>How far each of the states that are counted came.</summary>
    private async Task<IReadOnlyList<Block>> StagesAsync(
        WidgetRequest widget,
        Measure measure,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
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
        return Classed(
            widget,
            measure,
            [
                .. all.Select(state =>
                    reached.GetValueOrDefault(state.Id) is { } stage
                        ? Tile(widget, state, names[stage], FillOf(stage), stage)
                        : Tile(widget, state, widget.In(Said.NoRecord), "no-data")
                ),
            ],
            [.. stages.Select(stage => (stage.Label, FillOf(stage.Code))), (widget.In(Said.NoRecord), "no-data")]
        );
    }

    /// <summary>A map in classes that are words. What is not on record is named only where something is not.</summary>
    private static List<Block> Classed(
        WidgetRequest widget,
        Measure measure,
        IReadOnlyList<Tile> tiles,
        IReadOnlyList<(string Label, string Fill)> classes
    )
    {
        var legend = classes
            .Select(each => new TileClass(each.Label, each.Fill, tiles.Count(tile => tile.Fill == each.Fill)))
            .Where(each => each.Count > 0 || each.Fill != "no-data")
            .ToList();
        var blocks = new List<Block> { new Block.Tiles(widget.In(measure.Question), tiles, legend) };
        if (tiles.Where(tile => tile.IsPresented).Select(tile => tile.Name).ToList() is [_, ..] presented)
        {
            blocks.Add(
                new Block.Paragraph(
                    widget.Say(
                        measure.Reckoning is Reckoning.Count
                            ? new Words(
                                $"Con borde discontinuo, los que llegaron a su último paso solo según la presentación del INAI: {string.Join(", ", presented)}.",
                                $"With a broken outline, those that reached their last step only by INAI's presentation: {string.Join(", ", presented)}."
                            )
                            : new Words(
                                $"Con borde discontinuo, lo que solo dice la presentación del INAI: {string.Join(", ", presented)}.",
                                $"With a broken outline, what only INAI's presentation says: {string.Join(", ", presented)}."
                            )
                    ),
                    IsSmall: true
                )
            );
        }

        blocks.Add(new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true));
        return blocks;
    }

    private static Tile Tile(WidgetRequest widget, State state, string text, string fill, string? step = null)
    {
        var isPresented = step is not null && state.PresentationSteps.Contains(step);
        return new Tile(
            state.Id,
            widget.Text(state.NameEs, state.NameEn).Text!,
            text,
            widget.Step(text, isPresented).Text!,
            fill,
            isPresented
        );
    }

    private static string Number(Measure measure, decimal value) => measure.Unit == "index" ? Said.Index(value) : Said.Number(value);

    /// <summary>Of parts how many say yes, where anything is on record. What is counted is zero where nothing is.</summary>
    private static decimal? Value(Measure measure, MeasureRow? row) =>
        measure.Reckoning switch
        {
            Reckoning.Parts => row is { Known: > 0 } ? row.Yes : null,
            Reckoning.Count => row?.Value ?? 0,
            _ => row?.Value,
        };

    private static string Shown(WidgetRequest widget, Measure measure) =>
        measure.Reckoning is Reckoning.Parts
            ? widget.In(
                new Words(
                    "Cada estado muestra cuántos «sí» constan; rayado, donde no hay registro aquí.",
                    "Each state shows how many are a yes on record; hatched where there is no record here."
                )
            )
            : widget.In(new Words("Rayado: sin registro aquí.", "Hatched: no record here."));
}
