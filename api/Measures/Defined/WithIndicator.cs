using OpenGov.Api.Records;

namespace OpenGov.Api.Measures.Defined;

/// <summary>For how many commitments was impact measured?</summary>
internal sealed class WithIndicator : IMeasureDefinition
{
    public IEnumerable<Measure> Measures =>
        [
            new()
            {
                Key = "with_indicator",
                Group = MeasureGroup.Results,
                Position = 280,
                Of = Population.Commitments,
                Within = Documented.Filter,
                Reckoning = new Reckoning.Parts("has_indicators=true", RowsQuery.None, "has_indicators=false"),
                Unit = "commitments",
                Question = new("¿De cuántos compromisos se midió el impacto?", "For how many commitments was impact measured?"),
                Answer = new(
                    "Con indicador observado: {yes} de {total}. Sin registro aquí: {unknown}.",
                    "With an observed indicator: {yes} of {total}. No record here: {unknown}."
                ),
                Definition = new(
                    "Sí: consta un indicador de lo que cambió para las personas, con al menos un valor observado que no sea de antes del plan. Un número de lo que se hizo, "
                        + "visitó o terminó es un producto y no cuenta.",
                    "Yes: an indicator of what changed for people, with at least one observed value that is not from before the plan, is on record. A number of what was made, "
                        + "visited or finished is an output and does not count."
                ),
                DoesNotSay = new(
                    "Un valor observado no dice que mejoró, ni que fue por el compromiso.",
                    "An observed value does not say that it got better, nor that the commitment is why."
                ),
                Synonyms = new(["indicador", "impacto medido"], ["indicator", "measured impact"]),
            },
        ];
}
