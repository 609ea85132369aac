using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>Which secretariats have published rules?</summary>
internal sealed class SecretariatsWithRules : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "secretariats_with_rules",
                Group = MeasureGroup.CoCreation,
                Position = 304,
                Of = Population.Secretariats,
                Within = Documented.Filter,
                Reckoning = new Reckoning.Parts("has_rules_document=true", RowsQuery.None, "has_rules_document=false"),
                Unit = "secretariats",
                Levels = ["local"],
                Question = new("¿De qué secretariados constan reglas publicadas?", "Of which secretariats are published rules on record?"),
                Answer = new(
                    "{yes} de {total}; de {unknown} no hay registro aquí.",
                    "{yes} of {total}; for {unknown} there is no record here."
                ),
                Definition = new(
                    "Sí: consta la dirección de un documento publicado con sus reglas.",
                    "Yes: the address of a published document with its rules is on record."
                ),
                DoesNotSay = new("Sin registro aquí no es lo mismo que no tener.", "No record here is not the same as having none."),
                Synonyms = new(["reglas", "reglamento", "lineamientos"], ["rules", "terms of reference"]),
            },
        ];
}
