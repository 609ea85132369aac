using OpenGov.Api.Measures;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding;

/// <summary>A measure on the 32 states, each a tile as large as any other.</summary>
internal sealed class StateMap(MeasuresRepository measures, StatesRepository states, Labels labels)
{
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
        var values = all.Select(state => (State: state, Value: rows.TryGetValue(state.Id, out var row) ? Value(measure, row) : null))
            .ToList();
        var classes = MapClasses.Of(
            values.Select(each => each.Value),
            isCount: !values.Any(each => each.Value is { } known && known != decimal.Truncate(known))
        );
        return
        [
            new Block.Tiles(
                widget.In(measure.Question),
                [
                    .. values.Select(each => new Tile(
                        each.State.Id,
                        widget.Text(each.State.NameEs, each.State.NameEn).Text!,
                        each.Value is { } value ? Number(measure, value) : widget.In(Said.NoRecord),
                        classes.FillOf(each.Value)
                    )),
                ],
                classes.Legend(widget, values.Select(each => each.Value))
            ),
            new Block.Paragraph(widget.Say(Shown(widget, measure)), IsSmall: true),
            new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true),
        ];
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
        var stages = await labels.OfAsync(widget, "state_stage", cancellationToken);
        var names = stages.ToDictionary(stage => stage.Code, stage => stage.Label);
        var reached = (await measures.RowsAsync(measure, ["state", "stage"], filters, named: false, cancellationToken))
            .Where(row => row.Keys is [not null, not null])
            .ToDictionary(row => row.Keys[0]!, row => row.Keys[1]!);
        string FillOf(string? stage) =>
            stage is null ? "no-data"
            : stages.ToList().FindIndex(one => one.Code == stage) is var place && place == 0 ? "zero"
            : $"ramp-{place}";
        var legend = stages
            .Select(stage => new TileClass(stage.Label, FillOf(stage.Code), reached.Values.Count(code => code == stage.Code)))
            .ToList();
        if (reached.Count < all.Count)
        {
            legend.Add(new TileClass(widget.In(Said.NoRecord), "no-data", all.Count - reached.Count));
        }

        return
        [
            new Block.Tiles(
                widget.In(measure.Question),
                [
                    .. all.Select(state =>
                    {
                        var stage = reached.GetValueOrDefault(state.Id);
                        return new Tile(
                            state.Id,
                            widget.Text(state.NameEs, state.NameEn).Text!,
                            stage is null ? widget.In(Said.NoRecord) : names[stage],
                            FillOf(stage)
                        );
                    }),
                ],
                legend
            ),
            new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true),
        ];
    }

    private static string Number(Measure measure, decimal value) => measure.Unit == "index" ? Said.Index(value) : Said.Number(value);

    /// <summary>Of parts how many say yes, where anything is on record.</summary>
    private static decimal? Value(Measure measure, MeasureRow row) =>
        measure.Reckoning is Reckoning.Parts ? (row.Known == 0 ? null : row.Yes) : row.Value;

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
