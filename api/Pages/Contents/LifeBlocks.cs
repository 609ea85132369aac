using OpenGov.Api.Commitments;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>The life of a commitment (<c>Life.svelte</c>): its steps, the proposals that it came of, and its half-years.</summary>
internal sealed class LifeBlocks(
    CommitmentLifeRepository lives,
    ProposalsRepository proposals,
    Tables tables,
    Endings endings,
    RecordFinisher finisher
)
{
    private static readonly Words Steps = new("De la propuesta al cambio", "From proposal to change");

    private static readonly Words NotYet = new("Todavía no", "Not yet");

    private static readonly Words Who = new("Quién", "Who");

    private static readonly Words When = new("Cuándo", "When");

    /// <summary>The blocks, and what the proposals rest on.</summary>
    public async Task<(IReadOnlyList<Block> Blocks, IReadOnlyList<SourceReference> Sources)> OfAsync(
        WidgetRequest widget,
        CommitmentDetail commitment,
        CancellationToken cancellationToken
    )
    {
        var life = (await lives.OfAsync(commitment.Id, widget.Request, cancellationToken))!;
        var made = (
            await proposals.ListAsync(Tables.All(ProposalsRepository.Sql, within: $"commitment={commitment.Id}"), cancellationToken)
        ).Items;
        await finisher.FinishAsync(made, cancellationToken);
        var assessed = await AssessedAsync(widget, commitment, cancellationToken);
        var organizations = new Dictionary<string, Cell>();
        foreach (var id in life.Steps.Select(step => step.ReachedBy).OfType<string>())
        {
            organizations[id] = await endings.CellAsync(id, cancellationToken);
        }

        return (
            [
                new Block.Subtitle(widget.In(Steps)),
                new Block.Table(
                    widget.In(new Words("Pasos, cuándo se dieron y quién los dio", "Steps, when they were taken and by whom")),
                    [widget.In(new Words("Paso", "Step")), widget.In(new Words("¿Se llegó?", "Reached?")), widget.In(When), widget.In(Who)],
                    [
                        .. life.Steps.Select(step =>
                            (IReadOnlyList<Cell>)
                                [
                                    new Cell(widget.Say(new Words(step.NameEs, step.NameEn)))
                                    {
                                        Beside = widget.Say(new Words(step.RuleEs, step.RuleEn)),
                                    },
                                    RestsOnAssessment(commitment, step)
                                        ? assessed
                                        : new Cell(step.Reached is { } reached ? widget.Say(reached ? Said.Yes : NotYet) : null),
                                    step.Reached is not true ? Nothing(widget)
                                    : step.ReachedOn is { } day ? new Cell(widget.Say(widget.On(day, step.ReachedOnPrecision)))
                                    : new Cell(null),
                                    step.Reached is not true ? Nothing(widget)
                                    : step.ReachedBy is { } by ? organizations[by]
                                    : new Cell(null),
                                ]
                        ),
                    ]
                )
                {
                    Data = [$"/commitments/{commitment.Id}/life"],
                },
                .. await ProposalsAsync(widget, commitment.Id, made, cancellationToken),
                .. await HalfYearsAsync(widget, commitment, cancellationToken),
            ],
            [.. made.SelectMany(one => one.Sources)]
        );
    }

    /// <summary>
    /// Whether only an assessment says that a step is reached, while no status is on record (<c>restsOnAssessment</c>): then that is no
    /// plain yes.
    /// </summary>
    private static bool RestsOnAssessment(CommitmentDetail commitment, LifeStep step) =>
        step is { Reached: true, Step: "implementation" or "completed" } && commitment is { Status: null, Completion: not null };

    /// <summary>What was assessed and by whom, and that its status is another thing.</summary>
    private async Task<Cell> AssessedAsync(WidgetRequest widget, CommitmentDetail commitment, CancellationToken cancellationToken)
    {
        var said = await tables.CodeAsync(widget, "completion", commitment.Completion, commitment.CompletionVoice, cancellationToken);
        return new Cell(
            said.Text is { } text
                ? widget.Say(
                    new Words(
                        $"Según quien lo evaluó: {text.Text}. Su estatus: sin registro aquí.",
                        $"As assessed: {text.Text}. Its status: no record here."
                    )
                )
                : null
        );
    }

    /// <summary>A cell of which there is nothing to say: not even that it is not on record.</summary>
    private static Cell Nothing(WidgetRequest widget) => new(widget.Say(""));

    private async Task<IReadOnlyList<Block>> ProposalsAsync(
        WidgetRequest widget,
        string commitment,
        IReadOnlyList<Proposal> made,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var one in made)
        {
            rows.Add([
                new Cell(DialogueWords.Name(widget, one), $"/dialogue/proposals/{one.Id}"),
                await endings.CellAsync(one.OrganizationId, cancellationToken),
                one.Disposition is { } code ? await tables.CodeAsync(widget, "disposition", code, null, cancellationToken) : new Cell(null),
                new Cell(widget.Text(one.ResponseEs, one.ResponseEn)),
            ]);
        }

        return rows.Count == 0
            ? []
            :
            [
                new Block.Table(
                    widget.In(new Words("Las propuestas de las que salió", "The proposals that it came of")),
                    [
                        widget.In(new Words("Propuesta", "Proposal")),
                        widget.In(Who),
                        widget.In(new Words("Qué se resolvió", "What became of it")),
                        widget.In(new Words("Por qué", "Why")),
                    ],
                    rows
                )
                {
                    Data = [$"/dialogues/proposals?commitment={commitment}"],
                },
            ];
    }

    private async Task<IReadOnlyList<Block>> HalfYearsAsync(
        WidgetRequest widget,
        CommitmentDetail commitment,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (
            var one in commitment
                .Assessments.Where(one => one is { Period: not null, Code: not null })
                .OrderByDescending(one => one.Period, StringComparer.Ordinal)
                .ThenBy(one => one.Id, StringComparer.Ordinal)
        )
        {
            rows.Add([
                new Cell(widget.Say(one.Period!)),
                one.OrganizationId is null
                    ? await tables.CodeAsync(widget, "voice", one.Voice, null, cancellationToken)
                    : await endings.CellAsync(one.OrganizationId, cancellationToken),
                await tables.CodeAsync(widget, one.Aspect, one.Code!, null, cancellationToken),
                one.StallReason is { } reason
                    ? await tables.CodeAsync(widget, "stall_reason", reason, null, cancellationToken)
                    : Nothing(widget),
                one.StallReason is null ? Nothing(widget) : new Cell(widget.Text(one.UnblockEs, one.UnblockEn)),
            ]);
        }

        return rows.Count == 0
            ? []
            :
            [
                new Block.Table(
                    widget.In(new Words("Lo que se reportó de cada semestre", "What was reported of each half-year")),
                    [
                        widget.In(new Words("Semestre", "Half-year")),
                        widget.In(Who),
                        widget.In(new Words("Qué", "What")),
                        widget.In(new Words("Por qué no avanzó", "Why nothing moved")),
                        widget.In(new Words("Qué lo destrabaría", "What would get it moving")),
                    ],
                    rows
                ),
            ];
    }
}
