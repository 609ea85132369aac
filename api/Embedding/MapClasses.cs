namespace OpenGov.Api.Embedding;

/// <summary>
/// The classes of a map, made as the dashboard makes them (<c>choropleth.ts</c>): of counts one for each value while there are at most
/// five, else at most five equal runs; of an index equal runs of hundredths, as values are printed.
/// </summary>
internal sealed class MapClasses
{
    private const int Most = 5;

    private static readonly Dictionary<int, int[]> Steps = new()
    {
        [1] = [4],
        [2] = [2, 4],
        [3] = [1, 3, 5],
        [4] = [1, 2, 4, 5],
        [5] = [1, 2, 3, 4, 5],
    };

    private readonly bool isCount;
    private readonly List<(decimal From, decimal To)> intervals;

    private MapClasses(bool isCount, List<(decimal, decimal)> intervals) => (this.isCount, this.intervals) = (isCount, intervals);

    /// <summary>The classes of some values; those that are null have none.</summary>
    public static MapClasses Of(IEnumerable<decimal?> values, bool isCount)
    {
        var known = values.OfType<decimal>().ToList();
        return new MapClasses(isCount, isCount ? Counts(known) : Index([.. known.Select(Printed)]));
    }

    /// <summary>How a value is filled: a step of the ramp, or the surface of zero.</summary>
    public string FillOf(decimal value) =>
        isCount && value == 0 ? "zero" : $"ramp-{Steps[intervals.Count][Place(isCount ? value : Printed(value))]}";

    /// <summary>A value as it is printed: it stands in the class that its two decimals name.</summary>
    private static decimal Printed(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>The classes with how many each has.</summary>
    public IReadOnlyList<TileClass> Legend(IEnumerable<decimal?> values)
    {
        var all = values.OfType<decimal>().ToList();
        var legend = new List<TileClass>();
        if (isCount && all.Contains(0))
        {
            legend.Add(new TileClass("0", "zero", all.Count(value => value == 0)));
        }

        for (var i = 0; i < intervals.Count; i++)
        {
            var (from, to) = intervals[i];
            Func<decimal, string> written = isCount ? Said.Number : Said.Index;
            var label = from == to ? written(from) : $"{written(from)}–{written(to)}";
            var fill = $"ramp-{Steps[intervals.Count][i]}";
            legend.Add(new TileClass(label, fill, all.Count(value => FillOf(value) == fill)));
        }

        return legend;
    }

    private int Place(decimal value)
    {
        var at = intervals.FindIndex(each => value >= each.From && value <= each.To);
        return at < 0 ? intervals.Count - 1 : at;
    }

    private static List<(decimal, decimal)> Counts(List<decimal> known)
    {
        var distinct = known.Where(value => value > 0).Distinct().Order().ToList();
        if (distinct.Count <= Most)
        {
            return [.. distinct.Select(value => (value, value))];
        }

        var width = Math.Ceiling(distinct[^1] / Most);
        return
        [
            .. Enumerable
                .Range(0, (int)Math.Ceiling(distinct[^1] / width))
                .Select(i => (i * width + 1, Math.Min((i + 1) * width, distinct[^1]))),
        ];
    }

    private static List<(decimal, decimal)> Index(List<decimal> known)
    {
        if (known.Count == 0)
        {
            return [];
        }

        var (low, high) = (known.Min() * 100, known.Max() * 100);
        var width = Math.Ceiling((high - low + 1) / Most);
        var count = (int)Math.Ceiling((high - low + 1) / width);
        return [.. Enumerable.Range(0, count).Select(i => ((low + i * width) / 100, Math.Min(low + (i + 1) * width - 1, high) / 100))];
    }
}
