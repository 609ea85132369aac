using System.Text;
using System.Text.Json;
using OpenGov.Api.Http;
using OpenGov.Api.Pages.Contents;

namespace OpenGov.Api.Pages;

/// <summary>What a page is for those who collect facts (JSON-LD of schema.org).</summary>
internal static class LinkedData
{
    private static readonly (string Media, string Path)[] Forms =
    [
        ("application/zip", "/data/opengov.zip"),
        ("text/csv", "/api/v1/commitments.csv"),
        ("application/json", "/api/v1/commitments"),
    ];

    /// <summary>Where the page stands, the data that it is part of, and what it is about.</summary>
    public static void Write(
        StringBuilder text,
        HttpRequest request,
        PageList pages,
        PageFrame frame,
        string path,
        string title,
        PageContent? content
    )
    {
        var site = PublicAddress.Of(request);
        var name = $"{frame.Name} {frame.Place}";
        List<(string Name, string Address)> trail = [(name, $"{site}/")];
        if (content?.Above is { } above)
        {
            trail.Add((frame.Header.Concat(frame.Footer).First(link => link.Path == above).Label, site + above));
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
                ["distribution"] = Forms.Select(form => new Dictionary<string, object?>
                {
                    ["@type"] = "DataDownload",
                    ["encodingFormat"] = form.Media,
                    ["contentUrl"] = site + form.Path,
                }),
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
}
