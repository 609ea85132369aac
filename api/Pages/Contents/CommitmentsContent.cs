using OpenGov.Api.Commitments;
using OpenGov.Api.Embedding;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>The explorer: commitments by every filter of their list, with the figures of what is left.</summary>
internal sealed class CommitmentsContent(
    CommitmentsRepository commitments,
    PlansRepository plans,
    StatesRepository states,
    PagedList paged,
    Figures figures,
    Tables tables,
    RecordNames names,
    Labels labels
) : IPageContent
{
    public string Path => "/commitments";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var (asked, found, after) = await paged.ReadAsync(page, commitments, "plan_id", cancellationToken);
        var form = await FormAsync(page, cancellationToken);
        if (found is null)
        {
            return new PageContent { Blocks = [.. after, form], Errors = paged.Errors };
        }

        var within = new RowsQuery([.. asked.Values]);
        return new PageContent
        {
            Blocks =
            [
                form,
                .. await tables.MeasureAsync(widget, "finished", within, [], cancellationToken),
                .. await tables.MeasureAsync(widget, "early_results", within, [], cancellationToken),
                await tables.CommitmentsAsync(
                    widget,
                    widget.In(
                        new Words(
                            $"Compromisos que coinciden: {found.Total}; en esta página: {found.Items.Count}",
                            $"Commitments that match: {found.Total}; on this page: {found.Items.Count}"
                        )
                    ),
                    found.Items,
                    cancellationToken
                ),
                .. await CountedAsync(widget, within, found.Total, cancellationToken),
                .. after,
                new Block.Links([
                    new Cell(widget.Say("CSV"), RowsAddress.OfAll(widget.Request, "/commitments.csv", within)),
                    new Cell(widget.Say("JSON"), RowsAddress.OfAll(widget.Request, "/commitments", within)),
                ]),
            ],
            Sources = [.. found.Items.SelectMany(one => one.Sources).DistinctBy(source => source.Id)],
        };
    }

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

    /// <summary>A field for each filter that has a name: what is chosen of it, and what can be.</summary>
    private async Task<Block> FormAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var fields = new List<FormField>();
        foreach (var filter in CommitmentsRepository.Sql.Filters)
        {
            if (page.Frame.Filters.TryGetValue(filter.Name, out var label))
            {
                fields.Add(
                    new FormField(filter.Name, label, page.Given(filter.Name), await ChoicesAsync(widget, filter, cancellationToken))
                );
            }
        }

        return new Block.Form(Path, fields, widget.In(new Words("Filtrar", "Filter")));
    }

    private async Task<IReadOnlyList<(string, string)>?> ChoicesAsync(
        WidgetRequest widget,
        Filter filter,
        CancellationToken cancellationToken
    )
    {
        switch (filter)
        {
            case IdFilter { Table: "plans" }:
                var named = new List<(string, string)>();
                foreach (var plan in (await plans.ListAsync(Tables.All(PlansRepository.Sql), cancellationToken)).Items)
                {
                    named.Add((plan.Id, (await names.TitleAsync(widget, plan.Id, cancellationToken))!.Text!));
                }

                return named;
            case IdFilter { Table: "states" }:
                return
                [
                    .. (await states.OfAllAsync(cancellationToken)).Select(state =>
                        (state.Id, widget.Text(state.NameEs, state.NameEn).Text!)
                    ),
                ];
            default:
                if (filter.Codes is not { } codes)
                {
                    return null;
                }

                var choices = new List<(string, string)>();
                foreach (var code in codes)
                {
                    choices.Add((code, await NameAsync(widget, filter, code, cancellationToken)));
                }

                return choices;
        }
    }

    private async Task<string> NameAsync(WidgetRequest widget, Filter filter, string code, CancellationToken cancellationToken) =>
        code switch
        {
            Filter.NoData => widget.In(Said.NoRecord),
            "true" => widget.In(Said.Yes),
            "false" => widget.In(Said.No),
            _ => filter switch
            {
                CodeFilter coded => await labels.OfAsync(widget, coded.Vocabulary, code, cancellationToken),
                ConditionFilter coded => await labels.OfAsync(widget, coded.Vocabulary, code, cancellationToken),
                _ => code,
            },
        };
}
