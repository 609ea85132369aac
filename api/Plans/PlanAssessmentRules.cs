using OpenGov.Api.Records;

namespace OpenGov.Api.Plans;

/// <summary>What a good assessment of a plan is.</summary>
internal sealed class PlanAssessmentRules : IRecordRules
{
    public string Table => "plan_assessments";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        if (record["unit"] is "commitments" && record["value"] is decimal value && record["out_of"] is long all && value > all)
        {
            yield return new(ErrorCodes.TooLarge, $"{Database.Numbers.Format(value)} commitments cannot be of {all}.")
            {
                Field = "value",
                Value = Database.Numbers.Format(value),
            };
        }
    }
}
