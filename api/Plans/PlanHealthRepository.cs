using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Lists;
using OpenGov.Api.Organizations;
using OpenGov.Api.Records;
using OpenGov.Api.Secretariats;

namespace OpenGov.Api.Plans;

/// <summary>
/// Computes the health of co-creation. What is not recorded is no_data: a plan is never accused of what nobody
/// wrote down.
/// </summary>
internal sealed class PlanHealthRepository(ReadSession session)
{
    /// <summary>The health of a plan; null when there is no such plan.</summary>
    public async Task<PlanHealth?> OfAsync(string planId, HttpRequest request, CancellationToken cancellationToken)
    {
        var where = await ListQueries.FilteredAsync(session, PlansRepository.Sql, ListRequest.Everything, cancellationToken);
        where.And($"p.id = {where.Value(planId)}");
        var plan = await session.FindAsync<PlanFacts>(
            $"""
            SELECT p.id, CASE WHEN {HealthCheck.IsOfItsState} THEN p.state_id END AS state_id, p.stage, p.end_date, p.end_date_precision,
                   {HealthCheck.Secretariat} AS secretariat_id, {HealthCheck.SecretariatWithMembers} AS secretariat_with_members_id
            {PlansRepository.Sql.From}
            {where.Sql}
            """,
            where.Parameters,
            cancellationToken
        );
        if (plan is null)
        {
            return null;
        }

        var verdicts = (
            await session.QueryAsync<(string Code, string Verdict)>(
                string.Join(
                    "\nUNION ALL\n",
                    HealthCheck.All.Select(check =>
                        $"SELECT '{check.Code}' AS code, {check.Verdict(session.Dialect)} AS verdict {PlansRepository.Sql.From} {where.Sql}"
                    )
                ),
                where.Parameters,
                cancellationToken
            )
        ).ToDictionary(row => row.Code, row => row.Verdict);
        var checks = new List<PlanHealthCheck>();
        foreach (var check in HealthCheck.All)
        {
            var (rows, all) = RowsOf(check.Code, plan);
            checks.Add(
                new PlanHealthCheck
                {
                    Code = check.Code,
                    Standard = check.Standard,
                    QuestionEs = check.QuestionEs,
                    QuestionEn = check.QuestionEn,
                    RuleEs = check.RuleEs,
                    RuleEn = check.RuleEn,
                    Verdict = verdicts[check.Code],
                    Count = await rows.CountAsync(session, cancellationToken),
                    OutOf =
                        check.Code == "civil_society_members" ? await SeatsAsync(plan, cancellationToken)
                        : all is null ? null
                        : await all.CountAsync(session, cancellationToken),
                    RowsUrl = rows.Address(request),
                }
            );
        }

        return new PlanHealth
        {
            PlanId = planId,
            ComputedFor = session.Today,
            JudgedOn = DayOf(plan),
            SecretariatId = plan.SecretariatId,
            Met = checks.Count(check => check.Verdict == "met"),
            NotMet = checks.Count(check => check.Verdict == "not_met"),
            NoData = checks.Count(check => check.Verdict == "no_data"),
            Checks = checks,
        };
    }

    private DateOnly DayOf(PlanFacts plan) => HealthDays.Of(plan.Stage, plan.EndDate, plan.EndDatePrecision, session.Today);

    /// <summary>The rows that speak for a check, and those of which they are a part; null when there is no whole that is a list.</summary>
    private (RowsBehind Rows, RowsBehind? All) RowsOf(string check, PlanFacts plan)
    {
        var day = DayOf(plan);
        var since = $"{ListQueries.SixMonthsBefore(day):yyyy-MM-dd}";
        var lastYear = $"{ListQueries.YearBefore(day):yyyy-MM-dd}";
        var today = $"{day:yyyy-MM-dd}";
        var ofPlan = $"plan={plan.Id}";
        var space = plan.StateId is null ? ofPlan : $"state={plan.StateId}";
        return check switch
        {
            "dialogue_space_active" => (Sessions($"{space}&held_from={since}&held_to={today}"), Sessions($"{space}&held_to={today}")),
            "public_rules" => (
                Secretariats(
                    $"state={(plan.SecretariatId is null ? null : plan.StateId) ?? Filter.NoData}&status=installed&has_rules_document=true"
                ),
                null
            ),
            "evidence_recent" => (
                Commitments($"{ofPlan}&evidence_in_six_months_to={today}"),
                Commitments($"{ofPlan}&evidence_until={today}")
            ),
            "results_meetings" => (
                Sessions($"{space}&kind=results_review&held_from={lastYear}&held_to={today}"),
                Sessions($"{space}&held_to={today}")
            ),
            "proposals_answered" => (Proposals($"{ofPlan}&answered=true"), Proposals(ofPlan)),
            "civil_society_members" => (
                plan.SecretariatWithMembersId is null
                    ? new RowsBehind(OrganizationsRepository.Sql, "/organizations", $"civil_society_in_plan={plan.Id}")
                    : new RowsBehind(
                        OrganizationsRepository.Sql,
                        "/organizations",
                        $"civil_society_in_secretariat={plan.SecretariatWithMembersId}"
                    ),
                null
            ),
            "agreements_fulfilled" => (
                Agreements($"{space}&past_due_by={today}&fulfilled=true"),
                Agreements($"{space}&past_due_by={today}")
            ),
            "indicator_and_evidence" => (
                Commitments($"{ofPlan}&has_indicators=true&has_evidence=true&{Documented.Filter}"),
                Commitments($"{ofPlan}&{Documented.Filter}")
            ),
            _ => throw new ArgumentException($"There is no check {check}.", nameof(check)),
        };
    }

    /// <summary>
    /// Organisations that sit at the table: in the secretariat or, where none of its members is recorded, in the plan's body.
    /// </summary>
    private Task<int> SeatsAsync(PlanFacts plan, CancellationToken cancellationToken) =>
        session.ScalarAsync<int>(
            plan.SecretariatWithMembersId is null
                ? "SELECT COUNT(DISTINCT n.organization_id) FROM plan_members n JOIN plans p ON p.id = n.plan_id "
                    + $"WHERE n.plan_id = @Id AND {PlanSeats.AreHeld}"
                : "SELECT COUNT(DISTINCT m.organization_id) FROM secretariat_members m WHERE m.secretariat_id = @Id",
            new { Id = plan.SecretariatWithMembersId ?? plan.Id },
            cancellationToken
        );

    private static RowsBehind Secretariats(string query) => new(SecretariatsRepository.Sql, "/secretariats", query);

    private static RowsBehind Sessions(string query) => new(SessionsRepository.Sql, "/dialogues/sessions", query);

    private static RowsBehind Agreements(string query) => new(AgreementsRepository.Sql, "/dialogues/agreements", query);

    private static RowsBehind Proposals(string query) => new(ProposalsRepository.Sql, "/dialogues/proposals", query);

    private static RowsBehind Commitments(string query) => new(CommitmentsRepository.Sql, "/commitments", query);

    private sealed record PlanFacts
    {
        public string Id { get; init; } = "";

        /// <summary>The state whose dialogue space is that of the plan; null where it is the plan's own.</summary>
        public string? StateId { get; init; }
        public string? Stage { get; init; }
        public DateOnly? EndDate { get; init; }
        public string? EndDatePrecision { get; init; }

        /// <summary>The installed secretariat that is the plan's.</summary>
        public string? SecretariatId { get; init; }

        /// <summary>The same, when members of it are recorded.</summary>
        public string? SecretariatWithMembersId { get; init; }
    }
}
