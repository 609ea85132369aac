using System.Text.Json;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>JSON written straight to bytes.</summary>
internal sealed class JsonAnswer(Action<Utf8JsonWriter> write) : IResult
{
    /// <summary>JSON of a value.</summary>
    public static JsonAnswer Of<T>(T value, IReadOnlyList<string>? fields = null) => new(writer => Shape<T>.Write(writer, value, fields));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(
            httpContext.Response.BodyWriter,
            new JsonWriterOptions { Encoder = Json.Options.Encoder }
        );
        write(writer);
        await writer.FlushAsync(httpContext.RequestAborted);
    }
}
