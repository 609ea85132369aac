using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Agents;

/// <summary>
/// Reads what a tool is called with: as strict about names as an address is about its parameters, since an argument that is ignored is a
/// wrong analysis, and open about form, since a number, a flag and a list of values say the same as their text.
/// </summary>
internal static class ToolArguments
{
    private const string Filters = "filters";

    /// <summary>The schema of a tool's arguments, which takes no others.</summary>
    public static JsonElement Closed(JsonElement schema)
    {
        var closed = JsonNode.Parse(schema.GetRawText())!.AsObject();
        closed["additionalProperties"] = false;
        if (closed["properties"]?[Filters] is JsonObject filters)
        {
            filters["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean", "array") };
        }

        return JsonSerializer.SerializeToElement(closed);
    }

    /// <summary>Brings the arguments into the form that the tool takes; says what is wrong with them, and null when nothing is.</summary>
    public static string? Read(Tool tool, IDictionary<string, JsonElement> given)
    {
        var takes = tool.InputSchema.TryGetProperty("properties", out var all)
            ? all.EnumerateObject().ToDictionary(argument => argument.Name, argument => argument.Value)
            : [];
        foreach (var (name, value) in given.ToList())
        {
            if (!takes.TryGetValue(name, out var argument))
            {
                return Unknown(tool.Name, name, takes);
            }

            if (value.ValueKind == JsonValueKind.Null)
            {
                given.Remove(name);
            }
            else if (Plain(TypeOf(argument), value) is { } plain)
            {
                given[name] = plain;
            }
            else
            {
                return $"'{name}' cannot be {ParameterErrors.Shown(value.GetRawText())}. {Described(argument)}";
            }
        }

        var missing = tool.InputSchema.TryGetProperty("required", out var required)
            ? required
                .EnumerateArray()
                .Select(name => name.GetString()!)
                .FirstOrDefault(name => !given.ContainsKey(name) || IsEmpty(given[name]))
            : null;
        return missing is null ? null : $"'{missing}' is needed. {Described(takes[missing])}";
    }

    private static string Unknown(string tool, string name, Dictionary<string, JsonElement> takes)
    {
        var nearest = Suggestion.Sentence(Suggestion.Nearest(name, takes.Keys));
        var takesWhat = takes.Count == 0 ? "It takes none." : $"It takes {string.Join(", ", takes.Keys)}.";
        var filters = takes.ContainsKey(Filters) ? " What narrows the rows stands in filters: {\"filters\": {\"state\": \"MX-DUR\"}}." : "";
        return $"{tool} has no argument '{ParameterErrors.Shown(name)}'.{nearest} {takesWhat}{filters}";
    }

    private static string Described(JsonElement argument) =>
        argument.TryGetProperty("description", out var description) ? description.GetString()! : "";

    private static string TypeOf(JsonElement argument) =>
        argument.GetProperty("type") is { ValueKind: JsonValueKind.Array } several
            ? several.EnumerateArray().Select(type => type.GetString()!).First(type => type != "null")
            : argument.GetProperty("type").GetString()!;

    private static bool IsEmpty(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.Trim().Length == 0;

    /// <summary>A value in the form that is taken; null when it has none.</summary>
    private static JsonElement? Plain(string type, JsonElement value) =>
        type switch
        {
            "integer" => int.TryParse(Text(value), out var number) ? JsonSerializer.SerializeToElement(number) : null,
            "object" => value.ValueKind == JsonValueKind.Object ? OfEach(value) : null,
            _ => Text(value) is { } text ? JsonSerializer.SerializeToElement(text) : null,
        };

    private static JsonElement? OfEach(JsonElement values)
    {
        var texts = new Dictionary<string, string>();
        foreach (var value in values.EnumerateObject().Where(value => value.Value.ValueKind != JsonValueKind.Null))
        {
            if (Text(value.Value) is not { } text)
            {
                return null;
            }

            texts[value.Name] = text;
        }

        return JsonSerializer.SerializeToElement(texts);
    }

    /// <summary>A value as an address writes it: several by comma.</summary>
    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Array when value.EnumerateArray().Select(Text).ToList() is var all && !all.Contains(null) => string.Join(
                ',',
                all
            ),
            _ => null,
        };
}
