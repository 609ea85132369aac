using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>The addresses of the API description that anybody may read; others are written, or are for admins.</summary>
internal static class PublicReads
{
    /// <summary>Each path that has a GET without a credential, with that operation. Those of files are not: each operation is asked with each suffix.</summary>
    public static IEnumerable<(string Path, JsonElement Get)> Described(JsonElement description) =>
        from path in description.GetProperty("paths").EnumerateObject()
        where path.Value.TryGetProperty("get", out _) && !OpenGov.Api.Tests.Described.IsOfFiles(path.Name)
        let get = path.Value.GetProperty("get")
        where !get.TryGetProperty("security", out _)
        select (path.Name, get);
}
