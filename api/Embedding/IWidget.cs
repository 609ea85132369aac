using OpenGov.Api.Http;

namespace OpenGov.Api.Embedding;

/// <summary>A kind of widget under <c>/embed/v1/</c>. Every class that is one is found by its type.</summary>
internal interface IWidget
{
    /// <summary>Its name in addresses; never given to another.</summary>
    string Kind { get; }

    /// <summary>What its address names beside the kind.</summary>
    Subject Subject { get; }

    /// <summary>What it shows; null when there is nothing of that name.</summary>
    /// <param name="widget">How it is asked for.</param>
    /// <param name="id">What it is asked about; empty when its address names nothing.</param>
    /// <param name="errors">What of its own parameters cannot be.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<WidgetContent?> ReadAsync(WidgetRequest widget, string id, ParameterErrors errors, CancellationToken cancellationToken);
}

/// <summary>What the address of a widget names.</summary>
/// <param name="Table">The table of the record that it names; null when it names none.</param>
/// <param name="IsMeasure">Whether it names a measure.</param>
/// <param name="IsOptional">Whether it may name nothing.</param>
internal sealed record Subject(string? Table = null, bool IsMeasure = false, bool IsOptional = false)
{
    /// <summary>The table by whose ids it is named; that of the record, unless another names it, too.</summary>
    public string? Named { get; init; } = Table;
}

/// <summary>What widgets show, for a page that shows the same.</summary>
internal static class WidgetContents
{
    /// <summary>What the widget of a kind shows of a record; null when there is none.</summary>
    public static Task<WidgetContent?> ContentAsync(
        this IEnumerable<IWidget> widgets,
        WidgetRequest widget,
        string kind,
        string id,
        CancellationToken cancellationToken
    ) => widgets.Single(each => each.Kind == kind).ReadAsync(widget, id, new ParameterErrors(), cancellationToken);
}
