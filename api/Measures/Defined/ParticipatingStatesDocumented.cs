using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>For how many of the states that joined is there a source beyond the presentation?</summary>
internal sealed class ParticipatingStatesDocumented : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "participating_states_documented",
                Group = MeasureGroup.Participation,
                Position = 20,
                Of = Population.States,
                Within = $"participates=true&participation_{Documented.Filter}",
                IsAmongStated = true,
                Reckoning = new Reckoning.Count(),
                Unit = "states",
                Levels = ["local"],
                Question = new(
                    "¿De cuántos estados que se sumaron hay una fuente además de la presentación?",
                    "For how many of the states that joined is there a source beyond the presentation?"
                ),
                Answer = new("{value} entidades", "{value} states"),
                Definition = new(
                    "Entidades que participan, según una fuente pública distinta de la presentación del INAI, o porque "
                        + "se concluye de tal fuente, con una nota que lo dice.",
                    "States that take part according to a public source other than the INAI presentation, or concluded "
                        + "from one with a note."
                ),
                DoesNotSay = new(
                    "La diferencia con los estados que participan no dice que los demás no participen: solo la "
                        + "presentación lo afirma.",
                    "The gap to the states that take part does not say that the others do not: only the presentation states it."
                ),
                Synonyms = new(["estados participantes documentados"], ["documented participating states"]),
            },
        ];
}
