using System.Text.Json;

namespace OpenGov.Api.Tests.Fuzzing;

/// <summary>An operation of the API description, as far as it can be read by GET.</summary>
internal sealed class FuzzOperation
{
    private FuzzOperation(string template, JsonElement operation, JsonElement description)
    {
        Template = template;
        Parameters = operation.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(one => new FuzzedParameter(one, description))]
            : [];
        Statuses = [.. operation.GetProperty("responses").EnumerateObject().Select(response => response.Name)];
        Content = operation.GetProperty("responses").GetProperty("200").TryGetProperty("content", out var content)
            ? content
                .EnumerateObject()
                .ToDictionary(
                    media => media.Name,
                    media => media.Value.TryGetProperty("schema", out var schema) ? schema : (JsonElement?)null
                )
            : [];
    }

    /// <summary>The path, with its parameter in braces.</summary>
    public string Template { get; }

    public IReadOnlyList<FuzzedParameter> Parameters { get; }

    /// <summary>The parameters of the query.</summary>
    public IEnumerable<FuzzedParameter> Query => Parameters.Where(parameter => parameter.Place == "query");

    /// <summary>The status codes that are documented.</summary>
    public IReadOnlyList<string> Statuses { get; }

    /// <summary>The schema of each format of the answer, where there is one.</summary>
    public IReadOnlyDictionary<string, JsonElement?> Content { get; }

    /// <summary>Whether the last part of the path names a record.</summary>
    public bool HasPath => Parameters.Any(parameter => parameter.Place == "path");

    /// <summary>Whether it answers with a page of rows.</summary>
    public bool IsList => Parameters.Any(parameter => parameter.Name == "cursor");

    public bool Documents(int status) => Statuses.Contains($"{status}") || Statuses.Contains($"{status / 100}XX");

    /// <summary>Every operation that anybody reads by GET.</summary>
    public static IReadOnlyList<FuzzOperation> Of(JsonElement description) =>
        [.. PublicReads.Described(description).Select(path => new FuzzOperation(path.Path, path.Get, description))];
}

/// <summary>A parameter of an operation.</summary>
internal sealed class FuzzedParameter(JsonElement parameter, JsonElement description)
{
    private readonly JsonElement schema = description.Schema(parameter.GetProperty("schema"));

    public string Name { get; } = parameter.GetProperty("name").GetString()!;

    public string Place { get; } = parameter.GetProperty("in").GetString()!;

    public string Description { get; } = parameter.GetProperty("description").GetString()!;

    public bool IsRequired { get; } = parameter.TryGetProperty("required", out var required) && required.GetBoolean();

    public bool TakesSeveral => Type == "array";

    public string Type => schema.GetProperty("type").GetString()!;

    public string? Format => schema.TryGetProperty("format", out var format) ? format.GetString() : null;

    /// <summary>The codes that it takes; none when it takes others.</summary>
    public IReadOnlyList<string> Codes { get; } = [.. description.Codes(parameter.GetProperty("schema"))];

    /// <summary>Examples that the description gives.</summary>
    public IReadOnlyList<string> Examples => parameter.TryGetProperty("example", out var example) ? [example.ToString()] : [];

    public int? Minimum => schema.TryGetProperty("minimum", out var least) ? least.GetInt32() : null;

    public int? Maximum => schema.TryGetProperty("maximum", out var most) ? most.GetInt32() : null;
}
