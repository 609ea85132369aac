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
            return [new Block.Paragraph(widget.Say($"{widget.In(measure.Question)} {widget.In(Said.NoRecord)}."))];
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
                    within.And(measure.Within).Address(widget.Request, measure.Of.Path)
                ),
            ]
            : [new Block.Paragraph(widget.Say(answer))];
    }

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
