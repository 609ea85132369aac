using OpenGov.Api.Records;

namespace OpenGov.Api.Assessments;

/// <summary>What an assessment speaks of, with the codes that it takes and where a commitment shows them.</summary>
/// <param name="Code">Its code in the vocabulary <c>aspect</c>.</param>
/// <param name="Codes">The codes that an assessment of it may give.</param>
/// <param name="Field">The field of a commitment that shows the code; null when a commitment has none.</param>
internal sealed record Aspect(string Code, IReadOnlyList<string> Codes, string? Field)
{
    private static readonly string[] YesOrNo = ["true", "false"];

    /// <summary>Every aspect.</summary>
    public static IReadOnlyList<Aspect> All { get; } =
    [
        new("compliance", [], null),
        new("completion", Vocabulary.Codes("completion"), "completion"),
        new("verifiable", YesOrNo, "verifiable"),
        new("relevance", YesOrNo, "relevant"),
        new("ambition", Vocabulary.Codes("ambition"), "ambition"),
        new("early_results", Vocabulary.Codes("early_results"), "early_results"),
    ];

    /// <summary>Those that a commitment shows.</summary>
    public static IReadOnlyList<Aspect> Shown { get; } = [.. All.Where(aspect => aspect.Field is not null)];
}
