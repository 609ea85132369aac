using OpenGov.Api.Database;

namespace OpenGov.Api.Plans;

/// <summary>
/// The day on which the health of a plan <c>p</c> is judged, and how far it looks back. A closed plan is judged at its end, of a month or
/// a year the last day; any other today.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="SixMonthsBefore">183 days before.</param>
/// <param name="YearBefore">The same day of the year before.</param>
internal sealed record HealthDays(string Day, string SixMonthsBefore, string YearBefore)
{
    /// <summary>The condition that it is on record whether the plan goes on, or until when it did.</summary>
    public const string IsKnown = "(p.stage IS NOT NULL OR p.end_date IS NOT NULL)";

    /// <summary>The days in the words of an engine.</summary>
    public static HealthDays For(Dialect dialect)
    {
        var end = $"""
            CASE p.end_date_precision WHEN 'year' THEN CONCAT(SUBSTRING(CAST(p.end_date AS NVARCHAR(10)), 1, 4), '-12-31')
                      WHEN 'month' THEN {dialect.LastOfMonth("p.end_date")} ELSE p.end_date END
            """;

        // Before the first year there is no date to look back to.
        var isOver = $"p.stage = 'closed' AND p.end_date >= '0003-01-01' AND p.end_date <= @Today AND {end} < @Today";
        return new(
            $"CASE WHEN {isOver} THEN {end} ELSE @Today END",
            $"CASE WHEN {isOver} THEN {dialect.DaysBefore(end, 183)} ELSE @SixMonthsAgo END",
            $"CASE WHEN {isOver} THEN {dialect.YearBefore(end)} ELSE @YearAgo END"
        );
    }

    /// <summary>The same day for a plan that is at hand.</summary>
    public static DateOnly Of(string? stage, DateOnly? endDate, string? precision, DateOnly today)
    {
        if (stage != "closed" || endDate is not { } date || date.Year < 3)
        {
            return today;
        }

        var last = precision switch
        {
            "year" => new DateOnly(date.Year, 12, 31),
            "month" => new DateOnly(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month)),
            _ => date,
        };
        return last < today ? last : today;
    }
}
