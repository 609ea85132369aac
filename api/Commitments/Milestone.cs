using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>A step of a commitment, with what was planned and what was done.</summary>
[DescribedBy("milestones")]
internal sealed record Milestone : PublicRecord
{
    public string CommitmentId { get; init; } = "";
    public int Number { get; init; }
    public string? TitleEs { get; init; }
    public string? TitleEn { get; init; }
    public int? Weight { get; init; }
    public DateOnly? DueDate { get; init; }
    public string? DueDatePrecision { get; init; }
    public string? Status { get; init; }

    /// <summary>Whether it is done, as its status says; null when no status is recorded.</summary>
    public bool? Finished => CommitmentCodes.IsDone(Status);

    public int? ProgressPercent { get; init; }

    /// <summary>Whether it counts in the progress of its commitment: it is finished, or not begun, or somebody says how far it is.</summary>
    internal bool IsProgressKnown => Finished == true || ProgressPercent is not null || Status == "not_started";

    public DateOnly? CompletedOn { get; init; }
    public string? CompletedOnPrecision { get; init; }
    public string? VerifiedBy { get; init; }
    public DateOnly? VerifiedOn { get; init; }
    public string? VerificationOutcome { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [("commitment", $"/commitments/{CommitmentId}")];
}
