using System.Text.RegularExpressions;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding;

/// <summary>In which order sources stand wherever they are listed: an order that says something, as on the dashboard (<c>sources.ts</c>).</summary>
internal static partial class SourceOrder
{
    /// <summary>Whose voice is nearest to the facts comes first; what only copies or retells comes last.</summary>
    private static readonly string[] Kinds = ["ogp", "public_body", "academia", "civil_society", "reference", "press", "presentation"];

    /// <summary>The sources of a whole with those of its blocks, each once.</summary>
    public static IReadOnlyList<SourceReference> Union(IEnumerable<SourceReference> own, IEnumerable<Block> blocks) =>
        [.. own.Concat(blocks.SelectMany(block => block.Sources)).DistinctBy(source => source.Id)];

    /// <summary>More names than this make a citation that no one pastes.</summary>
    private const int MostCited = 5;

    /// <summary>Sources as a citation names them: the first by their titles, and how many more there are; null for none.</summary>
    /// <param name="widget">Who asks.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="isStated">Whether the numbers are what the presentation states.</param>
    public static string? Named(WidgetRequest widget, IReadOnlyList<SourceReference> sources, bool isStated = false)
    {
        var more = Math.Max(0, sources.Count - MostCited);
        var names = Of(sources, isStated).Take(MostCited).Select(source => widget.Text(source.TitleEs, source.Title).Text!.TrimEnd('.'));
        return sources.Count == 0
            ? null
            : string.Join("; ", names) + (more == 0 ? "" : widget.In(new Words($" y {more} más", $" and {more} more")));
    }

    /// <summary>
    /// Who publishes the strongest two of the data and whether there are others, as a citation says it; null where nobody is known. A work of
    /// reference, which gives codes and coordinates, says nothing of what a figure shows (<c>publishersOf</c>).
    /// </summary>
    /// <param name="widget">Who asks.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="isStated">Whether the numbers are what the presentation states.</param>
    /// <param name="kinds">What kinds of sources are called: then each stands with its own. Of OGP its name says it. Null: without.</param>
    public static string? Published(
        WidgetRequest widget,
        IEnumerable<SourceReference> sources,
        bool isStated = false,
        IReadOnlyDictionary<string, string>? kinds = null
    )
    {
        var publishers = Of(sources, isStated)
            .Where(source => source.Publisher is not null && source.Kind != "reference")
            .DistinctBy(source => source.Publisher)
            .Select(source =>
                source.Kind is { } kind and not "ogp" && kinds is not null
                    ? $"{source.Publisher} ({Sentence.Within(kinds.GetValueOrDefault(kind, kind))})"
                    : source.Publisher!
            )
            .ToList();
        List<string> named = [.. publishers.Take(2), .. publishers.Count > 2 ? (string[])[widget.In(new Words("otros", "others"))] : []];
        return named.Count == 0
            ? null
            : widget.In(new Words($"Datos de {Sentence.And(widget, named)}.", $"Data of {Sentence.And(widget, named)}."));
    }

    /// <summary>The same in parts, each in its language: the names of those who publish can be in another than what stands around them.</summary>
    public static IReadOnlyList<Spoken> Spoken(WidgetRequest widget, string? said, IEnumerable<SourceReference> sources)
    {
        if (said is null)
        {
            return [];
        }

        IReadOnlyList<Spoken> parts = [widget.Say(said)];
        var foreign = sources
            .Select(source => source.Publisher)
            .OfType<string>()
            .Distinct()
            .Where(name => widget.Language != "es" && IsSpanish(name));
        foreach (var name in foreign.OrderByDescending(name => name.Length))
        {
            parts =
            [
                .. parts.SelectMany(part =>
                    part.Language == widget.Language && part.Text!.IndexOf(name, StringComparison.Ordinal) is var at and >= 0
                        ?
                        [
                            part with
                            {
                                Text = part.Text[..at],
                            },
                            new Spoken(name, "es"),
                            part with
                            {
                                Text = part.Text[(at + name.Length)..],
                            },
                        ]
                        : (Spoken[])[part]
                ),
            ];
        }

        return parts;
    }

    /// <summary>Whether a name is in Spanish by its words or letters: no source says in which language its publisher is called.</summary>
    private static bool IsSpanish(string name) => SpanishWords().IsMatch(name);

    [GeneratedRegex("\\b(y|e|de|del|la|el|los|las|para|por|en)\\b|[áéíóúñ]", RegexOptions.IgnoreCase)]
    private static partial Regex SpanishWords();

    /// <summary>
    /// The strongest first; of one kind in the order in which they are first cited. Of numbers that the presentation states
    /// (<paramref name="isStated"/>) it comes before all: they are its own.
    /// </summary>
    public static IEnumerable<SourceReference> Of(IEnumerable<SourceReference> sources, bool isStated = false) =>
        sources
            .OrderBy(source => isStated && source.Kind == "presentation" ? 0 : 1)
            .ThenBy(source => Array.IndexOf(Kinds, source.Kind) is var place and >= 0 ? place : Kinds.Length);
}
