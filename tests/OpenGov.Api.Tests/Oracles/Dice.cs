using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Oracles;

/// <summary>Random values of one seed, most of them where a rule has its border.</summary>
internal sealed class Dice(int seed, DateOnly today)
{
    /// <summary>Words that begin alike, that differ by accents and capitals alone, that are long, and that are hardly words.</summary>
    private static readonly string[] Words =
    [
        "agua",
        "Agua",
        "AGUAS",
        "aguacate",
        "agu",
        "limpia",
        "Límpida",
        "niñez",
        "nin\u0303ez",
        "NIÑOS",
        "pingüino",
        "Pinguino",
        "jóvenes",
        "joven",
        "Łódź",
        "presupuesto",
        "presupuestos",
        "información",
        "a",
        "y",
        "2030",
        "20",
        "México",
        "mexicano",
        "ação",
        "Ýear",
        "œuvre",
        "agua-limpia",
        "agua/agua",
        "(agua)",
        "50%",
        "a_b",
        "[x]",
        "¿qué?",
        "d'agua",
        "water",
        "clean",
        new('z', 79),
        new('z', 80),
        new('z', 81),
        $"{new string('z', 80)}a",
        $"{new string('z', 80)}b",
    ];

    private readonly Random random = new(seed);
    private readonly Dictionary<string, Queue<string>> codes = [];

    public DateOnly Today { get; } = today;

    public int Below(int bound) => random.Next(bound);

    public bool Chance(int percent) => random.Next(100) < percent;

    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>Some of the choices, none of them twice, in any order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> choices, int most)
    {
        var shuffled = choices.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(1 + random.Next(Math.Min(most, shuffled.Length)))];
    }

    /// <summary>A code of a vocabulary: each comes before one comes again.</summary>
    public string Code(string vocabulary)
    {
        if (!codes.TryGetValue(vocabulary, out var queue) || queue.Count == 0)
        {
            var shuffled = Vocabulary.Codes(vocabulary).ToArray();
            random.Shuffle(shuffled);
            codes[vocabulary] = queue = new Queue<string>(shuffled);
        }

        return queue.Dequeue();
    }

    public string Word() => Of(Words);

    /// <summary>A few words; now and then one of them twice.</summary>
    public string Text(int most)
    {
        var words = Enumerable.Range(0, 1 + random.Next(most)).Select(_ => Word()).ToList();
        if (Chance(25))
        {
            words.Add(words[0]);
        }

        return string.Join(Of([" ", ", ", "  "]), words);
    }

    /// <summary>A date at a border of some rule as often as not; the start of the period when only that is known.</summary>
    public (DateOnly Date, string Precision) Date()
    {
        var monthStart = new DateOnly(Today.Year, Today.Month, 1);
        var yearStart = new DateOnly(Today.Year, 1, 1);
        var date = Of([
            Today,
            Today.AddDays(-1),
            Today.AddDays(1),
            Today.AddDays(-182),
            Today.AddDays(-183),
            Today.AddDays(-184),
            Today.AddYears(-1),
            Today.AddYears(-1).AddDays(-1),
            Today.AddYears(-1).AddDays(1),
            monthStart,
            monthStart.AddDays(-1),
            monthStart.AddMonths(1),
            yearStart,
            yearStart.AddDays(-1),
            yearStart.AddYears(1),
            new DateOnly(2024, 2, 29),
            Today.AddDays(random.Next(-400, 60)),
        ]);
        return Code("precision") switch
        {
            "year" => (new DateOnly(date.Year, 1, 1), "year"),
            "month" => (new DateOnly(date.Year, date.Month, 1), "month"),
            var day => (date, day),
        };
    }
}
