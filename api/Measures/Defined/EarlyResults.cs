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
                    "Codificados aquí: {yes} sí y {no} no, de {total}. Sin registro aquí: {unknown}.",
                    "Coded here: {yes} yes and {no} no, of {total}. No record here: {unknown}."
                ),
                Definition = new(
                    "Sí: la evaluación más reciente que no es del gobierno codificó que el gobierno es más abierto (marginal, "
                        + "mayor o sobresaliente; desde 2021 moderado o significativo). No: que no cambió, empeoró o aún no hay "
                        + "resultados.",
                    "Yes: the newest assessment that is not the government’s coded that government is more open (marginal, major or "
                        + "outstanding; since 2021 moderate or significant). No: that it did not change, got worse, or has no "
                        + "results yet."
                ),
                DoesNotSay = new(
                    "Mide si el gobierno se abrió, no si mejoró la vida de la gente. Lo que una voz dice del plan en "
                        + "conjunto es otra fila, con sus palabras: una cuenta cualquier resultado y otra solo los significativos.",
                    "It measures whether government opened, not whether people’s lives got better. What a voice says of "
                        + "the plan as a whole is another row, in its words: one counts any result, another only significant ones."
                ),
                Synonyms = new(
                    ["resultados tempranos", "impacto", "qué cambió", "logros", "éxito", "IRM", "MRI"],
                    ["early results", "impact", "what changed", "did it open government", "outcomes", "achievements", "success", "IRM"]
                ),
            },
        ];
}
