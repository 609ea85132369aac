using OpenGov.Api.Access;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Stats;

/// <summary>How the size of the initiative at a day is written.</summary>
internal sealed class InitiativeSizeEditing : Editing
{
    public override string Table => "initiative_sizes";
    public override string Name => "InitiativeSize";
    public override string Path => "/initiative_sizes";
    public override string Tag => "Statistics";
    public override bool IsRead => false;
    public override Role? Creates => Role.Admin;
    public override Role Changes => Role.Admin;
    public override Role? Withdraws => Role.Admin;
    public override IReadOnlyList<string> Fixed => ["observed_on"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        row["observed_on"] is DateOnly day ? new NewId($"I-{day:yyyy-MM-dd}") : NewId.Unknown;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => [Scope.National];
}

/// <summary>How stated headline figures are written.</summary>
internal sealed class HeadlineFigureEditing : Editing
{
    public override string Table => "headline_figures";
    public override string Name => "HeadlineFigure";
    public override string Path => "/headline_figures";
    public override string Tag => "Statistics";
    public override bool IsRead => false;
    public override Role? Creates => Role.Admin;
    public override Role Changes => Role.Admin;
    public override Role? Withdraws => Role.Admin;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => null;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => [Scope.National];
}
