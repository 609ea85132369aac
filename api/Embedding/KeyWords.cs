using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>The words of the keys by which measures are grouped and narrowed, and of groups that have no value under one.</summary>
internal static class KeyWords
{
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
        ["early_results"] = new("Resultados tempranos", "Early results"),
        ["policy_area"] = new("Área de política", "Policy area"),
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

    /// <summary>What a key is called at the head of a column.</summary>
    public static Words Of(string key) =>
        Names.GetValueOrDefault(key)
        ?? throw new InvalidOperationException($"The key {key} has no name: give it one in {nameof(KeyWords)}.");

    /// <summary>Whether a filter narrows to a key.</summary>
    public static bool IsKey(string name) => Names.ContainsKey(name);

    /// <summary>
    /// What a group is that has no value under a key. "No record here" stands only for what is unknown: no state is what the country
    /// itself has, and a session about no plan in particular is about none.
    /// </summary>
    public static Words None(Population of, string key) =>
        (of.Name, key) switch
        {
            ("metric_values", "state") => new("De ningún estado: otro alcance", "Of no state: another scope"),
            (_, "state") => new("Nacional, de ningún estado", "National, of no state"),
            (_, "plan") => new("De ningún plan en particular", "Of no plan in particular"),
            _ => Said.NoRecord,
        };
}
