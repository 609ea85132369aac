using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Metrics;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>The open government metric: of the country over its editions, and of each state in the newest, by both views.</summary>
internal sealed class MetricsContent(
    IEnumerable<IWidget> widgets,
    MetricEditionsRepository editions,
    MetricValuesRepository values,
    StatesRepository states,
    RecordFinisher finisher
) : IPageContent
{
    private static readonly (string Indicator, Words Name)[] Columns =
    [
        ("open_government_index", new Words("Índice", "Index")),
        ("transparency_government", new Words("Transparencia: gobierno", "Transparency: government")),
        ("transparency_citizen", new Words("Transparencia: ciudadanía", "Transparency: citizens")),
        ("participation_government", new Words("Participación: gobierno", "Participation: government")),
        ("participation_citizen", new Words("Participación: ciudadanía", "Participation: citizens")),
    ];

    public string Path => "/metrics";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var national = (await widgets.ContentAsync(widget, "metric", "", cancellationToken))!;
        var all = (await editions.ListAsync(Tables.All(MetricEditionsRepository.Sql), cancellationToken)).Items;
        await finisher.FinishAsync(all, cancellationToken);
        var names = await states.OfAllAsync(cancellationToken);
        var blocks = new List<Block>(national.Blocks);
        foreach (var edition in all)
        {
            RowsQuery within = $"scope=state&edition={edition.Edition}";
            var found = (
                await values.ListAsync(
                    Tables.All(MetricValuesRepository.Sql, within: within.And(MetricValuesRepository.UndisputedFilter)),
                    cancellationToken
                )
            ).Items.ToLookup(value => (value.StateId, value.Indicator), value => value.Value);
            blocks.Add(new Block.Subtitle(widget.Text(edition.NameEs, edition.NameEn).Text!));
            if (found.Count == 0)
            {
                blocks.Add(new Block.Paragraph(widget.Say($"{widget.In(Said.NoRecord)}.")));
                continue;
            }

            var called = Said.Edition(edition.Edition, edition.FieldworkYear);
            blocks.Add(
                new Block.Table(
                    widget.In(new Words($"Cada estado en {called.Es}, de 0 a 1", $"Each state in {called.En}, 0 to 1")),
                    [widget.In(Said.State), .. Columns.Select(column => widget.In(column.Name))],
                    [
                        .. names.Select(state =>
                            (IReadOnlyList<Cell>)
                                [
                                    new Cell(widget.Text(state.NameEs, state.NameEn), $"/states/{state.Id}"),
                                    .. Columns.Select(column => new Cell(
                                        found[(state.Id, column.Indicator)].Select(value => widget.Say(Said.Index(value))).FirstOrDefault(),
                                        IsNumber: true
                                    )),
                                ]
                        ),
                    ]
                )
            );
        }

        return new PageContent
        {
            Blocks = blocks,
            Sources = [.. national.Sources.Concat(all.SelectMany(edition => edition.Sources)).DistinctBy(source => source.Id)],
        };
    }
}
