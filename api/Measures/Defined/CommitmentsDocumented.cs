using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How many commitments are on record here?</summary>
internal sealed class CommitmentsDocumented : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "commitments_documented",
                Group = MeasureGroup.Coverage,
                Position = 140,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = new Reckoning.Count(),
                Unit = "commitments",
                Question = new("¿Cuántos compromisos constan aquí?", "How many commitments are on record here?"),
                Answer = new("{value} compromisos", "{value} commitments"),
                Definition = new(
                    "Compromisos de una fuente distinta de la presentación, o que se concluyen de tal fuente con una nota, nacionales, estatales y "
                        + "municipales.",
                    "Commitments from a source other than the presentation, or concluded from one with a note, national, of a state and "
                        + "municipal."
                ),
                DoesNotSay = new(
                    "No dice cuántos compromisos hubo: cero es que no se halló ninguno, no que no los haya. La lista de compromisos puede tener "
                        + "más: también los que solo dice la presentación o están en disputa, que ninguna cifra cuenta.",
                    "It does not say how many commitments there were: zero means that none was found, not that there are none. The list of "
                        + "commitments can have more: also those that only the presentation gives or that are disputed, which no figure counts."
                ),
                Synonyms = new(
                    ["compromisos documentados", "cuántos compromisos", "ODS", "municipios", "promesas"],
                    ["documented commitments", "how many commitments", "SDG", "municipalities", "promises"]
                ),
            },
        ];
}
