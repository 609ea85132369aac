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
                    "¿Cuántos compromisos se completaron, y quién lo dice?",
                    "How many commitments were completed, and who says so?"
                ),
                Answer = new(
                    "Completos o sustanciales: {yes} de {total}. Con otro código (limitado, no iniciado, no claro, retirado): {no}. Sin registro aquí: {unknown}.",
                    "Complete or substantial: {yes} of {total}. With another code (limited, not started, unclear, withdrawn): {no}. No record here: {unknown}."
                ),
                Definition = new(
                    "Sí: código completo o sustancial. No: limitado, no iniciado, no claro o retirado. Según la "
                        + "evaluación más reciente que no es del gobierno; lo que una voz dice de un plan en conjunto lleva su nombre. "
                        + "En OGP Local evalúa un ente de monitoreo que forma el propio miembro; no es el MRI.",
                    "Yes: coded complete or substantial. No: limited, not started, unclear or withdrawn. By the newest "
                        + "assessment that is not the government's; what a voice says of a plan as a whole carries its name. "
                        + "In OGP Local a monitoring body assesses that the member itself sets up; it is not the IRM."
                ),
                DoesNotSay = new("No dice qué cambió para la gente.", "It does not say what changed for people."),
                BesideVoices = new(
                    "La cifra de una voz cuenta lo que dicen sus palabras. Lo codificado aquí cuenta los compromisos que una evaluación que "
                        + "no es la del gobierno codificó como completos o sustanciales. Son cuentas distintas: no tienen que ser los mismos "
                        + "compromisos.",
                    "A voice’s figure counts what its words say. What is coded here counts the commitments that an assessment other than the "
                        + "government’s coded as complete or substantial. They are different counts: they need not be the same commitments."
                ),
                Synonyms = new(
                    ["completitud", "grado de cumplimiento", "completados", "IRM", "MRI", "evaluación independiente"],
                    ["completion", "completed", "IRM", "independent assessment"]
                ),
            },
        ];
}
