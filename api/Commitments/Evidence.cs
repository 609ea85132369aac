using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>A public item that shows what was done: a means of verification.</summary>
[DescribedBy("evidence")]
internal sealed record Evidence : PublicRecord
{
    public string CommitmentId { get; init; } = "";
    public string? MilestoneId { get; init; }
    public string TitleEs { get; init; } = "";
    public string TitleEn { get; init; } = "";
    public string? Url { get; init; }
    public string? FileName { get; init; }
    public string? FileType { get; init; }
    public int? FileBytes { get; init; }
    public string? FileSha256 { get; init; }
    public string Kind { get; init; } = "";
    public DateOnly? PublishedOn { get; init; }
    public string? PublishedOnPrecision { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [("commitment", $"/commitments/{CommitmentId}"), ("file", FileSha256 is null ? null : PathOfFile(Id))];

    /// <summary>Where the file of an item is, under <c>/api/v1</c>.</summary>
    internal static string PathOfFile(string id) => $"/evidence/{id}/file";
}
