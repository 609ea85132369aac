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
                    "Sí: aquí consta al menos un medio de verificación publicado. Una ficha de OGP, una revisión o un informe que califica el "
                        + "compromiso muestra que se evaluó, no que se cumplió, y no cuenta.",
                    "Yes: at least one published means of verification is on record here. A listing of OGP, a review or a report that rates the "
                        + "commitment shows that it was assessed, not that it was fulfilled, and does not count."
                ),
                DoesNotSay = new(
                    "Que no conste evidencia aquí no dice que no la haya.",
                    "That no evidence is on record here does not say that there is none."
                ),
                Synonyms = new(
                    ["evidencia", "medios de verificación", "pruebas", "documentos", "comprobación"],
                    ["evidence", "means of verification", "proof", "documents"]
                ),
            },
        ];
}
