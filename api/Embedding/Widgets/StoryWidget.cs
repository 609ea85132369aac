using OpenGov.Api.Commitments;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>A commitment as a story: the problem, what was promised, what people were to gain, and what was observed.</summary>
internal sealed class StoryWidget(CommitmentsRepository commitments, Labels labels, RecordNames plans, RecordFinisher finisher) : IWidget
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
        var content = await CommitmentWidget.OfAsync(
            widget,
            found,
            plans,
            [
                .. await CommitmentWidget.OriginAsync(widget, found, labels, cancellationToken),
                .. Blocks(widget, found),
                .. await ResultsAsync(widget, found, cancellationToken),
            ],
            cancellationToken
        );
        return content with { Side = new Words("su historia", "its story") };
    }

    /// <summary>Whether it changed anything, where that was assessed, and who says so.</summary>
    private async Task<IReadOnlyList<Block>> ResultsAsync(
        WidgetRequest widget,
        CommitmentDetail found,
        CancellationToken cancellationToken
    ) =>
        await labels.SaidAsync(widget, "early_results", found.EarlyResults, found.EarlyResultsVoice, cancellationToken) is { } said
            ? [new Block.Facts([new Fact(widget.In(Said.EarlyResults), said)])]
            : [];

    private static readonly Words Observed = new("¿Qué se observó?", "What was observed?");

    /// <summary>Whether a block is the title of what was observed.</summary>
    public static Func<Block, bool> IsObserved(WidgetRequest widget) =>
        block => block is Block.Subtitle title && title.Text == widget.In(Observed);

    /// <summary>The problem, what was promised, what people were to gain, and what was observed.</summary>
    public static IReadOnlyList<Block> Blocks(WidgetRequest widget, CommitmentDetail found)
    {
        var blocks = new List<Block>();
        foreach (
            var (name, field, text) in (IEnumerable<(Words, string, Spoken)>)
                [
                    (new Words("El problema", "The problem"), "problem", widget.Text(found.ProblemEs, found.ProblemEn)),
                    (new Words("La solución", "The solution"), "solution", widget.Text(found.SolutionEs, found.SolutionEn)),
                    (new Words("Los beneficios", "The benefits"), "benefits", widget.Text(found.BenefitsEs, found.BenefitsEn)),
                ]
        )
        {
            blocks.Add(new Block.Subtitle(widget.In(name)));
            blocks.Add(
                new Block.Paragraph(text.Text is null ? widget.Say($"{widget.In(Said.NoRecord)}.") : Certainty.Mark(text, Sure(field))!)
            );
        }

        blocks.Add(new Block.Subtitle(widget.In(Observed)));
        if (found.Indicators.Count == 0)
        {
            blocks.Add(new Block.Paragraph(widget.Say(new Words("Indicadores: sin registro aquí.", "Indicators: no record here."))));
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
                {
                    Total = found.Indicators.Count,
                }
            );
            blocks.AddRange(
                found
                    .Indicators.Take(widget.Limit)
                    .Select(indicator =>
                        Latest(indicator) is { } latest ? widget.Text(latest.NoteEs, latest.NoteEn) : new Spoken(null, "es")
                    )
                    .Where(note => note.Text is not null)
                    .Distinct()
                    .Select(note => new Block.Paragraph(note, IsSmall: true))
            );
        }

        return blocks;

        string? Sure(string field) =>
            Certainty.OfField(found.InferredFields, found.PresentationFields, field)
            ?? (found.Confidence == "documented" ? null : found.Confidence);
    }

    private static IReadOnlyList<Cell> Row(WidgetRequest widget, Indicator indicator)
    {
        var unit = widget.Text(indicator.UnitEs, indicator.UnitEn).Text;
        var latest = Latest(indicator);
        return
        [
            new Cell(Named(widget, indicator), Anchor: widget.IsFramed ? null : $"indicator-{indicator.Id}"),
            Number(indicator.Baseline, indicator.BaselineDate, indicator.BaselineDatePrecision, indicator.Confidence),
            Number(latest?.Value, latest?.ObservedOn, latest?.ObservedOnPrecision, latest?.Confidence),
            Number(indicator.Target, indicator.TargetDate, indicator.TargetDatePrecision, indicator.Confidence),
        ];

        Cell Number(decimal? value, DateOnly? day, string? precision, string? confidence) =>
            new(
                value is { } known
                    ? Certainty.Mark(
                        widget.Say(
                            Said.Number(known)
                                + (unit is null ? "" : $" {unit}")
                                + $" ({(day is { } on ? widget.On(on, precision) : widget.In(Said.Undated))})"
                        ),
                        confidence
                    )
                    : null,
                IsNumber: true
            );
    }

    private static readonly Words AnOutput = new("un producto, no un resultado", "an output, no result");

    private static readonly Words NotSaidWhat = new("no consta si es un resultado", "not on record whether it is a result");

    /// <summary>Its name; of what is no change for people, that it is none, and of what nobody said, that nobody did.</summary>
    private static Spoken Named(WidgetRequest widget, Indicator indicator)
    {
        var name = widget.Text(indicator.NameEs, indicator.NameEn);
        var what = indicator.Kind is null ? NotSaidWhat : AnOutput;
        return indicator.Kind == "outcome" ? name : name with { Text = $"{name.Text} ({(name.Language == "en" ? what.En : what.Es)})" };
    }

    /// <summary>The newest observation; where none says of which day it is, the last one that is on record.</summary>
    private static Observation? Latest(Indicator indicator) =>
        indicator.Observations.LastOrDefault(observation => observation.ObservedOn is not null)
        ?? (indicator.Observations is [.., var last] ? last : null);
}
