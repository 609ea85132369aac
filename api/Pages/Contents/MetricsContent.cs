using OpenGov.Api.Embedding;
using OpenGov.Api.Embedding.Widgets;
using OpenGov.Api.Metrics;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>The open government metric: of the country over its editions, and of each state in the newest, by both views.</summary>
internal sealed class MetricsContent(
    IEnumerable<IWidget> widgets,
    MetricEditionsRepository editions,
    MetricTables tables,
    StatesRepository states,
    RecordFinisher finisher
) : IPageContent
{
    public string Path => "/metrics";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var national = (await widgets.ContentAsync(widget, "metric", "", cancellationToken))!;
        var all = (await editions.ListAsync(Tables.All(MetricEditionsRepository.Sql), cancellationToken)).Items;
        await finisher.FinishAsync(all, cancellationToken);
        var names = await states.OfAllAsync(widget, cancellationToken);
        var lines = national.Blocks.OfType<Block.Trend>().SelectMany(trend => trend.Lines);
        var index = lines.FirstOrDefault(line => line.Look == MetricWidget.Index);
        var blocks = new List<Block>
        {
            new Block.Subtitle(widget.In(MetricAnswer.Question)),
            new Block.Paragraph(widget.Say(MetricAnswer.Of(widget, all, index))),
        };
        blocks.AddRange(national.Blocks);
        var sources = national.Sources.Concat(all.SelectMany(edition => edition.Sources)).ToList();
        foreach (var edition in all)
        {
            blocks.Add(new Block.Subtitle(widget.Text(edition.NameEs, edition.NameEn).Text!));
            if (await tables.OfAsync(widget, edition, names, cancellationToken) is { } found)
            {
                blocks.AddRange(found.Blocks);
                sources.AddRange(found.Sources);
            }
            else
            {
                blocks.Add(new Block.Paragraph(widget.Say($"{widget.In(Said.NoRecord)}.")));
            }

            var federal = await tables.FederalAsync(widget, edition, cancellationToken);
            blocks.AddRange(federal.Blocks);
            sources.AddRange(federal.Sources);
        }

        return new PageContent { Blocks = blocks, Sources = [.. sources.DistinctBy(source => source.Id)] };
    }
}
