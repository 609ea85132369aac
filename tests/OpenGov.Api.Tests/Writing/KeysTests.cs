using System.Net;
using System.Text.Json;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Admins give keys, see how they are used, and end them; nobody sees a secret twice.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class KeysTests(string provider)
{
    private OpenGovApplication app;
    private string admin;

    [SetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync(provider);
        admin = await app.KeyAsync("admin", "national|MX-DUR", "inai");
    }

    [TearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task An_admin_gives_a_key_that_works_until_its_last_day_and_is_seen_without_its_secret()
    {
        using var made = await app.RequestAsync(
            "POST",
            "keys",
            admin,
            new
            {
                name = "Contraloría",
                organization = "mx-dur-contraloria",
                role = "editor",
                scopes = (string[])["10"],
                expires_on = "2026-11-24",
            }
        );
        var key = JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement;
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created), key.ToString());
        Assert.That(key.GetProperty("scopes")[0].GetString(), Is.EqualTo("MX-DUR"));
        Assert.That(key.GetProperty("organization_id").GetString(), Is.EqualTo("mx-dur-contraloria"));
        var (id, secret) = (key.GetProperty("id").GetString()!, key.GetProperty("secret").GetString()!);
        await app.AddedAsync("milestones", secret, new { commitment_id = "MX-DUR-PAL1-C1", title_es = "x" });

        var seen = await app.MadeAsync("GET", "keys", admin);
        var listed = seen.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        Assert.That(listed.GetProperty("last_used_at").GetString(), Is.EqualTo("2026-11-24T12:00:00.000Z"));
        Assert.That(listed.GetProperty("expires_at").GetString(), Is.EqualTo("2026-11-25T00:00:00.000Z"));
        Assert.That(seen.ToString(), Does.Not.Contain(secret));
        Assert.That((await app.MadeAsync("GET", $"keys/{id}", admin)).GetProperty("name").GetString(), Is.EqualTo("Contraloría"));

        app.Clock.Now += TimeSpan.FromHours(13);
        var (ended, code) = await app.RefusedAsync("GET", "states", secret, 401);
        Assert.That(code, Is.EqualTo("expired_key"));
        Assert.That(ended.ToString(), Does.Contain("2026-11-25").And.Not.Contain(secret));
    }

    [Test]
    public async Task An_admin_of_a_state_makes_no_key_for_an_organisation_of_another_place()
    {
        var state = await app.KeyAsync("admin", "MX-DUR", "mx-dur-contraloria");
        object For(string organization) =>
            new
            {
                name = "x",
                organization,
                role = "verifier",
                scopes = (string[])["MX-DUR"],
            };
        var (problem, code) = await app.RefusedAsync("POST", "keys", state, 403, For("fundar"));
        Assert.That(code, Is.EqualTo("missing_scope"));
        Assert.That(problem.GetProperty("detail_es").GetString(), Does.Contain("national"));
        await app.MadeAsync("POST", "keys", state, For("mx-dur-cce"));
        await app.MadeAsync("POST", "keys", admin, For("fundar"));
    }

    [Test]
    public async Task A_key_that_is_revoked_is_refused_and_a_second_time_it_is_not_there()
    {
        var key = await app.MadeAsync(
            "POST",
            "keys",
            admin,
            new
            {
                name = "x",
                organization = "Nadie",
                role = "contributor",
                scopes = (string[])["MX-DUR"],
            }
        );
        var (address, secret) = ($"keys/{key.GetProperty("id").GetString()}", key.GetProperty("secret").GetString()!);
        Assert.That(key.GetProperty("organization_id").ValueKind, Is.EqualTo(JsonValueKind.Null), "nobody of that name is on record");
        await app.MadeAsync("DELETE", address, admin);
        var (_, code) = await app.RefusedAsync("GET", "states", secret, 401);
        Assert.That(code, Is.EqualTo("revoked_key"));
        await app.RefusedAsync("DELETE", address, admin, 404);
    }

    [Test]
    public async Task A_key_reaches_no_further_than_who_gives_it_and_its_request_is_read_strictly()
    {
        object Asked(string role, string scope) =>
            new
            {
                name = "x",
                role,
                scopes = (string[])[scope],
            };
        var (_, scope) = await app.RefusedAsync("POST", "keys", admin, 403, Asked("editor", "MX-JAL"));
        Assert.That(scope, Is.EqualTo("missing_scope"));
        await app.RefusedAsync("POST", "keys", admin, 400, Asked("king", "MX-DUR"));
        await app.RefusedAsync("POST", "keys", admin, 400, Asked("editor", "MX-XXX"));
        await app.RefusedAsync("POST", "keys", admin, 400, new { name = "x" });
        await app.RefusedAsync("POST", "keys", admin, 400, """{ "name": "x", "role": "editor", "scopes": ["MX-DUR"], "secret": "mine" }""");
        await app.RefusedAsync(
            "POST",
            "keys",
            admin,
            400,
            """{ "name": "x", "role": "editor", "scopes": ["MX-DUR"], "expires_on": "2026-11-23" }"""
        );
        await app.RefusedAsync(
            "POST",
            "keys",
            admin,
            400,
            """{ "name": "x", "role": "editor", "scopes": ["MX-DUR"], "expires_on": "9999-12-31" }"""
        );
        await app.RefusedAsync("POST", "keys", admin, 400, """{ "name": "x\uFFFE", "role": "editor", "scopes": ["MX-DUR"] }""");
        var editor = await app.KeyAsync("editor", "national|MX-DUR");
        foreach (var address in (string[])["keys", "audit"])
        {
            var (_, role) = await app.RefusedAsync("GET", address, editor, 403);
            Assert.That(role, Is.EqualTo("missing_role"));
            await app.RefusedAsync("GET", address, null, 401);
        }
    }

    [TestCase("keys")]
    [TestCase("audit")]
    [TestCase("keys/key-1")]
    public async Task Of_what_is_the_callers_own_no_past_day_is_kept_and_none_is_answered_as_if_it_were(string address)
    {
        using var response = await app.RequestAsync("GET", $"{address}?as_of=2026-01-01", admin);
        Assert.That((int)response.StatusCode, Is.EqualTo(400));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("unknown_parameter").And.Contain("as_of"));
    }

    [Test]
    public async Task Admins_see_who_wrote_what_and_who_was_refused_and_no_secret()
    {
        var editor = await app.KeyAsync("editor", "MX-DUR");
        await app.AddedAsync("milestones", editor, new { commitment_id = "MX-DUR-PAL1-C1", title_es = "x" });
        await app.RefusedAsync("POST", "milestones", editor, 403, new { commitment_id = "MX-JAL-PAL2-C1", title_es = "x" });
        using var response = await app.RequestAsync("GET", "audit?sort=occurred_at", admin);
        Assert.That(response.Headers.CacheControl!.NoStore, "what one caller may see is kept nowhere");
        var body = await response.Content.ReadAsStringAsync();
        var actions = JsonDocument.Parse(body).RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.That(
            actions.Select(one => (one.GetProperty("action").GetString(), one.GetProperty("detail").GetString())),
            Is.EquivalentTo(((string?, string?)[])[("written", "MX-DUR-PAL1-C1-M1"), ("refused", "missing_scope")])
        );
        Assert.That(actions[0].GetProperty("subject").GetString(), Is.EqualTo("POST /api/v1/milestones"));
        Assert.That(body, Does.Not.Contain(editor));
    }
}
