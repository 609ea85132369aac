using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Plans;

/// <summary>
/// Nothing of a plan is due, done, verified or reported before the plan begins: asked when something of it gets a day, and when the plan gets
/// another first day.
/// </summary>
internal static class PlanDays
{
    /// <summary>Days of what belongs to a plan that do not come before it.</summary>
    public static readonly string[] OfCommitment = ["due_date"];
    public static readonly string[] OfMilestone = ["due_date", "completed_on", "verified_on"];
    public static readonly string[] OfAssessment = ["assessed_on"];

    internal const string OfPlanSql = "SELECT p.id, p.start_date, p.stage FROM plans p WHERE p.id = @Id";

    /// <summary>The first day of the plan that a commitment is of, as far as it is known.</summary>
    internal const string OfCommitmentSql = """
        SELECT p.id, p.start_date, p.stage FROM plans p JOIN commitments c ON c.plan_id = p.id WHERE c.id = @Id
        """;

    /// <summary>What of a plan has a day before one, or is a report of a half-year that was over by then.</summary>
    internal const string EarlierSql = """
        SELECT c.id, 'due_date' AS field, c.due_date AS said, c.due_date_precision AS exact
        FROM commitments c WHERE c.plan_id = @Id AND c.due_date < @Start
        UNION ALL
        SELECT m.id, 'due_date', m.due_date, m.due_date_precision
        FROM milestones m JOIN commitments c ON c.id = m.commitment_id WHERE c.plan_id = @Id AND m.due_date < @Start
        UNION ALL
        SELECT m.id, 'completed_on', m.completed_on, m.completed_on_precision
        FROM milestones m JOIN commitments c ON c.id = m.commitment_id WHERE c.plan_id = @Id AND m.completed_on < @Start
        UNION ALL
        SELECT m.id, 'verified_on', m.verified_on, 'day'
        FROM milestones m JOIN commitments c ON c.id = m.commitment_id WHERE c.plan_id = @Id AND m.verified_on < @Start
        UNION ALL
        SELECT a.id, 'assessed_on', a.assessed_on, a.assessed_on_precision
        FROM assessments a LEFT JOIN commitments c ON c.id = a.commitment_id
        WHERE (a.plan_id = @Id OR c.plan_id = @Id) AND a.assessed_on < @Start
        UNION ALL
        SELECT a.id, 'period', a.assessed_on, 'day'
        FROM assessments a JOIN commitments c ON c.id = a.commitment_id
        WHERE c.plan_id = @Id AND a.assessed_on >= @Start AND a.period < @Period
        ORDER BY 1
        """;

    /// <summary>What of a plan is said to be done.</summary>
    internal const string DoneSql = """
        SELECT c.id FROM commitments c WHERE c.plan_id = @Id AND c.status IN ('completed', 'verified')
        UNION ALL
        SELECT m.id FROM milestones m JOIN commitments c ON c.id = m.commitment_id
        WHERE c.plan_id = @Id AND (m.status IN ('completed', 'verified') OR m.progress_percent >= 100)
        ORDER BY 1
        """;

    /// <summary>The plan that a commitment is of.</summary>
    public static async Task<PlanStart?> OfCommitmentAsync(Recorder recorder, object? commitment, CancellationToken cancellationToken) =>
        await recorder.QueryAsync<PlanStart>(OfCommitmentSql, new { Id = commitment }, cancellationToken) is [var plan] ? plan : null;

    /// <summary>The days among some that a step sets before the plan begins.</summary>
    public static async Task<IReadOnlyList<RecordError>> BeforeAsync(
        WriteStep step,
        IReadOnlyList<string> fields,
        CancellationToken cancellationToken
    )
    {
        if (step.After is not { } after || !fields.Any(field => after[field] is not null && step.SetsDay(field)))
        {
            return [];
        }

        return await OfAsync(step, after, cancellationToken) is not { StartDate: { } start } plan
            ? []
            :
            [
                .. from field in fields
                where step.SetsDay(field) && step.LastDay(field) < start
                let day = (DateOnly)after[field]!
                select new RecordError(
                    ErrorCodes.WrongOrder,
                    $"{field} is {day:yyyy-MM-dd}, before {plan.Id} began, on {start:yyyy-MM-dd}."
                )
                {
                    Field = field,
                    Value = Database.TypeHandlers.Format(day),
                    DetailEs = $"«{field}» es {day:yyyy-MM-dd}, antes de que empezara {plan.Id}, el {start:yyyy-MM-dd}.",
                },
            ];
    }

