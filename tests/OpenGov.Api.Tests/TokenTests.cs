using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenGov.Api.Access;

namespace OpenGov.Api.Tests;

/// <summary>Tokens of a real identity server, and how each that is not good is told apart.</summary>
[Parallelizable]
public sealed class TokenTests
{
    private const string Audience = "opengov";

    private TestIdentityServer server;
    private TrialService service;
    private TestClock clock;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        clock = new TestClock(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        server = await TestIdentityServer.StartAsync(clock);
        service = await ServiceAsync(server.Address);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await service.DisposeAsync();
        await server.DisposeAsync();
    }

    [Test]
    public async Task A_token_is_taken_with_the_roles_the_scopes_and_the_organisation_that_its_claims_name()
    {
        var token = await server.TokenAsync(
            Audience,
            ("grupos", new[] { "lectores", "secretaria" }),
            ("ambitos", "mx-dur 14 NATIONAL nowhere"),
            ("org", "Secretaría Técnica")
        );
        var caller = await service.GetAsync("needs/editor", token);
        Assert.Multiple(() =>
        {
            Assert.That(caller.GetProperty("id").GetString(), Does.StartWith("oidc-subject of client-"));
            Assert.That(caller.GetProperty("role").GetString(), Is.EqualTo("editor"));
            var scopes = caller.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString());
            Assert.That(scopes, Is.EqualTo((string[])["MX-DUR", "MX-JAL", "national"]));
            Assert.That(caller.GetProperty("organization").GetString(), Is.EqualTo("Secretaría Técnica"));
        });
        await service.GetAsync("of/MX-JAL-PAL1-C1", token);
        await service.RefusedAsync("of/MX-COL", $"Bearer {token}", 403, "missing_scope");
        await service.RefusedAsync("needs/admin", $"Bearer {token}", 403, "missing_role");
    }

    [TestCase("contributor", "contributor")]
    [TestCase("verifier", "verifier")]
    [TestCase("secretaria", "editor")]
    [TestCase("jefa", "admin")]
    [TestCase("editor", null)]
    [TestCase("Admin", null)]
    [TestCase("3", null)]
    public async Task Each_role_goes_by_the_name_that_the_settings_give_it_and_no_other(string name, string? role)
    {
        var token = await server.TokenAsync(Audience, ("grupos", new[] { name }), ("ambitos", "national"));
        Assert.That((await service.GetAsync("national", token)).GetProperty("role").GetString(), Is.EqualTo(role));
        if (role is null)
        {
            var refused = await service.RefusedAsync("needs/contributor", $"Bearer {token}", 403, "missing_role");
            Assert.That(refused.GetProperty("detail").GetString(), Does.Contain("no role that this service knows"));
        }
    }

    [Test]
    public async Task A_claim_may_lie_in_another_as_some_servers_put_it()
    {
        await using var nested = await ServiceAsync(server.Address, ("Access:Oidc:RoleClaim", "realm_access.roles"));
        var access = new { roles = new[] { "offline_access", "jefa" } };
        var token = await server.TokenAsync(Audience, ("realm_access", access), ("ambitos", new[] { "MX-DUR" }));
        Assert.That((await nested.GetAsync("needs/admin", token)).GetProperty("role").GetString(), Is.EqualTo("admin"));
        await service.RefusedAsync("needs/contributor", $"Bearer {token}", 403, "missing_role");
    }

    [Test]
    public async Task Two_credentials_in_one_request_are_none_and_the_refusal_says_that_there_are_two()
    {
        var token = await server.TokenAsync(Audience);
        var header = $"Authorization: Bearer {token}\r\n";
        var answer = await Wire.AskAsync(
            service.Client.BaseAddress!,
            $"GET /api/v1/open HTTP/1.1\r\nHost: localhost\r\n{header}{header}Connection: close\r\n\r\n"
        );
        Assert.That(answer, Does.StartWith("HTTP/1.1 401 ").And.Contain("\"malformed_credential\""));
        Assert.That(answer, Does.Contain("more than one Authorization header"));
    }

    [Test]
    public async Task An_expired_token_and_one_that_is_not_yet_valid_say_when_they_are()
    {
        var token = await server.TokenAsync(Audience);
        await service.GetAsync("open-to-tokens", token);
        Move(TimeSpan.FromMinutes(11));
        var expired = await service.RefusedAsync("open", $"Bearer {token}", 401, "expired_token");
        Assert.That(expired.GetProperty("detail").GetString(), Does.Contain("2026-11-24T12:10:00Z").And.Contain("new one"));

        string Token(DateTime? from, DateTime? until) =>
            server.Signed(
                new SecurityTokenDescriptor
                {
                    Issuer = server.Address.ToString(),
                    Audience = Audience,
                    NotBefore = from,
                    Expires = until,
                    Claims = new Dictionary<string, object> { ["sub"] = "somebody" },
                }
            );
        var now = clock.Now.UtcDateTime;
        await service.GetAsync("open-to-tokens", Token(now.AddMinutes(-1), now.AddMinutes(1)));
        await service.GetAsync("open-to-tokens", Token(now.AddSeconds(20), now.AddMinutes(1)));
        var early = await service.RefusedAsync("open", $"Bearer {Token(now.AddMinutes(5), now.AddMinutes(9))}", 401, "early_token");
        Assert.That(early.GetProperty("detail").GetString(), Does.Contain("2026-11-24T12:16:00Z").And.Contain("clock"));
        await service.RefusedAsync("open", $"Bearer {Token(now.AddMinutes(-1), null)}", 401, "malformed_credential");
    }

    [Test]
    public async Task A_token_for_another_service_of_another_server_or_signed_by_another_is_told_apart()
    {
        await service.RefusedAsync("open", $"Bearer {await server.TokenAsync("another")}", 401, "wrong_audience");
        await using var other = await TestIdentityServer.StartAsync(clock);
        await service.RefusedAsync("open", $"Bearer {await other.TokenAsync(Audience)}", 401, "wrong_issuer");
        foreach (var (forged, code) in Forgeries(await server.TokenAsync(Audience)).Some())
        {
            await service.RefusedAsync("open", $"Bearer {forged}", 401, code);
        }
    }

    [Test]
    public async Task A_key_is_taken_beside_tokens_and_the_holder_of_a_token_is_counted_by_it()
    {
        var keys = service.Services.GetRequiredService<KeysRepository>();
        var (_, secret) = await keys.CreateAsync("Monitor", null, "editor", "national", null, CancellationToken.None);
        await service.GetAsync("needs/editor", secret);
        using var counted = await service.AskAsync("open", $"Bearer {await server.TokenAsync(Audience)}");
        Assert.That(counted.Headers.GetValues("RateLimit").Single(), Does.StartWith("\"key\";r=119999;"));
    }

    /// <summary>Tokens that look like one of the server's, each with what is said of it.</summary>
    internal static IEnumerable<(string Token, string Code)> Forgeries(string good)
    {
        var read = new JsonWebToken(good);
        var parts = good.Split('.');
        using var key = RSA.Create(2048);
        var claims = new ClaimsIdentity(read.Claims.Where(claim => claim.Type is "sub" or "iss" or "aud"));
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        string Signed(SecurityKey with, string algorithm) =>
            handler.CreateToken(
                new SecurityTokenDescriptor
                {
                    Subject = claims,
                    Expires = read.ValidTo,
                    SigningCredentials = new SigningCredentials(with, algorithm),
                }
            );
        yield return (Signed(new RsaSecurityKey(key) { KeyId = read.Kid }, SecurityAlgorithms.RsaSha256), "wrong_signature");
        yield return (Signed(new RsaSecurityKey(key) { KeyId = "another" }, SecurityAlgorithms.RsaSha256), "wrong_signature");
        var shared = new SymmetricSecurityKey(new byte[64]) { KeyId = read.Kid };
        yield return (Signed(shared, SecurityAlgorithms.HmacSha256), "wrong_signature");
        yield return ($"{Encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}")}.{parts[1]}.", "wrong_signature");
        yield return ($"{Encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}")}.{parts[1]}.{parts[2]}", "wrong_signature");
        yield return ($"{parts[0]}.{parts[1]}.", "wrong_signature");
        yield return ($"{parts[0]}.{parts[1]}.{parts[2][..^4]}AAAA", "wrong_signature");
        yield return ($"{parts[0]}.{parts[1]}", "malformed_credential");
        yield return ($"{parts[0]}.bm90IGpzb24.{parts[2]}", "malformed_credential");
        yield return ("a.b.c", "malformed_credential");
        yield return ($"{good}.{parts[1]}.{parts[2]}", "malformed_credential");
    }

    private static string Encoded(string json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json));

    private void Move(TimeSpan by)
    {
        clock.Now += by;
        service.Clock.Now += by;
    }

    /// <summary>A service that takes the tokens of a server.</summary>
    internal static Task<TrialService> ServiceAsync(Uri authority, params (string Name, string? Value)[] settings) =>
        TrialService.StartAsync(
            Trials.Map,
            [
                ("Access:Oidc:Authority", authority.ToString()),
                ("Access:Oidc:Audience", Audience),
                ("Access:Oidc:RoleClaim", "grupos"),
                ("Access:Oidc:ScopeClaim", "ambitos"),
                ("Access:Oidc:OrganizationClaim", "org"),
                ("Access:Oidc:Roles:Editor", "secretaria"),
                ("Access:Oidc:Roles:Admin", "jefa"),
                ("RateLimit:WrongCredentials", "1000"),
                .. settings,
            ]
        );
}
