using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Assessments;

/// <summary>A half-year, such as <c>2026-H1</c>.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Column">The column of the half-year.</param>
/// <param name="Description">What it does.</param>
internal sealed record PeriodFilter(string Name, string Column, string Description) : Filter(Name, Description)
{
    /// <inheritdoc />
    public override string TakesEs => "un semestre, como 2026-H1";

    /// <inheritdoc />
    public override GroupKey Key => new(Column);

    /// <inheritdoc />
    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given == NoData ? given : given.ToUpperInvariant();
        problem =
            value == NoData || HalfYears.Days(value) is not null ? "" : $"'{given}' is not a half-year. Write it as 2026-H1 or 2026-H2.";
        return problem.Length == 0;
    }

    /// <inheritdoc />
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => Among(Column, values, where);
}
