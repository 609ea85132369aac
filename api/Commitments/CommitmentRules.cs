using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>What a good commitment is.</summary>
internal sealed class CommitmentRules : IRecordRules
{
    public string Table => "commitments";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        if (RecordDates.OutOfOrder(record, "start_date", "due_date") is { } order)
        {
            yield return order;
        }

        foreach (var wrong in TitleOrigins.Broken(record))
        {
            yield return wrong;
        }
    }
}
