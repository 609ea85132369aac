namespace OpenGov.Api.Tests.Oracles;

/// <summary>How far a commitment has come.</summary>
internal static class ProgressOracle
{
    public static int? Of(Row commitment, Day day)
    {
        if (IsFinished(commitment))
        {
            return 100;
        }

        var known = new List<decimal>();
        foreach (var milestone in day.All("milestones"))
        {
            if (milestone.Text("commitment_id") != commitment.Id)
            {
                continue;
            }

            if (IsFinished(milestone))
            {
                known.Add(100);
            }
            else if (milestone.Whole("progress_percent") is { } percent)
            {
                known.Add(percent);
            }
        }

        return known.Count > 0 ? (int)Math.Round(known.Sum() / known.Count, 0, MidpointRounding.AwayFromZero)
            : commitment.Text("status") == "not_started" ? 0
            : null;
    }

    public static bool IsFinished(Row row) => row.Text("status") is "completed" or "verified";
}
