using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>Figures in widgets: every number is one of a measure.</summary>
internal sealed class Figures(MeasuresRepository measures, StatementsRepository statements, Labels labels, RecordNames plans)
{
    private static readonly Words DocumentedHere = new("Documentados aquí", "Documented here");

    private static readonly Words StatedByPlan = new("Declarados por el plan", "Stated by the plan");

    /// <summary>
    /// What a share of stated commitments is asked of. National and local plans together are no whole that anybody states: of local ones
    /// only those that were found say how many they have. Where nothing tells the levels apart, neither a filter nor the groups
    /// (<paramref name="by"/>), the share is that of the national plans.
    /// </summary>
    public static RowsQuery OfOneWhole(Measure measure, RowsQuery within, IReadOnlyList<string>? by = null) =>
        measure.Reckoning is not Reckoning.Share
        || (by ?? []).Any(key => key is "plan" or "state" or "level")
        || within.Filters.Any(filter => filter.Key is "plan" or "state" || (filter.Key == "level" && filter.Value.Count == 1))
            ? within
            : within.And("level=national");

    /// <summary>A measure and its row of all that match the filters.</summary>
    public async Task<(Measure Measure, MeasureRow Row)> OneAsync(string key, RowsQuery within, CancellationToken cancellationToken) =>
        await RowsAsync(key, [], within, cancellationToken) is var (measure, rows) ? (measure, rows[0]) : default;

    /// <summary>A measure and its rows.</summary>
    public async Task<(Measure Measure, IReadOnlyList<MeasureRow> Rows)> RowsAsync(
        string key,
        IReadOnlyList<string> by,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        var measure = MeasureCatalogue.Find(key)!;
        return (measure, await measures.RowsAsync(measure, by, within.Filters.ToDictionary(), named: true, cancellationToken));
    }

    /// <summary>What a measure has of each state, of which filters may leave some out.</summary>
    public async Task<EachState> OfEachStateAsync(
        Measure measure,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        CancellationToken cancellationToken
    )
    {
        var rows = await RowsAsync(filters);
        // What it needs is part of the question; what narrows it beyond that leaves states out of which something is on record.
        var asked = filters.Where(filter => measure.Needs.Contains(filter.Key)).ToDictionary();
        var unfiltered = asked.Count == filters.Count ? rows : await RowsAsync(asked);
        var byState = rows.Where(row => row.Keys[0] is not null).ToDictionary(row => row.Keys[0]!);
        // A published value that sources contradict is in no measure; of a state that has no other it is said.
        var disputed =
            measure.Of == Population.MetricValues && !filters.ContainsKey("confidence")
                ? await measures.RowsAsync(
                    measure with
                    {
                        Within = "confidence=disputed",
                    },
                    ["state"],
                    filters,
                    named: false,
                    cancellationToken
                )
                : [];
        return new EachState(byState, Without(unfiltered), Without(disputed), rows.FirstOrDefault(row => row.Keys[0] is null));

        HashSet<string> Without(IEnumerable<MeasureRow> of) =>
            [.. of.Select(row => row.Keys[0]).OfType<string>().Where(state => !byState.ContainsKey(state))];

        Task<IReadOnlyList<MeasureRow>> RowsAsync(IReadOnlyDictionary<string, IReadOnlyList<string>> within) =>
            measures.RowsAsync(measure, ["state"], within, named: false, cancellationToken);
    }

    /// <summary>
    /// A measure of some states, each a row: one of which it has nothing is there, too, and says that there is no record here, or that
    /// the filters left it out. Where it is shown whole (<paramref name="isWhole"/>), also of how many each is.
    /// </summary>
    public async Task<Block.Table> OfStatesAsync(
        WidgetRequest widget,
        Measure measure,
        IReadOnlyList<States.State> states,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        string caption,
        CancellationToken cancellationToken,
        bool isWhole = false
    )
    {
        var each = await OfEachStateAsync(measure, filters, cancellationToken);
        var hasTotal = isWhole && measure.Reckoning is Reckoning.Parts;
        IReadOnlyList<string> numbers = [.. widget.Columns(measure), .. hasTotal ? [widget.In(Said.Total)] : (string[])[]];
        return new Block.Table(
            caption,
            [widget.In(Said.State), .. numbers],
            [
                .. states.Select(state =>
                    (IReadOnlyList<Cell>)
                        [
                            new Cell(widget.Text(state.NameEs, state.NameEn), $"/states/{state.Id}"),
                            .. each.Rows.TryGetValue(state.Id, out var row)
                                ? [.. widget.Cells(measure, row), .. hasTotal ? [widget.Counted(row.Total)] : (Cell[])[]]
                                : numbers.Select(_ => new Cell(
                                    each.FillWithoutRow(state.Id) == Tile.NoRecord ? null : widget.Say(each.WithoutRow(state.Id)),
                                    IsNumber: true
                                )),
                        ]
                ),
            ],
            Cite(measure, ["state"], new RowsQuery([.. filters]).And($"state={string.Join(',', states.Select(state => state.Id))}"))
        );
    }

