using OpenGov.Api.Plans;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How much of what the plans state is on record here?</summary>
internal sealed class Coverage : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "coverage",
                Group = MeasureGroup.Coverage,
                Position = 160,
                Of = Population.Plans,
                Reckoning = new Reckoning.Share(PlansRepository.CommitmentsDocumented, "p.commitments_stated"),
                Unit = "percent",
                Question = new("¿Cuánto de lo que declaran los planes consta aquí?", "How much of what the plans state is on record here?"),
                Answer = new(
                    "{value}% de los compromisos declarados; planes que los declaran: {known}",
                    "{value}% of the commitments stated; plans that state them: {known}"
                ),
                Definition = new(
                    "Compromisos documentados entre compromisos declarados, en por ciento, de los planes cuyos "
                        + "compromisos alguna fuente cuenta.",
                    "Documented commitments over stated commitments, in per cent, of the plans whose commitments a source counts."
                ),
                DoesNotSay = new(
                    "Sin el filtro de nivel suma planes nacionales y locales, que juntos no son un total que alguien declare: las páginas, "
                        + "los distintivos y lo que se inserta dan uno solo. "
                        + "Los planes cuyos compromisos nadie cuenta quedan fuera: entre los locales quedan sobre todo los que se hallaron completos, y el porcentaje es más alto por eso. "
                        + "Su total no es el de la presentación. Más de 100 es que consta más de lo que la fuente cuenta. No mide qué se cumplió.",
                    "Without the filter of the level it pools national and local plans, which together are no total that anybody states: pages, "
                        + "badges and what is embedded give one of them. "
                        + "Plans whose commitments nobody counts are left out: of the local ones mostly those remain that were found whole, "
                        + "and the percentage is the higher for it. Their total is not that of the presentation. More than 100 means that more is on record than the source counts. It does not measure what was done."
                ),
                Synonyms = new(
                    ["cobertura", "qué falta documentar", "lagunas", "sin datos", "porcentaje documentado"],
                    ["coverage", "what is undocumented", "gaps", "missing", "no data", "unknown"]
                ),
            },
        ];
}
