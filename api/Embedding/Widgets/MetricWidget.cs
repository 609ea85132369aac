using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Metrics;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>The open government metric over its editions, of the country or of a state, as government and as citizens see it.</summary>
internal sealed class MetricWidget(
    MetricValuesRepository values,
    MetricEditionsRepository editions,
    StatesRepository states,
    RecordFinisher finisher
) : IWidget
{
    /// <summary>How the index is known among the lines.</summary>
    public const string Index = "index";

    /// <summary>The headline indicators, and how each is known.</summary>
    private static readonly (string Indicator, Words Label, string Look)[] Lines =
    [
        ("open_government_index", new Words("Índice de gobierno abierto", "Open government index"), Index),
        ("transparency", new Words("Transparencia", "Transparency"), "transparency"),
        ("participation", new Words("Participación", "Participation"), "participation"),
    ];

    /// <summary>What is seen from two sides.</summary>
    private static readonly (string Dimension, Words Name)[] Dimensions =
    [
        ("transparency", new Words("Transparencia, vista de dos lados", "Transparency, seen from two sides")),
        ("participation", new Words("Participación, vista de dos lados", "Participation, seen from two sides")),
    ];

    private static readonly (string View, Words Label)[] Views =
    [
        ("government", new Words("El gobierno", "Government")),
        ("citizen", new Words("La ciudadanía", "Citizens")),
    ];

    /// <summary>All that the table has.</summary>
    private static readonly (string Indicator, Words Label)[] Indicators =
    [
        .. Lines.Select(line => (line.Indicator, line.Label)),
        ("transparency_government", new Words("Transparencia, vista desde el gobierno", "Transparency, as government sees it")),
        ("transparency_citizen", new Words("Transparencia, vista desde la ciudadanía", "Transparency, as citizens see it")),
        ("participation_government", new Words("Participación, vista desde el gobierno", "Participation, as government sees it")),
        ("participation_citizen", new Words("Participación, vista desde la ciudadanía", "Participation, as citizens see it")),
    ];

    private static readonly Words Joined = new(
        "Una línea une dos ediciones solo cuando su propia fuente las compara.",
        "A line joins two editions only where their own source compares them."
    );

    public string Kind => "metric";

    public Subject Subject { get; } = new("states", IsOptional: true);

    public async Task<WidgetContent?> ReadAsync(
        WidgetRequest widget,
        string id,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        var asked = id.Length == 0 ? (RowsQuery)"scope=national" : $"scope=state&state={id}";
        var request = ListRequest.Everything with
        {
            Values = asked.Filters.ToDictionary(),
            Sort = [new SortBy(MetricValuesRepository.Sql.Sorts[0], Descending: false)],
            Limit = QueryBinding.MostRows,
        };
        var found = (await values.ListAsync(request, cancellationToken)).Items;
        var data = asked.Of("/metrics/values");
        await finisher.FinishAsync(found, cancellationToken);
        var all = (
            await editions.ListAsync(
                ListRequest.Everything with
                {
                    Sort = [new SortBy(MetricEditionsRepository.Sql.Sorts[0], Descending: false)],
                },
                cancellationToken
            )
        ).Items;
        // What is disputed is drawn nowhere, and named where it would stand.
        var published = found.ToLookup(value => value.Indicator);
        var byIndicator = found.Where(value => value.Confidence != "disputed").ToLookup(value => value.Indicator);
        var lines = Lines
            .Select(line => new TrendLine(
                widget.In(line.Label),
                line.Look,
                [.. byIndicator[line.Indicator].OrderBy(value => value.Edition).Select(value => (value.Edition, value.Value))]
            ))
            .Where(line => line.Points.Count > 0)
            .ToList();
        var breaks = all.Where(edition => edition.ComparableWithPrevious is not true)
            .Select(edition => edition.Edition)
            .Order()
            .Skip(1)
            .ToList();
        var known = Indicators.Where(indicator => published.Contains(indicator.Indicator)).ToList();
        var years = known
            .SelectMany(indicator => published[indicator.Indicator].Select(value => value.Edition))
            .Distinct()
            .Order()
            .ToList();
        var called = years.ToDictionary(
            year => year,
            year => Said.Edition(year, all.FirstOrDefault(edition => edition.Edition == year)?.FieldworkYear)
        );
        return new WidgetContent
        {
            Title = widget.Say(new Words("Métrica de Gobierno Abierto (0 a 1)", "Open Government Metric (0 to 1)")),
            Eyebrow =
                id.Length == 0
                    ? widget.In(new Words("Todo el país", "The whole country"))
                    : await states.NameAsync(widget, id, cancellationToken),
            Page = id.Length == 0 ? "/metrics" : $"/states/{id}",
            Blocks =
                known.Count == 0
                    ? [new Block.Paragraph(widget.Say($"{widget.In(Said.NoRecord)}."))]
                    :
                    [
                        .. lines.Count == 0
                            ? (Block[])[]
                            :
                            [
                                new Block.Trend(widget.In(new Words("Valor por edición", "Value by edition")), lines, breaks)
                                {
                                    Data = [data],
                                    Behind = Behind(Lines.SelectMany(line => byIndicator[line.Indicator])),
                                },
                            ],
                        .. Sides(widget, byIndicator, years, data),
                        new Block.Table(
                            widget.In(new Words("Valores por edición", "Values by edition")),
                            [widget.In(new Words("Indicador", "Indicator")), .. years.Select(year => widget.In(called[year]))],
                            [
                                .. known.Select(indicator =>
                                    (IReadOnlyList<Cell>)
                                        [
                                            new Cell(widget.Say(indicator.Label)),
                                            .. years.Select(year =>
                                                Certainty.Value(
                                                    widget,
                                                    published[indicator.Indicator].FirstOrDefault(value => value.Edition == year)
                                                )
                                            ),
                                        ]
                                ),
                            ]
                        )
                        {
                            Data = [data],
                            Behind = Behind(known.SelectMany(indicator => published[indicator.Indicator])),
                        },
                        .. Narrowing.Notes(
                            widget,
                            found.Where(value => Indicators.Any(indicator => indicator.Indicator == value.Indicator))
                        ),
                        .. Compared(widget, all, years),
                    ],
            Basis = new Cell(
                widget.Say(new Words("las de cada edición", "those of each edition")),
                PublicAddress.OfApi(widget.Request, "/metrics")
            ),
            Sources = [.. found.SelectMany(value => value.Sources).DistinctBy(source => source.Id)],
        };
    }

    /// <summary>
    /// What a line means, and of each edition that is shown after another what its method has in common with that of the one before and
    /// what not: in the words of the data, as the dashboard has them.
    /// </summary>
    private static IEnumerable<Block> Compared(WidgetRequest widget, IEnumerable<MetricEdition> all, List<int> years) =>
        years.Count < 2
            ? []
            :
            [
                new Block.Paragraph(widget.Say(Joined), IsSmall: true),
                .. all.Where(edition => years.Skip(1).Contains(edition.Edition))
                    .OrderBy(edition => edition.Edition)
                    .Select(edition => (edition.Edition, Text: widget.Text(edition.ComparabilityEs, edition.ComparabilityEn)))
                    .Where(each => each.Text.Text is not null)
                    .Select(each => new Block.Paragraph(each.Text with { Text = $"{each.Edition}: {each.Text.Text}" }, IsSmall: true)),
            ];

    /// <summary>Each dimension as government and as citizens see it, where either is on record.</summary>
    private static IEnumerable<Block> Sides(WidgetRequest widget, ILookup<string, MetricValue> values, List<int> years, string data) =>
        from dimension in Dimensions
        let rows = years
            .Select(year => new DotRow($"{year}", [.. Views.Select(view => ValueOf(values, $"{dimension.Dimension}_{view.View}", year))]))
            .Where(row => row.Values.Any(value => value is not null))
            .ToList()
        where rows.Count > 0
        select new Block.Dots(widget.In(dimension.Name), [.. Views.Select(view => new DotLook(widget.In(view.Label), view.View))], rows)
        {
            Data = [data],
            Behind = Behind(Views.SelectMany(view => values[$"{dimension.Dimension}_{view.View}"])),
        };

    private static IReadOnlyList<SourceReference> Behind(IEnumerable<MetricValue> drawn) =>
        SourceOrder.Union(drawn.SelectMany(value => value.Sources), []);

    private static decimal? ValueOf(ILookup<string, MetricValue> values, string indicator, int edition) =>
        values[indicator].Where(value => value.Edition == edition).Select(value => (decimal?)value.Value).FirstOrDefault();
}
