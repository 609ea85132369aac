using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Commitments;

/// <summary>How evidence is written: by whoever has it, and not taken away from under what rests on it.</summary>
internal sealed class EvidenceEditing : Editing
{
    internal const string CommitmentSql = "SELECT c.status FROM commitments c WHERE c.id = @Id";

    internal const string MilestoneSql = "SELECT m.status FROM milestones m WHERE m.id = @Id";

    public override string Table => "evidence";
    public override string Name => "Evidence";
    public override string Path => "/evidence";
    public override string Tag => "Commitments";
    public override bool IsRead => false;
    public override Role? Creates => Role.Verifier;
    public override Role Changes => Role.Verifier;
    public override Role? Withdraws => Role.Verifier;
    public override IReadOnlyList<string> Fixed => ["commitment_id"];

    /// <summary>An editor answers for the record as a whole; others change what they brought.</summary>
    public override bool IsOwn(WriteStep step) => step.Caller.Role < Role.Editor;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["commitment_id"], "E");

    public override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (
            step.Before is not { } before
            || before["url"] is null
            || step.After is { } after && after["url"] is not null && !step.Sets("milestone_id")
        )
        {
            return [];
        }

        var commitment = (string)before["commitment_id"]!;
        if (
            step.After?["url"] is null
            && await IsDoneAsync(step, CommitmentSql, commitment, cancellationToken)
            && !await Proof.OfCommitmentAsync(step.Recorder, commitment, cancellationToken, step.Id)
        )
        {
            return [LastOf(commitment)];
        }

        return
            before["milestone_id"] is string milestone
            && await IsDoneAsync(step, MilestoneSql, milestone, cancellationToken)
            && !await Proof.OfMilestoneAsync(step.Recorder, milestone, cancellationToken, step.Id)
            ? [LastOf(milestone)]
            : [];
    }

    private static RecordError LastOf(string id) =>
        new(
            ErrorCodes.EvidenceMissing,
            $"It is the last public evidence of {id}, which is said to be done. Add other evidence first, or change the status of {id}."
        )
        {
            Field = "url",
            DetailEs = $"Es la última evidencia pública de {id}, que se da por cumplido. Agregue antes otra, o cambie el estado de {id}.",
        };

    private static async Task<bool> IsDoneAsync(WriteStep step, string sql, string id, CancellationToken cancellationToken) =>
        (await step.Recorder.QueryAsync<string?>(sql, new { Id = id }, cancellationToken)) is ["completed" or "verified"];
}
