using System.Globalization;
using System.Security.Claims;

namespace OpenGov.Api.Access;

/// <summary>
/// Who asks, as its credential says: the same whether it is a key of this service or a token of an identity server.
/// </summary>
/// <param name="Id">Tells one holder from another: the key's id, or <c>oidc-</c> and the subject of the token.</param>
/// <param name="Role">What it may do; null when its credential names no role that this service knows.</param>
/// <param name="Scopes">Where: <c>national</c>, or ids of states.</param>
/// <param name="Organization">For whom it acts; null when that is not said.</param>
/// <param name="Requests">Requests that it may make in a window; null for the number that the settings give every holder.</param>
internal sealed record Caller(string Id, Role? Role, IReadOnlyList<string> Scopes, string? Organization, int? Requests)
{
    private const string IdClaim = "opengov:id";
    private const string RoleClaim = "opengov:role";
    private const string ScopeClaim = "opengov:scope";
    private const string OrganizationClaim = "opengov:organization";
    private const string RequestsClaim = "opengov:requests";

    /// <summary>
    /// Whether it may act on what reaches these parts of the country, such as a key: on each of them. What reaches nowhere is of the whole.
    /// </summary>
    public bool Covers(IReadOnlyCollection<string> scopes) => FirstBeyond(scopes) is null;

    /// <summary>The first of some scopes that it has not; null when it has all.</summary>
    public string? FirstBeyond(IReadOnlyCollection<string> scopes) =>
        (scopes.Count == 0 ? [Scope.National] : scopes).FirstOrDefault(scope => !Scopes.Contains(scope));

    /// <summary>The caller of a request that has shown a credential; null for the public, which reads without one.</summary>
    public static Caller? Of(ClaimsPrincipal principal) =>
        principal.FindFirstValue(IdClaim) is { } id
            ? new Caller(
                id,
                Roles.Read(principal.FindFirstValue(RoleClaim)),
                [.. principal.FindAll(ScopeClaim).Select(claim => claim.Value)],
                principal.FindFirstValue(OrganizationClaim),
                int.TryParse(principal.FindFirstValue(RequestsClaim), CultureInfo.InvariantCulture, out var requests) ? requests : null
            )
            : null;

    /// <summary>The caller as the framework carries it.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var identity = new ClaimsIdentity(scheme, IdClaim, RoleClaim);
        identity.AddClaim(new Claim(IdClaim, Id));
        identity.AddClaims(Scopes.Select(scope => new Claim(ScopeClaim, scope)));
        Add(RoleClaim, Role is { } role ? Roles.Name(role) : null);
        Add(OrganizationClaim, Organization);
        Add(RequestsClaim, Requests?.ToString(CultureInfo.InvariantCulture));
        return new ClaimsPrincipal(identity);

        void Add(string claim, string? value)
        {
            if (value is not null)
            {
                identity.AddClaim(new Claim(claim, value));
            }
        }
    }
}
