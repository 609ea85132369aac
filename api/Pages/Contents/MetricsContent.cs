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
            new Block.Subtitle(widget.In(MetricAnswer.Question)).Place("trend"),
            new Block.Paragraph(widget.Say(MetricAnswer.Of(widget, all, index))),
        };
        // What is doubtful of what was published is said in the notes, the first paragraphs.
        blocks.AddRange(
            national
                .Blocks.Place("perspectives", block => block is Block.Dots or Block.Table)
                .Place("recomputed", block => block is Block.Paragraph)
        );
        var sources = national.Sources.Concat(all.SelectMany(edition => edition.Sources)).ToList();
        var ofStates = new Dictionary<int, (IReadOnlyList<Block> Blocks, IReadOnlyList<SourceReference> Sources, int Known)>();
        foreach (var edition in all)
        {
            if (await tables.OfAsync(widget, edition, names, cancellationToken) is { } found)
            {
                ofStates[edition.Edition] = found;
            }
        }

        // The dashboard shows the states, and the kinds of institutions, of one edition at a time: the fullest, unless it is asked for another.
        var fullest = all.MaxBy(edition => ofStates.TryGetValue(edition.Edition, out var found) ? found.Known : 0)?.Edition;
        foreach (var edition in all)
        {
            var isFullest = edition.Edition == fullest;
            blocks.Add(new Block.Subtitle(widget.Text(edition.NameEs, edition.NameEn).Text!).Place($"edition-{edition.Edition}"));
            if (ofStates.TryGetValue(edition.Edition, out var found))
            {
                blocks.AddRange(isFullest ? found.Blocks.Place("states") : found.Blocks);
                sources.AddRange(found.Sources);
            }
            else
            {
                blocks.Add(new Block.Paragraph(widget.Say($"{widget.In(Said.NoRecord)}.")));
            }

            var federal = await tables.FederalAsync(widget, edition, cancellationToken);
            blocks.AddRange(isFullest ? federal.Blocks.Place("kinds") : federal.Blocks);
            sources.AddRange(federal.Sources);
        }

        return new PageContent { Blocks = blocks, Sources = [.. sources.DistinctBy(source => source.Id)] };
    }
}
