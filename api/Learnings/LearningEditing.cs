using OpenGov.Api.Writing;

namespace OpenGov.Api.Learnings;

/// <summary>How learnings are written.</summary>
internal sealed class LearningEditing : AdminEditing
{
    public override string Table => "learnings";
    public override string Name => "Learning";
    public override string Path => "/learnings";
    public override string Tag => "Toolbox";
    public override IReadOnlyList<string> Fixed => ["number"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        row["number"] is long number ? new NewId($"L{number}") : NewId.Unknown;
}
