using OpenGov.Api.Assessments;
using OpenGov.Api.Commitments;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Lists;
using OpenGov.Api.Metrics;
using OpenGov.Api.Organizations;
using OpenGov.Api.Plans;
using OpenGov.Api.Secretariats;
using OpenGov.Api.States;
using OpenGov.Api.Trainings;

namespace OpenGov.Api.Measures;

/// <summary>
/// What is counted: a list of the API, and the keys by which its rows are grouped. A number is counted with the conditions of the list's
/// own filters, so that it is the <c>total</c> of the address of its rows. Every key is a filter of the list, too.
/// </summary>
/// <param name="Name">What its rows are called, as the unit of a count.</param>
/// <param name="Path">The address of the list under <c>/api/v1</c>.</param>
/// <param name="List">The list.</param>
/// <param name="Keys">By what its rows are grouped.</param>
internal sealed record Population(string Name, string Path, ListSql List, IReadOnlyDictionary<string, GroupKey> Keys)
{
    /// <summary>The key of who says it.</summary>
    public const string Voice = "voice";

    public static readonly Population Assessments = new(
        "assessments",
        "/assessments",
        AssessmentsRepository.Sql,
        new Dictionary<string, GroupKey>
        {
            [Voice] = new("a.voice", Vocabulary: "voice"),
            ["plan"] = new("p.id", Table: "plans"),
            ["level"] = new("p.level", Vocabulary: "level"),
            ["state"] = new("p.state_id", Table: "states"),
        }
    );

    public static readonly Population States = new(
        "states",
        "/states",
        StatesRepository.Sql,
        new Dictionary<string, GroupKey>
        {
            ["state"] = new("s.id", Table: "states"),
            ["stage"] = new(StatesRepository.Stage, Vocabulary: "state_stage"),
        }
    );

    public static readonly Population Secretariats = new(
        "secretariats",
        "/secretariats",
        SecretariatsRepository.Sql,
        new Dictionary<string, GroupKey>
        {
            ["state"] = new("t.state_id", Table: "states"),
            ["status"] = new("t.status", Vocabulary: "secretariat_status"),
        }
    );

    public static readonly Population Plans = new(
        "plans",
        "/plans",
        PlansRepository.Sql,
        new Dictionary<string, GroupKey>
        {
            ["level"] = new("p.level", Vocabulary: "level"),
            ["state"] = new("p.state_id", Table: "states"),
            ["plan"] = new("p.id", Table: "plans"),
            ["stage"] = new("p.stage", Vocabulary: "plan_stage"),
            ["year"] = new(PlansRepository.Year),
        }
    );

    public static readonly Population Commitments = new(
        "commitments",
        "/commitments",
        CommitmentsRepository.Sql,
        new Dictionary<string, GroupKey>
        {
            ["level"] = new("p.level", Vocabulary: "level"),
            ["state"] = new("p.state_id", Table: "states"),
            ["plan"] = new("c.plan_id", Table: "plans"),
            ["year"] = new(PlansRepository.Year),
            ["status"] = new("c.status", Vocabulary: "implementation_status"),
            ["completion"] = new("c.completion", Vocabulary: "completion"),
            ["ambition"] = new("c.ambition", Vocabulary: "ambition"),
            ["early_results"] = new("c.early_results", Vocabulary: "early_results"),
            ["policy_area"] = new("c.policy_areas", Vocabulary: "policy_area", IsList: true),
            ["sdg"] = new("c.sdgs", Vocabulary: "sdg", IsList: true),
            ["ogp_value"] = new("c.ogp_values", Vocabulary: "ogp_value", IsList: true),
            ["sector"] = new("c.lead_organizations", Vocabulary: "sector", IsList: true, Through: "organizations"),
        }
    );

    public static readonly Population Organizations = new(
        "organizations",
        "/organizations",
        OrganizationsRepository.Sql,
        new Dictionary<string, GroupKey>
        {
            ["sector"] = new("g.sector", Vocabulary: "sector"),
            ["state"] = new("g.state_id", Table: "states"),
        }
    );

    public static readonly Population Sessions = new(
        "sessions",
        "/dialogues/sessions",
        SessionsRepository.Sql,
        new Dictionary<string, GroupKey>
        {
            ["state"] = new("r.state_id", Table: "states"),
            ["plan"] = new("r.plan_id", Table: "plans"),
            ["kind"] = new("r.kind", Vocabulary: "session_kind"),
        }
    );

    public static readonly Population Agreements = new(
        "agreements",
        "/dialogues/agreements",
        AgreementsRepository.Sql,
        new Dictionary<string, GroupKey>
        {
            ["session"] = new("r.session_id", Table: "sessions"),
            ["state"] = new("s.state_id", Table: "states"),
            ["plan"] = new("s.plan_id", Table: "plans"),
        }
    );

    public static readonly Population Proposals = new(
        "proposals",
        "/dialogues/proposals",
        ProposalsRepository.Sql,
        new Dictionary<string, GroupKey>
        {
            ["state"] = new("r.state_id", Table: "states"),
            ["plan"] = new("r.plan_id", Table: "plans"),
            ["sector"] = new("r.sector", Vocabulary: "sector"),
        }
    );

    public static readonly Population Trainings = new(
        "trainings",
        "/trainings",
        TrainingsRepository.Sql,
        new Dictionary<string, GroupKey>()
    );

    public static readonly Population Editions = new(
        "editions",
        "/metrics",
        MetricEditionsRepository.Sql,
        new Dictionary<string, GroupKey> { ["edition"] = new("CAST(e.edition AS NVARCHAR(10))") }
    );

    public static readonly Population MetricValues = new(
        "metric_values",
        "/metrics/values",
        MetricValuesRepository.Sql,
        new Dictionary<string, GroupKey>
        {
            ["state"] = new("v.state_id", Table: "states"),
            ["edition"] = new("CAST(v.edition AS NVARCHAR(10))"),
            ["indicator"] = new("v.indicator", Table: "metric_indicators"),
            ["perspective"] = new("i.perspective", Vocabulary: "perspective"),
            ["scope"] = new("v.scope", Vocabulary: "metric_scope"),
        }
    );
}

/// <summary>A key by which rows are grouped. Its name is that of the filter that narrows the list to a group.</summary>
/// <param name="Column">What it is in SQL; null for no data.</param>
/// <param name="Vocabulary">The vocabulary of its codes; null when they are ids or years.</param>
/// <param name="Table">The table whose ids it holds; null when it holds none.</param>
/// <param name="IsList">Whether a row can be in several groups: the column holds values joined by <c>|</c>.</param>
/// <param name="Through">The table of the ids in the column, when the group is their sector; null when it is what the column holds.</param>
internal sealed record GroupKey(
    string Column,
    string? Vocabulary = null,
    string? Table = null,
    bool IsList = false,
    string? Through = null
);
