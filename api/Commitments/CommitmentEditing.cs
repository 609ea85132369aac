using OpenGov.Api.Access;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Commitments;

/// <summary>How commitments are written, and what each step of their life needs.</summary>
internal sealed class CommitmentEditing : AdoptedEditing
{
    private static readonly (string Es, string En) FromAssessments = (
        "es su evaluación más reciente que no es del gobierno. Escriba esa (POST /api/v1/assessments), y el compromiso la muestra.",
        "it is the newest assessment of it that is not the government's. Write that (POST /api/v1/assessments), and the commitment shows it."
    );

    /// <summary>What was promised, and by when.</summary>
    private static readonly string[] Promised =
    [
        "title_es",
        "title_en",
        "problem_es",
        "problem_en",
        "solution_es",
        "solution_en",
        "benefits_es",
        "benefits_en",
        "due_date",
        "due_date_precision",
    ];

    private static readonly (string Es, string En) OfPlan = ("lo dice su plan.", "its plan says it.");

    public override string Table => "commitments";
    public override string Name => "Commitment";
    public override string Path => "/commitments";
    public override string Tag => "Commitments";
    public override Role Changes => Role.Verifier;
    public override IReadOnlyList<string> Fixed => ["plan_id", "number"];

    public override IReadOnlyDictionary<string, (string Es, string En)> Computed { get; } =
        new Dictionary<string, (string Es, string En)>
        {
            ["completion"] = FromAssessments,
            ["ambition"] = FromAssessments,
            ["early_results"] = FromAssessments,
            ["verifiable"] = FromAssessments,
            ["relevant"] = FromAssessments,
            ["completion_voice"] = FromAssessments,
            ["ambition_voice"] = FromAssessments,
            ["early_results_voice"] = FromAssessments,
            ["finished"] = ("se sigue de status.", "it follows from status."),
            ["level"] = OfPlan,
            ["state_id"] = OfPlan,
            ["scope"] = OfPlan,
            ["overdue"] = ("se sigue de due_date y status.", "it follows from due_date and status."),
            ["progress_percent"] = ("es el promedio de los hitos por sus pesos.", "it is the mean of the milestones by their weights."),
        };

    /// <summary>Who verifies says so; the rest is for who answers for the commitment.</summary>
    public override Role RoleFor(string field) => field == "status" ? Role.Verifier : Role.Editor;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["plan_id"], "C", "number");

    public override IReadOnlyList<string> Reported => ["status"];

    protected override async Task<IReadOnlyList<RecordError>> StepAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.After is not { } after)
        {
            return [];
        }

        await Verification.MayStateAsync(step, Table, cancellationToken);
        List<RecordError> errors =
        [
            .. await PlanDays.BeforeAsync(step, PlanDays.OfCommitment, cancellationToken),
            .. Verification.Unexplained(step),
            .. Verification.Kept(step, Promised, []),
            .. await Verification.TakenOverAsync(step, cancellationToken),
        ];
        if (step.Reaches("status", "completed", "verified"))
        {
            errors.AddRange(await PlanDays.NotBegunAsync(step, "status", (string)after["status"]!, cancellationToken));
            errors.AddRange(await Verification.ReportedAsync(step, step.Id, "status", cancellationToken));
        }

        if (step.Reaches("status", "completed", "verified") && !await Proof.OfCommitmentAsync(step.Recorder, step.Id, cancellationToken))
        {
            errors.Add(Proof.Missing("status", (string)after["status"]!, step.Id));
        }

        if (Twice(step, after) is { } twice)
        {
            errors.Add(twice);
        }

        if (step.Sets("municipality") && after["municipality"] is string municipality)
        {
            errors.AddRange(await OfAnotherAsync(step, municipality, cancellationToken));
        }

        if (step.Reaches("status", "verified"))
        {
            errors.AddRange(await Verification.ErrorsAsync(step, step.Id, cancellationToken));
        }

        return errors;
    }

    /// <summary>What is of a plan of a municipality is of that municipality.</summary>
    private static async Task<IReadOnlyList<RecordError>> OfAnotherAsync(
        WriteStep step,
        string municipality,
        CancellationToken cancellationToken
    )
    {
        var plan = await step.Recorder.FindAsync(Schema.Current["plans"], (string)step.After!["plan_id"]!, cancellationToken);
        return plan?["municipality"] is not string own || own == municipality
            ? []
            :
            [
                new RecordError(ErrorCodes.Contradiction, $"{plan["id"]} is of the municipality {own}, and so is what it holds.")
                {
                    Field = "municipality",
                    Value = municipality,
                    Nearest = own,
                    DetailEs = $"{plan["id"]} es del municipio {own}, y lo que contiene también.",
                },
            ];
    }

    /// <summary>Who leads a commitment does not support it beside that.</summary>
    private static RecordError? Twice(WriteStep step, IReadOnlyDictionary<string, object?> after)
    {
        const string Leads = "lead_organizations";
        const string Supports = "supporting_organizations";
        IEnumerable<string> Of(string field) => (after[field] as string)?.Split('|') ?? [];
        return (step.Sets(Leads) || step.Sets(Supports)) && Of(Leads).Intersect(Of(Supports)).FirstOrDefault() is { } both
            ? new RecordError(
                ErrorCodes.Contradiction,
                $"{both} leads it, so it stands among those that lead and not among those that support."
            )
            {
                Field = step.Sets(Supports) ? Supports : Leads,
                Value = both,
                DetailEs = $"{both} lo encabeza, así que va entre quienes encabezan y no entre quienes apoyan.",
            }
            : null;
    }
}
