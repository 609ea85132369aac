using OpenGov.Api.Commitments;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>
/// The words of codes that no vocabulary of the data names: verdicts, roles, what a change did. A code without its words is a fault of
/// the program, never "no record here": what has a code is on record.
/// </summary>
internal static class CodeWords
{
    private static readonly Dictionary<string, Dictionary<string, Words>> All = new()
    {
        ["health_verdict"] = new()
        {
            ["met"] = new("Cumplido", "Met"),
            ["not_met"] = new("No cumplido", "Not met"),
            ["no_data"] = Said.NoRecord,
        },
        ["step_of_life"] = LifeNames.Steps.ToDictionary(one => one.Key, one => new Words(one.Value.Es, one.Value.En)),
        ["need_of_life"] = LifeNames.Needs.ToDictionary(one => one.Key, one => new Words(one.Value.Es, one.Value.En)),
        ["organization_role"] = new() { ["lead"] = new("Responsable", "Lead"), ["supporting"] = new("Apoyo", "Support") },
        ["change_action"] = new()
        {
            ["created"] = new("Se registró", "Recorded"),
            ["updated"] = new("Cambió", "Changed"),
            ["withdrawn"] = new("Se retiró", "Withdrawn"),
            ["restored"] = new("Se restauró", "Restored"),
        },
        ["actor_role"] = new()
        {
            ["import"] = new("importación", "import"),
            ["operator"] = new("operación", "operator"),
            ["contributor"] = new("colaboración", "contributor"),
            ["verifier"] = new("verificación", "verifier"),
            ["editor"] = new("edición", "editor"),
            ["admin"] = new("administración", "admin"),
        },
        ["record_type"] = new()
        {
            ["terms"] = new("Término", "Term"),
            ["sources"] = new("Fuente", "Source"),
            ["states"] = new("Estado", "State"),
            ["organizations"] = new("Organización", "Organisation"),
            ["plans"] = new("Plan", "Plan"),
            ["plan_members"] = new("Integrante de un plan", "Member of a plan's body"),
            ["secretariats"] = new("Secretariado", "Secretariat"),
            ["secretariat_members"] = new("Integrante de un secretariado", "Member of a secretariat"),
            ["commitments"] = new("Compromiso", "Commitment"),
            ["assessments"] = new("Evaluación", "Assessment"),
            ["milestones"] = new("Hito", "Milestone"),
            ["evidence"] = new("Evidencia", "Evidence"),
            ["indicators"] = new("Indicador", "Indicator"),
            ["observations"] = new("Observación", "Observation"),
            ["metric_editions"] = new("Edición de la Métrica", "Edition of the metric"),
            ["metric_indicators"] = new("Indicador de la Métrica", "Indicator of the metric"),
            ["metric_values"] = new("Valor de la Métrica", "Value of the metric"),
            ["instruments"] = new("Instrumento", "Instrument"),
            ["trainings"] = new("Formación", "Training"),
            ["practices"] = new("Buena práctica", "Good practice"),
            ["learnings"] = new("Aprendizaje", "Learning"),
            ["timeline"] = new("Hecho de la cronología", "Event of the timeline"),
            ["initiative_sizes"] = new("Tamaño de la iniciativa", "Size of the initiative"),
            ["headline_figures"] = new("Cifra declarada", "Stated figure"),
            ["sessions"] = new("Sesión", "Session"),
            ["agreements"] = new("Acuerdo", "Agreement"),
            ["proposals"] = new("Propuesta", "Proposal"),
        },
        ["committee_kind"] = new()
        {
            ["secretariat"] = new("Secretariado", "Secretariat"),
            ["plan"] = new("Órgano del plan", "Body of the plan"),
        },
        ["measure_kind"] = new()
        {
            ["parts"] = new("Sí, no y sin registro", "Yes, no and no record"),
            ["value"] = new("Un número", "A number"),
        },
        ["measure_direction"] = new()
        {
            ["up"] = new("Más es mejor", "More is better"),
            ["down"] = new("Menos es mejor", "Less is better"),
            ["none"] = new("Ni mejor ni peor", "Neither better nor worse"),
        },
        ["measure_group"] = MeasureGroup.All.ToDictionary(group => group.Key, group => group.Question),
    };

    /// <summary>The words of a code that may be one that nobody here knows: a role that another service recorded.</summary>
    public static Words? Find(string codes, string code) => All.GetValueOrDefault(codes)?.GetValueOrDefault(code);

    /// <summary>The words of a code.</summary>
    public static Words Of(string codes, string code) =>
        Find(codes, code)
        ?? throw new InvalidOperationException($"The code {code} of {codes} has no words: give it some in {nameof(CodeWords)}.");
}
