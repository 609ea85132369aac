using System.Globalization;
using OpenGov.Api.Access;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Commitments;

/// <summary>How milestones are written, and verified.</summary>
internal sealed class MilestoneEditing : AdoptedEditing
{
    private static readonly string[] WordsOfVerifier = ["verified_on", "verification_outcome"];

    /// <summary>Who verified, when, and what it found: one word, of one organisation.</summary>
    private static readonly string[] WordOfVerifier = ["verified_by", .. WordsOfVerifier];

    /// <summary>What was promised, and by when.</summary>
    private static readonly string[] Promised = ["title_es", "title_en", "due_date", "due_date_precision"];

    /// <summary>How far it came.</summary>
    private static readonly string[] OfReport = ["progress_percent", "completed_on", "completed_on_precision"];

    private static readonly string[] OfVerification = ["status", .. WordOfVerifier];

    public override string Table => "milestones";
    public override string Name => "Milestone";
    public override string Path => "/milestones";
    public override string Tag => "Commitments";
    public override bool IsRead => false;
    public override Role Changes => Role.Verifier;
    public override IReadOnlyList<string> Fixed => ["commitment_id", "number"];

    public override Role RoleFor(string field) => OfVerification.Contains(field) ? Role.Verifier : Role.Editor;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["commitment_id"], "M", "number");

    public override IReadOnlyList<string> Reported => [.. OfVerification, .. OfReport];

    /// <summary>Who verifies is named with it; what is verified no more names nobody.</summary>
    public override async Task CompleteAsync(Dictionary<string, object?> row, WriteStep step, CancellationToken cancellationToken)
    {
        if (step.Reaches("status", "verified"))
        {
            row["verified_by"] ??= (await step.OrganizationAsync(cancellationToken))?.Id;
            row["verified_on"] ??= step.Today;
        }
        else if (step.Before?["status"] is "verified" && row["status"] is not "verified")
        {
            foreach (var field in OfVerification.Where(field => field != "status" && !step.Sets(field)))
            {
                row[field] = null;
            }
        }
    }

    protected override async Task<IReadOnlyList<RecordError>> StepAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.After is not { } after)
        {
            return [];
        }

        await Verification.MayStateAsync(step, Table, cancellationToken);
        List<RecordError> errors =
        [
            .. await PlanDays.BeforeAsync(step, PlanDays.OfMilestone, cancellationToken),
            .. step.Action == WriteAction.Restore ? [] : Contradictions(step, after),
            .. Verification.Unexplained(step),
            .. Verification.Kept(step, Promised, [.. OfReport, "weight"]),
            .. Unexplained(step),
        ];
        if (Finishing(step, after) is { } done)
        {
            errors.AddRange(await PlanDays.NotBegunAsync(step, done.Field, done.Value, cancellationToken));
            errors.AddRange(await Verification.ReportedAsync(step, (string)after["commitment_id"]!, done.Field, cancellationToken));
            if (!await Proof.OfMilestoneAsync(step.Recorder, step.Id, cancellationToken))
            {
                errors.Add(Proof.Missing(done.Field, done.Value, step.Id));
            }
        }

        if (step.Reaches("status", "verified"))
        {
            errors.AddRange(await Verification.ErrorsAsync(step, (string)after["commitment_id"]!, cancellationToken));
        }

        if (after["status"] is "verified" && after["verified_on"] is null && step.Sets("verified_on"))
        {
            errors.Add(
                new RecordError(ErrorCodes.Required, "What is verified says when: give verified_on.")
                {
                    Field = "verified_on",
                    DetailEs = "Lo verificado dice cuándo: indique verified_on.",
                }
            );
        }

        if (
            step.Before?["verified_by"] is string first
            && after["verified_by"] is string
            && WordOfVerifier.Any(step.Sets)
            && (await step.OrganizationAsync(cancellationToken))?.Id != first
        )
        {
            throw WriteRefusal.Of(
                AccessFailure.OtherOrganization(
                    $"{step.Id} was verified by {first}: what it found is its own word, until its verification is taken back.",
                    $"{step.Id} lo verificó {first}: lo que encontró es su palabra, mientras su verificación no se retire."
                )
            );
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

    /// <summary>What was verified is what it was: a change of it says why.</summary>
    private IEnumerable<RecordError> Unexplained(WriteStep step) =>
        step is { Action: WriteAction.Update, Reason: null }
        && step.Before!["status"] is "verified"
        && step.After!["status"] is "verified"
        && Described.Fields.Select(field => field.Name).FirstOrDefault(name => !WordOfVerifier.Contains(name) && step.Sets(name))
            is { } changed
            ?
            [
                new RecordError(ErrorCodes.ReasonMissing, $"{step.Id} is verified as it is: say why {changed} changes, in ?reason=.")
                {
                    Field = changed,
                    DetailEs = $"{step.Id} está verificado tal como está: diga por qué cambia «{changed}», en ?reason=.",
                },
            ]
            : [];

    /// <summary>By what a milestone comes to be finished, whichever of the fields says so; null when it does not.</summary>
    private static (string Field, string Value)? Finishing(WriteStep step, IReadOnlyDictionary<string, object?> after) =>
        step.Reaches("status", "completed", "verified") ? ("status", (string)after["status"]!)
        : after["progress_percent"] is >= 100L && step.Sets("progress_percent") ? ("progress_percent", "100")
        : after["completed_on"] is DateOnly day && step.Before?["completed_on"] is null
            ? ("completed_on", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        : null;

    /// <summary>What a milestone that is written here cannot say at once; what others published may.</summary>
    private static IEnumerable<RecordError> Contradictions(WriteStep step, IReadOnlyDictionary<string, object?> after)
    {
        var status = after["status"] as string;
        if (after["verified_by"] is not null != status is "verified" && (step.Sets("status") || step.Sets("verified_by")))
        {
            yield return new RecordError(ErrorCodes.Contradiction, "What is verified names who verified it, and nothing else does.")
            {
                Field = "verified_by",
                DetailEs = "Lo verificado nombra a quien lo verificó, y nada más lo nombra.",
            };
        }

        if (after["verified_by"] is null && WordsOfVerifier.FirstOrDefault(name => after[name] is not null && step.Sets(name)) is { } word)
        {
            yield return new RecordError(
                ErrorCodes.Contradiction,
                $"{word} is said by who verified it, and nobody has: status is not verified."
            )
            {
                Field = word,
                DetailEs = $"«{word}» lo dice quien lo verificó, y nadie lo ha verificado: el estatus no es verified.",
            };
        }

        if (
            after["completed_on"] is not null
            && status is "not_started" or "in_progress"
            && (step.Sets("status") || step.Sets("completed_on"))
        )
        {
            yield return new RecordError(ErrorCodes.Contradiction, $"What has a day of completion is not {status}.")
            {
                Field = "completed_on",
                DetailEs = $"Lo que tiene día de cumplimiento no está en {status}.",
            };
        }

        if (
            after["progress_percent"] is < 100L
            && status is "completed" or "verified"
            && (step.Sets("status") || step.Sets("progress_percent"))
        )
        {
            yield return new RecordError(
                ErrorCodes.Contradiction,
                $"What is {status} has come all the way: progress_percent is 100, or null."
            )
            {
                Field = "progress_percent",
                DetailEs = $"Lo que está en {status} llegó hasta el final: progress_percent es 100, o null.",
            };
        }

        if (
            after["verified_on"] is DateOnly verified
            && after["completed_on"] is DateOnly completed
            && after["completed_on_precision"] is "day"
            && verified < completed
            && (step.Sets("verified_on") || step.SetsDay("completed_on"))
        )
        {
            yield return new RecordError(ErrorCodes.WrongOrder, "What is verified had been completed: verified_on is before completed_on.")
            {
                Field = "verified_on",
                DetailEs = "Lo verificado ya estaba cumplido: verified_on es anterior a completed_on.",
            };
        }

        if (after["progress_percent"] is > 0L && status is "not_started" && (step.Sets("status") || step.Sets("progress_percent")))
        {
            yield return new RecordError(ErrorCodes.Contradiction, "What has progress has been started.")
            {
                Field = "progress_percent",
                DetailEs = "Lo que tiene avance ya empezó.",
            };
        }
    }
}
