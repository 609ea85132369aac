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
    }
}
