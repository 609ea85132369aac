using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>Whether there is public evidence: an item with an address or a file that anybody can open, that shows more than that it was assessed.</summary>
internal static class Proof
{
    /// <summary>What evidence <c>e</c> must be for something to rest on it.</summary>
    internal const string OfCommitmentSql =
        $"SELECT COUNT(*) FROM evidence e WHERE e.commitment_id = @Id AND {EvidenceFilters.IsProof} AND e.id <> @But";

    internal const string OfMilestoneSql =
        $"SELECT COUNT(*) FROM evidence e WHERE e.milestone_id = @Id AND {EvidenceFilters.IsProof} AND e.id <> @But";

    internal const string OfPlanSql = $"""
        SELECT COUNT(*) FROM evidence e JOIN commitments c ON c.id = e.commitment_id
        WHERE c.plan_id = @Id AND {EvidenceFilters.IsProof} AND e.id <> @But
        """;

    /// <summary>Whether a commitment of a plan has public evidence, other than one item.</summary>
    public static Task<bool> OfPlanAsync(Recorder recorder, string id, CancellationToken cancellationToken, string but = "") =>
        IsThereAsync(recorder, OfPlanSql, id, but, cancellationToken);

    /// <summary>Whether a commitment has public evidence, other than one item.</summary>
    public static Task<bool> OfCommitmentAsync(Recorder recorder, string id, CancellationToken cancellationToken, string but = "") =>
        IsThereAsync(recorder, OfCommitmentSql, id, but, cancellationToken);

    /// <summary>Whether a milestone has public evidence, other than one item.</summary>
    public static Task<bool> OfMilestoneAsync(Recorder recorder, string id, CancellationToken cancellationToken, string but = "") =>
        IsThereAsync(recorder, OfMilestoneSql, id, but, cancellationToken);

    /// <summary>That it is missing.</summary>
    public static RecordError Missing(string field, string value, string id) =>
        new(
            ErrorCodes.EvidenceMissing,
            $"{value} needs public evidence, and {id} has none: add an item with an address or a file (POST /api/v1/evidence) first."
        )
        {
            Field = field,
            Value = value,
            DetailEs =
                $"{value} requiere evidencia pública, y {id} no tiene: agregue primero una con dirección o archivo (POST /api/v1/evidence).",
        };

    private static async Task<bool> IsThereAsync(
        Recorder recorder,
        string sql,
        string id,
        string but,
        CancellationToken cancellationToken
    ) => (await recorder.QueryAsync<int>(sql, new { Id = id, But = but }, cancellationToken)) is [> 0];
}
