using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>For how many commitments is there public evidence?</summary>
internal sealed class WithEvidence : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "with_evidence",
                Group = MeasureGroup.Implementation,
                Position = 260,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = new Reckoning.Parts("has_evidence=true", RowsQuery.None, "has_evidence=false"),
                Unit = "commitments",
                Question = new("¿De cuántos compromisos hay evidencia pública?", "For how many commitments is there public evidence?"),
                Answer = new(
                    "Con evidencia: {yes} de {total}. Sin registro aquí: {unknown}.",
                    "With evidence: {yes} of {total}. No record here: {unknown}."
                ),
                Definition = new(
                    "Sí: aquí consta al menos un medio de verificación publicado.",
                    "Yes: at least one published means of verification is on record here."
                ),
                DoesNotSay = new(
                    "Que no conste evidencia aquí no dice que no la haya. "
                        + "Alguna muestra solo que el compromiso se evaluó, no que se cumplió: su nota lo dice.",
                    "That no evidence is on record here does not say that there is none. "
                        + "Some of it shows only that the commitment was assessed, not that it was fulfilled: its note says so."
                ),
                Synonyms = new(
                    ["evidencia", "medios de verificación", "pruebas", "documentos", "comprobación"],
                    ["evidence", "means of verification", "proof", "documents"]
                ),
            },
        ];
}
