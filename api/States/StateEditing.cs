using OpenGov.Api.Access;
using OpenGov.Api.Writing;

namespace OpenGov.Api.States;

/// <summary>How states are written.</summary>
internal sealed class StateEditing : Editing
{
    public override string Table => "states";
    public override string Name => "State";
    public override string Path => "/states";
    public override string Tag => "States";
    public override string Parameter => "code";
    public override Role? Creates => null;
    public override Role Changes => Role.Admin;
    public override Role? Withdraws => null;

    /// <summary>The catalogue of states is the country's; what a state says of itself is its own.</summary>
    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => null;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => [(string)row["id"]!];
}
