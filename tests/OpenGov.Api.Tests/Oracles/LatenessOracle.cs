namespace OpenGov.Api.Tests.Oracles;

/// <summary>When what has a date is late.</summary>
internal static class LatenessOracle
{
    /// <summary>Whether the last day of what is known of a date lies before today; null when there is no date.</summary>
    public static bool? HasPassed(DateOnly? date, string? precision, DateOnly today)
    {
        if (date is not { } first)
        {
            return null;
        }

        var last = first;
        while (precision == "month" && last.AddDays(1).Month == first.Month || precision == "year" && last.AddDays(1).Year == first.Year)
        {
            last = last.AddDays(1);
        }

        return last < today;
    }

    /// <summary>Whether a commitment is past due and not finished; null when that cannot be told.</summary>
    public static bool? Overdue(Row commitment, DateOnly today)
    {
        var passed = HasPassed(commitment.Date("due_date"), commitment.Text("due_date_precision"), today);
        if (passed is not true)
        {
            return passed;
        }

        return commitment.Text("status") switch
        {
            null => null,
            "completed" or "verified" => false,
            _ => true,
        };
    }
}
