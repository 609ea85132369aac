using OpenGov.Api.Records;

namespace OpenGov.Api.Secretariats;

/// <summary>What a good secretariat is.</summary>
internal sealed class SecretariatRules : IRecordRules
{
    public string Table => "secretariats";

    public IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        // A state has one, and its address is the state's.
        if (record["id"] is string id && record["state_id"] is string state && id != $"{state}-STL")
        {
            yield return new(ErrorCodes.Contradiction, $"The secretariat of {state} is {state}-STL.")
            {
                Field = "id",
                Value = RecordError.Shown(id),
                Nearest = $"{state}-STL",
                DetailEs = $"El secretariado de {state} es {state}-STL.",
            };
        }
    }
}
