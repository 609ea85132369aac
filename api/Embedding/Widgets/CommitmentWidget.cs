using OpenGov.Api.Commitments;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>A commitment: where it stands, who says so, its milestones.</summary>
internal sealed class CommitmentWidget(CommitmentsRepository commitments, Labels labels, RecordNames plans, RecordFinisher finisher)
    : IWidget
{
    private static readonly Words Done = new("Hecho", "Done");

    public string Kind => "commitment";

    public Subject Subject { get; } = new("commitments");

    /// <summary>What is among the evidence and shows no more than that it was assessed.</summary>
    public static readonly Words Assessing = new("Documentos que lo evalúan", "Documents that assess it");

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
        return await OfAsync(widget, found, plans, await BlocksAsync(widget, found, labels, cancellationToken), cancellationToken);
    }

    /// <summary>Where it stands, who says so, and its milestones.</summary>
    public static async Task<IReadOnlyList<Block>> BlocksAsync(
        WidgetRequest widget,
        CommitmentDetail found,
        Labels labels,
        CancellationToken cancellationToken
    )
    {
        var blocks = new List<Block>(await OriginAsync(widget, found, labels, cancellationToken))
        {
            new Block.Facts([
                new Fact(
                    widget.In(Said.Status),
                    Certainty.MarkField(found, await CodeAsync("implementation_status", found.Status, null), "status")
                ),
                new Fact(widget.In(Said.Progress), Certainty.MarkField(found, Progress(widget, found), "progress_percent")),
                new Fact(
                    widget.In(new Words("Cumplimiento, evaluado", "Completion, as assessed")),
                    Certainty.MarkField(found, await CodeAsync("completion", found.Completion, found.CompletionVoice), "completion")
                ),
                new Fact(
                    widget.In(Said.EarlyResults),
                    Certainty.MarkField(
                        found,
                        await CodeAsync("early_results", found.EarlyResults, found.EarlyResultsVoice),
                        "early_results"
                    )
                ),
                new Fact(widget.In(Said.Due), Certainty.MarkField(found, Due(widget, found), "due_date")),
                new Fact(
                    widget.In(new Words("Evidencia pública", "Public evidence")),
                    found.Evidence.Count(one => EvidenceFilters.ShowsFulfilment(one.Kind)) is var evidence and > 0
                        ? widget.Say(Said.Number(evidence))
                        : null
                ),
                .. found.Evidence.Count(one => !EvidenceFilters.ShowsFulfilment(one.Kind)) is var assessing and > 0
                    ?
                    [
                        new Fact(
                            widget.In(Assessing),
                            widget.Say(
                                new Words(
                                    $"{assessing} (no {(assessing == 1 ? "cuenta" : "cuentan")} como evidencia)",
                                    $"{assessing} (not counted as evidence)"
                                )
                            )
                        ),
                    ]
                    : (Fact[])[],
            ]),
        };
        if (found.Milestones.Count > 0)
        {
            var shown = found.Milestones.OrderBy(milestone => milestone.Number).Take(widget.Limit).ToList();
            var behind = SourceOrder.Union(shown.SelectMany(milestone => milestone.Sources), []);
            if (shown.Any(milestone => milestone.DueDate is not null || milestone.CompletedOn is not null))
            {
                blocks.Add(
                    new Block.Strip(
                        widget.In(new Words("Hitos en el tiempo", "Milestones over time")),
                        [.. shown.Select(one => Step(widget, one))]
                    )
                    {
                        Behind = behind,
                    }
                );
            }

            var rows = new List<IReadOnlyList<Cell>>();
            foreach (var milestone in shown)
            {
                rows.Add([
                    new Cell(widget.Say($"{milestone.Number}"), IsNumber: true),
                    new Cell(widget.Text(milestone.TitleEs, milestone.TitleEn)),
                    new Cell(milestone.DueDate is { } due ? widget.Say(widget.On(due, milestone.DueDatePrecision)) : null),
                    new Cell(milestone.CompletedOn is { } done ? widget.Say(widget.On(done, milestone.CompletedOnPrecision)) : null),
                    new Cell(await CodeAsync("implementation_status", milestone.Status, null)),
                ]);
            }

            blocks.Add(
                new Block.Table(
                    widget.In(new Words("Hitos", "Milestones")),
                    [
                        widget.In(new Words("N.º", "No.")),
                        widget.In(new Words("Hito", "Milestone")),
                        widget.In(Said.Due),
                        widget.In(Done),
                        widget.In(Said.Status),
                    ],
                    rows
                )
                {
                    Behind = behind,
                }
            );
        }

        return blocks;

        Task<Spoken?> CodeAsync(string vocabulary, string? code, string? voice) =>
            labels.SaidAsync(widget, vocabulary, code, voice, cancellationToken);
    }

    /// <summary>How far it is; where that is the mean of some of its milestones, of how many.</summary>
    private static Spoken? Progress(WidgetRequest widget, CommitmentDetail found)
    {
        if (found.ProgressPercent is not { } percent)
        {
            return null;
        }

        var (said, known, all) = (Said.Percent(percent), found.Milestones.Count(one => one.IsProgressKnown), found.Milestones.Count);
        return known == 0 || known == all || found.Finished == true
            ? widget.Say(said)
            : widget.Say(
                new Words(
                    $"{said}. Promedio de los hitos cuyo avance consta ({Said.Number(known)} de {Said.Number(all)}).",
                    $"{said}. Mean of the milestones whose progress is on record ({Said.Number(known)} of {Said.Number(all)})."
                )
            );
    }

    /// <summary>Who says its title, where that is not official.</summary>
    public static Task<IReadOnlyList<Block>> OriginAsync(
        WidgetRequest widget,
        CommitmentDetail found,
        Labels labels,
        CancellationToken cancellationToken
    ) => labels.OriginAsync(widget, (found.TitleEs, found.TitleEsOrigin), (found.TitleEn, found.TitleEnOrigin), cancellationToken);

    /// <summary>What every widget of a commitment has beside its blocks.</summary>
    public static async Task<WidgetContent> OfAsync(
        WidgetRequest widget,
        CommitmentDetail found,
        RecordNames plans,
        IReadOnlyList<Block> blocks,
        CancellationToken cancellationToken
    ) =>
        new()
        {
            Title = RecordNames.Commitment(widget, found.TitleEs, found.TitleEn, found.Id),
            Eyebrow = (await plans.TitleAsync(widget, found.PlanId, cancellationToken))?.Text,
            Page = $"/commitments/{found.Id}",
            Blocks = blocks,
            Sources = found.Sources,
        };

    private static Step Step(WidgetRequest widget, Milestone milestone)
    {
        var (planned, done) = (milestone.DueDate, milestone.CompletedOn);
        var said = new[]
        {
            planned is { } due ? $"{widget.In(Said.Due)}: {widget.On(due, milestone.DueDatePrecision)}" : null,
            done is { } day ? $"{widget.In(Done)}: {widget.On(day, milestone.CompletedOnPrecision)}" : null,
        };
        return new Step(
            milestone.Number,
            planned,
            done,
            planned is { } last && done > RecordDates.LastDay(last, milestone.DueDatePrecision),
            planned is null && done is null ? widget.In(Said.NoRecord) : string.Join(", ", said.OfType<string>())
        );
    }

    private static Spoken? Due(WidgetRequest widget, Commitment found) =>
        found.DueDate is not { } due
            ? null
            : widget.Say(
                widget.On(due, found.DueDatePrecision)
                    + (found.Overdue is true ? widget.In(new Words(" — vencido sin terminar", " — overdue, not finished")) : "")
            );
}
