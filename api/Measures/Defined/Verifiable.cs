using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>Can what the commitments promise be verified?</summary>
internal sealed class Verifiable : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "verifiable",
                Group = MeasureGroup.Design,
                Position = 180,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = Reckoning.Parts.Of("verifiable") with { IsOfAssessments = true },
                Unit = "commitments",
                Aspect = "verifiable",
                Question = new("¿Se puede verificar lo que prometen los compromisos?", "Can what the commitments promise be verified?"),
                Answer = Words.YesNoUnknown,
                Definition = new(
                    "Sí o no: así lo codificó la evaluación más reciente que no es del gobierno, casi siempre del Mecanismo de "
                        + "Revisión Independiente (MRI) de OGP.",
                    "Yes or no: so coded by the newest assessment that is not the government’s, mostly of OGP’s Independent Reporting Mechanism (IRM)."
                ),
                DoesNotSay = new("No dice si se cumplió.", "It does not say whether it was done."),
                Synonyms = new(["verificable", "específico", "calidad", "vago"], ["verifiable", "specific", "quality", "vague"]),
            },
        ];
}
