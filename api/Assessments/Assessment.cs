using OpenGov.Api.Records;

namespace OpenGov.Api.Assessments;

/// <summary>What somebody said of a plan as a whole or of a commitment: who, of what, when, and from which source.</summary>
[DescribedBy("assessments")]
internal sealed record Assessment : PublicRecord
{
    public string? PlanId { get; init; }
    public string? CommitmentId { get; init; }
    public string Voice { get; init; } = "";
    public string? OrganizationId { get; init; }
    public string Aspect { get; init; } = "";
    public string? Code { get; init; }
    public decimal? Value { get; init; }
    public int? OutOf { get; init; }
    public string? Unit { get; init; }
    public string? StatementEs { get; init; }
    public string? StatementEn { get; init; }
    public string? Period { get; init; }
    public string? StallReason { get; init; }
    public string? UnblockEs { get; init; }
    public string? UnblockEn { get; init; }
    public DateOnly? AssessedOn { get; init; }
    public string? AssessedOnPrecision { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [
            ("self", $"/assessments/{Id}"),
            ("plan", PlanId is null ? null : $"/plans/{PlanId}"),
            ("commitment", CommitmentId is null ? null : $"/commitments/{CommitmentId}"),
        ];
}
