namespace OpenGov.Api.Records;

/// <summary>What is true of every record, whatever its resource.</summary>
internal static class EveryRecord
{
    /// <summary>What the record breaks.</summary>
    public static IEnumerable<RecordError> Broken(Table table, IReadOnlyDictionary<string, object?> record)
    {
        foreach (var field in table.Fields.Where(field => field.Type == "date"))
        {
            var precision = $"{field.Name}_precision";
            if (table.ByName.ContainsKey(precision) && record[field.Name] is null != record[precision] is null)
            {
                var detail = $"A date and its precision come together: fill both {field.Name} and {precision}, or neither.";
                yield return new(ErrorCodes.PrecisionMissing, detail) { Field = precision };
            }
        }

        if (record["id"] is string id && RecordId.Canonical(table.Name, id) is var canonical && canonical != id)
        {
            var detail = $"Ids of {table.Name} are written {canonical}, so that an address in any case finds them.";
            yield return new(ErrorCodes.NotCanonical, detail)
            {
                Field = "id",
                Value = RecordError.Shown(id),
                Nearest = canonical,
            };
        }

        if (
            table.ByName.ContainsKey("confidence")
            && record["confidence"] is "inferred"
            && (record["note_es"] is null || record["note_en"] is null)
        )
        {
            const string Detail = "What was inferred needs a note, in both languages, that says from what.";
            yield return new(ErrorCodes.NoteMissing, Detail) { Field = record["note_es"] is null ? "note_es" : "note_en" };
        }

        if (table.ByName.ContainsKey("end_date") && RecordDates.OutOfOrder(record, "start_date", "end_date") is { } error)
        {
            yield return error;
        }
    }
}
