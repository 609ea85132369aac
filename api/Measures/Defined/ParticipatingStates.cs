namespace OpenGov.Api.Measures.Defined;

/// <summary>Which states take part in the local initiative?</summary>
internal sealed class ParticipatingStates : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "participating_states",
                Group = MeasureGroup.Participation,
                Position = 10,
                Of = Population.States,
                Reckoning = Reckoning.Parts.Of("participates"),
                Unit = "states",
                Levels = ["local"],
                Question = new("¿Qué estados se sumaron a la iniciativa local?", "Which states joined the local initiative?"),
                Answer = new(
                    "Se sumaron {yes} de {total} entidades; {no} no. Sin registro aquí: {unknown}.",
                    "{yes} of {total} states joined; {no} did not. No record here: {unknown}."
                ),
                Definition = new(
                    "Sí: una fuente dice que la entidad se sumó a «Gobierno Abierto: Cocreación desde lo Local», "
                        + "también cuando solo lo dice la presentación del INAI. No: una fuente la deja fuera.",
                    "Yes: a source says that the state joined “Open Government: Co-creation from the Local”, also "
                        + "when only the INAI presentation says so. No: a source leaves it out."
                ),
                DoesNotSay = new(
                    "No dice qué ha hecho el estado desde que se sumó, ni si sigue participando hoy. La presentación no tiene fecha; es de hacia 2020.",
                    "It does not say what the state has done since it joined, nor whether it still takes part today. The presentation is undated; it is of about 2020."
                ),
                Synonyms = new(
                    ["estados participantes", "qué estados participan", "quién participa", "iniciativa local"],
                    ["participating states", "which states take part", "who takes part", "local initiative"]
                ),
            },
        ];
}
