using System.Collections.Frozen;
using System.Text.Json;

namespace OpenGov.Api.Embedding.Marks;

/// <summary>Column and row of each state on the tile grid, from the one file that the dashboard reads too.</summary>
internal static class TileGrid
{
    /// <summary>By the id of the state.</summary>
    public static FrozenDictionary<string, (int Column, int Row)> Places { get; } =
        JsonSerializer
            .Deserialize<Dictionary<string, int[]>>(EmbeddedFile.Text("tiles.json"))!
            .ToFrozenDictionary(tile => tile.Key, tile => (tile.Value[0], tile.Value[1]));

    /// <summary>How many columns.</summary>
    public static int Columns { get; } = Places.Values.Max(place => place.Column) + 1;

    /// <summary>How many rows.</summary>
    public static int Rows { get; } = Places.Values.Max(place => place.Row) + 1;
}
