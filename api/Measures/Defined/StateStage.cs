namespace OpenGov.Api.Measures.Defined;

/// <summary>How far has each state gone?</summary>
internal sealed class StateStage : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "state_stage",
                Group = MeasureGroup.Participation,
                Position = 30,
                Of = Population.States,
                Reckoning = new Reckoning.Count(),
                Unit = "states",
                Direction = "none",
                Levels = ["local"],
                Question = new("¿Qué tan lejos ha llegado cada estado?", "How far has each state gone?"),
                Answer = new("{value} entidades", "{value} states"),
                Definition = new(
                    "El paso más lejano que consta: declaración (participa), secretariado instalado, plan, compromisos, "
                        + "resultados (como en «¿De qué estados constan resultados?»). Un plan que solo cuenta la presentación es un paso que consta como declarado; "
                        + "cada entidad nombra los pasos de los que solo ella habla, y los que otra fuente menciona sin título ni fecha.",
                    "The furthest step on record: joined, secretariat installed, plan, commitments, "
                        + "results (as in “For which states are results on record?”). A "
                        + "plan that only the presentation counts is a step that is on record as stated; each state names the "
                        + "steps of which it alone tells, and those that another source mentions without a title or a date."
                ),
                DoesNotSay = new(
                    "Un compromiso terminado no es un resultado. Que no conste un paso no dice que no se dio.",
                    "A finished commitment is not a result. That a step is not on record does not say that it was not taken."
                ),
                Synonyms = new(
                    ["etapa", "avance de los estados", "hasta dónde llegaron"],
                    ["stage", "progress of the states", "how far they got"]
                ),
            },
        ];
}
