namespace OpenGov.Api.Embedding;

/// <summary>
/// The parts of a page that its address can name: every figure is one, so that it is linked and cited by itself. One that others link to
/// has a name of its own; of the rest it is what is counted, by what and of what, or what kind of figure it is.
/// </summary>
internal static class Anchors
{
    /// <summary>
    /// The same blocks, each figure with its anchor, and each part of the dashboard's page with the name that it has there, unless a figure
    /// was cited by that name: no two are alike.
    /// </summary>
    public static IReadOnlyList<Block> On(IEnumerable<Block> blocks)
    {
        var all = blocks.ToList();
        var taken = all.Select(block => block.Anchor).OfType<string>().ToHashSet();
        all = [.. all.Select(block => block.Anchor is null && Called(block) is { } name ? block with { Anchor = Free(name) } : block)];
        return [.. all.Select(block => Placed(block with { Places = [.. block.Places.Where(taken.Add)] }))];

        string Free(string name)
        {
            var free = name;
            for (var next = 2; !taken.Add(free); next++)
            {
                free = $"{name}-{next}";
            }

            return free;
        }
    }

    /// <summary>What has no name by now is called as the dashboard calls it.</summary>
    private static Block Placed(Block block) =>
        block is { Anchor: null, Places: [var first, ..] } and (Block.Subtitle or Block.Facts or Block.Paragraph)
            ? block with
            {
                Anchor = first,
                Places = [.. block.Places.Skip(1)],
            }
            : block;

    private static string? Called(Block block) =>
        block switch
        {
            Block.Parts { Of: { } of } => Counted(of),
            Block.Table { Of: { } of } => Counted(of),
            Block.Paragraph { Of: { } of } => Counted(of),
            Block.Parts => "parts",
            Block.Table => "table",
            Block.Tiles => "map",
            Block.Segments => "segments",
            Block.Trend => "trend",
            Block.Dots => "dots",
            Block.Strip => "strip",
            Block.Stages => "stages",
            _ => null,
        };

    /// <summary>What is counted, and how it is asked for: letters, digits and lines alone.</summary>
    private static string Counted(Cited of) =>
        of.Query.Length == 0
            ? of.Measure
            : string.Concat($"{of.Measure}-{of.Query}".Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' ? sign : '-'));
}
