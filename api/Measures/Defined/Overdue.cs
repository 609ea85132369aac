using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How many commitments are overdue?</summary>
internal sealed class Overdue : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "overdue",
                Group = MeasureGroup.Implementation,
                Position = 240,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = Reckoning.Parts.Of("overdue"),
                Unit = "commitments",
                Direction = "down",
                Question = new("¿Cuántos compromisos están vencidos?", "How many commitments are overdue?"),
                Answer = new(
                    "Vencidos: {yes} de {total}. En plazo o terminados: {no}. Sin registro aquí: {unknown}.",
                    "Overdue: {yes} of {total}. In time or finished: {no}. No record here: {unknown}."
                ),
                Definition = new(
                    "Sí: la fecha límite pasó y el estatus no es completado ni verificado. De una fecha que solo se conoce "
                        + "al mes o al año, cuenta su último día. Sin registro: falta la fecha, o pasó y falta el estatus.",
                    "Yes: the due date has passed and the status is neither completed nor verified. Of a date known to "
                        + "the month or the year its last day counts. No record: the date is missing, or has passed and the "
                        + "status is missing."
                ),
                DoesNotSay = new("No dice por qué.", "It does not say why."),
                Synonyms = new(
                    ["vencidos", "atrasados", "retraso", "atrasos", "a tiempo", "pendientes"],
                    ["overdue", "late", "delayed", "delay", "on time", "behind schedule"]
                ),
            },
        ];
}
