using OpenGov.Api.Http;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>Any measure on the 32 states, each a tile as large as any other.</summary>
internal sealed class MapWidget(StateMap map, Narrowing narrowing) : IWidget
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

        var filters = await narrowing.ReadAsync(widget, measure, [], ["state"], errors, cancellationToken);
        if (errors.Any)
        {
            return null;
        }

        return new WidgetContent
        {
            Title = widget.Say(measure.Question),
            Eyebrow = Narrowing.Eyebrow(
                widget,
                measure,
                await narrowing.OfAsync(widget, measure, filters, cancellationToken, isOfStates: true)
            ),
            Page = $"/measures#{measure.Key}",
            Basis = Figures.Basis(widget, measure, new RowsQuery([.. filters])),
            Blocks =
            [
                .. await map.BlocksAsync(widget, measure, filters, cancellationToken),
                .. await narrowing.NotesAsync(widget, measure, new RowsQuery([.. filters]).And("scope=state"), cancellationToken),
            ],
        };
    }
}
