using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How many Local Technical Secretariats are on record here?</summary>
internal sealed class SecretariatsDocumented : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "secretariats",
                Group = MeasureGroup.Participation,
                Position = 80,
                Of = Population.Secretariats,
                Within = Documented.Filter,
                Reckoning = new Reckoning.Count(),
                Unit = "secretariats",
                Levels = ["local"],
                Question = new(
                    "¿Cuántos Secretariados Técnicos Locales constan aquí?",
                    "How many Local Technical Secretariats are on record here?"
                ),
                Answer = new("{value} secretariados", "{value} secretariats"),
                Definition = new(
                    "Secretariados de una fuente distinta de la presentación, o que se concluyen de tal fuente con una nota, hayan "
                        + "sido disueltos o no.",
                    "Secretariats from a source other than the presentation, or concluded from one with a note, whether "
                        + "dissolved or not."
                ),
                DoesNotSay = new("No dice si siguen reuniéndose.", "It does not say whether they still meet."),
                Synonyms = new(["secretariados", "STL"], ["secretariats"]),
            },
        ];
}
