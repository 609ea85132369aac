using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Stats;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What is missing: what plans and lists state, and how much of it is documented here.</summary>
internal sealed class CoverageContent(Tables tables, StatsRepository stats) : IPageContent
{
    private static readonly string[] Keys = ["national_plans", "local_plans", "local_commitments", "participating_states_documented"];

    public string Path => "/coverage";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var summary = await stats.SummaryAsync(widget.Request, cancellationToken);
        var blocks = new List<Block> { Stated(widget, summary) };
        blocks.AddRange(await tables.MeasureAsync(widget, "coverage", "level=national", ["plan"], cancellationToken));
        foreach (var key in (string[])["commitments_stated", "commitments_documented", "plans_stated", "plans_documented"])
        {
            blocks.AddRange(await tables.MeasureAsync(widget, key, RowsQuery.All, ["state"], cancellationToken));
        }

        blocks.AddRange(await tables.MeasureAsync(widget, "commitments_stated", "level=national", ["plan"], cancellationToken));
        blocks.AddRange(await tables.MeasureAsync(widget, "commitments_documented", "level=national", ["plan"], cancellationToken));
        foreach (var key in Keys)
        {
            blocks.AddRange(await tables.MeasureAsync(widget, key, RowsQuery.All, [], cancellationToken));
        }

        return new PageContent
        {
            Blocks = blocks,
            Sources = [.. summary.Figures.SelectMany(figure => figure.Sources).DistinctBy(source => source.Id)],
        };
    }

    /// <summary>The numbers that the sources state of the initiative, and how many records there are of each here.</summary>
    private static Block.Table Stated(WidgetRequest widget, Summary summary) =>
        new(
            widget.In(new Words("Lo que declaran las fuentes, y lo que consta aquí", "What the sources state, and what is on record here")),
            [
                widget.In(new Words("Cifra", "Figure")),
                widget.In(new Words("Declarado", "Stated")),
                widget.In(new Words("Documentado aquí", "Documented here")),
                widget.In(new Words("Falta", "Missing")),
            ],
            [
                .. summary.Figures.Select(figure =>
                    (IReadOnlyList<Cell>)
                        [
                            new Cell(widget.Text(figure.LabelEs, figure.LabelEn)),
                            figure is { StatedQualifier: "at_least", Stated: { } least }
                                ? new Cell(
                                    widget.Say(new Words($"más de {Said.Number(least)}", $"more than {Said.Number(least)}")),
                                    IsNumber: true
                                )
                                : widget.Counted(figure.Stated),
                            widget.Counted(figure.Documented, widget.Rows(figure.RowsUrl)),
                            figure.AmongStated == false
                                ? new Cell(
                                    widget.Say(
                                        new Words("No consta que sean parte de lo declarado", "Not known to be part of what is stated")
                                    )
                                )
                                : widget.Counted(figure.Missing),
                        ]
                ),
            ]
        );
}
