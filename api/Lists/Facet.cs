using OpenGov.Api.Http;

namespace OpenGov.Api.Lists;

/// <summary>How many rows of a list have one value of a property.</summary>
internal sealed record Facet
{
    /// <summary>The value, as its filter takes it; null for no data.</summary>
    public required string? Value { get; init; }

    /// <summary>What it is called in Spanish; null where a value has no other name, and for no data.</summary>
    public required string? LabelEs { get; init; }

    /// <summary>What it is called in English; null where a value has no other name, and for no data.</summary>
    public required string? LabelEn { get; init; }

    /// <summary>
    /// How many rows that match all filters have it. A row of several values counts in each, but of a property that is filtered itself
    /// only the values that were asked for are counted.
    /// </summary>
    public required int Count { get; init; }

    /// <summary>The list whose `total` is `count`.</summary>
    public required string? RowsUrl { get; init; }
}

/// <summary>Counts the rows of a list by the values of its properties.</summary>
internal interface IFacets
{
    /// <summary>The values of each key, the most frequent first.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<Facet>>> CountAsync(
        HttpRequest request,
        ListSql list,
        IReadOnlyList<string> keys,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        CancellationToken cancellationToken
    );
}

/// <summary>The parameter <c>facets</c>.</summary>
internal static class FacetBinding
{
    public const string Parameter = "facets";

    /// <summary>Each costs a count of all rows that match.</summary>
    public const int Most = 5;

    /// <summary>The keys that are asked for; none when none is.</summary>
    public static IReadOnlyList<string> Read(HttpRequest request, ListSql list, Format format, ParameterErrors errors)
    {
        if (list.Keys.Count == 0 || QueryBinding.Several(request, Parameter, errors) is not { } given)
        {
            return [];
        }

        if (format != Format.Json)
        {
            errors.Add(
                Parameter,
                ParameterCodes.NotInThisFormat,
                "Facets stand beside the rows of a page, in .json only. As a table they are /api/v1/stats.",
                spanish: "Las cuentas de «facets» van junto a las filas de una página, solo en .json. Como tabla están en /api/v1/stats."
            );
            return [];
        }

        return GroupBinding.Known(QueryBinding.Bounded(Parameter, given, Most, errors), Parameter, [.. list.Keys.Keys], errors);
    }
}
