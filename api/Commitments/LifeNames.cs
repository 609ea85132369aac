using System.Collections.Frozen;

namespace OpenGov.Api.Commitments;

/// <summary>What the steps in the life of a commitment are called, and what they need.</summary>
internal static class LifeNames
{
    /// <summary>The steps, by code.</summary>
    public static FrozenDictionary<string, (string Es, string En)> Steps { get; } =
        new Dictionary<string, (string, string)>
        {
            ["proposal"] = ("Propuesta", "Proposal"),
            ["discussion"] = ("Diálogo", "Discussion"),
            ["draft"] = ("Borrador", "Draft"),
            ["adopted"] = ("Adoptado en un plan", "Adopted in a plan"),
            ["implementation"] = ("Implementación", "Implementation"),
            ["completed"] = ("Completo", "Completed"),
            ["verified"] = ("Verificado", "Verified"),
            ["impact_observed"] = ("Cambio observado con un indicador", "Impact observed by an indicator"),
        }.ToFrozenDictionary();

    /// <summary>What they need, by code.</summary>
    public static FrozenDictionary<string, (string Es, string En)> Needs { get; } =
        new Dictionary<string, (string, string)>
        {
            ["public_evidence"] = ("evidencia pública de que se cumplió", "public evidence that it was done"),
            ["answered_proposals"] = (
                "una respuesta razonada a cada propuesta que se hizo al plan",
                "a reasoned response to each proposal that was made to the plan"
            ),
            ["completed"] = ("que se haya completado", "that it is completed"),
            ["another_organization"] = (
                "otra organización que las que lo encabezan, lo apoyan o lo dieron por completo",
                "another organisation than those that lead it, support it or said that it is completed"
            ),
            ["outcome_indicator"] = ("un indicador de lo que cambia para las personas", "an indicator of what changes for people"),
            ["observed_value"] = ("un valor observado de él, no de antes del plan", "an observed value of it, not from before the plan"),
        }.ToFrozenDictionary();
}
