using OpenGov.Api.Access;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Instruments;

/// <summary>How instruments are written.</summary>
internal sealed class InstrumentEditing : Editing
{
    public override string Table => "instruments";
    public override string Name => "Instrument";
    public override string Path => "/instruments";
    public override string Tag => "Toolbox";
    public override Role? Creates => Role.Admin;
    public override Role Changes => Role.Admin;
    public override Role? Withdraws => Role.Admin;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        NewId.Slug(row["name_en"]) is { } slug ? new NewId(slug) : NewId.Unknown;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => [Scope.National];
}
