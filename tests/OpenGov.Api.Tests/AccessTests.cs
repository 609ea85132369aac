using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Access;

namespace OpenGov.Api.Tests;

/// <summary>Who asks with a key, what it may do, and how each refusal says what to do.</summary>
public sealed class AccessTests
{
    private const string NobodysKey = "opengov_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static readonly string[] AllRoles = ["contributor", "verifier", "editor", "admin"];

    private TrialService service;

    [OneTimeSetUp]
    public async Task StartAsync() => service = await TrialService.StartAsync(Trials.Map, ("RateLimit:WrongCredentials", "1000"));

    [OneTimeTearDown]
    public async Task StopAsync() => await service.DisposeAsync();

    [Test]
    public async Task A_role_opens_what_it_and_the_roles_below_it_need_and_nothing_more([ValueSource(nameof(AllRoles))] string role)
    {
        var key = await KeyAsync(role, "national");
        foreach (var needed in AllRoles)
        {
            if (Array.IndexOf(AllRoles, role) >= Array.IndexOf(AllRoles, needed))
            {
                var caller = await service.GetAsync($"needs/{needed}", key);
                Assert.That(caller.GetProperty("role").GetString(), Is.EqualTo(role));
            }
            else
            {
                var refused = await service.RefusedAsync($"needs/{needed}", $"Bearer {key}", 403, "missing_role");
                var detail = refused.GetProperty("detail").GetString();
                Assert.That(detail, Does.Contain($"'{needed}'").And.Contain($"'{role}'").And.Contain("operator"));
            }
        }
    }

    [TestCase("MX-DUR", "of/MX-DUR-PAL1-C2", true)]
    [TestCase("MX-DUR", "of/mx-dur", true)]
    [TestCase("MX-DUR", "of/10", true)]
    [TestCase("MX-DUR", "of/MX-JAL-PAL1", false)]
    [TestCase("MX-DUR", "of/MX-NAP4-C10", false)]
    [TestCase("MX-DUR|MX-JAL", "of/MX-JAL-PAL1", true)]
    [TestCase("national", "of/MX-NAP4-C10", true)]
    [TestCase("national", "of/MX-DUR-PAL1-C2", false)]
    [TestCase("national", "national", true)]
    [TestCase("MX-DUR", "national", false)]
    public async Task A_scope_opens_what_belongs_to_it_and_nothing_else(string scope, string address, bool opens)
    {
        var key = await KeyAsync("admin", scope);
        if (opens)
        {
            await service.GetAsync(address, key);
            return;
        }

        var refused = await service.RefusedAsync(address, $"Bearer {key}", 403, "missing_scope");
        Assert.That(refused.GetProperty("detail").GetString(), Does.Contain($"'{scope.Split('|')[0]}'").And.Contain("needs the scope '"));
    }

