using OpenGov.Api.Records;

namespace OpenGov.Api.Dialogues;

/// <summary>A proposal made during co-creation, with the reasoned response that it is owed.</summary>
[DescribedBy("proposals")]
internal sealed record Proposal : PublicRecord
{
    public string? PlanId { get; init; }
    public string? StateId { get; init; }
    public DateOnly? ProposedOn { get; init; }
    public string? ProposedOnPrecision { get; init; }
    public DateOnly? ResponseDueDate { get; init; }
    public string? ResponseDueDatePrecision { get; init; }
    public string? ProblemEs { get; init; }
    public string? ProblemEn { get; init; }
    public string? ProposalEs { get; init; }
    public string? ProposalEn { get; init; }
    public string? ThemeEs { get; init; }
    public string? ThemeEn { get; init; }
    public string? Sector { get; init; }
    public string? OrganizationId { get; init; }
    public string? Disposition { get; init; }
    public string? ResponseEs { get; init; }
    public string? ResponseEn { get; init; }
    public DateOnly? RespondedOn { get; init; }
    public string? RespondedOnPrecision { get; init; }
    public string? CommitmentId { get; init; }

    /// <summary>Where people read one.</summary>
    internal static string PageOf(string id) => $"/dialogue/proposals/{id}";

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [
            ("self", $"/dialogues/proposals/{Id}"),
            (PageLink, PageOf(Id)),
            ("plan", PlanId is null ? null : $"/plans/{PlanId}"),
            ("commitment", CommitmentId is null ? null : $"/commitments/{CommitmentId}"),
            ("agreements", $"/dialogues/agreements?proposal={Id}"),
        ];
}
