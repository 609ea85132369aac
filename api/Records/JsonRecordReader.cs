using System.Text.Json;

namespace OpenGov.Api.Records;

/// <summary>Reads a record from a JSON object, strictly: what is no field of the table is an error that names the nearest one.</summary>
public static class JsonRecordReader
{
    /// <summary>A value for each field of the table, null for those that the object lacks; and what is wrong.</summary>
    public static (IReadOnlyDictionary<string, object?> Values, IReadOnlyList<RecordError> Errors) Read(Table table, JsonElement json)
    {
        var values = table.Fields.ToDictionary(field => field.Name, _ => (object?)null);
        if (json.ValueKind != JsonValueKind.Object)
        {
            return (values, [new RecordError(ErrorCodes.WrongType, "A record is a JSON object.")]);
        }

        var errors = new List<RecordError>();
        var seen = new HashSet<string>();
        foreach (var member in json.EnumerateObject())
        {
            if (!table.ByName.TryGetValue(NameOf(member), out var field))
            {
                errors.Add(RecordError.UnknownField(table, NameOf(member)));
            }
            else if (!seen.Add(field.Name))
            {
                errors.Add(RecordError.DuplicateField(field.Name));
            }
            else
            {
                var (value, error) = FieldReader.FromJson(field, member.Value);
                values[field.Name] = value;
                if (error is not null)
                {
                    errors.Add(error with { Field = field.Name });
                }
            }
        }

        return (values, errors);
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
