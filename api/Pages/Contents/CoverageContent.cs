using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Secretariats;
using OpenGov.Api.States;
using OpenGov.Api.Stats;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What is missing: what plans and lists state, and how much of it is documented here.</summary>
internal sealed class CoverageContent(
    Tables tables,
    StatsRepository stats,
    Figures figures,
    StatesRepository states,
    PlansRepository plans,
    SecretariatsRepository secretariats,
    RecordNames names
) : IPageContent
{
    private static readonly string[] Keys = ["national_plans", "local_plans", "local_commitments", "participating_states_documented"];

    private const string CivilSociety = "civil_society_organizations";

    public string Path => "/coverage";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var summary = await stats.SummaryAsync(widget.Request, cancellationToken);
        var blocks = new List<Block> { Stated(widget, summary).Place("stated") };
        if (summary.Figures.Any(figure => figure.Measure == CivilSociety))
        {
            blocks.Add(new Block.Paragraph(widget.Say(MeasureCatalogue.Find(CivilSociety)!.Counts), IsSmall: true));
        }

        blocks.AddRange(
            (await tables.MeasureAsync(widget, "coverage", "level=national", [], cancellationToken)).Place("national-coverage")
        );
        blocks.Add(
            await HolesAsync(
                widget,
                "level=national",
                new Words(
                    "¿Cuánto falta de cada plan nacional? El mayor hueco primero",
                    "How much of each national plan is missing? The biggest hole first"
                ),
                cancellationToken
            )
        );
        blocks.AddRange(await tables.MeasureAsync(widget, "commitments_stated", RowsQuery.All, [], cancellationToken));
        blocks.AddRange(await tables.MeasureAsync(widget, "commitments_documented", RowsQuery.All, [], cancellationToken));
        blocks.Add(
            await HolesAsync(
                widget,
                "level=local",
                new Words(
                    "¿Cuánto falta de cada plan local que dice cuántos compromisos tiene? El mayor hueco primero",
                    "How much is missing of each local plan that says how many commitments it has? The biggest hole first"
                ),
                cancellationToken
            )
        );
        foreach (var key in (string[])["plans_stated", "plans_documented"])
        {
            blocks.AddRange(await tables.MeasureAsync(widget, key, RowsQuery.All, ["state"], cancellationToken));
            // Which of the stated plans are on record is shown here: links to them lead to this table (rows-page.ts).
            if (key == "plans_documented")
            {
                blocks[^1] = blocks[^1] with { Anchor = "plans" };
            }
        }

        foreach (var key in Keys)
        {
            blocks.AddRange(await tables.MeasureAsync(widget, key, RowsQuery.All, [], cancellationToken));
        }

        blocks.AddRange(await FieldsAsync(widget, cancellationToken));
        blocks.AddRange(await ListsAsync(widget, cancellationToken));
        return new PageContent { Blocks = blocks, Data = "/stats/summary" };
    }

    /// <summary>
    /// Of each plan that states how many commitments it has, how many of those are on record here, and all of them together: what other
    /// plans have on record is no part of what these state.
    /// </summary>
    private async Task<Block> HolesAsync(WidgetRequest widget, RowsQuery within, Words caption, CancellationToken cancellationToken)
    {
        var stated = await figures.StatedAsync(MeasureCatalogue.Find("finished")!, within, cancellationToken);
        var places = await names.PlacesAsync(widget, cancellationToken);
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (
            var (plan, whole) in stated.OrderByDescending(one => one.Value.Stated - one.Value.Documented).ThenBy(one => places[one.Key])
        )
        {
            rows.Add([
                await names.PlanAsync(widget, plan, cancellationToken),
                .. Numbers(whole.Stated, whole.Documented, $"/commitments?plan={plan}&confidence={Documented.Codes}"),
            ]);
        }

        rows.Add([
            new Cell(widget.Say(Said.Total)),
            .. Numbers(stated.Values.Sum(one => one.Stated), stated.Values.Sum(one => one.Documented), null),
        ]);
        return new Block.Table(
            widget.In(caption),
            [
                widget.In(Said.Plan),
                widget.In(new Words("Declarado", "Stated")),
                widget.In(new Words("Documentado aquí", "Documented here")),
                widget.In(new Words("Falta", "Missing")),
            ],
            rows
        )
        {
            Data =
            [
                Figures.Cite(MeasureCatalogue.Find("commitments_stated")!, ["plan"], within).Address,
                Figures.Cite(MeasureCatalogue.Find("commitments_documented")!, ["plan"], within).Address,
            ],
        };

        Cell[] Numbers(int all, int documented, string? rows) =>
            [widget.Counted(all), widget.Documented(documented, all, rows), widget.Counted(Math.Max(0, all - documented))];
    }

    /// <summary>What is not on record of the commitments, most that is missing first.</summary>
    private async Task<IReadOnlyList<Block>> FieldsAsync(WidgetRequest widget, CancellationToken cancellationToken)
    {
        var asked = new List<(Measure Measure, MeasureRow Row)>();
        foreach (var key in (string[])["finished", "completion", "early_results", "with_indicator", "with_evidence"])
        {
            asked.Add(await figures.OneAsync(key, RowsQuery.All, cancellationToken));
        }

        var question = widget.In(
            new Words("¿Qué falta saber de los compromisos registrados?", "What is missing about the commitments on record?")
        );
        return
        [
            new Block.Subtitle(question).Place("fields"),
            new Block.Table(
                question,
                [widget.In(new Words("Pregunta", "Question")), widget.In(Said.NoRecord), widget.In(Said.Total)],
                [
                    .. asked
                        .OrderByDescending(one => one.Row.Unknown)
                        .Select(one =>
                            (IReadOnlyList<Cell>)
                                [
                                    new Cell(widget.Say(one.Measure.Question), $"/measures#{one.Measure.Key}"),
                                    widget.Counted(one.Row.Unknown),
                                    widget.Counted(one.Row.Total),
                                ]
                        ),
                ]
            )
            {
                Data = [.. asked.Select(one => Figures.Cite(one.Measure, [], RowsQuery.All).Address)],
            },
        ];
    }

    /// <summary>What somebody could look for, record by record: what is missing here can exist.</summary>
    private async Task<IReadOnlyList<Block>> ListsAsync(WidgetRequest widget, CancellationToken cancellationToken)
    {
        var everyState = await states.OfAllAsync(widget, cancellationToken);
        var joined = everyState.Where(state => state.Participates).ToList();
        var all = (await plans.ListAsync(Tables.All(PlansRepository.Sql), cancellationToken)).Items;
        var found = (await secretariats.ListAsync(Tables.All(SecretariatsRepository.Sql), cancellationToken)).Items;
        var tables = everyState.Join(found, state => state.Id, one => one.StateId, (_, one) => one).ToList();
        var blocks = new List<Block>
        {
            new Block.Subtitle(
                widget.In(new Words("¿Qué hace falta encontrar, registro por registro?", "What needs to be found, record by record?"))
            ).Place("lists"),
        };
        Add(
            new Words("Estados participantes sin fecha de la declaración", "Participating states without the date of the declaration"),
            joined.Count,
            joined.Where(state => state.DeclarationSignedOn is null).Select(Of)
        );
        Add(
            new Words(
                "Estados participantes sin secretariado con registro aquí",
                "Participating states without a secretariat on record here"
            ),
            joined.Count,
            joined.Where(state => state.SecretariatId is null).Select(Of)
        );
        Add(
            new Words("Secretariados sin documento de reglas", "Secretariats without a rules document"),
            tables.Count,
            tables.Where(one => one.RulesDocumentUrl is null).Select(OfSecretariat)
        );
        Add(
            new Words("Secretariados sin integrantes con nombre", "Secretariats without named members"),
            tables.Count,
            tables.Where(one => one.MembersDocumented == 0).Select(OfSecretariat)
        );
        Add(
            new Words("Planes sin ninguna fecha", "Plans without any date"),
            all.Count,
            await PlansAsync(plan => plan.StartDate is null && plan.PublishedOn is null)
        );
        Add(
            new Words("Planes sin compromisos documentados aquí", "Plans without commitments documented here"),
            all.Count,
            await PlansAsync(plan => plan.CommitmentsDocumented == 0)
        );
        return blocks;

        void Add(Words name, int of, IEnumerable<Cell> missing)
        {
            List<Cell> found = [.. missing];
            blocks.Add(
                new Block.Paragraph(
                    widget.Say(
                        new Words(
                            $"{name.Es}: {Said.Number(found.Count)} de {Said.Number(of)}.",
                            $"{name.En}: {Said.Number(found.Count)} of {Said.Number(of)}."
                        )
                    )
                )
            );
            if (found.Count > 0)
            {
                blocks.Add(new Block.Links(found));
            }
        }

        Cell Of(State state) => new(widget.Text(state.NameEs, state.NameEn), $"/states/{state.Id}");

        Cell OfSecretariat(Secretariat one) => new(widget.Text(one.NameEs, one.NameEn), $"/states/{one.StateId}");

        async Task<IReadOnlyList<Cell>> PlansAsync(Func<Plan, bool> lacks)
        {
            var cells = new List<Cell>();
            var places = await names.PlacesAsync(widget, cancellationToken);
            foreach (var plan in all.Where(lacks).OrderBy(plan => places[plan.Id]))
            {
                cells.Add(await names.PlanAsync(widget, plan.Id, cancellationToken));
            }

            return cells;
        }
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
                                ? widget.AtLeast(least)
                                : widget.Counted(figure.Stated),
                            widget.Counted(figure.Documented, widget.Rows(figure.RowsUrl)),
                            figure.AmongStated == false ? NotAPart(widget, figure) : widget.Counted(figure.Missing),
                        ]
                ),
            ]
        )
        {
            Sources = SourceOrder.Union(summary.Figures.SelectMany(figure => figure.Sources), []),
            IsStated = true,
        };

    /// <summary>Why the one number is not taken from the other: as the data says it, else that it is not known whether it may be.</summary>
    private static Cell NotAPart(WidgetRequest widget, Figure figure) =>
        widget.Text(figure.NoteEs, figure.NoteEn) is { Text: not null } note
            ? new Cell(widget.Say(new Words("No se puede restar.", "Cannot be subtracted."))) { Beside = note }
            : new Cell(
                widget.Say(
                    new Words(
                        "No se puede restar: no se sabe si son los mismos",
                        "Cannot be subtracted: whether they are the same ones is not known"
                    )
                )
            );
}
