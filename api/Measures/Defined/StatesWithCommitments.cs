namespace OpenGov.Api.Measures.Defined;

/// <summary>Which states have documented commitments?</summary>
internal sealed class StatesWithCommitments : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "states_with_commitments",
                Group = MeasureGroup.Participation,
                Position = 60,
                Of = Population.States,
                Reckoning = new Reckoning.Parts("has_commitments=true", RowsQuery.None, "has_commitments=false"),
                Unit = "states",
                Levels = ["local"],
                Question = new("¿Qué estados tienen compromisos documentados?", "Which states have documented commitments?"),
                Answer = new(
                    "{yes} de {total} entidades; de {unknown} no hay registro aquí.",
                    "{yes} of {total} states; for {unknown} there is no record here."
                ),
                Definition = new(
                    "Sí: aquí consta al menos un compromiso de la entidad, de una fuente distinta de la presentación.",
                    "Yes: at least one commitment of the state is on record here from a source other than the presentation."
                ),
                DoesNotSay = new("Sin registro aquí no es lo mismo que no tener.", "No record here is not the same as having none."),
                Synonyms = new(["compromisos de los estados"], ["states with commitments"]),
            },
        ];
}
