using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Plans;

/// <summary>How action plans are written; a plan is adopted when what was proposed to it has been answered.</summary>
internal sealed class PlanEditing : Editing
{
    internal const string UnansweredSql = """
        SELECT r.id FROM proposals r
        WHERE r.plan_id = @Id AND (r.decision IS NULL OR (r.response_es IS NULL AND r.response_en IS NULL))
        ORDER BY r.id
        """;

    private static readonly string[] Adopted = ["implementation", "assessment", "closed"];

    public override string Table => "plans";
    public override string Name => "Plan";
    public override string Path => "/plans";
    public override string Tag => "Plans";
    public override IReadOnlyList<string> Fixed => ["level", "state_id", "number"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        (row["level"], row["state_id"], row["number"]) switch
        {
            ("local", string state, long number) => new NewId($"{state}-PAL{number}"),
            ("national", _, long number) => new NewId($"{RecordId.Country}-NAP{number}"),
            _ => new NewId($"{RecordId.Country}-NAP", IsNumbered: true),
        };

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => ByState(row);

    public override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (!step.Reaches("stage", Adopted))
        {
            return [];
        }

        var unanswered = await step.Recorder.QueryAsync<string>(UnansweredSql, new { step.Id }, cancellationToken);
        return
        [
            .. unanswered.Select(id => new RecordError(
                ErrorCodes.UnansweredProposal,
                $"{id} has no reasoned response, which every proposal to a plan is owed before the plan is adopted."
            )
            {
                Field = "stage",
                Value = id,
                DetailEs = $"{id} no tiene respuesta razonada, que se debe a cada propuesta antes de adoptar el plan.",
            }),
        ];
    }
}

/// <summary>How members of the governance body of a plan are written.</summary>
internal sealed class PlanMemberEditing : Editing
{
    public override string Table => "plan_members";
    public override string Name => "PlanMember";
    public override string Path => "/plan_members";
    public override string Tag => "Plans";
    public override bool IsRead => false;
    public override IReadOnlyList<string> Fixed => ["plan_id", "organization_id"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        (row["plan_id"], row["organization_id"]) is (string plan, string organization)
            ? new NewId($"{plan}.{organization}")
            : NewId.Unknown;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) =>
        [Scope.OfRecord(row["plan_id"] as string ?? "")];
}
