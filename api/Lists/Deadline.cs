namespace OpenGov.Api.Lists;

/// <summary>When a date has passed that may be known to the month or the year only: when its day, its month or its year has.</summary>
internal static class Deadline
{
    /// <summary>The condition that a date has passed; it is never true of a date that is not known.</summary>
    /// <param name="date">The column of the date; of a month or a year its first day.</param>
    /// <param name="precision">The column that says how exactly it is known.</param>
    public static string Passed(string date, string precision) =>
        $"{date} < CASE {precision} WHEN 'year' THEN @ThisYear WHEN 'month' THEN @ThisMonth ELSE @Today END";

    /// <summary>The same on a day of its own: the condition that a date had passed by then.</summary>
    /// <param name="date">The column of the date.</param>
    /// <param name="precision">The column that says how exactly it is known.</param>
    /// <param name="day">The day, as an expression.</param>
    public static string PassedBy(string date, string precision, string day)
    {
        var text = $"CAST({day} AS NVARCHAR(10))";
        return $"{date} < CASE {precision} WHEN 'year' THEN CONCAT(SUBSTRING({text}, 1, 4), '-01-01') "
            + $"WHEN 'month' THEN CONCAT(SUBSTRING({text}, 1, 7), '-01') ELSE {text} END";
    }

    /// <summary>A filter by whether the date has passed.</summary>
    public static FlagFilter Filter(string name, string date, string precision, string description) =>
        new(name, Passed(date, precision), $"NOT {Passed(date, precision)}", $"{date} IS NULL", description);
}
