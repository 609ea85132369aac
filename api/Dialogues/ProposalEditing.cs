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

    internal const string PlanSql = "SELECT c.plan_id FROM commitments c WHERE c.id = @Id";

    /// <summary>What an answer says beside what becomes of the proposal.</summary>
    private static readonly string[] OfDisposition = ["response_es", "response_en", "responded_on", "commitment_id"];

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

    /// <summary>A proposal is its organisation's, and of its sector, whoever types it.</summary>
    public override bool HoldsSeats => false;

    public override Role RoleFor(string field) => OfResponse.Contains(field) ? Role.Editor : Role.Contributor;

    /// <summary>The words of a proposal are its author's; a response is not.</summary>
    public override bool IsOwn(WriteStep step) => step.After is null || step.Action == WriteAction.Restore || SetsWords(step);

    /// <summary>What was proposed on paper is typed by somebody else; in whose name it stands may take it back.</summary>
    public override string? NamedOrganization(IReadOnlyDictionary<string, object?> row) => row["organization_id"] as string;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["state_id"] ?? RecordId.Country, "P");

    public override IEnumerable<(string Relation, string Path)> PathsOf(IReadOnlyDictionary<string, object?> row) =>
        [(ListItem.PageLink, Proposal.PageOf((string)row["id"]!))];

    /// <summary>
    /// When and by whom it was proposed and answered is what the write itself says, unless it says otherwise; what is proposed to a plan of a
    /// state is of that state. An answer is due so long after the receipt; where who answers for it records what was proposed before, after
    /// that.
    /// </summary>
    public override async Task CompleteAsync(Dictionary<string, object?> row, WriteStep step, CancellationToken cancellationToken)
    {
        if (step.Action == WriteAction.Create)
        {
            Places.FillState(row, row["plan_id"]);
            Date(row, "proposed_on", step.Today);
            Date(row, "response_due_date", RecordDates.After(Received(step, row), step.ResponseDays));
            if (step.Caller.Role < Role.Editor && await step.OrganizationAsync(cancellationToken) is { } own)
            {
                row["organization_id"] ??= own.Id;
                row["sector"] ??= own.Sector;
            }
            else if (row["organization_id"] is string named)
            {
                row["sector"] ??= await step.SectorAsync(named, cancellationToken);
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

        return
        [
            .. Errors(step, after),
            .. await OfAnotherPlanAsync(step, after, cancellationToken),
            .. await OwedAsync(step, after, cancellationToken),
        ];
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
            after["disposition"] is null
            && OfDisposition.FirstOrDefault(name => after[name] is not null && (step.Sets(name) || step.Sets("disposition"))) is { } early
        )
        {
            yield return new RecordError(
                ErrorCodes.Required,
                $"An answer says what becomes of the proposal: {early} comes with a disposition."
            )
            {
                Field = "disposition",
                DetailEs = $"Una respuesta dice qué pasa con la propuesta: «{early}» viene con una disposición.",
            };
        }

        if (after["disposition"] is not null && after["responded_on"] is null && step.Before?["responded_on"] is not null)
        {
            yield return new RecordError(ErrorCodes.Required, "An answer was given on a day: say on which.")
            {
                Field = "responded_on",
                DetailEs = "Una respuesta se dio un día: diga cuál.",
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

        foreach (var late in Later(step, after))
        {
            yield return late;
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

    /// <summary>
    /// An answer is owed by a day: it is not taken away, and who owes it says why it is put off. A month or a year is over on its last day.
    /// </summary>
    private static IEnumerable<RecordError> Later(WriteStep step, IReadOnlyDictionary<string, object?> after)
    {
        const string Due = "response_due_date";
        var owed = step.Before is { } before
            ? RecordDates.LastDay(before, Due)
            : RecordDates.After(Received(step, after), step.ResponseDays);
        if (!step.SetsDay(Due) || step.Action == WriteAction.Restore || owed is not { } last)
        {
            yield break;
        }

        if (after[Due] is null)
        {
            yield return new RecordError(ErrorCodes.Required, "An answer is owed by a day: set another, and say why in ?reason=.")
            {
                Field = Due,
                DetailEs = "Una respuesta se debe para un día: ponga otro, y diga por qué en ?reason=.",
            };
        }
        else if (step.LastDay(Due) > last && step.Reason is null)
        {
            yield return new RecordError(
                ErrorCodes.ReasonMissing,
                $"The answer is owed by {last:yyyy-MM-dd}: say why it takes longer, in ?reason=."
            )
            {
                Field = Due,
                DetailEs = $"La respuesta se debe para el {last:yyyy-MM-dd}: diga por qué tarda más, en ?reason=.",
            };
        }
    }

    /// <summary>From which day on an answer is owed: an editor records what was received before, others propose now.</summary>
    private static DateOnly Received(WriteStep step, IReadOnlyDictionary<string, object?> row) =>
        step.Caller.Role >= Role.Editor && row["proposed_on"] is DateOnly day && row["proposed_on_precision"] is "day" ? day : step.Today;

    /// <summary>What is adopted becomes a commitment of the plan that it was proposed to; one of another plan covers it already.</summary>
    private static async Task<IReadOnlyList<RecordError>> OfAnotherPlanAsync(
        WriteStep step,
        IReadOnlyDictionary<string, object?> after,
        CancellationToken cancellationToken
    )
    {
        if (
            after["disposition"] is not ("adopted" or "partly_adopted")
            || after["plan_id"] is not string plan
            || after["commitment_id"] is not string commitment
            || !(step.Sets("commitment_id") || step.Sets("disposition") || step.Sets("plan_id"))
        )
        {
            return [];
        }

        return await step.Recorder.QueryAsync<string>(PlanSql, new { Id = commitment }, cancellationToken) is [var other] && other != plan
            ?
            [
                new RecordError(
                    ErrorCodes.Contradiction,
                    $"{commitment} is of {other}, and {step.Id} was proposed to {plan}: what another plan has already is already_covered."
                )
                {
                    Field = "commitment_id",
                    Value = commitment,
                    DetailEs =
                        $"{commitment} es de {other}, y {step.Id} se propuso a {plan}: lo que ya tiene otro plan es already_covered.",
                },
            ]
            : [];
    }

    /// <summary>
    /// An adopted plan owes no answer: none is taken back. Nothing is proposed to it any more; who answers for it may add what was proposed
    /// before, with its answer and with a reason.
    /// </summary>
    private static async Task<IReadOnlyList<RecordError>> OwedAsync(
        WriteStep step,
        IReadOnlyDictionary<string, object?> after,
        CancellationToken cancellationToken
    )
    {
        var isAnswered = after["response_es"] is not null || after["response_en"] is not null;
        var isRestored = step.Action == WriteAction.Restore;
        var isComing = !isRestored && step.Sets("plan_id");
        var isOpened = !isAnswered && (isRestored || isComing || OfResponse.Any(step.Sets));
        var isLate = isAnswered && isComing && step.Reason is null;
        if (
            !(isOpened || isLate)
            || after["plan_id"] is not string plan
            || !await Adoption.IsSettledAsync(step.Recorder, plan, cancellationToken)
        )
        {
            return [];
        }

        return
        [
            isLate
                ? new RecordError(
                    ErrorCodes.ReasonMissing,
                    $"{plan} has been adopted or published, so nothing more is proposed to it: if this was proposed before, say why it comes now, in ?reason=."
                )
                {
                    Field = "plan_id",
                    Value = plan,
                    DetailEs =
                        $"{plan} ya fue adoptado o publicado, así que ya no se le propone nada: si esto se propuso antes, diga por qué llega ahora, en "
                        + "?reason=.",
                }
                : new RecordError(
                    ErrorCodes.UnansweredProposal,
                    $"{plan} has been adopted or published, and such a plan has no proposal without a reasoned response."
                        + (isComing ? " Leave plan_id out: then it is a proposal to the state." : "")
                )
                {
                    Field = "plan_id",
                    Value = plan,
                    DetailEs =
                        $"{plan} ya fue adoptado o publicado, y un plan así no tiene propuestas sin respuesta razonada."
                        + (isComing ? " Quite plan_id: así es una propuesta al estado." : ""),
                },
        ];
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
}
