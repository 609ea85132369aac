using System.Net;
using System.Text.Json;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Nobody verifies itself, binds another state, undoes another's word, or changes what was adopted without saying why.</summary>
public sealed class TrustTests
{
    private OpenGovApplication app;
    private string city;
    private string institute;
    private string chamber;
    private string council;
    private string admin;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync();
        city = await app.KeyAsync("editor", "MX-DUR", "mx-dur-ayuntamiento");
        institute = await app.KeyAsync("editor", "MX-DUR", "mx-dur-idaip");
        chamber = await app.KeyAsync("verifier", "MX-DUR", "mx-dur-cce");
        council = await app.KeyAsync("contributor", "MX-DUR", "mx-dur-consejo-ciudadano");
        admin = await app.KeyAsync("admin", "MX-DUR", "mx-dur-contraloria");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    // Keys, webhooks and the log.

    [Test]
    public async Task An_admin_sees_and_ends_what_is_within_its_scopes_alone()
    {
        var national = await app.KeyAsync("admin", "national", "inai");
        var both = await app.KeyAsync("admin", "national|MX-DUR", "inai");
        var mine = (await app.MadeAsync("GET", "keys?limit=500", admin)).GetProperty("items").EnumerateArray().ToList();
        Assert.That(mine.Some().SelectMany(Scopes).Distinct(), Is.EqualTo((string[])["MX-DUR"]));
        var theirs = (await app.MadeAsync("GET", "keys?limit=500", both)).GetProperty("items").EnumerateArray().ToList();
        var beyond = theirs.Some().Where(key => Scopes(key).Contains("national")).Select(key => key.GetProperty("id").GetString()).ToList();
        foreach (var id in beyond.Some())
        {
            foreach (var method in (string[])["GET", "DELETE"])
            {
                var (_, code) = await app.RefusedAsync(method, $"keys/{id}", admin, 403);
                Assert.That(code, Is.EqualTo("missing_scope"));
            }
        }

        var webhook = await app.MadeAsync("POST", "webhooks", national, new { url = "https://example.org/opengov" });
        var hook = webhook.GetProperty("id").GetString();
        await app.RefusedAsync("DELETE", $"webhooks/{hook}", admin, 404);
        Assert.That((await app.MadeAsync("GET", "webhooks", admin)).ToString(), Does.Not.Contain(hook));
        Assert.That((await app.MadeAsync("GET", "webhooks", both)).ToString(), Does.Contain(hook));
        Assert.That((await app.MadeAsync("GET", "audit?limit=500", admin)).ToString(), Does.Not.Contain(hook));
        Assert.That(
            (await app.MadeAsync("GET", "audit?action=webhook_created", both)).ToString(),
            Does.Contain(hook).And.Contain("https://example.org/opengov")
        );
        await app.MadeAsync("DELETE", $"webhooks/{hook}", both);
        Assert.That((await app.MadeAsync("GET", "audit?action=webhook_ended", both)).ToString(), Does.Contain(hook));

        static IEnumerable<string> Scopes(JsonElement key) => key.GetProperty("scopes").EnumerateArray().Select(one => one.GetString()!);
    }

