using OpenGov.Api.Plans;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How many of the local plans that the presentation counts are on record here?</summary>
internal sealed class LocalPlans : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "local_plans",
                Group = MeasureGroup.Coverage,
                Position = 100,
                Of = Population.Plans,
                Within = $"level=local&in_stated_total=true&{PlansRepository.DocumentedFilter}",
                IsAmongStated = true,
                Reckoning = new Reckoning.Count(),
                Unit = "plans",
                Levels = ["local"],
                Question = new(
                    "¿Cuántos de los planes locales que cuenta la presentación constan aquí?",
                    "How many of the local plans that the presentation counts are on record here?"
                ),
                Answer = new("{value} planes", "{value} plans"),
                Definition = new(
                    "Planes locales que la presentación cuenta y de los que otra fuente da el título o una fecha.",
                    "Local plans that the presentation counts and of which another source gives the title or a date."
                ),
                DoesNotSay = new(
                    "Los planes que la presentación no cuenta, entre ellos los municipales y los de OGP Local posteriores a la presentación, no están aquí; "
                        + "«planes documentados» los tiene todos.",
                    "Plans that the presentation does not count, among them the municipal ones and those of OGP Local after the presentation, are not in it; "
                        + "“documented plans” has them all."
                ),
                Synonyms = new(["planes locales", "municipios"], ["local plans", "municipal plans"]),
            },
        ];
}
