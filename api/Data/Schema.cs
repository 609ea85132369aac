using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Data;

/// <summary>
/// The tables of the product as <c>datapackage.json</c> describes them: the one description that import,
/// export, validation and the database share.
/// </summary>
public sealed class Schema
{
    private Schema(IReadOnlyList<Table> tables)
    {
        Tables = tables;
        ByName = tables.ToFrozenDictionary(table => table.Name);
    }

    /// <summary>Tables in an order in which parents come before the rows that refer to them.</summary>
    public IReadOnlyList<Table> Tables { get; }

    private FrozenDictionary<string, Table> ByName { get; }

    /// <summary>The folder of the shipped data package.</summary>
    public static string ShippedPackage { get; } = Path.Combine(AppContext.BaseDirectory, "Data", "Package");

    /// <summary>The schema of this version of the product.</summary>
    public static Schema Current { get; } = Load(Path.Combine(ShippedPackage, "datapackage.json"));

    /// <summary>The table of that name.</summary>
    public Table this[string name] => ByName[name];

    /// <summary>The table of that name, or null.</summary>
    public Table? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Reads a schema.</summary>
    internal static Schema Load(string path)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(path));
        var tables = package.RootElement.GetProperty("resources").EnumerateArray().Select(Table.Read).ToList();
        return new Schema(ParentsFirst(tables));
    }

    private static List<Table> ParentsFirst(List<Table> tables)
    {
        var ordered = new List<Table>(tables.Count);
        void Place(Table table)
        {
            if (ordered.Contains(table))
            {
                return;
            }

            foreach (var parent in table.Fields.Select(field => field.References?.Table).OfType<string>().Where(name => name != table.Name))
            {
                Place(tables.Single(candidate => candidate.Name == parent));
            }

            ordered.Add(table);
        }

        tables.ForEach(Place);
        return ordered;
    }
}

/// <summary>A table: one CSV of the package, one table of the database.</summary>
/// <param name="Name">Name of the resource and of the table.</param>
/// <param name="Path">File of the resource inside the package.</param>
/// <param name="Fields">Columns, in the order of the CSV.</param>
public sealed record Table(string Name, string Path, IReadOnlyList<Field> Fields)
{
    private static readonly string[] SortedFields = ["name", "name_es", "name_en", "title_es", "title_en"];

    /// <summary>Columns by name.</summary>
    public FrozenDictionary<string, Field> ByName { get; } = Fields.ToFrozenDictionary(field => field.Name);

    /// <summary>Fields whose words <c>q</c> searches.</summary>
    public IReadOnlyList<Field> Searched { get; } = [.. Fields.Where(field => field.Searchable)];

    /// <summary>Fields by which people sort alphabetically; each has a folded column <c>…_sort</c>.</summary>
    public IReadOnlyList<Field> Sorted { get; } = [.. Fields.Where(field => SortedFields.Contains(field.Name) && field.Searchable)];

    /// <summary>Columns of the table in the database: the package's, the derived ones, and the bookkeeping.</summary>
    public IReadOnlyList<string> Columns { get; } =
    [
        .. Fields.Select(field => field.Name),
        .. Fields.Where(field => SortedFields.Contains(field.Name) && field.Searchable).Select(field => $"{field.Name}_sort"),
        .. Fields.Any(field => field.Searchable) ? (string[])["search_text"] : [],
        "version", "updated_at",
    ];

    internal static Table Read(JsonElement resource) => new(
        resource.GetProperty("name").GetString()!,
        resource.GetProperty("path").GetString()!,
        [.. Foreign(resource.GetProperty("schema"))]);

    private static IEnumerable<Field> Foreign(JsonElement schema)
    {
        var keys = new Dictionary<string, Reference>();
        if (schema.TryGetProperty("foreignKeys", out var foreignKeys))
        {
            foreach (var key in foreignKeys.EnumerateArray())
            {
                var reference = key.GetProperty("reference");
                keys[One(key.GetProperty("fields"))] = new Reference(reference.GetProperty("resource").GetString()!, One(reference.GetProperty("fields")));
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

/// <summary>A column with its type and constraints.</summary>
public sealed record Field
{
    /// <summary>Name, the same in CSV, database, JSON and query.</summary>
    public required string Name { get; init; }

    /// <summary>One of string, integer, number, boolean, date.</summary>
    public required string Type { get; init; }

    /// <summary>What it means, with unit, range and what empty means.</summary>
    public required string Description { get; init; }

    /// <summary>Whether a row must have a value.</summary>
    public bool Required { get; init; }

    /// <summary>Whether no two rows may have the same value.</summary>
    public bool Unique { get; init; }

    /// <summary>Longest text, in characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest number.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Largest number.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Form of the text.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>Vocabulary that lists the codes it takes.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>Codes it takes when they are not a vocabulary.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether it holds several values joined by <c>|</c>.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether <c>q</c> searches its words.</summary>
    public bool Searchable { get; init; }

    /// <summary>The record, or records of a list, that it names.</summary>
    public Reference? References { get; init; }

    /// <summary>What the engine answers for the field, in the type that a row of the package has.</summary>
    public object? FromDatabase(object? value) => value is null or DBNull ? null : Type switch
    {
        "integer" => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        "number" => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        "boolean" => Convert.ToBoolean(value, CultureInfo.InvariantCulture),
        "date" => value is DateTime instant ? DateOnly.FromDateTime(instant) : DateOnly.Parse((string)value, CultureInfo.InvariantCulture),
        _ => value,
    };

    internal static Field Read(JsonElement field)
    {
        field.TryGetProperty("constraints", out var constraints);
        JsonElement? Constraint(string name) =>
            constraints.ValueKind == JsonValueKind.Object && constraints.TryGetProperty(name, out var value) ? value : null;
        bool Flag(string name) => field.TryGetProperty(name, out var value) && value.GetBoolean();
        return new Field
        {
            Name = field.GetProperty("name").GetString()!,
            Type = field.GetProperty("type").GetString()!,
            Description = field.GetProperty("description").GetString()!,
            Required = Constraint("required")?.GetBoolean() ?? false,
            Unique = Constraint("unique")?.GetBoolean() ?? false,
            MaxLength = Constraint("maxLength")?.GetInt32(),
            Minimum = Number(Constraint("minimum")),
            Maximum = Number(Constraint("maximum")),
            Pattern = Constraint("pattern")?.GetString() is { } pattern ? new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) : null,
            Values = Constraint("enum") is { } values ? [.. values.EnumerateArray().Select(value => value.ToString())] : null,
            Vocabulary = field.TryGetProperty("vocabulary", out var vocabulary) ? vocabulary.GetString() : null,
            IsList = Flag("list"),
            Searchable = Flag("searchable"),
            References = field.TryGetProperty("references", out var target)
                ? new Reference(target.GetProperty("resource").GetString()!, target.GetProperty("field").GetString()!)
                : null,
        };
    }

    private static decimal? Number(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDecimal(),
        { ValueKind: JsonValueKind.String } text => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture),
        _ => null,
    };
}
