using OpenGov.Api.Records;

namespace OpenGov.Api.Measures;

/// <summary>Every measure that the program knows, in the order of its groups.</summary>
internal static class MeasureCatalogue
{
    /// <summary>One of each definition; none can be forgotten.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        .. typeof(MeasureCatalogue)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IMeasureDefinition)))
            .SelectMany(type => ((IMeasureDefinition)Activator.CreateInstance(type)!).Measures)
            .OrderBy(measure => MeasureGroup.All.ToList().IndexOf(measure.Group))
            .ThenBy(measure => measure.Position),
    ];

    /// <summary>The measures that words stand for: each begins a word of its key, question or synonyms. All when there are none.</summary>
    public static IEnumerable<Measure> Named(string? words) =>
        words is null
            ? All
            : All.Where(measure =>
                SearchText
                    .Words(SearchText.Fold([words]))
                    .All(word => WordsOf(measure).Any(each => each.StartsWith(word, StringComparison.Ordinal)))
            );

    private static IReadOnlyList<string> WordsOf(Measure measure) =>
        SearchText.Words(
            SearchText.Fold([
                measure.Key.Replace('_', ' '),
                measure.Question.Es,
                measure.Question.En,
                .. measure.Synonyms.Es,
                .. measure.Synonyms.En,
            ])
        );

    /// <summary>The measure with this key, in any case; null when there is none.</summary>
    public static Measure? Find(string key) => All.FirstOrDefault(measure => measure.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
}
