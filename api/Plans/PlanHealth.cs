using OpenGov.Api.Records;

namespace OpenGov.Api.Plans;

/// <summary>Co-creation health of a plan: OGP's standards and the five learnings, computed from what is recorded.</summary>
internal sealed record PlanHealth
{
    /// <summary>Id of the plan.</summary>
    public required string PlanId { get; init; }

    /// <summary>The day from whose point of view it is computed.</summary>
    public required DateOnly ComputedFor { get; init; }

    /// <summary>
    /// The day on which it is judged: that day or, of a closed plan, its end, of a month or a year the last day. Of a plan of which neither
    /// stage nor end is on record what asks of the time before is met or unknown.
    /// </summary>
    public required DateOnly JudgedOn { get; init; }

    /// <summary>
    /// Id of the secretariat whose seats and rules are looked at: that of the plan's state, installed, and seen since the plan began; null
    /// where none is on record, and for plans of the nation or of municipalities.
    /// </summary>
    public required string? SecretariatId { get; init; }

    /// <summary>How many checks are met.</summary>
    public required int Met { get; init; }

    /// <summary>How many checks are not met.</summary>
    public required int NotMet { get; init; }

    /// <summary>How many checks cannot be told, because nothing that they speak of is recorded.</summary>
    public required int NoData { get; init; }

    /// <summary>The checks.</summary>
    public required IReadOnlyList<PlanHealthCheck> Checks { get; init; }
}

/// <summary>A check with its verdict and the rows behind it.</summary>
internal sealed record PlanHealthCheck
{
    /// <summary>Code of the check; `learnings` refer to it as `health_check`.</summary>
    public required string Code { get; init; }

    /// <summary>Number of the OGP Participation and Co-Creation Standard (1 to 5) that it serves; null when none.</summary>
    public required int? Standard { get; init; }

    /// <summary>What is asked, in Spanish.</summary>
    public required string QuestionEs { get; init; }

    /// <summary>What is asked, in English.</summary>
    public required string QuestionEn { get; init; }

    /// <summary>When it is met, in Spanish.</summary>
    public required string RuleEs { get; init; }

    /// <summary>When it is met, in English.</summary>
    public required string RuleEn { get; init; }

    /// <summary>Whether it is met; `no_data` when nothing that it speaks of is recorded.</summary>
    [Codes("health_verdict", "met", "not_met", "no_data")]
    public required string Verdict { get; init; }

    /// <summary>How many rows speak for it.</summary>
    public required int Count { get; init; }

    /// <summary>Of how many; null when there is no whole.</summary>
    public required int? OutOf { get; init; }

    /// <summary>The list whose `total` is `count`.</summary>
    public required string RowsUrl { get; init; }
}
