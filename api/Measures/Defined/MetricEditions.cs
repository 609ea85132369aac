using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How many editions of the Open Government Metric are on record here?</summary>
internal sealed class MetricEditions : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "metric_editions",
                Group = MeasureGroup.Coverage,
                Position = 170,
                Of = Population.Editions,
                Within = Documented.Filter,
                Reckoning = new Reckoning.Count(),
                Unit = "editions",
                Direction = "none",
                Question = new(
                    "¿Cuántas ediciones de la Métrica de Gobierno Abierto constan aquí?",
                    "How many editions of the Open Government Metric are on record here?"
                ),
                Answer = new("{value} ediciones", "{value} editions"),
                Definition = new(
                    "Ediciones de una fuente distinta de la presentación.",
                    "Editions from a source other than the presentation."
                ),
                DoesNotSay = new(
                    "Las ediciones no siempre se pueden comparar: cada una dice con cuál.",
                    "Editions cannot always be compared: each one says with which it can."
                ),
                Synonyms = new(["ediciones de la métrica"], ["editions of the metric"]),
            },
        ];
}
