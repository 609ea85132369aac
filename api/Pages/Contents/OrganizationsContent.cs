using OpenGov.Api.Embedding;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Organizations;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages.Contents;

/// <summary>The organisations on record by every filter of their page: how many are of which sector, then each with what it did.</summary>
internal sealed class OrganizationsContent(
    OrganizationsRepository organizations,
    OrganizationWords words,
    PagedList paged,
    PageFilters filters,
    Labels labels
) : IPageContent
{
    public string Path => "/organizations";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var (asked, found, after) = await paged.ReadAsync(page, organizations, Path, null, cancellationToken);
        var form = await filters.FormAsync(page, OrganizationsRepository.Sql, cancellationToken);
        if (found is null)
        {
            return new PageContent { Blocks = [.. PageNotices.Wrong(page, paged.Errors!, form), form], Errors = paged.Errors };
        }

        var within = new RowsQuery([.. asked.Values]);
        return new PageContent
        {
            Blocks =
            [
                new Block.Subtitle(
                    widget.In(
                        new Words(
                            "¿Qué organizaciones participan y de qué sector son?",
                            "Which organisations take part, and of which sector are they?"
                        )
                    )
                ).Place("list"),
                await AnswerAsync(widget, within, found.Total, cancellationToken),
                new Block.Paragraph(widget.Say(OrganizationWords.Rule), IsSmall: true),
                form,
                .. found.Total == 0 ? [] : (Block[])[await TableAsync(widget, found, within, cancellationToken)],
                .. after,
            ],
            Data = within.Of("/organizations"),
            Taken = PagedList.Takes,
            Narrowed = await filters.NarrowedAsync(page, form, cancellationToken),
            Sources = [.. found.Items.SelectMany(one => one.Sources).DistinctBy(source => source.Id)],
        };
    }

    /// <summary>How many there are, and how many of each sector, most first; each number leads to what it counts.</summary>
    private async Task<Block> AnswerAsync(WidgetRequest widget, RowsQuery within, int total, CancellationToken cancellationToken)
    {
        if (total == 0)
        {
            return new Block.Paragraph(
                widget.Say(
                    within.Filters.Count == 0
                        ? new Words("No consta aquí ninguna organización.", "No organisation is on record here.")
                        : new Words(
                            "No consta aquí ninguna organización con estos filtros.",
                            "No organisation with these filters is on record here."
                        )
                )
            );
        }

        var sectors = await words.CountedAsync(
            widget,
            Population.Organizations,
            "sector",
            "sector",
            Said.NoRecord,
            within,
            cancellationToken
        );
        return new Block.Sentence([
            OrganizationWords.Part(
                widget,
                widget.In(new Words("Organizaciones que constan aquí", "Organisations on record here")),
                total,
                within.Of(Path)
            ),
            .. sectors.Count > 1 ? sectors : [],
        ]);
    }

    private async Task<Block> TableAsync(
        WidgetRequest widget,
        Page<Organization> found,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var one in found.Items)
        {
            rows.Add([
                new Cell(
                    Certainty.Mark(await words.NameAsync(widget, one, cancellationToken), one.Confidence),
                    RecordAddresses.PageOfOrganization(one.Id)
                ),
                new Cell(await labels.SaidAsync(widget, "sector", one.Sector, null, cancellationToken)),
                await words.WhereAsync(widget, one, cancellationToken),
                widget.Recorded(one.Seats),
                widget.Recorded(one.CommitmentsLed),
                widget.Recorded(one.CommitmentsSupported),
            ]);
        }

        return new Block.Table(
            widget.In(new Words($"Organizaciones: {Said.Number(found.Total)}", $"Organisations: {Said.Number(found.Total)}")),
            [
                widget.In(new Words("Organización", "Organisation")),
                widget.In(OrganizationWords.Sector),
                widget.In(OrganizationWords.Where),
                widget.In(OrganizationWords.Seats),
                widget.In(OrganizationWords.Led),
                widget.In(OrganizationWords.Supported),
            ],
            rows
        )
        {
            IsCards = true,
            Data = [within.Of("/organizations")],
            Behind = SourceOrder.Union(found.Items.SelectMany(one => one.Sources), []),
        };
    }
}
