using System.Text.Json;
using Microsoft.Extensions.FileProviders;
using OpenGov.Api.Http;

namespace OpenGov.Api.Pages;

/// <summary>What the build of the dashboard says about its pages (<c>pages.json</c>, made from the dashboard's own words).</summary>
/// <param name="Languages">Every language that the dashboard speaks, with its name for those who show links (<c>es_MX</c>).</param>
/// <param name="FirstLanguage">The language of an address that names none.</param>
/// <param name="Site">Name of the site, by language.</param>
/// <param name="Missing">What is said where there is no page, by language.</param>
/// <param name="Words">Code with the words of each language.</param>
/// <param name="Pages">Every page.</param>
internal sealed record PageList(
    IReadOnlyDictionary<string, string> Languages,
    string FirstLanguage,
    IReadOnlyDictionary<string, string> Site,
    IReadOnlyDictionary<string, PageHead> Missing,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Words,
    IReadOnlyList<Page> Pages
)
{
    public static PageList Read(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        return JsonSerializer.Deserialize<PageList>(stream, Json.Options) is { Languages: not null, FirstLanguage: not null } list
            ? list
            : throw new InvalidDataException($"{file.Name} of the dashboard names no languages. Build it again with scripts/run.sh.");
    }

    /// <summary>The page at a path, and the id that the path holds; null where there is none.</summary>
    public (Page Page, string? Id)? Find(string path)
    {
        foreach (var page in Pages)
        {
            var at = page.Path.IndexOf("{id}", StringComparison.Ordinal);
            if (
                at < 0
                    ? path == page.Path
                    : path.Length > at && path.StartsWith(page.Path[..at], StringComparison.Ordinal) && !path[at..].Contains('/')
            )
            {
                return (page, at < 0 ? null : path[at..]);
            }
        }

        return null;
    }
}

/// <summary>One page, or the pages of one kind of record.</summary>
/// <param name="Path">Its path; <c>{id}</c> stands for the id of a record.</param>
/// <param name="Record">Table of the record that gives the page its title; null for a page with a title of its own.</param>
/// <param name="Head">What is said of it, by language.</param>
/// <param name="First">What it asks the API for at once when its address has no query.</param>
/// <param name="Code">Its scripts and styles.</param>
/// <param name="Words">Code with its own words, by language.</param>
internal sealed record Page(
    string Path,
    string? Record,
    IReadOnlyDictionary<string, PageHead> Head,
    IReadOnlyList<string> First,
    IReadOnlyList<string> Code,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Words
);

/// <summary>What a link to a page shows.</summary>
/// <param name="Title">Its title; null where a record gives it.</param>
/// <param name="Description">A sentence or two; for a record, said of one that says nothing of itself.</param>
/// <param name="Heading">The heading that it begins with; null where that is its title.</param>
/// <param name="Lede">
/// The words under the heading; null where the page knows them only once it is drawn, and a line stands above its heading.
/// </param>
/// <param name="Picture">Path of its picture.</param>
internal sealed record PageHead(string? Title, string Description, string? Heading, string? Lede, string Picture);
