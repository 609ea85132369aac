using OpenGov.Api.Records;

namespace OpenGov.Api.Access;

/// <summary>Where a holder may act: on what belongs to the whole country, or to a state. Neither covers the other.</summary>
internal static class Scope
{
    /// <summary>The scope of the whole country.</summary>
    public const string National = "national";

    /// <summary>A scope as it is kept, from <c>national</c>, an ISO or an INEGI code in any case; null when it is none.</summary>
    public static string? Read(string given) =>
        given.Equals(National, StringComparison.OrdinalIgnoreCase) ? National : RecordId.StateOf(given);

    /// <summary>
    /// The scope that a record belongs to, which its id begins with: <c>MX-DUR-PAL1-C2</c> is Durango's, <c>MX-NAP4-C10</c> is
    /// national.
    /// </summary>
    public static string OfRecord(string id) =>
        RecordId.StateOf(id) ?? (id.Split('-') is [var country, var state, ..] ? RecordId.StateOf($"{country}-{state}") : null) ?? National;
}
