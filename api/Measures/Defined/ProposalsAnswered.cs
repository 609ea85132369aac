namespace OpenGov.Api.Measures.Defined;

/// <summary>Did every proposal receive a reasoned response?</summary>
internal sealed class ProposalsAnswered : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "proposals_answered",
                Group = MeasureGroup.CoCreation,
                Position = 330,
                Of = Population.Proposals,
                Reckoning = Reckoning.Parts.Of("answered", isAlwaysKnown: true),
                Unit = "proposals",
                Question = new("¿Recibió cada propuesta una respuesta razonada?", "Did every proposal receive a reasoned response?"),
                Answer = new("Respondidas: {yes} de {total}. Sin respuesta: {no}.", "Answered: {yes} of {total}. Not answered: {no}."),
                Definition = new("Sí: consta una respuesta en alguno de los idiomas.", "Yes: a response is on record in either language."),
                DoesNotSay = new("No dice si la respuesta fue favorable.", "It does not say whether the response was favourable."),
                Synonyms = new(["propuestas", "respuesta razonada"], ["proposals", "reasoned response"]),
            },
        ];
}
