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
    /// <summary>Filters whose values say by themselves what they are.</summary>
    private static readonly HashSet<string> Plain = ["state", "plan", "organization", "record", "list"];

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

    /// <summary>
    /// What a page is narrowed to, in a sentence (<c>narrowed.ts</c>): its themes, then the values of each other filter by their names; null
    /// for nothing.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="form">Its filters.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<NarrowedTo?> NarrowedAsync(PageRequest page, Block.Form form, CancellationToken cancellationToken)
    {
        var (widget, query) = (page.Widget, page.Widget.Request.Query);
        var asked = form.Fields.Where(field => query.Has(field.Name)).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var called = asked.Exists(field => field.Name == "organization") ? await endings.NamesAsync(cancellationToken) : null;
        var municipalities = new Dictionary<string, string>();
        foreach (var given in asked.Where(field => field.Name == "municipality").SelectMany(Given))
        {
            var code = given.TrimStart(Filter.Not);
            municipalities[code] =
                code == Filter.NoData ? widget.In(Said.NoRecord) : await labels.OfAsync(widget, "municipality", code, cancellationToken);
        }

        var themes = asked.Where(field => field.Name == "policy_area").SelectMany(Given).Where(given => given != Filter.NoData).ToList();
        List<string> others =
        [
            .. asked
                .Select(field =>
                    (Field: field, Given: Given(field).Where(given => field.Name != "policy_area" || given == Filter.NoData).ToList())
                )
                .Where(one => one.Given.Count > 0)
                .Select(one => Group(one.Field, one.Given)),
        ];
        var about =
            themes.Count == 0
                ? ""
                : widget.In(new Words(" sobre ", " about "))
                    + Sentence.Or(widget, [.. themes.Select(given => Named(asked.Find(field => field.Name == "policy_area")!, given))]);
        var rest = string.Join("; ", Sentence.Few(widget, others));
        // One colon is enough.
        var before =
            others.Count == 0 ? ""
            : about.Length > 0 || others[0].Contains(':') || others[0].Contains('?') ? ", "
            : ": ";
        return new NarrowedTo(
            $"{page.Page.Head[widget.Language].Title}{about}{before}{rest}",
            QueryString.Create(asked.Select(field => KeyValuePair.Create(field.Name, query.Given(field.Name)))),
            IsHeading: true
        );

        List<string> Given(FormField field)
        {
            var given = query.Given(field.Name).OfType<string>();
            return field.Name == "q" || field.IsDate
                ? [.. given]
                : [.. given.SelectMany(QueryBinding.Parts).Select(value => value.Trim()).Where(value => value.Length > 0).Distinct()];
        }

        string Group(FormField field, List<string> given)
        {
            if (field.Name == "q")
            {
                var shown = Sentence.Cut(ParameterErrors.Shown(given[0]));
                return widget.In(new Words($"«{shown}»", $"“{shown}”"));
            }

            var names = Sentence.Or(widget, [.. given.Select(value => Named(field, value))]);
            return Plain.Contains(field.Name) ? names
                : field.Label.EndsWith('?') ? $"{field.Label} {names}"
                : $"{Sentence.Label(field.Label)}: {names}";
        }

        string Named(FormField field, string given)
        {
            var (isExcluded, value) = (Filter.IsExcluded(given), given.TrimStart(Filter.Not));
            var said =
                field.Name == "organization" ? called?.GetValueOrDefault(RecordId.Canonical("organizations", value))
                : field.Name == "municipality" ? municipalities.GetValueOrDefault(value)
                : field.IsDate && DateOnly.TryParseExact(value[..Math.Min(10, value.Length)], "yyyy-MM-dd", out var day) ? widget.On(day)
                : field.Choices?.FirstOrDefault(choice => choice.Value.Equals(value, StringComparison.OrdinalIgnoreCase)).Label;
            var shown = Sentence.Cut(ParameterErrors.Shown(said ?? value));
            return isExcluded ? widget.In(new Words($"salvo {shown}", $"except {shown}")) : shown;
        }
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
                var places = await names.PlacesAsync(widget, cancellationToken);
                foreach (
                    var plan in (await plans.ListAsync(Tables.All(PlansRepository.Sql), cancellationToken)).Items.OrderBy(plan =>
                        places[plan.Id]
                    )
                )
                {
                    named.Add((plan.Id, (await names.ShortAsync(widget, plan.Id, cancellationToken))!));
                }

                return named;
            case IdFilter { Table: "states" }:
                return
                [
                    .. (await states.OfAllAsync(widget, cancellationToken)).Select(state =>
                        (state.Id, widget.Text(state.NameEs, state.NameEn).Text!)
                    ),
                    .. field.None is { } none ? [(Filter.NoData, none)] : ((string, string)[])[],
                ];
            case IdFilter { Table: "secretariats" }:
                // A secretariat is that of its state: where people look for it.
                return
                [
                    .. (await states.OfAllAsync(widget, cancellationToken))
                        .Where(state => state.SecretariatId is not null)
                        .Select(state => (state.SecretariatId!, widget.Text(state.NameEs, state.NameEn).Text!)),
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
            // What has no state is national: there the absence is known.
            Filter.NoData when filter.Name is "scope" or "has_secretariat" => widget.In(KeyWords.National),
            _ when code == Filter.NoData || KeyWords.IsAbsence(filter.Name, code) => widget.In(Said.NoRecord),
            "true" => widget.In(Said.Yes),
            "false" => widget.In(Said.No),
            _ when filter.CodesVocabulary == "sdg" => $"{code}. {await labels.OfAsync(widget, "sdg", code, cancellationToken)}",
            _ => filter.CodesVocabulary is { } vocabulary ? await labels.OfAsync(widget, vocabulary, code, cancellationToken) : code,
        };
}
