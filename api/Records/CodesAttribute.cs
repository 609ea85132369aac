namespace OpenGov.Api.Records;

/// <summary>Says that a property takes codes that are of no vocabulary; the API description lists them under this name.</summary>
/// <param name="name">Name of the codes, in snake_case.</param>
/// <param name="codes">The codes.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodesAttribute(string name, params string[] codes) : Attribute
{
    /// <summary>Name of the codes.</summary>
    public string Name { get; } = name;

    /// <summary>The codes.</summary>
    public IReadOnlyList<string> Codes { get; } = codes;
}

/// <summary>Says that a property names a table of the data package.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TableNameAttribute : Attribute
{
    /// <summary>Name of the codes in the API description.</summary>
    public const string Name = "record_type";

    /// <summary>The tables.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Schema.Current.Tables.Select(table => table.Name)];
}
