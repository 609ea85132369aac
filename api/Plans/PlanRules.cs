using OpenGov.Api.Records;

namespace OpenGov.Api.Plans;

/// <summary>What a good plan is.</summary>
internal sealed class PlanRules : IRecordRules
{
    public string Table => "plans";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        if (record["level"] is "local" && record["state_id"] is null)
        {
            yield return new(ErrorCodes.Contradiction, "A local plan says of which state it is.") { Field = "state_id" };
        }

        if (record["level"] is "national" && record["state_id"] is string state)
        {
            yield return new(ErrorCodes.Contradiction, "A national plan is of no state.") { Field = "state_id", Value = state };
        }

        var (scope, municipality) = (record["scope"] as string, record["municipality"] as string);
        if (record["level"] is "local" && scope is null)
        {
            yield return new(ErrorCodes.Contradiction, "A local plan says whether it is of the state or of a municipality.")
            {
                Field = "scope",
                Allowed = Vocabulary.Codes("plan_scope"),
            };
        }

        if (record["level"] is "national" && scope is not null)
        {
            yield return new(ErrorCodes.Contradiction, "A national plan has no local scope.") { Field = "scope", Value = scope };
        }

        if (municipality is not null && scope != "municipality")
        {
            yield return new(ErrorCodes.Contradiction, "Only a plan whose scope is municipality is of a municipality.")
            {
                Field = "municipality",
                Value = RecordError.Shown(municipality),
            };
        }
    }
}
