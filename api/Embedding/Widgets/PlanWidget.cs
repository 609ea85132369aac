using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>
/// A plan: what of it is documented, and apart from each other how it was designed, whether it was done, and whether that changed
/// anything.
/// </summary>
internal sealed class PlanWidget(PlansRepository plans, RecordNames names, Figures figures, Labels labels, RecordFinisher finisher)
    : IWidget
{
    private static readonly string[] Keys =
    [
        "verifiable",
        "relevance",
        "ambition",
        "finished",
        "completion",
        "compliance",
        "early_results",
        "with_indicator",
    ];

    /// <summary>In the order in which work goes on.</summary>
    private static readonly string[] Statuses = ["not_started", "in_progress", "completed", "verified"];

    private static readonly Words CitedOnly = new(
        "Entre las fuentes hay un informe del MRI; lo que dice de esto no está registrado aquí.",
        "A report of the IRM is among the sources; what it says of this is not on record here."
    );

    public static readonly Words Published = new("Publicado", "Published");

    public string Kind => "plan";

    public Subject Subject { get; } = new("plans");

    public async Task<WidgetContent?> ReadAsync(
        WidgetRequest widget,
        string id,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        if (await plans.DetailAsync(id, cancellationToken) is not { } found)
        {
            return null;
        }

        await finisher.FinishAsync([found], cancellationToken);
        RowsQuery within = $"plan={found.Id}";
        var blocks = new List<Block>(
            await labels.OriginAsync(widget, (found.TitleEs, found.TitleEsOrigin), (found.TitleEn, found.TitleEnOrigin), cancellationToken)
        )
        {
            new Block.Facts([
                new Fact(
                    widget.In(new Words("Etapa", "Stage")),
                    found.Stage is { } stage ? widget.Say(await labels.OfAsync(widget, "plan_stage", stage, cancellationToken)) : null
                ),
                .. PublishedOn(widget, found) is { } day ? [new Fact(widget.In(Published), day)] : (Fact[])[],
                new Fact(
                    widget.In(new Words("Compromisos declarados", "Commitments stated")),
                    found.CommitmentsStated is { } stated ? widget.Say(Said.Number(stated)) : null
                ),
                new Fact(
                    widget.In(new Words("Compromisos documentados", "Commitments documented")),
                    widget.Documented(found).Text,
                    $"/commitments?plan={found.Id}"
                ),
            ]),
        };
        blocks.AddRange(await StatusAsync(widget, within, cancellationToken));
        MeasureGroup? group = null;
        foreach (var key in Keys)
        {
            var (measure, row) = await figures.OneAsync(key, within, cancellationToken);
            if (measure.Group != group)
            {
                group = measure.Group;
                blocks.Add(new Block.Subtitle(widget.In(group.Question)));
            }

            var whole = await figures.StatedAsync(measure, within, cancellationToken);
            var said = await figures.VoicesAsync(widget, key, found.Id, cancellationToken);
            blocks.AddRange(Figures.Beside(Figures.Blocks(widget, measure, row, within, stated: [.. whole.Values]), said));
            blocks.AddRange(said);
            if (said.Count == 0 && measure.HasVoices && row.Known == 0 && found.Sources.Any(IsOfTheMechanism))
            {
                blocks.Add(new Block.Paragraph(widget.Say(CitedOnly), IsSmall: true));
            }
        }

        return new WidgetContent
        {
            Title = (await names.TitleAsync(widget, found.Id, cancellationToken))!,
            Page = $"/plans/{found.Id}",
            Blocks = blocks,
            Sources = found.Sources,
        };
    }

    /// <summary>The day of its publication, as exactly and as sure as it is known; null where there is no record of it here.</summary>
    public static Spoken? PublishedOn(WidgetRequest widget, Plan plan) =>
        plan.PublishedOn is { } day
            ? Certainty.MarkField(widget.Say(widget.On(day, plan.PublishedOnPrecision)), null, plan.InferredFields, [], "published_on")
            : null;

    /// <summary>Whether a source is a report of the Independent Reporting Mechanism, which its publisher says.</summary>
    private static bool IsOfTheMechanism(SourceReference source) => source.Publisher?.Contains("IRM", StringComparison.Ordinal) is true;

    private async Task<IReadOnlyList<Block>> StatusAsync(WidgetRequest widget, RowsQuery within, CancellationToken cancellationToken)
    {
        var (_, rows) = await figures.RowsAsync("commitments_documented", ["status"], within, cancellationToken);
        var counts = rows.ToDictionary(row => row.Keys[0] ?? "", row => row.Total);
        var segments = new List<Segment>();
        foreach (var code in Statuses)
        {
            var label = await labels.OfAsync(widget, "implementation_status", code, cancellationToken);
            segments.Add(new Segment(label, counts.GetValueOrDefault(code), $"status-{code.Replace('_', '-')}"));
        }

        var known = segments.Sum(segment => segment.Count);
        var unknown = counts.GetValueOrDefault("");
        if (known + unknown == 0)
        {
            return [];
        }

        // Where no status is on record, none of them is 0.
        Segment none = new(widget.In(Said.NoRecord), unknown, Tile.NoRecord);
        return
        [
            new Block.Segments(
                widget.In(new Words("Estatus de los compromisos documentados", "Status of the documented commitments")),
                known == 0 ? [none] : [.. segments, none],
                known + unknown
            ),
        ];
    }
}
