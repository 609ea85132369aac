using OpenGov.Api.Commitments;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>A commitment as a story: the problem, what was promised, what people were to gain, and what was observed.</summary>
internal sealed class StoryWidget(CommitmentsRepository commitments, Labels labels, RecordFinisher finisher) : IWidget
{
    public string Kind => "story";

    public Subject Subject { get; } = new("commitments");

    public async Task<WidgetContent?> ReadAsync(
        WidgetRequest widget,
        string id,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        if (await commitments.DetailAsync(id, cancellationToken) is not { } found)
        {
            return null;
        }

        await finisher.FinishAsync([found], cancellationToken);
        return CommitmentWidget.Of(
            widget,
            found,
            [.. await CommitmentWidget.OriginAsync(widget, found, labels, cancellationToken), .. Blocks(widget, found)]
        );
    }

    /// <summary>The problem, what was promised, what people were to gain, and what was observed.</summary>
    public static IReadOnlyList<Block> Blocks(WidgetRequest widget, CommitmentDetail found)
    {
        var blocks = new List<Block>();
        foreach (
            var (name, text) in (IEnumerable<(Words, Spoken)>)
                [
                    (new Words("El problema", "The problem"), widget.Text(found.ProblemEs, found.ProblemEn)),
                    (new Words("La solución", "The solution"), widget.Text(found.SolutionEs, found.SolutionEn)),
                    (new Words("Los beneficios", "The benefits"), widget.Text(found.BenefitsEs, found.BenefitsEn)),
                ]
        )
        {
            blocks.Add(new Block.Subtitle(widget.In(name)));
            blocks.Add(new Block.Paragraph(text.Text is null ? widget.Say($"{widget.In(Said.NoRecord)}.") : text));
        }

        blocks.Add(new Block.Subtitle(widget.In(new Words("¿Qué se observó?", "What was observed?"))));
        if (found.Indicators.Count == 0)
        {
            blocks.Add(new Block.Paragraph(widget.Say($"{widget.In(Said.NoRecord)}.")));
        }
        else
        {
            blocks.Add(
                new Block.Table(
                    widget.In(new Words("Indicadores", "Indicators")),
                    [
                        widget.In(new Words("Indicador", "Indicator")),
                        widget.In(new Words("Línea base", "Baseline")),
                        widget.In(new Words("Último valor", "Latest value")),
                        widget.In(new Words("Meta", "Target")),
                    ],
                    [.. found.Indicators.Take(widget.Limit).Select(indicator => Row(widget, indicator))]
                )
            );
        }

        return blocks;
    }

    private static IReadOnlyList<Cell> Row(WidgetRequest widget, Indicator indicator)
    {
        var unit = widget.Text(indicator.UnitEs, indicator.UnitEn).Text;
        var latest = indicator.Observations.LastOrDefault(observation => observation.ObservedOn is not null);
        return
        [
            new Cell(widget.Text(indicator.NameEs, indicator.NameEn)),
            Number(indicator.Baseline, indicator.BaselineDate, indicator.BaselineDatePrecision),
            Number(latest?.Value, latest?.ObservedOn, latest?.ObservedOnPrecision),
            Number(indicator.Target, indicator.TargetDate, indicator.TargetDatePrecision),
        ];

        Cell Number(decimal? value, DateOnly? day, string? precision) =>
            new(
                value is { } known
                    ? widget.Say(
                        Said.Number(known) + (unit is null ? "" : $" {unit}") + (day is { } on ? $" ({widget.On(on, precision)})" : "")
                    )
                    : null,
                IsNumber: true
            );
    }
}
