using OpenGov.Api.Plans;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Commitments;

/// <summary>How impact indicators are written.</summary>
internal sealed class IndicatorEditing : AdoptedEditing
{
    public override string Table => "indicators";
    public override string Name => "Indicator";
    public override string Path => "/indicators";
    public override string Tag => "Commitments";
    public override bool IsRead => false;
    public override IReadOnlyList<string> Fixed => ["commitment_id"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["commitment_id"], "I");
}

/// <summary>How observed values of indicators are written.</summary>
internal sealed class ObservationEditing : Editing
{
    public override string Table => "observations";
    public override string Name => "Observation";
    public override string Path => "/observations";
    public override string Tag => "Commitments";
    public override bool IsRead => false;
    public override IReadOnlyList<string> Fixed => ["indicator_id"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["indicator_id"], "O");
}
