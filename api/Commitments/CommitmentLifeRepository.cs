using OpenGov.Api.Changes;
using OpenGov.Api.Database;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Lists;
using OpenGov.Api.Plans;

namespace OpenGov.Api.Commitments;

/// <summary>Computes the life of a commitment from its records and their history.</summary>
internal sealed class CommitmentLifeRepository(ReadSession session)
{
    /// <summary>What the steps ask of a commitment and of what hangs on it.</summary>
    private const string FactsSql = $"""
        SELECT c.id, c.plan_id, c.status, c.completion, p.stage, p.published_on, p.published_on_precision,
               (SELECT COUNT(*) FROM proposals r WHERE r.plan_id = c.plan_id AND {ProposalsRepository.IsUnanswered}) AS unanswered,
               (SELECT COUNT(*) FROM evidence e WHERE e.commitment_id = c.id AND {EvidenceFilters.IsProof}) AS proofs,
               (SELECT COUNT(*) FROM indicators i WHERE i.commitment_id = c.id AND i.kind = 'outcome') AS outcomes
        """;

    private const string ProposedSql = """
        SELECT r.proposed_on AS reached_on, r.proposed_on_precision AS precision, r.organization_id AS who FROM proposals r
        WHERE r.commitment_id = @Id
        ORDER BY CASE WHEN r.proposed_on IS NULL THEN 1 ELSE 0 END, r.proposed_on, r.id
        """;

    private const string DiscussedSql = $"""
        SELECT n.held_on AS reached_on, CASE WHEN n.held_on IS NULL THEN NULL ELSE 'day' END AS precision, NULL AS who
        FROM agreements r JOIN sessions n ON n.id = r.session_id LEFT JOIN proposals q ON q.id = r.proposal_id
        WHERE {AgreementsRepository.Commitment} = @Id
        ORDER BY CASE WHEN n.held_on IS NULL THEN 1 ELSE 0 END, n.held_on, r.id
        """;

    private static readonly string ObservedSql = $"""
        SELECT o.observed_on AS reached_on, o.observed_on_precision AS precision, NULL AS who
        FROM commitments c JOIN indicators i ON i.commitment_id = c.id JOIN observations o ON o.indicator_id = i.id
        WHERE c.id = @Id AND {Indicator.IsResult}
        ORDER BY CASE WHEN o.observed_on IS NULL THEN 1 ELSE 0 END, o.observed_on, o.id
        """;

    private const string StatusesSql = """
        SELECT c.changed_at, c.actor_role, c.actor_organization, v.status AS code FROM changes c
        JOIN commitments_versions v ON v.id = c.record_id AND v.version = c.version
        WHERE c.record_type = 'commitments' AND c.record_id = @Id AND c.sequence <= @Sequence
          AND (c.action = 'created' OR CONCAT('|', c.fields, '|') LIKE '%|status|%')
        ORDER BY c.sequence
        """;

    private const string StagesSql = """
        SELECT c.changed_at, c.actor_role, c.actor_organization, v.stage AS code FROM changes c
        JOIN plans_versions v ON v.id = c.record_id AND v.version = c.version
        WHERE c.record_type = 'plans' AND c.record_id = @Id AND c.sequence <= @Sequence
          AND (c.action = 'created' OR CONCAT('|', c.fields, '|') LIKE '%|stage|%')
        ORDER BY c.sequence
        """;

    private static readonly string[] Begun = ["in_progress", "completed", "verified"];

    private static readonly string[] AssessedAsBegun = ["limited", "substantial", "complete"];

    private static readonly string[] Done = ["completed", "verified"];

