using OpenGov.Api.Records;

namespace OpenGov.Api.Dialogues;

/// <summary>What a good agreement is.</summary>
internal sealed class AgreementRules : IRecordRules
{
    public string Table => "agreements";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        if (record["fulfilled_on"] is not null && record["fulfilled"] is not true)
        {
            yield return new(ErrorCodes.Contradiction, "What has a day on which it was fulfilled is fulfilled.")
            {
                Field = "fulfilled",
                DetailEs = "Lo que tiene día de cumplimiento está cumplido: fulfilled es true.",
            };
        }
    }
}
