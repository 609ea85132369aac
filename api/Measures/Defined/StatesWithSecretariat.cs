namespace OpenGov.Api.Measures.Defined;

/// <summary>Which states installed a Local Technical Secretariat?</summary>
internal sealed class StatesWithSecretariat : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "states_with_secretariat",
                Group = MeasureGroup.Participation,
                Position = 40,
                Of = Population.States,
                Reckoning = new Reckoning.Parts("has_secretariat=true", RowsQuery.None, "has_secretariat=false"),
                Unit = "states",
                Levels = ["local"],
                Question = new(
                    "¿Qué estados instalaron un Secretariado Técnico Local?",
                    "Which states installed a Local Technical Secretariat?"
                ),
                Answer = new(
                    "{yes} de {total} entidades; de {unknown} no hay registro aquí.",
                    "{yes} of {total} states; for {unknown} there is no record here."
                ),
                Definition = new(
                    "Sí: aquí consta un secretariado instalado de la entidad.",
                    "Yes: an installed secretariat of the state is on record here."
                ),
                DoesNotSay = new("Sin registro aquí no es lo mismo que no tener.", "No record here is not the same as having none."),
                Synonyms = new(["secretariado técnico local", "STL"], ["local technical secretariat"]),
            },
        ];
}
