using OpenGov.Api.Records;

namespace OpenGov.Api.Metrics;

/// <summary>What a good value of the metric is.</summary>
internal sealed class MetricValueRules : IRecordRules
{
    public string Table => "metric_values";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        if (record["scope"] is "state" && record["state_id"] is null)
        {
            yield return new(ErrorCodes.Contradiction, "A value of a state says of which.")
            {
                Field = "state_id",
                DetailEs = "Un valor de un estado dice de cuál.",
            };
        }

        if (record["scope"] is string scope and not "state" && record["state_id"] is string state)
        {
            yield return new(ErrorCodes.Contradiction, $"A value of the scope {scope} is of no state.")
            {
                Field = "state_id",
                Value = state,
                DetailEs = $"Un valor del alcance {scope} no es de un estado.",
            };
        }
    }
}
