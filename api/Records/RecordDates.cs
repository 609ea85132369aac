namespace OpenGov.Api.Records;

/// <summary>Dates of a record beside one another. A date that is known to the month or year stands for all of its days.</summary>
internal static class RecordDates
{
    /// <summary>The error when what must come later is certainly earlier; null when it is not, or when one is unknown.</summary>
    public static RecordError? OutOfOrder(IReadOnlyDictionary<string, object?> record, string earlier, string later)
    {
        if (record[earlier] is not DateOnly first || record[later] is not DateOnly second || LastDay(record, later) >= first)
        {
            return null;
        }

        return new RecordError(ErrorCodes.WrongOrder, $"{later} is {second:yyyy-MM-dd}, before {earlier}, {first:yyyy-MM-dd}.")
        {
            Field = later,
            Value = second.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            DetailEs = $"«{later}» es {second:yyyy-MM-dd}, antes de «{earlier}», {first:yyyy-MM-dd}.",
        };
    }

    /// <summary>So many days after a day; the last day that there is where that would be beyond it.</summary>
    public static DateOnly After(DateOnly day, int days) =>
        days > DateOnly.MaxValue.DayNumber - day.DayNumber ? DateOnly.MaxValue : day.AddDays(days);

    /// <summary>The last day of what a date may mean.</summary>
    public static DateOnly LastDay(DateOnly date, string? precision) =>
        precision switch
        {
            "month" => new DateOnly(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month)),
            "year" => new DateOnly(date.Year, 12, 31),
            _ => date,
        };

    /// <summary>The last day that a date of a record may mean; null when none is known.</summary>
    public static DateOnly? LastDay(IReadOnlyDictionary<string, object?> record, string field) =>
        record[field] is DateOnly date ? LastDay(date, record.GetValueOrDefault($"{field}_precision") as string) : null;
}
