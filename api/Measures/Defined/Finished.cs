using OpenGov.Api.Commitments;
using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How many commitments are reported as finished?</summary>
internal sealed class Finished : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "finished",
                Group = MeasureGroup.Implementation,
                Position = 210,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = Reckoning.Parts.Coded("status", CommitmentCodes.Finished, "not_started,in_progress"),
                Unit = "commitments",
                Question = new("¿Cuántos compromisos se reportan terminados?", "How many commitments are reported as finished?"),
                Answer = new(
                    "Terminados: {yes} de {total}. Sin terminar: {no}. Sin registro aquí: {unknown}.",
                    "Finished: {yes} of {total}. Not finished: {no}. No record here: {unknown}."
                ),
                NothingKnown = new(
                    "De {unknown} de {total} no hay registro aquí de su estatus.",
                    "For {unknown} of {total} there is no record here of their status."
                ),
                Definition = new(
                    "Sí: su estatus reportado es completado, o verificado por alguien más. No: no iniciado o en "
                        + "proceso. Lo que se dice de un plan en conjunto no cuenta aquí: está en «¿Se cumplieron los compromisos, y quién lo dice?».",
                    "Yes: its reported status is completed, or verified by somebody else. No: not started "
                        + "or in progress. What is said of a plan as a whole does not count here: it stands under “Were the commitments complied with, and who says so?”."
                ),
                DoesNotSay = new(
                    "Es lo que reporta quien lo implementa, salvo los verificados; una evaluación que lo da por completo "
                        + "cuenta en «¿Cuántos compromisos se completaron, y quién lo dice?», no aquí. "
                        + "Terminar no es cambiar algo.",
                    "It is what those who implement report, except for the verified ones; an assessment that calls it complete "
                        + "counts under “How many commitments were completed, and who says so?”, not here. "
                        + "To finish is not to change something."
                ),
                Synonyms = new(
                    [
                        "terminados",
                        "completados",
                        "finalizados",
                        "se cumplió",
                        "concluidos",
                        "sin terminar",
                        "incumplidos",
                        "verificado",
                        "promesas",
                    ],
                    ["finished", "completed", "done", "unfinished", "verified", "delivered", "promises", "failed"]
                ),
            },
        ];
}
