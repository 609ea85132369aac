using System.Text.Json.Serialization;
using OpenGov.Api.Records;

namespace OpenGov.Api.Http;

/// <summary>Something wrong in the body of a request, as data: where, what was given, and what would be right.</summary>
/// <param name="Pointer">The place in the body (RFC 6901); empty for the whole of it.</param>
/// <param name="Code">The kind of error; `docs/api/errors.md` explains each, and they stay.</param>
/// <param name="Detail">What is wrong and what would be right, in English.</param>
internal sealed record BodyError(
    [property: JsonPropertyOrder(0)] string Pointer,
    [property: JsonPropertyOrder(1)] string Code,
    [property: JsonPropertyOrder(5)] string Detail
)
{
    /// <summary>Values that may stand as what is allowed; the description of the API has longer lists.</summary>
    private const int MostAllowed = 40;

    /// <summary>What was given, cut after 60 characters; null when nothing was.</summary>
    [JsonPropertyOrder(2)]
    public string? Value { get; init; }

    /// <summary>What would be right, when that is a short list.</summary>
    [JsonPropertyOrder(3)]
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>The right value that was probably meant; null when none is near.</summary>
    [JsonPropertyOrder(4)]
    public string? Nearest { get; init; }

    /// <summary>The same in Spanish.</summary>
    [JsonPropertyOrder(6)]
    public string? DetailEs { get; init; }

    /// <summary>An error of a record that stands at a place in the body.</summary>
    public static BodyError Of(RecordError error, string at) =>
        new($"{at}{error.JsonPointer}", error.Code, error.Detail)
        {
            Value = error.Value,
            Allowed = error.Allowed?.Count <= MostAllowed ? error.Allowed : null,
            Nearest = error.Nearest,
            DetailEs = error.DetailEs ?? SpanishRefusals.Of(error),
        };
}