    /// <summary>The life of a commitment; null when there is no such commitment.</summary>
    public async Task<CommitmentLife?> OfAsync(string id, HttpRequest request, CancellationToken cancellationToken)
    {
        var where = await ListQueries.FilteredAsync(session, CommitmentsRepository.Sql, ListRequest.Everything, cancellationToken);
        where.And($"c.id = {where.Value(id)}");
        var facts = await session.FindAsync<Facts>(
            where.Complete($"{FactsSql}\n{CommitmentsRepository.Sql.From}\n{where.Sql}"),
            where.Parameters,
            cancellationToken
        );
        if (facts is null)
        {
            return null;
        }

        var sequence = (await session.BegunAsync(cancellationToken)).Sequence;
        var statuses = await EventsAsync(StatusesSql, id, sequence, cancellationToken);
        var stages = await EventsAsync(StagesSql, facts.PlanId, sequence, cancellationToken);
        var isDone = Done.Contains(facts.Status);
        var isAdopted = Adoption.Stages.Contains(facts.Stage);
        var isPublished = facts.Stage is null && facts.PublishedOn is not null;
        var proof = Need("public_evidence", facts.Proofs > 0);
        var steps = new List<LifeStep>
        {
            await StepAsync(
                new("proposal", "Consta una propuesta de la que salió.", "A proposal is on record of which it came."),
                new RowsBehind(ProposalsRepository.Sql, "/dialogues/proposals", $"commitment={id}"),
                await FirstAsync(ProposedSql, id, cancellationToken),
                request,
                cancellationToken
            ),
            await StepAsync(
                new(
                    "discussion",
                    "Consta un acuerdo de una sesión que trata de él o de la propuesta de la que salió.",
                    "An agreement of a session is on record that is about it or about the proposal of which it came."
                ),
                new RowsBehind(AgreementsRepository.Sql, "/dialogues/agreements", $"commitment={id}"),
                await FirstAsync(DiscussedSql, id, cancellationToken),
                request,
                cancellationToken
            ),
            await StepAsync(
                new("draft", "Tiene un registro aquí.", "It has a record here."),
                new RowsBehind(ChangesRepository.Sql, "/changes", $"record={id}&action=created"),
                Moment.Of(statuses is [var created, ..] ? created : null),
                request,
                cancellationToken
            ),
            await StepAsync(
                new(
                    "adopted",
                    "Su plan está en implementación o más adelante; donde no consta su etapa, ya se publicó.",
                    "Its plan is in implementation or beyond; where its stage is not on record, it has been published."
                )
                {
                    Told = facts.Stage is null ? null : isAdopted,
                    Needs = [Need("answered_proposals", facts.Unanswered == 0)],
                },
                new RowsBehind(
                    PlansRepository.Sql,
                    "/plans",
                    $"id={facts.PlanId}" + (isPublished ? "" : $"&stage={string.Join(',', Adoption.Stages)}")
                ),
                Moment.Of(stages.FirstOrDefault(one => Adoption.Stages.Contains(one.Code)))
                    ?? new Moment { ReachedOn = facts.PublishedOn, Precision = facts.PublishedOnPrecision },
                request,
                cancellationToken
            ),
            await StepAsync(
                new(
                    "implementation",
                    "Su estatus, o quien lo evaluó, dice que empezó.",
                    "Its status, or who assessed it, says that it has begun."
                )
                {
                    Told = facts.Status is null ? null : Begun.Contains(facts.Status),
                },
                Commitments(id, By(facts, Begun, AssessedAsBegun)),
                Moment.Of(statuses.FirstOrDefault(one => Begun.Contains(one.Code))),
                request,
                cancellationToken
            ),
            await StepAsync(
                new(
                    "completed",
                    "Su estatus, o quien lo evaluó, dice que se completó.",
                    "Its status, or who assessed it, says that it is completed."
                )
                {
                    Told = facts.Status is null ? null : isDone,
                    Needs = [proof],
                },
                Commitments(id, By(facts, Done, ["complete"])),
                Moment.Of(statuses.FirstOrDefault(one => Done.Contains(one.Code))),
                request,
                cancellationToken
            ),
            await StepAsync(
                new("verified", "Otra organización comprobó que se cumplió.", "Another organisation has checked that it was done.")
                {
                    Told = facts.Status is null ? null : facts.Status is "verified",
                    Needs =
                    [
                        proof,
                        Need("completed", facts.Status is null ? null : isDone),
                        Need("another_organization", facts.Status is "verified" ? true : null),
                    ],
                },
                Commitments(id, "status=verified"),
                Moment.Of(statuses.FirstOrDefault(one => one.Code is "verified")),
                request,
                cancellationToken
            ),
            await ImpactAsync(facts, request, cancellationToken),
        };
        return new CommitmentLife
        {
            CommitmentId = id,
            Step = steps.Last(step => step.Reached is true).Step,
            Steps = steps,
        };
    }

