using OpenGov.Api.Commitments;
using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How much progress has been made?</summary>
internal sealed class Progress : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "progress",
                Group = MeasureGroup.Implementation,
                Position = 250,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = new Reckoning.Mean(CommitmentsRepository.Progress, 1),
                Unit = "percent",
                Question = new("¿Cuánto se ha avanzado?", "How much progress has been made?"),
                Answer = new(
                    "Consta el avance de {known} de {total} compromisos: {value} % en promedio",
                    "Progress is on record of {known} of {total} commitments: {value}% on average"
                ),
                Definition = new(
                    "Promedio del avance de los compromisos en que se conoce: 100 si está terminado, si no el promedio de "
                        + "sus hitos según su peso (el que no tiene peso cuenta como 1), si no 0 cuando no se ha iniciado.",
                    "Mean progress of the commitments whose progress is known: 100 when finished, else the mean of its "
                        + "milestones whose progress is known by their weights (one without a weight counts as 1; a finished one is 100, "
                        + "one not started 0), else 0 when not started."
                ),
                DoesNotSay = new(
                    "Los compromisos de los que no consta nada no cuentan ni como 0.",
                    "Commitments of which nothing is on record do not count, not even as 0."
                ),
                Synonyms = new(["avance", "progreso", "porcentaje de avance", "hitos"], ["progress", "percentage", "milestones"]),
            },
        ];
}
