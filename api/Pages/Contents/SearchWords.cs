using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Search;

namespace OpenGov.Api.Pages.Contents;

/// <summary>What stands beside what words find, on every page that is asked with words: what may be meant, and the theme that they name.</summary>
internal sealed class SearchWords(SearchRepository search, Labels labels)
{
    private static readonly Words Near = new("Estas palabras sí encuentran registros:", "These words do find records:");

    /// <summary>Words that find something, where what was asked found nothing; each leads to the same page.</summary>
    /// <param name="widget">Who asks.</param>
    /// <param name="path">The page.</param>
    /// <param name="words">What was asked.</param>
    /// <param name="kinds">The kinds of records that the page finds; null for all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<Block>> NearAsync(
        WidgetRequest widget,
        string path,
        string words,
        IReadOnlyList<string>? kinds,
        CancellationToken cancellationToken
    )
    {
        var near = await search.NearAsync(words, kinds, cancellationToken, widget.Language);
        return near.Count == 0
            ? []
            :
            [
                new Block.Paragraph(widget.Say(Near)),
                new Block.Links([.. near.Select(word => new Cell(widget.Say(word), $"{path}{QueryString.Create("q", word)}"))]),
            ];
    }

    /// <summary>The themes that the words name, each with how many commitments are tagged with it: a search finds more than those.</summary>
    public async Task<IReadOnlyList<Block>> ThemesAsync(WidgetRequest widget, string words, CancellationToken cancellationToken)
    {
        var themes = await search.ThemesAsync(words, cancellationToken);
        return themes.Count == 0 ? [] : [new Block.Links([.. themes.Select(theme => Line(widget, theme))])];
    }

    /// <summary>Where a theme is mentioned, tagged or not; nothing where its name finds nothing.</summary>
    public async Task<IReadOnlyList<Block>> MentionedAsync(WidgetRequest widget, string theme, CancellationToken cancellationToken)
    {
        var label = await labels.OfAsync(widget, "policy_area", theme, cancellationToken);
        var total = await search.TotalAsync(label, cancellationToken);
        var number = Said.Number(total);
        return total == 0
            ? []
            :
            [
                new Block.Links([
                    new Cell(
                        widget.Say(
                            new Words(
                                $"Registros que lo mencionan en cualquier parte: {number}",
                                $"Records that mention it anywhere: {number}"
                            )
                        ),
                        $"/search{QueryString.Create("q", label)}"
                    ),
                ]),
            ];
    }

    private static Cell Line(WidgetRequest widget, SearchTheme theme)
    {
        var (number, isOne) = (Said.Number(theme.Commitments), theme.Commitments == 1);
        return new Cell(
            widget.Say(
                new Words(
                    $"Tema: {theme.LabelEs} — {number} {(isOne ? "compromiso" : "compromisos")}",
                    $"Theme: {theme.LabelEn} — {number} {(isOne ? "commitment" : "commitments")}"
                )
            ),
            $"/commitments?policy_area={theme.Code}"
        );
    }
}
