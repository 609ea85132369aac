using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>Any measure on the 32 states, each a tile as large as any other.</summary>
internal sealed class MapWidget(MeasuresRepository measures, StatesRepository states, ReadSession session) : IWidget
{
    public string Kind => "map";

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

        var filters = await QueryBinding.ReadFiltersAsync(
            widget.Request,
            measure.Of.List.Filters,
            WidgetRequest.Looks,
            session,
            errors,
            cancellationToken
        );
        if (errors.Any)
        {
            return null;
        }

        var rows = (await measures.RowsAsync(measure, ["state"], filters, named: false, cancellationToken))
            .Where(row => row.Keys[0] is not null)
            .ToDictionary(row => row.Keys[0]!);
        var all = (
            await states.ListAsync(
                ListRequest.Everything with
                {
                    Limit = 100,
                    Sort = [new SortBy(StatesRepository.Sql.Sorts[0], false)],
                },
                cancellationToken
            )
        ).Items;
        var values = all.Select(state => (State: state, Value: rows.TryGetValue(state.Id, out var row) ? Value(measure, row) : null))
            .ToList();
        var classes = MapClasses.Of(
            values.Select(each => each.Value),
            isCount: !values.Any(each => each.Value is { } known && known != decimal.Truncate(known))
        );
        return new WidgetContent
        {
            Title = widget.Say(measure.Question),
            Eyebrow = widget.In(measure.Group.Question),
            Page = $"/measures#{measure.Key}",
            Blocks =
            [
                new Block.Tiles(
                    widget.In(measure.Question),
                    [
                        .. values.Select(each => new Tile(
                            each.State.Id,
                            widget.Text(each.State.NameEs, each.State.NameEn).Text!,
                            each.Value is { } value ? Number(measure, value) : widget.In(Said.NoRecord),
                            classes.FillOf(each.Value)
                        )),
                    ],
                    classes.Legend(widget, values.Select(each => each.Value))
                ),
                new Block.Paragraph(widget.Say(Shown(widget, measure)), IsSmall: true),
                new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true),
            ],
        };
    }

    private static string Number(Measure measure, decimal value) => measure.Unit == "index" ? Said.Index(value) : Said.Number(value);

    /// <summary>Of parts how many say yes, where anything is on record.</summary>
    private static decimal? Value(Measure measure, MeasureRow row) =>
        measure.Reckoning is Reckoning.Parts ? (row.Known == 0 ? null : row.Yes) : row.Value;

    private static string Shown(WidgetRequest widget, Measure measure) =>
        measure.Reckoning is Reckoning.Parts
            ? widget.In(
                new Words(
                    "Cada estado muestra cuántos «sí» constan; rayado, donde no hay registro aquí.",
                    "Each state shows how many are a yes on record; hatched where there is no record here."
                )
            )
            : widget.In(new Words("Rayado: sin registro aquí.", "Hatched: no record here."));
}
