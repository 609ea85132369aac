using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>Two to five states beside each other under one measure.</summary>
internal sealed class CompareWidget(Figures figures, StatesRepository states, Narrowing narrowing) : IWidget
{
    private const int Fewest = 2;

    private const int Most = 5;

    public string Kind => "compare";

    public Subject Subject { get; } = new(IsMeasure: true);

    public async Task<WidgetContent?> ReadAsync(
        WidgetRequest widget,
        string id,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        if (MeasureCatalogue.Find(id) is not { } measure || !measure.GroupedBy.Contains("state"))
        {
            return null;
        }

        var asked = QueryBinding.One(widget.Request, "states", errors) is { } given
            ? QueryBinding.Parts(given).Select(each => each.Trim().ToUpperInvariant()).Distinct().ToList()
            : [];
        var all = (await states.OfAllAsync(cancellationToken)).ToDictionary(state => state.Id);
        foreach (var unknown in asked.Where(state => !all.ContainsKey(state)))
        {
            errors.Add(
                "states",
                ErrorCodes.UnknownCode,
                $"'{ParameterErrors.Shown(unknown)}' is no state.",
                unknown,
                [.. all.Keys],
                named: () => Suggestion.Named(unknown, all.Values.Select(state => (state.Id, (IReadOnlyList<string?>)[state.NameEs, state.NameEn])))
            );
        }

        if (!errors.Any && asked.Count is < Fewest or > Most)
        {
            errors.Add(
                "states",
                ErrorCodes.Required,
                $"states takes {Fewest} to {Most} states, such as states=MX-DUR,MX-JAL.",
                spanish: $"states toma de {Fewest} a {Most} estados, como states=MX-DUR,MX-JAL."
            );
        }

        if (widget.Request.Query.ContainsKey("state"))
        {
            errors.Add(
                "state",
                ParameterCodes.UnknownParameter,
                "The states that are compared stand in states, such as states=MX-DUR,MX-JAL.",
                spanish: "Los estados que se comparan van en states, como states=MX-DUR,MX-JAL."
            );
        }

        var filters = await narrowing.ReadAsync(widget, measure, ["states"], ["state"], errors, cancellationToken);
        if (errors.Any)
        {
            return null;
        }

        var within = new RowsQuery([.. filters]).And($"state={string.Join(',', asked)}");
        var (_, rows) = await figures.RowsAsync(id, ["state"], within, cancellationToken);
        var byState = rows.ToDictionary(row => row.Keys[0] ?? "");
        var numbers = widget.Columns(measure);
        return new WidgetContent
        {
            Title = widget.Say(measure.Question),
            Eyebrow = Narrowing.Eyebrow(widget, measure, await narrowing.OfAsync(widget, measure, filters, cancellationToken)),
            Page = $"/compare?states={string.Join(',', asked)}",
            Basis = Figures.Basis(widget, measure, within),
            Blocks =
            [
                new Block.Table(
                    widget.In(measure.Question),
                    [widget.In(Said.State), .. numbers],
                    [
                        .. asked.Select(state =>
                            (IReadOnlyList<Cell>)
                                [
                                    new Cell(widget.Text(all[state].NameEs, all[state].NameEn), $"/states/{state}"),
                                    .. byState.TryGetValue(state, out var row)
                                        ? widget.Cells(measure, row)
                                        : numbers.Select(_ => widget.Counted(null)),
                                ]
                        ),
                    ]
                ),
                .. await narrowing.NotesAsync(widget, measure, within, cancellationToken),
                new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true),
            ],
        };
    }
}
