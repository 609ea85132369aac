using OpenGov.Api.Embedding;

namespace OpenGov.Api.Pages.Contents;

/// <summary>
/// Where on a served page that is said which the dashboard says in a part of its own: an address that was cited there leads to the same
/// without scripts (<see cref="Block.Places" />).
/// </summary>
internal static class Places
{
    /// <summary>The same block, at which these parts of the dashboard's page begin.</summary>
    public static Block Place(this Block block, params string[] parts) => block with { Places = [.. block.Places, .. parts] };

    /// <summary>The same blocks, with the first of which a part of the dashboard's page begins.</summary>
    public static IReadOnlyList<Block> Place(this IReadOnlyList<Block> blocks, string part) => blocks.Place(part, _ => true);

    /// <summary>The same blocks; at the first that is asked for a part of the dashboard's page begins.</summary>
    public static IReadOnlyList<Block> Place(this IReadOnlyList<Block> blocks, string part, Func<Block, bool> isAsked)
    {
        var first = blocks.FirstOrDefault(isAsked);
        return [.. blocks.Select(block => ReferenceEquals(block, first) ? block.Place(part) : block)];
    }
}
