using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Lists;
using OpenGov.Api.Organizations;
using OpenGov.Api.Records;

namespace OpenGov.Api.Plans;

/// <summary>
/// A check of the co-creation of a plan: what it asks, when it is met, and the conditions that say so of a plan <c>p</c>. What nothing is
/// recorded of is unknown: a plan is never accused of what nobody wrote down.
/// </summary>
/// <param name="Code">Code of the check; `learnings` refer to it as `health_check`.</param>
/// <param name="Standard">Number of the OGP Participation and Co-Creation Standard (1 to 5) that it serves; null when none.</param>
/// <param name="QuestionEs">What is asked, in Spanish.</param>
/// <param name="QuestionEn">What is asked, in English.</param>
/// <param name="RuleEs">When it is met, in Spanish.</param>
/// <param name="RuleEn">When it is met, in English.</param>
/// <param name="IsKnown">The condition that something that it speaks of is recorded, on the days of the plan.</param>
/// <param name="IsMet">The condition that it is met, when that is known.</param>
internal sealed record HealthCheck(
    string Code,
    int? Standard,
    string QuestionEs,
    string QuestionEn,
    string RuleEs,
    string RuleEn,
    Func<HealthDays, string> IsKnown,
    Func<HealthDays, string> IsMet
)
{
    /// <summary>
    /// Whether it asks of the time before the day of judgement. Where neither stage nor end of a plan is on record, nobody wrote down
    /// whether it still goes on, and that it is not met cannot be told.
    /// </summary>
    public bool LooksBack { get; init; }

    private const string UnknownEs = "Si no constan la etapa ni el término de un plan, no se puede concluir que no.";
    private const string SeenEs =
        "El del estado no es el de un plan de municipios, ni dice nada de un plan que empezó después de lo último que se supo de él.";

    private const string SeenEn =
        "That of the state is not that of a plan of municipalities, and says nothing of a plan that began after it was last seen.";

    private const string UnknownEn = "If neither the stage nor the end of a plan is on record, it cannot be concluded that it did not.";

    /// <summary>
    /// Whether the dialogue space of the plan is that of its state: that of a national plan, or of one of municipalities, is its own.
    /// </summary>
    public const string IsOfItsState = "p.state_id IS NOT NULL AND (p.scope IS NULL OR p.scope <> 'municipality')";

    /// <summary>Sessions of the plan's dialogue space: all of its state, or those about the plan where the space is its own.</summary>
    private const string Space = $"(({IsOfItsState} AND n.state_id = p.state_id) OR (NOT ({IsOfItsState}) AND n.plan_id = p.id))";

    private static string AnySession(HealthDays on) => $"EXISTS (SELECT 1 FROM sessions n WHERE {Space} AND n.held_on <= {on.Day})";

    private static string PublicEvidence(HealthDays on) =>
        $"evidence e JOIN commitments c ON c.id = e.commitment_id WHERE c.plan_id = p.id AND {EvidenceFilters.IsOfFulfilment} AND e.published_on <= {on.Day}";

    /// <summary>
    /// Whether an installed secretariat <c>t</c> is the plan's: that of its state, unless what was last seen of it is from before the
    /// plan began.
    /// </summary>
    private static readonly string IsOfThePlan =
        $"t.state_id = p.state_id AND {IsOfItsState} AND t.status = 'installed' "
        + "AND (t.status_as_of IS NULL OR p.start_date IS NULL "
        + $"OR NOT ({Deadline.PassedBy("t.status_as_of", "t.status_as_of_precision", "p.start_date")}))";

    /// <summary>The secretariat of the plan.</summary>
    public static readonly string Secretariat = $"(SELECT MIN(t.id) FROM secretariats t WHERE {IsOfThePlan})";

    /// <summary>The secretariat of the plan, when members of it are recorded.</summary>
    public static readonly string SecretariatWithMembers =
        $"(SELECT MIN(t.id) FROM secretariats t JOIN secretariat_members m ON m.secretariat_id = t.id WHERE {IsOfThePlan})";

    private static string PastDue(HealthDays on) =>
        $"agreements r JOIN sessions n ON n.id = r.session_id WHERE {Space} AND "
        + Deadline.PassedBy("r.due_date", "r.due_date_precision", on.Day);

    private static string CivilSocietyInBody(string condition) =>
        $"({SecretariatWithMembers} IS NULL AND EXISTS (SELECT 1 FROM plan_members n WHERE n.plan_id = p.id AND n.sector = 'civil_society'{condition}))";

    private static readonly string CivilSocietySits = $"""
        (EXISTS (SELECT 1 FROM secretariat_members m WHERE m.secretariat_id = {SecretariatWithMembers} AND m.sector = 'civil_society')
                  OR {CivilSocietyInBody($" AND {PlanSeats.AreHeld}")}
                  OR {Installed("t.seats_civil_society > 0")})
        """;

    private static string Installed(string condition) => $"EXISTS (SELECT 1 FROM secretariats t WHERE {IsOfThePlan} AND {condition})";

    private const string OfThePlan = $"commitments c WHERE c.plan_id = p.id AND c.confidence {Documented.Sql}";

    /// <summary>All checks, in the order in which they are told.</summary>
    public static IReadOnlyList<HealthCheck> All { get; } =
    [
        new(
            "dialogue_space_active",
            1,
            "¿Se reunió el espacio de diálogo en los últimos seis meses, o en los últimos seis de un plan que ya terminó?",
            "Did the dialogue space meet in the last six months, or in the last six of a plan that has ended?",
            $"Al menos una sesión en los últimos 183 días; de un plan cerrado, en los 183 días antes de su término. {UnknownEs}",
            $"At least one session in the last 183 days; of a closed plan, in the 183 days before its end. {UnknownEn}",
            AnySession,
            on => $"EXISTS (SELECT 1 FROM sessions n WHERE {Space} AND n.held_on <= {on.Day} AND n.held_on >= {on.SixMonthsBefore})"
        )
        {
            LooksBack = true,
        },
        new(
            "public_rules",
            1,
            "¿Se publicaron las reglas del espacio de diálogo?",
            "Were the rules of the dialogue space published?",
            $"El secretariado tiene un documento de reglas publicado. {SeenEs}",
            $"The secretariat has a published rules document. {SeenEn}",
            // That no rules are recorded does not say that there are none.
            _ => Installed("t.rules_document_url IS NOT NULL"),
            _ => "1 = 1"
        ),
        new(
            "evidence_recent",
            2,
            "¿Se publicó evidencia en los últimos seis meses, o en los últimos seis de un plan que ya terminó?",
            "Was evidence published in the last six months, or in the last six of a plan that has ended?",
            "Algún compromiso con evidencia publicada en los últimos 183 días; de un plan cerrado, en los 183 días antes de su término. "
                + UnknownEs,
            "A commitment with evidence published in the last 183 days; of a closed plan, in the 183 days before its end. " + UnknownEn,
            on => $"EXISTS (SELECT 1 FROM {PublicEvidence(on)})",
            on => $"EXISTS (SELECT 1 FROM {PublicEvidence(on)} AND e.published_on >= {on.SixMonthsBefore})"
        )
        {
            LooksBack = true,
        },
        new(
            "results_meetings",
            5,
            "¿Hubo al menos dos reuniones con sociedad civil sobre la implementación en el último año, o en el último de un plan que ya terminó?",
            "Were there at least two meetings with civil society on implementation in the last year, or in the last of a plan that has ended?",
            "Dos sesiones de revisión de resultados en los últimos doce meses; de un plan cerrado, en los doce meses antes de su término. "
                + UnknownEs,
            "Two results-review sessions in the last twelve months; of a closed plan, in the twelve months before its end. " + UnknownEn,
            AnySession,
            on =>
                $"""
                    (SELECT COUNT(*) FROM sessions n WHERE {Space} AND n.kind = 'results_review' AND n.held_on <= {on.Day}
                                 AND n.held_on >= {on.YearBefore}) >= 2
                    """
        )
        {
            LooksBack = true,
        },
        new(
            "proposals_answered",
            4,
            "¿Cada propuesta recibió una respuesta razonada?",
            "Did every proposal receive a reasoned response?",
            "Todas las propuestas al plan tienen respuesta.",
            "Every proposal to the plan has a response.",
            _ => "EXISTS (SELECT 1 FROM proposals r WHERE r.plan_id = p.id)",
            _ => $"NOT EXISTS (SELECT 1 FROM proposals r WHERE r.plan_id = p.id AND {ProposalsRepository.IsUnanswered})"
        ),
        new(
            "civil_society_members",
            1,
            "¿Tenía la sociedad civil un lugar en la mesa, según lo último que consta?",
            "Did civil society have a seat at the table, by the last that is on record?",
            "Una organización de la sociedad civil entre los integrantes del secretariado instalado o, si no consta ninguno, del "
                + "órgano del plan, que no lo haya dejado; o un asiento suyo en el secretariado. No, solo si una fuente dice que no tiene "
                + "ninguno, o que lo dejó antes del término del plan. "
                + SeenEs,
            "A civil-society organisation among the members of the installed secretariat or, where none is recorded, of the body of "
                + "the plan, which has not left it; or a seat of theirs in the secretariat. No, only where a source says that they have none, "
                + "or that they left before the end of the plan. "
                + SeenEn,
            _ => $"({CivilSocietySits} OR {CivilSocietyInBody("")} OR {Installed("t.seats_civil_society = 0")})",
            _ => CivilSocietySits
        ),
        new(
            "agreements_fulfilled",
            null,
            "¿Se cumplieron los acuerdos?",
            "Were agreements kept?",
            "Todo acuerdo cuya fecha ya pasó, o pasó antes del término de un plan cerrado, está cumplido.",
            "Every agreement whose date has passed, or had passed by the end of a closed plan, is fulfilled.",
            on => $"EXISTS (SELECT 1 FROM {PastDue(on)})",
            on => $"NOT EXISTS (SELECT 1 FROM {PastDue(on)} AND (r.fulfilled IS NULL OR r.fulfilled = 0))"
        ),
        new(
            "indicator_and_evidence",
            2,
            "¿Los compromisos tienen indicador de impacto y evidencia?",
            "Do commitments have an impact indicator and evidence?",
            "Todo compromiso documentado tiene un indicador de lo que cambió para las personas, con un valor observado que no sea de antes del plan, y evidencia "
                + "pública. Que aquí no consten no dice que no los haya.",
            "Every documented commitment has an indicator of what changed for people, with an observed value that is not from before the plan, and public evidence. "
                + "That they are not on record here does not say that there are none.",
            _ =>
                $"""
                    (EXISTS (SELECT 1 FROM {OfThePlan}) AND NOT EXISTS (SELECT 1 FROM {OfThePlan}
                                 AND (NOT EXISTS ({Indicator.ObservedOutcomes})
                                      OR NOT EXISTS (SELECT 1 FROM evidence e WHERE e.commitment_id = c.id AND {EvidenceFilters.IsOfFulfilment}
                                                        AND (e.published_on IS NULL OR e.published_on <= @Today)))))
                    """,
            _ => "1 = 1"
        ),
    ];

    /// <summary>The name of the filter of plans, and of the measure, that it is.</summary>
    public string Name => $"health_{Code}";

    /// <summary>The filter of plans by its verdict.</summary>
    public HealthFilter Filter => new(this);

    /// <summary>The condition that it can be told.</summary>
    public string Known(HealthDays on) => LooksBack ? $"{IsKnown(on)} AND ({HealthDays.IsKnown} OR {IsMet(on)})" : IsKnown(on);

    /// <summary>The verdict in SQL.</summary>
    public string Verdict(Dialect dialect)
    {
        var on = HealthDays.For(dialect);
        return $"CASE WHEN NOT ({Known(on)}) THEN 'no_data' WHEN {IsMet(on)} THEN 'met' ELSE 'not_met' END";
    }
}

/// <summary>Plans by the verdict of a check.</summary>
/// <param name="Check">The check.</param>
internal sealed record HealthFilter(HealthCheck Check) : Filter(Check.Name, $"{Check.QuestionEn} {Check.RuleEn}")
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Codes { get; } = ["true", "false", NoData];

    public override string CodesName => "yes_no_or_no_data";

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem) =>
        new FlagFilter(Name, "", "", "", Description).TryRead(given, out value, out problem);

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session)
    {
        var on = HealthDays.For(session.Dialect);
        var (isKnown, isMet) = (Check.Known(on), Check.IsMet(on));
        new FlagFilter(Name, $"(({isKnown}) AND {isMet})", $"(({isKnown}) AND NOT ({isMet}))", $"NOT ({isKnown})", Description).Apply(
            values,
            where,
            session
        );
    }
}
