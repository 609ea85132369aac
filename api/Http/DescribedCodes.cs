using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Http;

/// <summary>
/// Each enumeration of the description is one component with a name, so that a generated client has one type for it, whatever takes or
/// gives it.
/// </summary>
internal static class DescribedCodes
{
    private const string Grows = "Codes may be added within v1: take one that you do not know as such, and not as an error.";

    /// <summary>The codes of a vocabulary, with their meaning.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="isNumber">Whether they are whole numbers, as those of the goals.</param>
    /// <param name="schemas">The components.</param>
    public static OpenApiSchemaReference OfVocabulary(string vocabulary, bool isNumber, SchemaRepository schemas)
    {
        var terms = Vocabulary.Terms(vocabulary);
        var codes = terms.Select(term =>
            isNumber ? (JsonNode)JsonValue.Create(int.Parse(term.Code, CultureInfo.InvariantCulture)) : JsonValue.Create(term.Code)
        );
        return Component(Name(vocabulary), [.. codes], isNumber, $"{OpenApi.Meanings(terms)}\n\n{Grows}", schemas);
    }

    /// <summary>The codes that a filter takes, and each behind what takes its rows away; null when they have no name.</summary>
    public static OpenApiSchemaReference? OfFilter(Filter filter, SchemaRepository schemas)
    {
        if (filter is not { Codes: { } codes, CodesName: { } name })
        {
            return null;
        }

        var description = filter.CodesVocabulary is { } vocabulary
            ? $"{OpenApi.Meanings(Vocabulary.Terms(vocabulary))}\n- `{Filter.NoData}`: where it is null."
            : $"What can be asked for{(codes.Contains(Filter.NoData) ? $"; `{Filter.NoData}` is where it is null" : "")}.";
        if (codes.SequenceEqual(["true", "false"]))
        {
            // Not yes is no.
            return Of(name, codes, description, schemas);
        }

        // What answers have, too, is another enumeration: there nothing is excluded.
        var taken = codes.Contains(Filter.NoData) ? name : $"{name}_or_not";
        IReadOnlyList<string> all = [.. codes, .. codes.Select(code => $"{Filter.Not}{code}")];
        var component = Of(taken, all, $"{description}\n\n`{Filter.Not}` before a code takes its rows away.", schemas);
        if (schemas.Schemas[Name(taken)] is OpenApiSchema { Extensions: null } one)
        {
            one.Extensions = NamesOf(all);
        }

        return component;
    }

    /// <summary>What generators call the members: `!` is in no name of theirs. The first is for NSwag, the second for Kiota.</summary>
    private static Dictionary<string, IOpenApiExtension> NamesOf(IReadOnlyList<string> codes)
    {
        var names = codes.Select(code => code[0] == Filter.Not ? $"except_{code[1..]}" : code).ToList();
        return new Dictionary<string, IOpenApiExtension>
        {
            ["x-enumNames"] = new JsonNodeExtension(new JsonArray([.. names.Select(name => (JsonNode)Member(name))])),
            ["x-ms-enum"] = new JsonNodeExtension(
                new JsonObject
                {
                    ["modelAsString"] = false,
                    ["values"] = new JsonArray([
                        .. codes.Zip(names, (code, name) => (JsonNode)new JsonObject { ["value"] = code, ["name"] = name }),
                    ]),
                }
            ),
        };
    }

    private static string Member(string name) =>
        char.IsAsciiDigit(name[0]) ? $"_{name}" : $"{char.ToUpperInvariant(name[0])}{name[1..]}".Replace('-', '_');

    /// <summary>Codes that are of no vocabulary, by their name in snake_case.</summary>
    public static OpenApiSchemaReference Of(string name, IReadOnlyList<string> codes, string description, SchemaRepository schemas) =>
        Component(Name(name), [.. codes.Select(code => (JsonNode)JsonValue.Create(code))], isNumber: false, description, schemas);

    private static OpenApiSchemaReference Component(
        string name,
        List<JsonNode> codes,
        bool isNumber,
        string description,
        SchemaRepository schemas
    )
    {
        if (!schemas.Schemas.TryGetValue(name, out var known))
        {
            schemas.AddDefinition(
                name,
                new OpenApiSchema
                {
                    Type = isNumber ? JsonSchemaType.Integer : JsonSchemaType.String,
                    Format = isNumber ? "int32" : null,
                    Enum = codes,
                    Description = description,
                }
            );
        }
        else if (known.Enum is null || !known.Enum.Select(code => code.ToString()).SequenceEqual(codes.Select(code => code.ToString())))
        {
            throw new InvalidOperationException($"{name} would be two things in the API description.");
        }

        return new OpenApiSchemaReference(name);
    }

    private static string Name(string snakeCase) =>
        string.Concat(snakeCase.Split('_').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
}
