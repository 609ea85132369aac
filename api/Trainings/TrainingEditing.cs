using OpenGov.Api.Writing;

namespace OpenGov.Api.Trainings;

/// <summary>How trainings are written.</summary>
internal sealed class TrainingEditing : AdminEditing
{
    public override string Table => "trainings";
    public override string Name => "Training";
    public override string Path => "/trainings";
    public override string Tag => "Toolbox";

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        NewId.Slug(row["name_en"]) is { } slug ? new NewId(slug) : NewId.Unknown;
}
