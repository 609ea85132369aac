using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>Reads the API description.</summary>
internal static class Described
{
    /// <summary>The schema itself, or the component that it names.</summary>
    public static JsonElement Schema(this JsonElement description, JsonElement schema)
    {
        if (!schema.TryGetProperty("$ref", out var reference))
        {
            return schema;
        }

        var target = description;
        foreach (var part in reference.GetString()![2..].Split('/'))
        {
            target = target.GetProperty(part);
        }

        return target;
    }

    /// <summary>The codes that a parameter of an operation takes, which may be a list of them.</summary>
    public static IEnumerable<string> Codes(this JsonElement description, string path, string parameter) =>
        description.Codes(
            description
                .GetProperty("paths")
                .GetProperty(path)
                .GetProperty("get")
                .GetProperty("parameters")
                .EnumerateArray()
                .Single(one => one.GetProperty("name").GetString() == parameter)
                .GetProperty("schema")
        );

    /// <summary>The codes of a schema or of its items, without those that only take rows away; none when it takes others.</summary>
    public static IEnumerable<string> Codes(this JsonElement description, JsonElement schema)
    {
        var whole = description.Schema(schema);
        var item = description.Schema(whole.TryGetProperty("items", out var items) ? items : whole);
        return item.TryGetProperty("enum", out var codes)
            ? codes.EnumerateArray().Select(code => code.ToString()).Where(code => !code.StartsWith('!'))
            : [];
    }

    /// <summary>Whether a path is that of files, which have the rows of another path.</summary>
    public static bool IsOfFiles(string path) => path.EndsWith(".{format}", StringComparison.Ordinal);
}
