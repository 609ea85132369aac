using System.Globalization;
using OpenGov.Api.Database;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>A list on a page, with the filters of its address, paged by links; or whole, up to what the API gives at once.</summary>
internal sealed class PagedList(ReadSession session, RecordFinisher finisher)
{
    /// <summary>Rows on a page.</summary>
    public const int Rows = 50;

    /// <summary>
    /// The most rows on a page that has all of them. What is longer is read in a spreadsheet; a document of more rows than this would be
    /// too heavy for those who read without scripts (40 KB compressed).
    /// </summary>
    public const int MostRows = 200;

    /// <summary>How many rows the address asks for, as the dashboard's own lists are asked (<c>rowsOf</c>).</summary>
    public const string Shown = "rows";

    /// <summary>What a page takes that has one.</summary>
    public static readonly string[] Takes = ["cursor", Shown];

    /// <summary>What of the address cannot be; null where all of it can.</summary>
    public ParameterErrors? Errors { get; private set; }

    /// <summary>The rows that the address asks for, with the links to the others; what is wrong of it instead.</summary>
    /// <param name="page">The page.</param>
    /// <param name="repository">The list.</param>
    /// <param name="path">Its address under the root of the API.</param>
    /// <param name="sort">Its order; null for its own.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<(ListRequest Asked, Page<TRecord>? Found, IReadOnlyList<Block> After)> ReadAsync<TRecord>(
        PageRequest page,
        IListRepository<TRecord> repository,
        string path,
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
            Limit = int.TryParse(page.Given(Shown), NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
                ? Math.Clamp(rows, Rows, MostRows)
                : Rows,
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
        if (found.Items.Count < found.Total)
        {
            var all = Said.Number(found.Total);
            var csv = RowsAddress.OfAll(request, $"{path}.csv", new RowsQuery([.. values]))!;
            var whole = found.Total > MostRows ? null : Address(page, null, $"{found.Total}");
            links.Add(
                whole is null
                    ? new Cell(widget.Say(new Words($"Los {all} en un archivo CSV", $"All {all} in a CSV file")), csv)
                    : new Cell(widget.Say(new Words($"Los {all} en una sola página", $"All {all} on one page")), whole)
            );
            after.Add(
                OnPaper(widget, asked.After is null, found.Items.Count, all, whole is null ? csv : PublicAddress.Of(request) + whole)
            );
        }

        return (asked, found, links.Count > 0 ? [new Block.Links(links), .. after] : after);
    }

    /// <summary>How much of a list a sheet of paper has, and where all of it is: on one page, or where that is too long in a file.</summary>
    private static Block OnPaper(WidgetRequest widget, bool isFirst, int shown, string all, string whole)
    {
        // Behind a cursor nobody knows how many came before.
        var these = isFirst ? $"1–{shown}" : $"{shown}";
        return new Block.Paragraph(
            widget.Say(
                new Words(
                    $"Esta hoja lleva {these} de {all}. Todos están en {whole}",
                    $"This sheet has {these} of {all}. All of them are at {whole}"
                )
            )
        )
        {
            IsForPaper = true,
        };
    }

    /// <summary>This page with another cursor or number of rows, or with none.</summary>
    private static string Address(PageRequest page, string? cursor, string? rows = null) =>
        $"{page.Widget.Request.Path}{page.Widget.Request.Query.With(("cursor", cursor), (Shown, rows), ("lang", null))}";
}
