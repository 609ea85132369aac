namespace OpenGov.Api.Measures;

/// <summary>A question that measures answer together. What answers one never answers another: what was done is not what changed.</summary>
internal sealed record MeasureGroup(string Key, Words Question)
{
    public static readonly MeasureGroup Participation = new("participation", new("¿Quién participa?", "Who takes part?"));

    public static readonly MeasureGroup Coverage = new(
        "coverage",
        new("¿Cuánto consta aquí de lo que se declara?", "How much of what is stated is on record here?")
    );

    public static readonly MeasureGroup Design = new("design", new("¿Estuvo bien diseñado?", "Was it well designed?"));

    public static readonly MeasureGroup Implementation = new("implementation", new("¿Se hizo?", "Was it done?"));

    public static readonly MeasureGroup Results = new("results", new("¿Cambió algo?", "Did it change anything?"));

    public static readonly MeasureGroup CoCreation = new("co_creation", new("¿Se decidió en conjunto?", "Was it decided together?"));

    public static readonly MeasureGroup Openness = new("openness", new("¿Qué tan abierto es el gobierno?", "How open is government?"));

    /// <summary>In the order in which they are told.</summary>
    public static readonly IReadOnlyList<MeasureGroup> All =
    [
        Participation,
        Coverage,
        Design,
        Implementation,
        Results,
        CoCreation,
        Openness,
    ];
}
