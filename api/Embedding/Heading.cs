using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace OpenGov.Api.Embedding;

/// <summary>A heading whose level fits the page around the widget.</summary>
public sealed class Heading : ComponentBase
{
    /// <summary>2 to 6.</summary>
    [Parameter]
    [EditorRequired]
    public int Level { get; set; }

    /// <summary>Its text.</summary>
    [Parameter]
    [EditorRequired]
    public Spoken Text { get; set; } = null!;

    /// <summary>The part of the page's address that leads to it; null for none.</summary>
    [Parameter]
    public string? Anchor { get; set; }

    /// <summary>Whether it is that of the whole widget.</summary>
    [Parameter]
    public bool IsTitle { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, $"h{Math.Min(Level, 6)}");
        builder.AddAttribute(1, "lang", Text.Language);
        if (IsTitle)
        {
            builder.AddAttribute(2, "class", "title");
        }

        builder.AddAttribute(3, "id", Anchor);
        builder.AddContent(4, Text.Text);
        builder.CloseElement();
    }
}
