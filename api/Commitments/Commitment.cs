using System.Text.Json.Serialization;
using OpenGov.Api.Assessments;
using OpenGov.Api.Changes;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>A commitment that government and civil society created together: what was promised, what was done, what changed.</summary>
[DescribedBy("commitments")]
internal record Commitment : PublicRecord
{
    public string PlanId { get; init; } = "";

    /// <summary>National or local, as the plan.</summary>
    [Vocabulary("level")]
    public string Level { get; init; } = "";

    /// <summary>State of the plan; null for national plans.</summary>
    public string? StateId { get; init; }

    /// <summary>Whose local plan it is of: the state's or a municipality's; null for national plans.</summary>
    [Vocabulary("plan_scope")]
    public string? Scope { get; init; }

    public string? Municipality { get; init; }

    /// <summary>Whether the plan is one that the presentation counts.</summary>
    public bool InStatedTotal { get; init; }

    public int? Number { get; init; }
    public string? OgpCode { get; init; }
    public string Kind { get; init; } = "";
    public string? TitleEs { get; init; }
    public string? TitleEn { get; init; }
    public string? TitleEsOrigin { get; init; }
    public string? TitleEnOrigin { get; init; }
    public string? ThemeEs { get; init; }
    public string? ThemeEn { get; init; }
    public string? OgpListingTag { get; init; }
    public IReadOnlyList<string> OgpPolicyAreas { get; init; } = [];
    public string? ProblemEs { get; init; }
    public string? ProblemEn { get; init; }
    public string? SolutionEs { get; init; }
    public string? SolutionEn { get; init; }
    public string? BenefitsEs { get; init; }
    public string? BenefitsEn { get; init; }
    public IReadOnlyList<string> PolicyAreas { get; init; } = [];
    public IReadOnlyList<string> OgpValues { get; init; } = [];
    public IReadOnlyList<int> Sdgs { get; init; } = [];
    public IReadOnlyList<string> LeadOrganizations { get; init; } = [];
    public IReadOnlyList<string> SupportingOrganizations { get; init; } = [];
    public string? Status { get; init; }

    /// <summary>
    /// 0 to 100: 100 when completed or verified, else the mean, by their weights, of its milestones whose progress is known (a finished one
    /// is 100, one not started 0), a half rounded away from zero, else 0 when it is not started; null when none of that is known.
    /// </summary>
    public int? ProgressPercent { get; init; }

    public string? Completion { get; init; }

    /// <summary>Who says the completion: the voice of its newest assessment that is not the government’s. Null when `completion` is.</summary>
    [Vocabulary("voice")]
    public string? CompletionVoice { get; init; }

    public string? Ambition { get; init; }

    /// <summary>Who says the ambition: the voice of its newest assessment that is not the government’s. Null when `ambition` is.</summary>
    [Vocabulary("voice")]
    public string? AmbitionVoice { get; init; }

    public string? EarlyResults { get; init; }

    /// <summary>Who says the early results: the voice of their newest assessment that is not the government’s. Null when `early_results` is.</summary>
    [Vocabulary("voice")]
    public string? EarlyResultsVoice { get; init; }

    public bool? Verifiable { get; init; }

    /// <summary>
    /// Who says whether it is verifiable: the voice of the newest assessment that is not the government’s of that. Null when `verifiable` is.
    /// </summary>
    [Vocabulary("voice")]
    public string? VerifiableVoice { get; init; }

    public bool? Relevant { get; init; }

    /// <summary>Who says whether it is relevant: the voice of the newest assessment that is not the government’s of that. Null when `relevant` is.</summary>
    [Vocabulary("voice")]
    public string? RelevantVoice { get; init; }

    public DateOnly? StartDate { get; init; }
    public string? StartDatePrecision { get; init; }
    public DateOnly? DueDate { get; init; }
    public string? DueDatePrecision { get; init; }

    /// <summary>
    /// Whether it is past due and not finished, computed from the dates: a date known to the month or the year has passed when that has.
    /// Null when the due date is unknown, or has passed and the status is unknown.
    /// </summary>
    public bool? Overdue { get; init; }

    public string? Url { get; init; }

    [JsonPropertyOrder(92)]
    public IReadOnlyList<string> InferredFields { get; init; } = [];

