namespace OpenGov.Api.Measures.Defined;

/// <summary>Are agreements kept?</summary>
internal sealed class AgreementsFulfilled : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "agreements_fulfilled",
                Group = MeasureGroup.CoCreation,
                Position = 320,
                Of = Population.Agreements,
                Reckoning = Reckoning.Parts.Of("fulfilled"),
                Unit = "agreements",
                Question = new("¿Se cumplieron los acuerdos?", "Were agreements kept?"),
                Answer = new(
                    "Cumplidos: {yes} de {total}. No: {no}. Sin registro aquí: {unknown}.",
                    "Kept: {yes} of {total}. Not: {no}. No record here: {unknown}."
                ),
                Definition = new(
                    "Sí o no: así consta en el acuerdo, haya pasado su fecha o no.",
                    "Yes or no: as the agreement says, whether its date has passed or not."
                ),
                DoesNotSay = new(
                    "La salud de la cocreación juzga solo los acuerdos cuya fecha pasó.",
                    "The health of co-creation judges only agreements whose date has passed."
                ),
                Synonyms = new(["acuerdos"], ["agreements"]),
            },
        ];
}
