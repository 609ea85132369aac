using OpenGov.Api.Metrics;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How open is government by the Open Government Metric?</summary>
internal sealed class MetricScores : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "metric_value",
                Group = MeasureGroup.Openness,
                Position = 360,
                Of = Population.MetricValues,
                Within = MetricValuesRepository.UndisputedFilter,
                Reckoning = new Reckoning.Single("v.value"),
                Needs = ["indicator", "edition"],
                Unit = "index",
                Question = new(
                    "¿Qué tan abierto es el gobierno según la Métrica de Gobierno Abierto?",
                    "How open is government by the Open Government Metric?"
                ),
                Answer = new("{value}", "{value}"),
                Definition = new(
                    "El valor que una edición publica de un indicador para un lugar, de 0 a 1, visto desde el gobierno, "
                        + "desde la ciudadanía o desde ambos. Hay un valor solo donde el grupo tiene uno: por indicador y "
                        + "edición, con un alcance; o por estado, con un indicador y una edición.",
                    "The value that an edition publishes of an indicator for a place, from 0 to 1, as seen from the "
                        + "government, from the citizen, or from both. There is a value only where the group has one: by "
                        + "indicator and edition, with a scope; or by state, with an indicator and an edition."
                ),
                DoesNotSay = new(
                    "No se promedian lugares, indicadores ni ediciones. Las ediciones no siempre se pueden comparar. Los valores en "
                        + "disputa quedan fuera; constan en la lista de valores.",
                    "Places, indicators and editions are not averaged. Editions cannot always be compared. Disputed values are left "
                        + "out; they are in the list of values."
                ),
                Synonyms = new(
                    ["índice de gobierno abierto", "transparencia", "participación", "métrica", "apertura", "ranking"],
                    ["open government index", "transparency", "participation", "metric", "openness", "ranking"]
                ),
            },
        ];
}
