using System.Security.Claims;
using OpenGov.Api.Access;

namespace OpenGov.Api.Tests.Rooms;

/// <summary>Whom the claims of a token name, as servers differ in how they write them.</summary>
[Category("Quick")]
public sealed class TokenClaimsTests
{
    private static readonly OidcSettings Plain = new();

    [Test]
    public void A_token_without_a_subject_names_nobody()
    {
        Assert.That(CallerOf(Plain, ("roles", "admin")), Is.Null);
        Assert.That(CallerOf(Plain, ("sub", ""), ("roles", "admin")), Is.Null);
    }

    [Test]
    public void A_token_of_a_subject_alone_may_nothing()
    {
        var caller = CallerOf(Plain, ("sub", "ana"))!;
        Assert.That(
            (caller.Id, caller.Role, caller.Organization, caller.Requests),
            Is.EqualTo(("oidc-ana", (Role?)null, (string?)null, (int?)null))
        );
        Assert.That(caller.Scopes, Is.Empty);
    }

    [TestCase(Role.Editor, "editor")]
    [TestCase(Role.Admin, "contributor", "admin", "verifier")]
    [TestCase(Role.Verifier, "contributor verifier")]
    [TestCase(null, "Editor")]
    [TestCase(null, "3")]
    public void Of_several_roles_the_highest_counts_and_of_names_only_those_that_were_given(Role? role, params string[] claims) =>
        Assert.That(CallerOf(Plain, [("sub", "ana"), .. claims.Select(claim => ("roles", claim))])!.Role, Is.EqualTo(role));

    [Test]
    public void A_role_whose_name_has_a_space_is_found_as_it_is()
    {
        var settings = new OidcSettings { Roles = new OidcRoleSettings { Editor = "open government editor" } };
        Assert.That(CallerOf(settings, ("sub", "ana"), ("roles", "open government editor"))!.Role, Is.EqualTo(Role.Editor));
        Assert.That(CallerOf(settings, ("sub", "ana"), ("roles", "editor"))!.Role, Is.Null);
    }

    [Test]
    public void Scopes_are_those_of_the_catalogue_each_once_in_their_order()
    {
        var caller = CallerOf(
            Plain,
            ("sub", "ana"),
            ("opengov_scope", "national mx-dur nowhere"),
            ("opengov_scope", "10"),
            ("opengov_scope", "MX-AGU")
        )!;
        Assert.That(caller.Scopes, Is.EqualTo((string[])["MX-AGU", "MX-DUR", "national"]));
    }

    [Test]
    public void The_first_organisation_is_whom_it_acts_for() =>
        Assert.That(
            CallerOf(Plain, ("sub", "ana"), ("organization", "Red Uno"), ("organization", "Dos"))!.Organization,
            Is.EqualTo("Red Uno")
        );

    [TestCase("""{ "roles": ["editor", "other"] }""", Role.Editor)]
    [TestCase("""{ "roles": "editor" }""", Role.Editor)]
    [TestCase("""{ "roles": [3, null, "verifier"] }""", Role.Verifier)]
    [TestCase("""{ "roles": { "editor": true } }""", null)]
    [TestCase("""{ "groups": ["editor"] }""", null)]
    [TestCase("""["editor"]""", null)]
    [TestCase("\"editor\"", null)]
    [TestCase("editor", null)]
    [TestCase("{", null)]
    public void A_claim_may_lie_in_another_that_is_an_object(string json, Role? role) =>
        Assert.That(
            CallerOf(new OidcSettings { RoleClaim = "realm_access.roles" }, ("sub", "ana"), ("realm_access", json))!.Role,
            Is.EqualTo(role)
        );

    [Test]
    public void A_claim_may_lie_deep_and_one_with_points_in_its_name_is_found_first()
    {
        var settings = new OidcSettings { RoleClaim = "access.opengov.roles" };
        Assert.That(
            CallerOf(settings, ("sub", "ana"), ("access", """{ "opengov": { "roles": ["admin"] } }"""))!.Role,
            Is.EqualTo(Role.Admin)
        );
        Assert.That(
            CallerOf(
                settings,
                ("sub", "ana"),
                ("access.opengov.roles", "editor"),
                ("access", """{ "opengov": { "roles": ["admin"] } }""")
            )!.Role,
            Is.EqualTo(Role.Editor)
        );
    }

    private static Caller? CallerOf(OidcSettings settings, params (string Type, string Value)[] claims) =>
        TokenClaims.CallerOf(new ClaimsPrincipal(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)))), settings);
}
