namespace OpenGov.Api.Records;

/// <summary>Who makes a change, as the history will say it: a role and an organisation, never a person.</summary>
/// <param name="Role">Role of the key; <c>import</c> and <c>operator</c> for the command line.</param>
/// <param name="Organization">Organisation of the key, or the name of the imported package.</param>
/// <param name="Reason">Why, in a sentence; null when none was given.</param>
public sealed record Actor(string Role, string? Organization, string? Reason = null)
{
    /// <summary>What an organisation may be called in the history: a text of at most 400 characters.</summary>
    internal static readonly Field OrganizationField = Text("organization", 400);

    /// <summary>Why the records that come with the product are there, in Spanish; a page says it in the language of its reader.</summary>
    internal const string ShippedEs = "Los datos que vienen con el producto";

    /// <summary>The same in English.</summary>
    internal const string ShippedEn = "The data that comes with the product";

    /// <summary>The import of the data that comes with the product; the history says why in both languages.</summary>
    internal static readonly Actor OfShipped = new("import", "OpenGov", $"{ShippedEs} · {ShippedEn}");

    /// <summary>How a reason may read: a text of at most 2,000 characters.</summary>
    internal static readonly Field ReasonField = Text("reason", 2000);

    /// <summary>What is wrong with what it says of itself; the history keeps it for ever.</summary>
    internal IReadOnlyList<RecordError> Errors =>
        [
            .. new[] { (Field: OrganizationField, Value: Organization), (Field: ReasonField, Value: Reason) }
                .Select(said => FieldRules.Broken(said.Field, said.Value) is { } error ? error with { Field = said.Field.Name } : null)
                .OfType<RecordError>(),
        ];

    private static Field Text(string name, int longest) =>
        new()
        {
            Name = name,
            Type = "string",
            Description = "",
            MaxLength = longest,
        };
}
