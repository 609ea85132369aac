namespace OpenGov.Api.Measures.Defined;

/// <summary>How many commitments do the plans state?</summary>
internal sealed class CommitmentsStated : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "commitments_stated",
                Group = MeasureGroup.Coverage,
                Position = 150,
                Of = Population.Plans,
                Reckoning = new Reckoning.Sum("p.commitments_stated"),
                Unit = "commitments",
                Direction = "none",
                Question = new("¿Cuántos compromisos declaran los planes?", "How many commitments do the plans state?"),
                Answer = new("{value} compromisos, de {known} de {total} planes", "{value} commitments, of {known} of {total} plans"),
                Definition = new(
                    "Suma de los compromisos que una fuente cuenta para cada plan; los planes sin esa cifra no suman nada.",
                    "Sum of the commitments that a source counts for each plan; plans without that figure add nothing."
                ),
                DoesNotSay = new(
                    "No es el total de 131 compromisos locales de la presentación, que no los divide por plan.",
                    "It is not the total of 131 local commitments of the presentation, which does not divide them by plan."
                ),
                Synonyms = new(["compromisos declarados"], ["stated commitments"]),
            },
        ];
}
