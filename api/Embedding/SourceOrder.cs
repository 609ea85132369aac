using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding;

/// <summary>In which order sources stand wherever they are listed: an order that says something, as on the dashboard (<c>sources.ts</c>).</summary>
internal static class SourceOrder
{
    /// <summary>Whose voice is nearest to the facts comes first; what only copies or retells comes last.</summary>
    private static readonly string[] Kinds = ["ogp", "public_body", "academia", "civil_society", "reference", "press", "presentation"];

    /// <summary>The strongest first; of one kind in the order in which they are first cited.</summary>
    public static IEnumerable<SourceReference> Of(IEnumerable<SourceReference> sources) =>
        sources.OrderBy(source => Array.IndexOf(Kinds, source.Kind) is var place and >= 0 ? place : Kinds.Length);
}
