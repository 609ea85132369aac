using OpenGov.Api.Commitments;
using OpenGov.Api.Embedding;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>The explorer: commitments by every filter of their list, with the figures of what is left.</summary>
internal sealed class CommitmentsContent(
    CommitmentsRepository commitments,
    PagedList paged,
    PageFilters filters,
    Figures figures,
    Tables tables,
    SearchWords beside,
    Endings endings
) : IPageContent
{
    public string Path => "/commitments";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var (asked, found, after) = await paged.ReadAsync(page, commitments, Path, "plan_id", cancellationToken);
        var form = await filters.FormAsync(page, CommitmentsRepository.Sql, cancellationToken);
        if (found is null)
        {
            return new PageContent { Blocks = [.. PageNotices.Wrong(page, paged.Errors!, form), form], Errors = paged.Errors };
        }

        var within = new RowsQuery([.. asked.Values]);
        return new PageContent
        {
            Blocks =
            [
                .. page.Given("organization") is { } one
                    ? await endings.BlocksAsync(widget, RecordId.Canonical("organizations", one), cancellationToken)
                    : [],
                .. (await tables.MeasureAsync(widget, "finished", within, [], cancellationToken)).Place("outcome"),
                .. await tables.MeasureAsync(widget, "completion", within, [], cancellationToken),
                .. await tables.MeasureAsync(widget, "early_results", within, [], cancellationToken),
                // What is asked is answered before all else that could be asked.
                form,
                .. await BesideAsync(page, within, found.Total, cancellationToken),
                .. await CountedAsync(widget, within, found.Total, cancellationToken),
                (
                    await tables.CommitmentsAsync(
                        widget,
                        widget.In(
                            new Words(
                                $"Compromisos que coinciden: {found.Total}; en esta página: {found.Items.Count}",
                                $"Commitments that match: {found.Total}; on this page: {found.Items.Count}"
                            )
                        ),
                        found.Items,
                        within,
                        cancellationToken,
                        isOfAll: true
                    )
                ).Place("found"),
                .. after,
                new Block.Links([
                    new Cell(widget.Say("CSV"), RowsAddress.OfAll(widget.Request, "/commitments.csv", within)),
                    new Cell(widget.Say("JSON"), RowsAddress.OfAll(widget.Request, "/commitments", within)),
                ]),
            ],
            Taken = PagedList.Takes,
            Narrowed = await filters.NarrowedAsync(page, form, cancellationToken),
            Sources = [.. found.Items.SelectMany(one => one.Sources).DistinctBy(source => source.Id)],
        };
    }

    /// <summary>What its words may mean, and which theme they name; of a theme alone where else it is mentioned.</summary>
    private async Task<IReadOnlyList<Block>> BesideAsync(PageRequest page, RowsQuery within, int total, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        if (page.Given("q") is { } words)
        {
            return
            [
                .. await beside.ThemesAsync(widget, words, cancellationToken),
                .. total == 0 ? await beside.NearAsync(widget, Path, words, Kinds, cancellationToken) : [],
            ];
        }

        return within.Filters is [{ Key: "policy_area", Value: [var theme] }] && !Filter.IsExcluded(theme) && theme != Filter.NoData
            ? await beside.MentionedAsync(widget, theme, cancellationToken)
            : [];
    }

    /// <summary>What its words are looked for in, as the search calls it.</summary>
    private static readonly string[] Kinds = ["commitments"];

    /// <summary>Why figures count fewer than are listed: what only the presentation says, or is disputed, is listed and counts in none.</summary>
    private async Task<IReadOnlyList<Block>> CountedAsync(
        WidgetRequest widget,
        RowsQuery within,
        int listed,
        CancellationToken cancellationToken
    )
    {
        var (_, row) = await figures.OneAsync("commitments_documented", within, cancellationToken);
        return listed == row.Total
            ? []
            :
            [
                new Block.Paragraph(
                    widget.Say(
                        new Words(
                            $"De {listed} que se listan, las cifras cuentan {row.Total}: los documentados. "
                                + "Lo que solo dice la presentación, o está en disputa, se lista y no se cuenta.",
                            $"Of {listed} that are listed, figures count {row.Total}: the documented ones. "
                                + "What only the presentation says, or is disputed, is listed and not counted."
                        )
                    ),
                    IsSmall: true
                ),
            ];
    }
}
