using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>
/// Checks JSON against the schemas of an API description: the keywords that the description uses. Strictly: the description lets
/// properties be added, yet what the service gives now is described.
/// </summary>
internal sealed class JsonSchemas(JsonElement description)
{
    /// <summary>What is wrong with a value, each with its place.</summary>
    public IEnumerable<string> Errors(JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = description;
            foreach (var part in reference.GetString()![2..].Split('/'))
            {
                target = target.GetProperty(part);
            }

            foreach (var error in Errors(target, value, place))
            {
                yield return error;
            }

            yield break;
        }

        if (
            schema.TryGetProperty("anyOf", out var any)
            && !any.EnumerateArray().Any(alternative => !Errors(alternative, value, place).Any())
        )
        {
            yield return $"{place} fits no alternative: {value}";
        }

        if (
            schema.TryGetProperty("oneOf", out var one)
            && one.EnumerateArray().Count(alternative => !Errors(alternative, value, place).Any()) != 1
        )
        {
            yield return $"{place} fits none or several alternatives: {value}";
        }

        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var error in all.EnumerateArray().SelectMany(part => Errors(part, value, place)))
            {
                yield return error;
            }
        }

        if (schema.TryGetProperty("type", out var type))
        {
            string[] types =
                type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!];
            if (!types.Any(name => Is(name, value)))
            {
                yield return $"{place} is {value.ValueKind}, not {string.Join(" or ", types)}";
                yield break;
            }
        }

        if (schema.TryGetProperty("enum", out var codes) && !codes.EnumerateArray().Any(code => JsonElement.DeepEquals(code, value)))
        {
            yield return $"{place} is {value}, which is not one of its codes";
        }

        if (
            schema.TryGetProperty("format", out var format)
            && value.ValueKind == JsonValueKind.String
            && (
                format.GetString() == "date" && !DateOnly.TryParse(value.GetString(), out _)
                || format.GetString() == "date-time" && !value.TryGetDateTimeOffset(out _)
            )
        )
        {
            yield return $"{place} is {value}, not a {format}";
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var error in value.EnumerateArray().SelectMany((item, i) => Errors(items, item, $"{place}[{i}]")))
            {
                yield return error;
            }
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)))
            {
                yield return $"{place}.{name} is missing";
            }
        }

        var properties = schema.TryGetProperty("properties", out var known) ? known : default;
        foreach (var property in value.EnumerateObject())
        {
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(property.Name, out var of))
            {
                foreach (var error in Errors(of, property.Value, $"{place}.{property.Name}"))
                {
                    yield return error;
                }
            }
            else if (schema.TryGetProperty("additionalProperties", out var others))
            {
                foreach (var error in Errors(others, property.Value, $"{place}.{property.Name}"))
                {
                    yield return error;
                }
            }
            else if (properties.ValueKind == JsonValueKind.Object)
            {
                yield return $"{place}.{property.Name} is not described";
            }
        }
    }

    private static bool Is(string type, JsonElement value) =>
        type switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "array" => value.ValueKind == JsonValueKind.Array,
            _ => value.ValueKind == JsonValueKind.Object,
        };
}
