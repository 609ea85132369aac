using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.Search;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What the words of the address are found in: records and figures.</summary>
internal sealed class SearchContent(
    SearchRepository search,
    SearchWords beside,
    PagedList paged,
    PageFilters filters,
    Tables tables,
    RecordNames names
) : IPageContent
{
    public string Path => "/search";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var form = await filters.FormAsync(page, SearchRepository.Sql, cancellationToken) with { Submit = page.Frame.Find };
        if (page.Given("q") is not { } words)
        {
            return new PageContent { Blocks = [form], Taken = PagedList.Takes };
        }

        var (asked, found, after) = await paged.ReadAsync(page, search, Path, null, cancellationToken);
        if (found is null)
        {
            return new PageContent { Blocks = [form, .. PageNotices.Wrong(page, paged.Errors!, form)], Errors = paged.Errors };
        }

        var blocks = new List<Block> { form };
        blocks.AddRange(await beside.ThemesAsync(widget, words, cancellationToken));
        var rows = new List<IReadOnlyList<Cell>>();
        var titles = new Dictionary<(string Kind, string Id), Spoken>();
        foreach (var alike in found.Items.GroupBy(one => one.Kind))
        {
            var called = new List<(Spoken, string Id, int?)>();
            foreach (var one in alike)
            {
                called.Add(
                    (await names.AnyAsync(widget, one.Kind, one.RecordId, one.TitleEs, one.TitleEn, cancellationToken), one.RecordId, null)
                );
            }

            foreach (var (one, title) in called.Zip(RecordNames.InList(widget, called)))
            {
                titles[(alike.Key, one.Id)] = title;
            }
        }

        var met = new HashSet<string>();
        foreach (var one in found.Items)
        {
            rows.Add([
                // The dashboard shows each kind by itself: here the best of it stands first.
                new Cell(titles[(one.Kind, one.RecordId)], Page(one), Anchor: met.Add(one.Kind) ? $"kind-{one.Kind}" : null)
                {
                    Beside = one.Kind == "plans" ? (await names.PlanAsync(widget, one.RecordId, cancellationToken)).Beside : null,
                },
                new Cell(widget.Say(page.Frame.Kinds.GetValueOrDefault(one.Kind, one.Kind))),
                new Cell(
                    widget.Text(one.SnippetEs, one.SnippetEn) is { Text: not null } snippet
                        ? snippet
                        : widget.Say(
                            new Words(
                                "En su título o sus temas, también con palabras afines",
                                "In its title or its themes, also in related words"
                            )
                        )
                ),
            ]);
        }

        if (found.Total == 0)
        {
            blocks.Add(
                new Block.Paragraph(
                    widget.Say(
                        new Words(
                            $"Sin registro aquí que coincida con «{words}». No encontrarlo aquí no quiere decir que no exista: "
                                + "puede estar sin documentar, o escrito con otras palabras.",
                            $"No record here matches “{words}”. Not finding it here does not mean that it does not exist: "
                                + "it may be undocumented, or written in other words."
                        )
                    )
                )
            );
        }
        else
        {
            blocks.Add(
                new Block.Table(
                    widget.In(
                        new Words(
                            $"Registros que coinciden: {found.Total}; en esta página: {found.Items.Count}",
                            $"Records that match: {found.Total}; on this page: {found.Items.Count}"
                        )
                    ),
                    [
                        widget.In(new Words("Registro", "Record")),
                        widget.In(new Words("Lista", "List")),
                        widget.In(new Words("Dónde lo dice", "Where it says so")),
                    ],
                    rows
                )
            );
        }

        var named = MeasureCatalogue.Named(words).Take(3).ToList();
        if (named.Count > 0)
        {
            blocks.Add(
                new Block.Subtitle(
                    widget.In(new Words("Cifras cuya definición nombra estas palabras", "Figures whose definition names these words"))
                ).Place("measures")
            );
        }

        foreach (var measure in named)
        {
            blocks.AddRange(await tables.MeasureAsync(widget, measure.Key, RowsQuery.All, [], cancellationToken));
        }

        if (found.Total == 0)
        {
            var kinds = asked.Values.GetValueOrDefault("kind");
            blocks.AddRange(await beside.NearAsync(widget, Path, words, kinds, cancellationToken));
        }

        var query = QueryString.Create("q", words);
        var (kind, shown) = (page.Given("kind"), Sentence.Cut(words));
        var within = kind is null ? null : Sentence.Within(page.Frame.Kinds.GetValueOrDefault(kind, kind));
        var (es, en) = within is null ? ("", "") : ($" en {within}", $" in {within}");
        return new PageContent
        {
            Blocks = [.. blocks, .. after],
            Data = new RowsQuery([.. asked.Values]).Of("/search"),
            Taken = PagedList.Takes,
            Narrowed = new NarrowedTo(
                widget.In(new Words($"«{shown}»{es}: resultados de la búsqueda", $"“{shown}”{en}: search results")),
                kind is null ? query : query.Add("kind", kind),
                IsHeading: true
            ),
        };
    }

    /// <summary>The page that shows a record: its own, or that of what it belongs to.</summary>
    private static string? Page(SearchResult found) =>
        found switch
        {
            { Kind: "states" or "plans" or "commitments" } => $"/{found.Kind}/{found.RecordId}",
            { Kind: "proposals" or "sessions" or "organizations" } => RecordAddresses.PageOf(found.Kind, found.RecordId),
            { CommitmentId: { } commitment } => $"/commitments/{commitment}",
            { PlanId: { } plan } => $"/plans/{plan}",
            { Kind: "practices" or "instruments" or "learnings" } => $"/practices#{found.RecordId}",
            { Kind: "trainings" } => "/practices#trainings",
            { Kind: "timeline" } => $"/timeline#{found.RecordId}",
            { Kind: "metric_editions" } => "/metrics",
            { StateId: { } state } => $"/states/{state}",
            _ => null,
        };
}
