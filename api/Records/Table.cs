using System.Collections.Frozen;
using System.Text.Json;

namespace OpenGov.Api.Records;

/// <summary>A table: one CSV of the package, one table of the database.</summary>
/// <param name="Name">Name of the resource and of the table.</param>
/// <param name="Path">File of the resource inside the package.</param>
/// <param name="Fields">Columns, in the order of the CSV.</param>
/// <param name="UniqueKeys">Names of fields whose values together no two records have; a null among them is like no other.</param>
public sealed record Table(string Name, string Path, IReadOnlyList<Field> Fields, IReadOnlyList<IReadOnlyList<string>> UniqueKeys)
{
    private static readonly string[] SortedFields = ["name", "name_es", "name_en", "title_es", "title_en"];

    /// <summary>Columns by name.</summary>
    public FrozenDictionary<string, Field> ByName { get; } = Fields.ToFrozenDictionary(field => field.Name);

    /// <summary>Fields whose words <c>q</c> searches.</summary>
    public IReadOnlyList<Field> Searched { get; } = [.. Fields.Where(field => field.Searchable && field.Vocabulary is null)];

    /// <summary>Fields whose codes <c>q</c> finds by the words of their terms.</summary>
    public IReadOnlyList<Field> Tagged { get; } = [.. Fields.Where(field => field.Searchable && field.Vocabulary is not null)];

    /// <summary>Fields by which people sort alphabetically; each has a folded column <c>…_sort</c>.</summary>
    public IReadOnlyList<Field> Sorted { get; } = [.. Fields.Where(field => SortedFields.Contains(field.Name) && field.Searchable)];

    /// <summary>Columns of the table in the database: the package's, the derived ones, and the bookkeeping.</summary>
    public IReadOnlyList<string> Columns { get; } =
    [
        .. Fields.Select(field => field.Name),
        .. Fields.Where(field => SortedFields.Contains(field.Name) && field.Searchable).Select(field => $"{field.Name}_sort"),
        .. Fields.Any(field => field.Searchable && field.Vocabulary is null) ? (string[])["search_text"] : [],
        "version",
        "updated_at",
    ];

    internal static Table Read(JsonElement resource)
    {
        var schema = resource.GetProperty("schema");
        IReadOnlyList<Field> fields = [.. Foreign(schema)];
        return new(resource.GetProperty("name").GetString()!, resource.GetProperty("path").GetString()!, fields, Unique(schema, fields));
    }

    /// <summary>The unique fields that are not the id, each alone, and those that are unique together.</summary>
    private static List<IReadOnlyList<string>> Unique(JsonElement schema, IReadOnlyList<Field> fields)
    {
        var keys = fields.Where(field => field.Unique && field.Name != "id").Select(field => (IReadOnlyList<string>)[field.Name]).ToList();
        if (schema.TryGetProperty("uniqueKeys", out var together))
        {
            keys.AddRange(together.EnumerateArray().Select(key => (string[])[.. key.EnumerateArray().Select(name => name.GetString()!)]));
        }

        return keys;
    }

    private static IEnumerable<Field> Foreign(JsonElement schema)
    {
        var keys = new Dictionary<string, Reference>();
        if (schema.TryGetProperty("foreignKeys", out var foreignKeys))
        {
            foreach (var key in foreignKeys.EnumerateArray())
            {
                var reference = key.GetProperty("reference");
                keys[One(key.GetProperty("fields"))] = new Reference(
                    reference.GetProperty("resource").GetString()!,
                    One(reference.GetProperty("fields"))
                );
            }
        }

        foreach (var element in schema.GetProperty("fields").EnumerateArray())
        {
            var field = Field.Read(element);
            yield return keys.TryGetValue(field.Name, out var reference) ? field with { References = reference } : field;
        }
    }

    private static string One(JsonElement fields) => fields.ValueKind == JsonValueKind.Array ? fields[0].GetString()! : fields.GetString()!;
}

/// <summary>What a field refers to.</summary>
/// <param name="Table">The table.</param>
/// <param name="Field">Its field.</param>
public sealed record Reference(string Table, string Field);
