using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Dialogues;

/// <summary>How sessions of dialogue are written.</summary>
internal sealed class SessionEditing : Editing
{
    public override string Table => "sessions";
    public override string Name => "Session";
    public override string Path => "/dialogues/sessions";
    public override string Tag => "Dialogues";
    public override IReadOnlyList<string> Fixed => ["secretariat_id", "plan_id", "state_id"];

    /// <summary>A session of a state's secretariat, or on a state's plan, is of that state.</summary>
    public override Task CompleteAsync(Dictionary<string, object?> row, WriteStep step, CancellationToken cancellationToken)
    {
        if (
            row["state_id"] is null
            && (row["secretariat_id"] ?? row["plan_id"]) is string body
            && Scope.OfRecord(body) is var state and not Scope.National
        )
        {
            row["state_id"] = state;
        }

        return Task.CompletedTask;
    }

    /// <summary>Below the body that met: the secretariat, else that of the plan, else the state.</summary>
    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        NewId.Below(row["secretariat_id"] ?? row["plan_id"] ?? row["state_id"] ?? RecordId.Country, "S");
}

/// <summary>How agreements of sessions are written; what is fulfilled shows it.</summary>
internal sealed class AgreementEditing : Editing
{
    public override string Table => "agreements";
    public override string Name => "Agreement";
    public override string Path => "/dialogues/agreements";
    public override string Tag => "Dialogues";
    public override IReadOnlyList<string> Fixed => ["session_id", "number"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["session_id"], "A", "number");

    public override Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RecordError>>(
            step.Sets("fulfilled") && step.After!["fulfilled"] is true && step.After["evidence_url"] is null
                ?
                [
                    new RecordError(ErrorCodes.EvidenceMissing, "What is fulfilled shows it: give evidence_url.")
                    {
                        Field = "evidence_url",
                        DetailEs = "Lo cumplido se muestra: indique evidence_url.",
                    },
                ]
                : []
        );
}
