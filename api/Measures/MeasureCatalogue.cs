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

    /// <summary>
    /// The measures that words stand for, all when there are none: each begins a word of what it is called, then of its question, of
    /// the question of its group, or of its definition. What is called so comes first. Common words count as in any search: alone.
    /// </summary>
    public static IEnumerable<Measure> Named(string? words)
    {
        if (words is null)
        {
            return All;
        }

        var wanted = CommonWords.LeftOut(SearchText.Words(SearchText.Fold([words]))).Select(Singular).ToList();
        return All.Select(measure => (Measure: measure, Places: Places(measure, wanted)))
            .Where(found => !found.Places.Contains(-1))
            .OrderBy(found => found.Places.Sum())
            .Select(found => found.Measure);
    }

    /// <summary>For each word the first of the texts about a measure that it is in; -1 when it is in none.</summary>
    private static List<int> Places(Measure measure, List<string> wanted)
    {
        List<string?[]> texts =
        [
            [measure.Key.Replace('_', ' '), .. measure.Synonyms.Es, .. measure.Synonyms.En],
            [measure.Question.Es, measure.Question.En],
            [measure.Group.Question.Es, measure.Group.Question.En],
            [measure.Definition.Es, measure.Definition.En],
        ];
        var words = texts.ConvertAll(text => SearchText.Words(SearchText.Fold(text)));
        return wanted.ConvertAll(word => words.FindIndex(text => text.Any(each => each.StartsWith(word, StringComparison.Ordinal))));
    }

    /// <summary>A word without the ending of a plural in either language, as the beginning of what it may be.</summary>
    private static string Singular(string word) =>
        word.Length <= 3 ? word
        : word.EndsWith("es", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith('s') ? word[..^1]
        : word;

    /// <summary>The measure with this key, in any case; null when there is none.</summary>
    public static Measure? Find(string key) => All.FirstOrDefault(measure => measure.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
}
