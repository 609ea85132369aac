namespace OpenGov.Api.Records;

/// <summary>What a schema of types and codes cannot say of a row.</summary>
internal static class RowRules
{
    /// <summary>The rules that a row breaks, each with the field at fault.</summary>
    public static IEnumerable<(string Field, string Message)> Broken(Table table, IReadOnlyDictionary<string, object?> row)
    {
        foreach (var field in table.Fields.Where(field => field.Type == "date"))
        {
            var precision = $"{field.Name}_precision";
            if (table.ByName.ContainsKey(precision) && row[field.Name] is null != row[precision] is null)
            {
                yield return (precision, $"A date and its precision come together: fill both {field.Name} and {precision}, or neither.");
            }
        }

        if (row["id"] is string id && RecordId.Canonical(table.Name, id) is var canonical && canonical != id)
        {
            yield return ("id", $"Ids of {table.Name} are written {canonical}, so that an address in any case finds them.");
        }

        if (table.ByName.ContainsKey("confidence") && row["confidence"] is "inferred" && (row["note_es"] is null || row["note_en"] is null))
        {
            yield return ("note_es", "What was inferred needs a note, in both languages, that says from what.");
        }

        if (table.ByName.ContainsKey("end_date") && row["start_date"] is DateOnly start && row["end_date"] is DateOnly end && end < start)
        {
            yield return ("end_date", $"It ends on {end:yyyy-MM-dd}, before it starts on {start:yyyy-MM-dd}.");
        }
    }
}
