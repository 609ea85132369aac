using OpenGov.Api.Records;

namespace OpenGov.Api.Metrics;

/// <summary>What a good edition of the metric is.</summary>
internal sealed class MetricEditionRules : IRecordRules
{
    public string Table => "metric_editions";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        if (record["scale_min"] is decimal least && record["scale_max"] is decimal most && least >= most)
        {
            yield return new(ErrorCodes.WrongOrder, "The scale begins where it ends or after that.")
            {
                Field = "scale_max",
                Value = Database.Numbers.Format(most),
                DetailEs = "La escala empieza donde termina, o después.",
            };
        }
    }
}
