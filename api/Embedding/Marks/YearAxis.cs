namespace OpenGov.Api.Embedding.Marks;

/// <summary>Whole years that hold all dates of a drawing, as the dashboard lays them out (<c>axis.ts</c>).</summary>
internal sealed class YearAxis
{
    private readonly DateOnly from;
    private readonly DateOnly to;

    private YearAxis(int first, int last) => (from, to) = (new DateOnly(first, 1, 1), new DateOnly(last, 1, 1));

    /// <summary>The first of January of each, the last of them the end.</summary>
    public IEnumerable<int> Years => Enumerable.Range(from.Year, to.Year - from.Year + 1);

    /// <summary>The axis of some dates.</summary>
    public static YearAxis Of(IEnumerable<DateOnly> dates)
    {
        var years = dates.Select(date => date.Year).ToList();
        return new YearAxis(years.Min(), years.Max() + 1);
    }

    /// <summary>Where a day lies between both ends, of 1.</summary>
    public decimal At(DateOnly day) => (decimal)(day.DayNumber - from.DayNumber) / (to.DayNumber - from.DayNumber);
}
