using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>A page of a list.</summary>
/// <typeparam name="TRecord">What the list holds.</typeparam>
internal record ListEnvelope<TRecord>
{
    /// <summary>The records of this page.</summary>
    public required IReadOnlyList<TRecord> Items { get; init; }

    /// <summary>How many records the whole list has: exact, never an estimate.</summary>
    public required int Total { get; init; }

    /// <summary>How many records this page has.</summary>
    public required int Returned { get; init; }

    /// <summary>How many records a page has at most (1 to 500).</summary>
    public required int Limit { get; init; }

    /// <summary>Address of the next page; null on the last.</summary>
    public required string? Next { get; init; }

    /// <summary>
    /// How many of all the records that match have each value of a property, by the properties that `facets` names; there only when it is
    /// asked for.
    /// </summary>
    [OnRequest]
    public IReadOnlyDictionary<string, IReadOnlyList<Facet>>? Facets { get; init; }
}
