namespace OpenGov.Api.Measures.Defined;

/// <summary>How many people were trained?</summary>
internal sealed class PeopleTrained : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "people_trained",
                Group = MeasureGroup.CoCreation,
                Position = 340,
                Of = Population.Trainings,
                Reckoning = new Reckoning.Sum("r.people_trained"),
                Unit = "people",
                Direction = "none",
                Question = new("¿Cuántas personas se capacitaron?", "How many people were trained?"),
                Answer = new("{value} personas", "{value} people"),
                Definition = new(
                    "Suma de las personas que las fuentes cuentan en cada programa de capacitación; solo totales.",
                    "Sum of the people that the sources count in each training programme; totals only."
                ),
                DoesNotSay = new("No dice qué hicieron después.", "It does not say what they did afterwards."),
                Synonyms = new(
                    ["capacitación", "agentes de cambio", "capacitados", "personas capacitadas"],
                    ["training", "agents of change", "people trained", "trained"]
                ),
            },
        ];
}
