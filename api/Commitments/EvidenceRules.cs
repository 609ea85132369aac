using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>What a good item of evidence is.</summary>
internal sealed class EvidenceRules : IRecordRules
{
    public string Table => "evidence";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        string[] file = ["file_name", "file_type", "file_bytes", "file_sha256"];
        if (file.Select(name => record[name] is null).Distinct().Count() > 1)
        {
            const string Detail = "A file has a name, a type, a size and a SHA-256: fill all four, or none.";
            yield return new(ErrorCodes.Contradiction, Detail)
            {
                Field = file.First(name => record[name] is null),
                DetailEs = "Un archivo tiene nombre, tipo, tamaño y SHA-256: llene los cuatro, o ninguno.",
            };
        }

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
