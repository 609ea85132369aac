namespace OpenGov.Api.Records;

/// <summary>What is true of every record, whatever its resource.</summary>
internal static class EveryRecord
{
    /// <summary>Fields that name fields of their own record.</summary>
    private static readonly string[] FieldsOfItself = ["inferred_fields", "presentation_fields"];

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
                DetailEs =
                    $"Los identificadores de {table.Name} se escriben {canonical}, para que una dirección los halle en cualquier forma.",
            };
        }

        if (
            table.ByName.ContainsKey("confidence")
            && (record["confidence"] is "inferred" or "disputed" || record.GetValueOrDefault("inferred_fields") is string)
            && (record["note_es"] is null || record["note_en"] is null)
        )
        {
            const string Detail = "What was inferred or is disputed needs a note, in both languages, that says from what, or by whom.";
            yield return new(ErrorCodes.NoteMissing, Detail)
            {
                Field = record["note_es"] is null ? "note_es" : "note_en",
                DetailEs = "Lo inferido o disputado lleva una nota, en ambos idiomas, que dice de qué se infiere o quién lo disputa.",
            };
        }

        foreach (var unnamed in FieldsOfItself.SelectMany(field => Unnamed(table, record, field)))
        {
            yield return unnamed;
        }

        if (table.ByName.ContainsKey("end_date") && RecordDates.OutOfOrder(record, "start_date", "end_date") is { } error)
        {
            yield return error;
        }
    }

    /// <summary>What is said of a field is said of one that the table has and the record fills.</summary>
    private static IEnumerable<RecordError> Unnamed(Table table, IReadOnlyDictionary<string, object?> record, string list)
    {
        foreach (var name in (record.GetValueOrDefault(list) as string)?.Split('|') ?? [])
        {
            if (!table.ByName.ContainsKey(name))
            {
                var nearest = Suggestion.Nearest(name, [.. table.Fields.Select(field => field.Name)]);
                var detail = $"“{RecordError.Shown(name)}” is no field of {table.Name}.{Suggestion.Sentence(nearest)}";
                yield return new(ErrorCodes.UnknownCode, detail)
                {
                    Field = list,
                    Value = RecordError.Shown(name),
                    Nearest = nearest,
                };
            }
            else if (record[name] is null)
            {
                yield return new(ErrorCodes.Contradiction, $"{name} is empty, so nothing can be said of where it comes from.")
                {
                    Field = list,
                    Value = name,
                    DetailEs = $"«{name}» está vacío, así que no se puede decir de dónde viene.",
                };
            }
        }
    }
}
