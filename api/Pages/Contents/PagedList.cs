using OpenGov.Api.Database;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>A list on a page, with the filters of its address, paged by links.</summary>
internal sealed class PagedList(ReadSession session, RecordFinisher finisher)
{
    /// <summary>Rows on a page.</summary>
    public const int Rows = 50;

    /// <summary>What a page takes that has one.</summary>
    public static readonly string[] Takes = ["cursor"];

    /// <summary>What of the address cannot be; null where all of it can.</summary>
    public ParameterErrors? Errors { get; private set; }

    /// <summary>The rows that the address asks for, with the link to those that follow; what is wrong of it instead.</summary>
    public async Task<(ListRequest Asked, Page<TRecord>? Found, IReadOnlyList<Block> After)> ReadAsync<TRecord>(
        PageRequest page,
        IListRepository<TRecord> repository,
        string? sort,
        CancellationToken cancellationToken
    )
        where TRecord : ListItem
    {
        var (widget, request) = (page.Widget, page.Widget.Request);
        var errors = new ParameterErrors();
        var filters = PageFilters.Of(page, repository.List);
        var others = request.Query.Keys.Where(key => filters.All(filter => filter.Name != key)).ToList();
        var values = await QueryBinding.ReadFiltersAsync(request, filters, others, session, errors, cancellationToken);
        var asked = new ListRequest
        {
            Values = values,
            Sort = repository.List.Order(sort ?? repository.List.DefaultSort),
            Limit = Rows,
        };
        asked = asked with { After = await Paging.ReadAsync(request, values, asked.Sort, session, errors, cancellationToken) };
        if (errors.Any)
        {
            Errors = errors;
            return (asked, null, []);
        }

        var found = await repository.ListAsync(asked, cancellationToken);
        await finisher.FinishAsync(found.Items, cancellationToken);
        var next = await Paging.NextAsync(request, asked, found, session, cancellationToken);
        var links = new List<Cell>();
        if (asked.After is not null)
        {
            links.Add(new Cell(widget.Say(new Words("Al principio de la lista", "To the beginning of the list")), Address(page, null)));
        }

        if (next is not null)
        {
            links.Add(new Cell(widget.Say(new Words("Los que siguen", "Those that follow")), Address(page, next)));
        }

        var after = new List<Block>();
        if (links.Count > 0)
        {
            after.Add(new Block.Links(links));
        }

        return (asked, found, after);
    }

    /// <summary>This page with another cursor, or with none.</summary>
    private static string Address(PageRequest page, string? cursor) =>
        $"{page.Widget.Request.Path}{page.Widget.Request.Query.With(("cursor", cursor), ("lang", null))}";
}
