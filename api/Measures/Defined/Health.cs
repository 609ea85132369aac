using OpenGov.Api.Plans;

namespace OpenGov.Api.Measures.Defined;

/// <summary>Each check of co-creation health, over plans.</summary>
internal sealed class Health : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        HealthCheck.All.Select(
            (check, place) =>
                new Measure
                {
                    Key = check.Name,
                    Group = MeasureGroup.CoCreation,
                    Position = 1000 + place,
                    Of = Population.Plans,
                    Reckoning = Reckoning.Parts.Of(check.Name),
                    Unit = "plans",
                    Question = new(check.QuestionEs, check.QuestionEn),
                    Answer = new(
                        "Sí en {yes} de {total} planes, no en {no}. Sin registro aquí: {unknown}.",
                        "Yes in {yes} of {total} plans, no in {no}. No record here: {unknown}."
                    ),
                    Definition = new($"Por plan. {check.RuleEs}", $"By plan. {check.RuleEn}"),
                    DoesNotSay = new(
                        "De un plan del que no consta nada no se dice que no cumple.",
                        "A plan of which nothing is on record is not said to fall short."
                    ),
                    Synonyms = new(["salud de la cocreación"], ["co-creation health"]),
                }
        );
}
