namespace OpenGov.Api.Assessments;

/// <summary>
/// Which assessment of a commitment is the one that it shows: of those that are not the government's, the newest. A date that is not
/// known is the oldest, and of one day the greater id is the newer.
/// </summary>
internal static class Independent
{
    /// <summary>The one voice that is not independent: it carries the plan out.</summary>
    public const string Government = "government";

    /// <summary>
    /// SQL for whose code a commitment <c>c</c> shows; null where it shows none. The statement is completed (<see cref="Lists.Where"/>).
    /// </summary>
    public static string VoiceOf(string aspect, string field) =>
        $$"""
            CASE WHEN c.{{field}} IS NOT NULL
                                  THEN (SELECT a.voice FROM assessments a
                                         WHERE a.commitment_id = c.id AND a.aspect = '{{aspect}}' AND a.voice <> '{{Government}}'
                                         ORDER BY a.assessed_on DESC, a.id{ordinal} DESC {first}) END
            """;

    /// <summary>The same among assessments of one commitment and one aspect that have been read; null when there is none.</summary>
    public static IReadOnlyDictionary<string, object?>? Newest(IEnumerable<IReadOnlyDictionary<string, object?>> assessments) =>
        assessments
            .Where(one => one["voice"] is not Government)
            .OrderByDescending(one => one["assessed_on"] as DateOnly? ?? DateOnly.MinValue)
            .ThenByDescending(one => (string)one["id"]!, StringComparer.Ordinal)
            .FirstOrDefault();
}
