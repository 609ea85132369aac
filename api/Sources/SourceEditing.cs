using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Sources;

/// <summary>How sources are written.</summary>
internal sealed class SourceEditing : Editing
{
    public override string Table => "sources";
    public override string Name => "Source";
    public override string Path => "/sources";
    public override string Tag => "Sources";
    public override bool IsRead => false;
    public override bool IsPlaced => false;

    /// <summary>Others rest on it, wherever they are: it is changed by the organisation that made it, else for the whole country.</summary>
    public override bool IsOwn(WriteStep step) => step.Caller.Role < Role.Admin && !step.Caller.Scopes.Contains(Scope.National);

    /// <summary>What this service says of where words came from, the holder of a key does not say otherwise.</summary>
    public override Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken) =>
        step is { Action: WriteAction.Update, Caller.Role: < Role.Admin } && step.Id.StartsWith('W')
            ? throw WriteRefusal.Of(
                AccessFailure.MissingRole(
                    step.Caller,
                    Role.Admin,
                    $"what this service made itself ({step.Id})",
                    $"lo que hizo este servicio ({step.Id})"
                )
            )
            : Task.FromResult<IReadOnlyList<RecordError>>([]);

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => new("S", IsNumbered: true);

    /// <summary>Whoever may write somewhere cites what it rests on.</summary>
    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => [];
}