    [JsonPropertyOrder(92)]
    public IReadOnlyList<string> PresentationFields { get; init; } = [];

    /// <summary>Its milestones, in order.</summary>
    [OnRequest, JsonPropertyOrder(50), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Milestone>? Milestones { get; set; }

    /// <summary>Impact indicators: did life change?</summary>
    [OnRequest, JsonPropertyOrder(50), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Indicator>? Indicators { get; set; }

    /// <summary>Public evidence of what was done.</summary>
    [OnRequest, JsonPropertyOrder(50), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Evidence>? Evidence { get; set; }

    /// <summary>
    /// What was said of it by anybody, newest first, what has no date last. Of each aspect it shows the first that is not the government's.
    /// </summary>
    [OnRequest, JsonPropertyOrder(50), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Assessment>? Assessments { get; set; }

    /// <summary>Organisations that lead or support it.</summary>
    [OnRequest, JsonPropertyOrder(50), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CommitmentOrganization>? Organizations { get; set; }

    protected internal override IEnumerable<ListItem> Inside() =>
        [.. Milestones ?? [], .. Indicators ?? [], .. Evidence ?? [], .. Assessments ?? []];

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [
            ("self", $"/commitments/{Id}"),
            ("plan", $"/plans/{PlanId}"),
            ("state", StateId is null ? null : $"/states/{StateId}"),
            ("history", $"/commitments/{Id}/history"),
            ("life", $"/commitments/{Id}/life"),
            ("proposals", $"/dialogues/proposals?commitment={Id}"),
            ("agreements", $"/dialogues/agreements?commitment={Id}"),
        ];
}

/// <summary>A commitment on its own address: with its milestones, evidence, impact indicators and organisations.</summary>
[DescribedBy("commitments")]
internal sealed record CommitmentDetail : Commitment
{
    /// <summary>Whether it is done, as its status says: completed, or verified by somebody else. Null when no status is recorded.</summary>
    [JsonPropertyOrder(50)]
    public bool? Finished => CommitmentCodes.IsDone(Status);

    /// <summary>The plan that it belongs to.</summary>
    [JsonPropertyOrder(50)]
    public CommitmentPlan Plan { get; init; } = new();

    /// <summary>Its milestones, in order.</summary>
    [JsonPropertyOrder(50)]
    public new IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>Impact indicators: did life change?</summary>
    [JsonPropertyOrder(50)]
    public new IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>Public evidence of what was done.</summary>
    [JsonPropertyOrder(50)]
    public new IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>
    /// What was said of it by anybody, newest first, what has no date last. Of each aspect it shows the first that is not the government's.
    /// </summary>
    [JsonPropertyOrder(50)]
    public new IReadOnlyList<Assessment> Assessments { get; init; } = [];

    /// <summary>Organisations that lead or support it.</summary>
    [JsonPropertyOrder(50)]
    public new IReadOnlyList<CommitmentOrganization> Organizations { get; init; } = [];

    protected internal override IEnumerable<ListItem> Inside() => [.. Milestones, .. Indicators, .. Evidence, .. Assessments];
}

/// <summary>The history of a commitment.</summary>
internal sealed record CommitmentHistory
{
    /// <summary>Id of the commitment.</summary>
    public required string CommitmentId { get; init; }

    /// <summary>Its changes and those of what hangs on it, oldest first.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }
}

/// <summary>The plan of a commitment, in short.</summary>
[DescribedBy("plans")]
internal sealed record CommitmentPlan
{
    public string Id { get; init; } = "";
    public string Level { get; init; } = "";
    public string? Scope { get; init; }
    public string? Municipality { get; init; }
    public string? StateId { get; init; }
    public int Number { get; init; }
    public string? TitleEs { get; init; }
    public string? TitleEn { get; init; }
    public DateOnly? StartDate { get; init; }
    public DateOnly? PublishedOn { get; init; }
}

/// <summary>An organisation that leads or supports a commitment.</summary>
[DescribedBy("organizations")]
internal sealed record CommitmentOrganization
{
    public string Id { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Acronym { get; init; }
    public string Sector { get; init; } = "";

    /// <summary>Whether it leads the commitment or supports it.</summary>
    [Codes("organization_role", "lead", "supporting")]
    public string Role { get; init; } = "";
}
