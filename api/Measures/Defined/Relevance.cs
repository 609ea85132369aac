using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>Are the commitments relevant to OGP values?</summary>
internal sealed class Relevance : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "relevance",
                Group = MeasureGroup.Design,
                Position = 190,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = Reckoning.Parts.Of("relevant") with { IsOfAssessments = true },
                Unit = "commitments",
                Aspect = "relevance",
                Question = new("¿Son los compromisos relevantes para los valores de OGP?", "Are the commitments relevant to OGP values?"),
                Answer = Words.YesNoUnknown,
                Definition = new(
                    "Sí o no: así lo codificó la evaluación más reciente que no es del gobierno.",
                    "Yes or no: so coded by the newest assessment that is not the government’s."
                ),
                DoesNotSay = new(
                    "No dice si el compromiso era ambicioso ni si se cumplió.",
                    "It does not say whether the commitment was ambitious or was done."
                ),
                Synonyms = new(["relevancia", "valores de OGP"], ["relevance", "OGP values"]),
            },
        ];
}