    private async Task<LifeStep> ImpactAsync(Facts facts, HttpRequest request, CancellationToken cancellationToken)
    {
        var observed = await FirstAsync(ObservedSql, facts.Id, cancellationToken);
        return await StepAsync(
            new(
                "impact_observed",
                "Un indicador de lo que cambió para las personas tiene un valor observado; no cuenta lo que se observó antes de que empezara el plan.",
                "An indicator of what changed for people has an observed value; what was observed before the plan began does not count."
            )
            {
                Told = facts.Outcomes == 0 ? null : observed is not null,
                Needs = [Need("outcome_indicator", facts.Outcomes > 0), Need("observed_value", observed is not null)],
            },
            Commitments(facts.Id, "has_indicators=true"),
            observed,
            request,
            cancellationToken
        );
    }

    private async Task<LifeStep> StepAsync(
        Named named,
        RowsBehind rows,
        Moment? moment,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var count = await rows.CountAsync(session, cancellationToken);
        var reached =
            count > 0 ? true
            : named.Told is false ? false
            : (bool?)null;
        return new LifeStep
        {
            Step = named.Step,
            NameEs = LifeNames.Steps[named.Step].Es,
            NameEn = LifeNames.Steps[named.Step].En,
            RuleEs = named.RuleEs,
            RuleEn = named.RuleEn,
            Reached = reached,
            ReachedOn = reached is true ? moment?.ReachedOn : null,
            ReachedOnPrecision = reached is true ? moment?.Precision : null,
            ReachedBy = reached is true ? moment?.Who : null,
            Needs = named.Needs,
            Count = count,
            RowsUrl = rows.Address(request),
        };
    }

    /// <summary>What its status says; where that is not known, what its newest assessment says that is not the government's.</summary>
    private static string By(Facts facts, string[] statuses, string[] codes) =>
        facts.Status is null && codes.Contains(facts.Completion)
            ? $"completion={string.Join(',', codes)}"
            : $"status={string.Join(',', statuses)}";

    private static RowsBehind Commitments(string id, string query) =>
        new RowsBehind(CommitmentsRepository.Sql, "/commitments", $"id={id}&{query}");

    private static LifeNeed Need(string code, bool? met) =>
        new()
        {
            Need = code,
            NameEs = LifeNames.Needs[code].Es,
            NameEn = LifeNames.Needs[code].En,
            Met = met,
        };

    private Task<IReadOnlyList<Event>> EventsAsync(string sql, string id, long sequence, CancellationToken cancellationToken) =>
        session.QueryAsync<Event>(sql, new { Id = id, Sequence = sequence }, cancellationToken);

    private async Task<Moment?> FirstAsync(string sql, string id, CancellationToken cancellationToken) =>
        (await session.QueryAsync<Moment>(sql, new { Id = id }, cancellationToken)) is [var first, ..] ? first : null;

    /// <summary>A step and when it is reached.</summary>
    /// <param name="Step">Its code.</param>
    /// <param name="RuleEs">When it is reached, in Spanish.</param>
    /// <param name="RuleEn">When it is reached, in English.</param>
    private sealed record Named(string Step, string RuleEs, string RuleEn)
    {
        /// <summary>What the records say of it where no row speaks for it: false that it is not reached, null that nothing is known.</summary>
        public bool? Told { get; init; }

        /// <summary>What it needs.</summary>
        public IReadOnlyList<LifeNeed> Needs { get; init; } = [];
    }

    private sealed record Facts
    {
        public required string Id { get; init; }
        public required string PlanId { get; init; }
        public string? Status { get; init; }
        public string? Completion { get; init; }
        public string? Stage { get; init; }
        public DateOnly? PublishedOn { get; init; }
        public string? PublishedOnPrecision { get; init; }
        public int Unanswered { get; init; }
        public int Proofs { get; init; }
        public int Outcomes { get; init; }
    }

    /// <summary>When a step was reached, and by whom.</summary>
    private sealed record Moment
    {
        public DateOnly? ReachedOn { get; init; }
        public string? Precision { get; init; }
        public string? Who { get; init; }

        /// <summary>What was written here was reached on the day of the change; what was imported does not say when.</summary>
        public static Moment? Of(Event? written) =>
            written is null || written.ActorRole is "import"
                ? null
                : new Moment
                {
                    ReachedOn = DateOnly.FromDateTime(written.ChangedAt.UtcDateTime),
                    Precision = "day",
                    Who = written.ActorOrganization,
                };
    }

    private sealed record Event
    {
        public DateTimeOffset ChangedAt { get; init; }
        public required string ActorRole { get; init; }
        public string? ActorOrganization { get; init; }
        public string? Code { get; init; }
    }
}
