using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>
/// What of a newer API description breaks a client that was made of an older one: what it asked with is taken no more, or what it read is
/// there no more. Additions break nothing, codes of answers among them.
/// </summary>
internal sealed class BreakingChanges(JsonElement older, JsonElement newer)
{
    private readonly List<string> found = [];
    private readonly HashSet<(string, string)> compared = [];

    public static IReadOnlyList<string> Between(JsonElement older, JsonElement newer)
    {
        var changes = new BreakingChanges(older, newer);
        foreach (var path in older.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var place = $"{operation.Name.ToUpperInvariant()} {path.Name}";
                if (
                    newer.GetProperty("paths").TryGetProperty(path.Name, out var later)
                    && later.TryGetProperty(operation.Name, out var same)
                )
                {
                    changes.Operation(operation.Value, same, place);
                }
                else
                {
                    changes.found.Add($"{place} is gone");
                }
            }
        }

        return changes.found;
    }

    private void Operation(JsonElement was, JsonElement @is, string place)
    {
        var (before, after) = (Parameters(was), Parameters(@is));
        foreach (var (name, parameter) in before)
        {
            if (!after.TryGetValue(name, out var later))
            {
                found.Add($"{place}: parameter {name} is gone");
                continue;
            }

            if (IsRequired(later) && !IsRequired(parameter))
            {
                found.Add($"{place}: parameter {name} is needed now");
            }

            Taken(parameter.GetProperty("schema"), later.GetProperty("schema"), $"{place}: parameter {name}");
        }

        foreach (var (name, _) in after.Where(parameter => IsRequired(parameter.Value) && !before.ContainsKey(parameter.Key)))
        {
            found.Add($"{place}: parameter {name} is new and needed");
        }

        foreach (var response in was.GetProperty("responses").EnumerateObject())
        {
            if (!@is.GetProperty("responses").TryGetProperty(response.Name, out var later))
            {
                found.Add($"{place}: {response.Name} is gone");
                continue;
            }

            foreach (var media in response.Value.TryGetProperty("content", out var content) ? content.EnumerateObject() : default)
            {
                if (!later.TryGetProperty("content", out var contents) || !contents.TryGetProperty(media.Name, out var body))
                {
                    found.Add($"{place}: {response.Name} comes no more as {media.Name}");
                }
                else if (media.Value.TryGetProperty("schema", out var one) && body.TryGetProperty("schema", out var other))
                {
                    Given(one, other, $"{place}: {response.Name}");
                }
            }
        }
    }

    /// <summary>What is asked with: no value may be taken away.</summary>
    private void Taken(JsonElement was, JsonElement @is, string place)
    {
        (was, @is) = (older.Schema(was), newer.Schema(@is));
        if (Type(was) != Type(@is))
        {
            found.Add($"{place} was {Type(was)} and is {Type(@is)}");
        }

        if (was.TryGetProperty("items", out var item) && @is.TryGetProperty("items", out var laterItem))
        {
            Taken(item, laterItem, place);
        }

        if (@is.TryGetProperty("enum", out var left))
        {
            var codes = left.EnumerateArray().Select(code => code.ToString()).ToHashSet();
            var gone = was.TryGetProperty("enum", out var known)
                ? known.EnumerateArray().Select(code => code.ToString()).Where(code => !codes.Contains(code)).ToList()
                : ["anything"];
            if (gone.Count > 0)
            {
                found.Add($"{place} takes {string.Join(", ", gone)} no more");
            }
        }

        foreach (var (bound, isLess) in ((string, bool)[])[("maxItems", true), ("maximum", true), ("maxLength", true), ("minimum", false)])
        {
            if (
                @is.TryGetProperty(bound, out var now)
                && (
                    !was.TryGetProperty(bound, out var once)
                    || (isLess ? now.GetDecimal() < once.GetDecimal() : now.GetDecimal() > once.GetDecimal())
                )
            )
            {
                found.Add($"{place} has a narrower {bound}");
            }
        }
    }

    /// <summary>What is answered: nothing that was always there may be missing, be null, or be something else.</summary>
    private void Given(JsonElement was, JsonElement @is, string place)
    {
        if (!compared.Add((Name(was) ?? place, Name(@is) ?? place)))
        {
            return;
        }

        (was, @is) = (older.Schema(was), newer.Schema(@is));
        var (before, after) = (Types(older, was), Types(newer, @is));
        if (before.Count > 0 && after.Except(before).ToList() is { Count: > 0 } more && !(more is ["integer"] && before.Contains("number")))
        {
            found.Add($"{place} was {string.Join(" or ", before)} and can be {string.Join(" or ", more)}");
        }

        (was, @is) = (Whole(older, was), Whole(newer, @is));
        if (was.TryGetProperty("items", out var item) && @is.TryGetProperty("items", out var laterItem))
        {
            Given(item, laterItem, $"{place}[]");
        }

        if (!was.TryGetProperty("properties", out var properties))
        {
            return;
        }

        var always = Required(@is);
        var has = @is.TryGetProperty("properties", out var left) ? left : default;
        foreach (var property in properties.EnumerateObject())
        {
            if (has.ValueKind != JsonValueKind.Object || !has.TryGetProperty(property.Name, out var later))
            {
                found.Add($"{place}.{property.Name} is gone");
                continue;
            }

            if (Required(was).Contains(property.Name) && !always.Contains(property.Name))
            {
                found.Add($"{place}.{property.Name} may be missing");
            }

            Given(property.Value, later, $"{place}.{property.Name}");
        }
    }

    private static Dictionary<string, JsonElement> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var all)
            ? all.EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!)
            : [];

    private static bool IsRequired(JsonElement parameter) =>
        parameter.TryGetProperty("required", out var required) && required.GetBoolean();

    private static List<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var all) ? [.. all.EnumerateArray().Select(name => name.GetString()!)] : [];

    private static string? Name(JsonElement schema) => schema.TryGetProperty("$ref", out var name) ? name.GetString() : null;

    private static string Type(JsonElement schema) => schema.TryGetProperty("type", out var type) ? type.ToString() : "";

    /// <summary>The types that a value can have, whether they stand in one place or in alternatives.</summary>
    private static List<string> Types(JsonElement description, JsonElement schema)
    {
        if (schema.TryGetProperty("type", out var type))
        {
            return type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!];
        }

        return [.. Alternatives(schema).SelectMany(one => Types(description, description.Schema(one))).Distinct()];
    }

    /// <summary>The schema itself, or the one of its alternatives that is not null.</summary>
    private static JsonElement Whole(JsonElement description, JsonElement schema) =>
        Alternatives(schema).Select(one => description.Schema(one)).FirstOrDefault(one => Type(one) != "null")
            is { ValueKind: JsonValueKind.Object } whole
            ? whole
            : schema;

    private static IEnumerable<JsonElement> Alternatives(JsonElement schema) =>
        ((string[])["allOf", "anyOf", "oneOf"]).SelectMany(kind =>
            schema.TryGetProperty(kind, out var all) ? all.EnumerateArray() : Enumerable.Empty<JsonElement>()
        );
}
