using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using System.Xml.Linq;
using OpenGov.Api.Http;

namespace OpenGov.Api.Embedding;

/// <summary>What an editor asks for an address that somebody pasted (oEmbed 1.0): the widget that shows it.</summary>
internal sealed class OEmbed(Pages.PagesRepository pages)
{
    private const int Width = 640;

    private const int Height = 480;

    /// <summary>Pages of the dashboard, and the widget that shows the same.</summary>
    private static readonly (Regex Page, string Widget, string? Table)[] Shown =
    [
        (RecordPage("commitments"), "commitment/{0}", "commitments"),
        (RecordPage("plans"), "plan/{0}", "plans"),
        (RecordPage("states"), "state/{0}", "states"),
        (Page(""), "map/state_stage", null),
        (Page("states"), "map/state_stage", null),
        (Page("plans"), "measure/finished?by=plan", null),
        (Page("commitments"), "measure/finished", null),
        (Page("themes"), "measure/finished?by=policy_area", null),
        (Page("secretariats"), "map/states_with_secretariat", null),
        (Page("coverage"), "measure/coverage", null),
        (Page("metrics"), "metric", null),
        (Page("changes"), "changes", null),
    ];

    /// <summary>Answers with the snippet: one quotation with a link and one frame, which is all that WordPress keeps.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var format = query["format"].ToString() is { Length: > 0 } given ? given : "json";
        if (format is not ("json" or "xml"))
        {
            return TypedResults.Problem("It answers in json and xml.", statusCode: StatusCodes.Status501NotImplemented);
        }

        var site = PublicAddress.Of(context.Request);
        if (
            !Uri.TryCreate(query["url"], UriKind.Absolute, out var address)
            || !address.AbsoluteUri.StartsWith($"{site}/", StringComparison.OrdinalIgnoreCase)
        )
        {
            return Problems.NotFound("url must be the address of a page or of a widget of this service.");
        }

        var (widget, title) = await WidgetAsync(address, context.RequestAborted);
        if (widget is null)
        {
            return Problems.NotFound("No widget shows what is at this address.");
        }

        var fields = Fields(context.Request, site, address, widget, title);
        return format == "json"
            ? Results.Json(fields.ToDictionary(field => field.Name, field => field.Value), Json.Options)
            : Results.Text(Xml(fields), "text/xml; charset=utf-8");
    }

    /// <summary>The address of the widget from its root, and what it is called; null when there is none.</summary>
    private async Task<(string? Widget, string Title)> WidgetAsync(Uri address, CancellationToken cancellationToken)
    {
        if (address.AbsolutePath.StartsWith("/embed/v1/", StringComparison.Ordinal))
        {
            return (address.PathAndQuery, "OpenGov");
        }

        foreach (var (page, widget, table) in Shown)
        {
            if (page.Match(address.AbsolutePath) is not { Success: true } match)
            {
                continue;
            }

            var language = HttpUtility.ParseQueryString(address.Query)["lang"] == "en" ? "en" : "es";
            var title = "OpenGov";
            var id = match.Groups["id"].Value;
            if (table is not null)
            {
                if (await pages.FindAsync(table, Uri.UnescapeDataString(id), cancellationToken) is not { } found)
                {
                    return default;
                }

                (id, title) = (found.Id, found.Title(language) ?? found.Id);
            }

            var path = $"/embed/v1/{string.Format(CultureInfo.InvariantCulture, widget, Uri.EscapeDataString(id))}";
            return ($"{path}{(path.Contains('?') ? '&' : '?')}lang={language}", title);
        }

        return default;
    }

    private static List<(string Name, object Value)> Fields(HttpRequest request, string site, Uri address, string widget, string title)
    {
        var (width, height) = (Within("maxwidth", Width), Within("maxheight", Height));
        string Html(string text) => WebUtility.HtmlEncode(text);
        var html =
            $"<blockquote><a href=\"{Html(address.AbsoluteUri)}\">{Html(title)}</a></blockquote>"
            + $"<iframe src=\"{Html(site + widget)}\" title=\"{Html(title)}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" "
            + "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" referrerpolicy=\"no-referrer\" "
            + "style=\"border:0;max-width:100%\"></iframe>";
        return
        [
            ("version", "1.0"),
            ("type", "rich"),
            ("title", title),
            ("provider_name", "OpenGov"),
            ("provider_url", site),
            ("cache_age", 3600),
            ("width", width),
            ("height", height),
            ("html", html),
        ];

        int Within(string name, int usual) =>
            int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0
                ? Math.Min(most, usual)
                : usual;
    }

    private static string Xml(IEnumerable<(string Name, object Value)> fields) =>
        new XDocument(
            new XDeclaration("1.0", "utf-8", "yes"),
            new XElement("oembed", fields.Select(field => new XElement(field.Name, field.Value)))
        )
            is var document
            ? $"{document.Declaration}\n{document}"
            : "";

    private static Regex RecordPage(string name) => new($"^/{name}/(?<id>[^/]+)/?$", RegexOptions.CultureInvariant);

    private static Regex Page(string name) => new($"^/{name}{(name.Length > 0 ? "/?" : "")}$", RegexOptions.CultureInvariant);
}
