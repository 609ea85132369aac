using System.Globalization;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>A whole number.</summary>
public sealed record NumberFilter(string Name, string Column, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string TakesEs => "un número entero";

    /// <inheritdoc />
    public override string CodeOf(string given) => ErrorCodes.NotAnInteger;

    /// <inheritdoc />
    public override string ValueType => "integer";

    /// <inheritdoc />
    public override GroupKey Key => new($"CAST({Column} AS NVARCHAR(10))");

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given;
        problem = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? "" : $"'{given}' is not a whole number.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.Any(values.Select(value => $"{Column} = {where.Value(int.Parse(value, CultureInfo.InvariantCulture))}"));
}

/// <summary>A bound on numbers: the value itself is within.</summary>
public sealed record BoundFilter(string Name, string Column, string Comparison, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string TakesEs => "un número como 0.5, con seis cifras tras el punto cuando más";

    /// <inheritdoc />
    public override string CodeOf(string given) => IsNumber(given, out _) ? ErrorCodes.TooPrecise : ErrorCodes.NotANumber;

    /// <inheritdoc />
    public override string ValueType => "number";

    /// <inheritdoc />
    public override bool TakesSeveral => false;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given;
        problem =
            IsNumber(given, out var number) && Numbers.IsKept(number)
                ? ""
                : $"'{given}' is not a number. Write it as 0.5, with at most six digits behind the point.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.And($"{Column} {Comparison} {where.Value(decimal.Parse(values[0], CultureInfo.InvariantCulture))}");

    private static bool IsNumber(string given, out decimal number) =>
        decimal.TryParse(given, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
