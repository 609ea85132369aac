using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using OpenGov.Api.Embedding;
using OpenGov.Api.Embedding.Pictures;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Pages;

/// <summary>What stands in the head of a page: what a shared link shows, its other languages, and where editors ask for its widget.</summary>
internal static class PageDescription
{
    private const int LongestDescription = 300;

    private static readonly Words EveryChange = new("Lo que cambia", "What changes");

    private static readonly Words ItsChanges = new("Lo que cambia de esto", "What of this changes");

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>
    /// What the page says of itself once its code runs (<c>PageHead.svelte</c>), said before; its code takes away what is marked.
    /// </summary>
    public static void Write(StringBuilder text, HttpRequest request, PageList pages, PageAnswer answer)
    {
        var (language, path, head, asOf) = (answer.Widget.Language, answer.Path, answer.Head, answer.Widget.AsOf);
        var site = PublicAddress.Of(request);
        var facts = asOf is { } day ? QueryString.Create("as_of", $"{day:yyyy-MM-dd}") : QueryString.Empty;
        var title = $"{head.Title} · {pages.Site[language]}";
        var narrowing = answer.Content?.Narrowed?.Query ?? QueryString.Empty;
        string In(string spoken) =>
            $"{site}{path}{(spoken == pages.FirstLanguage ? narrowing : QueryString.Create("lang", spoken).Add(narrowing))}";
        text.Append("<title>").Append(Html.Encode(title)).Append("</title>");
        Meta("name", "description", head.Description);
        if (!answer.IsFound)
        {
            // Stays when the page's code runs, as some search engines let it.
            text.Append("<meta name=\"robots\" content=\"noindex\" />");
            return;
        }

        if (asOf is not null)
        {
            // What is found is the page of today.
            text.Append("<meta name=\"robots\" content=\"noindex\" />");
        }

        Link("canonical", In(language));
        foreach (var spoken in pages.Languages.Keys)
        {
            Link("alternate", In(spoken), spoken);
        }

        // What changes can be followed, everywhere: of the record that the page shows, else of everything.
        if (asOf is null)
        {
            var own =
                path.Trim('/').Split('/') is [("states" or "plans" or "commitments") and var kind, var id]
                    ? $"&{kind[..^1]}={Uri.EscapeDataString(id)}"
                : path.Trim('/').Split('/') is ["dialogue", "proposals", var proposal] ? $"&record={Uri.EscapeDataString(proposal)}"
                : path.Trim('/').Split('/') is ["organizations", var organization] ? $"&record={organization}"
                : "";
            foreach (var format in (Format[])[Format.Atom, Format.JsonFeed])
            {
                text.Append("<link rel=\"alternate\" type=\"")
                    .Append(format.MediaType)
                    .Append("\" href=\"")
                    .Append(Html.Encode($"{PublicAddress.OfApi(request, "/changes")}.{format.Suffix}?lang={language}{own}"))
                    .Append("\" title=\"")
                    .Append(Html.Encode(answer.Widget.In(own.Length == 0 ? EveryChange : ItsChanges)))
                    .Append("\" data-head />");
            }
        }

        // Editors that were given the page's address ask here for its widget.
        foreach (var (format, media) in ((string, string)[])[("json", "application/json+oembed"), ("xml", "text/xml+oembed")])
        {
            var own = Asked(asOf is null ? In(language) : QueryHelpers.AddQueryString(In(language), "as_of", $"{asOf:yyyy-MM-dd}"));
            var snippet = $"{site}/oembed?format={format}&url={Uri.EscapeDataString(own)}";
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
        // The picture of a page is of the whole page; of what it is narrowed to it is that of its widget.
        var picture =
            narrowing.HasValue && PageWidgets.Find(path, QueryHelpers.ParseQuery(narrowing.Value)) is var (shown, _)
                ? shown.Address(shown.Id)
                : path;
        Meta("property", "og:image", site + SharePictures.AddressOf(picture, language, picture == path ? facts : facts.Add(narrowing)));
        Meta("property", "og:image:width", "1200");
        Meta("property", "og:image:height", "630");
        Meta("property", "og:image:alt", title);
        Meta("name", "twitter:card", "summary_large_image");

        // What narrows the page beyond what its own address says is another answer than that of the whole: the editor hears of it.
        string Asked(string own) =>
            QueryHelpers.AddQueryString(
                own,
                request.Query.Where(given =>
                    !PageWidgets.Unnarrowing.Contains(given.Key)
                    && !QueryHelpers.ParseQuery(narrowing.Value).ContainsKey(given.Key)
                    && given.Value.Any(value => value is { Length: > 0 })
                )
            );

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

    /// <summary>The beginning of a long text, up to the end of a word; null for none.</summary>
    public static string? Cut(string? text)
    {
        if (text is not { Length: > LongestDescription })
        {
            return text;
        }

        var end = text.LastIndexOf(' ', LongestDescription);
        return $"{text[..(end > 0 ? end : LongestDescription)]}…";
    }
}
