using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Metrics;

namespace OpenGov.Api.Pages.Contents;

/// <summary>
/// Whether government became more open, in the dashboard's words (<c>trendAnswer</c>): a change is only said between editions that their
/// own source compares.
/// </summary>
internal static class MetricAnswer
{
    public static readonly Words Question = new(
        "¿Se volvió más abierto el gobierno en México?",
        "Did government in Mexico become more open?"
    );

    private static readonly Words None = new(
        "Aquí no hay registro del valor nacional de ninguna edición.",
        "There is no record here of the national value of any edition."
    );

    /// <summary>The answer from the line of the index that is drawn beside it; null where none is.</summary>
    public static string Of(WidgetRequest widget, IReadOnlyList<MetricEdition> editions, TrendLine? line)
    {
        if (line is null)
        {
            return widget.In(None);
        }

        var runs = Runs(editions, line);
        var went = runs.Where(run => run.Count > 1)
            .Select(run => Went(line.Label, Value(run[0]), Year(run[0]), Value(run[^1]), Year(run[^1])))
            .ToList();
        if (went.Count == 0)
        {
            return widget.In(Unanswered(List(runs.SelectMany(run => run)), isOne: runs.Count == 1));
        }

        // The first edition of all has none before it that it could be compared with.
        var first = editions.Min(edition => edition.Edition);
        var apart = runs.Where(run => run.Count == 1 && run[0].Edition.Edition != first).SelectMany(run => run).ToList();
        if (apart.Count > 0)
        {
            went.Add(Apart(List(apart), isOne: apart.Count == 1));
        }

        return string.Join(' ', went.Select(widget.In));

        string Value((MetricEdition Edition, decimal Value) point) => Said.Index(point.Value);

        string Year((MetricEdition Edition, decimal Value) point) =>
            widget.In(Said.Edition(point.Edition.Edition, point.Edition.FieldworkYear));

        string List(IEnumerable<(MetricEdition Edition, decimal Value)> points) =>
            Sentence.And(
                widget,
                [.. points.Select(point => widget.In(new Words($"{Value(point)} en {Year(point)}", $"{Value(point)} in {Year(point)}")))]
            );
    }

    private static Words Went(string name, string from, string fromYear, string to, string toYear) =>
        new(
            $"{name}: de {from} en {fromYear} a {to} en {toYear}, ediciones que su propia fuente compara.",
            $"{name}: from {from} in {fromYear} to {to} in {toYear}, editions that their own source compares."
        );

    private static Words Unanswered(string list, bool isOne) =>
        isOne
            ? new(
                $"Con lo que consta no se puede responder: hay un solo valor, {list}.",
                $"No answer can be given from what is on record: there is a single value, {list}."
            )
            : new(
                $"Con lo que consta no se puede responder: los valores son {list}, "
                    + "y no se estableció si los de una edición se pueden comparar con los de la anterior.",
                $"No answer can be given from what is on record: the values are {list}, "
                    + "and whether those of one edition can be compared with those of the edition before was not established."
            );

    private static Words Apart(string list, bool isOne) =>
        isOne
            ? new(
                $"El valor de {list} queda aparte: no se estableció si se puede comparar con el de la edición anterior.",
                $"The value of {list} stands apart: whether it can be compared with that of the edition before was not established."
            )
            : new(
                $"Los valores de {list} quedan aparte: no se estableció si se pueden comparar con los de la edición anterior.",
                $"The values of {list} stand apart: whether they can be compared with those of the edition before was not established."
            );

    /// <summary>Values in the order of their editions, together where a source says that one can be compared with that before.</summary>
    private static List<List<(MetricEdition Edition, decimal Value)>> Runs(IEnumerable<MetricEdition> editions, TrendLine line)
    {
        var values = line.Points.ToDictionary(point => point.Edition, point => point.Value);
        List<List<(MetricEdition, decimal)>> runs = [];
        var isJoinable = false;
        foreach (var edition in editions.OrderBy(edition => edition.Edition))
        {
            var isKnown = values.TryGetValue(edition.Edition, out var value);
            if (isKnown && isJoinable && edition.ComparableWithPrevious is true)
            {
                runs[^1].Add((edition, value));
            }
            else if (isKnown)
            {
                runs.Add([(edition, value)]);
            }

            isJoinable = isKnown;
        }

        return runs;
    }
}