    [Test]
    public async Task Who_is_refused_at_an_address_is_written_down()
    {
        await app.RefusedAsync("POST", "plans", chamber, 403, "{}");
        var refused = (await app.MadeAsync("GET", "audit?action=refused&limit=500", admin)).GetProperty("items").EnumerateArray().ToList();
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
            var (problem, _) = await app.RefusedAsync("POST", address, admin, 400, body, ("Idempotency-Key", "k"));
            Assert.That(problem.GetProperty("errors")[0].GetProperty("parameter").GetString(), Is.EqualTo("Idempotency-Key"));
        }
    }

    // Sources.

    [Test]
    public async Task A_source_is_changed_by_who_made_it_or_for_the_whole_country()
    {
        var elsewhere = await app.KeyAsync("editor", "MX-SIN", "mx-sin-other");
        var source = await app.AddedAsync(
            "sources",
            city,
            new
            {
                title = "Acta",
                read_extent = "whole",
                url = "https://example.org/acta",
            }
        );
        var commitment = await NewCommitmentAsync();
        var own = (await app.GetAsync($"commitments/{commitment}")).GetProperty("sources")[0].GetProperty("id").GetString();
        Assert.That(own, Does.StartWith("W"));
        foreach (var id in (string?[])["S0", source, own])
        {
            var (_, code) = await RefusedAsync("PATCH", $"sources/{id}", elsewhere, 403, new { title = "x" });
            Assert.That(code, Is.EqualTo("other_organization"), id);
            await RefusedAsync("DELETE", $"sources/{id}?reason=x", elsewhere, 403, null);
        }

        await RefusedAsync("PATCH", "sources/S0", city, 403, new { title = "x" });
        await app.ChangedAsync($"sources/{source}", city, new { title = "Acta de la sesión" });
        await app.ChangedAsync("sources/S0", await app.KeyAsync("editor", "national", "inai"), new { note_es = "Nota" });
    }

    // Verification.

    [Test]
    public async Task No_organisation_comes_to_verify_what_it_carries_out_or_reported()
    {
        var (commitment, milestone) = await CompletedAsync();
        var address = $"commitments/{commitment}";

        // Reported once, reported for ever.
        await app.ChangedAsync(address, institute, new { status = "in_progress" });
        await app.ChangedAsync(address, city, new { status = "completed" });
        var (_, reported) = await RefusedAsync("PATCH", address, institute, 422, new { status = "verified" });
        Assert.That(reported, Is.EqualTo("own_verification"));

        // Verified by the chamber, which then can neither lead nor support it.
        await app.ChangedAsync(address, chamber, new { status = "verified" });
        foreach (var field in (string[])["lead_organizations", "supporting_organizations"])
        {
            var body = new Dictionary<string, object> { [field] = (string[])["mx-dur-cce"] };
            var (problem, code) = await RefusedAsync("PATCH", address, city, 422, body);
            Assert.That(code, Is.EqualTo("own_verification"), $"{problem}");
        }

        // What was led once is not verified later, in one batch or in several requests.
        var led = new
        {
            writes = new object[]
            {
                new
                {
                    method = "PATCH",
                    path = $"/{address}",
                    if_match = await app.TagAsync(address),
                    reason = "x",
                    body = new { status = "completed" },
                },
                new
                {
                    method = "PATCH",
                    path = $"/{address}",
                    if_match = $"\"v{await VersionAsync(address) + 1}\"",
                    body = new { status = "verified" },
                },
            },
        };
        var (_, again) = await app.RefusedAsync("POST", "batch", city, 422, led);
        Assert.That(again, Is.EqualTo("own_verification"));

        // A verification is taken back with a reason, by an editor or by who gave it.
        var (_, unexplained) = await RefusedAsync("PATCH", address, city, 422, new { status = "completed" });
        Assert.That(unexplained, Is.EqualTo("reason_missing"));
        var other = await app.KeyAsync("verifier", "MX-DUR", "mx-dur-consejo-ciudadano");
        await RefusedAsync("PATCH", $"{address}?reason=x", other, 403, new { status = "completed" });
        await app.ChangedAsync($"{address}?reason=Era+otra+acta", chamber, new { status = "completed" });

        // A milestone names who verified it, and nobody when it is verified no more.
        var verified = await app.ChangedAsync($"milestones/{milestone}", chamber, new { status = "verified" });
        Assert.That(verified.GetProperty("verified_by").GetString(), Is.EqualTo("mx-dur-cce"));
        Assert.That(verified.GetProperty("verified_on").GetString(), Is.EqualTo("2026-11-24"));
        await app.ChangedAsync($"milestones/{milestone}", chamber, new { verification_outcome = "Confirmado" });
        var (_, taken) = await RefusedAsync("PATCH", address, city, 422, new { lead_organizations = (string[])["mx-dur-cce"] });
        Assert.That(taken, Is.EqualTo("own_verification"));
        var dropped = await app.ChangedAsync($"milestones/{milestone}?reason=x", city, new { status = "completed" });
        Assert.That(dropped.GetProperty("verified_by").ValueKind, Is.EqualTo(JsonValueKind.Null));
        await RefusedAsync(
            "PATCH",
            $"milestones/{milestone}",
            city,
            400,
            new
            {
                status = "in_progress",
                completed_on = "2026-11-01",
                completed_on_precision = "day",
            }
        );
    }

    [Test]
    public async Task Evidence_has_an_address_and_that_of_what_is_done_changes_with_a_reason()
    {
        var (commitment, _) = await CompletedAsync();
        var (_, missing) = await app.RefusedAsync(
            "POST",
            "evidence",
            city,
            400,
            new
            {
                commitment_id = commitment,
                title_es = "Sin dirección",
                title_en = "None",
                kind = "document",
            }
        );
        Assert.That(missing, Is.EqualTo("required"));
        var evidence = (await app.GetAsync($"commitments/{commitment}")).GetProperty("evidence")[0].GetProperty("id").GetString();
        foreach (var key in (string[])[city, institute])
        {
            var (_, code) = await RefusedAsync("PATCH", $"evidence/{evidence}", key, 422, new { url = "https://example.org/otra" });
            Assert.That(code, Is.EqualTo("reason_missing"));
        }

        await app.ChangedAsync($"evidence/{evidence}?reason=Se+movió", city, new { url = "https://example.org/otra" });
    }

    // Places.

    [Test]
    public void Whatever_a_record_of_a_state_names_of_a_state_is_of_its_own()
    {
        var tried = 0;
        foreach (var editing in Editings.All.Some())
        {
            var fields = editing.Described.Fields.Where(field =>
                field.References is { Field: "id" } reference && Editings.Of(reference.Table).IsPlaced || field.Name == "municipality"
            );
            foreach (var field in fields.PerhapsNone("some tables name none; the rest are counted"))
            {
                var row = editing.Described.Fields.ToDictionary(one => one.Name, _ => (object?)null);
                row["id"] = "MX-DUR-X1";
                row["state_id"] = row.ContainsKey("state_id") ? "MX-DUR" : null;
                row["plan_id"] = row.ContainsKey("plan_id") ? "MX-DUR-PAL1" : null;
                row["secretariat_id"] = row.ContainsKey("secretariat_id") ? "MX-DUR-STL" : null;
                row[field.Name] = field.Name == "municipality" ? "10005" : "MX-DUR";
                Assert.That(Places.Elsewhere(editing, row, null), Is.Empty, $"{editing.Table}.{field.Name}");
                row[field.Name] = field.Name == "municipality" ? "25006" : "MX-SIN";
                if (editing.ScopesOf(row).All(scope => scope == "MX-SIN"))
                {
                    // It is what says where the record belongs.
                    continue;
                }

                Assert.That(
                    Places.Elsewhere(editing, row, null).Select(error => error.Code).Distinct().Some(),
                    Is.EqualTo((string[])[ErrorCodes.Contradiction]),
                    $"{editing.Table}.{field.Name}"
                );
                Assert.That(Places.NamedBy(editing, row, null), Does.Contain("MX-SIN"), $"{editing.Table}.{field.Name}");
                Assert.That(Places.NamedBy(editing, row, row), Is.Empty, "what stays is not asked about");
                tried++;
            }
        }

        Assert.That(tried, Is.GreaterThan(12));
    }

    [Test]
    public async Task Nobody_binds_a_plan_of_another_place()
    {
        object Proposal(string plan) =>
            new
            {
                state_id = "MX-DUR",
                plan_id = plan,
                proposal_es = "Otra cosa",
            };
        foreach (var plan in (string[])["MX-JAL-PAL1", "MX-NAP4"])
        {
            var (_, code) = await app.RefusedAsync("POST", "dialogues/proposals", council, 403, Proposal(plan));
            Assert.That(code, Is.EqualTo("missing_scope"), plan);
            var both = await app.KeyAsync("editor", "MX-DUR|MX-JAL|national", "inai");
            var (_, apart) = await app.RefusedAsync("POST", "dialogues/proposals", both, 400, Proposal(plan));
            Assert.That(apart, Is.EqualTo("contradiction"), plan);
        }

        var (_, typo) = await app.RefusedAsync("POST", "milestones", city, 400, new { commitment_id = "MX-DUR-PAL1-CX", title_es = "x" });
        Assert.That(typo, Is.EqualTo("unknown_record"), "what is not there is of no scope");
        var (empty, _) = await app.RefusedAsync("POST", "milestones", city, 400, "{}");
        Assert.That(
            empty.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()),
            Is.EqualTo((string[])["/commitment_id"])
        );
        Assert.That(empty.GetProperty("detail").GetString(), Does.Contain("/commitment_id"));
        await RefusedAsync("PATCH", "commitments/MX-DUR-PAL1-C2", city, 403, new { municipality = "25006" });
    }

    // Adopted plans.

    [Test]
    public void Every_table_that_leads_to_a_plan_says_what_of_it_was_adopted_or_only_reports()
    {
        string[] reports = ["evidence", "observations", "assessments", "sessions", "agreements", "proposals", "practices"];
        var leading = new HashSet<string> { "plans" };
        while (
            Schema.Current.Tables.FirstOrDefault(table =>
                !leading.Contains(table.Name)
                && table.Fields.Any(field => field.References is { } reference && leading.Contains(reference.Table))
            )
                is { } next
        )
        {
            leading.Add(next.Name);
        }

        var adopted = leading.Some().Where(table => Editings.Of(table) is AdoptedEditing);
        Assert.That(adopted.Concat(reports), Is.EquivalentTo(leading));
        foreach (var editing in Editings.All.OfType<AdoptedEditing>().Some())
        {
            Assert.That(editing.Reported.PerhapsNone("some only promise"), Is.SubsetOf(editing.Described.ByName.Keys), editing.Table);
        }
    }

    [Test]
    public async Task Nothing_of_an_adopted_plan_changes_without_a_reason_also_when_it_is_taken_back()
    {
        var plan = await NewPlanAsync(31);
        var commitment = await NewCommitmentAsync(plan);
        var milestone = await app.AddedAsync("milestones", city, new { commitment_id = commitment, title_es = "Padrón" });
        var indicator = await app.AddedAsync("indicators", city, Indicator(commitment));
        await app.ChangedAsync($"plans/{plan}", city, new { stage = "implementation" });
        (string Address, object Body)[] changes =
        [
            ($"plans/{plan}", new { title_es = "Otro" }),
            ($"plans/{plan}", new { stage = "co_creation" }),
            ($"plans/{plan}", new { end_date = "2027-12-31", end_date_precision = "day" }),
            ($"commitments/{commitment}", new { kind = "proactive" }),
            ($"commitments/{commitment}", new { theme_es = "Aire" }),
            ($"commitments/{commitment}", new { note_es = "Nota" }),
            ($"milestones/{milestone}", new { title_es = "Otro" }),
            ($"milestones/{milestone}", new { due_date = "2027-01-01", due_date_precision = "day" }),
            ($"indicators/{indicator}", new { target = 5 }),
        ];
        foreach (var (address, body) in changes.Some())
        {
            var (problem, code) = await RefusedAsync("PATCH", address, city, 422, body);
            Assert.That(
                (code, problem.GetProperty("detail_es").GetString()),
                Is.EqualTo(("reason_missing", problem.GetProperty("detail_es").GetString())),
                $"{address} {problem}"
            );
        }

        (string Address, object Body)[] additions =
        [
            (
                "commitments",
                new
                {
                    plan_id = plan,
                    kind = "commitment",
                    title_es = "Nuevo",
                }
            ),
            ("milestones", new { commitment_id = commitment, title_es = "Nuevo" }),
            ("indicators", Indicator(commitment)),
            (
                "plan_members",
                new
                {
                    plan_id = plan,
                    organization_id = "mx-dur-cce",
                    sector = "private_sector",
                }
            ),
        ];
        foreach (var (address, body) in additions.Some())
        {
            var (_, code) = await app.RefusedAsync("POST", address, city, 422, body);
            Assert.That(code, Is.EqualTo("reason_missing"), address);
        }

        await app.ChangedAsync($"commitments/{commitment}", city, new { status = "in_progress" });
        await app.ChangedAsync($"milestones/{milestone}", city, new { progress_percent = 40 });
        await app.ChangedAsync($"plans/{plan}?reason=Se+corrige", city, new { stage = "co_creation" });
        var (_, back) = await RefusedAsync("PATCH", $"commitments/{commitment}", city, 422, new { title_es = "Menos" });
        Assert.That(back, Is.EqualTo("reason_missing"));
        await app.ChangedAsync($"commitments/{commitment}?reason=Se+acordó", city, new { title_es = "Menos" });
    }

    [Test]
    public async Task An_answer_is_reasoned_is_changed_with_a_reason_and_is_owed_by_no_adopted_plan()
    {
        var plan = await NewPlanAsync(32);
        var proposal = await app.AddedAsync("dialogues/proposals", council, Proposed(plan));
        var address = $"dialogues/proposals/{proposal}";
        var read = await app.GetAsync(address);
        Assert.That(
            read.GetProperty("organization_id").GetString(),
            Is.EqualTo("mx-dur-consejo-ciudadano"),
            "who proposes is who has the key"
        );
        Assert.That(read.GetProperty("sector").ValueKind, Is.EqualTo(JsonValueKind.String));
        var (_, voice) = await RefusedAsync("PATCH", address, council, 422, new { sector = "government" });
        Assert.That(voice, Is.EqualTo("other_voice"));
        await RefusedAsync("PATCH", address, city, 422, new { decision = "accepted", response_es = "." });
        await RefusedAsync(
            "PATCH",
            address,
            city,
            400,
            new
            {
                decision = "not_accepted",
                response_es = "No hay dinero",
                commitment_id = "MX-DUR-PAL1-C2",
            }
        );

        // One that is withdrawn before it is answered does not come back to a plan that was adopted.
        var withdrawn = await app.AddedAsync("dialogues/proposals", council, Proposed(plan));
        await app.MadeAsync("DELETE", $"dialogues/proposals/{withdrawn}?reason=x", council, null, ("If-Match", "\"v1\""));
        var answered = await app.ChangedAsync(address, city, new { decision = "accepted", response_es = "Se adopta" });
        Assert.That(answered.GetProperty("responded_on").GetString(), Is.EqualTo("2026-11-24"));
        await app.ChangedAsync($"plans/{plan}", city, new { stage = "implementation" });
        var (_, restored) = await app.RefusedAsync("POST", $"dialogues/proposals/{withdrawn}/restore?reason=x", council, 422);
        Assert.That(restored, Is.EqualTo("unanswered_proposal"));
        var (_, late) = await app.RefusedAsync("POST", "dialogues/proposals", council, 422, Proposed(plan));
        Assert.That(late, Is.EqualTo("unanswered_proposal"));
        object erased = new
        {
            decision = (string?)null,
            response_es = (string?)null,
            responded_on = (string?)null,
            responded_on_precision = (string?)null,
        };
        await RefusedAsync("PATCH", address, city, 422, erased);
        var (_, code) = await RefusedAsync("PATCH", $"{address}?reason=x", city, 422, erased);
        Assert.That(code, Is.EqualTo("unanswered_proposal"));
        var (_, silent) = await RefusedAsync("PATCH", address, city, 422, new { response_es = "Otra respuesta" });
        Assert.That(silent, Is.EqualTo("reason_missing"));
        await app.ChangedAsync($"{address}?reason=Se+precisa", city, new { response_es = "Otra respuesta" });
    }

    // What another withdrew.

    [Test]
    public async Task What_another_withdrew_comes_back_by_that_one_or_an_admin()
    {
        var proposal = await app.AddedAsync("dialogues/proposals", council, Proposed(null));
        await RefusedAsync("DELETE", $"dialogues/proposals/{proposal}?reason=x", city, 403, null);
        await app.MadeAsync("DELETE", $"dialogues/proposals/{proposal}?reason=Insultos", admin, null, ("If-Match", "\"v1\""));
        var (_, code) = await app.RefusedAsync("POST", $"dialogues/proposals/{proposal}/restore?reason=x", council, 403);
        Assert.That(code, Is.EqualTo("other_organization"));
        await app.MadeAsync("POST", $"dialogues/proposals/{proposal}/restore?reason=x", admin);
        await app.ChangedAsync($"dialogues/proposals/{proposal}", council, new { proposal_es = "Sin insultos" });
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
        var wide = await app.KeyAsync("admin", "national|MX-DUR|MX-JAL", "inai");
        await app.AddedAsync("organizations", wide, Named("MX-DUR"));
        await app.AddedAsync("organizations", wide, Named("MX-JAL"));
        await app.RefusedAsync("POST", "organizations", wide, 409, Named("MX-DUR"));
        await app.RefusedAsync("POST", "terms", wide, 405, new { vocabulary = "ambition", code = "new" });
        await app.RefusedAsync("DELETE", "terms/ambition.high?reason=x", wide, 405);
    }

    // What was answered.

    [Test]
    public async Task What_was_answered_can_be_changed_and_sent_back()
    {
        var commitment = await NewCommitmentAsync();
        var answer = await app.ChangedAsync($"commitments/{commitment}", city, new { note_es = "Nota" });
        var body = JsonSerializer.Deserialize<Dictionary<string, object?>>(answer)!;
        body["note_es"] = "  Otra nota ";
        var changed = await app.ChangedAsync($"commitments/{commitment}", city, body);
        Assert.That(changed.GetProperty("note_es").GetString(), Is.EqualTo("Otra nota"));
        await RefusedAsync("PATCH", $"commitments/{commitment}", city, 400, body);
        await RefusedAsync("PATCH", $"commitments/{commitment}", city, 422, new { completion = "complete" });
    }

    [Test]
    public async Task The_next_number_is_within_bounds_whatever_number_was_given()
    {
        var commitment = await NewCommitmentAsync();
        await app.RefusedAsync(
            "POST",
            "milestones",
            city,
            400,
            new
            {
                commitment_id = commitment,
                title_es = "x",
                number = int.MaxValue,
            }
        );
        var last = await app.AddedAsync(
            "milestones",
            city,
            new
            {
                commitment_id = commitment,
                title_es = "x",
                number = 9999,
            }
        );
        Assert.That(last, Is.EqualTo($"{commitment}-M9999"));
        Assert.That(
            await app.AddedAsync("milestones", city, new { commitment_id = commitment, title_es = "x" }),
            Is.EqualTo($"{commitment}-M1")
        );
        Assert.That(
            await app.AddedAsync("milestones", city, new { commitment_id = commitment, title_es = "x" }),
            Is.EqualTo($"{commitment}-M2")
        );
    }

    [Test]
    public async Task A_body_that_breaks_off_or_is_compressed_is_no_failure_of_the_service()
    {
        using var zipped = new HttpRequestMessage(HttpMethod.Post, "/api/v1/milestones");
        zipped.Headers.TryAddWithoutValidation("Authorization", $"Bearer {city}");
        zipped.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        zipped.Content.Headers.ContentEncoding.Add("gzip");
        using var response = await app.Client.SendAsync(zipped);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        using var quoted = new HttpRequestMessage(HttpMethod.Post, "/api/v1/milestones");
        quoted.Headers.TryAddWithoutValidation("Authorization", $"Bearer {city}");
        quoted.Content = new StringContent("{}");
        quoted.Content.Headers.Remove("Content-Type");
        quoted.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=\"utf-8\"");
        using var taken = await app.Client.SendAsync(quoted);
        Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "it is read, and says too little");
        using var suffixed = await app.RequestAsync("POST", "milestones.csv", city, "{}");
        Assert.That((int)suffixed.StatusCode, Is.EqualTo(405), "what is written has one form");
    }

    private async Task<string> NewPlanAsync(int number) =>
        await app.AddedAsync(
            "plans",
            city,
            new
            {
                level = "local",
                state_id = "MX-DUR",
                scope = "state",
                number,
                title_es = "Plan de prueba",
                stage = "co_creation",
                in_stated_total = false,
            }
        );

    private async Task<string> NewCommitmentAsync(string plan = "MX-DUR-PAL1") =>
        await app.AddedAsync(
            "commitments",
            city,
            new
            {
                plan_id = plan,
                kind = "commitment",
                title_es = "Compromiso de prueba",
                lead_organizations = (string[])["mx-dur-ayuntamiento"],
            }
        );

    /// <summary>A commitment that the institute has reported, with a milestone and evidence of both.</summary>
    private async Task<(string Commitment, string Milestone)> CompletedAsync()
    {
        var commitment = await NewCommitmentAsync();
        var milestone = await app.AddedAsync("milestones", city, new { commitment_id = commitment, title_es = "Padrón" });
        await app.AddedAsync(
            "evidence",
            city,
            new
            {
                commitment_id = commitment,
                milestone_id = milestone,
                title_es = "Acta",
                title_en = "Minutes",
                url = "https://example.org/acta",
                kind = "document",
            }
        );
        await app.ChangedAsync($"milestones/{milestone}", institute, new { status = "completed" });
        await app.ChangedAsync($"commitments/{commitment}", institute, new { status = "completed" });
        return (commitment, milestone);
    }

    private static object Indicator(string commitment) =>
        new
        {
            commitment_id = commitment,
            name_es = "Hornos",
            name_en = "Kilns",
            unit_es = "hornos",
            unit_en = "kilns",
            direction = "decrease",
            baseline = 60,
            target = 0,
        };

    private static object Proposed(string? plan) =>
        new
        {
            plan_id = plan,
            state_id = "MX-DUR",
            proposal_es = "Hornos cerrados",
        };

    private async Task<int> VersionAsync(string address) => (await app.GetAsync(address)).GetProperty("version").GetInt32();

    private async Task<(JsonElement Problem, string? Code)> RefusedAsync(
        string method,
        string address,
        string key,
        int status,
        object? body
    ) => await app.RefusedAsync(method, address, key, status, body, ("If-Match", await app.TagAsync(address)));
}
