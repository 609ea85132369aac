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

    /// <summary>The answer from the national values of the index, of which each is of another edition.</summary>
    public static Words Of(WidgetRequest widget, IReadOnlyList<MetricEdition> editions, IReadOnlyList<MetricValue> values)
    {
        var runs = Runs(editions, values);
        if (runs.Count == 0)
        {
            return new(
                "Aquí no hay registro del valor nacional de ninguna edición.",
                "There is no record here of the national value of any edition."
            );
        }

        var went = runs.Where(run => run.Count > 1).Select(run => (First: At(run[0]), Last: At(run[^1]))).ToList();
        if (went.Count == 0)
        {
            var list = List(runs.SelectMany(run => run));
            return runs.Count == 1
                ? new(
                    $"Con lo que consta no se puede responder: hay un solo valor, {list}.",
                    $"No answer can be given from what is on record: there is a single value, {list}."
                )
                : new(
                    $"Con lo que consta no se puede responder: los valores son {list}, y no se estableció si los de una edición se pueden comparar con los de la anterior.",
                    $"No answer can be given from what is on record: the values are {list}, and whether those of one edition can be compared with those of the edition before was not established."
                );
        }

        var name = widget.In(new Words("Índice de gobierno abierto", "Open government index"));
        // The first edition of all has none before it that it could be compared with.
        var first = editions.Min(edition => edition.Edition);
        var apart = runs.Where(run => run.Count == 1 && run[0].Edition.Edition != first).SelectMany(run => run).ToList();
        return new(
            string.Join(
                ' ',
                went.Select(each =>
                        $"{name}: de {each.First.Value} en {each.First.Year} a {each.Last.Value} en {each.Last.Year}, ediciones que su propia fuente compara."
                    )
                    .Concat(
                        apart.Count == 0 ? []
                        : apart.Count == 1
                            ?
                            [
                                $"El valor de {List(apart)} queda aparte: no se estableció si se puede comparar con el de la edición anterior.",
                            ]
                        :
                        [
                            $"Los valores de {List(apart)} quedan aparte: no se estableció si se pueden comparar con los de la edición anterior.",
                        ]
                    )
            ),
            string.Join(
                ' ',
                went.Select(each =>
                        $"{name}: from {each.First.Value} in {each.First.Year} to {each.Last.Value} in {each.Last.Year}, editions that their own source compares."
                    )
                    .Concat(
                        apart.Count == 0 ? []
                        : apart.Count == 1
                            ?
                            [
                                $"The value of {List(apart)} stands apart: whether it can be compared with that of the edition before was not established.",
                            ]
                        :
                        [
                            $"The values of {List(apart)} stand apart: whether they can be compared with those of the edition before was not established.",
                        ]
                    )
            )
        );

        (string Value, string Year) At((MetricEdition Edition, decimal Value) point) =>
            (Said.Index(point.Value), widget.In(Said.Edition(point.Edition.Edition, point.Edition.FieldworkYear)));

        string List(IEnumerable<(MetricEdition Edition, decimal Value)> points) =>
            Sentence.And(
                widget,
                [
                    .. points
                        .Select(At)
                        .Select(point => widget.In(new Words($"{point.Value} en {point.Year}", $"{point.Value} in {point.Year}"))),
                ]
            );
    }

    /// <summary>Values in the order of their editions, together where a source says that one can be compared with that before.</summary>
    private static List<List<(MetricEdition Edition, decimal Value)>> Runs(
        IEnumerable<MetricEdition> editions,
        IReadOnlyList<MetricValue> values
    )
    {
        List<List<(MetricEdition, decimal)>> runs = [];
        var isJoinable = false;
        foreach (var edition in editions.OrderBy(edition => edition.Edition))
        {
            var value = values.FirstOrDefault(value => value.Edition == edition.Edition);
            if (value is not null)
            {
                if (isJoinable && edition.ComparableWithPrevious is true)
                {
                    runs[^1].Add((edition, value.Value));
                }
                else
                {
                    runs.Add([(edition, value.Value)]);
                }
            }

            isJoinable = value is not null;
        }

        return runs;
    }
}
