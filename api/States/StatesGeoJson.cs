using System.Text.Json;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.States;

/// <summary>The states as GeoJSON (RFC 7946): a point at each capital, the plain properties of the state on it.</summary>
internal sealed class StatesGeoJson() : ListWriter<State>(Format.GeoJson)
{
    public override IReadOnlyList<Shape<State>.Property> Holds => Shape<State>.Columns;

    public override async Task WriteAsync(HttpContext context, IAsyncEnumerable<State> rows, ListRequest request, RecordFinisher finisher)
    {
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { Encoder = Json.Options.Encoder });
        var columns = Shape<State>.ColumnsOf(request.Fields);
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
        await foreach (var state in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Feature");
            writer.WriteString("id", state.Id);
            WritePoint(writer, state);
            writer.WriteStartObject("properties");
            foreach (var column in columns)
            {
                writer.WritePropertyName(column.Name);
                JsonSerializer.Serialize(writer, column.Get(state), column.Type, Json.Options);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(context.RequestAborted);
    }

    private static void WritePoint(Utf8JsonWriter writer, State state)
    {
        if (state is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            writer.WriteNull("geometry");
            return;
        }

        writer.WriteStartObject("geometry");
        writer.WriteString("type", "Point");
        writer.WriteStartArray("coordinates");
        writer.WriteNumberValue(Numbers.Plain(longitude));
        writer.WriteNumberValue(Numbers.Plain(latitude));
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
