using System.Text.Json;
using System.Xml;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Changes;

/// <summary>What an entry of a feed says of a change, in both languages.</summary>
internal static class ChangeEntry
{
    /// <summary>An id for all time, whatever the address of the service.</summary>
    public static string Id(Change change) => $"tag:opengov,2026:change:{change.Id}:{TypeHandlers.Format(change.ChangedAt)}";

    public static string Title(Change change)
    {
        var what = Text(change, "title_es") ?? Text(change, "name_es") ?? Text(change, "name") ?? Text(change, "title_en");
        var done = change.Action switch
        {
            "created" => "Nuevo · New",
            "withdrawn" => "Retirado · Withdrawn",
            _ => "Cambió · Changed",
        };
        return $"{done}: {(what is null ? "" : $"{what} ")}({change.RecordType} {change.RecordId})";
    }

    public static string Content(Change change) =>
        change.Action == "updated"
            ? string.Join('\n', change.Fields.Select(field => $"{field}: {Raw(change.Before, field)} → {Raw(change.After, field)}"))
            : $"{change.RecordType} {change.RecordId}, "
                + $"{change.ActorRole}{(change.ActorOrganization is null ? "" : $", {change.ActorOrganization}")}";

    public static string Url(Change change) => change.Links.GetValueOrDefault("record") ?? change.Links["self"];

    private static string? Text(Change change, string field) =>
        (change.After ?? change.Before)?.TryGetValue(field, out var value) == true && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Raw(IReadOnlyDictionary<string, JsonElement>? values, string field) =>
        values?.TryGetValue(field, out var value) == true && value.ValueKind != JsonValueKind.Null ? value.ToString() : "—";
}

/// <summary>The newest changes as an Atom feed (RFC 4287).</summary>
internal sealed class AtomFeed() : ListWriter<Change>(Format.Atom)
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public override IReadOnlyList<Shape<Change>.Property> Holds => [];

    public override async Task WriteAsync(HttpContext context, IAsyncEnumerable<Change> rows, ListRequest request, RecordFinisher finisher)
    {
        var changes = await FinishedAsync(context, rows.Take(request.Limit), finisher).ToListAsync(context.RequestAborted);
        var self = $"{PublicAddress.Of(context.Request)}{context.Request.Path}.atom{context.Request.QueryString}";
        await using var xml = XmlWriter.Create(
            context.Response.Body,
            new XmlWriterSettings
            {
                Async = true,
                Indent = true,
                CheckCharacters = false,
                Encoding = new System.Text.UTF8Encoding(false),
            }
        );
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "feed", Atom);
        await ElementAsync(xml, "id", self);
        await ElementAsync(xml, "title", "OpenGov: cambios · changes");
        await ElementAsync(
            xml,
            "updated",
            TypeHandlers.Format(changes.Count == 0 ? DateTimeOffset.UnixEpoch : changes.Max(change => change.ChangedAt))
        );
        await LinkAsync(xml, "self", self, Format.MediaType);
        await LinkAsync(xml, "alternate", PublicAddress.Of(context.Request), "text/html");
        await xml.WriteStartElementAsync(null, "author", Atom);
        await ElementAsync(xml, "name", "OpenGov");
        await xml.WriteEndElementAsync();
        foreach (var change in changes)
        {
            await xml.WriteStartElementAsync(null, "entry", Atom);
            await ElementAsync(xml, "id", ChangeEntry.Id(change));
            await ElementAsync(xml, "title", ChangeEntry.Title(change));
            await ElementAsync(xml, "updated", TypeHandlers.Format(change.ChangedAt));
            await LinkAsync(xml, "alternate", ChangeEntry.Url(change), "application/json");
            await ElementAsync(xml, "content", ChangeEntry.Content(change));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.FlushAsync();
    }

    private static Task ElementAsync(XmlWriter xml, string name, string text) =>
        xml.WriteElementStringAsync(null, name, Atom, new string([.. text.Where(XmlConvert.IsXmlChar)]));

    private static async Task LinkAsync(XmlWriter xml, string relation, string address, string type)
    {
        await xml.WriteStartElementAsync(null, "link", Atom);
        await xml.WriteAttributeStringAsync(null, "rel", null, relation);
        await xml.WriteAttributeStringAsync(null, "type", null, type);
        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }
}

/// <summary>The newest changes as a JSON Feed (version 1.1).</summary>
internal sealed class JsonChangeFeed() : ListWriter<Change>(Format.JsonFeed)
{
    public override IReadOnlyList<Shape<Change>.Property> Holds => [];

    public override async Task WriteAsync(HttpContext context, IAsyncEnumerable<Change> rows, ListRequest request, RecordFinisher finisher)
    {
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { Encoder = Json.Options.Encoder });
        writer.WriteStartObject();
        writer.WriteString("version", "https://jsonfeed.org/version/1.1");
        writer.WriteString("title", "OpenGov: cambios · changes");
        writer.WriteString("home_page_url", PublicAddress.Of(context.Request));
        writer.WriteString("feed_url", $"{PublicAddress.Of(context.Request)}{context.Request.Path}.feed.json{context.Request.QueryString}");
        writer.WriteStartArray("items");
        await foreach (var change in FinishedAsync(context, rows.Take(request.Limit), finisher))
        {
            writer.WriteStartObject();
            writer.WriteString("id", ChangeEntry.Id(change));
            writer.WriteString("url", ChangeEntry.Url(change));
            writer.WriteString("title", ChangeEntry.Title(change));
            writer.WriteString("content_text", ChangeEntry.Content(change));
            writer.WriteString("date_published", TypeHandlers.Format(change.ChangedAt));
            writer.WriteStartArray("tags");
            writer.WriteStringValue(change.RecordType);
            writer.WriteStringValue(change.Action);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(context.RequestAborted);
    }
}
