using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Lists;
using OpenGov.Api.Organizations;
using OpenGov.Api.Secretariats;

namespace OpenGov.Api.Plans;

/// <summary>
/// Computes the health of co-creation. What is not recorded is no_data: a plan is never accused of what nobody
/// wrote down.
/// </summary>
internal sealed class PlanHealthRepository(ReadSession session)
{
    /// <summary>Six months, as OGP's standards and research count them.</summary>
    private const int SixMonths = 183;

    private const string Documented = "confidence=documented,inferred";

    /// <summary>The health of a plan; null when there is no such plan.</summary>
    public async Task<PlanHealth?> OfAsync(string planId, HttpRequest request, CancellationToken cancellationToken)
    {
        var plan = await session.FindAsync<PlanFacts>(
            """
            SELECT p.id, p.state_id, t.id AS secretariat_id,
                   CASE WHEN t.id IS NULL THEN (SELECT COUNT(DISTINCT n.organization_id) FROM plan_members n WHERE n.plan_id = p.id)
                        ELSE (SELECT COUNT(DISTINCT m.organization_id) FROM secretariat_members m WHERE m.secretariat_id = t.id)
                        END AS members
            FROM plans p
            LEFT JOIN secretariats t ON t.id = (SELECT MIN(u.id) FROM secretariats u
                   JOIN secretariat_members m ON m.secretariat_id = u.id
                   WHERE u.state_id = p.state_id AND u.status = 'installed')
            WHERE p.id = @Id
            """,
            new { Id = planId },
            cancellationToken
        );
        if (plan is null)
        {
            return null;
        }

        var since = $"{session.Today.AddDays(-SixMonths):yyyy-MM-dd}";
        var lastYear = $"{session.Today.AddYears(-1):yyyy-MM-dd}";
        var today = $"{session.Today:yyyy-MM-dd}";
        var space = plan.StateId is null ? $"plan={planId}" : $"state={plan.StateId}";
        var checks = new List<PlanHealthCheck>
        {
            await CheckAsync(
                "dialogue_space_active",
                1,
                ("¿El espacio de diálogo se ha reunido en los últimos seis meses?", "Has the dialogue space met in the last six months?"),
                ("Al menos una sesión en los últimos 183 días.", "At least one session in the last 183 days."),
                Sessions($"{space}&held_from={since}&held_to={today}"),
                Sessions($"{space}&held_to={today}"),
                (count, _) => count > 0
            ),
            await PublicRulesAsync(plan),
            await CheckAsync(
                "evidence_recent",
                2,
                ("¿Hay evidencia pública de los últimos seis meses?", "Is there public evidence from the last six months?"),
                (
                    "Algún compromiso con evidencia publicada en los últimos 183 días.",
                    "A commitment with evidence published in the last 183 days."
                ),
                Commitments($"plan={planId}&evidence_since={since}"),
                Commitments($"plan={planId}&evidence_since=0001-01-01"),
                (count, _) => count > 0
            ),
            await CheckAsync(
                "results_meetings",
                5,
                (
                    "¿Hubo al menos dos reuniones con sociedad civil sobre la implementación en el último año?",
                    "Were there at least two meetings with civil society on implementation in the last year?"
                ),
                (
                    "Dos sesiones de revisión de resultados en los últimos doce meses.",
                    "Two results-review sessions in the last twelve months."
                ),
                Sessions($"{space}&kind=results_review&held_from={lastYear}&held_to={today}"),
                Sessions($"{space}&held_to={today}"),
                (count, _) => count >= 2
            ),
            await CheckAsync(
                "proposals_answered",
                4,
                ("¿Cada propuesta recibió una respuesta razonada?", "Did every proposal receive a reasoned response?"),
                ("Todas las propuestas al plan tienen respuesta.", "Every proposal to the plan has a response."),
                Proposals($"plan={planId}&answered=true"),
                Proposals($"plan={planId}"),
                (count, all) => count == all
            ),
            await CivilSocietyAsync(plan),
            await CheckAsync(
                "agreements_fulfilled",
                null,
                ("¿Se cumplen los acuerdos?", "Are agreements kept?"),
                ("Todo acuerdo cuya fecha ya pasó está cumplido.", "Every agreement whose date has passed is fulfilled."),
                Agreements($"{space}&past_due=true&fulfilled=true"),
                Agreements($"{space}&past_due=true"),
                (count, all) => count == all
            ),
            await CheckAsync(
                "indicator_and_evidence",
                2,
                ("¿Los compromisos tienen indicador de impacto y evidencia?", "Do commitments have an impact indicator and evidence?"),
                (
                    "Todo compromiso documentado tiene un indicador con un valor observado y evidencia pública.",
                    "Every documented commitment has an indicator with an observed value and public evidence."
                ),
                Commitments($"plan={planId}&has_indicators=true&has_evidence=true&{Documented}"),
                Commitments($"plan={planId}&{Documented}"),
                (count, all) => count == all
            ),
        };
        return new PlanHealth
        {
            PlanId = planId,
            ComputedFor = session.Today,
            Met = checks.Count(check => check.Verdict == "met"),
            NotMet = checks.Count(check => check.Verdict == "not_met"),
            NoData = checks.Count(check => check.Verdict == "no_data"),
            Checks = checks,
        };

        async Task<PlanHealthCheck> CheckAsync(
            string code,
            int? standard,
            (string Es, string En) question,
            (string Es, string En) rule,
            RowsBehind rows,
            RowsBehind all,
            Func<int, int, bool> isMet
        )
        {
            var count = await rows.CountAsync(session, cancellationToken);
            var outOf = await all.CountAsync(session, cancellationToken);
            return Result(
                code,
                standard,
                question,
                rule,
                outOf == 0 ? "no_data"
                    : isMet(count, outOf) ? "met"
                    : "not_met",
                rows,
                count,
                outOf
            );
        }

        async Task<PlanHealthCheck> PublicRulesAsync(PlanFacts facts)
        {
            var rows = Secretariats($"state={facts.StateId ?? Filter.NoData}&status=installed&has_rules_document=true");
            var count = await rows.CountAsync(session, cancellationToken);

            // That no rules are recorded does not say that there are none.
            return Result(
                "public_rules",
                1,
                ("¿Son públicas las reglas del espacio de diálogo?", "Are the rules of the dialogue space public?"),
                ("El secretariado tiene un documento de reglas publicado.", "The secretariat has a published rules document."),
                count > 0 ? "met" : "no_data",
                rows,
                count,
                null
            );
        }

        async Task<PlanHealthCheck> CivilSocietyAsync(PlanFacts facts)
        {
            var rows = facts.SecretariatId is null
                ? new RowsBehind(OrganizationsRepository.Sql, "/organizations", $"civil_society_in_plan={planId}")
                : new RowsBehind(OrganizationsRepository.Sql, "/organizations", $"civil_society_in_secretariat={facts.SecretariatId}");
            var count = await rows.CountAsync(session, cancellationToken);
            return Result(
                "civil_society_members",
                1,
                ("¿La sociedad civil se sienta a la mesa?", "Does civil society sit at the table?"),
                (
                    "Al menos una organización de la sociedad civil entre los integrantes del secretariado instalado o, si no consta "
                        + "ninguno, del órgano del plan.",
                    "At least one civil-society organisation among the members of the installed secretariat or, where none is recorded, "
                        + "of the body of the plan."
                ),
                facts.Members == 0 ? "no_data"
                    : count > 0 ? "met"
                    : "not_met",
                rows,
                count,
                facts.Members
            );
        }

        PlanHealthCheck Result(
            string code,
            int? standard,
            (string Es, string En) question,
            (string Es, string En) rule,
            string verdict,
            RowsBehind rows,
            int count,
            int? outOf
        ) =>
            new()
            {
                Code = code,
                Standard = standard,
                QuestionEs = question.Es,
                QuestionEn = question.En,
                RuleEs = rule.Es,
                RuleEn = rule.En,
                Verdict = verdict,
                Count = count,
                OutOf = outOf,
                RowsUrl = rows.Address(request),
            };
    }

    private static RowsBehind Secretariats(string query) => new(SecretariatsRepository.Sql, "/secretariats", query);

    private static RowsBehind Sessions(string query) => new(SessionsRepository.Sql, "/dialogues/sessions", query);

    private static RowsBehind Agreements(string query) => new(AgreementsRepository.Sql, "/dialogues/agreements", query);

    private static RowsBehind Proposals(string query) => new(ProposalsRepository.Sql, "/dialogues/proposals", query);

    private static RowsBehind Commitments(string query) => new(CommitmentsRepository.Sql, "/commitments", query);

    private sealed record PlanFacts
    {
        public string Id { get; init; } = "";
        public string? StateId { get; init; }

        /// <summary>The installed secretariat of the state, when members of it are recorded.</summary>
        public string? SecretariatId { get; init; }

        /// <summary>Organisations that sit in that secretariat or, where there is none, in the body of the plan.</summary>
        public int Members { get; init; }
    }
}
