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
/// <param name="name">What its rows are called, as the unit of a count.</param>
/// <param name="path">The address of the list under <c>/api/v1</c>.</param>
/// <param name="list">The list.</param>
/// <param name="keys">Those of its list's keys by which a figure of it is grouped.</param>
internal sealed class Population(string name, string path, ListSql list, params string[] keys)
{
    /// <summary>The same rows, counted by any of the list's keys.</summary>
    public Population ByAny() => new(Name, Path, List, [.. List.Keys.Keys]);

    public string Name => name;

    public string Path => path;

    public ListSql List => list;

    /// <summary>By what its rows are grouped.</summary>
    public IReadOnlyDictionary<string, GroupKey> Keys { get; } = keys.ToDictionary(key => key, key => list.Keys[key]);

    /// <summary>The key of who says it.</summary>
    public const string Voice = "voice";

    public static readonly Population Assessments = new(
        "assessments",
        "/assessments",
        AssessmentsRepository.Sql,
        Voice,
        "plan",
        "level",
        "state"
    );

    public static readonly Population States = new("states", "/states", StatesRepository.Sql, "state", "stage");

    public static readonly Population Secretariats = new("secretariats", "/secretariats", SecretariatsRepository.Sql, "state", "status");

    public static readonly Population Plans = new("plans", "/plans", PlansRepository.Sql, "level", "state", "plan", "stage", "year");

    public static readonly Population Commitments = new(
        "commitments",
        "/commitments",
        CommitmentsRepository.Sql,
        "level",
        "state",
        "plan",
        "year",
        "status",
        "completion",
        "ambition",
        "early_results",
        "policy_area",
        "sdg",
        "ogp_value",
        "sector"
    );

    public static readonly Population Organizations = new(
        "organizations",
        "/organizations",
        OrganizationsRepository.Sql,
        "sector",
        "state"
    );

    public static readonly Population Sessions = new("sessions", "/dialogues/sessions", SessionsRepository.Sql, "state", "plan", "kind");

    public static readonly Population Agreements = new(
        "agreements",
        "/dialogues/agreements",
        AgreementsRepository.Sql,
        "session",
        "state",
        "plan"
    );

    public static readonly Population Proposals = new(
        "proposals",
        "/dialogues/proposals",
        ProposalsRepository.Sql,
        "state",
        "plan",
        "sector"
    );

    public static readonly Population Trainings = new("trainings", "/trainings", TrainingsRepository.Sql);

    public static readonly Population Editions = new("editions", "/metrics", MetricEditionsRepository.Sql, "edition");

    public static readonly Population MetricValues = new(
        "metric_values",
        "/metrics/values",
        MetricValuesRepository.Sql,
        "state",
        "edition",
        "indicator",
        "perspective",
        "scope"
    );
}