    /// <summary>That something is said to be done that is still to begin, or whose plan is, or is not adopted yet.</summary>
    public static async Task<IReadOnlyList<RecordError>> NotBegunAsync(
        WriteStep step,
        string field,
        string said,
        CancellationToken cancellationToken
    )
    {
        var plan = await OfAsync(step, step.After!, cancellationToken);
        var (begins, start) =
            plan?.StartDate > step.Today ? (plan.Id, plan.StartDate)
            : step.After!.GetValueOrDefault("start_date") is DateOnly own && own > step.Today ? (step.Id, own)
            : ("", (DateOnly?)null);
        RecordError Refused(string detail, string spanish) =>
            new(ErrorCodes.WrongOrder, detail)
            {
                Field = field,
                Value = said,
                DetailEs = spanish,
            };
        return start is { } day
                ?
                [
                    Refused(
                        $"{begins} begins on {day:yyyy-MM-dd}, which is to come: nothing of it is done before.",
                        $"{begins} empieza el {day:yyyy-MM-dd}, que está por venir: nada de él está cumplido antes."
                    ),
                ]
            : plan is { Stage: { } stage } && !Adoption.Stages.Contains(stage)
                ?
                [
                    Refused(
                        $"{plan.Id} is in {stage}, and not adopted yet: nothing of it is done before.",
                        $"{plan.Id} está en {stage} y aún no se adopta: nada de él está cumplido antes."
                    ),
                ]
            : [];
    }

    /// <summary>What would come to lie before a plan whose first day is moved.</summary>
    public static async Task<IReadOnlyList<RecordError>> LeftBehindAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (
            step.Action == WriteAction.Update
            && step.Sets("stage")
            && step.After?["stage"] is string stage
            && !Adoption.Stages.Contains(stage)
            && await step.Recorder.QueryAsync<string>(DoneSql, new { step.Id }, cancellationToken) is [var finished, ..]
        )
        {
            return
            [
                new RecordError(ErrorCodes.WrongOrder, $"{finished} of {step.Id} is said to be done, so the plan has been adopted.")
                {
                    Field = "stage",
                    Value = stage,
                    Nearest = finished,
                    DetailEs = $"{finished} de {step.Id} se da por cumplido, así que el plan ya se adoptó.",
                },
            ];
        }

        if (step.Action != WriteAction.Update || !step.SetsDay("start_date") || step.After?["start_date"] is not DateOnly start)
        {
            return [];
        }

        if (start > step.Today && await step.Recorder.QueryAsync<string>(DoneSql, new { step.Id }, cancellationToken) is [var done, ..])
        {
            return
            [
                Left(
                    start,
                    done,
                    $"{done} of {step.Id} is said to be done, so the plan has begun: its first day is not to come.",
                    $"{done} de {step.Id} se da por cumplido, así que el plan ya empezó: su primer día no está por venir."
                ),
            ];
        }

        var arguments = new
        {
            step.Id,
            Start = start,
            Period = $"{start.Year}-H{(start.Month <= 6 ? 1 : 2)}",
        };
        var before = step.Before!["start_date"] as DateOnly?;
        var earlier = await step.Recorder.QueryAsync<Earlier>(EarlierSql, arguments, cancellationToken);

        // What was before the plan already is of who published it so.
        return
            earlier.FirstOrDefault(one => one.Field == "period" || one.Last < start && (before is null || one.Last >= before)) is { } left
            ?
            [
                Left(
                    start,
                    left.Id,
                    $"{left.Id} would be before {step.Id}, by its {left.Field}: change that first.",
                    $"{left.Id} quedaría antes de {step.Id}, por su {left.Field}: cambie antes eso."
                ),
            ]
            : [];
    }

    /// <summary>The plan to which a commitment, a milestone or an assessment leads.</summary>
    private static async Task<PlanStart?> OfAsync(
        WriteStep step,
        IReadOnlyDictionary<string, object?> row,
        CancellationToken cancellationToken
    ) =>
        row.GetValueOrDefault("commitment_id") is { } commitment ? await OfCommitmentAsync(step.Recorder, commitment, cancellationToken)
        : await step.Recorder.QueryAsync<PlanStart>(OfPlanSql, new { Id = row["plan_id"] }, cancellationToken) is [var named] ? named
        : null;

    private static RecordError Left(DateOnly start, string id, string detail, string spanish) =>
        new(ErrorCodes.WrongOrder, detail)
        {
            Field = "start_date",
            Value = Database.TypeHandlers.Format(start),
            Nearest = id,
            DetailEs = spanish,
        };

    private sealed record Earlier
    {
        public required string Id { get; init; }
        public required string Field { get; init; }
        public DateOnly Said { get; init; }
        public string? Exact { get; init; }

        public DateOnly Last => RecordDates.LastDay(Said, Exact);
    }
}

/// <summary>A plan and when it begins.</summary>
internal sealed record PlanStart
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its first day; null when that is not known.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>In which stage it is; null when that is not known.</summary>
    public string? Stage { get; init; }
}
