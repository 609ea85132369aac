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

        var (sum, weights) = (0m, 0m);
        foreach (var milestone in day.All("milestones"))
        {
            if (milestone.Text("commitment_id") != commitment.Id)
            {
                continue;
            }

            var known =
                IsFinished(milestone) ? 100
                : milestone.Whole("progress_percent") is { } said ? said
                : milestone.Text("status") == "not_started" ? 0
                : (long?)null;
            if (known is { } percent)
            {
                var weight = milestone.Whole("weight") ?? 1;
                sum += weight * percent;
                weights += weight;
            }
        }

        return weights > 0 ? (int)Math.Round(sum / weights, 0, MidpointRounding.AwayFromZero)
            : commitment.Text("status") == "not_started" ? 0
            : null;
    }

    public static bool IsFinished(Row row) => row.Text("status") is "completed" or "verified";
}