    [Test]
    public async Task What_needs_a_role_is_401_without_a_credential_and_what_needs_none_is_open()
    {
        await service.RefusedAsync("needs/contributor", null, 401, "missing_credential");
        using var open = await service.AskAsync("open", null);
        Assert.That(open.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Bearer " + NobodysKey, "unknown_key")]
    [TestCase("bearer " + NobodysKey, "unknown_key")]
    [TestCase("Bearer opengov_AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "malformed_credential")]
    [TestCase("Bearer", "malformed_credential")]
    [TestCase("Bearer ' OR 1=1 --", "malformed_credential")]
    [TestCase("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.", "malformed_credential")]
    [TestCase("Basic b3BlbmdvdjpvcGVuZ292", "unsupported_scheme")]
    [TestCase("Bearerx b3BlbmdvdjpvcGVuZ292", "unsupported_scheme")]
    [TestCase(NobodysKey, "unsupported_scheme")]
    public async Task A_credential_that_is_not_taken_is_refused_everywhere_and_says_why(string authorization, string code)
    {
        foreach (var address in (string[])["open", "needs/contributor", "nothing-here"])
        {
            var refused = await service.RefusedAsync(address, authorization, 401, code);
            Assert.That(refused.GetProperty("detail").GetString(), Does.Contain("leave the Authorization header out"));
        }
    }

    [Test]
    public async Task A_revoked_key_is_told_apart_from_one_that_never_was_and_says_since_when()
    {
        var keys = service.Services.GetRequiredService<KeysRepository>();
        var (id, secret) = await keys.CreateAsync("Monitor", null, "editor", "national", null, CancellationToken.None);
        await service.GetAsync("needs/editor", secret);
        await keys.RevokeAsync(id, CancellationToken.None);
        var refused = await service.RefusedAsync("open", $"Bearer {secret}", 401, "revoked_key");
        Assert.That(refused.GetProperty("detail").GetString(), Does.Contain("2026-11-24T12:00:00Z").And.Contain("another"));
    }

    [Test]
    public async Task Who_sends_wrong_credentials_is_not_looked_at_any_more_but_who_was_let_in_from_there_still_is()
    {
        await using var strict = await TrialService.StartAsync(Trials.Map, ("RateLimit:WrongCredentials", "3"));
        var keys = strict.Services.GetRequiredService<KeysRepository>();
        var (_, known) = await keys.CreateAsync("Known", null, "editor", "national", null, CancellationToken.None);
        var (_, late) = await keys.CreateAsync("Late", null, "editor", "national", null, CancellationToken.None);
        var letIn = strict.Services.GetRequiredService<LetIn>();
        await strict.GetAsync("needs/editor", known);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await strict.RefusedAsync("open", $"Bearer {NobodysKey}", 401, "unknown_key");
        }

        foreach (var credential in (string[])[NobodysKey, late])
        {
            using var slowed = await strict.AskAsync("open", $"Bearer {credential}");
            OpenGovApplication.AssertProblem(slowed, await slowed.Content.ReadAsStringAsync());
            Assert.That(slowed.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests), "also a good one, which would tell a guesser");
            Assert.That(slowed.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
            Assert.That(slowed.Headers.GetValues("RateLimit-Policy").Single(), Does.StartWith("\"credentials\";q=3;"));
            Assert.That(await slowed.Content.ReadAsStringAsync(), Does.Contain("\"too_many_credentials\""));
        }

        await strict.GetAsync("needs/editor", known);
        Assert.That(letIn.Has("198.51.100.7", $"Bearer {known}"), Is.False, "from elsewhere nobody may find out that it is taken");
        using var open = await strict.AskAsync("open", null);
        Assert.That(open.StatusCode, Is.EqualTo(HttpStatusCode.OK), "reading needs no credential");
        strict.Clock.Now += TimeSpan.FromMinutes(1);
        await strict.GetAsync("needs/editor", late);
    }

    [Test]
    public async Task A_wrong_credential_is_refused_also_where_nobody_is_limited_and_is_nobodys_business_outside_the_API()
    {
        await using var unlimited = await TrialService.StartAsync(Trials.Map, ("RateLimit:Requests", "0"));
        await unlimited.RefusedAsync("open", $"Bearer {NobodysKey}", 401, "unknown_key");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.TryAddWithoutValidation("Authorization", "Basic b3BlbmdvdjpvcGVuZ292");
        using var health = await unlimited.Client.SendAsync(request);
        Assert.That(health.StatusCode, Is.EqualTo(HttpStatusCode.OK), "what a proxy asks a visitor for is not for us");
    }

    private async Task<string> KeyAsync(string role, string scope) =>
        (
            await service
                .Services.GetRequiredService<KeysRepository>()
                .CreateAsync("Trial", "Observatorio", role, scope, null, CancellationToken.None)
        ).Secret;
}

/// <summary>Routes that need what routes can need, and say who came through.</summary>
internal static class Trials
{
    public static void Map(RouteGroupBuilder api)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var group = api.MapGroup($"/needs/{Roles.Name(role)}").Needs(role);
            group.MapGet("", WhoCame).WithMetadata(Unheld);
            group.MapPost("", WhoCame);
        }

        api.MapGet("/of/{id}", WhoCame).NeedsScopeOf("id").WithMetadata(Unheld);
        api.MapGet("/national", WhoCame).NeedsScope("national").WithMetadata(Unheld);
        api.MapGet("/open", () => "open");
        api.MapGet("/open-to-tokens", WhoCame).WithMetadata(Unheld);
    }

    /// <summary>An answer that is made for who asks is not kept for others.</summary>
    private static Http.AnsweringMetadata Unheld => new(Http.Answering.Streamed);

    private static IResult WhoCame(HttpContext context)
    {
        var caller = Caller.Of(context.User)!;
        var role = caller.Role is { } known ? Roles.Name(known) : null;
        return Results.Json(
            new
            {
                id = caller.Id,
                role,
                scopes = caller.Scopes,
                organization = caller.Organization,
            }
        );
    }
}
