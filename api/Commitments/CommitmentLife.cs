using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>The life of a commitment, from a proposal to what changed: how far it has come, by whom and when, and what comes next.</summary>
internal sealed record CommitmentLife
{
    /// <summary>Id of the commitment.</summary>
    public required string CommitmentId { get; init; }

    /// <summary>The last step that it has reached, in the order of the steps.</summary>
    [Codes("step_of_life", "proposal", "discussion", "draft", "adopted", "implementation", "completed", "verified", "impact_observed")]
    public required string Step { get; init; }

    /// <summary>The steps, in their order. They are computed from the records; nobody types them.</summary>
    public required IReadOnlyList<LifeStep> Steps { get; init; }
}

/// <summary>A step in the life of a commitment.</summary>
internal sealed record LifeStep
{
    /// <summary>Code of the step.</summary>
    [Codes("step_of_life", "proposal", "discussion", "draft", "adopted", "implementation", "completed", "verified", "impact_observed")]
    public required string Step { get; init; }

    /// <summary>What it is called, in Spanish.</summary>
    public required string NameEs { get; init; }

    /// <summary>What it is called, in English.</summary>
    public required string NameEn { get; init; }

    /// <summary>When it is reached, in Spanish.</summary>
    public required string RuleEs { get; init; }

    /// <summary>When it is reached, in English.</summary>
    public required string RuleEn { get; init; }

    /// <summary>Whether it has been reached; null when nothing on record says so or the contrary.</summary>
    public required bool? Reached { get; init; }

    /// <summary>
    /// When: of a proposal the day on which it was made, of a discussion the day of the session, of a plan that was imported the day of its
    /// publication, of an observation its day, else the day on which it was written here. Null when it is not reached, or nothing says when.
    /// </summary>
    public required DateOnly? ReachedOn { get; init; }

    /// <summary>How exact that is; null when it is.</summary>
    [Vocabulary("precision")]
    public required string? ReachedOnPrecision { get; init; }

    /// <summary>Who: the organisation that proposed, else the one that wrote it here, as the history names it. Null when that is not known.</summary>
    public required string? ReachedBy { get; init; }

    /// <summary>What it needs.</summary>
    public required IReadOnlyList<LifeNeed> Needs { get; init; }

    /// <summary>How many records speak for it.</summary>
    public required int Count { get; init; }

    /// <summary>The list whose `total` is `count`.</summary>
    public required string RowsUrl { get; init; }
}

/// <summary>What a step in the life of a commitment needs.</summary>
internal sealed record LifeNeed
{
    /// <summary>Code of what is needed.</summary>
    [Codes(
        "need_of_life",
        "answered_proposals",
        "public_evidence",
        "completed",
        "another_organization",
        "outcome_indicator",
        "observed_value"
    )]
    public required string Need { get; init; }

    /// <summary>What is needed, in Spanish.</summary>
    public required string NameEs { get; init; }

    /// <summary>What is needed, in English.</summary>
    public required string NameEn { get; init; }

    /// <summary>Whether it is there; null when that shows only in the step itself.</summary>
    public required bool? Met { get; init; }
}
