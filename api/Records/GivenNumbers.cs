using System.Collections.Immutable;
using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>
/// The greatest numbers that ids have had behind their beginnings, as far as this node has looked: they hold in the state of the data in
/// which it last wrote. Whoever else has written since, all of them are looked up again.
/// </summary>
internal sealed class GivenNumbers
{
    /// <summary>Beginnings of which the number is remembered; then all of them are forgotten.</summary>
    private const int Most = 10_000;

    private volatile Known known = new(null, Nothing);

    /// <summary>None.</summary>
    public static ImmutableDictionary<(string Table, string Beginning), long> Nothing { get; } =
        ImmutableDictionary<(string Table, string Beginning), long>.Empty;

    /// <summary>Those that hold in a state of the data.</summary>
    public ImmutableDictionary<(string Table, string Beginning), long> In(DataVersion.State state) =>
        known is var last && last.State == state ? last.Numbers : Nothing;

    /// <summary>Takes note of those that hold in a state that is kept.</summary>
    public void Keep(DataVersion.State state, ImmutableDictionary<(string Table, string Beginning), long> numbers) =>
        known = new Known(state, numbers.Count > Most ? Nothing : numbers);

    private sealed record Known(DataVersion.State? State, ImmutableDictionary<(string Table, string Beginning), long> Numbers);
}
