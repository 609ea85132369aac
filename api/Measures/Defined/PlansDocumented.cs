using OpenGov.Api.Plans;

namespace OpenGov.Api.Measures.Defined;

/// <summary>Of how many action plans is the title or a date on record here?</summary>
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
                Within = PlansRepository.DocumentedFilter,
                Reckoning = new Reckoning.Count(),
                Unit = "plans",
                Question = new(
                    "¿De cuántos planes de acción consta aquí el título o una fecha?",
                    "Of how many action plans is the title or a date on record here?"
                ),
                Answer = new("{value} planes", "{value} plans"),
                Definition = new(
                    "Planes de los que una fuente distinta de la presentación da el título o una fecha, nacionales, estatales y "
                        + "municipales, los cuente la presentación o no.",
                    "Plans of which a source other than the presentation gives the title or a date, national, of a state and "
                        + "municipal, whether the presentation counts them or not."
                ),
                DoesNotSay = new("No dice cuántos planes hubo.", "It does not say how many plans there were."),
                Synonyms = new(["planes de acción", "planes documentados"], ["action plans", "documented plans"]),
            },
        ];
}
