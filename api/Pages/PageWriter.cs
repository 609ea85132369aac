using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.FileProviders;
using OpenGov.Api.Database;
using OpenGov.Api.Embedding;
using OpenGov.Api.Embedding.Pictures;
using OpenGov.Api.Http;
using OpenGov.Api.Pages.Contents;

namespace OpenGov.Api.Pages;

/// <summary>
/// Writes the one page that the dashboard is, completed for its address: what a shared link shows (chats and social
/// networks run no script), the heading, and what the browser should ask for at once. What is no page is
/// a 404 with the dashboard's page about it, which asks search engines to pass by.
/// </summary>
internal sealed class PageWriter(IFileProvider files, DashboardSettings settings)
{
    private const int LongestDescription = 300;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly DashboardBuild build = new(files);

    /// <summary>Names the build that the pages are written from.</summary>
    public string Version() =>
        build.Read() is { } current ? $"{current.At.Index.Ticks}.{current.At.List.Ticks}.{current.At.Config.Ticks}" : "";

    /// <summary>Whether there is a page at this path, whatever record it is about.</summary>
    public bool Has(PathString path) => build.Read() is { } current && current.Pages.Find(PathOf(path).Path) is not null;

    /// <summary>Answers with the page; false when the dashboard has not been built.</summary>
    public async Task<bool> WriteAsync(HttpContext context)
    {
        if (build.Read() is not { } current)
        {
            return false;
        }

        var asked = context.Request.Query["lang"].ToString();
        var languages = current.Pages.Languages;
        var language = languages.ContainsKey(asked) ? asked : current.Pages.FirstLanguage;
        var (path, isEmbedded) = PathOf(context.Request.Path);
        var (page, id) = current.Pages.Find(path) ?? default;
        PageRecord? record = null;
        var head = (page?.Head ?? current.Pages.Missing)[language];
        if (page is { Record: { } table })
        {
            switch (await FindAsync(context, table, id!))
            {
                case (true, { } found):
                    record = found;
                    head = head with
                    {
                        Title = record.Title(language) ?? record.Id,
                        Description = Cut(record.Description(language)) ?? head.Description,
                    };
                    path = Filled(page.Path, record.Id);
                    break;
                case (true, null):
                    page = null;
                    head = current.Pages.Missing[language];
                    break;
                default:
                    // Without the database the page is still a page; it says itself that it could not be filled.
                    head = head with
                    {
                        Title = id,
                    };
                    break;
            }
        }

        var text = new StringBuilder(current.Before.Length + current.Between.Length + current.After.Length + 8192);
        text.Append(
            current.Before.Replace(
                $"<html lang=\"{current.Pages.FirstLanguage}\">",
                $"<html lang=\"{language}\">",
                StringComparison.Ordinal
            )
        );
        Describe(text, context.Request, current.Pages, language, path, head, exists: page is not null);
        if (page is not null)
        {
            Preload(text, current, page, language);
        }

        var first = page is not null && context.Request.Query.Keys.All(key => key == "lang") ? page.First : [];
        var script =
            $"opengov={{api:{JsonSerializer.Serialize(current.Api)},site:{JsonSerializer.Serialize(current.Site.Or(settings))},first:{{}}}};"
            + "for(const a of "
            + $"{JsonSerializer.Serialize(first.Select(address => Filled(address, id)))})"
            + "{const u=(opengov.api||location.origin)+a;(opengov.first[u]=fetch(u,{cache:'no-cache'})).catch(()=>{})}";
        text.Append("<script>").Append(script).Append("</script>");

        text.Append(current.Between);
        if (!isEmbedded)
        {
            text.Append("<style id=\"marks\">").Append(EmbeddedFile.Text("marks.css")).Append("</style>");
            await BeginAsync(text, context, current.Pages, language, page, path, record?.Id, head);
        }

        text.Append(current.After);
        context.Response.StatusCode = page is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "public, no-cache";
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PagePolicy(
            [.. current.Scripts, DashboardBuild.ScriptHash(script)],
            current.Api,
            isEmbedded
        );
        await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
        return true;
    }

    private static (string Path, bool IsEmbedded) PathOf(PathString asked)
    {
        var isEmbedded = asked.StartsWithSegments("/embed", StringComparison.Ordinal, out var embedded);
        return ((isEmbedded ? embedded : asked).Value?.TrimEnd('/') is { Length: > 0 } given ? given : "/", isEmbedded);
    }

