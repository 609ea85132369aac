using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Metrics;
using OpenGov.Api.Pages;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Secretariats;
using OpenGov.Api.Stats;

namespace OpenGov.Api.Embedding;

/// <summary>What narrows a measure where it is shown: what it needs, and what it is then of, in words.</summary>
internal sealed class Narrowing(
    MeasuresRepository measures,
    MetricValuesRepository values,
    InitiativeSizesRepository sizes,
    SecretariatsRepository secretariats,
    StatsRepository stats,
    Labels labels,
    RecordNames records,
    Endings endings,
    DashboardBuild dashboard,
    ReadSession session
)
{
    private const int Named = 3;

    private const string WithSecretariat = "states_with_secretariat";

    /// <summary>Reads the filters of a measure that is asked of each state, and refuses to leave out one without which it has no number.</summary>
    /// <param name="widget">How it is asked for.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="own">Parameters beside those that every widget takes.</param>
    /// <param name="by">By what it is grouped.</param>
    /// <param name="errors">What is wrong.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="statesAreShown">What is said to who asks for a state where states are shown; null where one can be asked for.</param>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ReadAsync(
        WidgetRequest widget,
        Measure measure,
        string[] own,
        IReadOnlyList<string> by,
        ParameterErrors errors,
        CancellationToken cancellationToken,
        Words? statesAreShown = null
    )
    {
        if (statesAreShown is not null && widget.Request.Query.Has("state"))
        {
            errors.Add("state", ParameterCodes.UnknownParameter, statesAreShown.En, spanish: statesAreShown.Es);
            return new Dictionary<string, IReadOnlyList<string>>();
        }

        var filters = await QueryBinding.ReadFiltersAsync(
            widget.Request,
            [.. measure.Of.List.Filters.Where(filter => statesAreShown is null || filter.Name != "state")],
            [.. widget.Taken.Union(own)],
            session,
            errors,
            cancellationToken
        );
        if (errors.Any)
        {
            return filters;
        }

        foreach (var name in measure.Needs.Where(name => !by.Contains(name) && !IsOne(filters.GetValueOrDefault(name))))
        {
            IReadOnlyList<string> keys = by.Contains("state") ? [name, "state"] : [name];
            // What is offered has a number: an edition of another indicator would be an empty map.
            var others = filters.Where(filter => filter.Key != name).ToDictionary();
            var takes = (await measures.RowsAsync(measure, keys, others, named: false, cancellationToken))
                .Where(row => row.Keys.All(key => key is not null))
                .Select(row => row.Keys[0]!)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .ToList();
            errors.Add(
                name,
                ErrorCodes.Required,
                $"{measure.Key} has a number only of one {name}: add {name}= with one of {string.Join(", ", takes)}.",
                allowed: takes,
                spanish: $"Aquí hace falta «{name}»: {measure.Key} tiene un número solo de uno."
            );
        }

        if (!errors.Any && measure.Needs.Count > 0 && !by.Contains("state") && !by.Contains("scope"))
        {
            if (!IsOne(filters.GetValueOrDefault("state")) && !filters.ContainsKey("scope"))
            {
                errors.Add(
                    "scope",
                    ErrorCodes.Required,
                    $"{measure.Key} has a number only of one place: add scope=national, another scope, or state=.",
                    allowed: Vocabulary.Codes("metric_scope"),
                    spanish: $"Aquí hace falta «scope»: {measure.Key} tiene un número solo de un lugar; agregue scope=national, otro scope, o state=."
                );
            }
        }

        return filters;
    }

    /// <summary>
    /// Of what a figure is, in words: the values of its filters or, where none tells the levels of government apart that it has, both of
    /// them. Null for a figure that is of everything there is, and for one that shows states alone (<paramref name="isOfStates"/>).
    /// </summary>
    public async Task<string?> OfAsync(
        WidgetRequest widget,
        Measure measure,
        IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> filters,
        CancellationToken cancellationToken,
        bool isOfStates = false
    )
    {
        var asked = filters.ToList();
        var parts = new List<string>();
        foreach (var (name, given) in asked)
        {
            var names = new List<string>();
            foreach (var value in given.Take(Named))
            {
                names.Add(await ValueAsync(widget, measure, name, value, cancellationToken));
            }

            var more = given.Count > Named ? widget.In(new Words($" y {given.Count - Named} más", $" and {given.Count - Named} more")) : "";
            var said = string.Join(", ", names) + more;
            parts.Add(
                name is "indicator" or "edition" or "state" or "plan" or "scope" ? said
                : FilterName(widget, measure, name) is var called && called.EndsWith('?') ? $"{called} {said}"
                : $"{called}: {said}"
            );
        }

        if (
            !isOfStates
            && measure.Levels.Count > 1
            && measure.Of.Keys.ContainsKey("level")
            && !asked.Exists(filter => filter.Key is "level" or "plan" or "state")
        )
        {
            parts.Insert(0, widget.In(new Words("Nacional y local", "National and local")));
        }

        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    /// <summary>Of what a measure is, before the question that it belongs to.</summary>
    public static string Eyebrow(WidgetRequest widget, Measure measure, string? of) =>
        of is null ? widget.In(measure.Group.Question) : $"{of} · {widget.In(measure.Group.Question)}";

    /// <summary>What a careful reader should know of published values that are shown: that one is doubted, or does not add up.</summary>
    public async Task<IReadOnlyList<Block>> NotesAsync(
        WidgetRequest widget,
        Measure measure,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        if (measure.Key == WithSecretariat && await SeenAsync(widget, cancellationToken) is var (first, last))
        {
            return
            [
                new Block.Paragraph(
                    widget.Say(
                        first == last
                            ? new Words(
                                $"Instalado, visto por última vez: {last}; de si sigue así hoy no hay registro aquí.",
                                $"Installed, last seen: {last}; whether it is still so today is not on record here."
                            )
                            : new Words(
                                $"Instalados, cada uno visto por última vez entre {first} y {last}; de si sigue así hoy no hay registro aquí.",
                                $"Installed, each last seen between {first} and {last}; whether it is still so today is not on record here."
                            )
                    ),
                    IsSmall: true
                ),
            ];
        }

        if (await UntilAsync(widget, measure, cancellationToken) is { } until)
        {
            return
            [
                new Block.Paragraph(
                    widget.Say(
                        new Words(
                            $"Lo más reciente que consta del tamaño de la iniciativa es de {until}; de si sigue así hoy no hay registro aquí.",
                            $"The most recent record of the size of the initiative is from {until}; whether it is still so today is not on record here."
                        )
                    ),
                    IsSmall: true
                ),
                .. await ChangedAsync(widget, cancellationToken),
            ];
        }

        if (measure.Of != Population.MetricValues || within.IsEmpty)
        {
            return [];
        }

        var found = await values.ListAsync(
            ListRequest.Everything with
            {
                Values = within.And(measure.Within).Filters.ToDictionary(),
                Sort = [new SortBy(MetricValuesRepository.Sql.Sorts[0], Descending: false)],
                Limit = QueryBinding.MostRows,
            },
            cancellationToken
        );
        return Notes(widget, found.Items);
    }

    /// <summary>What is noted of the number of those who take part: who of them was seen to do otherwise since.</summary>
    private async Task<IReadOnlyList<Block>> ChangedAsync(WidgetRequest widget, CancellationToken cancellationToken) =>
        await stats.NoteAsync("participating_states", cancellationToken) is { } figure
        && widget.Text(figure.Es, figure.En) is { Text: not null } note
            ? [new Block.Paragraph(note, IsSmall: true)]
            : [];

    /// <summary>
    /// Up to when there are sources of who takes part and who has a secretariat: what was seen then is no claim about today. Null for
    /// another measure, and where no source says when.
    /// </summary>
    public async Task<string?> UntilAsync(WidgetRequest widget, Measure measure, CancellationToken cancellationToken)
    {
        if (measure.Key == WithSecretariat)
        {
            return await SeenAsync(widget, cancellationToken) is var (_, last) ? last : null;
        }

        if (measure.Key is not ("participating_states" or "state_stage"))
        {
            return null;
        }

        var newest = (
            await sizes.ListAsync(
                ListRequest.Everything with
                {
                    Sort = [new SortBy(InitiativeSizesRepository.Sql.Sorts.Single(sort => sort.Name == "observed_on"), Descending: true)],
                    Limit = 1,
                },
                cancellationToken
            )
        ).Items;
        return newest is [var size] ? widget.On(size.ObservedOn, size.ObservedOnPrecision) : null;
    }

    /// <summary>When the installed secretariats were last seen: the first and the last of these days; null where no source says when.</summary>
    private async Task<(string First, string Last)?> SeenAsync(WidgetRequest widget, CancellationToken cancellationToken)
    {
        var request = ListRequest.Everything with
        {
            Sort = SecretariatsRepository.Sql.Order(SecretariatsRepository.Sql.DefaultSort),
            Limit = QueryBinding.MostRows,
        };
        var seen = (await secretariats.ListAsync(request, cancellationToken))
            .Items.Where(one => one is { Status: "installed", StatusAsOf: not null })
            .OrderBy(one => one.StatusAsOf)
            .Select(one => widget.On(one.StatusAsOf!.Value, one.StatusAsOfPrecision))
            .ToList();
        return seen.Count == 0 ? null : (seen[0], seen[^1]);
    }

    /// <summary>The notes of some values, each once, with the value that it is of.</summary>
    public static IReadOnlyList<Block> Notes(WidgetRequest widget, IEnumerable<MetricValue> shown) =>
        [
            .. shown
                .Select(value => (Value: value, Note: widget.Text(value.NoteEs, value.NoteEn)))
                .Where(each => each.Note.Text is not null)
                .GroupBy(each => each.Note)
                .Select(group =>
                {
                    var of =
                        group.Count() == 1
                            ? $"{group.First().Value.Edition} ({Said.Index(group.First().Value.Value)})"
                            : string.Join(", ", group.Select(each => each.Value.Edition).Distinct());
                    return new Block.Paragraph(group.Key with { Text = $"{of}: {group.Key.Text}" }, IsSmall: true);
                }),
        ];

    /// <summary>What a filter is called: the key that it narrows to, the check that it asks, or as the dashboard calls it.</summary>
    private string FilterName(WidgetRequest widget, Measure measure, string name) =>
        KeyWords.OfFilter(name) is { } words ? widget.In(words)
        : measure.Of.List.Filters.FirstOrDefault(filter => filter.Name == name) is HealthFilter { Check: var check }
            ? widget.In(new Words(check.QuestionEs, check.QuestionEn))
        : dashboard.Read()?.Pages.Frame.GetValueOrDefault(widget.Language)?.Filters.GetValueOrDefault(name)
            ?? widget.In(new Words($"«{name}»", $"“{name}”"));

    private async Task<string> ValueAsync(
        WidgetRequest widget,
        Measure measure,
        string name,
        string given,
        CancellationToken cancellationToken
    )
    {
        var (isNot, value) = given.StartsWith('!') ? (true, given[1..]) : (false, given);
        var said = await KnownAsync(widget, measure, name, value, cancellationToken);
        return isNot ? widget.In(new Words($"no {said}", $"not {said}")) : said;
    }

    private async Task<string> KnownAsync(
        WidgetRequest widget,
        Measure measure,
        string name,
        string value,
        CancellationToken cancellationToken
    )
    {
        if (KeyWords.IsAbsence(name, value))
        {
            return widget.In(Said.NoRecord);
        }

        if (value == Filter.NoData)
        {
            return widget.In(KeyWords.None(measure.Of, name));
        }

        if (name == "plan" && await records.ShortAsync(widget, value, cancellationToken) is { } plan)
        {
            return plan;
        }

        if (value is "true" or "false")
        {
            return widget.In(value == "true" ? Said.Yes : Said.No);
        }

        if (measure.Of.Keys.TryGetValue(name, out var key))
        {
            var names = await measures.NamesAsync(key, cancellationToken);
            return names.GetValueOrDefault(value) is { } known && widget.Text(known.Es, known.En).Text is { } text ? text : value;
        }

        return measure.Of.List.Filters.FirstOrDefault(filter => filter.Name == name) switch
        {
            CodeFilter coded => await labels.OfAsync(widget, coded.Vocabulary, value, cancellationToken),
            ConditionFilter coded => await labels.OfAsync(widget, coded.Vocabulary, value, cancellationToken),
            IdFilter { Table: "organizations" } => (await endings.NamesAsync(cancellationToken)).GetValueOrDefault(value, value),
            IdFilter { Table: "commitments" } => (await records.CommitmentAsync(widget, value, cancellationToken))?.Text ?? value,
            _ => value,
        };
    }

    private static bool IsOne(IReadOnlyList<string>? values) => values is [{ Length: > 0 } only] && only[0] != '!' && only != Filter.NoData;
}
