using System.Data.Common;
using OpenGov.Api.Database;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Pages.Contents;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages;

/// <summary>What stands at an address.</summary>
internal sealed record PageAnswer
{
    /// <summary>The page; null where there is none.</summary>
    public Page? Page { get; init; }

    /// <summary>The id in its path, as it was asked for; null for a page about no record.</summary>
    public string? Id { get; init; }

    /// <summary>Its path, as its record spells it.</summary>
    public required string Path { get; init; }

    /// <summary>How it is read.</summary>
    public required WidgetRequest Widget { get; init; }

    /// <summary>What is said of it before it is read.</summary>
    public required PageHead Head { get; init; }

    /// <summary>The language of its title, where that is its record's.</summary>
    public string? TitleLanguage { get; init; }

    /// <summary>What it says; null where that is nothing, and where the database cannot be asked.</summary>
    public PageContent? Content { get; init; }

    /// <summary>Whether it is the page of an earlier day, which stays as it is served: the dashboard shows today's.</summary>
    public bool IsStill { get; init; }

    /// <summary>Whether it says what was asked for.</summary>
    public bool IsFound => Page is not null && Content?.Errors is null;

    /// <summary>Its status.</summary>
    public int Status =>
        Content?.Errors is { Any: true } ? StatusCodes.Status400BadRequest
        : IsWithdrawn ? StatusCodes.Status410Gone
        : Page is null ? StatusCodes.Status404NotFound
        : StatusCodes.Status200OK;