    /// <summary>A figure as a bar of its parts, or as a sentence when it is one number.</summary>
    public async Task<IReadOnlyList<Block>> BlocksAsync(
        WidgetRequest widget,
        string key,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        var (measure, row) = await OneAsync(key, within, cancellationToken);
        var stated = await StatedAsync(measure, within, cancellationToken);
        var only = await OnlyAsync(widget, within, stated, cancellationToken);
        return Blocks(widget, measure, row, within, stated: [.. stated.Values], only: only);
    }

    /// <summary>A row of a figure as a bar of its parts, or as a sentence when it is one number.</summary>
    /// <param name="widget">How it is asked for.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="row">Its row.</param>
    /// <param name="within">What it is narrowed to.</param>
    /// <param name="of">Of what it is, in words; null where what stands around it says so.</param>
    /// <param name="isAsked">Whether its question stands before it: where nothing around it asks it.</param>
    /// <param name="isTitled">Whether the title above it is its question, which is then not asked again.</param>
    /// <param name="stated">What its plans state, where that is more than is documented.</param>
    /// <param name="only">The same in a sentence, where one of its plans states it and others do not.</param>
    public static IReadOnlyList<Block> Blocks(
        WidgetRequest widget,
        Measure measure,
        MeasureRow row,
        RowsQuery within,
        string? of = null,
        bool isAsked = false,
        bool isTitled = false,
        IReadOnlyCollection<(int Stated, int Documented)>? stated = null,
        string? only = null
    )
    {
        var question = isTitled ? "" : $"{widget.In(measure.Question)} ";
        var before = of is null ? "" : $"{of}. ";
        if (row.Total == 0)
        {
            var nothing = widget.Say($"{before}{question}{widget.In(Said.NoRecord)}.");
            return [new Block.Paragraph(nothing, Of: Cite(measure, [], within)) { IsUnknown = true }];
        }

        var said = widget.Answer(measure, row);
        var answer =
            (said is not null && isAsked && measure.Reckoning is not Reckoning.Parts ? $"{widget.In(measure.Question)} {said}" : said)
            ?? (row.IsOfSeveral(measure) ? $"{question}{widget.In(Several(row.Total))}" : $"{question}{widget.In(Said.NoRecord)}.");
        return measure.Reckoning is Reckoning.Parts
            ?
            [
                new Block.Parts(
                    question.Trim() + (of is null ? "" : $" ({of})"),
                    (only ?? Stated(widget, stated ?? [])) is { } more ? $"{answer} {more}" : answer,
                    row.Yes!.Value,
                    row.No!.Value,
                    row.Unknown!.Value,
                    widget.Rows(within.And(measure.Within).Address(widget.Request, measure.Of.Path)),
                    Cite(measure, [], within)
                )
                {
                    Names = (Said.Yes, measure.No),
                    Undocumented = stated?.Where(IsMore).Sum(plan => plan.Stated - plan.Documented) ?? 0,
                },
            ]
            :
            [
                new Block.Paragraph(
                    widget.Say(before + answer + Numbers(widget, measure, within, stated ?? [])),
                    Of: Cite(measure, [], within)
                )
                {
                    IsUnknown = said is null && !row.IsOfSeveral(measure),
                },
            ];
    }

