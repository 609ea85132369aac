using System.Text.Json;
using System.Xml;
using OpenGov.Api.Database;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Changes;

/// <summary>What a feed says of a change, to people in their language.</summary>
/// <param name="Id">An id for all time, whatever the address of the service and the language of the feed.</param>
/// <param name="Title">What was done to which record, by its name.</param>
/// <param name="Page">The page that shows the record; where none does, the page with the changes of the record.</param>
/// <param name="Content">What changed, by whom and why.</param>
/// <param name="Change">The change.</param>
internal sealed record ChangeEntry(string Id, string Title, string Page, string Content, Change Change)
{
    /// <summary>The newest changes, and how the feed speaks.</summary>
    public static async Task<(WidgetRequest Reader, IReadOnlyList<ChangeEntry> Entries)> ReadAsync(
        HttpContext context,
        IAsyncEnumerable<Change> rows,
        ListRequest request
    )
    {
        var services = context.RequestServices;
        var reader = LanguageParameter.Reader(context, request);
        var changes = await rows.Take(request.Limit).ToListAsync(context.RequestAborted);
        var named = await services.GetRequiredService<ChangeNames>().OfAsync(reader, changes, context.RequestAborted);
        var words = services.GetRequiredService<ChangeWords>();
        var entries = new List<ChangeEntry>();
        foreach (var change in changes)
        {
            entries.Add(
                new ChangeEntry(
                    $"tag:opengov,2026:change:{change.Id}:{TypeHandlers.Format(change.ChangedAt)}",
                    $"{reader.In(CodeWords.Of("change_action", change.Action))}: {named[change.Id].Text}",
                    reader.To(ChangeWords.PageOf(change) ?? $"/changes?record={Uri.EscapeDataString(change.RecordId)}")!,
                    await words.SentenceAsync(reader, change, context.RequestAborted),
                    change
                )
            );
        }

        return (reader, entries);
    }

    /// <summary>What the feed is called.</summary>
    public static string FeedTitle(WidgetRequest reader) => reader.In(new Words("OpenGov: lo que cambia", "OpenGov: what changes"));
}

/// <summary>The newest changes as an Atom feed (RFC 4287).</summary>
internal sealed class AtomFeed() : ListWriter<Change>(Format.Atom)
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public override IReadOnlyList<Shape<Change>.Property> Holds => [];

    public override IReadOnlyList<Filter> Parameters { get; } = [new LanguageParameter()];

    public override async Task WriteAsync(HttpContext context, IAsyncEnumerable<Change> rows, ListRequest request, RecordFinisher finisher)
    {
        var (reader, entries) = await ChangeEntry.ReadAsync(context, rows, request);
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
        await xml.WriteAttributeStringAsync("xml", "lang", "http://www.w3.org/XML/1998/namespace", reader.Language);
        await ElementAsync(xml, "id", self);
        await ElementAsync(xml, "title", ChangeEntry.FeedTitle(reader));
        await ElementAsync(
            xml,
            "updated",
            TypeHandlers.Format(entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(entry => entry.Change.ChangedAt))
        );
        await LinkAsync(xml, "self", self, Format.MediaType);
        await LinkAsync(xml, "alternate", reader.To("/changes")!, "text/html");
        await xml.WriteStartElementAsync(null, "author", Atom);
        await ElementAsync(xml, "name", "OpenGov");
        await xml.WriteEndElementAsync();
        foreach (var entry in entries)
        {
            await xml.WriteStartElementAsync(null, "entry", Atom);
            await ElementAsync(xml, "id", entry.Id);
            await ElementAsync(xml, "title", entry.Title);
            await ElementAsync(xml, "updated", TypeHandlers.Format(entry.Change.ChangedAt));
            await LinkAsync(xml, "alternate", entry.Page, "text/html");
            await LinkAsync(xml, "related", PublicAddress.OfApi(context.Request, $"/changes/{entry.Change.Id}"), "application/json");
            await ElementAsync(xml, "content", entry.Content);
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

    public override IReadOnlyList<Filter> Parameters { get; } = [new LanguageParameter()];

    public override async Task WriteAsync(HttpContext context, IAsyncEnumerable<Change> rows, ListRequest request, RecordFinisher finisher)
    {
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { Encoder = Json.Options.Encoder });
        var (reader, entries) = await ChangeEntry.ReadAsync(context, rows, request);
        writer.WriteStartObject();
        writer.WriteString("version", "https://jsonfeed.org/version/1.1");
        writer.WriteString("title", ChangeEntry.FeedTitle(reader));
        writer.WriteString("language", reader.Language);
        writer.WriteString("home_page_url", reader.To("/changes"));
        writer.WriteString("feed_url", $"{PublicAddress.Of(context.Request)}{context.Request.Path}.feed.json{context.Request.QueryString}");
        writer.WriteStartArray("items");
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            writer.WriteString("id", entry.Id);
            writer.WriteString("url", entry.Page);
            writer.WriteString("external_url", PublicAddress.OfApi(context.Request, $"/changes/{entry.Change.Id}"));
            writer.WriteString("title", entry.Title);
            writer.WriteString("content_text", entry.Content);
            writer.WriteString("date_published", TypeHandlers.Format(entry.Change.ChangedAt));
            writer.WriteStartArray("tags");
            writer.WriteStringValue(entry.Change.RecordType);
            writer.WriteStringValue(entry.Change.Action);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(context.RequestAborted);
    }
}
