using System.Net;
using System.Text.Json;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Tests.Writing;

/// <summary>What was answered can be sent back, and what is sent wrongly is refused for what it is.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class BodiesTests(string provider) : DurangoFixture(provider)
{
    [Test]
    public async Task What_was_answered_can_be_changed_and_sent_back()
    {
        var commitment = await NewCommitmentAsync();
        var answer = await App.ChangedAsync($"commitments/{commitment}", City, new { note_es = "Nota" });
        var body = JsonSerializer.Deserialize<Dictionary<string, object?>>(answer)!;
        body["note_es"] = "  Otra nota ";
        var changed = await App.ChangedAsync($"commitments/{commitment}", City, body);
        Assert.That(changed.GetProperty("note_es").GetString(), Is.EqualTo("Otra nota"));
        await RefusedAsync("PATCH", $"commitments/{commitment}", City, 422, body);
        await RefusedAsync("PATCH", $"commitments/{commitment}", City, 422, new { completion = "complete" });
    }

    [Test]
    public async Task A_date_that_cannot_be_read_is_refused_wherever_there_is_one()
    {
        foreach (var editing in Editings.All.Some())
        {
            foreach (var field in editing.Described.Fields.Where(field => field.Type == "date").PerhapsNone("some have no dates"))
            {
                foreach (var value in (object?[])["28/11/2026", "2026-02-30", "", null, true, 20261128, "9999-12-31", "0001-01-01"])
                {
                    var body = new Dictionary<string, object?>
                    {
                        ["state_id"] = "MX-DUR",
                        ["commitment_id"] = "MX-DUR-PAL1-C2",
                        [field.Name] = value,
                        [$"{field.Name}_precision"] = "day",
                        ["proposal_es"] = "Hornos cerrados",
                        ["title_es"] = "Hornos cerrados",
                    };
                    using var response = await App.RequestAsync(
                        "POST",
                        $"{editing.Path.TrimStart('/')}?dry_run=true",
                        Admin,
                        body.Where(one => editing.Described.ByName.ContainsKey(one.Key)).ToDictionary()
                    );
                    var said = $"{editing.Path} {field.Name} {value}: {await response.Content.ReadAsStringAsync()}";
                    Assert.That((int)response.StatusCode, Is.LessThan(500), said);
                }
            }
        }

        var (_, code) = await App.RefusedAsync(
            "POST",
            "dialogues/proposals",
            Council,
            400,
            new
            {
                state_id = "MX-DUR",
                proposal_es = "Hornos cerrados",
                proposed_on = "28/11/2026",
                proposed_on_precision = "day",
            }
        );
        Assert.That(code, Is.EqualTo("not_a_date"));
    }

    [Test]
    public async Task A_body_that_is_no_record_is_told_so_before_any_scope()
    {
        foreach (var body in (string[])["[]", "null", "7"])
        {
            Assert.That((await App.RefusedAsync("POST", "dialogues/proposals", Council, 400, body)).Code, Is.EqualTo("wrong_type"));
        }
    }

    [Test]
    public async Task A_reason_is_as_plain_as_any_text()
    {
        var proposal = await App.AddedAsync("dialogues/proposals", Council, Proposed(null));
        var address = $"dialogues/proposals/{proposal}?reason={Uri.EscapeDataString("<img src=x> motivo")}";
        var tag = ("If-Match", await App.TagAsync(address));
        Assert.That((await App.RefusedAsync("DELETE", address, Council, 400, null, tag)).Code, Is.EqualTo("markup"));
    }

    [Test]
    public async Task In_whose_name_another_has_proposed_may_take_that_back()
    {
        var body = new
        {
            state_id = "MX-DUR",
            proposal_es = "Hornos cerrados",
            organization_id = "mx-dur-consejo-ciudadano",
        };
        var proposal = await App.AddedAsync("dialogues/proposals", City, body);
        var address = $"dialogues/proposals/{proposal}";
        var tag = ("If-Match", await App.TagAsync(address));
        var other = await App.KeyAsync("contributor", "MX-DUR", "mx-dur-cce");
        await App.RefusedAsync("DELETE", $"{address}?reason=Ajena", other, 403, null, tag);
        await App.RefusedAsync("PATCH", address, Council, 403, new { proposal_es = "Otra" }, tag);
        await App.MadeAsync("DELETE", $"{address}?reason=No+lo+propusimos", Council, null, tag);
    }

    [Test]
    public async Task The_next_number_is_within_bounds_whatever_number_was_given()
    {
        var commitment = await NewCommitmentAsync();
        await App.RefusedAsync(
            "POST",
            "milestones",
            City,
            400,
            new
            {
                commitment_id = commitment,
                title_es = "x",
                number = int.MaxValue,
            }
        );
        var last = await App.AddedAsync(
            "milestones",
            City,
            new
            {
                commitment_id = commitment,
                title_es = "x",
                number = 9999,
            }
        );
        Assert.That(last, Is.EqualTo($"{commitment}-M9999"));
        Assert.That(
            await App.AddedAsync("milestones", City, new { commitment_id = commitment, title_es = "x" }),
            Is.EqualTo($"{commitment}-M1")
        );
        Assert.That(
            await App.AddedAsync("milestones", City, new { commitment_id = commitment, title_es = "x" }),
            Is.EqualTo($"{commitment}-M2")
        );
    }

    [Test]
    public async Task A_body_that_breaks_off_or_is_compressed_is_no_failure_of_the_service()
    {
        using var zipped = new HttpRequestMessage(HttpMethod.Post, "/api/v1/milestones");
        zipped.Headers.TryAddWithoutValidation("Authorization", $"Bearer {City}");
        zipped.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        zipped.Content.Headers.ContentEncoding.Add("gzip");
        using var response = await App.Client.SendAsync(zipped);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        using var quoted = new HttpRequestMessage(HttpMethod.Post, "/api/v1/milestones");
        quoted.Headers.TryAddWithoutValidation("Authorization", $"Bearer {City}");
        quoted.Content = new StringContent("{}");
        quoted.Content.Headers.Remove("Content-Type");
        quoted.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=\"utf-8\"");
        using var taken = await App.Client.SendAsync(quoted);
        Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "it is read, and says too little");
    }

    [TestCase("POST", "milestones.csv", ".csv")]
    [TestCase("POST", "milestones.json", ".json")]
    [TestCase("PATCH", "commitments/MX-DUR-PAL1-C2.json", ".json")]
    [TestCase("POST", "batch.json", ".json")]
    public async Task A_suffix_is_for_reading_and_who_writes_is_told_to_leave_it_out(string method, string address, string suffix)
    {
        var (problem, _) = await App.RefusedAsync(method, address, City, 405, "{}");
        Assert.That(
            problem.GetProperty("detail").GetString(),
            Does.StartWith($"The suffix {suffix} ").And.EndWith("leave it out to write.")
        );
        Assert.That(
            problem.GetProperty("detail_es").GetString(),
            Does.StartWith($"El sufijo {suffix} ").And.EndWith("quítelo para escribir.")
        );
    }

    [Test]
    public async Task What_stands_beside_the_fields_may_only_say_what_the_record_says()
    {
        var commitment = await NewCommitmentAsync();
        var address = $"commitments/{commitment}";
        await App.ChangedAsync(address, City, await App.ChangedAsync(address, City, new { note_es = "x" }));
        foreach (
            var (name, body) in ((string, object)[])
                [
                    ("version", new { version = 9 }),
                    ("updated_at", new { updated_at = "2100-01-01T00:00:00Z" }),
                    ("links", new { links = new { self = "https://example.org/" } }),
                ]
        )
        {
            var tag = ("If-Match", await App.TagAsync(address));
            var (problem, code) = await App.RefusedAsync("PATCH", address, City, 422, body, tag);
            Assert.That(code, Is.EqualTo("computed"), name);
            var error = problem.GetProperty("errors")[0];
            Assert.That(error.GetProperty("pointer").GetString(), Is.EqualTo($"/{name}"));
            Assert.That(error.GetProperty("detail").GetString(), Does.Contain("says another than the record"), name);
            Assert.That(error.GetProperty("detail_es").GetString(), Does.Contain("dice otra cosa que el registro"), name);
        }
    }

    [Test]
    public void A_reason_is_of_words_that_can_be_seen()
    {
        Assert.That(WrittenRules.IsReasoned("Se fusionó"));
        Assert.That(WrittenRules.IsReasoned("Motivo"), Is.False);
        Assert.That(WrittenRules.IsReasoned("\u3164 \u115F \uFFA0"), Is.False);
    }
}
