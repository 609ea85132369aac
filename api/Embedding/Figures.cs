using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>Figures in widgets: every number is one of a measure.</summary>
internal sealed class Figures(MeasuresRepository measures, StatementsRepository statements, Labels labels, RecordNames plans)
{
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
        return new EachState(
            byState,
            unfiltered.Select(row => row.Keys[0]).OfType<string>().Where(state => !byState.ContainsKey(state)).ToHashSet(),
            rows.FirstOrDefault(row => row.Keys[0] is null)
        );

        Task<IReadOnlyList<MeasureRow>> RowsAsync(IReadOnlyDictionary<string, IReadOnlyList<string>> within) =>
            measures.RowsAsync(measure, ["state"], within, named: false, cancellationToken);
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
        return Blocks(widget, measure, row, within);
    }

    /// <summary>A row of a figure as a bar of its parts, or as a sentence when it is one number.</summary>
    /// <param name="widget">How it is asked for.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="row">Its row.</param>
    /// <param name="within">What it is narrowed to.</param>
    /// <param name="of">Of what it is, in words; null where what stands around it says so.</param>
    /// <param name="isAsked">Whether its question stands before it: where nothing around it asks it.</param>
    /// <param name="isTitled">Whether the title above it is its question, which is then not asked again.</param>
    public static IReadOnlyList<Block> Blocks(
        WidgetRequest widget,
        Measure measure,
        MeasureRow row,
        RowsQuery within,
        string? of = null,
        bool isAsked = false,
        bool isTitled = false
    )
    {
        var question = isTitled ? "" : $"{widget.In(measure.Question)} ";
        var before = of is null ? "" : $"{of}. ";
        if (row.Total == 0)
        {
            return [new Block.Paragraph(widget.Say($"{before}{question}{widget.In(Said.NoRecord)}."), Of: Cite(measure, [], within))];
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
                    answer,
                    row.Yes!.Value,
                    row.No!.Value,
                    row.Unknown!.Value,
                    widget.Rows(within.And(measure.Within).Address(widget.Request, measure.Of.Path)),
                    Cite(measure, [], within)
                )
                {
                    Names = (Said.Yes, measure.No),
                },
            ]
            : [new Block.Paragraph(widget.Say(before + answer), Of: Cite(measure, [], within))];
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
        var cells = new List<IReadOnlyList<Cell>>();
        foreach (var row in rows.Take(widget.Limit))
        {
            var group = new List<Cell>();
            foreach (var (place, key) in by.Index())
            {
                group.Add(new Cell(await NameAsync(widget, measure, key, row, place, cancellationToken), Page(key, row.Keys[place])));
            }

            cells.Add([
                .. group,
                .. widget.Cells(measure, row),
                .. measure.Reckoning is Reckoning.Parts ? [widget.Counted(row.Total)] : (Cell[])[],
            ]);
        }

        var isParts = measure.Reckoning is Reckoning.Parts;
        IReadOnlyList<string> numbers = [.. widget.Columns(measure), .. isParts ? [widget.In(Said.Total)] : (string[])[]];
        return new Block.Table(
            rows.Count > widget.Limit
                    ? widget.In(new Words($"{widget.Limit} de {rows.Count} grupos", $"{widget.Limit} of {rows.Count} groups"))
                : isTitled
                    ? widget.In(
                        rows.Count == 1 ? new Words("1 grupo", "1 group") : new Words($"{rows.Count} grupos", $"{rows.Count} groups")
                    )
                : widget.In(measure.Question) + (of is null ? "" : $" ({of})"),
            [.. by.Select(key => widget.In(KeyWords.Of(key))), .. numbers],
            cells,
            Cite(measure, by, within)
        )
        {
            Total = rows.Count,
        };
    }

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

    /// <summary>The page about a group: of a state or a plan.</summary>
    private static string? Page(string key, string? value) =>
        (key, value) switch
        {
            ("state", { } state) => $"/states/{state}",
            ("plan", { } plan) => $"/plans/{plan}",
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
        new(
            measure.Key,
            string.Join(
                '&',
                within
                    .Filters.Select(filter => $"{filter.Key}={Uri.EscapeDataString(string.Join(',', filter.Value))}")
                    .Concat(by.Count == 0 ? [] : [$"by={string.Join(',', by)}"])
            )
        );

    /// <summary>What voices said of a plan as a whole under the aspect of a measure, each in a sentence.</summary>
    public Task<IReadOnlyList<Block>> VoicesAsync(WidgetRequest widget, string key, string plan, CancellationToken cancellationToken) =>
        VoicesAsync(widget, MeasureCatalogue.Find(key)!, $"plan={plan}", isNamed: false, cancellationToken);

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
        var hasNumber = false;
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
            var code = said.Code is { } given ? await labels.OfAsync(widget, aspect, given, cancellationToken) : null;
            var when = said.SaidOn is { } day
                ? widget.On(day, said.SaidOnPrecision)
                : widget.In(new Words("fecha: sin registro aquí", "date: no record here"));
            // What the number is of stands in the words of who gave it: "93 %" is progress, not commitments that were met.
            var plan = isNamed ? await plans.ShortAsync(widget, (string)said.Keys["plan"]!, cancellationToken) : null;
            var figure = widget.Say(
                $"{(plan is null ? "" : $"{plan}. ")}{voice}, {when}: {string.Join(", ", new[] { number, code }.OfType<string>())}."
            );
            var statement = widget.Text(said.StatementEs, said.StatementEn);
            var isOne = statement.Text is not null && statement.Language == figure.Language;
            blocks.Add(
                new Block.Paragraph(isOne ? figure with { Text = $"{figure.Text} {statement.Text}" } : figure, IsSmall: true)
                {
                    Voice = figure.Text,
                }
            );
            if (!isOne && statement.Text is not null)
            {
                blocks.Add(new Block.Paragraph(statement, IsSmall: true));
            }

            if (widget.Text(said.NoteEs, said.NoteEn) is { Text: not null } note && !notes.Contains(note))
            {
                notes.Add(note);
            }
        }

        // What a voice counts and what is coded here look alike where they stand one under the other.
        if (hasNumber && measure.BesideVoices is { } beside)
        {
            notes.Add(widget.Say(beside));
        }

        return [.. blocks, .. notes.Select(note => new Block.Paragraph(note, IsSmall: true))];
    }
}
