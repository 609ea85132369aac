namespace OpenGov.Api.Measures.Defined;

/// <summary>How many plans does the presentation state for each state?</summary>
internal sealed class PlansStated : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "plans_stated",
                Group = MeasureGroup.Coverage,
                Position = 120,
                Of = Population.States,
                Reckoning = new Reckoning.Sum("s.plans_stated"),
                Unit = "plans",
                StatedBy = "presentation",
                Levels = ["local"],
                Question = new(
                    "¿Cuántos planes declara la presentación para cada estado?",
                    "How many plans does the presentation state for each state?"
                ),
                Answer = new("{value} planes", "{value} plans"),
                Definition = new(
                    "Planes locales que la presentación del INAI cuenta para la entidad.",
                    "Local plans that the INAI presentation counts for the state."
                ),
                DoesNotSay = new(
                    "No dice que consten aquí; un plan que solo se declara no se puede leer.",
                    "It does not say that they are on record here; a plan that is only stated cannot be read."
                ),
                Synonyms = new(["planes declarados"], ["stated plans"]),
            },
        ];
}
