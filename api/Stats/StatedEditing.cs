using OpenGov.Api.Writing;

namespace OpenGov.Api.Stats;

/// <summary>How the size of the initiative at a day is written.</summary>
internal sealed class InitiativeSizeEditing : AdminEditing
{
    public override string Table => "initiative_sizes";
    public override string Name => "InitiativeSize";
    public override string Path => "/initiative_sizes";
    public override string Tag => "Statistics";
    public override bool IsRead => false;
    public override IReadOnlyList<string> Fixed => ["observed_on"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        row["observed_on"] is DateOnly day ? new NewId($"I-{day:yyyy-MM-dd}") : NewId.Unknown;
}

/// <summary>How stated headline figures are written.</summary>
internal sealed class HeadlineFigureEditing : AdminEditing
{
    public override string Table => "headline_figures";
    public override string Name => "HeadlineFigure";
    public override string Path => "/headline_figures";
    public override string Tag => "Statistics";
    public override bool IsRead => false;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => null;
}
