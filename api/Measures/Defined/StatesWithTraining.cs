namespace OpenGov.Api.Measures.Defined;

/// <summary>How many states did the training reach?</summary>
internal sealed class StatesWithTraining : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "states_with_training",
                Group = MeasureGroup.CoCreation,
                Position = 350,
                Of = Population.Trainings,
                Reckoning = new Reckoning.Sum("r.states_reached"),
                Unit = "states",
                Direction = "none",
                Question = new("¿A cuántos estados llegó la capacitación?", "How many states did the training reach?"),
                Answer = new("{value} entidades", "{value} states"),
                Definition = new(
                    "Entidades que las fuentes cuentan en cada programa de capacitación; de varios programas se suman.",
                    "States that the sources count in each training programme; of several programmes they are added."
                ),
                DoesNotSay = new("No dice cuáles.", "It does not say which."),
                Synonyms = new(["estados con capacitación"], ["states with training"]),
            },
        ];
}
