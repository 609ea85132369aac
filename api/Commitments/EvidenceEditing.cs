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
        List<RecordError> errors = [];
        if (step.After is { } written && written["url"] is null && (step.Action == WriteAction.Create || step.Sets("url")))
        {
            errors.Add(
                new RecordError(ErrorCodes.Required, "Evidence is public: give the address at which anybody can open it.")
                {
                    Field = "url",
                    DetailEs = "La evidencia es pública: indique la dirección en la que cualquiera puede abrirla.",
                }
            );
        }

        if (step is { Action: WriteAction.Update, Reason: null } && Described.Fields.Any(field => step.Sets(field.Name)))
        {
            errors.AddRange(await UnexplainedAsync(step, cancellationToken));
        }

        return errors.Count > 0 ? errors : await TakenAwayAsync(step, cancellationToken);
    }

    /// <summary>A change of evidence on which a completed status rests, or which another organisation brought, says why.</summary>
    private async Task<IReadOnlyList<RecordError>> UnexplainedAsync(WriteStep step, CancellationToken cancellationToken)
    {
        var (commitment, milestone) = ((string)step.Before!["commitment_id"]!, step.Before["milestone_id"] as string);
        if (
            await step.IsOfAsync(await step.MakerAsync(Table, step.Id, cancellationToken), cancellationToken)
            && !await IsDoneAsync(step, CommitmentSql, commitment, cancellationToken)
            && !(milestone is not null && await IsDoneAsync(step, MilestoneSql, milestone, cancellationToken))
        )
        {
            return [];
        }

        return
        [
            new RecordError(
                ErrorCodes.ReasonMissing,
                $"{step.Id} is evidence of what is said to be done, or another organisation brought it: say why it changes, in ?reason=."
            )
            {
                DetailEs =
                    $"{step.Id} es evidencia de algo que se da por cumplido, o la aportó otra organización: diga por qué cambia, en ?reason=.",
            },
        ];
    }

    /// <summary>The last evidence of what is done stays.</summary>
    private static async Task<IReadOnlyList<RecordError>> TakenAwayAsync(WriteStep step, CancellationToken cancellationToken)
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
