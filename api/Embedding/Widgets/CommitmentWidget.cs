using OpenGov.Api.Commitments;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>A commitment: where it stands, who says so, its milestones.</summary>
internal sealed class CommitmentWidget(CommitmentsRepository commitments, Labels labels, RecordFinisher finisher) : IWidget
{
    public string Kind => "commitment";

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
        return Of(widget, found, await BlocksAsync(widget, found, labels, cancellationToken));
    }

    /// <summary>Where it stands, who says so, and its milestones.</summary>
    public static async Task<IReadOnlyList<Block>> BlocksAsync(
        WidgetRequest widget,
        CommitmentDetail found,
        Labels labels,
        CancellationToken cancellationToken
    )
    {
        var blocks = new List<Block>
        {
            new Block.Facts([
                new Fact(widget.In(Said.Status), await CodeAsync("implementation_status", found.Status, null)),
                new Fact(widget.In(Said.Progress), found.ProgressPercent is { } percent ? widget.Say($"{percent} %") : null),
                new Fact(
                    widget.In(new Words("Cumplimiento, evaluado", "Completion, as assessed")),
                    await CodeAsync("completion", found.Completion, found.CompletionVoice)
                ),
                new Fact(
                    widget.In(new Words("¿Cambió algo?", "Did it change anything?")),
                    await CodeAsync("early_results", found.EarlyResults, found.EarlyResultsVoice)
                ),
                new Fact(widget.In(Said.Due), Due(widget, found)),
                new Fact(
                    widget.In(new Words("Evidencia pública", "Public evidence")),
                    found.Evidence.Count > 0 ? widget.Say(Said.Number(found.Evidence.Count)) : null
                ),
            ]),
        };
        if (found.Milestones.Count > 0)
        {
            var rows = new List<IReadOnlyList<Cell>>();
            foreach (var milestone in found.Milestones.Take(widget.Limit))
            {
                rows.Add([
                    new Cell(widget.Text(milestone.TitleEs, milestone.TitleEn)),
                    new Cell(milestone.DueDate is { } due ? widget.Say(widget.On(due, milestone.DueDatePrecision)) : null),
                    new Cell(await CodeAsync("implementation_status", milestone.Status, null)),
                ]);
            }

            blocks.Add(
                new Block.Table(
                    widget.In(new Words("Hitos", "Milestones")),
                    [widget.In(new Words("Hito", "Milestone")), widget.In(Said.Due), widget.In(Said.Status)],
                    rows
                )
            );
        }

        return blocks;

        Task<Spoken?> CodeAsync(string vocabulary, string? code, string? voice) =>
            labels.SaidAsync(widget, vocabulary, code, voice, cancellationToken);
    }

    /// <summary>What every widget of a commitment has beside its blocks.</summary>
    public static WidgetContent Of(WidgetRequest widget, CommitmentDetail found, IReadOnlyList<Block> blocks) =>
        new()
        {
            Title = widget.Title(found.TitleEs, found.TitleEn, found.Id),
            Eyebrow = widget.Text(found.Plan.TitleEs, found.Plan.TitleEn).Text ?? found.PlanId,
            Page = $"/commitments/{found.Id}",
            Blocks = blocks,
            Sources = found.Sources,
        };

    private static Spoken? Due(WidgetRequest widget, Commitment found) =>
        found.DueDate is not { } due
            ? null
            : widget.Say(
                widget.On(due, found.DueDatePrecision)
                    + (found.Overdue is true ? widget.In(new Words(" — vencido sin terminar", " — overdue, not finished")) : "")
            );
}