    /// <summary>A share is told with the two numbers that it is made of; empty for what is none.</summary>
    private static string Numbers(
        WidgetRequest widget,
        Measure measure,
        RowsQuery within,
        IReadOnlyCollection<(int Stated, int Documented)> plans
    )
    {
        if (measure.Reckoning is not Reckoning.Share || plans.Count == 0)
        {
            return "";
        }

        var (stated, documented) = (Said.Number(plans.Sum(plan => plan.Stated)), Said.Number(plans.Sum(plan => plan.Documented)));
        var whole = WholeOf(within) ?? new Words("esos planes", "those plans");
        return widget.In(
            plans.Count == 1
                ? new Words(
                    $". Son {documented} de los {stated} que declara el plan.",
                    $". They are {documented} of the {stated} that the plan states."
                )
                : new Words(
                    $". Son {documented} de los {stated} que declaran {whole.Es}.",
                    $". They are {documented} of the {stated} stated by {whole.En}."
                )
        );
    }

    /// <summary>
    /// Whose the whole is of which a share is told: of local plans only those that say how many commitments they have. Null for that of some
    /// plans or of states, which stand beside it.
    /// </summary>
    private static Words? WholeOf(RowsQuery within) =>
        within.Filters.Any(filter => filter.Key is not "level") || within.Filters.Count(filter => filter.Value.Count == 1) != 1
            ? null
            : within.Filters.Single().Value[0] switch
            {
                "national" => new Words("los planes nacionales", "the national plans"),
                "local" => new Words("los planes locales que dicen cuántos tienen", "the local plans that say how many they have"),
                _ => null,
            };

    /// <summary>A share in few words, first the two numbers that it is made of; null for what is none.</summary>
    public async Task<string?> OutOfAsync(WidgetRequest widget, Measure measure, RowsQuery within, CancellationToken cancellationToken)
    {
        var plans = measure.Reckoning is Reckoning.Share ? (await StatedAsync(measure, within, cancellationToken)).Values.ToList() : [];
        var (stated, documented) = (plans.Sum(plan => plan.Stated), plans.Sum(plan => plan.Documented));
        if (stated == 0)
        {
            return null;
        }

        var share = Said.Percent(Math.Round(100m * documented / stated, 1, MidpointRounding.AwayFromZero));
        var (here, all) = (Said.Number(documented), Said.Number(stated));
        return widget.In(
            WholeOf(within) is { } whole
                ? new Words(
                    $"{here} de {all} compromisos que declaran {whole.Es} ({share})",
                    $"{here} of {all} commitments stated by {whole.En} ({share})"
                )
                : new Words($"{here} de {all} compromisos declarados ({share})", $"{here} of {all} commitments stated ({share})")
        );
    }

    /// <summary>
    /// What each plan states and what of it is documented, where a figure counts the documented commitments of plans, or is their share: what
    /// is not documented is in no part of the figure. Empty where no plan states a number, and where a figure is narrowed by more than its plans.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, (int Stated, int Documented)>> StatedAsync(
        Measure measure,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        if (
            !(measure.Of == Population.Commitments && measure.Reckoning is Reckoning.Parts || measure.Reckoning is Reckoning.Share)
            || within.Filters.Any(filter => filter.Key is not ("plan" or "level" or "state"))
        )
        {
            return new Dictionary<string, (int, int)>();
        }

