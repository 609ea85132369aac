using OpenGov.Api.Lists;
using OpenGov.Api.States;

namespace OpenGov.Api.Embedding;

/// <summary>The 32 states, for widgets that show each of them.</summary>
internal static class AllStates
{
    /// <summary>More than there are.</summary>
    private const int Most = 100;

    /// <summary>The name of one; its id where there is none.</summary>
    public static async Task<string> NameAsync(
        this StatesRepository states,
        WidgetRequest widget,
        string id,
        CancellationToken cancellationToken
    ) =>
        (await states.OfAllAsync(widget, cancellationToken)).FirstOrDefault(state => state.Id == id) is { } found
            ? widget.Text(found.NameEs, found.NameEn).Text!
            : id;

    /// <summary>All of them by their names in the language of the reader: nobody sees the codes by which a list could stand.</summary>
    public static async Task<IReadOnlyList<State>> OfAllAsync(
        this StatesRepository states,
        WidgetRequest widget,
        CancellationToken cancellationToken
    )
    {
        // Names are in two languages; a third one takes the first.
        var sorts = StatesRepository.Sql.Sorts;
        var byName = sorts.FirstOrDefault(sort => sort.Name == $"name_{widget.Language}") ?? sorts.Single(sort => sort.Name == "name_es");
        var asked = ListRequest.Everything with { Limit = Most, Sort = [new SortBy(byName, false)] };
        return (await states.ListAsync(asked, cancellationToken)).Items;
    }
}
