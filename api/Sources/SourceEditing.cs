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

    /// <summary>
    /// What this service says of where words came from, the holder of a key does not say otherwise: an admin does, of the organisations of
    /// its states. Every other source that somebody else made, and what is the presentation, is for who writes for the whole country.
    /// </summary>
    public override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step is { Action: WriteAction.Update, Caller.Role: < Role.Admin } && IsOfService(step.Id))
        {
            throw WriteRefusal.Of(
                AccessFailure.MissingRole(
                    step.Caller,
                    Role.Admin,
                    $"what this service made itself ({step.Id})",
                    $"lo que hizo este servicio ({step.Id})"
                )
            );
        }

        var isNational = step.Caller.Scopes.Contains(Scope.National);
        if (!isNational && (step.Reaches("kind", "presentation") || !await IsWithinAsync(step, cancellationToken)))
        {
            throw WriteRefusal.Of(AccessFailure.MissingScope(step.Caller, Scope.National, null));
        }

        return [];
    }

    private static bool IsOfService(string id) => id.StartsWith('W');

    /// <summary>Whether a source is new, the caller's own, or one that this service made for an organisation of the caller's states.</summary>
    private static async Task<bool> IsWithinAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.Action == WriteAction.Create)
        {
            return true;
        }

        var maker = await step.MakerAsync("sources", step.Id, cancellationToken);
        return await step.IsOfAsync(maker, cancellationToken)
            || maker is not null
                && IsOfService(step.Id)
                && (await step.FindOrganizationAsync(maker, cancellationToken))?.StateId is { } state
                && step.Caller.Scopes.Contains(state);
    }

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => new("S", IsNumbered: true);

    /// <summary>Whoever may write somewhere cites what it rests on.</summary>
    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => [];
}
