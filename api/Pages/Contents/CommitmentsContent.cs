using OpenGov.Api.Commitments;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
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
    Endings endings,
    Labels labels
) : IPageContent
{
    /// <summary>Filters that a heading names.</summary>
    private const int MostNamed = 5;

    /// <summary>Filters whose values say by themselves what they are.</summary>
    private static readonly HashSet<string> Plain = ["policy_area", "state", "plan", "year", "organization"];

    public string Path => "/commitments";

    public async Task<PageContent?> ReadAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var widget = page.Widget;
        var (asked, found, after) = await paged.ReadAsync(page, commitments, "plan_id", cancellationToken);
        var fields = await FieldsAsync(page, cancellationToken);
        var form = new Block.Form(Path, fields, widget.In(new Words("Filtrar", "Filter")));
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
                .. page.Given("organization") is { } one
                    ? await endings.BlocksAsync(widget, RecordId.Canonical("organizations", one), cancellationToken)
                    : [],
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
            Narrowed = await NarrowedAsync(page, fields, cancellationToken),
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
    private async Task<IReadOnlyList<FormField>> FieldsAsync(PageRequest page, CancellationToken cancellationToken)
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

        return fields;
    }

    /// <summary>What the list is narrowed to, as the dashboard says it (<c>title.ts</c>): its themes first, then the other filters.</summary>
    private async Task<NarrowedTo?> NarrowedAsync(PageRequest page, IReadOnlyList<FormField> fields, CancellationToken cancellationToken)
    {
        var (widget, given) = (page.Widget, page.Widget.Request.Query);
        var names = CommitmentsRepository.Sql.Filters.Select(filter => filter.Name).Where(given.Has).ToList();
        if (names.Count == 0)
        {
            return null;
        }

        var organizations = names.Contains("organization") ? await endings.NamesAsync(cancellationToken) : null;
        var themes = names.Where(name => name == "policy_area").SelectMany(Values).ToList();
        var others = names.Where(name => name != "policy_area").SelectMany(Values).ToList();
        var about = themes.Count == 0 ? "" : widget.In(new Words(" sobre ", " about ")) + string.Join(", ", themes.Take(MostNamed));
        var rest = others.Count == 0 ? "" : (about.Length > 0 ? ", " : ": ") + string.Join(", ", others.Take(MostNamed));
        return new NarrowedTo(
            $"{widget.In(new Words("Compromisos", "Commitments"))}{about}{rest}",
            QueryString.Create(names.Select(name => KeyValuePair.Create(name, given.Given(name)))),
            IsHeading: true
        );

        IEnumerable<string> Values(string name) =>
            given
                .Given(name)
                .OfType<string>()
                .SelectMany(QueryBinding.Parts)
                .Select(value => value.Trim())
                .Select(given =>
                {
                    var (isExcluded, value) = (Filter.IsExcluded(given), given.TrimStart(Filter.Not));
                    var field = fields.FirstOrDefault(field => field.Name == name);
                    var said =
                        name == "organization"
                            ? organizations?.GetValueOrDefault(RecordId.Canonical("organizations", value))
                            : field
                                ?.Choices?.FirstOrDefault(choice => choice.Value.Equals(value, StringComparison.OrdinalIgnoreCase))
                                .Label;
                    var shown = (isExcluded ? widget.In(new Words("salvo ", "except ")) : "") + ParameterErrors.Shown(said ?? value);
                    return name == "q" ? widget.In(new Words($"«{shown}»", $"“{shown}”"))
                        : Plain.Contains(name) || field is null ? shown
                        : field.Label.EndsWith('?') ? $"{field.Label} {shown}"
                        : $"{field.Label}: {shown}";
                });
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
