using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Measures;

/// <summary>
/// A filter of some of the lists that measures count, for the description of the one address of all measures. What a measure really takes
/// is read by the filters of its own list.
/// </summary>
internal sealed record AnyFilter : Filter
{
    private AnyFilter(string name, IReadOnlyList<(Population Of, Filter Filter)> filters)
        : base(name, Described(filters))
    {
        var codes = filters.Select(each => each.Filter.Codes).ToList();
        Codes = codes.Contains(null) ? null : [.. codes.SelectMany(each => each!).Distinct()];
        CodesVocabulary = filters.Select(each => each.Filter.CodesVocabulary).Distinct().ToList() is [var vocabulary] ? vocabulary : null;
        CodesName = filters.Select(each => each.Filter.CodesName).Distinct().ToList() is [var called] ? called : $"any_{name}";
        TakesSeveral = filters.All(each => each.Filter.TakesSeveral);
        var first = filters[0].Filter;
        ValueType = filters.All(each => each.Filter.ValueType == first.ValueType) ? first.ValueType : "string";
        ValueFormat = filters.All(each => each.Filter.ValueFormat == first.ValueFormat) ? first.ValueFormat : null;
    }

    /// <summary>Every filter of every list that is counted, by name.</summary>
    public static IReadOnlyList<Filter> OfAll { get; } =
    [
        .. Populations
            .SelectMany(of => of.List.Filters, (of, filter) => (of, filter))
            .GroupBy(each => each.filter.Name)
            .Select(named => new AnyFilter(named.Key, [.. named])),
    ];

    /// <summary>Every key by which any of them is grouped.</summary>
    public static IReadOnlyList<string> AllKeys { get; } = [.. Populations.SelectMany(of => of.Keys.Keys).Distinct()];

    public override IReadOnlyList<string>? Codes { get; }

    public override string? CodesVocabulary { get; }

    public override string? CodesName { get; }

    public override bool TakesSeveral { get; }

    public override string ValueType { get; }

    public override string? ValueFormat { get; }

    private static IEnumerable<Population> Populations =>
        MeasureCatalogue.All.Select(measure => measure.Of).Append(Population.Assessments).Distinct();

    public override bool TryRead(string given, out string value, out string problem) => throw new NotSupportedException();

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => throw new NotSupportedException();

    private static string Described(IReadOnlyList<(Population Of, Filter Filter)> filters) =>
        filters.Select(each => each.Filter.Description).Distinct().ToList() is [var only]
            ? $"Of {string.Join(", ", filters.Select(each => each.Of.Name))}: {only}"
            : string.Join(" ", filters.Select(each => $"Of {each.Of.Name}: {each.Filter.Description}"));
}
