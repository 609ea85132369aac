using OpenGov.Api.Lists;

namespace OpenGov.Api.Commitments;

/// <summary>The filters of commitments <c>c</c> that ask for their evidence. What is published later is not public yet.</summary>
internal static class EvidenceFilters
{
    /// <summary>What has no date is public.</summary>
    private const string IsPublic = "(e.published_on IS NULL OR e.published_on <= @Today)";

    /// <summary>A listing, a review or a report that rates a commitment shows that it was assessed, not that it was fulfilled.</summary>
    public const string IsOfFulfilment = "e.kind <> 'assessment'";

    /// <summary>Whether evidence of a kind shows that something was done, as <see cref="IsOfFulfilment"/> asks of a row.</summary>
    public static bool ShowsFulfilment(string kind) => kind != "assessment";

    /// <summary>Anybody can open it: it has an address, or a file that is kept with it.</summary>
    public const string IsOpen = "(e.url IS NOT NULL OR e.file_sha256 IS NOT NULL)";

    /// <summary>Whether anybody can open a record of evidence, as <see cref="IsOpen"/> asks of a row.</summary>
    public static bool CanBeOpened(IReadOnlyDictionary<string, object?>? record) =>
        record is not null && (record["url"] is not null || record["file_sha256"] is not null);

    /// <summary>An item that anybody can open, and that shows what was done; nothing rests on what other sources dispute.</summary>
    public const string IsProof = $"{IsOpen} AND {IsOfFulfilment} AND e.confidence <> 'disputed'";

    /// <summary>Whether something can rest on a record of evidence, as <see cref="IsProof"/> asks of a row.</summary>
    public static bool CanProve(IReadOnlyDictionary<string, object?>? record) =>
        CanBeOpened(record) && record!["kind"] is string kind && ShowsFulfilment(kind) && record["confidence"] is not "disputed";

    private const string HasEvidence =
        $"EXISTS (SELECT 1 FROM evidence e WHERE e.commitment_id = c.id AND {IsOfFulfilment} AND {IsPublic})";

    private const string Published =
        "EXISTS (SELECT 1 FROM evidence e WHERE e.commitment_id = c.id AND " + IsOfFulfilment + " AND " + IsPublic + " AND {0})";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Filter> All { get; } =
    [
        new FlagFilter(
            "has_evidence",
            HasEvidence,
            $"NOT {HasEvidence}",
            null,
            "Whether there is public evidence, other than that it was assessed; what is published after today, or after the day of `as_of`, is not yet."
        ),
        new ExistsSinceFilter(
            "evidence_since",
            Published.Replace("{0}", "e.published_on >= {0}", StringComparison.Ordinal),
            "With public evidence that was published on this date or later, but not after today, or after the day of `as_of`."
        ),
        new ExistsSinceFilter(
            "evidence_until",
            Published.Replace("{0}", "e.published_on <= {0}", StringComparison.Ordinal),
            "With public evidence that was published on this date or earlier, but not after today, or after the day of `as_of`."
        ),
        new SixMonthsFilter(
            "evidence_in_six_months_to",
            Published.Replace("{0}", "e.published_on >= {0} AND e.published_on <= {1}", StringComparison.Ordinal),
            "With public evidence that was published in the 183 days up to this date, itself within."
        ),
    ];
}
