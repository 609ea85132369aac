using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>How many commitments were completed according to an independent assessment?</summary>
internal sealed class Completion : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "completion",
                Group = MeasureGroup.Implementation,
                Position = 230,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = Reckoning.Parts.Coded("completion", "substantial,complete", "withdrawn,unclear,not_started,limited") with
                {
                    IsOfAssessments = true,
                },
                Unit = "commitments",
                Aspect = "completion",
                Question = new(
                    "¿Cuántos compromisos se completaron según una evaluación independiente?",
                    "How many commitments were completed according to an independent assessment?"
                ),
                Answer = new(
                    "Completos o sustanciales: {yes} de {total}. Otro código: {no}. Sin registro aquí: {unknown}.",
                    "Complete or substantial: {yes} of {total}. Another code: {no}. No record here: {unknown}."
                ),
                Definition = new(
                    "Sí: código completo o sustancial. No: limitado, no iniciado, no claro o retirado. Según la "
                        + "evaluación independiente más reciente.",
                    "Yes: coded complete or substantial. No: limited, not started, unclear or withdrawn. By the newest "
                        + "independent assessment."
                ),
                DoesNotSay = new("No dice qué cambió para la gente.", "It does not say what changed for people."),
                Synonyms = new(["completitud", "grado de cumplimiento"], ["completion"]),
            },
        ];
}
