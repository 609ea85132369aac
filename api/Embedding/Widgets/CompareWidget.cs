using Microsoft.Extensions.Primitives;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding.Widgets;

/// <summary>Two to five states beside each other under one measure.</summary>
internal sealed class CompareWidget(Figures figures, StatesRepository states, Narrowing narrowing) : IWidget
{
    /// <summary>Fewer are not compared.</summary>
    public const int Fewest = 2;

    /// <summary>More are not compared at once.</summary>
    public const int Most = 5;

    private static readonly Words InStates = new(
        "Los estados que se comparan van en states, como states=MX-DUR,MX-JAL.",
        "The states that are compared stand in states, such as states=MX-DUR,MX-JAL."
    );

    /// <summary>The states of an address, by any of their codes, in one parameter or in several.</summary>
    public static IReadOnlyList<string> Asked(HttpRequest request) => Asked(request.Query.Given("states"));

    /// <summary>The states of a parameter, by any of their codes, together or one by one.</summary>
    public static IReadOnlyList<string> Asked(StringValues given) =>
        [
            .. given
                .OfType<string>()
                .SelectMany(QueryBinding.Parts)
                .Select(each => each.Trim())
                .Where(each => each.Length > 0)
                .Select(each => RecordId.Canonical("states", each))
                .Distinct(),
        ];

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

        var asked = Asked(widget.Request);
        var all = (await states.OfAllAsync(widget, cancellationToken)).ToDictionary(state => state.Id);
        foreach (var unknown in asked.Where(state => !all.ContainsKey(state)))
        {
            errors.Add(
                "states",
                ErrorCodes.UnknownCode,
                $"'{ParameterErrors.Shown(unknown)}' is no state.",
                unknown,
                [.. all.Keys],
                named: () =>
                    Suggestion.Named(unknown, all.Values.Select(state => (state.Id, (IReadOnlyList<string?>)[state.NameEs, state.NameEn])))
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

        var filters = await narrowing.ReadAsync(widget, measure, ["states"], ["state"], errors, cancellationToken, InStates);
        if (errors.Any)
        {
            return null;
        }

        var within = new RowsQuery([.. filters]).And($"state={string.Join(',', asked)}");
        var names = string.Join(", ", asked.Select(state => widget.Text(all[state].NameEs, all[state].NameEn).Text));
        var of = await narrowing.OfAsync(widget, measure, filters, cancellationToken, isOfStates: true);
        return new WidgetContent
        {
            Title = widget.Say(measure.Question),
            Eyebrow = Narrowing.Eyebrow(widget, measure, of is null ? names : $"{names} · {of}"),
            Page = $"/compare?states={string.Join(',', asked)}",
            Basis = Figures.Basis(widget, measure, within),
            Blocks =
            [
                await figures.OfStatesAsync(
                    widget,
                    measure,
                    [.. asked.Select(state => all[state])],
                    filters,
                    widget.In(new Words("Los estados que se comparan", "The states that are compared")),
                    cancellationToken
                ),
                .. await narrowing.NotesAsync(widget, measure, within, cancellationToken),
                new Block.Paragraph(widget.Say(measure.DoesNotSay), IsSmall: true),
            ],
        };
    }
}