    /// <summary>The record that the page is about, null when there is none; whether the database could be asked at all.</summary>
    private static async Task<(bool IsKnown, PageRecord? Record)> FindAsync(HttpContext context, string table, string id)
    {
        try
        {
            return (true, await context.RequestServices.GetRequiredService<PagesRepository>().FindAsync(table, id, context.RequestAborted));
        }
        catch (DbException)
        {
            return (false, null);
        }
    }

    /// <summary>
    /// What the page says of itself once its code runs (<c>PageHead.svelte</c>), said before; its code takes away what is marked.
    /// </summary>
    private static void Describe(
        StringBuilder text,
        HttpRequest request,
        PageList pages,
        string language,
        string path,
        PageHead head,
        bool exists
    )
    {
        var site = PublicAddress.Of(request);
        var title = $"{head.Title} · {pages.Site[language]}";
        var address = $"{site}{path}";
        string In(string spoken) => spoken == pages.FirstLanguage ? address : $"{address}?lang={spoken}";
        text.Append("<title>").Append(Html.Encode(title)).Append("</title>");
        Meta("name", "description", head.Description);
        if (!exists)
        {
            // Stays when the page's code runs, as some search engines let it.
            text.Append("<meta name=\"robots\" content=\"noindex\" />");
            return;
        }

        Link("canonical", In(language));
        foreach (var spoken in pages.Languages.Keys)
        {
            Link("alternate", In(spoken), spoken);
        }

        // Editors that were given the page's address ask here for its widget.
        foreach (var (format, media) in ((string, string)[])[("json", "application/json+oembed"), ("xml", "text/xml+oembed")])
        {
            var snippet = $"{site}/oembed?format={format}&url={Uri.EscapeDataString(In(language))}";
            text.Append("<link rel=\"alternate\" type=\"")
                .Append(media)
                .Append("\" href=\"")
                .Append(Html.Encode(snippet))
                .Append("\" title=\"oEmbed\" data-head />");
        }

        Meta("property", "og:title", title);
        Meta("property", "og:description", head.Description);
        Meta("property", "og:type", "website");
        Meta("property", "og:site_name", pages.Site[language]);
        Meta("property", "og:url", In(language));
        Meta("property", "og:locale", pages.Languages[language]);
        Meta("property", "og:image", site + SharePictures.AddressOf(path, language));
        Meta("property", "og:image:width", "1200");
        Meta("property", "og:image:height", "630");
        Meta("property", "og:image:alt", title);
        Meta("name", "twitter:card", "summary_large_image");

        void Meta(string kind, string name, string content) =>
            text.Append("<meta ")
                .Append(kind)
                .Append("=\"")
                .Append(name)
                .Append("\" content=\"")
                .Append(Html.Encode(content))
                .Append("\" data-head />");

        void Link(string relation, string to, string? translation = null)
        {
            text.Append("<link rel=\"").Append(relation).Append("\" href=\"").Append(Html.Encode(to));
            if (translation is not null)
            {
                text.Append("\" hreflang=\"").Append(translation);
            }

            text.Append("\" data-head />");
        }
    }

    /// <summary>
    /// All of the page's code at once, not wave by wave; its styles as they are, disabled where they are linked, which its code asks
    /// for.
    /// </summary>
    private static void Preload(StringBuilder text, BuiltDashboard built, Page page, string language)
    {
        foreach (var file in page.Code.Concat(built.Pages.Words[language]).Concat(page.Words[language]))
        {
            if (built.Styles.TryGetValue(file, out var style))
            {
                text.Append("<style>")
                    .Append(style)
                    .Append("</style><link rel=\"stylesheet\" disabled href=\"")
                    .Append(file)
                    .Append("\" />");
            }
            else
            {
                text.Append("<link rel=\"modulepreload\" href=\"").Append(file).Append("\" />");
            }
        }
    }

