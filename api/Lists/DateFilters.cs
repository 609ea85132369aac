using System.Globalization;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>A bound on dates: the value itself is within.</summary>
public sealed record DateFilter(string Name, string Column, string Comparison, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string TakesEs => "una fecha como 2026-06-30";

    /// <inheritdoc />
    public override string CodeOf(string given) => ErrorCodes.NotADate;

    /// <inheritdoc />
    public override string ValueFormat => "date";

    /// <inheritdoc />
    public override bool TakesSeveral => false;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given;
        problem = DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? ""
            : $"'{given}' is not a date. Write it as 2026-06-30.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.And($"{Column} {Comparison} {where.Value(values[0])}");
}

/// <summary>A date that a condition speaks of.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Condition">The condition, with {0} for the date.</param>
/// <param name="Description">What it does.</param>
public sealed record ExistsSinceFilter(string Name, string Condition, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string TakesEs => "una fecha como 2026-06-30";

    /// <inheritdoc />
    public override string CodeOf(string given) => ErrorCodes.NotADate;

    private readonly DateFilter date = new(Name, "", ">=", Description);

    /// <inheritdoc />
    public override string ValueFormat => "date";

    /// <inheritdoc />
    public override bool TakesSeveral => false;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem) => date.TryRead(given, out value, out problem);

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.And(string.Format(CultureInfo.InvariantCulture, Condition, where.Value(values[0])));
}

/// <summary>The six months that end with a date, which a condition speaks of.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Condition">The condition, with {0} for the first day and {1} for the last.</param>
/// <param name="Description">What it does.</param>
public sealed record SixMonthsFilter(string Name, string Condition, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string TakesEs => "una fecha como 2026-06-30";

    /// <inheritdoc />
    public override string CodeOf(string given) => ErrorCodes.NotADate;

    private readonly DateFilter date = new(Name, "", "<=", Description);

    /// <inheritdoc />
    public override string ValueFormat => "date";

    /// <inheritdoc />
    public override bool TakesSeveral => false;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem) => date.TryRead(given, out value, out problem);

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session)
    {
        var last = DateOnly.ParseExact(values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var first = where.Value(TypeHandlers.Format(ListQueries.SixMonthsBefore(last)));
        where.And(string.Format(CultureInfo.InvariantCulture, Condition, first, where.Value(values[0])));
    }
}

/// <summary>A lower bound on instants: a date or an instant, itself within.</summary>
public sealed record SinceFilter(string Name, string Column, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string TakesEs => "una fecha o un instante, como 2026-01-31 o 2026-01-31T18:00:00Z";

    /// <inheritdoc />
    public override string CodeOf(string given) => ErrorCodes.NotADate;

    /// <inheritdoc />
    public override bool TakesSeveral => false;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        var isInstant =
            DateTimeOffset.TryParse(
                given,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var instant
            )
            && given.Length >= 10
            && given[4] == '-';
        value = isInstant ? TypeHandlers.Format(instant) : given;
        problem = isInstant ? "" : $"'{given}' is neither a date nor an instant. Write 2026-01-31 or 2026-01-31T18:00:00Z.";
        return isInstant;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.And($"{Column} >= {where.Value(values[0])}");
}
