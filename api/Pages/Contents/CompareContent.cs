using OpenGov.Api.Embedding;
using OpenGov.Api.Embedding.Widgets;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Metrics;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>States beside each other: what they promised, what was done, what changed.</summary>
internal sealed class CompareContent(
    Figures figures,
    Labels labels,
    RecordNames names,
    StatesRepository states,
    MetricEditionsRepository editions,
    MetricTables metrics,
    RecordFinisher finisher
) : IPageContent
{
    /// <summary>What is compared, and the part of the dashboard's page that begins with it.</summary>
    private static readonly (string Measure, string? Part)[] Keys =
    [
        ("plans_stated", "promised"),
        ("plans_documented", null),
        ("commitments_documented", null),
        ("finished", "done"),
        ("early_results", "changed"),
    ];

    public string Path => "/compare";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var all = await states.OfAllAsync(widget, cancellationToken);
        var given = CompareWidget.Asked(widget.Request);
        var asked = given.Take(CompareWidget.Most).ToList();
        var errors = new ParameterErrors();
        foreach (var unknown in given.Where(id => all.All(state => state.Id != id)))
        {
            errors.Add(
                "states",
                ErrorCodes.UnknownCode,
                $"'{ParameterErrors.Shown(unknown)}' is no state.",
                unknown,
                [.. all.Select(state => state.Id)],
                named: () =>
                    Suggestion.Named(unknown, all.Select(state => (state.Id, (IReadOnlyList<string?>)[state.NameEs, state.NameEn])))
            );
        }

        IReadOnlyList<(string, string)> choices = [.. all.Select(state => (state.Id, widget.Text(state.NameEs, state.NameEn).Text!))];
        var form = new Block.Form(
            Path,
            [
                .. Enumerable
                    .Range(0, CompareWidget.Most)
                    .Select(place => new FormField(
                        "states",
                        $"{widget.In(Said.State)} {place + 1}",
                        asked.ElementAtOrDefault(place),
                        choices
                    )),
            ],
            widget.In(new Words("Comparar", "Compare"))
        );
        var blocks = new List<Block> { form };
        if (errors.Any)
        {
            return new PageContent { Blocks = [.. PageNotices.Wrong(page, errors, form), .. blocks], Errors = errors };
        }

        if (asked.Count == 1)
        {
            blocks.Add(
                new Block.Paragraph(
                    widget.Say(
                        new Words(
                            "Hay un solo estado: elija otro para comparar.",
                            "There is one state alone: choose another to compare it with."
                        )
                    )
                )
            );
        }

        if (given.Count > asked.Count)
        {
            var left = given.Skip(asked.Count).Select(id => all.FirstOrDefault(state => state.Id == id)).OfType<State>();
            var names = string.Join(", ", left.Select(state => widget.Text(state.NameEs, state.NameEn).Text));
            blocks.Add(
                new Block.Paragraph(
                    widget.Say(
                        new Words(
                            $"Se comparan de dos a cinco estados; no están aquí: {names}.",
                            $"Two to five states are compared; not here: {names}."
                        )
                    )
                )
            );
        }

        var sources = new List<SourceReference>();
        if (asked.Count > 0)
        {
            IReadOnlyList<State> those = [.. asked.Select(id => all.Single(state => state.Id == id))];
            await finisher.FinishAsync(those, cancellationToken);
            sources.AddRange(those.SelectMany(state => state.Sources.Concat(state.StageSources)));
            blocks.Add((await FactsAsync(widget, those, cancellationToken)).Place("facts", "stage"));
            foreach (var (key, part) in Keys)
            {
                var measure = MeasureCatalogue.Find(key)!;
                var table = await figures.OfStatesAsync(
                    widget,
                    measure,
                    those,
                    RowsQuery.All.Filters.ToDictionary(),
                    widget.In(measure.Question),
                    cancellationToken,
                    isWhole: true
                );
                blocks.Add(part is null ? table : table.Place(part));
                blocks.Add(new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true));
            }

            var tables = new List<(IReadOnlyList<Block> Blocks, IReadOnlyList<SourceReference> Sources, int Known)>();
            foreach (var edition in (await editions.ListAsync(Tables.All(MetricEditionsRepository.Sql), cancellationToken)).Items)
            {
                if (await metrics.OfAsync(widget, edition, those, cancellationToken) is { } found)
                {
                    tables.Add(found);
                }
            }

            // The dashboard shows one edition at a time: the fullest, unless it is asked for another.
            blocks.AddRange(tables.OrderByDescending(found => found.Known).SelectMany(found => found.Blocks).ToList().Place("metrics"));
            sources.AddRange(tables.SelectMany(found => found.Sources));
        }

        var compared = asked
            .Select(id => all.Single(state => state.Id == id))
            .Select(state => widget.Text(state.NameEs, state.NameEn).Text);
        return new PageContent
        {
            Blocks = blocks,
            Data = asked.Count == 0 ? null : $"/states?state={string.Join(',', asked)}",
            Sources = [.. sources.DistinctBy(source => source.Id)],
            Narrowed =
                asked.Count > 1
                    ? new NarrowedTo(
                        $"{widget.In(new Words("Comparar estados", "Compare states"))}: {Sentence.And(widget, [.. compared.OfType<string>()])}",
                        QueryString.Create("states", string.Join(',', asked)),
                        IsHeading: false
                    )
                    : null,
        };
    }

    /// <summary>How far each came, and its index with the edition: two editions are never set beside each other unsaid.</summary>
    private async Task<Block> FactsAsync(WidgetRequest widget, IReadOnlyList<State> asked, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var state in asked)
        {
            rows.Add([
                new Cell(widget.Text(state.NameEs, state.NameEn), $"/states/{state.Id}"),
                new Cell(widget.Stage(state, await labels.OfAsync(widget, "state_stage", state.Stage, cancellationToken))),
                new Cell(await names.IndexAsync(widget, state, cancellationToken), IsNumber: true),
            ]);
        }

        return new Block.Table(
            widget.In(new Words("Hasta dónde llegó cada estado, y su índice", "How far each state came, and its index")),
            [
                widget.In(Said.State),
                widget.In(KeyWords.Of("stage")),
                widget.In(new Words("Índice de gobierno abierto (0 a 1) y su edición", "Open government index (0 to 1) and its edition")),
            ],
            rows
        );
    }
}
