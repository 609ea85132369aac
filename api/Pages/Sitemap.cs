using System.Globalization;
using System.Text;
using System.Xml;
using OpenGov.Api.Database;
using OpenGov.Api.Http;

namespace OpenGov.Api.Pages;

/// <summary>
/// The pages of the dashboard for those who index them (sitemaps.org): each page, and one for each record that has one, in each language.
/// </summary>
internal static class Sitemap
{
    /// <summary>Addresses in a file, as the format allows; beyond it the records that changed longest ago are left out.</summary>
    private const int Most = 50_000;

    private const string Format = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Html = "http://www.w3.org/1999/xhtml";

    public static void MapSitemap(this WebApplication app)
    {
        app.MapMethods("/sitemap.xml", ReadMethods.All, AnswerAsync)
            .WithMetadata(new AnsweringMetadata(Answering.FromData))
            .ExcludeFromDescription();
        app.MapMethods(
                "/robots.txt",
                ReadMethods.All,
                (HttpRequest request) =>
                    Results.Text(
                        $"User-agent: *\nAllow: /\n\nSitemap: {PublicAddress.Of(request)}/sitemap.xml\n",
                        "text/plain; charset=utf-8"
                    )
            )
            .WithMetadata(new AnsweringMetadata(Answering.FromProgram))
            .ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(
        HttpRequest request,
        DashboardBuild build,
        ReadSession session,
        CancellationToken cancellationToken
    )
    {
        var pages = build.Read()?.Pages;
        var languages = pages?.Languages.Keys.ToList() ?? [];
        var site = PublicAddress.Of(request);
        var text = new StringBuilder();
        await using (
            var xml = XmlWriter.Create(
                text,
                new XmlWriterSettings
                {
                    Async = true,
                    Indent = true,
                    OmitXmlDeclaration = true,
                }
            )
        )
        {
            await xml.WriteStartElementAsync(null, "urlset", Format);
            await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Html);
            var left = Most;
            foreach (var page in pages?.Pages ?? [])
            {
                IReadOnlyList<Shown> records = page.Record is null
                    ? [new Shown()]
                    : await RecordsAsync(page.Record, left / Math.Max(1, languages.Count), session, cancellationToken);
                foreach (var (record, language) in records.SelectMany(_ => languages, (record, language) => (record, language)))
                {
                    left--;
                    await WriteAsync(site + page.Path.Replace("{id}", record.Id, StringComparison.Ordinal), language, record.UpdatedAt);
                }
            }

            await xml.WriteEndElementAsync();

            async Task WriteAsync(string address, string language, DateTimeOffset? updatedAt)
            {
                string In(string spoken) => spoken == pages!.FirstLanguage ? address : $"{address}?lang={spoken}";
                await xml.WriteStartElementAsync(null, "url", Format);
                await xml.WriteElementStringAsync(null, "loc", Format, In(language));
                if (updatedAt is { } instant)
                {
                    var day = instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    await xml.WriteElementStringAsync(null, "lastmod", Format, day);
                }

                foreach (var spoken in languages)
                {
                    await xml.WriteStartElementAsync("xhtml", "link", Html);
                    await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
                    await xml.WriteAttributeStringAsync(null, "hreflang", null, spoken);
                    await xml.WriteAttributeStringAsync(null, "href", null, In(spoken));
                    await xml.WriteEndElementAsync();
                }

                await xml.WriteEndElementAsync();
            }
        }

        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n", "application/xml; charset=utf-8");
    }

    private static Task<IReadOnlyList<Shown>> RecordsAsync(
        string table,
        int most,
        ReadSession session,
        CancellationToken cancellationToken
    ) =>
        session.QueryAsync<Shown>(
            $"SELECT r.id, r.updated_at FROM {table} r ORDER BY r.updated_at DESC, r.id{session.Dialect.Ordinal} {session.Dialect.Take}",
            new { Take = most },
            cancellationToken
        );

    /// <summary>What a page shows.</summary>
    private sealed record Shown
    {
        public string Id { get; init; } = "";
        public DateTimeOffset? UpdatedAt { get; init; }
    }
}
