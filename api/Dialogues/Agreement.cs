using OpenGov.Api.Records;

namespace OpenGov.Api.Dialogues;

/// <summary>What a session agreed: who does what until when, and whether it was done.</summary>
[DescribedBy("agreements")]
internal sealed record Agreement : PublicRecord
{
    public string SessionId { get; init; } = "";
    public string? ProposalId { get; init; }
    public string? CommitmentId { get; init; }
    public int? Number { get; init; }
    public string TextEs { get; init; } = "";
    public string TextEn { get; init; } = "";
    public string? ResponsibleOrganizationId { get; init; }
    public DateOnly? DueDate { get; init; }
    public string? DueDatePrecision { get; init; }
    public bool? Fulfilled { get; init; }
    public DateOnly? FulfilledOn { get; init; }
    public string? FulfilledOnPrecision { get; init; }
    public string? EvidenceUrl { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [
            ("self", $"/dialogues/agreements/{Id}"),
            ("session", $"/dialogues/sessions/{SessionId}"),
            ("proposal", ProposalId is null ? null : $"/dialogues/proposals/{ProposalId}"),
            ("commitment", CommitmentId is null ? null : $"/commitments/{CommitmentId}"),
        ];
}
