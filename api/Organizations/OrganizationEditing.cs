using OpenGov.Api.Writing;

namespace OpenGov.Api.Organizations;

/// <summary>How organisations are written.</summary>
internal sealed class OrganizationEditing : AdminEditing
{
    public override string Table => "organizations";
    public override string Name => "Organization";
    public override string Path => "/organizations";
    public override string Tag => "Organizations";

    /// <summary>Its acronym, else its name, behind the state that it is of: <c>mx-cam-cotaipec</c>.</summary>
    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        NewId.Slug(row["acronym"] ?? row["name"]) is { } slug
            ? new NewId(row["state_id"] is string state ? $"{state.ToLowerInvariant()}-{slug}" : slug)
            : NewId.Unknown;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => ByState(row);
}
