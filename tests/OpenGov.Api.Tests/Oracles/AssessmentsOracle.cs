namespace OpenGov.Api.Tests.Oracles;

/// <summary>
/// Which assessment a commitment shows of an aspect: the newest of those that are not the government's; a date that is unknown is the
/// oldest, and of one day the greater id is the newer.
/// </summary>
internal static class AssessmentsOracle
{
    /// <summary>Each aspect of a commitment with the field that shows it.</summary>
    public static IReadOnlyList<(string Aspect, string Field)> Shown { get; } =
    [
        ("completion", "completion"),
        ("verifiable", "verifiable"),
        ("relevance", "relevant"),
        ("ambition", "ambition"),
        ("early_results", "early_results"),
    ];

    /// <summary>The assessment that a commitment shows; null when there is none.</summary>
    public static Row? Of(string commitment, string aspect, Day day)
    {
        Row? newest = null;
        foreach (var row in day.All("assessments"))
        {
            if (row.Text("commitment_id") != commitment || row.Text("aspect") != aspect || row.Text("voice") == "government")
            {
                continue;
            }

            if (newest is null || IsNewer(row, newest))
            {
                newest = row;
            }
        }

        return newest;
    }

    /// <summary>The commitment with the codes that are said of it.</summary>
    public static Row Showing(Row commitment, Day day)
    {
        var values = new Dictionary<string, object?>(commitment.Values);
        foreach (var (aspect, field) in Shown)
        {
            var code = Of(commitment.Id, aspect, day)?.Text("code");
            values[field] = aspect is "verifiable" or "relevance" && code is not null ? code == "true" : code;
        }

        return commitment.With(values);
    }

    /// <summary>Whether a commitment shows what is said of it.</summary>
    public static bool IsTrue(Row commitment, Day day)
    {
        var showing = Showing(commitment, day);
        return Shown.All(one => Equals(commitment.Values[one.Field], showing.Values[one.Field]));
    }

    private static bool IsNewer(Row row, Row than) =>
        (row.Date("assessed_on"), than.Date("assessed_on")) switch
        {
            (null, not null) => false,
            (not null, null) => true,
            ({ } one, { } other) when one != other => one > other,
            _ => string.CompareOrdinal(row.Id, than.Id) > 0,
        };
}
