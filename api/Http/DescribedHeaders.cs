using Microsoft.OpenApi;

namespace OpenGov.Api.Http;

/// <summary>The headers of answers that a client should know of, each a component.</summary>
internal static class DescribedHeaders
{
    private static readonly (string Name, string Description)[] All =
    [
        ("ETag", "A strong validator of this answer, for `If-None-Match`. That of a record's address begins with its version: `\"v3-…\"`."),
        ("Last-Modified", "When the data last changed (UTC)."),
        ("Cache-Control", "For how long the answer may be kept without asking: a minute."),
        (
            "Link",
            "RFC 8288: `next` and `first` of a list, `alternate` for each other format of the same rows, and `describedby` for this "
                + "description."
        ),
        ("RateLimit", "What is left of the quota, and in how many seconds it is renewed: `\"default\";r=29998;t=41`."),
        ("RateLimit-Policy", "How many requests a client may make in a window of seconds: `\"default\";q=30000;w=60`."),
        ("Retry-After", "In how many seconds to ask again."),
    ];

    /// <summary>Adds the components.</summary>
    public static void AddTo(OpenApiDocument description)
    {
        foreach (var (name, text) in All)
        {
            var isNumber = name == "Retry-After";
            description.AddComponent<IOpenApiHeader>(
                name,
                new OpenApiHeader
                {
                    Description = text,
                    Schema = new OpenApiSchema { Type = isNumber ? JsonSchemaType.Integer : JsonSchemaType.String },
                }
            );
        }
    }

    /// <summary>The headers of an answer, by their names.</summary>
    public static Dictionary<string, IOpenApiHeader> Of(params IEnumerable<string> names) =>
        names.ToDictionary(name => name, name => (IOpenApiHeader)new OpenApiHeaderReference(name));
}
