using OpenGov.Api.Writing;

namespace OpenGov.Api.Instruments;

/// <summary>How instruments are written.</summary>
internal sealed class InstrumentEditing : AdminEditing
{
    public override string Table => "instruments";
    public override string Name => "Instrument";
    public override string Path => "/instruments";
    public override string Tag => "Toolbox";

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        NewId.Slug(row["name_en"]) is { } slug ? new NewId(slug) : NewId.Unknown;
}
