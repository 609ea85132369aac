namespace OpenGov.Api.Records;

/// <summary>
/// Says that a record shows a table of the data package. Its properties then carry the types' descriptions and
/// vocabularies from <c>datapackage.json</c>, so JSON, CSV, the package and the API description say the same.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DescribedByAttribute(string table) : Attribute
{
    /// <summary>The table.</summary>
    public string Table { get; } = table;
}
