namespace OpenGov.Api.Measures.Defined;

/// <summary>Which states have a documented action plan?</summary>
internal sealed class StatesWithPlan : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "states_with_plan",
                Group = MeasureGroup.Participation,
                Position = 50,
                Of = Population.States,
                Reckoning = new Reckoning.Parts("has_plan=true", RowsQuery.None, "has_plan=false"),
                Unit = "states",
                Levels = ["local"],
                Question = new("¿Qué estados tienen un plan de acción documentado?", "Which states have a documented action plan?"),
                Answer = new(
                    "{yes} de {total} entidades; de {unknown} no hay registro aquí.",
                    "{yes} of {total} states; for {unknown} there is no record here."
                ),
                Definition = new(
                    "Sí: aquí consta al menos un plan de la entidad, de una fuente distinta de la presentación.",
                    "Yes: at least one plan of the state is on record here from a source other than the presentation."
                ),
                DoesNotSay = new("Sin registro aquí no es lo mismo que no tener.", "No record here is not the same as having none."),
                Synonyms = new(["planes de los estados"], ["states with a plan"]),
            },
        ];
}
