using System.Text.Json;
using Microsoft.Extensions.FileProviders;
using OpenGov.Api.Http;

namespace OpenGov.Api.Pages;

/// <summary>What the build of the dashboard says about its pages (<c>pages.json</c>, made from the dashboard's own words).</summary>
/// <param name="Languages">Every language that the dashboard speaks, with its name for those who show links (<c>es_MX</c>).</param>
/// <param name="FirstLanguage">The language of an address that names none.</param>
/// <param name="Site">Name of the site, by language.</param>
/// <param name="Frame">What stands around every page, by language.</param>
/// <param name="Missing">What is said where there is no page, by language.</param>
/// <param name="Words">Code with the words of each language.</param>
/// <param name="Pages">Every page.</param>
internal sealed record PageList(
    IReadOnlyDictionary<string, string> Languages,
    string FirstLanguage,
    IReadOnlyDictionary<string, string> Site,
    IReadOnlyDictionary<string, PageFrame> Frame,
    IReadOnlyDictionary<string, PageHead> Missing,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Words,
    IReadOnlyList<Page> Pages
)
{
    public static PageList Read(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        return
            JsonSerializer.Deserialize<PageList>(stream, Json.Options)
                is { Languages: not null, FirstLanguage: not null, Frame: not null } list
            ? list
            : throw new InvalidDataException($"{file.Name} of the dashboard names no languages. Build it again with scripts/run.sh.");
    }

    /// <summary>The path of a page in what was asked for.</summary>
    public static string PathOf(PathString asked) => asked.Value?.TrimEnd('/') is { Length: > 0 } given ? given : "/";

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
/// <param name="Text">What it says in words alone, by language; null where that is nothing.</param>
/// <param name="Closing">What it says in words after all else, by language; null where that is nothing.</param>
/// <param name="First">What it asks the API for at once when its address has no query.</param>
/// <param name="Code">Its scripts and styles.</param>
/// <param name="Words">Code with its own words, by language.</param>
/// <param name="Takes">Every parameter of its address.</param>
/// <param name="Values">What those take whose values are not free.</param>
/// <param name="Filters">Those that choose what is shown, by language: the service takes these, too.</param>
internal sealed record Page(
    string Path,
    string? Record,
    IReadOnlyDictionary<string, PageHead> Head,
    IReadOnlyDictionary<string, IReadOnlyList<PageSection>>? Text,
    IReadOnlyDictionary<string, IReadOnlyList<PageSection>>? Closing,
    IReadOnlyList<string> First,
    IReadOnlyList<string> Code,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Words,
    IReadOnlyList<string> Takes,
    IReadOnlyDictionary<string, PageValues> Values,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, PageField>> Filters
);

/// <summary>What a parameter takes.</summary>
/// <param name="Allowed">The values that are known without the data.</param>
/// <param name="From">The set in the data that has the others; null for none.</param>
internal sealed record PageValues(IReadOnlyList<string> Allowed, string? From);

/// <summary>A filter as the dashboard's control has it.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Choices">Its values with their names, in their order; null where the service has them, and where a reader writes.</param>
/// <param name="None">
/// What <c>no_data</c> is called of it, where that is no gap in the data; null where it is one, or cannot be asked for.
/// </param>
internal sealed record PageField(string Label, IReadOnlyDictionary<string, string>? Choices, string? None = null);

/// <summary>What a link to a page shows.</summary>
/// <param name="Title">Its title; null where a record gives it.</param>
/// <param name="Description">
/// A sentence or two; for a record, said of one that says nothing of itself, with <c>{name}</c> for what it is called.
/// </param>
/// <param name="Heading">The heading that it begins with; null where that is its title.</param>
/// <param name="Lede">
/// The words under the heading; null where the page knows them only once it is drawn, and a line stands above its heading.
/// </param>
internal sealed record PageHead(string? Title, string Description, string? Heading, string? Lede)
{
    /// <summary>Of a record that is called so, and says this of itself; null for nothing.</summary>
    public PageHead Named(string name, string? description) =>
        this with
        {
            Title = name,
            Description = description ?? Description.Replace("{name}", name, StringComparison.Ordinal),
        };
}

/// <summary>A part of a page in words.</summary>
/// <param name="Heading">Its heading; null for none.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
/// <param name="Anchor">The part of the page's address that leads to it; null for none.</param>
public sealed record PageSection(string? Heading, IReadOnlyList<string> Paragraphs, string? Anchor = null);

/// <summary>The dashboard's words around every page in one language, its links, and its names of filters.</summary>
/// <param name="Language">The language's own name.</param>
/// <param name="Name">Of the site.</param>
/// <param name="Place">What the site is about.</param>
/// <param name="Skip">To the content.</param>
/// <param name="Navigation">Name of the links in the header.</param>
/// <param name="Search">What the search is in.</param>
/// <param name="Find">Begins it.</param>
/// <param name="More">Name of the links in the footer.</param>
/// <param name="About">What the site is.</param>
/// <param name="Licence">Of the data.</param>
/// <param name="Header">The links in the header.</param>
/// <param name="Footer">The links in the footer.</param>
/// <param name="Filters">Name of each filter of commitments.</param>
/// <param name="Ignored">What is said of parameters that a page does not take, with <c>{names}</c> for them.</param>
/// <param name="Refused">What is said of a value that a parameter does not take, with <c>{value}</c> and <c>{name}</c>.</param>
/// <param name="Foreign">What is said of a language that the dashboard does not speak, with <c>{value}</c>.</param>
/// <param name="Parameters">What people call parameters of an address.</param>
/// <param name="Values">What people call the codes that an address chooses a view by; null in a build from before they had names.</param>
/// <param name="Kinds">Name of each kind of record.</param>
public sealed record PageFrame(
    string Language,
    string Name,
    string Place,
    string Skip,
    string Navigation,
    string Search,
    string Find,
    string More,
    string About,
    string Licence,
    IReadOnlyList<PageLink> Header,
    IReadOnlyList<PageLink> Footer,
    IReadOnlyDictionary<string, string> Filters,
    string Ignored,
    string Refused,
    string Foreign,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string>? Values,
    IReadOnlyDictionary<string, string> Kinds
);

/// <summary>A link to a page of the dashboard.</summary>
/// <param name="Path">The page.</param>
/// <param name="Label">What it is called.</param>
public sealed record PageLink(string Path, string Label);
