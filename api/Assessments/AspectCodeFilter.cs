using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Assessments;

/// <summary>A code of any aspect. Some are codes of two: <c>moderate</c> of ambition and of early results.</summary>
internal sealed record AspectCodeFilter(string Name, string Column, string Description) : Filter(Name, Description)
{
    public override IReadOnlyList<string> Codes { get; } = [.. Aspect.All.SelectMany(aspect => aspect.Codes).Distinct(), NoData];

    public override GroupKey Key => new(Column);

    public override string CodesName => "assessment_code_or_no_data";

    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given.ToLowerInvariant();
        problem = Codes.Contains(value) ? "" : $"'{given}' is not a code of any aspect.";
        return problem.Length == 0;
    }

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => Among(Column, values, where);
}
