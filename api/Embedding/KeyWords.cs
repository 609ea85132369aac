using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>The words of the keys by which measures are grouped and narrowed, and of groups that have no value under one.</summary>
internal static class KeyWords
{
    /// <summary>
    /// Whether a value of a filter asks for what has no record here (<c>filters.ts</c>): the <c>false</c> of a flag of what is on record
    /// is that nothing is, and never that there is none.
    /// </summary>
    public static bool IsAbsence(string filter, string code) =>
        code == "false" && filter is ("has_evidence" or "has_indicators" or "has_secretariat");

    /// <summary>What is of no state.</summary>
    public static readonly Words National = new("Nacional", "National");

    private static readonly Dictionary<string, Words> Names = new()
    {
        ["state"] = Said.State,
        ["stage"] = new("Etapa", "Stage"),
        ["status"] = Said.Status,
        ["level"] = new("Nivel", "Level"),
        ["plan"] = Said.Plan,
        ["year"] = new("Año", "Year"),
        ["completion"] = new("Cumplimiento, evaluado", "Completion, as assessed"),
        ["ambition"] = new("Ambición", "Ambition"),
        ["early_results"] = Said.EarlyResults,
        ["policy_area"] = new("Tema", "Theme"),
        ["sdg"] = new("ODS", "SDG"),
        ["ogp_value"] = new("Valor de OGP", "OGP value"),
        ["sector"] = new("Sector", "Sector"),
        ["edition"] = new("Edición", "Edition"),
        ["kind"] = new("Tipo", "Kind"),
        ["session"] = new("Sesión", "Session"),
        ["indicator"] = new("Indicador", "Indicator"),
        ["perspective"] = new("Perspectiva", "Perspective"),
        ["scope"] = new("Alcance", "Scope"),
        [Population.Voice] = new("Quién lo dice", "Who says it"),
    };

    /// <summary>Filters of what is counted that are no keys, beside those of commitments, which the dashboard names.</summary>
    private static readonly Dictionary<string, Words> FilterNames = new()
    {
        ["id"] = new("Registro", "Record"),
        ["participates"] = new("Participa en la iniciativa", "Takes part in the initiative"),
        ["participation_confidence"] = new("Confianza de que participa", "How sure it is that it takes part"),
        ["has_plan"] = new("Tiene plan", "Has a plan"),
        ["has_commitments"] = new("Tiene compromisos", "Has commitments"),
        ["has_results"] = new("Tiene resultados", "Has results"),
        ["has_rules_document"] = new("Con reglas públicas", "With public rules"),
        ["recent_session"] = new("Con sesión en los últimos seis meses", "With a session in the last six months"),
        ["civil_society_parity"] = new("Con paridad de la sociedad civil", "With parity of civil society"),
        ["participation_level"] = new("Nivel de participación", "Level of participation"),
        ["described"] = new("Descrito aquí", "Described here"),
        ["in_secretariat"] = new("Se sienta en un secretariado", "Sits in a secretariat"),
        ["civil_society_in_secretariat"] = new("Sociedad civil en el secretariado", "Civil society in the secretariat"),
        ["civil_society_in_plan"] = new("Sociedad civil en el plan", "Civil society in the plan"),
        ["succeeded_by"] = new("La que le siguió", "What came after it"),
        ["secretariat"] = new("Secretariado", "Secretariat"),
        ["held_from"] = new("Celebrada desde", "Held from"),
        ["held_to"] = new("Celebrada hasta", "Held until"),
        ["fulfilled"] = new("Cumplido", "Kept"),
        ["past_due"] = new("Vencido", "Past due"),
        ["past_due_by"] = new("Vencido al", "Past due by"),
        ["commitment"] = new("Compromiso", "Commitment"),
        ["disposition"] = new("Qué se resolvió", "Disposition"),
        ["answered"] = new("Respondida", "Answered"),
        ["response_past_due"] = new("Respuesta vencida", "Response past due"),
        ["proposal"] = new("Propuesta", "Proposal"),
        ["period"] = new("Semestre", "Half-year"),
        ["stall_reason"] = new("Por qué no avanzó", "Why nothing moved"),
        ["comparable_with_previous"] = new("Comparable con la anterior", "Comparable with the one before"),
        ["dimension"] = new("Dimensión", "Dimension"),
        ["value_from"] = new("Valor desde", "Value from"),
        ["value_to"] = new("Valor hasta", "Value up to"),
    };

    /// <summary>That something is of no state: it need not be of the whole country.</summary>
    public static readonly Words NoState = new("De ningún estado en particular", "Of no state in particular");

    /// <summary>What a filter is called that is none of commitments; null for one of those.</summary>
    public static Words? OfFilter(string name) => Names.GetValueOrDefault(name) ?? FilterNames.GetValueOrDefault(name);

    /// <summary>What a key is called at the head of a column.</summary>
    public static Words Of(string key) =>
        Names.GetValueOrDefault(key)
        ?? throw new InvalidOperationException($"The key {key} has no name: give it one in {nameof(KeyWords)}.");

    /// <summary>
    /// What a group is that has no value under a key. "No record here" stands only for what is unknown: no state is what the country
    /// itself has, and a session about no plan in particular is about none.
    /// </summary>
    public static Words None(Population of, string key) =>
        (of.Name, key) switch
        {
            ("metric_values", "state") => new("De ningún estado: otro alcance", "Of no state: another scope"),
            // Organisations of no state can be of the country or of more than one.
            ("organizations", "state") => NoState,
            (_, "state") => National,
            (_, "plan") => new("De ningún plan en particular", "Of no plan in particular"),
            _ => Said.NoRecord,
        };
}
