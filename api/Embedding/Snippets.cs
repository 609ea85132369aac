using System.Net;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>
/// What is pasted elsewhere, as the dashboard's builder has it (<c>snippets.ts</c>): what stands here stands in other sites for years.
/// Golden files keep each, of both.
/// </summary>
internal static class Snippets
{
    private static readonly Dictionary<string, string> Badges = new()
    {
        ["commitment"] = "commitments",
        ["story"] = "commitments",
        ["plan"] = "plans",
        ["health"] = "plans",
        ["state"] = "states",
        ["secretariat"] = "states",
        ["measure"] = "measures",
        ["map"] = "measures",
    };

    /// <summary>What the parameters of a look change is nothing on a picture.</summary>
    private static readonly string[] Looks = ["theme", "accent", "heading", "density", "limit"];

    /// <summary>Each way of pasting a widget with its name; a badge only where there is one.</summary>
    /// <param name="asked">The widget.</param>
    public static IReadOnlyList<(string Way, Words Name, string Text)> Of(PastedWidget asked)
    {
        var ((site, kind, id, language), given) = (asked.Where, asked.Given);
        var path = Path(asked);
        var widget = site + Address(asked);
        var facts = given.Where(one => !Looks.Contains(one.Name)).ToList();
        var said = facts.Where(one => one.Name != "by").ToList();
        var badge = kind == "measure" || said.TrueForAll(one => one.Name == "as_of") ? Badges.GetValueOrDefault(kind) : null;
        var (text, page) = (Escaped(asked.Title), Escaped(asked.Page));
        var link = $"<a href=\"{page}\">{text}</a>";
        string Image(string address, string size) => $"<a href=\"{page}\"><img src=\"{Escaped(address)}\" alt=\"{text}\" {size} /></a>";
        (string Name, string Value)[] named =
        [
            ("kind", kind),
            .. id.Length == 0 ? [] : ((string, string)[])[("ref", id)],
            ("lang", language),
            .. given,
        ];
        var attributes = string.Join(' ', named.Select(one => $"{one.Name.Replace('_', '-')}=\"{Escaped(one.Value)}\""));
        return
        [
            ("link", new Words("Un enlace", "A link"), link),
            .. badge is null
                ? []
                : ((string, Words, string)[])
                    [
                        (
                            "badge",
                            new Words("Una insignia", "A badge"),
                            Image(
                                $"{site}/badges/{badge}/{Uri.EscapeDataString(id)}.svg{Query([("lang", language), .. said])}",
                                "height=\"20\""
                            )
                        ),
                    ],
            (
                "picture",
                new Words("Una imagen", "A picture"),
                Image($"{site}/pictures/{language}{path}.png{Query(facts)}", "width=\"600\" height=\"315\"")
            ),
            ("address", new Words("Una dirección", "An address"), widget),
            (
                "iframe",
                new Words("Un marco", "A frame"),
                $"<iframe src=\"{Escaped(widget)}\" title=\"{text}\" width=\"100%\" height=\"{asked.Height}\" loading=\"lazy\" "
                    + "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" referrerpolicy=\"no-referrer\" "
                    + $"style=\"border:0;max-width:100%\"></iframe>\n<p>{link}</p>"
            ),
            (
                "element",
                new Words("Un elemento", "An element"),
                $"<script src=\"{Escaped(site)}/widgets/v1.js\" defer></script>\n"
                    + $"<opengov-widget {attributes} title=\"{text}\">{link}</opengov-widget>"
            ),
        ];
    }

    /// <summary>The address of the widget, from the root of the service.</summary>
    public static string Address(PastedWidget asked) => Path(asked) + Query([("lang", asked.Where.Language), .. asked.Given]);

    private static string Path(PastedWidget asked) =>
        $"/embed/v1/{asked.Where.Kind}{(asked.Where.Id.Length == 0 ? "" : $"/{Uri.EscapeDataString(asked.Where.Id)}")}";

    /// <summary>As browsers write a query; commas separate values and need no escape.</summary>
    private static string Query(IReadOnlyList<(string Name, string Value)> parameters) =>
        parameters.Count == 0
            ? ""
            : "?"
                + string.Join('&', parameters.Select(one => $"{WebUtility.UrlEncode(one.Name)}={WebUtility.UrlEncode(one.Value)}"))
                    .Replace("%2C", ",", StringComparison.Ordinal);

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}

/// <summary>A widget that is to be pasted.</summary>
/// <param name="Where">The site, the kind of widget, what it is about (empty for the whole country), and its language.</param>
/// <param name="Given">Its other parameters, in their order.</param>
/// <param name="Title">What those hear who cannot see it.</param>
/// <param name="Page">The address of the page with all of it.</param>
/// <param name="Height">Of its frame, in pixels.</param>
internal sealed record PastedWidget(
    (string Site, string Kind, string Id, string Language) Where,
    IReadOnlyList<(string Name, string Value)> Given,
    string Title,
    string Page,
    int Height
);
