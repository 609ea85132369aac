using OpenGov.Api.Commitments;
using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>Were the commitments complied with, and who says so?</summary>
internal sealed class Compliance : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "compliance",
                Group = MeasureGroup.Implementation,
                Position = 220,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = Reckoning.Parts.Coded("status", CommitmentCodes.Finished, "not_started,in_progress"),
                Unit = "commitments",
                Aspect = "compliance",
                Question = new("¿Se cumplieron los compromisos, y quién lo dice?", "Were the commitments complied with, and who says so?"),
                Answer = new(
                    "Cumplidos según su estatus: {yes} de {total}. No: {no}. Sin registro aquí: {unknown}.",
                    "Complied with, by their own status: {yes} of {total}. Not: {no}. No record here: {unknown}."
                ),
                Definition = new(
                    "Lo que el gobierno u otra voz reporta del plan en conjunto, junto a los compromisos cuyo "
                        + "estatus consta aquí como completado o verificado (no: no iniciado o en proceso; sin registro: sin estatus).",
                    "What the government or another voice reports of the plan as a whole, beside the commitments whose "
                        + "status is on record here as completed or verified (no: not started or in progress; unknown: no status on record)."
                ),
                DoesNotSay = new(
                    "Cumplimiento no es impacto: «100% de cumplimiento» no dice qué cambió. Una voz puede hablar de avance, "
                        + "y no de compromisos cumplidos: sus palabras lo dicen.",
                    "Compliance is not impact: “100% compliance” does not say what changed. A voice may speak of progress, not of "
                        + "commitments complied with: its words say so."
                ),
                BesideVoices = new(
                    "La cifra de una voz cuenta lo que dicen sus palabras: avance o compromisos cumplidos. Las de dos planes no se comparan.",
                    "A voice’s figure counts what its words say: progress, or commitments complied with. Those of two plans do not compare."
                ),
                Synonyms = new(
                    ["cumplimiento", "cumplidos", "100%", "se cumplió", "incumplidos", "no cumplidos", "INAI", "gobierno dice"],
                    ["compliance", "100%", "complied", "kept promises", "government says"]
                ),
            },
        ];
}
