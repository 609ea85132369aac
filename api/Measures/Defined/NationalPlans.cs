using OpenGov.Api.Plans;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How many of the national plans that the presentation counts are on record here?</summary>
internal sealed class NationalPlans : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "national_plans",
                Group = MeasureGroup.Coverage,
                Position = 90,
                Of = Population.Plans,
                Within = $"level=national&in_stated_total=true&{PlansRepository.DocumentedFilter}",
                IsAmongStated = true,
                Reckoning = new Reckoning.Count(),
                Unit = "plans",
                Levels = ["national"],
                Question = new(
                    "¿Cuántos de los planes nacionales que cuenta la presentación constan aquí?",
                    "How many of the national plans that the presentation counts are on record here?"
                ),
                Answer = new("{value} planes", "{value} plans"),
                Definition = new(
                    "Planes nacionales que la presentación cuenta y de los que otra fuente da el título o una fecha.",
                    "National plans that the presentation counts and of which another source gives the title or a date."
                ),
                DoesNotSay = new(
                    "Los planes que la presentación no cuenta no están aquí; «planes documentados» los tiene todos.",
                    "Plans that the presentation does not count are not in it; “documented plans” has them all."
                ),
                Synonyms = new(
                    ["planes nacionales", "cuarto plan", "primer plan", "segundo plan", "tercer plan", "NAP"],
                    ["national plans", "fourth plan", "first plan", "second plan", "third plan", "NAP"]
                ),
            },
        ];
}
