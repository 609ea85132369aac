using System.Text.Json.Serialization;
using OpenGov.Api.Assessments;
using OpenGov.Api.Records;

namespace OpenGov.Api.Plans;

/// <summary>An action plan: national, or local of one state.</summary>
[DescribedBy("plans")]
internal record Plan : PublicRecord
{
    public string Level { get; init; } = "";
    public string? StateId { get; init; }
    public string? Scope { get; init; }
    public string? Municipality { get; init; }
    public int Number { get; init; }
    public string? TitleEs { get; init; }
    public string? TitleEn { get; init; }
    public string? TitleEsOrigin { get; init; }
    public string? TitleEnOrigin { get; init; }
    public DateOnly? StartDate { get; init; }
    public string? StartDatePrecision { get; init; }
    public DateOnly? EndDate { get; init; }
    public string? EndDatePrecision { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public string? PublishedOnPrecision { get; init; }
    public string? Stage { get; init; }
    public string? GovernanceBodyEs { get; init; }
    public string? GovernanceBodyEn { get; init; }
    public int? CommitmentsStated { get; init; }

    /// <summary>Commitments recorded here from a public source beyond the presentation.</summary>
    public int CommitmentsDocumented { get; init; }

    /// <summary>Of the documented ones, those whose status is completed or verified; null where the status of none is known.</summary>
    public int? CommitmentsCompleted { get; init; }

    /// <summary>
    /// Of the documented ones, those with an early-results code that says open government changed (marginal or better); null where none
    /// has a code.
    /// </summary>
    public int? CommitmentsWithResults { get; init; }

    /// <summary>Of the documented ones, those with an impact indicator (of what changed for people) with an observed value that is not known to be from before the plan.</summary>
    public int CommitmentsWithIndicators { get; init; }

    public string? ParticipationLevel { get; init; }
    public bool InStatedTotal { get; init; }
    public string? CharacteristicsEs { get; init; }
    public string? CharacteristicsEn { get; init; }
    public string? LessonsEs { get; init; }
    public string? LessonsEn { get; init; }

    [JsonPropertyOrder(92)]
    public IReadOnlyList<string> InferredFields { get; init; } = [];

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [
            ("self", $"/plans/{Id}"),
            ("state", StateId is null ? null : $"/states/{StateId}"),
            ("commitments", $"/commitments?plan={Id}"),
            ("health", $"/plans/{Id}/health"),
        ];
}

/// <summary>A plan on its own address: with the people at the table and what was said of its results.</summary>
[DescribedBy("plans")]
internal sealed record PlanDetail : Plan
{
    /// <summary>Members of the body that governs the plan.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<PlanMember> Members { get; init; } = [];

    /// <summary>
    /// What government, the Independent Reporting Mechanism and others said of the plan as a whole, side by side. What was said of its
    /// commitments is at `/assessments?plan=`.
    /// </summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<Assessment> Assessments { get; init; } = [];

    protected internal override IEnumerable<ListItem> Inside() => Assessments;
}

/// <summary>A member of the body that governs a plan.</summary>
[DescribedBy("plan_members")]
internal sealed record PlanMember
{
    public string OrganizationId { get; init; } = "";

    /// <summary>Name of the organisation.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its acronym; null when it has none.</summary>
    public string? Acronym { get; init; }

    public string Sector { get; init; } = "";
    public DateOnly? LeftOn { get; init; }
    public string? LeftOnPrecision { get; init; }
    public string? NoteEs { get; init; }
    public string? NoteEn { get; init; }
}
