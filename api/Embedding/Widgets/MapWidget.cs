using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>Any measure on the 32 states, each a tile as large as any other.</summary>
internal sealed class MapWidget(StateMap map, Narrowing narrowing) : IWidget
{
    private static readonly Words EachIsShown = new(
        "El mapa muestra cada estado y no toma state; el widget measure sí lo toma.",
        "A map shows every state and takes no state; the widget measure takes it."
    );

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

        var filters = await narrowing.ReadAsync(widget, measure, [], ["state"], errors, cancellationToken, EachIsShown);
        if (errors.Any)
        {
            return null;
        }

        var blocks = await map.BlocksAsync(widget, measure, filters, cancellationToken);
        if (blocks.Count == 0)
        {
            errors.Add(
                filters.Keys.FirstOrDefault() ?? measure.Key,
                ErrorCodes.Contradiction,
                $"What is asked for is of no state, so that no map can show it; /embed/v1/measure/{measure.Key} does.",
                spanish: $"Lo que se pide no es de ningún estado, y un mapa no puede mostrarlo; /embed/v1/measure/{measure.Key} lo muestra."
            );
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
            Page = Figures.Page(widget, measure, new RowsQuery([.. filters])),
            Basis = Figures.Basis(widget, measure, new RowsQuery([.. filters])),
            Blocks =
            [
                .. blocks,
                .. await narrowing.NotesAsync(widget, measure, new RowsQuery([.. filters]).And("scope=state"), cancellationToken),
            ],
        };
    }
}
