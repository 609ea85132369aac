using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>Figures in widgets: every number is one of a measure.</summary>
internal sealed class Figures(MeasuresRepository measures, StatementsRepository statements, Labels labels)
{
    /// <summary>A measure and its row of all that match the filters.</summary>
    public async Task<(Measure Measure, MeasureRow Row)> OneAsync(string key, RowsQuery within, CancellationToken cancellationToken) =>
        await RowsAsync(key, [], within, cancellationToken) is var (measure, rows) ? (measure, rows[0]) : default;

    /// <summary>A measure and its rows.</summary>
    public async Task<(Measure Measure, IReadOnlyList<MeasureRow> Rows)> RowsAsync(
        string key,
        IReadOnlyList<string> by,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        var measure = MeasureCatalogue.Find(key)!;
        return (measure, await measures.RowsAsync(measure, by, within.Filters.ToDictionary(), named: true, cancellationToken));
    }

    /// <summary>A figure as a bar of its parts, or as a sentence when it is one number.</summary>
    public async Task<IReadOnlyList<Block>> BlocksAsync(
        WidgetRequest widget,
        string key,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        var (measure, row) = await OneAsync(key, within, cancellationToken);
        return Blocks(widget, measure, row, within);
    }

    /// <summary>A row of a figure as a bar of its parts, or as a sentence when it is one number.</summary>
    public static IReadOnlyList<Block> Blocks(WidgetRequest widget, Measure measure, MeasureRow row, RowsQuery within)
    {
        if (row.Total == 0)
        {
            return
            [
                new Block.Paragraph(
                    widget.Say($"{widget.In(measure.Question)} {widget.In(Said.NoRecord)}."),
                    Of: Cite(measure, [], within)
                ),
            ];
        }

        var answer = widget.Answer(measure, row) ?? $"{widget.In(measure.Question)} {widget.In(Said.NoRecord)}.";
        return measure.Reckoning is Reckoning.Parts
            ?
            [
                new Block.Parts(
                    widget.In(measure.Question),
                    answer,
                    row.Yes!.Value,
                    row.No!.Value,
                    row.Unknown!.Value,
                    widget.Rows(within.And(measure.Within).Address(widget.Request, measure.Of.Path)),
                    Cite(measure, [], within)
                ),
            ]
            : [new Block.Paragraph(widget.Say(answer), Of: Cite(measure, [], within))];
    }

    /// <summary>The groups of a figure, as many as the widget takes.</summary>
    public static Block.Table Table(
        WidgetRequest widget,
        Measure measure,
        IReadOnlyList<string> by,
        RowsQuery within,
        IReadOnlyList<MeasureRow> rows
    )
    {
        var isParts = measure.Reckoning is Reckoning.Parts;
        IReadOnlyList<string> numbers = [.. widget.Columns(measure), .. isParts ? [widget.In(Said.Total)] : (string[])[]];
        return new Block.Table(
            rows.Count > widget.Limit
                ? widget.In(new Words($"{widget.Limit} de {rows.Count} grupos", $"{widget.Limit} of {rows.Count} groups"))
                : widget.In(measure.Question),
            [widget.In(new Words("Grupo", "Group")), .. numbers],
            [
                .. rows.Take(widget.Limit)
                    .Select(row =>
                        (IReadOnlyList<Cell>)
                            [
                                new Cell(
                                    widget.Text(row.Label.Es, row.Label.En) is { Text: not null } name ? name : widget.Say(Said.NoRecord),
                                    Page(by, row)
                                ),
                                .. widget.Cells(measure, row),
                                .. isParts ? [widget.Counted(row.Total)] : (Cell[])[],
                            ]
                    ),
            ],
            Cite(measure, by, within)
        );
    }

    /// <summary>The page about a group: of a state or a plan.</summary>
    private static string? Page(IReadOnlyList<string> by, MeasureRow row) =>
        (by, row.Keys) switch
        {
            (["state"], [{ } state]) => $"/states/{state}",
            (["plan"], [{ } plan]) => $"/plans/{plan}",
            _ => null,
        };

    /// <summary>How the API is asked for the same numbers.</summary>
    private static Cited Cite(Measure measure, IReadOnlyList<string> by, RowsQuery within) =>
        new(
            measure.Key,
            string.Join(
                '&',
                within
                    .Filters.Select(filter => $"{filter.Key}={Uri.EscapeDataString(string.Join(',', filter.Value))}")
                    .Concat(by.Count == 0 ? [] : [$"by={string.Join(',', by)}"])
            )
        );

    /// <summary>What voices said of a plan as a whole under the aspect of a measure, each in a sentence.</summary>
    public async Task<IReadOnlyList<Block>> VoicesAsync(WidgetRequest widget, string key, string plan, CancellationToken cancellationToken)
    {
        if (MeasureCatalogue.Find(key) is not { Aspect: { } aspect })
        {
            return [];
        }

        var blocks = new List<Block>();
        var filters = new Dictionary<string, IReadOnlyList<string>> { ["plan"] = [plan] };
        foreach (var said in await statements.OfPlansAsync(widget.Request, aspect, filters, cancellationToken))
        {
            var voice = await labels.OfAsync(widget, "voice", said.SaidBy!, cancellationToken);
            var number = said.Yes is { } yes
                ? said.Total is { } total
                    ? widget.In(new Words($"{yes} de {total}", $"{yes} of {total}"))
                    : Said.Number(yes)
                : said.Value is { } value
                    ? Said.Number(value) + (said.Unit == "percent" ? " %" : "")
                    : null;
            var code = said.Code is { } given ? await labels.OfAsync(widget, aspect, given, cancellationToken) : null;
            var when = said.SaidOn is { } day ? $" ({widget.On(day, said.SaidOnPrecision)})" : "";
            blocks.Add(
                new Block.Paragraph(
                    widget.Say($"{voice}: {string.Join(", ", new[] { number, code }.OfType<string>())}{when}."),
                    IsSmall: true
                )
            );
        }

        return blocks;
    }
}
