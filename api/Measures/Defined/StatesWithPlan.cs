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
                    "Sí: una fuente distinta de la presentación da el título o una fecha de al menos un plan de la entidad o de uno de "
                        + "sus municipios.",
                    "Yes: a source other than the presentation gives the title or a date of at least one plan of the state or of "
                        + "one of its municipalities."
                ),
                DoesNotSay = new("Sin registro aquí no es lo mismo que no tener.", "No record here is not the same as having none."),
                Synonyms = new(["planes de los estados"], ["states with a plan"]),
            },
        ];
}
