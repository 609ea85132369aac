using OpenGov.Api.Commitments;
using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>Did the commitments change anything?</summary>
internal sealed class EarlyResults : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "early_results",
                Group = MeasureGroup.Results,
                Position = 270,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = Reckoning.Parts.Coded(
                    "early_results",
                    CommitmentCodes.OpenedGovernment,
                    "worsens,did_not_change,no_early_results_yet,no_notable_results"
                ) with
                {
                    IsOfAssessments = true,
                },
                Unit = "commitments",
                Aspect = "early_results",
                Question = new("¿Cambiaron algo los compromisos?", "Did the commitments change anything?"),
                Answer = new(
                    "Codificados aquí: {yes} sí y {no} aún no, de {total}. Sin registro aquí: {unknown}.",
                    "Coded here: {yes} yes and {no} not yet, of {total}. No record here: {unknown}."
                ),
                Definition = new(
                    "Sí: la evaluación más reciente que no es del gobierno codificó que el gobierno es más abierto (marginal, "
                        + "mayor o sobresaliente; desde 2021 moderado o significativo). Aún no: cuando se evaluó no había resultados "
                        + "que reportar, no había cambiado o había empeorado.",
                    "Yes: the newest assessment that is not the government’s coded that government is more open (marginal, major or "
                        + "outstanding; since 2021 moderate or significant). Not yet: when it was assessed there were no results to "
                        + "report, it had not changed, or it had got worse."
                ),
                DoesNotSay = new(
                    "Mide si el gobierno se abrió, no si mejoró la vida de la gente. Lo que una voz dice del plan en "
                        + "conjunto es otra fila, con sus palabras: una cuenta cualquier resultado y otra solo los significativos.",
                    "It measures whether government opened, not whether people’s lives got better. What a voice says of "
                        + "the plan as a whole is another row, in its words: one counts any result, another only significant ones."
                ),
                No = new("Aún no", "Not yet"),
                BesideVoices = new(
                    "La cifra de una voz cuenta lo que dicen sus palabras. Lo codificado aquí cuenta los compromisos con código de marginal en adelante. Son cuentas "
                        + "distintas: no tienen que ser los mismos compromisos, y las cifras de dos planes no se comparan.",
                    "A voice’s figure counts what its words say. What is coded here counts the commitments coded as marginal or more. They are different "
                        + "counts: they need not be the same commitments, and the figures of two plans do not compare."
                ),
                Synonyms = new(
                    ["resultados tempranos", "impacto", "qué cambió", "logros", "éxito", "IRM", "MRI"],
                    ["early results", "impact", "what changed", "did it open government", "outcomes", "achievements", "success", "IRM"]
                ),
            },
        ];
}