    /// <summary>Whether its record was withdrawn.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>Finds what an address shows: a page with its record and facts, or the notice that stands in its place.</summary>
internal sealed class PageReader(
    ReadSession session,
    DataVersion version,
    PagesRepository records,
    RecordNames names,
    RecordRequest requests,
    UnknownValues unknown,
    FigureSources sources,
    IEnumerable<IPageContent> contents
)
{
    /// <summary>What every page takes beside its own.</summary>
    private static readonly string[] Own = ["lang", "as_of"];

    public async Task<PageAnswer> ReadAsync(HttpRequest request, PageList pages, CancellationToken cancellationToken)
    {
        var asked = request.Query.Given("lang").ToString();
        var language = pages.Languages.ContainsKey(asked) ? asked : pages.FirstLanguage;
        var path = PageList.PathOf(request.Path);
        var (page, id) = pages.Find(path) ?? default;
        var says = contents.FirstOrDefault(each => each.Path == page?.Path);
        var errors = new ParameterErrors();
        var isStill = says is { IsOfADay: true } && request.Query.Has("as_of");
        if (isStill)
        {
            QueryBinding.ReadAsOf(request, session, errors);
        }

        var answer = new PageAnswer
        {
            Page = page,
            Id = id,
            Path = path,
            Widget = Asked(request, language),
            Head = (page?.Head ?? pages.Missing)[language],
            IsStill = isStill,
        };
        if (errors.Any)
        {
            return Noticed(answer, PageNotices.Wrong(answer.Widget, errors), Notices.Wrong(answer.Widget, errors).Title.Text!);
        }

        if (page is null)
        {
            return answer with { Content = PageNotices.Elsewhere(answer.Widget, null) };
        }

        try
        {
            if (page.Record is { } table)
            {
                return await RecordAsync(answer, table, id!, pages, says, cancellationToken);
            }

            if (session.AsOf is { } day && await version.FirstDayAsync(cancellationToken) is { } first && day < first)
            {
                return answer with { Content = new PageContent { Blocks = Notices.Before(answer.Widget, first).Blocks } };
            }

            return Narrowed(
                await ToldAsync(
                    answer with
                    {
                        Content = await SaidAsync(answer, says, "", pages, cancellationToken),
                    },
                    pages,
                    cancellationToken
                )
            );
        }
        catch (DbException)
        {
            // Without the database the page is still a page; it says itself that it could not be filled.
            return page.Record is null ? answer : answer with { Head = answer.Head.Named(id!, null) };
        }
    }

    private async Task<PageAnswer> RecordAsync(
        PageAnswer answer,
        string table,
        string id,
        PageList pages,
        IPageContent? says,
        CancellationToken cancellationToken
    )
    {
        var (widget, missing) = (answer.Widget, pages.Missing[answer.Widget.Language]);
        if (await records.FindAsync(table, id, cancellationToken) is { } found)
        {
            var title = await names.AnyAsync(widget, table, found.Id, found.TitleEs, found.TitleEn, cancellationToken);
            var named = answer with
            {
                TitleLanguage = title.Language,
                Path = answer.Page!.Path.Replace("{id}", Uri.EscapeDataString(found.Id), StringComparison.Ordinal),
                Head = answer.Head.Named(title.Text!, PageDescription.Cut(found.Description(widget.Language))),
            };
            return await ToldAsync(
                named with
                {
                    Content = await SaidAsync(named, says, found.Id, pages, cancellationToken),
                },
                pages,
                cancellationToken
            );
        }

        if (await requests.WithdrawalAsync(table, RecordId.Canonical(table, id), cancellationToken) is { } withdrawal)
        {
            var gone = Notices.Withdrawn(widget, RecordId.Canonical(table, id), withdrawal);
            return Noticed(
                answer with
                {
                    Page = null,
                    IsWithdrawn = true,
                    Head = missing,
                },
                PageNotices.Withdrawn(widget, gone, answer.Path, withdrawal),
                gone.Title.Text!
            );
        }

        return answer with
        {
            Page = null,
            Head = missing,
            Content = PageNotices.Elsewhere(widget, id),
        };
    }

    private async Task<PageContent?> SaidAsync(
        PageAnswer answer,
        IPageContent? says,
        string id,
        PageList pages,
        CancellationToken cancellationToken
    )
    {
        var asked = new PageRequest(answer.Widget, id, pages.Frame[answer.Widget.Language], answer.Page!);
        return says is not null && await says.ReadAsync(asked, cancellationToken) is { } content
            ? await sources.SaidAsync(answer.Widget, content, cancellationToken)
            : null;
    }

    /// <summary>Says what of its address a page does not take, as the dashboard does, and what of it only the dashboard takes.</summary>
    private async Task<PageAnswer> ToldAsync(PageAnswer answer, PageList pages, CancellationToken cancellationToken)
    {
        var (widget, page, content) = (answer.Widget, answer.Page!, answer.Content ?? new PageContent { Blocks = [] });
        var others = widget
            .Request.Query.Keys.Where(name => !Own.Contains(name) && !content.Taken.Contains(name))
            .ToLookup(page.Takes.Contains);
        var unused = others[true].Where(name => !page.Filters[widget.Language].ContainsKey(name)).ToList();
        var refused = await unknown.OfAsync(widget, page, pages, cancellationToken);
        if (content.Errors is not null || (!others[false].Any() && unused.Count == 0 && refused.Count == 0))
        {
            return answer;
        }

        return answer with
        {
            Content = content with
            {
                Ignored =
                [
                    .. others[false].Any()
                        ?
                        [
                            pages
                                .Frame[widget.Language]
                                .Ignored.Replace(
                                    "{names}",
                                    string.Join(", ", others[false].Select(name => $"“{Notices.Shown(name)}”")),
                                    StringComparison.Ordinal
                                ),
                        ]
                        : (string[])[],
                    .. refused,
                ],
                Blocks = unused.Count == 0 ? content.Blocks : [.. content.Blocks, PageNotices.Unused(widget, unused)],
            },
        };
    }

    /// <summary>A page that is narrowed is called what it is narrowed to.</summary>
    private static PageAnswer Narrowed(PageAnswer answer) =>
        answer.Content?.Narrowed is { } narrowed
            ? answer with
            {
                Head = answer.Head with
                {
                    Title = narrowed.Title,
                    Heading = narrowed.IsHeading ? narrowed.Title : answer.Head.Heading ?? answer.Head.Title,
                },
            }
            : answer;

    /// <summary>A notice under a heading of its own.</summary>
    private static PageAnswer Noticed(PageAnswer answer, PageContent notice, string title) =>
        answer with
        {
            Content = notice,
            Head = answer.Head with { Title = title, Heading = title, Lede = null },
        };

    /// <summary>How a page is read: in which language, of which day.</summary>
    private WidgetRequest Asked(HttpRequest request, string language)
    {
        // A form without scripts sends each of its fields; what was left empty was not asked for.
        request.Query = new QueryCollection(
            request
                .Query.Where(pair => pair.Value.Any(value => value is { Length: > 0 }))
                .ToDictionary(pair => pair.Key, pair => pair.Value)
        );
        return WidgetRequest.OfPage(request, language, session.AsOf);
    }
}
