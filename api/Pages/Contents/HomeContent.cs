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
        // The furthest step is the strongest that is said here.
        var furthest = (await states.OfAllAsync(cancellationToken)).Where(state => state.Stage == "results").ToList();
        await finisher.FinishAsync(furthest, cancellationToken);
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
                                return new Cell(title with { Text = $"{day}: {title.Text}" }, $"/timeline#{one.Id}");
                            }),
                        ]),
                    ],
                new Block.Subtitle(widget.In(MeasureGroup.Participation.Question)),
                .. await tables.MeasureAsync(widget, "participating_states", RowsQuery.All, [], cancellationToken),
                new Block.Subtitle(widget.In(stage.Question)),
                .. await map.BlocksAsync(widget, stage, RowsQuery.All.Filters.ToDictionary(), cancellationToken),
                new Block.Subtitle(widget.In(MeasureGroup.Implementation.Question)),
                .. await tables.MeasureAsync(widget, "finished", RowsQuery.All, [], cancellationToken),
                .. await tables.MeasureAsync(widget, "completion", RowsQuery.All, [], cancellationToken),
                .. await VoicesAsync(widget, ["completion", "compliance"], cancellationToken),
                new Block.Subtitle(widget.In(MeasureGroup.Results.Question)),
                .. await tables.MeasureAsync(widget, "early_results", "level=national", ["plan"], cancellationToken),
                new Block.Paragraph(widget.Say(MeasureCatalogue.Find("early_results")!.DoesNotSay), IsSmall: true),
                .. await VoicesAsync(widget, ["early_results"], cancellationToken),
                new Block.Subtitle(widget.In(MeasureGroup.Coverage.Question)),
                .. await tables.MeasureAsync(widget, "coverage", "level=national", ["plan"], cancellationToken),
            ],
            Sources =
            [
                .. ended
                    .SelectMany(one => one.Sources)
                    .Concat(furthest.SelectMany(state => state.StageSources))
                    .DistinctBy(source => source.Id),
            ],
        };
    }

    /// <summary>What the timeline has of the day on which a national oversight body ended, about that body.</summary>
    private async Task<IReadOnlyList<TimelineEvent>> EndedAsync(CancellationToken cancellationToken)
    {
        var bodies = Tables.All(OrganizationsRepository.Sql, within: "sector=oversight_body&level=national");
        var events = new List<TimelineEvent>();
        foreach (var body in (await organizations.ListAsync(bodies, cancellationToken)).Items.OrderByDescending(one => one.ExistedUntil))
        {
            if (body.ExistedUntil is { } day)
            {
                RowsQuery within = $"level=national&occurred_from={day:yyyy-MM-dd}&occurred_to={day:yyyy-MM-dd}";
                var about = Tables.All(TimelineRepository.Sql, within: within.And($"q=\"{body.Acronym ?? body.Name}\""));
                events.AddRange((await timeline.ListAsync(about, cancellationToken)).Items);
            }
        }

        await finisher.FinishAsync(events, cancellationToken);
        return events;
    }

    /// <summary>What each voice says of a national plan as a whole, beside what is coded here and never added to it.</summary>
    private async Task<IReadOnlyList<Block>> VoicesAsync(WidgetRequest widget, string[] keys, CancellationToken cancellationToken)
    {
        var blocks = new List<Block>();
        var national = (await plans.ListAsync(Tables.All(PlansRepository.Sql, within: "level=national"), cancellationToken)).Items;
        foreach (var plan in national)
        {
            var said = new List<Block>();
            foreach (var key in keys)
            {
                said.AddRange(await figures.VoicesAsync(widget, key, plan.Id, cancellationToken));
            }

            if (said.Count > 0)
            {
                var title = await names.TitleAsync(widget, plan.Id, cancellationToken);
                blocks.Add(new Block.Links([new Cell(title, $"/plans/{plan.Id}")]));
                blocks.AddRange(said);
            }
        }

        return blocks;
    }
}
