namespace OpenGov.Api.Commitments;

/// <summary>What codes of a commitment mean, said once: for measures as an address spells them, for statements as they stand in SQL.</summary>
internal static class CommitmentCodes
{
    /// <summary>Of <c>status</c>: reported as finished, or checked by somebody else.</summary>
    public const string Finished = "completed,verified";

    /// <summary>Whether a status says that it is done; null of none.</summary>
    public static bool? IsDone(string? status) => status is null ? null : Finished.Split(',').Contains(status);

    /// <summary>Behind a column of a statement: <see cref="Finished"/>.</summary>
    public const string IsFinished = "IN ('completed', 'verified')";

    /// <summary>Of <c>early_results</c>: government is more open. Marginal or more, since 2021 moderate or more.</summary>
    public const string OpenedGovernment = "marginal,major,outstanding,moderate,significant";

    /// <summary>Behind a column of a statement: <see cref="OpenedGovernment"/>.</summary>
    public const string HasOpenedGovernment = "IN ('marginal', 'major', 'outstanding', 'moderate', 'significant')";

    /// <summary>How many of commitments <c>c</c> are finished; null where the status of none is known, of which 0 would say that none is.</summary>
    public const string CountOfFinished = $"SUM(CASE WHEN c.status {IsFinished} THEN 1 WHEN c.status IS NOT NULL THEN 0 END)";

    /// <summary>How many of commitments <c>c</c> opened government; null where none has a code.</summary>
    public const string CountOfOpenedGovernment =
        $"SUM(CASE WHEN c.early_results {HasOpenedGovernment} THEN 1 WHEN c.early_results IS NOT NULL THEN 0 END)";
}
