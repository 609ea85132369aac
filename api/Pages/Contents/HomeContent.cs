using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Organizations;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.States;
using OpenGov.Api.Timeline;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Who takes part, what was done, what changed and what is documented; how far each state came.</summary>
internal sealed class HomeContent(
    Tables tables,
    StateMap map,
    Figures figures,
    PlansRepository plans,
    StatesRepository states,
    RecordNames names,
    OrganizationsRepository organizations,
    TimelineRepository timeline,
    RecordFinisher finisher
) : IPageContent
{
    public string Path => "/";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var stage = MeasureCatalogue.Find("state_stage")!;
        var ended = await EndedAsync(cancellationToken);
        var all = await states.OfAllAsync(widget, cancellationToken);
        await finisher.FinishAsync(all, cancellationToken);
        var national = (await plans.ListAsync(Tables.All(PlansRepository.Sql, within: "level=national"), cancellationToken)).Items;
        var done = await VoicesAsync(widget, national, ["completion", "compliance"], cancellationToken);
        var changed = await VoicesAsync(widget, national, ["early_results"], cancellationToken);
        return new PageContent
        {
            Blocks =
            [
                .. ended.Count == 0
                    ? (Block[])[]
                    :
                    [
                        new Block.Links([
                            .. ended.Select(one =>
                            {
                                var title = widget.Text(one.TitleEs, one.TitleEn);
                                var day = widget.On(one.OccurredOn, one.OccurredOnPrecision);
                                return new Cell(title with { Text = $"{day}: {title.Text}" }, $"/timeline#{one.Id}")
                                {
                                    Beside = SourceOrder.Named(widget, one.Sources) is { } named
                                        ? widget.Say(new Words($"Según: {named}.", $"According to: {named}."))
                                        : null,
                                };
                            }),
                        ]),
                    ],
                new Block.Subtitle(widget.In(MeasureGroup.Participation.Question)),
                .. await tables.MeasureAsync(widget, "participating_states", RowsQuery.All, [], cancellationToken),
                new Block.Subtitle(widget.In(stage.Question)),
                .. (await map.BlocksAsync(widget, stage, RowsQuery.All.Filters.ToDictionary(), cancellationToken)).Select(block =>
                    block is Block.Tiles
                        ? block with
                        {
                            Sources = SourceOrder.Union(all.SelectMany(state => state.StageSources), []),
                        }
                        : block
                ),
                new Block.Subtitle(widget.In(MeasureGroup.Implementation.Question)).Place("statuses"),
                .. await tables.MeasureAsync(widget, "finished", RowsQuery.All, [], cancellationToken),
                .. Figures.Beside(await tables.MeasureAsync(widget, "completion", RowsQuery.All, [], cancellationToken), done),
                .. done,
                new Block.Subtitle(widget.In(MeasureGroup.Results.Question)).Place("impact"),
                .. await figures.HeadlineAsync(widget, MeasureCatalogue.Find("early_results")!, national, cancellationToken),
                .. Figures.Beside(
                    await tables.MeasureAsync(widget, "early_results", "level=national", ["plan"], cancellationToken),
                    changed
                ),
                new Block.Paragraph(widget.Say(MeasureCatalogue.Find("early_results")!.DoesNotSay), IsSmall: true),
                .. changed,
                new Block.Subtitle(widget.In(MeasureGroup.Coverage.Question)).Place("coverage"),
                .. (await tables.MeasureAsync(widget, "coverage", "level=national", ["plan"], cancellationToken)).Place(
                    "national-coverage"
                ),
            ],
            Sources = [.. ended.SelectMany(one => one.Sources)],
        };
    }

    /// <summary>
    /// What the timeline has of the day on which a national oversight body ended, about that body, and what it has of the whole country
    /// from then to the end of the year: a law, its entry into force and the work of who came after have dates of their own.
    /// </summary>
    private async Task<IReadOnlyList<TimelineEvent>> EndedAsync(CancellationToken cancellationToken)
    {
        var bodies = Tables.All(OrganizationsRepository.Sql, within: "sector=oversight_body&level=national");
        var events = new List<TimelineEvent>();
        foreach (var body in (await organizations.ListAsync(bodies, cancellationToken)).Items.OrderByDescending(one => one.ExistedUntil))
        {
            if (body.ExistedUntil is { } day)
            {
                RowsQuery of = $"level=national&occurred_from={day:yyyy-MM-dd}&occurred_to={day:yyyy-MM-dd}";
                var about = Tables.All(TimelineRepository.Sql, within: of.And($"q=\"{body.Acronym ?? body.Name}\""));
                events.AddRange((await timeline.ListAsync(about, cancellationToken)).Items);
                var then = $"level=national&occurred_from={day.AddDays(1):yyyy-MM-dd}&occurred_to={day.Year}-12-31";
                events.AddRange((await timeline.ListAsync(Tables.All(TimelineRepository.Sql, within: then), cancellationToken)).Items);
            }
        }

        events = [.. events.DistinctBy(one => one.Id)];
        await finisher.FinishAsync(events, cancellationToken);
        return events;
    }

    /// <summary>What each voice says of a national plan as a whole, beside what is coded here and never added to it.</summary>
    private async Task<IReadOnlyList<Block>> VoicesAsync(
        WidgetRequest widget,
        IReadOnlyList<Plan> national,
        string[] keys,
        CancellationToken cancellationToken
    )
    {
        var blocks = new List<Block>();
        foreach (var plan in national)
        {
            var said = new List<Block>();
            foreach (var key in keys)
            {
                said.AddRange(await figures.VoicesAsync(widget, key, plan.Id, cancellationToken));
            }

            if (said.Count > 0)
            {
                blocks.Add(new Block.Links([await names.PlanAsync(widget, plan.Id, cancellationToken)]));
                blocks.AddRange(said);
            }
        }

        return blocks;
    }
}
