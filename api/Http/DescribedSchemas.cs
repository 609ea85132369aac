using System.Reflection;
using Microsoft.OpenApi;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Http;

/// <summary>Describes the properties of records from the schema, and their codes from the vocabularies.</summary>
internal sealed class DescribedSchemas : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (
            schema is not OpenApiSchema { Properties: { } properties } whole
            || context.Type.Namespace?.StartsWith("OpenGov", StringComparison.Ordinal) != true
        )
        {
            return;
        }

        foreach (var key in Groups(context.Type).Except(properties.Keys).ToList())
        {
            properties[key] = new OpenApiSchema
            {
                Type = JsonSchemaType.String | JsonSchemaType.Null,
                Description = $"The group, as the filter `{key}` takes it; null for no data. Only in what is grouped by it.",
            };
        }

        // Every property is always present but what is asked for; what is unknown is null. Nothing forbids others: within v1 properties are
        // added.
        whole.Required = properties
            .Keys.Except(Groups(context.Type))
            .Where(name => Member(context.Type, name)?.GetCustomAttribute<OnRequestAttribute>() is null)
            .ToHashSet();
        whole.AdditionalPropertiesAllowed = true;
        var table = context.Type.GetCustomAttribute<DescribedByAttribute>() is { } described ? Schema.Current[described.Table] : null;
        foreach (var (name, property) in properties.ToList())
        {
            if (property is not OpenApiSchema one)
            {
                continue;
            }

            if (one.AllOf is { Count: 1 } all && one.Type == JsonSchemaType.Null)
            {
                // A record or null: as allOf with type null nothing would ever be valid. Generators read oneOf as "or null".
                (one.OneOf, one.AllOf, one.Type) = ([all[0], new OpenApiSchema { Type = JsonSchemaType.Null }], null, null);
            }

            // A comment breaks where its line is full, which says nothing.
            one.Description = one.Description?.ReplaceLineEndings(" ");
            var field = table?.ByName.GetValueOrDefault(name);
            if (string.IsNullOrEmpty(one.Description) && field is not null)
            {
                one.Description = field.Description;
            }

            if (CodesOf(Member(context.Type, name), field, one, context.SchemaRepository) is { } codes)
            {
                properties[name] = WithCodes(one, codes);
            }
        }
    }

    /// <summary>The keys by which rows of that type are grouped; none when they are not.</summary>
    private static IEnumerable<string> Groups(Type type) =>
        type.GetProperties()
            .SelectMany(property => property.GetCustomAttribute<GroupKeysAttribute>()?.Names ?? [])
            .Where(name => Member(type, name) is null);

    private static PropertyInfo? Member(Type type, string name) =>
        type.GetProperties().FirstOrDefault(member => Json.Options.PropertyNamingPolicy!.ConvertName(member.Name) == name);

    /// <summary>The codes that a property takes; null when it takes others.</summary>
    private static OpenApiSchemaReference? CodesOf(MemberInfo? member, Field? field, OpenApiSchema property, SchemaRepository schemas)
    {
        if (member?.GetCustomAttribute<CodesAttribute>() is { } own)
        {
            return DescribedCodes.Of(own.Name, own.Codes, $"{property.Description}", schemas);
        }

        if (member?.GetCustomAttribute<TableNameAttribute>() is not null)
        {
            return DescribedCodes.Of(TableNameAttribute.Name, TableNameAttribute.Codes, "A table of the data package.", schemas);
        }

        var isNumber = Item(property).Type?.HasFlag(JsonSchemaType.Integer) == true;
        return (member?.GetCustomAttribute<VocabularyAttribute>()?.Name ?? field?.Vocabulary) is { } vocabulary
            ? DescribedCodes.OfVocabulary(vocabulary, isNumber, schemas)
            : null;
    }

    private static OpenApiSchema Item(OpenApiSchema property) => property.Items as OpenApiSchema ?? property;

    /// <summary>The property with its codes by their name: one of them, one or null, or a list of them.</summary>
    public static IOpenApiSchema WithCodes(OpenApiSchema property, OpenApiSchemaReference codes)
    {
        if (property.Type?.HasFlag(JsonSchemaType.Array) == true)
        {
            property.Items = codes;
            return property;
        }

        if (property.Type?.HasFlag(JsonSchemaType.Null) == true)
        {
            return new OpenApiSchema
            {
                OneOf = [codes, new OpenApiSchema { Type = JsonSchemaType.Null }],
                Description = property.Description,
            };
        }

        codes.Description = property.Description;
        return codes;
    }
}
