using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>
/// What a page of the dashboard says without its code: its facts, tables and links, from the same records, measures and marks as the
/// widgets. Every class that is one is found by its type.
/// </summary>
internal interface IPageContent
{
    /// <summary>The page, as <c>pages.json</c> names it.</summary>
    string Path { get; }

    /// <summary>Whether it can be read as it was on a day; the address of one that cannot has a day of another thing.</summary>
    bool IsOfADay => true;

    /// <summary>What it says; null when there is nothing to say.</summary>
    Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken);
}

/// <summary>A page that was asked for.</summary>
/// <param name="Widget">The reader's language, and where links go.</param>
/// <param name="Id">The record that it is about; empty for a page about none.</param>
/// <param name="Frame">The dashboard's words around it.</param>
/// <param name="Page">What the dashboard says of the page.</param>
internal sealed record PageRequest(WidgetRequest Widget, string Id, PageFrame Frame, Page Page)
{
    /// <summary>What its address can choose of what it shows, with its words.</summary>
    public IReadOnlyDictionary<string, PageField> Filters => Page.Filters[Widget.Language];

    /// <summary>The values of a parameter of the address.</summary>
    public string? Given(string name) => Widget.Request.Query.Given(name) is [{ Length: > 0 } given, ..] ? given : null;
}

/// <summary>What a page says.</summary>
public sealed record PageContent
{
    /// <summary>What it is about, over its heading.</summary>
    public Spoken? Eyebrow { get; init; }

    /// <summary>What it says, in the order in which it is read.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Who says it: the sources of the whole, and those of each of its parts.</summary>
    public IReadOnlyList<SourceReference> Sources
    {
        get => SourceOrder.Union(field, Blocks);
        init;
    } = [];

    /// <summary>Where the API has what it is made of, from the root of the API: of its figures that name no data of their own.</summary>
    public string? Data { get; init; }

    /// <summary>What it is for those who collect facts (schema.org), beside what every page is.</summary>
    public IReadOnlyDictionary<string, object?>? Linked { get; init; }

    /// <summary>What its address narrows it to; null for the whole page.</summary>
    internal NarrowedTo? Narrowed { get; init; }

    /// <summary>Parameters of its address that it took beside those that the page has.</summary>
    internal IReadOnlyList<string> Taken { get; init; } = [];

    /// <summary>What of its address the page does not take, parameters and values, in sentences that stand over all else.</summary>
    internal IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>What of its address cannot be; null where all of it can.</summary>
    internal ParameterErrors? Errors { get; init; }

    /// <summary>The page of the header that it belongs under; null for a page right under the first.</summary>
    public string? Above { get; init; }
}

/// <summary>What the address of a page narrows it to: a link to it is a link to this.</summary>
/// <param name="Title">What it is then about.</param>
/// <param name="Query">The parameters that say so.</param>
/// <param name="IsHeading">Whether the page begins with this title, too.</param>
internal sealed record NarrowedTo(string Title, QueryString Query, bool IsHeading);
