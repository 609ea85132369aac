namespace OpenGov.Api.Http;

/// <summary>Tells one build of the program from another: the same data may be another answer to each.</summary>
internal static class ProgramBuild
{
    /// <summary>Differs from build to build.</summary>
    public static readonly string Id = Convert.ToHexStringLower(typeof(ProgramBuild).Assembly.ManifestModule.ModuleVersionId.ToByteArray())[
        ..8
    ];
}
