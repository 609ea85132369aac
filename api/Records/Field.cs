using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Records;

/// <summary>A column with its type and constraints.</summary>
public sealed record Field
{
    /// <summary>Name, the same in CSV, database, JSON and query.</summary>
    public required string Name { get; init; }

    /// <summary>One of string, integer, number, boolean, date.</summary>
    public required string Type { get; init; }

    /// <summary>What it is called, in English; null where the schema does not say.</summary>
    public string? Title { get; init; }

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

    /// <summary>Whether <c>q</c> searches its words, or those of the terms whose codes it holds.</summary>
    public bool Searchable { get; init; }

    /// <summary>The record, or records of a list, that it names.</summary>
    public Reference? References { get; init; }

    /// <summary>Whether it holds an address of the web.</summary>
    internal bool IsAddress => Name == "url" || Name.EndsWith("_url", StringComparison.Ordinal);

    /// <summary>The type in JSON, as a sentence names it.</summary>
    internal string JsonType =>
        (Type, IsList) switch
        {
            (_, true) => "a list of texts",
            ("integer", _) => "a whole number",
            ("number", _) => "a number",
            ("boolean", _) => "true or false",
            ("date", _) => "a text such as \"2017-09-19\"",
            _ => "a text",
        };

    /// <summary>The same in Spanish.</summary>
    internal string JsonTypeEs =>
        (Type, IsList) switch
        {
            (_, true) => "una lista de textos",
            ("integer", _) => "un número entero",
            ("number", _) => "un número",
            ("boolean", _) => "true o false",
            ("date", _) => "un texto como \"2017-09-19\"",
            _ => "un texto",
        };

    /// <summary>The type of its values in a row of the package.</summary>
    internal Type RowType =>
        Type switch
        {
            "integer" => typeof(long),
            "number" => typeof(decimal),
            "boolean" => typeof(bool),
            "date" => typeof(DateOnly),
            _ => typeof(string),
        };

    /// <summary>What the engine answers for the field, in the type that a row of the package has.</summary>
    public object? FromDatabase(object? value) =>
        value is null or DBNull
            ? null
            : Type switch
            {
                "integer" => Convert.ToInt64(value, CultureInfo.InvariantCulture),
                "number" => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
                "boolean" => Convert.ToBoolean(value, CultureInfo.InvariantCulture),
                "date" => value is DateTime instant
                    ? DateOnly.FromDateTime(instant)
                    : DateOnly.Parse((string)value, CultureInfo.InvariantCulture),
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
            Title = field.TryGetProperty("title", out var title) ? title.GetString() : null,
            Description = field.GetProperty("description").GetString()!,
            Required = Constraint("required")?.GetBoolean() ?? false,
            Unique = Constraint("unique")?.GetBoolean() ?? false,
            MaxLength = Constraint("maxLength")?.GetInt32(),
            Minimum = Number(Constraint("minimum")),
            Maximum = Number(Constraint("maximum")),
            Pattern = Constraint("pattern")?.GetString() is { } pattern
                ? new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
                : null,
            Values = Constraint("enum") is { } values ? [.. values.EnumerateArray().Select(value => value.ToString())] : null,
            Vocabulary = field.TryGetProperty("vocabulary", out var vocabulary) ? vocabulary.GetString() : null,
            IsList = Flag("list"),
            Searchable = Flag("searchable"),
            References = field.TryGetProperty("references", out var target)
                ? new Reference(target.GetProperty("resource").GetString()!, target.GetProperty("field").GetString()!)
                : null,
        };
    }

    private static decimal? Number(JsonElement? element) =>
        element switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetDecimal(),
            { ValueKind: JsonValueKind.String } text => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture),
            _ => null,
        };
}
