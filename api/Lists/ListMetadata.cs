namespace OpenGov.Api.Lists;

/// <summary>What a list takes, for the API description.</summary>
/// <param name="List">The list.</param>
/// <param name="Record">Name of what it holds.</param>
/// <param name="Properties">Properties of its records.</param>
internal sealed record ListMetadata(ListSql List, string Record, IReadOnlyList<string> Properties)
{
    /// <summary>What can be included in its records.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>Parameters of some of its formats.</summary>
    public IReadOnlyList<Filter> OfFormats { get; init; } = [];
}

/// <summary>Marks an address that takes <c>as_of</c>.</summary>
internal sealed record AsOfMetadata;

/// <summary>Marks an address that takes filters without being a list.</summary>
/// <param name="Filters">The filters.</param>
internal sealed record FilterMetadata(IReadOnlyList<Filter> Filters);

/// <summary>Marks an address that counts in groups.</summary>
/// <param name="Parameter">The parameter that names them.</param>
/// <param name="Of">What it counts.</param>
/// <param name="Keys">Keys by which it groups.</param>
/// <param name="IsRequired">Whether it cannot be asked without.</param>
internal sealed record GroupByMetadata(string Parameter, string Of, IReadOnlyList<string> Keys, bool IsRequired);

/// <summary>Marks an address that is no list and takes <c>bom</c> for its CSV.</summary>
internal sealed record BomMetadata;

/// <summary>Marks an address of one record that takes <c>fields</c>.</summary>
/// <param name="Record">Name of what it answers with.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record FieldsMetadata(string Record, IReadOnlyList<string> Properties)
{
    /// <summary>What its list can include in it, and it has anyway.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];
}
