using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>Were the commitments ambitious?</summary>
internal sealed class Ambition : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "ambition",
                Group = MeasureGroup.Design,
                Position = 200,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = Reckoning.Parts.Coded(
                    "ambition",
                    "moderate,transformative,high,substantial",
                    "none,minor,low,unclear,modest"
                ) with
                {
                    IsOfAssessments = true,
                },
                Unit = "commitments",
                Aspect = "ambition",
                Question = new("¿Eran ambiciosos los compromisos?", "Were the commitments ambitious?"),
                Answer = Words.YesNoUnknown,
                Definition = new(
                    "Sí: código moderado o transformador (impacto potencial), alto (ambición) o sustancial (potencial de "
                        + "resultados desde 2021). No: cualquier otro código. Según la evaluación más reciente que no es del gobierno.",
                    "Yes: coded moderate or transformative (potential impact), high (ambition), or substantial (potential "
                        + "for results since 2021). No: any other code. By the newest assessment that is not the government’s."
                ),
                DoesNotSay = new(
                    "Las tres escalas no son la misma; la lista da el código de cada compromiso. La ambición es de lo "
                        + "prometido, no de lo hecho.",
                    "The three scales are not the same; the list gives the code of each commitment. Ambition is of what "
                        + "was promised, not of what was done."
                ),
                Synonyms = new(["ambición", "impacto potencial"], ["ambition", "potential impact", "potential for results"]),
            },
        ];
}
