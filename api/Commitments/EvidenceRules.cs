using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>What a good item of evidence is.</summary>
internal sealed class EvidenceRules : IRecordRules
{
    public string Table => "evidence";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        if (
            record["commitment_id"] is string commitment
            && record["milestone_id"] is string milestone
            && !milestone.StartsWith($"{commitment}-", StringComparison.Ordinal)
        )
        {
            var detail = $"{RecordError.Shown(milestone)} is no milestone of {RecordError.Shown(commitment)}.";
            yield return new(ErrorCodes.Contradiction, detail) { Field = "milestone_id", Value = RecordError.Shown(milestone) };
        }
    }
}
