using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>What a good indicator is.</summary>
internal sealed class IndicatorRules : IRecordRules
{
    public string Table => "indicators";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        if (RecordDates.OutOfOrder(record, "baseline_date", "target_date") is { } order)
        {
            yield return order;
        }
    }
}
