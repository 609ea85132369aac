using OpenGov.Api.Records;

namespace OpenGov.Api.Dialogues;

/// <summary>What a good proposal is.</summary>
internal sealed class ProposalRules : IRecordRules
{
    public string Table => "proposals";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        if (RecordDates.OutOfOrder(record, "proposed_on", "response_due_date") is { } due)
        {
            yield return due;
        }

        if (RecordDates.OutOfOrder(record, "proposed_on", "responded_on") is { } order)
        {
            yield return order;
        }
    }
}
