using OpenGov.Api.Database;

namespace OpenGov.Api.Lists;

/// <summary>A year of four digits.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Column">The year as text in SQL; null for no data.</param>
/// <param name="Description">What it does.</param>
public sealed record YearFilter(string Name, string Column, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string TakesEs => "un año de cuatro cifras, como 2019";

    /// <inheritdoc />
    public override GroupKey Key => new(Column);

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given.ToLowerInvariant();
        problem =
            value == NoData || (given.Length == 4 && given.All(char.IsAsciiDigit)) ? "" : $"'{given}' is not a year. Write it as 2019.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => Among(Column, values, where);
}
