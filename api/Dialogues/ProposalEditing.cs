using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Dialogues;

/// <summary>
/// How proposals are written: what is proposed by the organisation that proposes, until it is answered; the reasoned response by who answers
/// for the plan or the state.
/// </summary>
internal sealed class ProposalEditing : Editing
{
    private static readonly string[] OfResponse =
    [
        "decision",
        "response_es",
        "response_en",
        "responded_on",
        "responded_on_precision",
        "commitment_id",
    ];

    public override string Table => "proposals";
    public override string Name => "Proposal";
    public override string Path => "/dialogues/proposals";
    public override string Tag => "Dialogues";
    public override Role? Creates => Role.Contributor;
    public override Role Changes => Role.Contributor;
    public override Role? Withdraws => Role.Contributor;
    public override IReadOnlyList<string> Fixed => ["state_id"];

    public override Role RoleFor(string field) => OfResponse.Contains(field) ? Role.Editor : Role.Contributor;

    /// <summary>The words of a proposal are its author's; a response is not.</summary>
    public override bool IsOwn(WriteStep step) =>
        step.After is null || Described.Fields.Any(field => !OfResponse.Contains(field.Name) && step.Sets(field.Name));

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(PlaceOf(row), "P");

    public override void Complete(Dictionary<string, object?> row, WriteStep step)
    {
        if (row["proposed_on"] is null && row["proposed_on_precision"] is null)
        {
            (row["proposed_on"], row["proposed_on_precision"]) = (step.Today, "day");
        }
    }

    public override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.Before?["decision"] is not null && step.Caller.Role < Role.Editor)
        {
            throw WriteRefusal.Of(
                StatusCodes.Status422UnprocessableEntity,
                $"{step.Id} has been answered, so what was proposed stays as it is.",
                $"{step.Id} ya fue respondida, así que lo propuesto se queda como está."
            );
        }

        if (step.After is not { } after)
        {
            return [];
        }

        if (
            step.Action == WriteAction.Create
            && after["organization_id"] is string named
            && step.Caller.Role < Role.Editor
            && (await step.OrganizationAsync(cancellationToken))?.Id != named
        )
        {
            throw WriteRefusal.Of(
                AccessFailure.OtherOrganization($"The credential does not speak for {named}.", $"La credencial no habla por {named}.")
            );
        }

        var hasWords = after["proposal_es"] is not null || after["proposal_en"] is not null;
        if (!hasWords)
        {
            return
            [
                new RecordError(ErrorCodes.Required, "A proposal says what is proposed: fill proposal_es or proposal_en.")
                {
                    Field = "proposal_es",
                },
            ];
        }

        return after["decision"] is not null && after["response_es"] is null && after["response_en"] is null
            ?
            [
                new RecordError(ErrorCodes.ResponseMissing, "A decision comes with its reasons: fill response_es or response_en.")
                {
                    Field = "response_es",
                    DetailEs = "Una decisión viene con sus razones: llene response_es o response_en.",
                },
            ]
            : [];
    }

    /// <summary>The state that it is made to, also by naming a plan of it, else the country.</summary>
    private static string PlaceOf(IReadOnlyDictionary<string, object?> row) =>
        row["state_id"] as string
        ?? (row["plan_id"] is string plan && Scope.OfRecord(plan) is var scope && scope != Scope.National ? scope : RecordId.Country);
}
