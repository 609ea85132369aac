using OpenGov.Api.Records;

namespace OpenGov.Api.Organizations;

/// <summary>What a good organisation is.</summary>
internal sealed class OrganizationRules : IRecordRules
{
    public string Table => "organizations";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        if (RecordDates.OutOfOrder(record, "existed_from", "existed_until") is { } order)
        {
            yield return order;
        }
    }
}
