namespace OpenGov.Api.Measures.Defined;

/// <summary>For which states are results on record?</summary>
internal sealed class StatesWithResults : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "states_with_results",
                Group = MeasureGroup.Participation,
                Position = 70,
                Of = Population.States,
                Reckoning = new Reckoning.Parts("has_results=true", RowsQuery.None, "has_results=false"),
                Unit = "states",
                Levels = ["local"],
                Question = new("¿De qué estados constan resultados?", "For which states are results on record?"),
                Answer = new(
                    "{yes} de {total} entidades; de {unknown} no hay registro aquí.",
                    "{yes} of {total} states; for {unknown} there is no record here."
                ),
                Definition = new(
                    "Sí: un compromiso de la entidad tiene resultados tempranos codificados que dicen que algo cambió, o "
                        + "un indicador de lo que cambió para las personas con un valor observado que no sea de antes del plan, aunque solo lo dé la presentación; se marca "
                        + "cuando es así. Un número de lo que se hizo, visitó o terminó es un producto, no un resultado.",
                    "Yes: a commitment of the state has coded early results that say that something changed, or an "
                        + "indicator of what changed for people with an observed value that is not from before the plan, even where only the presentation gives it; it is "
                        + "marked where that is so. A number of what was made, visited or finished is an output, and no result."
                ),
                DoesNotSay = new("Sin registro aquí no es lo mismo que no tener.", "No record here is not the same as having none."),
                Synonyms = new(["resultados de los estados"], ["states with results"]),
            },
        ];
}
