using OpenGov.Api.Access;

namespace OpenGov.Api;

/// <inheritdoc cref="Settings.Access" />
public sealed record AccessSettings
{
    /// <summary>The identity server whose tokens are taken beside keys.</summary>
    public OidcSettings Oidc { get; init; } = new();
}

/// <inheritdoc cref="AccessSettings.Oidc" />
public sealed record OidcSettings
{
    /// <summary>Its address, below which <c>/.well-known/openid-configuration</c> lies; null for none.</summary>
    [IdentityAddress]
    public string? Authority { get; init; }

    /// <summary>How it names this service in <c>aud</c>.</summary>
    public string? Audience { get; init; }

    /// <summary>The claim that holds roles: its name, or its path where it lies in another claim.</summary>
    [ClaimPath]
    public string RoleClaim { get; init; } = "roles";

    /// <summary>The claim that holds scopes: <c>national</c>, or codes of states.</summary>
    [ClaimPath]
    public string ScopeClaim { get; init; } = "opengov_scope";

    /// <summary>The claim that holds the name of the organisation.</summary>
    [ClaimPath]
    public string OrganizationClaim { get; init; } = "organization";

    /// <summary>What it calls our roles.</summary>
    public OidcRoleSettings Roles { get; init; } = new();
}

/// <inheritdoc cref="OidcSettings.Roles" />
public sealed record OidcRoleSettings
{
    /// <summary>Its name for a contributor.</summary>
    public string Contributor { get; init; } = "contributor";

    /// <summary>Its name for a verifier.</summary>
    public string Verifier { get; init; } = "verifier";

    /// <summary>Its name for an editor.</summary>
    public string Editor { get; init; } = "editor";

    /// <summary>Its name for an admin.</summary>
    public string Admin { get; init; } = "admin";

    /// <summary>Each name with its role.</summary>
    internal IReadOnlyList<(string Name, Role Role)> Named =>
        [(Contributor, Role.Contributor), (Verifier, Role.Verifier), (Editor, Role.Editor), (Admin, Role.Admin)];
}
