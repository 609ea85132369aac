namespace OpenGov.Api.Embedding;

/// <summary>
/// The parts of a page that its address can name: every figure is one, so that it is linked and cited by itself. One that others link to
/// has a name of its own; of the rest it is what is counted, by what and of what, or what kind of figure it is, in which part of the
/// dashboard's page.
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
        string? part = null;
        for (var at = 0; at < all.Count; at++)
        {
            part = PartFrom(all[at], part);
            if (all[at].Anchor is null && Called(all[at], part) is { } name)
            {
                all[at] = all[at] with { Anchor = Free(name) };
            }
        }

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

    /// <summary>The part of the dashboard's page in which a block is; a title that it has not begins one without a name.</summary>
    private static string? PartFrom(Block block, string? before) =>
        block.Places.Count > 0 ? block.Places[0]
        : block is Block.Subtitle ? block.Anchor
        : before;

    private static string? Called(Block block, string? part) =>
        block.Counted is { } of ? Counted(of)
        : Kind(block) is { } kind ? (part is null ? kind : $"{part}-{kind}")
        : null;

    private static string? Kind(Block block) =>
        block switch
        {
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
