using System.Net;
using System.Text.Json;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Records are added, changed, withdrawn and brought back by those who may, and nobody's change is lost.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class WritingTests(string provider)
{
    private OpenGovApplication app;
    private string editor;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync(provider);
        editor = await app.KeyAsync("editor", "MX-DUR");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task A_new_record_gets_an_id_by_rule_that_is_never_given_again()
    {
        using var made = await app.RequestAsync("POST", "commitments", editor, New("Padrón de hornos"));
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created), await made.Content.ReadAsStringAsync());
        var first = JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        Assert.Multiple(() =>
        {
            Assert.That(first, Does.StartWith("MX-DUR-PAL1-C"));
            Assert.That(made.Headers.Location!.AbsolutePath, Is.EqualTo($"/api/v1/commitments/{first}"));
            Assert.That(made.Headers.ETag!.Tag, Does.StartWith("\"v1-"));
            Assert.That(made.Headers.CacheControl!.NoStore);
        });
        var read = await app.GetAsync(made.Headers.Location!.ToString());
        Assert.That(read.GetProperty("title_es").GetString(), Is.EqualTo("Padrón de hornos"), "the same node shows it at once");
        Assert.That(read.GetProperty("sources")[0].GetProperty("title").GetString(), Does.StartWith("Contraloría de Gobierno"));

        await app.MadeAsync("DELETE", $"commitments/{first}?reason=Duplicado", editor, null, ("If-Match", "\"v1\""));
        Assert.That(await app.AddedAsync("commitments", editor, New("Otro")), Is.Not.EqualTo(first));
        var number = int.Parse(first[(first.LastIndexOf('C') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        var (taken, code) = await app.RefusedAsync("POST", "commitments", editor, 409, New("Otra vez", number));
        Assert.That(code, Is.EqualTo("duplicate"), "also of one that was withdrawn");
        Assert.That(taken.GetProperty("detail_es").GetString(), Does.Contain(first));
    }

    [Test]
    public async Task The_next_number_follows_all_that_were_given_by_whomever_and_none_that_was_only_tried()
    {
        await using var other = await app.StartAnotherNodeAsync();
        var first = Number(await app.AddedAsync("commitments", editor, New("Uno")));
        Assert.That(Number(await app.AddedAsync("commitments", editor, New("Dos"))), Is.EqualTo(first + 1));
        var tried = await app.MadeAsync("POST", "commitments?dry_run=true", editor, New("Prueba"));
        await app.RefusedAsync("POST", "commitments", editor, 400, New("Mal", note: new string('x', 30_000)));
        Assert.That(Number(await app.AddedAsync("commitments", editor, New("Tres"))), Is.EqualTo(first + 2));
        Assert.That(Number(tried.GetProperty("id").GetString()!), Is.EqualTo(first + 2), "what was tried is what is done");
        Assert.That(Number(await other.AddedAsync("commitments", editor, New("De otro nodo"))), Is.EqualTo(first + 3));
        Assert.That(Number(await app.AddedAsync("commitments", editor, New("Después de otro nodo"))), Is.EqualTo(first + 4));
        await app.AddedAsync("commitments", editor, New("Con número propio", first + 10));
        Assert.That(Number(await app.AddedAsync("commitments", editor, New("Después"))), Is.EqualTo(first + 11));
        await app.SaveCommitmentAsync($"MX-DUR-PAL1-C{first + 20}", ("title_es", "Importado"), ("number", first + 20L));
        Assert.That(Number(await app.AddedAsync("commitments", editor, New("Después de importar"))), Is.EqualTo(first + 21));

        static int Number(string id) => int.Parse(id[(id.LastIndexOf('C') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Test]
    public async Task A_change_names_the_version_that_it_changes_and_says_only_what_changes()
    {
        var id = await app.AddedAsync("commitments", editor, New("Antes", note: "Nota"));
        var address = $"commitments/{id}";
        await app.RefusedAsync("PATCH", address, editor, 428, new { title_es = "Después" });
        var changed = await app.MadeAsync(
            "PATCH",
            address,
            editor,
            new { title_es = "Después", note_es = (string?)null },
            ("If-Match", await app.TagAsync(address))
        );
        Assert.Multiple(() =>
        {
            Assert.That(changed.GetProperty("title_es").GetString(), Is.EqualTo("Después"));
            Assert.That(changed.GetProperty("note_es").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(changed.GetProperty("title_en").GetString(), Is.EqualTo("Text"), "what is not named stays");
            Assert.That(changed.GetProperty("version").GetInt32(), Is.EqualTo(2));
        });
        foreach (var stale in (string[])["\"v1\"", "\"v1-abc\"", "\"v3\"", "\"other\""])
        {
            var (problem, _) = await app.RefusedAsync("PATCH", address, editor, 412, new { title_es = "x" }, ("If-Match", stale));
            Assert.That(problem.GetProperty("current").GetProperty("title_es").GetString(), Is.EqualTo("Después"), stale);
            Assert.That(problem.GetProperty("detail_es").GetString(), Does.Contain("versión 2"));
        }

        foreach (var unclear in (string[])["W/\"v2\"", "*", "v2", "\"v2"])
        {
            var (problem, _) = await app.RefusedAsync("PATCH", address, editor, 400, new { title_es = "x" }, ("If-Match", unclear));
            Assert.That(problem.GetProperty("errors")[0].GetProperty("parameter").GetString(), Is.EqualTo("If-Match"), unclear);
        }

        using var same = await app.RequestAsync("PATCH", address, editor, new { title_es = "Después" }, ("If-Match", "\"v9\", \"v2\""));
        Assert.That(same.Headers.ETag!.Tag, Does.StartWith("\"v2-"), "what says the same is no change");
        var history = await app.GetAsync($"changes?record={id}");
        Assert.That(history.GetProperty("total").GetInt32(), Is.EqualTo(2));
        Assert.That(history.GetProperty("items")[0].GetProperty("actor_organization").GetString(), Is.EqualTo("mx-dur-contraloria"));
    }

    [Test]
    public async Task What_is_withdrawn_says_why_keeps_its_history_and_can_come_back()
    {
        var id = await app.AddedAsync("commitments", editor, New("Se retira"));
        var address = $"commitments/{id}";
        var (_, code) = await app.RefusedAsync("DELETE", address, editor, 422, null, ("If-Match", "\"v1\""));
        Assert.That(code, Is.EqualTo("reason_missing"));
        await app.RefusedAsync("DELETE", $"{address}?reason=x", editor, 428);
        using var done = await app.RequestAsync("DELETE", address, editor, new { reason = "Se fusionó con otro" }, ("If-Match", "\"v1\""));
        Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        var gone = await app.GetProblemAsync(address, HttpStatusCode.Gone);
        Assert.That(gone.GetProperty("reason").GetString(), Is.EqualTo("Se fusionó con otro"));
        await app.RefusedAsync("PATCH", address, editor, 410, new { title_es = "x" }, ("If-Match", "\"v2\""));
        var back = await app.MadeAsync("POST", $"{address}/restore?reason=Era+otro", editor);
        Assert.That(back.GetProperty("title_es").GetString(), Is.EqualTo("Se retira"));
        Assert.That(back.GetProperty("version").GetInt32(), Is.EqualTo(3));
        await app.RefusedAsync("POST", $"{address}/restore?reason=x", editor, 409);
        await app.RefusedAsync("POST", "commitments/MX-DUR-PAL1-C99/restore?reason=x", editor, 404);
    }

    [Test]
    public async Task What_others_name_is_not_withdrawn_from_under_them()
    {
        var (problem, code) = await app.RefusedAsync(
            "DELETE",
            "plans/MX-DUR-PAL1?reason=x",
            editor,
            422,
            null,
            ("If-Match", await app.TagAsync("plans/MX-DUR-PAL1"))
        );
        Assert.That(code, Is.EqualTo("still_named"));
        Assert.That(problem.GetProperty("errors")[0].GetProperty("nearest").GetString(), Does.StartWith("MX-DUR-PAL1-"));
    }

    private static readonly (string Body, string Code, string Pointer)[] Wrong =
    [
        ("", "unreadable", ""),
        ("{", "unreadable", ""),
        ("[]", "wrong_type", ""),
        ("\"x\"", "wrong_type", ""),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "titel_es": "x" }""", "unknown_field", "/titel_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "x", "title_es": "y" }""", "duplicate_field", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitmnt" }""", "unknown_code", "/kind"),
        ("""{ "plan_id": "MX-DUR-PAL1" }""", "required", "/kind"),
        ("""{ "kind": "commitment" }""", "required", "/plan_id"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment" }""", "required", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "x\uFFFEy" }""", "control_character", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "x\uD83F\uDFFFy" }""", "control_character", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "uno\ndos" }""", "wrong_form", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "uno\u2028dos" }""", "wrong_form", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "uno\u2029dos" }""", "wrong_form", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "\u3164\u2800" }""", "wrong_form", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "<img src=x onerror=alert(1)" }""", "markup", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "<!-- x" }""", "markup", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "x", "number": 10000 }""", "too_large", "/number"),
        (
            """{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "x", "url": "https://u:p@example.org/" }""",
            "wrong_form",
            "/url"
        ),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "x", "url": "http://127.0.0.1/x" }""", "wrong_form", "/url"),
        (
            """{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "x", "url": "https://example.org\\@evil.test/" }""",
            "wrong_form",
            "/url"
        ),
        (
            """{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "x", "due_date": "9999-01-01", "due_date_precision": "day" }""",
            "too_large",
            "/due_date"
        ),
        (
            """{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "x", "due_date": "2027-02-28", "due_date_precision": "month" }""",
            "wrong_form",
            "/due_date"
        ),
        ("""{ "plan_id": "MX-DUR-PAL9", "kind": "commitment" }""", "unknown_record", "/plan_id"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "id": "MX-DUR-PAL1-C77" }""", "fixed", "/id"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "<b>x</b>" }""", "markup", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "<!-- x -->" }""", "markup", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "x\u202Ey" }""", "control_character", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "title_es": "x\u0000y" }""", "control_character", "/title_es"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "url": "javascript:alert(1)" }""", "wrong_form", "/url"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "url": "ftp://example.org/x" }""", "wrong_form", "/url"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "due_date": "2027-02-30" }""", "not_a_date", "/due_date"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "due_date": "2027-02-28" }""", "precision_missing", "/due_date_precision"),
        ("""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "policy_areas": "education" }""", "wrong_type", "/policy_areas"),
    ];

    [Test]
    public async Task A_wrong_body_is_refused_with_the_place_and_what_would_be_right()
    {
        foreach (var (body, expected, pointer) in Wrong.Some())
        {
            var (problem, code) = await app.RefusedAsync("POST", "commitments", editor, 400, body.Length == 0 ? " " : body);
            var error = problem.GetProperty("errors")[0];
            Assert.That((code, error.GetProperty("pointer").GetString()), Is.EqualTo((expected, pointer)), body);
            Assert.That(problem.GetProperty("type").GetString(), Does.EndWith("/problems/invalid-record"));
            Assert.That(error.GetProperty("detail").GetString(), Is.Not.Empty);
        }

        foreach (var computed in (string[])["overdue", "completion", "progress_percent"])
        {
            var body = $$"""{ "plan_id": "MX-DUR-PAL1", "kind": "commitment", "{{computed}}": null }""";
            var (_, code) = await app.RefusedAsync("POST", "commitments", editor, 422, body);
            Assert.That(code, Is.EqualTo("computed"), computed);
        }
    }

    [Test]
    public async Task A_body_of_another_type_or_size_and_a_parameter_that_is_not_known_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/commitments");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {editor}");
        request.Content = new StringContent("plan_id=x", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var form = await app.Client.SendAsync(request);
        Assert.That(form.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        var large = $$"""{ "title_es": "{{new string('x', 300_000)}}" }""";
        await app.RefusedAsync("POST", "commitments", editor, 413, large);
        var (unknown, _) = await app.RefusedAsync("POST", "commitments?dryrun=true", editor, 400, New("x"));
        Assert.That(unknown.GetProperty("errors")[0].GetProperty("nearest").GetString(), Is.EqualTo("dry_run"));
        await app.RefusedAsync("POST", "commitments?dry_run=yes", editor, 400, New("x"));
        await app.RefusedAsync("POST", $"commitments?reason={new string('x', 2001)}", editor, 400, New("x"));
        await app.RefusedAsync("POST", "commitments", editor, 400, New("x"), ("Idempotency-Key", new string('k', 256)));
    }

    [Test]
    public async Task A_text_has_one_form_however_its_accents_were_typed()
    {
        var made = await app.MadeAsync("POST", "commitments", editor, New("Participacio\u0301n"));
        Assert.That(made.GetProperty("title_es").GetString(), Is.EqualTo("Participaci\u00f3n"));
    }

    [Test]
    public async Task A_dry_run_answers_as_the_write_would_and_writes_nothing()
    {
        var before = await app.GetAsync("changes?limit=1");
        using var tried = await app.RequestAsync("POST", "commitments?dry_run=true", editor, New("Se prueba"), ("Idempotency-Key", "dry"));
        Assert.That(tried.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(
            JsonDocument.Parse(await tried.Content.ReadAsStringAsync()).RootElement.GetProperty("version").GetInt32(),
            Is.EqualTo(1)
        );
        await app.GetProblemAsync(tried.Headers.Location!.ToString(), HttpStatusCode.NotFound);
        await app.RefusedAsync("POST", "commitments?dry_run=true", editor, 400, new { plan_id = "MX-DUR-PAL9", kind = "commitment" });
        Assert.That(
            (await app.GetAsync("changes?limit=1")).GetProperty("total").GetInt32(),
            Is.EqualTo(before.GetProperty("total").GetInt32())
        );
        using var real = await app.RequestAsync("POST", "commitments", editor, New("Se escribe"), ("Idempotency-Key", "dry"));
        Assert.That(real.StatusCode, Is.EqualTo(HttpStatusCode.Created), "a trial keeps no key");
        Assert.That(real.Headers.Location, Is.EqualTo(tried.Headers.Location), "the id that was announced was still free");
    }

    [Test]
    public async Task Who_wants_less_gets_an_answer_without_the_record()
    {
        using var made = await app.RequestAsync("POST", "commitments", editor, New("Breve"), ("Prefer", "return=minimal"));
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await made.Content.ReadAsStringAsync(), Is.Empty);
        Assert.That(made.Headers.GetValues("Preference-Applied"), Is.EqualTo((string[])["return=minimal"]));
        using var changed = await app.RequestAsync(
            "PATCH",
            made.Headers.Location!.ToString(),
            editor,
            new { title_es = "Más breve" },
            ("If-Match", made.Headers.ETag!.ToString()),
            ("Prefer", "respond-async, return=minimal")
        );
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(changed.Headers.ETag!.Tag, Does.StartWith("\"v2-"));
    }

    [Test]
    public async Task A_request_that_is_repeated_with_its_key_is_made_once_and_answered_alike_for_a_day()
    {
        const string Key = "5f1c8f5e-0001";
        using var first = await app.RequestAsync("POST", "commitments", editor, New("Una vez"), ("Idempotency-Key", Key));
        using var again = await app.RequestAsync("POST", "commitments", editor, New("Una vez"), ("Idempotency-Key", Key));
        Assert.Multiple(async () =>
        {
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(again.Headers.Location, Is.EqualTo(first.Headers.Location));
            Assert.That(again.Headers.ETag, Is.EqualTo(first.Headers.ETag));
            Assert.That(await again.Content.ReadAsStringAsync(), Is.EqualTo(await first.Content.ReadAsStringAsync()));
            Assert.That(again.Headers.GetValues("Idempotency-Replayed"), Is.EqualTo((string[])["true"]));
        });
        var (other, _) = await app.RefusedAsync("POST", "commitments", editor, 422, New("Otra cosa"), ("Idempotency-Key", Key));
        Assert.That(other.GetProperty("detail_es").GetString(), Does.Contain("clave nueva"));
        var stranger = await app.KeyAsync("editor", "MX-DUR");
        using var theirs = await app.RequestAsync("POST", "commitments", stranger, New("Una vez"), ("Idempotency-Key", Key));
        Assert.That(theirs.Headers.Location, Is.Not.EqualTo(first.Headers.Location), "a key is its sender's alone");
        app.Clock.Now += TimeSpan.FromHours(24.1);
        using var later = await app.RequestAsync("POST", "commitments", editor, New("Una vez"), ("Idempotency-Key", Key));
        Assert.That(later.Headers.Location, Is.Not.EqualTo(first.Headers.Location));
    }

    [Test]
    public async Task A_refusal_keeps_no_key_and_can_be_sent_again_when_it_is_right()
    {
        await app.RefusedAsync("POST", "commitments", editor, 400, new { plan_id = "MX-DUR-PAL1" }, ("Idempotency-Key", "refused"));
        using var right = await app.RequestAsync("POST", "commitments", editor, New("Ahora sí"), ("Idempotency-Key", "refused"));
        Assert.That(right.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Sixteen_clients_with_one_key_make_one_record()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ => app.RequestAsync("POST", "commitments", editor, New("Una sola"), ("Idempotency-Key", "sixteen")))
        );
        Assert.That(answers.Select(answer => answer.StatusCode).Distinct(), Is.EqualTo((HttpStatusCode[])[HttpStatusCode.Created]));
        Assert.That(answers.Select(answer => answer.Headers.Location).Distinct().Count(), Is.EqualTo(1));
        Assert.That((await app.GetAsync("commitments?q=%22Una+sola%22")).GetProperty("total").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_editors_who_change_one_record_at_once_lose_nothing_without_being_told()
    {
        var id = await app.AddedAsync("milestones", editor, new { commitment_id = "MX-DUR-PAL1-C3", title_es = "Se disputa" });
        var accepted = new System.Collections.Concurrent.ConcurrentBag<(int Version, int Percent)>();
        await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(async who =>
                {
                    for (var i = 0; i < 1_000; i++)
                    {
                        var percent = (i * 2 + who) % 100;
                        using var response = await app.RequestAsync(
                            "PATCH",
                            $"milestones/{id}",
                            editor,
                            new { progress_percent = percent },
                            ("If-Match", await app.TagAsync($"milestones/{id}"))
                        );
                        if (response.StatusCode == HttpStatusCode.OK)
                        {
                            var written = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
                            accepted.Add((written.GetProperty("version").GetInt32(), percent));
                        }
                        else
                        {
                            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
                        }
                    }
                })
        );
        var history = (await app.AllAsync($"changes?record={id}&limit=500"))
            .Where(change => change.GetProperty("action").GetString() == "updated")
            .Select(change =>
                (change.GetProperty("version").GetInt32(), change.GetProperty("after").GetProperty("progress_percent").GetInt32())
            )
            .ToList();
        Assert.That(accepted.Distinct().Some(), Is.EquivalentTo(history), "each accepted change is one of the history, with what it said");
        var now = await app.GetAsync($"milestones/{id}");
        Assert.That(
            now.GetProperty("progress_percent").GetInt32(),
            Is.EqualTo(history.MaxBy(change => change.Item1).Item2),
            "history replayed is the current state"
        );
    }

    [Test]
    public async Task A_batch_is_made_whole_or_not_at_all_and_a_refusal_says_which_write_it_was()
    {
        object Milestone(string title) =>
            new
            {
                method = "POST",
                path = "/milestones",
                body = new { commitment_id = "MX-DUR-PAL1-C4", title_es = title },
            };
        var done = await app.MadeAsync("POST", "batch", editor, new { writes = new[] { Milestone("Uno"), Milestone("Dos") } });
        var ids = done.GetProperty("results")
            .EnumerateArray()
            .Select(one => one.GetProperty("record").GetProperty("id").GetString())
            .ToList();
        Assert.That(ids, Is.EqualTo((string[])["MX-DUR-PAL1-C4-M1", "MX-DUR-PAL1-C4-M2"]));
        var broken = new
        {
            method = "POST",
            path = "/milestones",
            body = new { commitment_id = "MX-DUR-PAL1-C4", progress_percent = 101 },
        };
        var (problem, code) = await app.RefusedAsync("POST", "batch", editor, 400, new { writes = new[] { Milestone("Tres"), broken } });
        Assert.That(code, Is.EqualTo("too_large"));
        Assert.That(problem.GetProperty("write").GetInt32(), Is.EqualTo(1));
        Assert.That(problem.GetProperty("errors")[0].GetProperty("pointer").GetString(), Is.EqualTo("/writes/1/body/progress_percent"));
        await app.GetProblemAsync("milestones/MX-DUR-PAL1-C4-M3", HttpStatusCode.NotFound);

        await app.RefusedAsync("POST", "batch", editor, 400, new { writes = Array.Empty<object>() });
        await app.RefusedAsync("POST", "batch", editor, 400, new { writes = Enumerable.Repeat(Milestone("x"), 501) });
        await app.RefusedAsync("POST", "batch", editor, 400, new { writes = new[] { new { method = "POST", path = "/nothing" } } });
        await app.RefusedAsync("POST", "batch", editor, 400, new { writes = new[] { new { method = "PUT", path = "/milestones/x" } } });
        var patch = new
        {
            method = "PATCH",
            path = "/milestones/mx-dur-pal1-c4-m1",
            if_match = "\"v1\"",
            body = new { progress_percent = 50 },
        };
        await app.MadeAsync("POST", "batch?dry_run=true", editor, new { writes = new[] { patch } });
        await app.MadeAsync("POST", "batch", editor, new { writes = new[] { patch } });
        var (_, _) = await app.RefusedAsync("POST", "batch", editor, 412, new { writes = new[] { patch } });
    }

    [Test]
    public async Task A_request_under_a_key_that_names_another_version_is_another_request()
    {
        var id = await app.AddedAsync("milestones", editor, new { commitment_id = "MX-DUR-PAL1-C3", title_es = "Versiones" });
        var (body, key) = (new { progress_percent = 20 }, ("Idempotency-Key", "5f1c8f5e-0002"));
        await app.MadeAsync("PATCH", $"milestones/{id}", editor, body, key, ("If-Match", "\"v1\""));
        await app.MadeAsync("PATCH", $"milestones/{id}", editor, body, key, ("If-Match", "\"v1\""));
        await app.RefusedAsync("PATCH", $"milestones/{id}", editor, 422, body, key, ("If-Match", "\"v2\""));
    }

    [Test]
    public async Task A_write_of_a_batch_has_its_own_reason_else_that_of_its_body_else_that_of_all()
    {
        var ids = new List<string>();
        foreach (var title in (string[])["Propia", "Del cuerpo", "De todas"])
        {
            ids.Add(await app.AddedAsync("milestones", editor, new { commitment_id = "MX-DUR-PAL1-C3", title_es = title }));
        }

        var writes = ids.Select(
                (id, i) =>
                    new
                    {
                        method = "DELETE",
                        path = $"/milestones/{id}",
                        if_match = "\"v1\"",
                        reason = i == 0 ? "La propia" : null,
                        body = i == 2 ? null : new { reason = "La del cuerpo" },
                    }
            )
            .ToArray();
        await app.MadeAsync("POST", "batch?reason=La+de+todas", editor, new { writes });
        foreach (var (id, reason) in ids.Zip((string[])["La propia", "La del cuerpo", "La de todas"]).Some())
        {
            var changes = (await app.GetAsync($"changes?record={id}")).GetProperty("items").EnumerateArray();
            Assert.That(
                changes.Single(change => change.GetProperty("action").GetString() == "withdrawn").GetProperty("reason").GetString(),
                Is.EqualTo(reason)
            );
        }
    }

    [Test]
    public async Task A_holder_writes_so_many_records_in_a_window_and_the_writes_of_a_batch_count()
    {
        await using var strict = await OpenGovApplication.StartAsync(provider, ("RateLimit:Writes", "3"));
        var key = await strict.KeyAsync("editor", "MX-DUR");
        var two = new
        {
            writes = Enumerable.Repeat(
                new
                {
                    method = "POST",
                    path = "/milestones",
                    body = new { commitment_id = "MX-DUR-PAL1-C4", title_es = "x" },
                },
                2
            ),
        };
        await strict.MadeAsync("POST", "batch", key, two);
        var (_, code) = await strict.RefusedAsync("POST", "batch", key, 429, two);
        Assert.That(code, Is.EqualTo("too_many_writes"));
        strict.Clock.Now += TimeSpan.FromMinutes(1);
        await strict.MadeAsync("POST", "batch", key, two);
    }

    private static object New(string title, int? number = null, string? note = null) =>
        new
        {
            plan_id = "MX-DUR-PAL1",
            number,
            kind = "commitment",
            title_es = title,
            title_en = "Text",
            note_es = note,
        };
}
