using OpenGov.Api.Lists;

namespace OpenGov.Api.Measures;

/// <summary>Facets of any list: each is a count of its rows in groups, with the address of each group's rows.</summary>
internal sealed class FacetCounts(MeasuresRepository measures) : IFacets
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Facet>>> CountAsync(
        HttpRequest request,
        ListSql list,
        IReadOnlyList<string> keys,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        CancellationToken cancellationToken
    )
    {
        var of = new Population("rows", request.Path.Value!["/api/v1".Length..], list, [.. list.Keys.Keys]);
        var facets = new Dictionary<string, IReadOnlyList<Facet>>();
        foreach (var key in keys)
        {
            var addresses = new RowsAddress(request, of, [key], new RowsQuery([.. filters]));
            var isNamed = of.Keys[key] is { Vocabulary: not null } or { Table: not null } or { IsFlag: true };
            facets[key] =
            [
                .. (
                    await measures.RowsAsync(of, RowsQuery.All, new Reckoning.Count(), [key], filters, named: true, cancellationToken)
                ).Select(group => new Facet
                {
                    Value = group.Keys[0],
                    LabelEs = isNamed ? group.Label.Es : null,
                    LabelEn = isNamed ? group.Label.En : null,
                    Count = group.Total,
                    RowsUrl = addresses.Of(group.Keys),
                }),
            ];
        }

        return facets;
    }
}
