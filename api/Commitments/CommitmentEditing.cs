using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Commitments;

/// <summary>How commitments are written, and what each step of their life needs.</summary>
internal sealed class CommitmentEditing : Editing
{
    private const string FromAssessments =
        "it is the newest assessment of it that is not the government's. Write that (POST /api/v1/assessments), and the commitment shows it.";

    /// <summary>The plan's stage, to know whether its text has been adopted.</summary>
    internal const string StageSql = "SELECT p.stage FROM plans p WHERE p.id = @Id";

    /// <summary>What was adopted with the plan: changing it later is an amendment.</summary>
    private static readonly string[] Adopted =
    [
        "title_es",
        "title_en",
        "problem_es",
        "problem_en",
        "solution_es",
        "solution_en",
        "benefits_es",
        "benefits_en",
        "start_date",
        "due_date",
        "lead_organizations",
    ];

    public override string Table => "commitments";
    public override string Name => "Commitment";
    public override string Path => "/commitments";
    public override string Tag => "Commitments";
    public override Role Changes => Role.Verifier;
    public override IReadOnlyList<string> Fixed => ["plan_id", "number"];

    public override IReadOnlyDictionary<string, string> Computed { get; } =
        new Dictionary<string, string>
        {
            ["completion"] = FromAssessments,
            ["ambition"] = FromAssessments,
            ["early_results"] = FromAssessments,
            ["verifiable"] = FromAssessments,
            ["relevant"] = FromAssessments,
            ["overdue"] = "it follows from due_date and status.",
            ["progress_percent"] = "it is the mean of the milestones.",
        };

    /// <summary>Who verifies says so; the rest is for who answers for the commitment.</summary>
    public override Role RoleFor(string field) => field == "status" ? Role.Verifier : Role.Editor;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["plan_id"], "C", "number");

    public override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.After is not { } after)
        {
            return [];
        }

        if (step.Sets("status") && step.Caller.Role < Role.Editor && after["status"] is not "verified")
        {
            throw WriteRefusal.Of(AccessFailure.MissingRole(step.Caller, Role.Editor, "a status other than verified"));
        }

        List<RecordError> errors = [.. await UnexplainedAsync(step, cancellationToken)];
        if (step.Reaches("status", "completed", "verified") && !await Proof.OfCommitmentAsync(step.Recorder, step.Id, cancellationToken))
        {
            errors.Add(Proof.Missing("status", (string)after["status"]!, step.Id));
        }

        if (step.Reaches("status", "verified"))
        {
            errors.AddRange(await Verification.ErrorsAsync(step, step.Id, cancellationToken));
        }

        return errors;
    }

    /// <summary>A change of what was adopted says why.</summary>
    private static async Task<IReadOnlyList<RecordError>> UnexplainedAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.Reason is not null || step.Action != WriteAction.Update || Adopted.FirstOrDefault(step.Sets) is not { } changed)
        {
            return [];
        }

        var stages = await step.Recorder.QueryAsync<string?>(StageSql, new { Id = step.After!["plan_id"] }, cancellationToken);
        return stages is ["implementation" or "assessment" or "closed"]
            ?
            [
                new RecordError(
                    ErrorCodes.ReasonMissing,
                    $"The plan has been adopted, so a change of {changed} is an amendment: say why, in ?reason=."
                )
                {
                    Field = changed,
                    DetailEs = $"El plan ya fue adoptado, así que cambiar {changed} es una enmienda: diga por qué, en ?reason=.",
                },
            ]
            : [];
    }
}
