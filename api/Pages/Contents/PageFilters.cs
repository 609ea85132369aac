using OpenGov.Api.Database;
using OpenGov.Api.Embedding;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Organizations;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Pages.Contents;

/// <summary>The filters of a page, which are those of the dashboard: read from its address, and asked for by a form.</summary>
internal sealed class PageFilters(
    PlansRepository plans,
    StatesRepository states,
    OrganizationsRepository organizations,
    RecordNames names,
    Endings endings,
    Labels labels,
    ReadSession session
)
{
    /// <summary>Filters that a heading names.</summary>
    private const int MostNamed = 5;

    /// <summary>Filters whose values say by themselves what they are.</summary>
    private static readonly HashSet<string> Plain = ["policy_area", "state", "plan", "year", "organization", "record"];

    /// <summary>The choice that leaves a filter out.</summary>
    public static readonly Words Any = new("Cualquiera", "Any");

    /// <summary>What of the address cannot be; null where all of it can.</summary>
    public ParameterErrors? Errors { get; private set; }

    /// <summary>The filters of a list that the page takes.</summary>
    public static IReadOnlyList<Filter> Of(PageRequest page, ListSql list) =>
        [.. list.Filters.Where(filter => page.Filters.ContainsKey(filter.Name))];

    /// <summary>What the address chooses of a list; null where it cannot.</summary>
    public async Task<RowsQuery?> ReadAsync(PageRequest page, ListSql list, CancellationToken cancellationToken)
    {
        var (request, errors, filters) = (page.Widget.Request, new ParameterErrors(), Of(page, list));
        var others = request.Query.Keys.Where(key => filters.All(filter => filter.Name != key)).ToList();
        var values = await QueryBinding.ReadFiltersAsync(request, filters, others, session, errors, cancellationToken);
        Errors = errors.Any ? errors : null;
        return errors.Any ? null : new RowsQuery([.. values]);
    }

    /// <summary>A field for each filter of the page: what is chosen of it, and what can be.</summary>
    public async Task<Block.Form> FormAsync(PageRequest page, ListSql list, CancellationToken cancellationToken)
    {
        var fields = new List<FormField>();
        foreach (var (name, field) in page.Filters)
        {
            if (list.Filters.FirstOrDefault(filter => filter.Name == name) is { } filter)
            {
                fields.Add(
                    new FormField(name, field.Label, page.Given(name), await ChoicesAsync(page.Widget, filter, field, cancellationToken))
                    {
                        Empty = page.Widget.In(Any),
                        IsDate = filter.TakesEs?.StartsWith("una fecha", StringComparison.Ordinal) == true,
                    }
                );
            }
        }

        return new Block.Form(page.Page.Path, fields, page.Widget.In(new Words("Filtrar", "Filter")));
    }

    /// <summary>What a page is narrowed to: the values of its filters by their names, themes first; null for nothing.</summary>
    /// <param name="page">The page.</param>
    /// <param name="list">The list whose order of filters the title has.</param>
    /// <param name="form">Its filters.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<NarrowedTo?> NarrowedAsync(
        PageRequest page,
        ListSql list,
        Block.Form form,
        string title,
        CancellationToken cancellationToken
    )
    {
        var (widget, query) = (page.Widget, page.Widget.Request.Query);
        var order = list.Filters.Select(filter => filter.Name).ToList();
        var asked = form.Fields.Where(field => query.Has(field.Name)).OrderBy(field => order.IndexOf(field.Name)).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var called = asked.Exists(field => field.Name == "organization") ? await endings.NamesAsync(cancellationToken) : null;
        var themes = asked.Where(field => field.Name == "policy_area").SelectMany(Values).ToList();
        var others = asked.Where(field => field.Name != "policy_area").SelectMany(Values).ToList();
        var about = themes.Count == 0 ? "" : widget.In(new Words(" sobre ", " about ")) + string.Join(", ", themes.Take(MostNamed));
        var rest = others.Count == 0 ? "" : (about.Length > 0 ? ", " : ": ") + string.Join(", ", others.Take(MostNamed));
        return new NarrowedTo(
            $"{title}{about}{rest}",
            QueryString.Create(asked.Select(field => KeyValuePair.Create(field.Name, query.Given(field.Name)))),
            IsHeading: true
        );

        IEnumerable<string> Values(FormField field) =>
            query
                .Given(field.Name)
                .OfType<string>()
                .SelectMany(QueryBinding.Parts)
                .Select(value => value.Trim())
                .Select(
                    (given, place) =>
                    {
                        var (isExcluded, value) = (Filter.IsExcluded(given), given.TrimStart(Filter.Not));
                        var said =
                            field.Name == "organization"
                                ? called?.GetValueOrDefault(RecordId.Canonical("organizations", value))
                                : field
                                    .Choices?.FirstOrDefault(choice => choice.Value.Equals(value, StringComparison.OrdinalIgnoreCase))
                                    .Label;
                        var shown = (isExcluded ? widget.In(new Words("salvo ", "except ")) : "") + ParameterErrors.Shown(said ?? value);
                        return field.Name == "q" ? widget.In(new Words($"«{shown}»", $"“{shown}”"))
                            // Of several values of one filter its name stands before the first.
                            : Plain.Contains(field.Name) || place > 0 ? shown
                            : field.Label.EndsWith('?') ? $"{field.Label} {shown}"
                            : $"{field.Label}: {shown}";
                    }
                );
    }

    private async Task<IReadOnlyList<(string, string)>?> ChoicesAsync(
        WidgetRequest widget,
        Filter filter,
        PageField field,
        CancellationToken cancellationToken
    )
    {
        if (field.Choices is { } known)
        {
            return [.. known.Select(choice => (choice.Key, choice.Value))];
        }

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
            case IdFilter { Table: "organizations" }:
                return
                [
                    .. (await organizations.ListAsync(Tables.All(OrganizationsRepository.Sql), cancellationToken))
                        .Items.Where(one => one.CommitmentsLed + one.CommitmentsSupported > 0)
                        .Select(one => (one.Id, one.Name)),
                ];
            default:
                if (filter.Codes is not { } codes)
                {
                    return null;
                }

                var choices = new List<(string Code, string Label)>();
                foreach (var code in codes)
                {
                    choices.Add((code, await NameAsync(widget, filter, code, cancellationToken)));
                }

                return [.. choices.OrderBy(choice => choice.Code == Filter.NoData).ThenBy(choice => Order(filter, choice.Code))];
        }
    }

    /// <summary>By the number that the vocabulary gives a code; those without one are behind, as they stand in it.</summary>
    private static int Order(Filter filter, string code) =>
        filter.CodesVocabulary is { } vocabulary
            ? Vocabulary.Terms(vocabulary).FirstOrDefault(term => term.Code == code)?.Number ?? int.MaxValue
            : 0;

    private async Task<string> NameAsync(WidgetRequest widget, Filter filter, string code, CancellationToken cancellationToken) =>
        code switch
        {
            Filter.NoData => widget.In(Said.NoRecord),
            "true" => widget.In(Said.Yes),
            "false" => widget.In(Said.No),
            _ => filter.CodesVocabulary is { } vocabulary ? await labels.OfAsync(widget, vocabulary, code, cancellationToken) : code,
        };
}
