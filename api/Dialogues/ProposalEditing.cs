using OpenGov.Api.Access;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Dialogues;

/// <summary>
/// How proposals are written: what is proposed by the organisation that proposes, until it is answered; the reasoned response by who answers
/// for the plan or the state.
/// </summary>
internal sealed class ProposalEditing : Editing
{
    /// <summary>What becomes no commitment of the plan that it was made to.</summary>
    private static readonly string[] Without = ["not_adopted", "out_of_scope"];

    private static readonly string[] OfResponse =
    [
        "response_due_date",
        "response_due_date_precision",
        "disposition",
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
    public override bool IsOwn(WriteStep step) => step.After is null || step.Action == WriteAction.Restore || SetsWords(step);

    /// <summary>What was proposed on paper is typed by somebody else; in whose name it stands may take it back.</summary>
    public override string? NamedOrganization(IReadOnlyDictionary<string, object?> row) => row["organization_id"] as string;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(PlaceOf(row), "P");

    /// <summary>When and by whom it was proposed and answered is what the write itself says, unless it says otherwise.</summary>
    public override async Task CompleteAsync(Dictionary<string, object?> row, WriteStep step, CancellationToken cancellationToken)
    {
        if (step.Action == WriteAction.Create)
        {
            Date(row, "proposed_on", step.Today);
            Date(
                row,
                "response_due_date",
                RecordDates.After(
                    row["proposed_on"] is DateOnly day && row["proposed_on_precision"] is "day" ? day : step.Today,
                    step.ResponseDays
                )
            );
            if (step.Caller.Role < Role.Editor && await step.OrganizationAsync(cancellationToken) is { } own)
            {
                row["organization_id"] ??= own.Id;
                row["sector"] ??= own.Sector;
            }
        }

        if (row["disposition"] is not null && step.Before?["disposition"] is null)
        {
            Date(row, "responded_on", step.Today);
        }
    }

    public override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.Before?["disposition"] is not null && (step.After is null ? step.Caller.Role < Role.Admin : SetsWords(step)))
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

        if (step.Caller.Role < Role.Editor && step.Action != WriteAction.Restore)
        {
            await MustSpeakForItselfAsync(step, after, cancellationToken);
        }

        return [.. Errors(step, after), .. await OwedAsync(step, after, cancellationToken)];
    }

    /// <summary>Who proposes says nothing in another's name.</summary>
    private static async Task MustSpeakForItselfAsync(
        WriteStep step,
        IReadOnlyDictionary<string, object?> after,
        CancellationToken cancellationToken
    )
    {
        var own = await step.OrganizationAsync(cancellationToken);
        if (step.Sets("organization_id") && after["organization_id"] is string named && own?.Id != named)
        {
            throw WriteRefusal.Of(AccessFailure.NotFor(named));
        }

        if (step.Sets("sector") && after["sector"] is string sector && own is not null && own.Sector != sector)
        {
            throw WriteRefusal.Of(
                [
                    new RecordError(ErrorCodes.OtherVoice, $"{own.Id} is of the sector {own.Sector}, and proposes as that.")
                    {
                        Field = "sector",
                        Value = sector,
                        Allowed = [own.Sector],
                        DetailEs = $"{own.Id} es del sector {own.Sector}, y propone como tal.",
                    },
                ],
                ""
            );
        }
    }

    private static IEnumerable<RecordError> Errors(WriteStep step, IReadOnlyDictionary<string, object?> after)
    {
        if (after["proposal_es"] is null && after["proposal_en"] is null)
        {
            yield return new RecordError(ErrorCodes.Required, "A proposal says what is proposed: fill proposal_es or proposal_en.")
            {
                Field = "proposal_es",
                DetailEs = "Una propuesta dice qué se propone: llene proposal_es o proposal_en.",
            };
        }

        if (
            after["disposition"] is not null
            && !WrittenRules.IsReasoned(after["response_es"])
            && !WrittenRules.IsReasoned(after["response_en"])
        )
        {
            yield return new RecordError(
                ErrorCodes.ResponseMissing,
                "A disposition comes with its reasons, of two words at least: say them in response_es or response_en."
            )
            {
                Field = "response_es",
                DetailEs = "Una disposición viene con sus razones, de dos palabras al menos: dígalas en response_es o response_en.",
            };
        }

        if (
            after["disposition"] is string without
            && Without.Contains(without)
            && after["commitment_id"] is string commitment
            && step.Action != WriteAction.Restore
        )
        {
            yield return new RecordError(ErrorCodes.Contradiction, $"What is {without} becomes no commitment.")
            {
                Field = "commitment_id",
                Value = RecordError.Shown(commitment),
                DetailEs = $"Lo que queda en {without} no se vuelve un compromiso.",
            };
        }

        if (step is { Reason: null, Before: { } before } && before["disposition"] is not null && OfResponse.Any(step.Sets))
        {
            yield return new RecordError(ErrorCodes.ReasonMissing, $"{step.Id} has been answered: say why the answer changes, in ?reason=.")
            {
                Field = OfResponse.First(step.Sets),
                DetailEs = $"{step.Id} ya fue respondida: diga por qué cambia la respuesta, en ?reason=.",
            };
        }
    }

    /// <summary>An adopted plan owes no answer: none is taken back, and nothing is proposed to it any more.</summary>
    private static async Task<IReadOnlyList<RecordError>> OwedAsync(
        WriteStep step,
        IReadOnlyDictionary<string, object?> after,
        CancellationToken cancellationToken
    )
    {
        var isAnswered = after["disposition"] is not null && (after["response_es"] is not null || after["response_en"] is not null);
        return
            !isAnswered
            && after["plan_id"] is string plan
            && (step.Action != WriteAction.Update || step.Sets("plan_id") || OfResponse.Any(step.Sets))
            && await Adoption.IsAdoptedAsync(step.Recorder, plan, cancellationToken)
            ?
            [
                new RecordError(
                    ErrorCodes.UnansweredProposal,
                    $"{plan} has been adopted, and an adopted plan has no proposal without a reasoned response. Leave plan_id out: then it is "
                        + "a proposal to the state."
                )
                {
                    Field = "plan_id",
                    Value = plan,
                    DetailEs =
                        $"{plan} ya fue adoptado, y un plan adoptado no tiene propuestas sin respuesta razonada. Quite plan_id: así es una "
                        + "propuesta al estado.",
                },
            ]
            : [];
    }

    private bool SetsWords(WriteStep step) =>
        step.Action != WriteAction.Restore && Described.Fields.Any(field => !OfResponse.Contains(field.Name) && step.Sets(field.Name));

    private static void Date(Dictionary<string, object?> row, string field, DateOnly day)
    {
        if (row[field] is null && row[$"{field}_precision"] is null)
        {
            (row[field], row[$"{field}_precision"]) = (day, "day");
        }
    }

    /// <summary>The state that it is made to, also by naming a plan of it, else the country.</summary>
    private static string PlaceOf(IReadOnlyDictionary<string, object?> row) =>
        row["state_id"] as string
        ?? (row["plan_id"] is string plan && Scope.OfRecord(plan) is var scope && scope != Scope.National ? scope : RecordId.Country);
}