        var (_, stated) = await RowsAsync("commitments_stated", ["plan"], within, cancellationToken);
        var (_, documented) = await RowsAsync("commitments_documented", ["plan"], within, cancellationToken);
        var found = documented.ToDictionary(row => row.Keys[0] ?? "", row => row.Total);
        return stated
            .Where(row => row is { Value: not null } && row.Keys[0] is not null)
            .Select(row => (Plan: row.Keys[0]!, Stated: (int)row.Value!.Value, Documented: found.GetValueOrDefault(row.Keys[0]!)))
            .ToDictionary(row => row.Plan, row => (row.Stated, row.Documented));
    }

    /// <summary>
    /// What is said of the one plan among several that states how many commitments it has, of which more than are documented: its number is
    /// no whole of the others. Null where no plan or every plan states one.
    /// </summary>
    public async Task<string?> OnlyAsync(
        WidgetRequest widget,
        RowsQuery within,
        IReadOnlyDictionary<string, (int Stated, int Documented)> stated,
        CancellationToken cancellationToken
    )
    {
        if (stated.Count != 1 || !IsMore(stated.Values.Single()))
        {
            return null;
        }

        var (plan, whole) = stated.Single();
        var (_, documented) = await RowsAsync("commitments_documented", ["plan"], within, cancellationToken);
        var others = documented.Count(row => row.Keys[0] is { } other && other != plan);
        if (others == 0)
        {
            return null;
        }

        var name = await plans.ShortAsync(widget, plan, cancellationToken);
        var (all, here) = (Said.Number(whole.Stated), Said.Number(whole.Documented));
        return widget.In(
            new Words(
                $"De los planes, uno dice cuántos compromisos tiene ({name}): {all}; de ellos, documentados aquí: {here}. "
                    + (others == 1 ? "El otro plan no dice cuántos tiene." : "Los otros no dicen cuántos tienen."),
                $"Of the plans, one says how many commitments it has ({name}): {all}; of these, documented here: {here}. "
                    + (others == 1 ? "The other plan does not say how many it has." : "The others do not say how many they have.")
            )
        );
    }

    private static bool IsMore((int Stated, int Documented) plan) => plan.Stated > plan.Documented;

    /// <summary>The same as a sentence behind an answer, of the plans that state more than is documented; null where none does.</summary>
    private static string? Stated(WidgetRequest widget, IEnumerable<(int Stated, int Documented)> all)
    {
        var plans = all.ToList();
        if (!plans.Exists(IsMore))
        {
            return null;
        }

        var (stated, documented) = (Said.Number(plans.Sum(plan => plan.Stated)), Said.Number(plans.Sum(plan => plan.Documented)));
        return widget.In(
            plans.Count == 1
                ? new Words(
                    $"El plan declara {stated}; documentados aquí: {documented}.",
                    $"The plan states {stated}; documented here: {documented}."
                )
                : new Words(
                    $"Los planes que declaran cuántos compromisos tienen suman {stated}; de ellos, documentados aquí: {documented}.",
                    $"The plans that state how many commitments they have come to {stated} in all; of these, documented here: {documented}."
                )
        );
    }

    /// <summary>That values were published of which no number is made.</summary>
    public static Words Several(int count) =>
        new(
            $"Hay {Said.Number(count)} valores; de varios no se hace un solo número.",
            $"There are {Said.Number(count)} values; no single number is made of several."
        );

    /// <summary>The groups of a figure, as many as the widget takes.</summary>
    /// <remarks>
    /// What a table is narrowed to is said by what stands around it, or by <paramref name="of"/>; under a title that asks its question it
    /// says how many groups there are.
    /// </remarks>
    public async Task<Block.Table> TableAsync(
        WidgetRequest widget,
        Measure measure,
        IReadOnlyList<string> by,
        RowsQuery within,
        IReadOnlyList<MeasureRow> rows,
        CancellationToken cancellationToken,
        string? of = null,
        bool isTitled = false
    )
    {
        var cells = new List<(string? First, IReadOnlyList<Cell> Row)>();
        var isOfPlans = by is ["plan"];
        var stated = isOfPlans ? await StatedAsync(measure, within, cancellationToken) : new Dictionary<string, (int Stated, int)>();
        var isShare = measure.Reckoning is Reckoning.Share && stated.Count > 0;
        var isStated = isShare || stated.Values.Any(IsMore);
        foreach (var row in (by is ["state"] ? ByName(widget, rows) : rows).Take(widget.Limit))
        {
            var group = new List<Cell>();
            foreach (var (place, key) in by.Index())
            {
                group.Add(
                    key == "plan" && row.Keys[place] is { } plan
                        ? await plans.PlanAsync(widget, plan, cancellationToken)
                        : new Cell(await NameAsync(widget, measure, key, row, place, cancellationToken), Page(key, row.Keys[place]))
                );
            }

            cells.Add(
                (
                    row.Keys[0],
                    [
                        .. group,
                        .. widget.Cells(measure, row),
                        .. measure.Reckoning is Reckoning.Parts ? [widget.Counted(row.Total)]
                        : isShare
                            ?
                            [
                                stated.TryGetValue(row.Keys[0] ?? "", out var part)
                                    ? widget.Documented(part.Documented, part.Stated)
                                    : new Cell(null, IsNumber: true),
                            ]
                        : (Cell[])[],
                        .. isStated
                            ? [widget.Counted(stated.TryGetValue(row.Keys[0] ?? "", out var whole) ? whole.Stated : null)]
                            : (Cell[])[],
                    ]
                )
            );
        }

        // A plan of which nothing is documented has no row, and is not left out for that.
        foreach (var (plan, whole) in isStated ? stated.Where(one => rows.All(row => row.Keys[0] != one.Key)) : [])
        {
            cells.Add(
                (
                    plan,
                    [
                        await plans.PlanAsync(widget, plan, cancellationToken),
                        .. widget.Columns(measure).Select(_ => new Cell(null, IsNumber: true)),
                        widget.Documented(whole.Documented, whole.Stated),
                        widget.Counted(whole.Stated),
                    ]
                )
            );
        }

        if (isOfPlans && !widget.IsFramed)
        {
            var places = await plans.PlacesAsync(widget, cancellationToken);
            cells = [.. cells.OrderBy(one => one.First is { } plan ? places[plan] : int.MaxValue)];
        }

        var isParts = measure.Reckoning is Reckoning.Parts;
        IReadOnlyList<string> numbers =
        [
            .. widget.Columns(measure),
            .. isParts || isShare ? [widget.In(isStated ? DocumentedHere : Said.Total)] : (string[])[],
            .. isStated ? [widget.In(StatedByPlan)] : (string[])[],
        ];
        return new Block.Table(
            rows.Count > widget.Limit
                    ? widget.In(new Words($"{widget.Limit} de {rows.Count} grupos", $"{widget.Limit} of {rows.Count} groups"))
                : isTitled
                    ? widget.In(
                        rows.Count == 1 ? new Words("1 grupo", "1 group") : new Words($"{rows.Count} grupos", $"{rows.Count} groups")
                    )
                : widget.In(measure.Question) + (of is null ? "" : $" ({of})"),
            [.. by.Select(key => widget.In(KeyWords.Of(key))), .. numbers],
            [.. cells.Select(one => one.Row)],
            Cite(measure, by, within)
        )
        {
            Total = rows.Count,
        };
    }

    /// <summary>Rows of states by the names of those, what is of none last; a frame keeps the order of which it shows the first.</summary>
    private static IEnumerable<MeasureRow> ByName(WidgetRequest widget, IReadOnlyList<MeasureRow> rows) =>
        widget.IsFramed
            ? rows
            : rows.OrderBy(row => row.Keys[0] is null)
                .ThenBy(row => row.Keys[0] is null ? "" : widget.Text(row.Names[0].Es, row.Names[0].En).Text, RecordNames.ByName);

    /// <summary>The value of a key of a group by its name; what has no value under it is said as what it is.</summary>
    private async Task<Spoken> NameAsync(
        WidgetRequest widget,
        Measure measure,
        string key,
        MeasureRow row,
        int place,
        CancellationToken cancellationToken
    )
    {
        if (row.Keys[place] is not { } value)
        {
            return widget.Say(KeyWords.None(measure.Of, key));
        }

        var (es, en) = row.Names[place];
        return widget.Text(es, en) is { Text: not null } name ? name
            : key == "plan" && await plans.TitleAsync(widget, value, cancellationToken) is { } plan ? plan
            : widget.Say(value);
    }

    /// <summary>The page about a group: of a state or a plan, and of a theme its commitments.</summary>
    private static string? Page(string key, string? value) =>
        (key, value) switch
        {
            ("state", { } state) => $"/states/{state}",
            ("plan", { } plan) => $"/plans/{plan}",
            ("policy_area", { } theme) => $"/commitments?policy_area={theme}",
            _ => null,
        };

    /// <summary>The page about a figure: of one that is narrowed that of its rows, where there is one.</summary>
    public static string Page(WidgetRequest widget, Measure measure, RowsQuery within) =>
        within.Filters.Count > 0 && widget.RowsPage(within.And(measure.Within).Address(widget.Request, measure.Of.Path)) is { } rows
            ? rows
            : $"/measures#{measure.Key}";

    /// <summary>Where the sources of a figure are: with each of the records that it counts.</summary>
    public static Cell Basis(WidgetRequest widget, Measure measure, RowsQuery within) =>
        new(
            widget.Say(new Words("las de cada registro que se cuenta", "those of each record that is counted")),
            widget.Rows(within.And(measure.Within) is { IsEmpty: false } rows ? rows.Address(widget.Request, measure.Of.Path) : null)
        );

    /// <summary>How the API is asked for the same numbers.</summary>
    public static Cited Cite(Measure measure, IReadOnlyList<string> by, RowsQuery within) =>
        new(measure.Key, string.Join('&', within.Asked.Concat(by.Count == 0 ? [] : [$"by={string.Join(',', by)}"])));

    /// <summary>What voices said of a plan as a whole under the aspect of a measure, each in a sentence.</summary>
    public Task<IReadOnlyList<Block>> VoicesAsync(WidgetRequest widget, string key, string plan, CancellationToken cancellationToken) =>
        VoicesAsync(widget, MeasureCatalogue.Find(key)!, $"plan={plan}", isNamed: false, cancellationToken);

    /// <summary>
    /// What the dashboard tells first (<c>newestSaid</c>): of the newest plan of which a voice counts all commitments what that voice says,
    /// of how many by each code, and what is coded here of the same plan. Nothing where no voice counts.
    /// </summary>
    public async Task<IReadOnlyList<Block>> HeadlineAsync(
        WidgetRequest widget,
        Measure measure,
        IReadOnlyList<Plans.Plan> of,
        CancellationToken cancellationToken
    )
    {
        var said = await statements.OfPlansAsync(
            widget.Request,
            measure.Aspect!,
            ((RowsQuery)"level=national").Filters.ToDictionary(),
            cancellationToken
        );
        foreach (var plan in of.OrderByDescending(plan => plan.Number))
        {
            var spoken = said.Where(one => (string)one.Keys["plan"]! == plan.Id).ToList();
            if (spoken.Find(one => one is { Code: null, Yes: not null, Total: not null }) is not { } first)
            {
                continue;
            }

            var codes = new List<string>();
            foreach (var one in spoken.Where(one => one is { Code: not null, Yes: not null } && one.SaidBy == first.SaidBy))
            {
                codes.Add($"{await labels.OfAsync(widget, measure.Aspect!, one.Code!, cancellationToken)}: {one.Yes}");
            }

            var name = (await plans.TitleAsync(widget, plan.Id, cancellationToken))!.Text;
            var voice = await labels.OfAsync(widget, "voice", first.SaidBy!, cancellationToken);
            var when = first.SaidOn is { } day ? widget.On(day, first.SaidOnPrecision) : widget.In(NoDate);
            var statement = widget.Text(first.StatementEs, first.StatementEn);
            return
            [
                new Block.Paragraph(
                    widget.Say(
                        new Words(
                            $"{name}: {measure.Question.Es} {first.Yes} de {first.Total}. Lo dice: {voice}, {when}.",
                            $"{name}: {measure.Question.En} {first.Yes} of {first.Total}. Who says so: {voice}, {when}."
                        )
                    )
                )
                {
                    Sources = first.Sources,
                },
                .. statement.Text is null ? (Block[])[] : [new Block.Paragraph(statement)],
                .. codes.Count == 0
                    ? (Block[])[]
                    :
                    [
                        new Block.Paragraph(
                            widget.Say(
                                new Words($"Por sus códigos: {string.Join("; ", codes)}.", $"By its codes: {string.Join("; ", codes)}.")
                            )
                        ),
                    ],
                .. await BlocksAsync(widget, measure.Key, $"plan={plan.Id}", cancellationToken),
            ];
        }

        return [];
    }

    private static readonly Words NoDate = new("fecha: sin registro aquí", "date: no record here");

    /// <summary>The same figure, cited with the sources of the voices that stand under it.</summary>
    public static IReadOnlyList<Block> Beside(IEnumerable<Block> figure, IReadOnlyList<Block> voices) =>
        [
            .. figure.Select(block =>
                block is Block.Parts or Block.Paragraph { Of: not null } or Block.Table
                    ? block with
                    {
                        Sources = SourceOrder.Union(block.Sources, voices),
                    }
                    : block
            ),
        ];

    private async Task<Words> CodedAsync(WidgetRequest widget, string aspect, string code, CancellationToken cancellationToken)
    {
        var label = await labels.OfAsync(widget, aspect, code, cancellationToken);
        return new($"«{label}»", $"“{label}”");
    }

    /// <summary>What voices said of plans as a whole under the aspect of a measure, each in a sentence.</summary>
    /// <param name="widget">How it is asked for.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="within">What narrows it: of more than plans no voice spoke.</param>
    /// <param name="isNamed">Whether each says of which plan it speaks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Block>> VoicesAsync(
        WidgetRequest widget,
        Measure measure,
        RowsQuery within,
        bool isNamed,
        CancellationToken cancellationToken
    )
    {
        if (measure.Aspect is not { } aspect)
        {
            return [];
        }

        var blocks = new List<Block>();
        var filters = within.Filters.ToDictionary();
        var rows = await measures.RowsAsync(measure, ["plan"], filters, named: false, cancellationToken);
        var coded = rows.Where(row => row.Keys[0] is not null).ToDictionary(row => row.Keys[0]!, row => row.Yes ?? 0);
        var (hasNumber, hasUndated) = (false, false);
        var notes = new List<Spoken>();
        foreach (var said in await statements.OfPlansAsync(widget.Request, aspect, filters, cancellationToken))
        {
            var voice = await labels.OfAsync(widget, "voice", said.SaidBy!, cancellationToken);
            var number = said.Yes is { } yes
                ? said.Total is { } total
                    ? widget.In(new Words($"{yes} de {total}", $"{yes} of {total}"))
                    : Said.Number(yes)
                : said.Value is { } value
                    ? (said.Unit == "percent" ? Said.Percent(value) : Said.Number(value))
                    : null;
            hasNumber |= number is not null;
            var code = said.Code is { } given ? widget.In(await CodedAsync(widget, aspect, given, cancellationToken)) : null;
            var when = said.SaidOn is { } day ? $", {widget.On(day, said.SaidOnPrecision)}" : "";
            hasUndated |= said.SaidOn is null;
            // What the number is of stands in the words of who gave it: "93 %" is progress, not commitments that were met.
            var plan = isNamed ? await plans.ShortAsync(widget, (string)said.Keys["plan"]!, cancellationToken) : null;
            var figure = widget.Say(
                $"{(plan is null ? "" : $"{plan}. ")}{voice}{when}: {string.Join(": ", new[] { number, code }.OfType<string>())}."
            );
            var statement = widget.Text(said.StatementEs, said.StatementEn);
            var isOne = statement.Text is not null && statement.Language == figure.Language;
            blocks.Add(
                new Block.Paragraph(isOne ? figure with { Text = $"{figure.Text} {statement.Text}" } : figure, IsSmall: true)
                {
                    Voice = figure.Text,
                    Sources = said.Sources,
                }
            );
            if (!isOne && statement.Text is not null)
            {
                blocks.Add(new Block.Paragraph(statement, IsSmall: true));
            }

            // What a voice counts and what has a name here are two numbers: which the others are is not on record.
            if (said is { Code: null, Yes: { } all } && coded.GetValueOrDefault((string)said.Keys["plan"]!) is var known && all > known)
            {
                blocks.Add(
                    new Block.Paragraph(
                        widget.Say(
                            known == 0
                                ? new Words(
                                    $"Cuáles son, compromiso por compromiso, no consta aquí.",
                                    $"Which they are, commitment by commitment, is not on record here."
                                )
                                : new Words(
                                    $"Compromiso por compromiso, aquí constan {known}. No tienen que ser los mismos: cuáles cuenta la voz no consta aquí.",
                                    $"Commitment by commitment, {known} are on record here. They need not be the same: which ones the voice counts is not on record here."
                                )
                        ),
                        IsSmall: true
                    )
                );
            }

            if (widget.Text(said.NoteEs, said.NoteEn) is { Text: not null } note && !notes.Contains(note))
            {
                notes.Add(note);
            }
        }

        // Once under all, not in each line.
        if (hasUndated)
        {
            notes.Add(
                widget.Say(
                    new Words(
                        "Donde una voz aparece sin fecha, aquí no hay registro de cuándo lo dijo.",
                        "Where a voice stands without a date, there is no record here of when it said so."
                    )
                )
            );
        }

        // What a voice counts and what is coded here look alike where they stand one under the other.
        if (hasNumber && measure.BesideVoices is { } beside)
        {
            notes.Add(widget.Say(beside));
        }

        return [.. blocks, .. notes.Select(note => new Block.Paragraph(note, IsSmall: true))];
    }
}
