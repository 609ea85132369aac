using System.Globalization;
using OpenGov.Api.Database;

namespace OpenGov.Api.Lists;

/// <summary>The INEGI code of a municipality: five digits, of which the first two are its state's.</summary>
/// <param name="Inside">The condition that a part of the record is of one of them, with {0} for their codes; null for none.</param>
/// <param name="Column">The column that holds the code of the record itself.</param>
/// <param name="Description">What it does.</param>
public sealed record MunicipalityFilter(string? Inside, string Column, string Description) : Filter("municipality", Description)
{
    /// <inheritdoc />
    public override string TakesEs => "la clave del INEGI de un municipio, de cinco cifras, como 10005";

    /// <summary>What is inside several municipalities is a group of none.</summary>
    public override GroupKey? Key => Inside is null ? new(Column) : null;

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given;
        problem =
            value == NoData || (value.Length == 5 && value.All(char.IsAsciiDigit))
                ? ""
                : $"'{given}' is not the INEGI code of a municipality. It has five digits, such as 10005.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session)
    {
        var alternatives = new List<string>();
        var codes = values.Where(value => value != NoData).ToList();
        if (codes.Count > 0)
        {
            alternatives.Add(where.In(Column, codes));
            if (Inside is not null)
            {
                alternatives.Add(string.Format(CultureInfo.InvariantCulture, Inside, string.Join(", ", codes.Select(where.Value))));
            }
        }

        if (codes.Count < values.Count)
        {
            alternatives.Add($"{Column} IS NULL");
        }

        where.Any(alternatives);
    }
}
