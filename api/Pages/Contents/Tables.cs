using OpenGov.Api.Commitments;
using OpenGov.Api.Embedding;
using OpenGov.Api.Embedding.Widgets;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Stats;

namespace OpenGov.Api.Pages.Contents;

/// <summary>Tables that several pages have.</summary>
internal sealed class Tables(
    Figures figures,
    Labels labels,
    Narrowing narrowing,
    RecordNames names,
    CommitmentsRepository commitments,
    PlansRepository plans,
    StatsRepository stats,
    Endings endings
)
{
    /// <summary>The figure of which the presentation says more than other sources do.</summary>
    private const string Participation = "participating_states";

    /// <summary>A whole list, in an order as the <c>sort</c> parameter spells it.</summary>
    public static ListRequest All(ListSql list, string? sort = null, RowsQuery? within = null) =>
        ListRequest.Everything with
        {
            Values = (within ?? RowsQuery.All).Filters.ToDictionary(),
            Sort = list.Order(sort ?? list.DefaultSort),
            Limit = QueryBinding.MostRows,
        };

    /// <summary>The commitments of a list with where each stands.</summary>
    /// <param name="widget">Who asks.</param>
    /// <param name="caption">What the table is called.</param>
    /// <param name="all">The commitments.</param>
    /// <param name="within">The list that they are of.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="isOfAll">Whether they are of several plans: then the plan of each stands there with its year, its themes and who leads it.</param>
    public async Task<Block> CommitmentsAsync(
        WidgetRequest widget,
        string caption,
        IReadOnlyList<Commitment> all,
        RowsQuery within,
        CancellationToken cancellationToken,
        bool isOfAll = false
    )
    {
        var rows = new List<IReadOnlyList<Cell>>();
        var titles = RecordNames.InList(
            widget,
            [.. all.Select(one => (RecordNames.Commitment(widget, one.TitleEs, one.TitleEn, one.Id), one.Id, one.Number))]
        );
        foreach (var (one, title) in all.Zip(titles))
        {
            rows.Add([
                new Cell(Certainty.Mark(title, one.Confidence), $"/commitments/{one.Id}"),
                .. isOfAll ? await WhereAsync(widget, one, cancellationToken) : [],
                await CodeAsync(widget, "implementation_status", one.Status, null, cancellationToken),
                await CodeAsync(widget, "completion", one.Completion, one.CompletionVoice, cancellationToken),
                await CodeAsync(widget, "early_results", one.EarlyResults, one.EarlyResultsVoice, cancellationToken),
            ]);
        }

        return new Block.Table(
            caption,
            [
                widget.In(new Words("Compromiso", "Commitment")),
                .. isOfAll
                    ?
                    [
                        widget.In(new Words("Plan y año", "Plan and year")),
                        widget.In(KeyWords.Of("policy_area")),
                        widget.In(new Words("Responsable", "Lead")),
                    ]
                    : (string[])[],
                widget.In(Said.Status),
                widget.In(new Words("Cumplimiento, evaluado", "Completion, as assessed")),
                widget.In(Said.EarlyResults),
            ],
            rows
        )
        {
            IsCards = true,
            Data = [within.Of("/commitments")],
            Behind = SourceOrder.Union(all.SelectMany(one => one.Sources), []),
        };
    }

    /// <summary>Of which plan and year a commitment is, what it is about and who leads it.</summary>
    private async Task<IReadOnlyList<Cell>> WhereAsync(WidgetRequest widget, Commitment one, CancellationToken cancellationToken)
    {
        var called = await endings.NamesAsync(cancellationToken);
        var leads = one.LeadOrganizations.Select(id => called.GetValueOrDefault(id, id)).ToList();
        return
        [
            new Cell(
                await names.ShortAsync(widget, one.PlanId, cancellationToken) is { } plan ? widget.Say(plan) : null,
                $"/plans/{one.PlanId}"
            ),
            new Cell(
                await labels.OfAllAsync(widget, "policy_area", one.PolicyAreas, cancellationToken) ?? widget.Text(one.ThemeEs, one.ThemeEn)
            ),
            new Cell(leads.Count > 0 ? widget.Say(string.Join(", ", leads)) : null),
        ];
    }

    /// <summary>The commitments that match.</summary>
    public async Task<Block> CommitmentsAsync(WidgetRequest widget, RowsQuery within, CancellationToken cancellationToken)
    {
        var found = await commitments.ListAsync(All(CommitmentsRepository.Sql, "plan_id", within), cancellationToken);
        // What only the presentation says is on record, and is not documented: both are said where the two numbers differ.
        var presented = found.Items.Count(one => one.Confidence == "presentation");
        var (es, en) = presented == 0 ? ("", "") : ($", {presented} solo en la presentación", $", {presented} only in the presentation");
        return found.Total == 0
            ? None(widget, new Words("Compromisos: sin registro aquí.", "Commitments: no record here."))
            : await CommitmentsAsync(
                widget,
                widget.In(new Words($"Compromisos que constan aquí: {found.Total}{es}", $"Commitments on record here: {found.Total}{en}")),
                found.Items,
                within,
                cancellationToken
            );
    }

    /// <summary>What stands in the place of a table that would have no row.</summary>
    private static Block.Paragraph None(WidgetRequest widget, Words words) => new(widget.Say(words));

    /// <summary>What stands in the place of a table that would say of each group that nothing is known.</summary>
    private static Block.Paragraph Unknown(WidgetRequest widget, Measure measure, string key, int groups)
    {
        var by = KeyWords.Of(key);
        var (es, en) = (Sentence.Within(by.Es), Sentence.Within(by.En));
        return new Block.Paragraph(
            widget.Say(
                new Words(
                    $"{measure.Question.Es} Por {es}: sin registro aquí en los {Said.Number(groups)}.",
                    $"{measure.Question.En} By {en}: no record here for any of {Said.Number(groups)}."
                )
            )
        );
    }

    /// <summary>The plans that match.</summary>
    public async Task<Block> PlansAsync(WidgetRequest widget, RowsQuery? within, CancellationToken cancellationToken)
    {
        var found = await plans.ListAsync(All(PlansRepository.Sql, within: within), cancellationToken);
        if (found.Total == 0)
        {
            return None(widget, new Words("Planes: sin registro aquí.", "Plans: no record here."));
        }

        var rows = new List<IReadOnlyList<Cell>>();
        var places = await names.PlacesAsync(widget, cancellationToken);
        foreach (var plan in found.Items.OrderBy(plan => places[plan.Id]))
        {
            rows.Add([
                await names.PlanAsync(widget, plan.Id, cancellationToken, plan.Confidence),
                plan.Scope is { } scope
                    ? await CodeAsync(widget, "plan_scope", scope, null, cancellationToken)
                    : await CodeAsync(widget, "level", plan.Level, null, cancellationToken),
                await CodeAsync(widget, "plan_stage", plan.Stage, null, cancellationToken),
                new Cell(Period(widget, plan)),
                widget.Counted(plan.CommitmentsStated),
                widget.Documented(plan),
            ]);
        }

        return new Block.Table(
            widget.In(new Words($"Planes que constan aquí: {found.Total}", $"Plans on record here: {found.Total}")),
            [
                widget.In(Said.Plan),
                widget.In(new Words("Nivel", "Level")),
                widget.In(new Words("Etapa", "Stage")),
                widget.In(new Words("Periodo", "Period")),
                widget.In(new Words("Compromisos declarados", "Commitments stated")),
                widget.In(new Words("Documentados", "Documented")),
            ],
            rows
        )
        {
            IsCards = true,
            Data = [(within ?? RowsQuery.All).Of("/plans")],
        };
    }

    /// <summary>A measure: its question, its answer, and the same by each of some keys.</summary>
    public async Task<IReadOnlyList<Block>> MeasureAsync(
        WidgetRequest widget,
        string key,
        RowsQuery within,
        IReadOnlyList<string> by,
        CancellationToken cancellationToken
    )
    {
        var blocks = new List<Block>();
        within = Figures.OfOneWhole(MeasureCatalogue.Find(key)!, within);
        var (asked, all) = await figures.OneAsync(key, within, cancellationToken);
        var of = await narrowing.OfAsync(widget, asked, within.Filters, cancellationToken);
        var stated = await figures.StatedAsync(asked, within, cancellationToken);
        blocks.AddRange(
            Figures.Blocks(
                widget,
                asked,
                all,
                within,
                of,
                isAsked: true,
                stated: [.. stated.Values],
                only: await figures.OnlyAsync(widget, within, stated, cancellationToken)
            )
        );
        if (await IsOnlyPresentedAsync(asked, all, within, cancellationToken))
        {
            blocks =
            [
                .. blocks.Select(block =>
                    block is Block.Paragraph { Of: not null } said ? said with { Text = Certainty.Mark(said.Text, "presentation")! } : block
                ),
            ];
        }

        if (asked.Of != Population.MetricValues)
        {
            blocks.AddRange(await narrowing.NotesAsync(widget, asked, within, cancellationToken));
        }

        if (key == Participation && within.Filters.Count == 0)
        {
            var (said, sources) = await SaidByAsync(widget, all, cancellationToken);
            blocks = [.. blocks.SelectMany(block => block is Block.Parts ? [block with { Sources = sources }, said] : (Block[])[block])];
        }

        foreach (var one in by)
        {
            var (measure, rows) = await figures.RowsAsync(key, [one], within, cancellationToken);
            blocks.Add(
                measure.Reckoning is Reckoning.Parts && rows.Count > 0 && rows.All(row => row.Known == 0)
                    ? Unknown(widget, measure, one, rows.Count)
                    : await figures.TableAsync(widget, measure, [one], within, rows, cancellationToken, of)
            );
        }

        return blocks;
    }

    /// <summary>Whether every record that a number counts is known from the presentation alone: then the number is its own.</summary>
    private async Task<bool> IsOnlyPresentedAsync(Measure measure, MeasureRow all, RowsQuery within, CancellationToken cancellationToken)
    {
        if (all.Total == 0 || measure.Reckoning is Reckoning.Parts || measure.Of.List.Filters.All(filter => filter.Name != "confidence"))
        {
            return false;
        }

        if (within.And(measure.Within).Filters.Any(filter => filter.Key == "confidence"))
        {
            return false;
        }

        var (_, presented) = await figures.OneAsync(measure.Key, within.And("confidence=presentation"), cancellationToken);
        return presented.Total == all.Total;
    }

    /// <summary>Who says how many states take part, and of how many of them another source says so, too.</summary>
    private async Task<(Block Said, IReadOnlyList<SourceReference> Sources)> SaidByAsync(
        WidgetRequest widget,
        MeasureRow all,
        CancellationToken cancellationToken
    )
    {
        var figure = (await stats.SummaryAsync(widget.Request, cancellationToken)).Figures.Single(one => one.Key == Participation);
        var sources = SourceOrder.Named(widget, figure.Sources);
        var others = figure.Documented is { } documented ? Said.Number(documented) : null;
        // The presentation has no date: where the number is its own, it is said of about when that is.
        var (hacia, around) = IsOfThePresentation(figure, all)
            ? ("Hacia 2020, según", "Around 2020, according to")
            : ("Según", "According to");
        var said = widget.Say(
            new Words(
                $"{hacia}: {sources}.{(others is null ? "" : $" Con otra fuente aquí: {others}.")}",
                $"{around}: {sources}.{(others is null ? "" : $" With another source here: {others}.")}"
            )
        );
        return (new Block.Paragraph(said), figure.Sources);
    }

    /// <summary>Whether a number is the one that the presentation states, and not more than that (<c>isPresented</c>).</summary>
    private static bool IsOfThePresentation(Figure figure, MeasureRow all) =>
        figure.Confidence == "presentation" && figure.Stated == all.Yes;

    /// <summary>A code by its name, and who gave it.</summary>
    public async Task<Cell> CodeAsync(
        WidgetRequest widget,
        string vocabulary,
        string? code,
        string? voice,
        CancellationToken cancellationToken
    ) => new(await labels.SaidAsync(widget, vocabulary, code, voice, cancellationToken));

    /// <summary>
    /// From when until when, as exactly as it is known and as sure as each is. A date alone is said to be which it is: its beginning, its
    /// end, else its publication. Null where there is none of these (<c>planDates</c>).
    /// </summary>
    public static Spoken? Period(WidgetRequest widget, Plan plan)
    {
        var first = Sure(plan.StartDate, plan.StartDatePrecision, "start_date");
        var last = Sure(plan.EndDate, plan.EndDatePrecision, "end_date");
        return (first, last) switch
        {
            ({ } start, { } end) => widget.Say($"{start} – {end}"),
            ({ } start, null) => widget.Say($"{widget.In(new Words("Inicio", "Start"))}: {start}"),
            (null, { } end) => widget.Say($"{widget.In(new Words("Fin", "End"))}: {end}"),
            _ => PlanWidget.PublishedOn(widget, plan) is { Text: { } day } ? widget.Say($"{widget.In(PlanWidget.Published)}: {day}") : null,
        };

        string? Sure(DateOnly? day, string? precision, string field) =>
            day is { } known
                ? Certainty.MarkField(widget.Say(widget.On(known, precision)), null, plan.InferredFields, [], field)!.Text
                : null;
    }

    /// <summary>What a careful reader should know of a record, where it is noted.</summary>
    public static IEnumerable<Block> Note(WidgetRequest widget, string? es, string? en) => Text(widget, new Words("Nota", "Note"), es, en);

    /// <summary>A text under its name; nothing where there is none.</summary>
    public static IEnumerable<Block> Text(WidgetRequest widget, Words name, string? es, string? en) =>
        widget.Text(es, en) is { Text: not null } text ? [new Block.Subtitle(widget.In(name)), new Block.Paragraph(text)] : [];
}
