namespace OpenGov.Api.Records;

/// <summary>A record that has been checked: the only kind that <see cref="Recorder"/> writes.</summary>
public sealed class CheckedRecord
{
    internal CheckedRecord(Table table, IReadOnlyDictionary<string, object?> values) => (Table, Values) = (table, values);

    /// <summary>The table that it belongs to.</summary>
    public Table Table { get; }

    /// <summary>A value for each field of the table; null for unknown.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; }

    /// <summary>Its id.</summary>
    public string Id => (string)Values["id"]!;
}

/// <summary>
/// Checks a record once, wherever it comes from: each value against its field, the record against what is true of every
/// record, and against the rules of its resource. Whether the records that it names exist is for <see cref="Recorder"/>.
/// </summary>
public static class RecordChecker
{
    private static readonly ILookup<string, IRecordRules> OfResources = RecordRules.All.ToLookup(rules => rules.Table);

    /// <summary>The checked record, or what is wrong with it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">A value for each field of the table; null for unknown.</param>
    /// <param name="unread">What was wrong when the values were read; of those fields nothing more is said.</param>
    public static (CheckedRecord? Record, IReadOnlyList<RecordError> Errors) Check(
        Table table,
        IReadOnlyDictionary<string, object?> values,
        IReadOnlyList<RecordError>? unread = null
    )
    {
        var errors = new List<RecordError>(unread ?? []);
        foreach (var field in table.Fields)
        {
            if (!errors.Exists(error => error.Field == field.Name) && FieldRules.Broken(field, values[field.Name]) is { } error)
            {
                errors.Add(error with { Field = field.Name });
            }
        }

        // Of a field that is wrong already nothing more is said, nor of what it should come together with.
        var said = errors.Count == 0 ? null : errors.Select(error => error.Field).ToHashSet();
        errors.AddRange(
            EveryRecord
                .Broken(table, values)
                .Concat(OfResources[table.Name].SelectMany(rules => rules.Broken(values)))
                .Where(error =>
                    said is null
                    || !said.Contains(error.Field) && !said.Contains(error.Field?.Replace("_precision", "", StringComparison.Ordinal))
                )
        );
        return errors.Count == 0 ? (new CheckedRecord(table, values), errors) : (null, errors);
    }
}
