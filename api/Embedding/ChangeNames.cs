using System.Text.Json;
using OpenGov.Api.Changes;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding;

/// <summary>What the records are called that changes are of: as they say or, where the change says nothing of it, as they are now.</summary>
internal sealed class ChangeNames(ReadSession session)
{
    /// <summary>The name of the record of each change, by the id of the change; its own id where it has no name.</summary>
    public async Task<IReadOnlyDictionary<string, Spoken>> OfAsync(
        WidgetRequest widget,
        IReadOnlyList<Change> changes,
        CancellationToken cancellationToken
    )
    {
        var named = new Dictionary<string, Spoken>();
        foreach (var group in changes.GroupBy(change => change.RecordType))
        {
            var fields = Schema.Current.Find(group.Key) is { } table
                ? Fields(widget).Where(field => table.ByName.ContainsKey(field.Name)).ToList()
                : [];
            var unnamed = new List<Change>();
            foreach (var change in group)
            {
                var values = change.After ?? change.Before;
                if (
                    Name(
                        fields,
                        field => values?.GetValueOrDefault(field) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null
                    ) is
                    { } name
                )
                {
                    named[change.Id] = name;
                }
                else
                {
                    unnamed.Add(change);
                }
            }

            var now = fields.Count == 0 ? [] : await NowAsync(group.Key, fields, unnamed, cancellationToken);
            foreach (var change in unnamed)
            {
                named[change.Id] = now.GetValueOrDefault(change.RecordId) ?? widget.Say(change.RecordId);
            }
        }

        return named;
    }

    /// <summary>Fields that name a record, in the language of the reader first.</summary>
    private static IEnumerable<(string Name, string Language)> Fields(WidgetRequest widget)
    {
        string[] languages = widget.Language == "en" ? ["en", "es"] : ["es", "en"];
        return languages.SelectMany(language =>
            ((string[])["title", "name", "label"])
                .Select(name => ($"{name}_{language}", language))
                .Concat([("name", "es"), ("title", "es")])
        );
    }

    private static Spoken? Name(IEnumerable<(string Name, string Language)> fields, Func<string, string?> value) =>
        fields
            .Select(field => value(field.Name) is { Length: > 0 } text ? new Spoken(text, field.Language) : null)
            .FirstOrDefault(name => name is not null);

    private async Task<Dictionary<string, Spoken?>> NowAsync(
        string table,
        List<(string Name, string Language)> fields,
        List<Change> changes,
        CancellationToken cancellationToken
    )
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var where = new Where(session.Dialect);
        where.And(where.In("r.id", [.. changes.Select(change => change.RecordId).Distinct()]));
        var columns = string.Join(", ", fields.Select(field => $"r.{field.Name}").Distinct());
        var rows = await session.QueryAsync<dynamic>(
            $"SELECT r.id, {columns} FROM {table} r {where.Sql}",
            where.Parameters,
            cancellationToken
        );
        return rows.Cast<IDictionary<string, object?>>()
            .ToDictionary(row => (string)row["id"]!, row => Name(fields, field => row[field] as string));
    }
}
