using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Commitments;

/// <summary>How milestones are written, and verified.</summary>
internal sealed class MilestoneEditing : Editing
{
    private static readonly string[] OfVerification = ["status", "verified_by", "verified_on", "verification_outcome"];

    public override string Table => "milestones";
    public override string Name => "Milestone";
    public override string Path => "/milestones";
    public override string Tag => "Commitments";
    public override bool IsRead => false;
    public override Role Changes => Role.Verifier;
    public override IReadOnlyList<string> Fixed => ["commitment_id", "number"];

    public override Role RoleFor(string field) => OfVerification.Contains(field) ? Role.Verifier : Role.Editor;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["commitment_id"], "M", "number");

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

        var errors = new List<RecordError>();
        if (step.Reaches("status", "completed", "verified") && !await Proof.OfMilestoneAsync(step.Recorder, step.Id, cancellationToken))
        {
            errors.Add(Proof.Missing("status", (string)after["status"]!, step.Id));
        }

        if (step.Reaches("status", "verified") || step.Sets("verified_by") && after["verified_by"] is not null)
        {
            var field = step.Sets("verified_by") ? "verified_by" : "status";
            errors.AddRange(await Verification.ErrorsAsync(step, (string)after["commitment_id"]!, cancellationToken, field));
        }

        if (
            step.Sets("verified_by")
            && after["verified_by"] is string verifier
            && await step.OrganizationAsync(cancellationToken) is { } own
            && own.Id != verifier
        )
        {
            throw WriteRefusal.Of(
                AccessFailure.OtherOrganization(
                    $"verified_by is the organisation that verifies, which is {own.Id}.",
                    $"verified_by es la organización que verifica, que es {own.Id}."
                )
            );
        }

        return errors;
    }
}
