using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How many action plans are on record here?</summary>
internal sealed class PlansDocumented : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "plans_documented",
                Group = MeasureGroup.Coverage,
                Position = 110,
                Of = Population.Plans,
                Within = Documented.Filter,
                Reckoning = new Reckoning.Count(),
                Unit = "plans",
                Question = new("¿Cuántos planes de acción constan aquí?", "How many action plans are on record here?"),
                Answer = new("{value} planes", "{value} plans"),
                Definition = new(
                    "Planes de una fuente distinta de la presentación, o concluidos de ella con una nota, nacionales y "
                        + "locales, los cuente la presentación o no.",
                    "Plans from a source other than the presentation, or concluded from one with a note, national and "
                        + "local, whether the presentation counts them or not."
                ),
                DoesNotSay = new("No dice cuántos planes hubo.", "It does not say how many plans there were."),
                Synonyms = new(["planes de acción", "planes documentados"], ["action plans", "documented plans"]),
            },
        ];
}
