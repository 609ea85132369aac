using System.Globalization;
using System.Text.Json;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>
/// A record as it is written: the fields of its table, which is what a write takes, with its version. What an address adds to it when it
/// is read (sources, children, what is computed) is not here.
/// </summary>
/// <param name="Editing">How the table is written.</param>
/// <param name="Values">A value for each field of the table; null for unknown.</param>
/// <param name="Version">Number of its last change, from 1.</param>
/// <param name="UpdatedAt">When it, or what its address shows, last changed.</param>
internal sealed record Recorded(Editing Editing, IReadOnlyDictionary<string, object?> Values, int Version, DateTimeOffset UpdatedAt)
{
    /// <summary>Its id.</summary>
    public string Id => (string)Values["id"]!;

    /// <summary>Where it is, and what else of it has an address: under <c>/api/v1</c>, except for the page where people read it.</summary>
    public IReadOnlyDictionary<string, string> Paths =>
        Editing.PathsOf(Values).Prepend(("self", Editing.AddressOf(Id))).ToDictionary(path => path.Item1, path => path.Item2);

    /// <summary>Writes it as a JSON object, or some of its properties.</summary>
    public void Write(Utf8JsonWriter writer, HttpRequest request, IReadOnlyList<string>? fields = null)
    {
        writer.WriteStartObject();
        foreach (var field in Editing.Described.Fields.Where(field => fields?.Contains(field.Name) != false))
        {
            writer.WritePropertyName(field.Name);
            WriteValue(writer, field, Values[field.Name]);
        }

        if (fields?.Contains("version") != false)
        {
            writer.WriteNumber("version", Version);
        }

        if (fields?.Contains("updated_at") != false)
        {
            writer.WriteString("updated_at", TypeHandlers.Format(UpdatedAt));
        }

        if (fields?.Contains("links") != false)
        {
            writer.WriteStartObject("links");
            foreach (var (relation, path) in Paths)
            {
                writer.WriteString(
                    relation,
                    relation == ListItem.PageLink ? PublicAddress.Of(request) + path : PublicAddress.OfApi(request, path)
                );
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>It as JSON.</summary>
    public byte[] ToBytes(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Json.Options.Encoder }))
        {
            Write(writer, request);
        }

        return bytes.ToArray();
    }

    /// <summary>It as JSON, for another document to hold.</summary>
    public JsonElement ToElement(HttpRequest request)
    {
        using var document = JsonDocument.Parse(ToBytes(request));
        return document.RootElement.Clone();
    }

    private static void WriteValue(Utf8JsonWriter writer, Field field, object? value)
    {
        switch (value)
        {
            case null when field.IsList:
                writer.WriteStartArray();
                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            case string text when field.IsList:
                writer.WriteStartArray();
                foreach (var item in text.Split('|'))
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case decimal number:
                writer.WriteNumberValue(Numbers.Plain(number));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateOnly date:
                writer.WriteStringValue(TypeHandlers.Format(date));
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
