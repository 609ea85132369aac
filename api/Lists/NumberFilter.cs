using System.Globalization;
using OpenGov.Api.Database;

namespace OpenGov.Api.Lists;

/// <summary>A whole number.</summary>
public sealed record NumberFilter(string Name, string Column, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string ValueType => "integer";

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
