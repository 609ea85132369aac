using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>Any measure: its question, its answer, by any of its keys, and what it does not say.</summary>
internal sealed class MeasureWidget(MeasuresRepository measures, Figures figures, Narrowing narrowing) : IWidget
{
    private static readonly Words OfPlans = new("Lo que cada voz dice de un plan en conjunto", "What each voice says of a plan as a whole");

    public string Kind => "measure";

    public Subject Subject { get; } = new(IsMeasure: true);

    public async Task<WidgetContent?> ReadAsync(
        WidgetRequest widget,
        string id,
        ParameterErrors errors,
        CancellationToken cancellationToken
    )
    {
        if (MeasureCatalogue.Find(id) is not { } measure)
        {
            return null;
        }

        var by = GroupBinding.Read(widget.Request, "by", measure.GroupedBy, isRequired: false, errors);
        if (by.Contains(Population.Voice))
        {
            measure = measure.ByVoice();
        }

        var filters = await narrowing.ReadAsync(widget, measure, ["by"], by, errors, cancellationToken);
        if (errors.Any)
        {
            return null;
        }

        var within = Figures.OfOneWhole(measure, new RowsQuery([.. filters]), by);

        var rows = await measures.RowsAsync(measure, by, within.Filters.ToDictionary(), named: true, cancellationToken);
        var blocks = new List<Block>();
        if (by.Count == 0)
        {
            var stated = await figures.StatedAsync(measure, within, cancellationToken);
            blocks.AddRange(Figures.Blocks(widget, measure, rows[0], within, isTitled: true, stated: [.. stated.Values]));
        }
        else
        {
            blocks.Add(await figures.TableAsync(widget, measure, by, within, rows, cancellationToken, isTitled: true));
            // As in the API: what a voice says of a plan is another row beside what is counted of it, never added to it.
            if (by is ["plan"] && await figures.VoicesAsync(widget, measure, within, isNamed: true, cancellationToken) is [_, ..] said)
            {
                blocks.Add(new Block.Subtitle(widget.In(OfPlans)));
                blocks.AddRange(said);
            }
        }

        blocks.AddRange(await narrowing.NotesAsync(widget, measure, within, cancellationToken));
        blocks.Add(new Block.Paragraph(widget.Say(measure.Definition), IsSmall: true));
        blocks.Add(new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true));
        return new WidgetContent
        {
            Title = widget.Say(measure.Question),
            Eyebrow = Narrowing.Eyebrow(widget, measure, await narrowing.OfAsync(widget, measure, within.Filters, cancellationToken)),
            Page = Figures.Page(widget, measure, within),
            Blocks = blocks,
            Basis = Figures.Basis(widget, measure, within),
        };
    }
}
