using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
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

        // Every property is always present; what is unknown is null.
        whole.Required = properties.Keys.ToHashSet();
        whole.AdditionalPropertiesAllowed = whole.AdditionalProperties is not null;
        var table = context.Type.GetCustomAttribute<DescribedByAttribute>() is { } described ? Schema.Current[described.Table] : null;
        foreach (var (name, property) in properties)
        {
            if (property is not OpenApiSchema one)
            {
                continue;
            }

            if (one.AllOf is { Count: 1 } all && one.Type == JsonSchemaType.Null)
            {
                // A record or null: as allOf with type null nothing would ever be valid.
                (one.AnyOf, one.AllOf, one.Type) = ([all[0], new OpenApiSchema { Type = JsonSchemaType.Null }], null, null);
            }

            // A comment breaks where its line is full, which says nothing.
            one.Description = one.Description?.ReplaceLineEndings(" ");
            var field = table?.ByName.GetValueOrDefault(name);
            if (string.IsNullOrEmpty(one.Description) && field is not null)
            {
                one.Description = field.Description;
            }

            var attribute = context
                .Type.GetProperties()
                .FirstOrDefault(member => Json.Options.PropertyNamingPolicy!.ConvertName(member.Name) == name)
                ?.GetCustomAttribute<VocabularyAttribute>();
            if ((attribute?.Name ?? field?.Vocabulary) is { } vocabulary)
            {
                ListCodes(one, vocabulary);
            }
        }
    }

    private static void ListCodes(OpenApiSchema schema, string vocabulary)
    {
        var terms = Vocabulary.Terms(vocabulary);
        var target = schema.Type?.HasFlag(JsonSchemaType.Array) == true && schema.Items is OpenApiSchema items ? items : schema;
        var isNumber = target.Type?.HasFlag(JsonSchemaType.Integer) == true;
        target.Enum =
        [
            .. terms.Select(term =>
                isNumber ? (JsonNode)JsonValue.Create(int.Parse(term.Code, CultureInfo.InvariantCulture)) : JsonValue.Create(term.Code)
            ),
        ];
        if (target.Type?.HasFlag(JsonSchemaType.Null) == true)
        {
            target.Enum.Add(null!);
        }

        schema.Description = $"{schema.Description}\n\n{OpenApi.Meanings(terms)}".Trim();
    }
}
