using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>
/// What a measure has of each state. Of a state without a row what is asked for is not on record here, which is never zero, unless
/// filters left out what is on record of it: then it was not asked about.
/// </summary>
/// <param name="Rows">The row of each state that has one.</param>
/// <param name="Outside">The states of which something is on record, all of which the filters left out.</param>
/// <param name="Disputed">The states of which sources contradict what is on record: that is no value, and not unknown either.</param>
/// <param name="OfNone">The row of what is of no state; null for none.</param>
internal sealed record EachState(
    IReadOnlyDictionary<string, MeasureRow> Rows,
    IReadOnlySet<string> Outside,
    IReadOnlySet<string> Disputed,
    MeasureRow? OfNone
)
{
    /// <summary>Why a state has no value.</summary>
    public Words WithoutRow(string state) =>
        Disputed.Contains(state) ? Said.Disputed
        : Outside.Contains(state) ? Said.Outside
        : Said.NoRecord;

    /// <summary>How a state is filled that has no value.</summary>
    public string FillWithoutRow(string state) =>
        Disputed.Contains(state) ? Tile.Disputed
        : Outside.Contains(state) ? Tile.Outside
        : Tile.NoRecord;
}
