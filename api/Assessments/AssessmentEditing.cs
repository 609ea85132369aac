using OpenGov.Api.Access;
using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Assessments;

/// <summary>
/// How assessments are written: each organisation with the voice of its sector, and only its own. What a commitment shows follows, in the
/// same change.
/// </summary>
internal sealed class AssessmentEditing : Editing
{
    internal const string OfCommitmentSql = """
        SELECT a.id, a.voice, a.aspect, a.code, a.assessed_on FROM assessments a WHERE a.commitment_id = @Id
        """;

    /// <summary>Codes of completion that need evidence.</summary>
    private static readonly string[] Done = ["substantial", "complete"];

    public override string Table => "assessments";
    public override string Name => "Assessment";
    public override string Path => "/assessments";
    public override string Tag => "Assessments";
    public override Role? Creates => Role.Verifier;
    public override Role Changes => Role.Verifier;
    public override Role? Withdraws => Role.Verifier;
    public override IReadOnlyList<string> Fixed => ["plan_id", "commitment_id", "voice", "organization_id", "aspect"];

    public override bool IsOwn(WriteStep step) => true;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["commitment_id"] ?? row["plan_id"], "A");

    /// <summary>
    /// Who says it is who writes it, today, unless it says otherwise; of a half-year that is over as it stood at its end, so that a late
    /// report of an old one is not the newest word.
    /// </summary>
    public override async Task CompleteAsync(Dictionary<string, object?> row, WriteStep step, CancellationToken cancellationToken)
    {
        if (step.Action != WriteAction.Create)
        {
            return;
        }

        row["organization_id"] ??= (await step.OrganizationAsync(cancellationToken))?.Id;
        if (row["assessed_on"] is null && row["assessed_on_precision"] is null)
        {
            var end = HalfYears.Days(row["period"] as string)?.Last;
            (row["assessed_on"], row["assessed_on_precision"]) = (end < step.Today ? end : step.Today, "day");
        }
    }

    public override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.After is not { } after)
        {
            return [.. await HalfYears.ErrorsAsync(step, cancellationToken), .. await LastWord.TakesBackAsync(step, cancellationToken)];
        }

        var own = await step.SpeakerAsync(cancellationToken);
        var voices = VoicesOf(own.Sector);
        if (step.Action == WriteAction.Create && !voices.Contains((string)after["voice"]!))
        {
            return
            [
                new RecordError(
                    ErrorCodes.OtherVoice,
                    $"{own.Id} is of the sector {own.Sector}, and speaks as {string.Join(" or ", voices)}: another voice is not its own."
                )
                {
                    Field = "voice",
                    Value = (string)after["voice"]!,
                    Allowed = voices,
                    DetailEs = $"{own.Id} es del sector {own.Sector} y habla como {string.Join(" o ", voices)}: otra voz no es la suya.",
                },
            ];
        }

        if (step.Action == WriteAction.Create && after["organization_id"] is string named && named != own.Id)
        {
            throw WriteRefusal.Of(AccessFailure.NotFor(named));
        }

        return
        [
            .. await HalfYears.ErrorsAsync(step, cancellationToken),
            .. await PlanDays.BeforeAsync(step, PlanDays.OfAssessment, cancellationToken),
            .. await LastWord.TakesBackAsync(step, cancellationToken),
            .. await WithoutEvidenceAsync(step, after, cancellationToken),
        ];
    }

    private static async Task<IReadOnlyList<RecordError>> WithoutEvidenceAsync(
        WriteStep step,
        IReadOnlyDictionary<string, object?> after,
        CancellationToken cancellationToken
    )
    {
        var isAll = SaysAllDone(after);
        if (!(isAll ? !SaysAllDone(step.Before) : after["aspect"] is "completion" && step.Reaches("code", Done)))
        {
            return [];
        }

        var (commitment, plan) = (after["commitment_id"] as string, after["plan_id"] as string);
        var has = commitment is not null
            ? await Proof.OfCommitmentAsync(step.Recorder, commitment, cancellationToken)
            : await Proof.OfPlanAsync(step.Recorder, plan!, cancellationToken);
        return has ? []
            : isAll ? [Proof.Missing("value", $"{Numbers.Format((decimal)after["value"]!)} {after["unit"]}", plan!)]
            : [Proof.Missing("code", (string)after["code"]!, commitment ?? plan!)];
    }

    /// <summary>
    /// Whether a figure of a plan says that all of it was done: without a code it counts what was. A code says itself what is counted, and
    /// <c>complete</c> needs evidence of however many.
    /// </summary>
    private static bool SaysAllDone(IReadOnlyDictionary<string, object?>? row) =>
        row is not null
        && row["aspect"] is "completion" or "compliance"
        && row["code"] is null
        && row["value"] is decimal value
        && (row["unit"] is "percent" ? value >= 100 : row["out_of"] is long all && value >= all);

    /// <summary>A commitment shows the newest assessment that is not the government’s of each aspect (decision 10).</summary>
    public override async Task FollowAsync(WriteStep step, CancellationToken cancellationToken)
    {
        var table = Schema.Current["commitments"];
        if (
            (step.After ?? step.Before)!["commitment_id"] is not string id
            || await step.Recorder.FindAsync(table, id, cancellationToken) is not { } commitment
        )
        {
            return;
        }

        var assessments = (await step.Recorder.QueryAsync<dynamic>(OfCommitmentSql, new { Id = id }, cancellationToken))
            .Cast<IDictionary<string, object?>>()
            .Select(row =>
                (IReadOnlyDictionary<string, object?>)
                    row.Keys.ToDictionary(name => name, name => Described.ByName[name].FromDatabase(row[name]))
            )
            .ToLookup(row => (string)row["aspect"]!);
        var shown = table.Fields.ToDictionary(field => field.Name, field => commitment[field.Name]);
        foreach (var aspect in Aspect.Shown)
        {
            var code = Independent.Newest(assessments[aspect.Code])?["code"] as string;
            shown[aspect.Field!] = table.ByName[aspect.Field!].Type == "boolean" && code is not null ? code == "true" : code;
        }

        var (record, errors) = RecordChecker.Check(table, shown);
        await step.Recorder.SaveAsync(record ?? throw new RefusedException(errors), cancellationToken);
    }

    private static string[] VoicesOf(string sector) =>
        sector switch
        {
            "government" => [Independent.Government],
            "oversight_body" or "autonomous_body" => ["oversight_body"],
            "international" => ["irm", "ogp_local_report"],
            _ => ["civil_society"],
        };
}
