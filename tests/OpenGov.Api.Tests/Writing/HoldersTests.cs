using System.Text.Json;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Keys, webhooks, the log and sources are seen and changed by those to whom they belong.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class HoldersTests(string provider) : DurangoFixture(provider)
{
    [Test]
    public async Task An_admin_sees_and_ends_what_is_within_its_scopes_alone()
    {
        var national = await App.KeyAsync("admin", "national", "inai");
        var both = await App.KeyAsync("admin", "national|MX-DUR", "inai");
        var mine = (await App.MadeAsync("GET", "keys?limit=500", Admin)).GetProperty("items").EnumerateArray().ToList();
        Assert.That(mine.Some().SelectMany(Scopes).Distinct(), Is.EqualTo((string[])["MX-DUR"]));
        var theirs = (await App.MadeAsync("GET", "keys?limit=500", both)).GetProperty("items").EnumerateArray().ToList();
        var beyond = theirs.Some().Where(key => Scopes(key).Contains("national")).Select(key => key.GetProperty("id").GetString()).ToList();
        foreach (var id in beyond.Some())
        {
            foreach (var method in (string[])["GET", "DELETE"])
            {
                var (_, code) = await App.RefusedAsync(method, $"keys/{id}", Admin, 403);
                Assert.That(code, Is.EqualTo("missing_scope"));
            }
        }

        var webhook = await App.MadeAsync("POST", "webhooks", national, new { url = "https://example.org/opengov" });
        var hook = webhook.GetProperty("id").GetString();
        await App.RefusedAsync("DELETE", $"webhooks/{hook}", Admin, 404);
        Assert.That((await App.MadeAsync("GET", "webhooks", Admin)).ToString(), Does.Not.Contain(hook));
        Assert.That((await App.MadeAsync("GET", "webhooks", both)).ToString(), Does.Contain(hook));
        Assert.That((await App.MadeAsync("GET", "audit?limit=500", Admin)).ToString(), Does.Not.Contain(hook));
        Assert.That(
            (await App.MadeAsync("GET", "audit?action=webhook_created", both)).ToString(),
            Does.Contain(hook).And.Contain("https://example.org/opengov")
        );
        await App.MadeAsync("DELETE", $"webhooks/{hook}", both);
        Assert.That((await App.MadeAsync("GET", "audit?action=webhook_ended", both)).ToString(), Does.Contain(hook));

        static IEnumerable<string> Scopes(JsonElement key) => key.GetProperty("scopes").EnumerateArray().Select(one => one.GetString()!);
    }

    [Test]
    public async Task Who_is_refused_at_an_address_is_written_down()
    {
        await App.RefusedAsync("POST", "plans", Chamber, 403, "{}");
        var refused = (await App.MadeAsync("GET", "audit?action=refused&limit=500", Admin)).GetProperty("items").EnumerateArray().ToList();
        Assert.That(
            refused.Some().Select(one => (one.GetProperty("subject").GetString(), one.GetProperty("detail").GetString())),
            Does.Contain(("POST /api/v1/plans", "missing_role"))
        );
    }

    [Test]
    public async Task An_answer_with_a_secret_takes_no_idempotency_key()
    {
        foreach (
            var (address, body) in ((string, object)[])[("keys", new { name = "x" }), ("webhooks", new { url = "https://example.org" })]
        )
        {
            var (problem, _) = await App.RefusedAsync("POST", address, Admin, 400, body, ("Idempotency-Key", "k"));
            Assert.That(problem.GetProperty("errors")[0].GetProperty("parameter").GetString(), Is.EqualTo("Idempotency-Key"));
        }
    }

    [Test]
    public async Task A_source_is_changed_by_who_made_it_or_for_the_whole_country()
    {
        var elsewhere = await App.KeyAsync("editor", "MX-SIN", "mx-sin-other");
        var source = await App.AddedAsync(
            "sources",
            City,
            new
            {
                title = "Acta",
                read_extent = "whole",
                url = "https://example.org/acta",
            }
        );
        var commitment = await NewCommitmentAsync();
        var own = (await App.GetAsync($"commitments/{commitment}")).GetProperty("sources")[0].GetProperty("id").GetString();
        Assert.That(own, Does.StartWith("W"));
        foreach (var id in (string?[])["S0", source, own])
        {
            var (_, code) = await RefusedAsync("PATCH", $"sources/{id}", elsewhere, 403, new { title = "x" });
            Assert.That(code, Is.EqualTo("other_organization"), id);
            await RefusedAsync("DELETE", $"sources/{id}?reason=x", elsewhere, 403, null);
        }

        await RefusedAsync("PATCH", "sources/S0", City, 403, new { title = "x" });
        await App.ChangedAsync($"sources/{source}", City, new { title = "Acta de la sesión" });
        await App.ChangedAsync("sources/S0", await App.KeyAsync("editor", "national", "inai"), new { note_es = "Nota" });
    }

    [Test]
    public async Task What_another_withdrew_comes_back_by_that_one_or_an_admin()
    {
        var proposal = await App.AddedAsync("dialogues/proposals", Council, Proposed(null));
        await RefusedAsync("DELETE", $"dialogues/proposals/{proposal}?reason=x", City, 403, null);
        await App.MadeAsync("DELETE", $"dialogues/proposals/{proposal}?reason=Insultos", Admin, null, ("If-Match", "\"v1\""));
        var (_, code) = await App.RefusedAsync("POST", $"dialogues/proposals/{proposal}/restore?reason=x", Council, 403);
        Assert.That(code, Is.EqualTo("other_organization"));
        await App.MadeAsync("POST", $"dialogues/proposals/{proposal}/restore?reason=x", Admin);
        await App.ChangedAsync($"dialogues/proposals/{proposal}", Council, new { proposal_es = "Sin insultos" });
    }

    [Test]
    public async Task A_place_has_one_organisation_of_a_name_and_codes_come_with_the_program()
    {
        object Named(string state) =>
            new
            {
                name = "Vecinos del Aire",
                sector = "civil_society",
                level = "local",
                state_id = state,
            };
        var wide = await App.KeyAsync("admin", "national|MX-DUR|MX-JAL", "inai");
        await App.AddedAsync("organizations", wide, Named("MX-DUR"));
        await App.AddedAsync("organizations", wide, Named("MX-JAL"));
        await App.RefusedAsync("POST", "organizations", wide, 409, Named("MX-DUR"));
        await App.RefusedAsync("POST", "terms", wide, 405, new { vocabulary = "ambition", code = "new" });
        await App.RefusedAsync("DELETE", "terms/ambition.high?reason=x", wide, 405);
    }
}