    /// <summary>What is read until the page's code has drawn it, and by whoever runs none.</summary>
    private static async Task BeginAsync(
        StringBuilder text,
        HttpContext context,
        PageList pages,
        string language,
        Page? page,
        string path,
        string? id,
        PageHead head
    )
    {
        var services = context.RequestServices;
        var request = context.Request;

        // A form without scripts sends each of its fields; what was left empty was not asked for.
        request.Query = new QueryCollection(
            request
                .Query.Where(pair => pair.Value.Any(value => value is { Length: > 0 }))
                .ToDictionary(pair => pair.Key, pair => pair.Value)
        );
        var widget = WidgetRequest.OfPage(request, language);
        var frame = pages.Frame[language];
        PageContent? content = null;
        if (page is not null && services.GetServices<IPageContent>().FirstOrDefault(each => each.Path == page.Path) is { } says)
        {
            try
            {
                content = await says.ReadAsync(new PageRequest(widget, id ?? "", frame), context.RequestAborted);
            }
            catch (DbException)
            {
                // Without the database the page is still a page; it says itself that it could not be filled.
            }
        }

        var title = head.Heading ?? head.Title!;
        Link(text, request, pages, frame, page, path, title, content);
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var body = new Dictionary<string, object?>
        {
            [nameof(PageBody.Widget)] = widget,
            [nameof(PageBody.Frame)] = frame,
            [nameof(PageBody.FirstLanguage)] = pages.FirstLanguage,
            [nameof(PageBody.Others)] = pages
                .Frame.Where(each => each.Key != language)
                .Select(each => (each.Key, each.Value.Language))
                .ToList(),
            [nameof(PageBody.Heading)] = title,
            [nameof(PageBody.Lede)] = head.Lede,
            [nameof(PageBody.Text)] = page?.Text?[language] ?? [],
            [nameof(PageBody.Content)] = content,
            [nameof(PageBody.Today)] = services.GetRequiredService<DataStore>().Today,
        };
        text.Append(
            await renderer.Dispatcher.InvokeAsync(async () =>
                (await renderer.RenderComponentAsync<PageBody>(ParameterView.FromDictionary(body))).ToHtmlString()
            )
        );
    }

    /// <summary>The same facts for those who collect them (JSON-LD of schema.org): where the page stands, and what it is about.</summary>
    private static void Link(
        StringBuilder text,
        HttpRequest request,
        PageList pages,
        PageFrame frame,
        Page? page,
        string path,
        string title,
        PageContent? content
    )
    {
        if (page is null)
        {
            return;
        }

        var site = PublicAddress.Of(request);
        var name = $"{frame.Name} {frame.Place}";
        List<(string Name, string Address)> trail = [(name, $"{site}/")];
        if (content?.Above is { } above)
        {
            trail.Add((frame.Header.Single(link => link.Path == above).Label, site + above));
        }

        if (path != "/")
        {
            trail.Add((title, site + path));
        }

        var graph = new List<object>
        {
            new Dictionary<string, object?>
            {
                ["@type"] = "BreadcrumbList",
                ["itemListElement"] = trail.Select(
                    (step, place) =>
                        new Dictionary<string, object?>
                        {
                            ["@type"] = "ListItem",
                            ["position"] = place + 1,
                            ["name"] = step.Name,
                            ["item"] = step.Address,
                        }
                ),
            },
            new Dictionary<string, object?>
            {
                ["@type"] = "Dataset",
                ["name"] = name,
                ["description"] = frame.About,
                ["url"] = $"{site}/",
                ["inLanguage"] = pages.Languages.Keys,
                ["isAccessibleForFree"] = true,
                ["license"] = "https://creativecommons.org/licenses/by/4.0/",
                ["spatialCoverage"] = "México",
                ["creator"] = new Dictionary<string, object?>
                {
                    ["@type"] = "Organization",
                    ["name"] = frame.Name,
                    ["url"] = $"{site}/",
                },
                ["distribution"] = ((string, string)[])
                    [
                        ("application/zip", "/data/opengov.zip"),
                        ("text/csv", "/api/v1/commitments.csv"),
                        ("application/json", "/api/v1/commitments"),
                    ]
                    is var forms
                    ? forms.Select(form => new Dictionary<string, object?>
                    {
                        ["@type"] = "DataDownload",
                        ["encodingFormat"] = form.Item1,
                        ["contentUrl"] = site + form.Item2,
                    })
                    : null,
            },
        };
        if (content?.Linked is { } linked)
        {
            graph.Add(linked);
        }

        // In a script only `</` could end it early, and the writer escapes every <.
        text.Append("<script type=\"application/ld+json\" data-first>")
            .Append(JsonSerializer.Serialize(new Dictionary<string, object?> { ["@context"] = "https://schema.org", ["@graph"] = graph }))
            .Append("</script>");
    }

    private static string Filled(string address, string? id) =>
        address.Replace("{id}", id is null ? null : Uri.EscapeDataString(id), StringComparison.Ordinal);

    /// <summary>The beginning of a long text, up to the end of a word; null for none.</summary>
    private static string? Cut(string? text)
    {
        if (text is not { Length: > LongestDescription })
        {
            return text;
        }

        var end = text.LastIndexOf(' ', LongestDescription);
        return $"{text[..(end > 0 ? end : LongestDescription)]}…";
    }
}
