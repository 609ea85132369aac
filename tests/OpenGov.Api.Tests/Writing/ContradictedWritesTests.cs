namespace OpenGov.Api.Tests.Writing;

/// <summary>What would make the record say what is not so is refused, by whichever field, order or spelling it comes.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class ContradictedWritesTests(string provider) : DurangoFixture(provider)
{
    /// <summary>An adopted plan of which nobody else writes.</summary>
    private const int Adopted = 70;

    [TestCase("plans", "state_id", "\u202e")]
    [TestCase("plans", "state_id", "\u0000")]
    [TestCase("plans", "state_id", "ñandú, con \"comillas\"")]
    [TestCase("dialogues/sessions", "state_id", "\ufffe")]
    [TestCase("dialogues/proposals", "plan_id", "日本")]
    [TestCase("commitments", "plan_id", "\r\nSet-Cookie: x=1")]
    public async Task A_place_that_can_be_none_is_a_fault_of_the_record_and_never_of_the_service(string address, string field, string value)
    {
        var body = new Dictionary<string, object?> { [field] = value };
        var (problem, _) = await App.RefusedAsync("POST", address, City, 400, body);
        Assert.That(problem.GetProperty("detail_es").GetString(), Is.Not.Empty);
    }

    [TestCase("ñ")]
    [TestCase("a\"b")]
    [TestCase("日本\r\n")]
    [TestCase("MX-DUR-P999")]
    public async Task An_id_stays_whatever_is_sent_as_one_and_no_other_record_is_spoken_of(string id)
    {
        var proposal = await App.AddedAsync("dialogues/proposals", Council, Proposed(null));
        var (_, code) = await RefusedAsync("PATCH", $"dialogues/proposals/{proposal}", Council, 400, new { id });
        Assert.That(code, Is.EqualTo("fixed"));
    }

    [Test]
    public async Task What_stands_in_the_header_of_a_refusal_cannot_end_it()
    {
        var other = await App.KeyAsync("contributor", "MX-JAL", "mx-dur-consejo-ciudadano");
        using var response = await App.RequestAsync("POST", "dialogues/proposals", other, Proposed(null));
        Assert.That((int)response.StatusCode, Is.EqualTo(403));
        Assert.That(
            response.Headers.WwwAuthenticate.ToString(),
            Does.Match("^Bearer error=\"[a-z_]+\", error_description=\"[ -!#-\\[\\]-~]*\"$")
        );
    }

    [Test]
    public async Task The_last_evidence_does_not_turn_into_something_else_under_what_rests_on_it()
    {
        var (commitment, _) = await CompletedAsync();
        var evidence = $"evidence/{commitment}-E1";
        var body = new { kind = "assessment" };
        Assert.That((await RefusedAsync("PATCH", $"{evidence}?reason=x", City, 422, body)).Code, Is.EqualTo("evidence_missing"));

        // What was only assessed as done rests on it, too.
        var second = await NewCommitmentAsync();
        await App.AddedAsync("evidence", City, Evidence(second));
        await App.AddedAsync("assessments", Chamber, Assessed(second));
        evidence = $"evidence/{second}-E1";
        Assert.That((await RefusedAsync("PATCH", $"{evidence}?reason=x", City, 422, body)).Code, Is.EqualTo("evidence_missing"));
        var (problem, code) = await RefusedAsync("DELETE", $"{evidence}?reason=x", City, 422, null);
        Assert.That(code, Is.EqualTo("evidence_missing"));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain($"{second}-A1"));
        await App.AddedAsync("evidence", City, Evidence(second));
        await App.ChangedAsync($"{evidence}?reason=x", City, body);
    }

    [Test]
    public async Task A_plan_as_a_whole_is_not_said_to_be_done_without_evidence_of_any_of_it()
    {
        var plan = await NewPlanAsync(78);
        var commitment = await NewCommitmentAsync(plan);
        var whole = new
        {
            plan_id = plan,
            voice = "civil_society",
            aspect = "completion",
            code = "complete",
        };
        Assert.That((await RefusedAsync("POST", "assessments", Chamber, 422, whole)).Code, Is.EqualTo("evidence_missing"));
        await App.AddedAsync("evidence", City, Evidence(commitment));
        await App.AddedAsync("assessments", Chamber, whole);
        var (problem, code) = await RefusedAsync("DELETE", $"evidence/{commitment}-E1?reason=x", City, 422, null);
        Assert.That(code, Is.EqualTo("evidence_missing"));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain($"{plan}-A1"));
    }

    [Test]
    public async Task What_who_verified_has_found_is_written_by_nobody_else_and_by_nobody_before()
    {
        var (_, milestone) = await CompletedAsync();
        var address = $"milestones/{milestone}";
        foreach (var field in (string[])["verified_on", "verification_outcome"])
        {
            var early = new Dictionary<string, object> { [field] = field == "verified_on" ? "2026-01-01" : "Sin observaciones" };
            Assert.That((await RefusedAsync("PATCH", address, City, 400, early)).Code, Is.EqualTo("contradiction"), field);
        }

        await App.ChangedAsync(address, Chamber, new { status = "verified", verification_outcome = "Se visitaron los hornos" });
        foreach (var field in (string[])["verified_by", "verified_on", "verification_outcome"])
        {
            var late = new Dictionary<string, object?>
            {
                [field] =
                    field == "verified_by" ? "mx-dur-idaip"
                    : field == "verified_on" ? "2020-01-01"
                    : "Nadie vino",
            };
            var (_, code) = await RefusedAsync("PATCH", $"{address}?reason=x", Institute, 403, late);
            Assert.That(code, Is.EqualTo("other_organization"), field);
        }

        await App.ChangedAsync(address, Chamber, new { verification_outcome = "Se visitaron dos hornos" });
    }

    [Test]
    public async Task Who_speaks_for_no_organisation_reports_nothing_as_completed()
    {
        var nobody = await App.KeyAsync("editor", "MX-DUR", null);
        var commitment = await NewCommitmentAsync();
        await App.AddedAsync("evidence", City, Evidence(commitment));
        var (_, code) = await RefusedAsync("PATCH", $"commitments/{commitment}", nobody, 403, new { status = "completed" });
        Assert.That(code, Is.EqualTo("missing_organization"));
    }

    [Test]
    public async Task A_proposal_to_a_plan_of_a_state_is_of_that_state_and_its_receipt_names_its_page()
    {
        var plan = await NewPlanAsync(71);
        var receipt = await App.MadeAsync("POST", "dialogues/proposals", Council, new { plan_id = plan, proposal_es = "Sin estado" });
        Assert.That(receipt.GetProperty("state_id").GetString(), Is.EqualTo("MX-DUR"));
        Assert.That(
            receipt.GetProperty("links").GetProperty("page").GetString(),
            Does.EndWith($"/dialogue/proposals/{receipt.GetProperty("id").GetString()}").And.Not.Contain("/api/")
        );
    }

    [Test]
    public async Task An_answer_is_due_after_the_receipt_whatever_day_who_proposes_says()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var old = new
        {
            state_id = "MX-DUR",
            proposal_es = "Hornos",
            proposed_on = "2020-02-10",
            proposed_on_precision = "day",
        };
        var mine = await App.MadeAsync("POST", "dialogues/proposals", Council, old);
        Assert.That(DateOnly.Parse(mine.GetProperty("response_due_date").GetString()!, null), Is.GreaterThan(today));
        var recorded = await App.MadeAsync("POST", "dialogues/proposals", City, old);
        Assert.That(recorded.GetProperty("response_due_date").GetString(), Is.EqualTo("2020-04-10"));
    }

    [Test]
    public async Task An_answer_says_what_becomes_of_the_proposal_or_it_is_none()
    {
        var plan = await NewPlanAsync(72);
        var proposal = await App.AddedAsync("dialogues/proposals", Council, Proposed(plan));
        foreach (var field in (string[])["response_es", "responded_on", "commitment_id"])
        {
            var half = new Dictionary<string, object>
            {
                [field] =
                    field == "response_es" ? "La estudiamos todavía"
                    : field == "responded_on" ? "2026-11-24"
                    : "MX-DUR-PAL1-C1",
            };
            if (field == "responded_on")
            {
                half["responded_on_precision"] = "day";
            }

            var (problem, _) = await RefusedAsync("PATCH", $"dialogues/proposals/{proposal}", City, 400, half);
            Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("/disposition"), field);
        }

        var open = (await App.GetAsync($"dialogues/proposals?plan={plan}&answered=true")).GetProperty("total").GetInt32();
        Assert.That(open, Is.Zero);
        await App.ChangedAsync(
            $"dialogues/proposals/{proposal}",
            City,
            new { disposition = "not_adopted", response_es = "No hay presupuesto" }
        );
        Assert.That((await App.GetAsync($"dialogues/proposals?plan={plan}&answered=true")).GetProperty("total").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_adopted_becomes_a_commitment_of_the_plan_that_it_was_proposed_to()
    {
        var plan = await NewPlanAsync(73);
        var proposal = await App.AddedAsync("dialogues/proposals", Council, Proposed(plan));
        object Answer(string disposition) =>
            new
            {
                disposition,
                response_es = "Ya está en otro plan",
                commitment_id = "MX-DUR-PAL1-C1",
            };
        var (_, code) = await RefusedAsync("PATCH", $"dialogues/proposals/{proposal}", City, 400, Answer("adopted"));
        Assert.That(code, Is.EqualTo("contradiction"));
        await App.ChangedAsync($"dialogues/proposals/{proposal}", City, Answer("already_covered"));
    }

    [Test]
    public async Task To_an_adopted_plan_nothing_more_is_proposed_and_what_was_proposed_before_comes_with_a_reason()
    {
        var plan = await NewPlanAsync(Adopted);
        await App.ChangedAsync($"plans/{plan}", City, new { stage = "implementation" });
        var late = new
        {
            plan_id = plan,
            state_id = "MX-DUR",
            proposal_es = "Tarde",
            disposition = "not_adopted",
            response_es = "Ya no procede",
        };
        Assert.That((await App.RefusedAsync("POST", "dialogues/proposals", City, 422, late)).Code, Is.EqualTo("reason_missing"));
        await App.AddedAsync("dialogues/proposals?reason=Se+propuso+en+papel", City, late);
    }

    [Test]
    public async Task Nothing_is_said_of_a_session_that_is_still_to_come()
    {
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(2).ToString("yyyy-MM-dd", null);
        Dictionary<string, object> Session(string field, object value) =>
            new()
            {
                ["state_id"] = "MX-DUR",
                ["title_es"] = "Mesa",
                ["title_en"] = "Table",
                ["kind"] = "ordinary",
                ["held_on"] = day,
                [field] = value,
            };
        foreach (var (field, value) in ((string, object)[])[("attendance_government", 5), ("minutes_url", "https://example.org/acta")])
        {
            Assert.That(
                (await App.RefusedAsync("POST", "dialogues/sessions", City, 400, Session(field, value))).Code,
                Is.EqualTo("contradiction"),
                field
            );
        }

        var session = await App.AddedAsync("dialogues/sessions", City, Session("place", "Durango"));
        var agreement = new
        {
            session_id = session,
            text_es = "Se hará",
            text_en = "It will be done",
        };
        Assert.That((await App.RefusedAsync("POST", "dialogues/agreements", City, 400, agreement)).Code, Is.EqualTo("contradiction"));

        // Once it was held, its day is not moved from under what was agreed, and nothing was fulfilled before.
        await App.ChangedAsync($"dialogues/sessions/{session}", City, new { held_on = "2026-03-01" });
        await App.AddedAsync("dialogues/agreements", City, agreement);
        Assert.That(
            (await RefusedAsync("PATCH", $"dialogues/sessions/{session}", City, 400, new { held_on = day })).Code,
            Is.EqualTo("contradiction")
        );
        var early = new
        {
            fulfilled = true,
            fulfilled_on = "2020-01-01",
            fulfilled_on_precision = "day",
            evidence_url = "https://example.org/acta",
        };
        Assert.That((await RefusedAsync("PATCH", $"dialogues/agreements/{session}-A1", City, 400, early)).Code, Is.EqualTo("wrong_order"));

        // What was withdrawn does not come back to a session that was put off meanwhile.
        await App.MadeAsync(
            "DELETE",
            $"dialogues/agreements/{session}-A1?reason=x",
            City,
            null,
            ("If-Match", await App.TagAsync($"dialogues/agreements/{session}-A1"))
        );
        await App.ChangedAsync($"dialogues/sessions/{session}", City, new { held_on = day });
        var (_, back) = await App.RefusedAsync("POST", $"dialogues/agreements/{session}-A1/restore?reason=x", City, 400);
        Assert.That(back, Is.EqualTo("contradiction"));
    }

    [Test]
    public async Task A_report_of_a_half_year_stays_what_it_is_about_and_says_why_nothing_moved_only_where_nothing_did()
    {
        var (commitment, _) = await CompletedAsync();
        object Report(string period, string code, string? reason = null) =>
            new
            {
                commitment_id = commitment,
                voice = "government",
                aspect = "completion",
                code,
                period,
                stall_reason = reason,
                unblock_es = reason is null ? null : "Presupuesto del congreso",
            };
        Assert.That((await App.RefusedAsync("POST", "assessments", City, 400, Report("1900-H1", "limited"))).Code, Is.EqualTo("too_small"));
        await App.AddedAsync("assessments", City, Report("2024-H1", "not_started", "resources"));
        var (_, stuck) = await App.RefusedAsync("POST", "assessments", City, 400, Report("2024-H2", "limited", "resources"));
        Assert.That(stuck, Is.EqualTo("contradiction"));
        var report = await App.AddedAsync("assessments", City, Report("2024-H2", "limited"));
        var other = new { aspect = "ambition", code = "low" };
        Assert.That((await RefusedAsync("PATCH", $"assessments/{report}", City, 400, other)).Code, Is.EqualTo("fixed"));
    }

    [Test]
    public async Task What_this_service_says_of_its_own_source_the_holder_of_a_key_does_not_rewrite()
    {
        var milestone = await App.AddedAsync("milestones", City, new { commitment_id = await NewCommitmentAsync(), title_es = "x" });
        var source = (await App.GetAsync($"milestones/{milestone}")).GetProperty("source_ids")[0].GetString();
        var (_, code) = await RefusedAsync("PATCH", $"sources/{source}", City, 403, new { title = "INAI dice" });
        Assert.That(code, Is.EqualTo("missing_role"));
    }

    [Test]
    public async Task Who_speaks_for_no_organisation_is_told_that_and_not_that_its_record_is_anothers()
    {
        var nobody = await App.KeyAsync("contributor", "MX-DUR", null);
        var source = await App.AddedAsync(
            "sources",
            await App.KeyAsync("admin", "national", "inai"),
            new
            {
                title = "x",
                title_es = "x",
                read_extent = "whole",
            }
        );
        var body = new
        {
            state_id = "MX-DUR",
            proposal_es = "Mía",
            source_ids = (string[])[source],
        };
        var proposal = await App.AddedAsync("dialogues/proposals", nobody, body);
        var (_, code) = await RefusedAsync("PATCH", $"dialogues/proposals/{proposal}", nobody, 403, new { proposal_es = "Otra" });
        Assert.That(code, Is.EqualTo("missing_organization"));
    }

    [Test]
    public async Task A_plan_that_is_to_end_is_not_closed_and_what_is_local_is_of_a_state()
    {
        var plan = await NewPlanAsync(74);

        // On its last day it has ended, on the day before it has not.
        Assert.That(
            (await RefusedAsync("PATCH", $"plans/{plan}?reason=x", City, 400, Staged("closed", "end_date", "2026-11-25"))).Code,
            Is.EqualTo("contradiction")
        );
        await App.ChangedAsync($"plans/{plan}?reason=x", City, Staged("closed", "end_date", "2026-11-24"));

        // And it is not assessed before its first day.
        var begun = await NewPlanAsync(79);
        Assert.That(
            (await RefusedAsync("PATCH", $"plans/{begun}?reason=x", City, 400, Staged("assessment", "start_date", "2026-11-25"))).Code,
            Is.EqualTo("wrong_order")
        );
        await App.ChangedAsync($"plans/{begun}?reason=x", City, Staged("assessment", "start_date", "2026-11-24"));
        static Dictionary<string, string> Staged(string stage, string field, string day) =>
            new()
            {
                ["stage"] = stage,
                [field] = day,
                [$"{field}_precision"] = "day",
            };

        var national = await App.KeyAsync("admin", "national", "inai");
        var body = new
        {
            name = "Observatorio local",
            sector = "civil_society",
            level = "local",
        };
        Assert.That((await App.RefusedAsync("POST", "organizations", national, 400, body)).Code, Is.EqualTo("contradiction"));
    }

    [Test]
    public async Task A_municipality_counts_its_own_plans_and_what_they_hold_is_of_it()
    {
        var body = new
        {
            level = "local",
            state_id = "MX-DUR",
            scope = "municipality",
            municipality = "10005",
            number = 1,
            title_es = "Plan municipal",
            in_stated_total = false,
        };
        var plan = await App.AddedAsync("plans", City, body);
        Assert.That(plan, Is.EqualTo("MX-DUR-10005-PAL1"));

        // And what it holds is of no other municipality.
        object Of(string municipality) =>
            new
            {
                plan_id = plan,
                kind = "commitment",
                title_es = "Compromiso",
                municipality,
            };
        var (problem, code) = await RefusedAsync("POST", "commitments", City, 400, Of("10007"));
        Assert.That(code, Is.EqualTo("contradiction"));
        Assert.That(problem.GetProperty("errors")[0].GetProperty("nearest").GetString(), Is.EqualTo("10005"));
        await App.AddedAsync("commitments", City, Of("10005"));
    }

    [Test]
    public async Task A_write_that_is_only_tried_is_answered_as_the_write_would_be_under_its_key_too()
    {
        (string, string) key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var made = await App.MadeAsync("POST", "dialogues/proposals", Council, Proposed(null), key);
        var again = await App.MadeAsync("POST", "dialogues/proposals?dry_run=true", Council, Proposed(null), key);
        Assert.That(again.GetProperty("id").GetString(), Is.EqualTo(made.GetProperty("id").GetString()));
        var other = new { state_id = "MX-DUR", proposal_es = "Otra" };
        await App.RefusedAsync("POST", "dialogues/proposals?dry_run=true", Council, 422, other, key);
        var fresh = ("Idempotency-Key", Guid.NewGuid().ToString());
        await App.MadeAsync("POST", "dialogues/proposals?dry_run=true", Council, other, fresh);
        await App.MadeAsync("POST", "dialogues/proposals", Council, Proposed(null), fresh);
    }

    [Test]
    public async Task Where_a_title_comes_from_is_said_of_a_title_that_is_there_and_a_cut_one_shows_it()
    {
        static Dictionary<string, object?> Titled(string field, string origin) =>
            new()
            {
                ["plan_id"] = "MX-DUR-PAL1",
                ["kind"] = "commitment",
                ["title_es"] = "Compromiso de prueba",
                [field] = origin,
            };
        Assert.That(
            (await RefusedAsync("POST", "commitments", City, 400, Titled("title_en_origin", "official"))).Code,
            Is.EqualTo("contradiction")
        );
        var cut = Titled("title_es_origin", "cut");
        Assert.That((await RefusedAsync("POST", "commitments", City, 400, cut)).Code, Is.EqualTo("contradiction"));
        cut["title_es"] = "Compromiso de […]";
        await App.MadeAsync("POST", "commitments?dry_run=true", City, cut);
        var plan = new
        {
            level = "local",
            scope = "state",
            state_id = "MX-DUR",
            number = 90,
            in_stated_total = false,
            title_es_origin = "official",
        };
        Assert.That((await RefusedAsync("POST", "plans", City, 400, plan)).Code, Is.EqualTo("contradiction"));
    }

    [Test]
    public async Task Half_of_an_answer_is_not_taken_back_and_what_rests_on_it_stays()
    {
        var proposal = await App.AddedAsync("dialogues/proposals", Council, Proposed(null));
        var at = $"dialogues/proposals/{proposal}";
        var answer = new { disposition = "out_of_scope", response_es = "Es de otra instancia" };
        await App.MadeAsync("PATCH", at, City, answer, ("If-Match", "\"v1\""));
        var half = new { disposition = (string?)null };
        Assert.That((await RefusedAsync("PATCH", $"{at}?reason=x%20y", City, 400, half)).Code, Is.EqualTo("required"));
    }

    [Test]
    public async Task A_plan_is_not_published_over_a_proposal_without_an_answer()
    {
        var body = new
        {
            level = "local",
            scope = "state",
            state_id = "MX-DUR",
            number = 91,
            title_es = "Plan",
            in_stated_total = false,
        };
        var plan = await App.AddedAsync("plans", City, body);
        await App.AddedAsync("dialogues/proposals", Council, Proposed(plan));
        var published = new { published_on = "2026-01-01", published_on_precision = "day" };
        Assert.That((await RefusedAsync("PATCH", $"plans/{plan}", City, 422, published)).Code, Is.EqualTo("unanswered_proposal"));
    }

    [Test]
    public async Task What_is_fulfilled_keeps_its_evidence()
    {
        var session = await App.AddedAsync(
            "dialogues/sessions",
            City,
            new
            {
                state_id = "MX-DUR",
                title_es = "Mesa",
                title_en = "Table",
                held_on = "2026-03-01",
                kind = "ordinary",
            }
        );
        var agreement = await App.AddedAsync(
            "dialogues/agreements",
            City,
            new
            {
                session_id = session,
                text_es = "Publicar",
                text_en = "Publish",
                fulfilled = true,
                fulfilled_on = "2026-03-02",
                fulfilled_on_precision = "day",
                evidence_url = "https://example.org/x",
            }
        );
        var (_, code) = await RefusedAsync("PATCH", $"dialogues/agreements/{agreement}", City, 422, new { evidence_url = (string?)null });
        Assert.That(code, Is.EqualTo("evidence_missing"));
        var later = new { held_on = "2026-03-05" };
        Assert.That((await RefusedAsync("PATCH", $"dialogues/sessions/{session}", City, 400, later)).Code, Is.EqualTo("wrong_order"));
    }

    [TestCase("https://127.0.0.1./x")]
    [TestCase("https://169.254.169.254./x")]
    [TestCase("https://0177.0.0.1./x")]
    [TestCase("https://127.1./x")]
    [TestCase("https://10.0.0.1.:443/x")]
    [TestCase("https://localhost.localdomain/x")]
    [TestCase("https://wiki.corp./x")]
    [TestCase("https://example.org:0/x")]
    public async Task No_spelling_of_an_address_leads_into_a_network_of_its_own(string url)
    {
        var evidence = new
        {
            commitment_id = "MX-DUR-PAL1-C1",
            title_es = "Acta",
            title_en = "Minutes",
            url,
            kind = "document",
        };
        Assert.That((await App.RefusedAsync("POST", "evidence", City, 400, evidence)).Code, Is.EqualTo("wrong_form"));
        await App.RefusedAsync("POST", "webhooks", City, 400, new { url });
    }

    [Test]
    public async Task The_source_of_one_organisation_is_named_by_no_other()
    {
        var proposal = await App.MadeAsync("POST", "dialogues/proposals", Council, Proposed(null));
        var own = proposal.GetProperty("source_ids")[0].GetString()!;
        var said = new
        {
            state_id = "MX-DUR",
            problem_es = "Ruido",
            proposal_es = "Menos ruido",
            source_ids = (string[])[own],
        };
        Assert.That((await RefusedAsync("POST", "dialogues/proposals", Chamber, 422, said)).Code, Is.EqualTo("other_voice"));
        await App.MadeAsync("POST", "dialogues/proposals?dry_run=true", Council, said);
    }

    [TestCase("00000")]
    [TestCase("99999")]
    [TestCase("33001")]
    [TestCase("10000")]
    public async Task A_municipality_is_of_a_state(string municipality)
    {
        var plan = new
        {
            level = "local",
            scope = "municipality",
            state_id = "MX-DUR",
            municipality,
            number = 1,
            title_es = "Plan",
            in_stated_total = false,
        };
        Assert.That((await RefusedAsync("POST", "plans", City, 400, plan)).Code, Is.EqualTo("wrong_form"));
    }

    [Test]
    public async Task A_plan_of_a_municipality_says_of_which()
    {
        var plan = new
        {
            level = "local",
            scope = "municipality",
            state_id = "MX-DUR",
            number = 92,
            title_es = "Plan",
            in_stated_total = false,
        };
        Assert.That((await RefusedAsync("POST", "plans", City, 400, plan)).Code, Is.EqualTo("required"));
    }

    [Test]
    public async Task Nothing_rests_on_evidence_that_is_disputed()
    {
        var commitment = await NewCommitmentAsync();
        var evidence = new
        {
            commitment_id = commitment,
            title_es = "Acta",
            title_en = "Minutes",
            url = "https://example.org/acta",
            kind = "document",
            confidence = "disputed",
            note_es = "Otra fuente lo niega.",
            note_en = "Another source denies it.",
        };
        await App.AddedAsync("evidence", City, evidence);
        var done = new { status = "completed" };
        Assert.That((await RefusedAsync("PATCH", $"commitments/{commitment}", City, 422, done)).Code, Is.EqualTo("evidence_missing"));
    }

    [Test]
    public async Task A_batch_says_which_of_its_writes_is_none_and_takes_no_member_twice()
    {
        var (problem, _) = await App.RefusedAsync(
            "POST",
            "batch",
            City,
            400,
            new { writes = (object[])[new { method = "POST", path = "/nope" }] }
        );
        Assert.That(problem.GetProperty("write").GetInt32(), Is.Zero);
        const string Twice = """{"writes":[{"method":"POST","path":"/commitments","body":{},"body":{"plan_id":"MX-DUR-PAL1"}}]}""";
        Assert.That((await App.RefusedAsync("POST", "batch", City, 400, Twice)).Code, Is.EqualTo("duplicate_field"));
    }

    [Test]
    public async Task Where_an_answer_holds_a_secret_no_request_is_kept_to_be_repeated()
    {
        var hook = await App.MadeAsync("POST", "webhooks", City, new { url = "https://example.org/hook" });
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        await App.RefusedAsync("POST", $"webhooks/{hook.GetProperty("id").GetString()}/secret", City, 400, null, key);
    }

    private static object Assessed(string commitment) =>
        new
        {
            commitment_id = commitment,
            voice = "civil_society",
            aspect = "completion",
            code = "complete",
        };
}
