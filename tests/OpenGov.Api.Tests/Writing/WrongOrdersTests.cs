namespace OpenGov.Api.Tests.Writing;

/// <summary>Nothing comes before what it rests on, whichever of the two is written last, and nobody's word is turned into another's.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class WrongOrdersTests(string provider) : DurangoFixture(provider)
{
    [Test]
    public async Task An_answer_is_owed_by_a_day_that_is_not_taken_away_and_not_put_off_without_a_reason()
    {
        var proposal = $"dialogues/proposals/{await App.AddedAsync("dialogues/proposals", Council, Proposed(null))}";
        var none = new { response_due_date = (string?)null, response_due_date_precision = (string?)null };
        Assert.That((await RefusedAsync("PATCH", $"{proposal}?reason=x", City, 400, none)).Code, Is.EqualTo("required"));
        var later = new { response_due_date = "2099-12-31" };
        Assert.That((await RefusedAsync("PATCH", proposal, City, 422, later)).Code, Is.EqualTo("reason_missing"));
        await App.ChangedAsync($"{proposal}?reason=Falta+un+dictamen", City, later);
        await App.ChangedAsync(proposal, City, new { response_due_date = "2027-01-31" });
    }

    [Test]
    public async Task What_was_agreed_is_neither_due_nor_fulfilled_before_it_was_also_when_it_comes_back()
    {
        var session = await App.AddedAsync(
            "dialogues/sessions",
            City,
            new
            {
                state_id = "MX-DUR",
                title_es = "Mesa",
                title_en = "Table",
                kind = "ordinary",
                held_on = "2026-03-01",
            }
        );
        Dictionary<string, object> Agreement(string field, string day) =>
            new()
            {
                ["session_id"] = session,
                ["text_es"] = "Se hará",
                ["text_en"] = "It will be done",
                ["evidence_url"] = "https://example.org/acta",
                ["fulfilled"] = field == "fulfilled_on",
                [field] = day,
                [$"{field}_precision"] = "day",
            };
        foreach (var field in (string[])["due_date", "fulfilled_on"])
        {
            var early = Agreement(field, "2026-02-28");
            Assert.That((await App.RefusedAsync("POST", "dialogues/agreements", City, 400, early)).Code, Is.EqualTo("wrong_order"), field);
            var agreement = $"dialogues/agreements/{await App.AddedAsync("dialogues/agreements", City, Agreement(field, "2026-04-01"))}";
            var moved = new { held_on = "2026-05-01" };
            Assert.That((await RefusedAsync("PATCH", $"dialogues/sessions/{session}", City, 400, moved)).Code, Is.EqualTo("wrong_order"));

            // Taken away, the session is moved, and what comes back is asked what a new one is.
            await App.MadeAsync("DELETE", $"{agreement}?reason=x", City, null, ("If-Match", await App.TagAsync(agreement)));
            await App.ChangedAsync($"dialogues/sessions/{session}", City, moved);
            var (problem, code) = await App.RefusedAsync("POST", $"{agreement}/restore?reason=x", City, 400);
            Assert.That(code, Is.EqualTo("wrong_order"), field);
            Assert.That(problem.GetProperty("errors")[0].GetProperty("pointer").GetString(), Is.Empty, "no field was sent");
            await App.ChangedAsync($"dialogues/sessions/{session}", City, new { held_on = "2026-03-01" });
            await App.MadeAsync("POST", $"{agreement}/restore?reason=x", City);
            await App.MadeAsync("DELETE", $"{agreement}?reason=x", City, null, ("If-Match", await App.TagAsync(agreement)));
        }
    }

    [Test]
    public async Task Nothing_of_a_plan_is_due_done_verified_or_reported_before_it_begins_whichever_is_written_last()
    {
        var plan = await NewPlanAsync(90);
        await App.ChangedAsync($"plans/{plan}", City, new { start_date = "2024-01-01", start_date_precision = "day" });
        var commitment = await NewCommitmentAsync(plan);
        var milestone = await App.AddedAsync("milestones", City, new { commitment_id = commitment, title_es = "Padrón" });
        foreach (var field in (string[])["due_date", "completed_on"])
        {
            var early = new Dictionary<string, object> { [field] = "1950-01-01", [$"{field}_precision"] = "day" };
            Assert.That((await RefusedAsync("PATCH", $"milestones/{milestone}", City, 400, early)).Code, Is.EqualTo("wrong_order"), field);
        }

        var due = new { due_date = "2023-12-01", due_date_precision = "month" };
        Assert.That((await RefusedAsync("PATCH", $"commitments/{commitment}", City, 400, due)).Code, Is.EqualTo("wrong_order"));
        var old = new
        {
            commitment_id = commitment,
            voice = "civil_society",
            aspect = "completion",
            code = "limited",
            assessed_on = "2023-12-31",
            assessed_on_precision = "day",
        };
        Assert.That((await App.RefusedAsync("POST", "assessments", Chamber, 400, old)).Code, Is.EqualTo("wrong_order"));

        // What stands is not left behind either: a date, and a report of a half-year.
        await App.ChangedAsync($"milestones/{milestone}", City, new { due_date = "2024-06-01", due_date_precision = "month" });
        await ShutsOutAsync("2024-07-01", milestone);
        await App.ChangedAsync($"milestones/{milestone}", City, new { due_date = "2026-06-01" });
        await App.AddedAsync(
            "assessments",
            Chamber,
            new
            {
                commitment_id = commitment,
                voice = "civil_society",
                aspect = "completion",
                code = "limited",
                period = "2024-H1",
                assessed_on = "2025-01-15",
                assessed_on_precision = "day",
            }
        );
        await ShutsOutAsync("2024-07-01", $"{commitment}-A1");
        await App.ChangedAsync($"plans/{plan}", City, new { start_date = "2024-06-30" });

        async Task ShutsOutAsync(string start, string record)
        {
            var (problem, code) = await RefusedAsync("PATCH", $"plans/{plan}", City, 400, new { start_date = start });
            Assert.That(code, Is.EqualTo("wrong_order"));
            Assert.That(problem.GetProperty("errors")[0].GetProperty("nearest").GetString(), Is.EqualTo(record));
        }
    }

    [Test]
    public async Task Nothing_is_completed_of_a_plan_that_is_not_adopted_nor_a_plan_of_which_something_is_taken_back()
    {
        var plan = await NewPlanAsync(98);
        var commitment = await NewCommitmentAsync(plan);
        await App.AddedAsync("evidence", City, Evidence(commitment));
        var done = new { status = "completed" };
        Assert.That((await RefusedAsync("PATCH", $"commitments/{commitment}", City, 400, done)).Code, Is.EqualTo("wrong_order"));
        var late = new
        {
            stage = "closed",
            start_date = "2030-01-01",
            start_date_precision = "day",
        };
        Assert.That((await RefusedAsync("PATCH", $"plans/{plan}", City, 400, late)).Code, Is.EqualTo("wrong_order"));
        await App.ChangedAsync($"plans/{plan}", City, new { stage = "implementation" });
        var begins = new { start_date = "2098-01-01", start_date_precision = "day" };
        await App.ChangedAsync($"commitments/{commitment}?reason=x", City, begins);
        Assert.That((await RefusedAsync("PATCH", $"commitments/{commitment}", City, 400, done)).Code, Is.EqualTo("wrong_order"));
        await App.ChangedAsync($"commitments/{commitment}?reason=x", City, new { start_date = "2026-01-01" });
        await App.ChangedAsync($"commitments/{commitment}", City, done);
        var back = new { stage = "co_creation" };
        var (problem, code) = await RefusedAsync("PATCH", $"plans/{plan}?reason=x", City, 400, back);
        Assert.That(code, Is.EqualTo("wrong_order"));
        Assert.That(problem.GetProperty("errors")[0].GetProperty("nearest").GetString(), Is.EqualTo(commitment));
    }

    [Test]
    public async Task What_was_observed_before_a_plan_began_is_no_result_of_it()
    {
        var plan = await NewPlanAsync(99);
        await App.ChangedAsync($"plans/{plan}", City, new { start_date = "2024-03-01", start_date_precision = "day" });
        var commitment = await NewCommitmentAsync(plan);
        var indicator = await App.AddedAsync(
            "indicators",
            City,
            new
            {
                commitment_id = commitment,
                name_es = "Días sin humo",
                name_en = "Days without smoke",
                unit_es = "días",
                unit_en = "days",
                direction = "increase",
                kind = "outcome",
            }
        );
        await ObservedAsync("2024-02-29", "day");
        await ObservedAsync("2024-02-01", "month");
        Assert.That(await IsResultAsync(), Is.False);
        await ObservedAsync("2024-01-01", "year");
        Assert.That(await IsResultAsync(), Is.True, "of a year of which the plan has a part");

        async Task ObservedAsync(string day, string precision) =>
            await App.AddedAsync(
                "observations",
                City,
                new
                {
                    indicator_id = indicator,
                    value = 10,
                    observed_on = day,
                    observed_on_precision = precision,
                }
            );

        async Task<bool> IsResultAsync()
        {
            var life = (await App.GetAsync($"commitments/{commitment}/life")).GetProperty("steps").EnumerateArray().Last();
            var listed = (await App.GetAsync($"commitments?plan={plan}&has_indicators=true")).GetProperty("total").GetInt32();
            var reached = life.GetProperty("reached").GetBoolean();
            Assert.That(listed, Is.EqualTo(reached ? 1 : 0));
            return reached;
        }
    }

    [Test]
    public async Task Who_reported_a_part_of_a_commitment_verifies_neither_the_whole_nor_another_part()
    {
        var (commitment, milestone) = await CompletedAsync();
        await App.ChangedAsync($"commitments/{commitment}", Institute, new { status = "in_progress" });
        await App.ChangedAsync($"commitments/{commitment}", City, new { status = "completed" });
        var part = await NewCommitmentAsync();
        await App.AddedAsync("evidence", City, Evidence(part));
        var own = await App.AddedAsync("milestones", City, new { commitment_id = part, title_es = "Padrón" });
        await App.AddedAsync("evidence", City, Evidence(part, own));
        await App.ChangedAsync($"milestones/{own}", Institute, new { status = "completed" });
        await App.ChangedAsync($"commitments/{part}", City, new { status = "completed" });
        foreach (var address in (string[])[$"milestones/{milestone}", $"commitments/{part}"])
        {
            var (_, code) = await RefusedAsync("PATCH", address, Institute, 422, new { status = "verified" });
            Assert.That(code, Is.EqualTo("own_verification"), address);
        }
    }

    [Test]
    public async Task No_organisation_says_of_one_commitment_that_it_was_hardly_begun_and_that_it_is_verified()
    {
        var (commitment, _) = await CompletedAsync();
        var address = $"commitments/{commitment}";
        var said = await App.AddedAsync("assessments", Chamber, Word(commitment, "limited"));
        var (problem, code) = await RefusedAsync("PATCH", address, Chamber, 400, new { status = "verified" });
        Assert.That((code, $"{problem}"), Is.EqualTo(("contradiction", $"{problem}")));
        Assert.That($"{problem}", Does.Contain(said));
        await App.ChangedAsync($"assessments/{said}", Chamber, new { code = "complete" });
        await App.ChangedAsync(address, Chamber, new { status = "verified" });
        foreach (var hardly in (string[])["not_started", "limited"])
        {
            Assert.That(
                (await App.RefusedAsync("POST", "assessments", Chamber, 400, Word(commitment, hardly))).Code,
                Is.EqualTo("contradiction"),
                hardly
            );
        }

        await App.ChangedAsync($"{address}?reason=Se+visitó+de+nuevo", Chamber, new { status = "completed" });
        await App.AddedAsync("assessments", Chamber, Word(commitment, "limited"));
    }

    [Test]
    public async Task Nothing_of_a_plan_that_is_to_begin_is_done_and_a_plan_of_which_something_is_done_has_begun()
    {
        var plan = await NewPlanAsync(91);
        var commitment = await NewCommitmentAsync(plan);
        var milestone = await App.AddedAsync("milestones", City, new { commitment_id = commitment, title_es = "Padrón" });
        await App.AddedAsync("evidence", City, Evidence(commitment, milestone));
        var soon = new { start_date = "2027-03-01", start_date_precision = "day" };
        await App.ChangedAsync($"plans/{plan}", City, soon);
        foreach (
            var (address, body) in ((string, object)[])
                [
                    ($"commitments/{commitment}", new { status = "completed" }),
                    ($"milestones/{milestone}", new { status = "completed" }),
                    ($"milestones/{milestone}", new { progress_percent = 100 }),
                ]
        )
        {
            Assert.That((await RefusedAsync("PATCH", address, City, 400, body)).Code, Is.EqualTo("wrong_order"), $"{body}");
        }

        await App.ChangedAsync($"plans/{plan}", City, new { start_date = "2026-01-01", stage = "implementation" });
        await App.ChangedAsync($"milestones/{milestone}", City, new { progress_percent = 100 });
        Assert.That((await RefusedAsync("PATCH", $"plans/{plan}", City, 400, soon)).Code, Is.EqualTo("wrong_order"));
        await App.AddedAsync(
            "assessments",
            Chamber,
            new
            {
                plan_id = plan,
                voice = "civil_society",
                aspect = "early_results",
                value = 0,
                unit = "commitments",
                assessed_on = "2026-02-01",
                assessed_on_precision = "day",
            }
        );
        var later = new { start_date = "2026-08-01" };
        Assert.That((await RefusedAsync("PATCH", $"plans/{plan}", City, 400, later)).Code, Is.EqualTo("wrong_order"), "of the whole plan");
    }

    [Test]
    public async Task A_day_is_not_brought_before_another_by_how_exactly_it_is_known()
    {
        var plan = await NewPlanAsync(92);
        await App.ChangedAsync($"plans/{plan}", City, new { start_date = "2026-06-15", start_date_precision = "day" });
        var commitment = await NewCommitmentAsync(plan);
        var address = $"commitments/{commitment}";
        await App.ChangedAsync(address, City, new { due_date = "2026-06-01", due_date_precision = "month" });
        Assert.That((await RefusedAsync("PATCH", address, City, 400, new { due_date_precision = "day" })).Code, Is.EqualTo("wrong_order"));

        // Nor is an answer put off by being owed in a month or in a year.
        var proposal = $"dialogues/proposals/{await App.AddedAsync("dialogues/proposals", Council, Proposed(null))}";
        var year = new { response_due_date = "2027-01-01", response_due_date_precision = "year" };
        Assert.That((await RefusedAsync("PATCH", proposal, City, 422, year)).Code, Is.EqualTo("reason_missing"));
        await App.ChangedAsync($"{proposal}?reason=Falta+un+dictamen", City, year);
        await App.ChangedAsync(proposal, City, new { response_due_date = "2027-11-30", response_due_date_precision = "day" });
        var late = new
        {
            state_id = "MX-DUR",
            proposal_es = "Hornos",
            response_due_date = "2040-01-01",
            response_due_date_precision = "day",
        };
        Assert.That((await App.RefusedAsync("POST", "dialogues/proposals", City, 422, late)).Code, Is.EqualTo("reason_missing"));
    }

    [Test]
    public async Task To_a_plan_that_was_published_nothing_is_proposed_and_an_answer_keeps_its_day()
    {
        var plan = await NewPlanAsync(93);
        var proposal = $"dialogues/proposals/{await App.AddedAsync("dialogues/proposals", Council, Proposed(plan))}";
        await App.ChangedAsync(proposal, City, new { disposition = "out_of_scope", response_es = "No corresponde" });
        var undated = new { responded_on = (string?)null, responded_on_precision = (string?)null };
        Assert.That((await RefusedAsync("PATCH", $"{proposal}?reason=x", City, 400, undated)).Code, Is.EqualTo("required"));
        await App.ChangedAsync($"plans/{plan}", City, new { published_on = "2026-02-01", published_on_precision = "day" });
        Assert.That(
            (await App.RefusedAsync("POST", "dialogues/proposals", Council, 422, Proposed(plan))).Code,
            Is.EqualTo("unanswered_proposal")
        );
        var back = new { published_on = (string?)null, published_on_precision = (string?)null };
        Assert.That((await RefusedAsync("PATCH", $"plans/{plan}", City, 422, back)).Code, Is.EqualTo("reason_missing"));
    }

    [Test]
    public async Task Who_verified_does_not_come_to_report_and_takes_its_word_back_to_completed_alone()
    {
        var (commitment, milestone) = await CompletedAsync();
        await App.ChangedAsync($"milestones/{milestone}", Chamber, new { status = "verified" });
        Assert.That(
            (await RefusedAsync("PATCH", $"milestones/{milestone}", Chamber, 400, new { verified_on = (string?)null })).Code,
            Is.EqualTo("required")
        );
        var day = new { completed_on = "2026-10-10", completed_on_precision = "day" };
        Assert.That((await RefusedAsync("PATCH", $"milestones/{milestone}", City, 422, day)).Code, Is.EqualTo("verified"));
        var back = new { status = "not_started" };
        Assert.That((await RefusedAsync("PATCH", $"milestones/{milestone}?reason=x", Chamber, 403, back)).Code, Is.EqualTo("missing_role"));
        var editor = await App.KeyAsync("editor", "MX-DUR", "mx-dur-cce");
        await App.ChangedAsync($"commitments/{commitment}", City, new { status = "in_progress" });
        var (_, code) = await RefusedAsync("PATCH", $"commitments/{commitment}", editor, 422, new { status = "completed" });
        Assert.That(code, Is.EqualTo("own_verification"));

        // A day of completion says that it is done, too.
        var other = await App.AddedAsync("milestones", City, new { commitment_id = commitment, title_es = "Cierre" });
        await App.AddedAsync("evidence", City, Evidence(commitment, other));
        await App.ChangedAsync($"milestones/{other}", Institute, new { completed_on = "2026-10-01", completed_on_precision = "day" });
        await App.ChangedAsync($"milestones/{other}", City, new { status = "completed" });
        Assert.That(
            (await RefusedAsync("PATCH", $"milestones/{other}", Institute, 422, new { status = "verified" })).Code,
            Is.EqualTo("own_verification")
        );
    }

    [Test]
    public async Task The_last_word_of_who_verified_is_not_changed_by_what_is_dated_taken_away_or_brought_back()
    {
        var (commitment, _) = await CompletedAsync();
        var hardly = await App.AddedAsync("assessments", Chamber, Word(commitment, "limited"));
        var address = $"assessments/{hardly}";
        await App.MadeAsync("DELETE", $"{address}?reason=x", Chamber, null, ("If-Match", await App.TagAsync(address)));
        await App.ChangedAsync($"commitments/{commitment}", Chamber, new { status = "verified" });
        Assert.That((await App.RefusedAsync("POST", $"{address}/restore?reason=x", Admin, 400)).Code, Is.EqualTo("contradiction"));
        var whole = $"assessments/{await App.AddedAsync("assessments", Chamber, Word(commitment, "complete"))}";
        var old = $"assessments/{await App.AddedAsync("assessments", Chamber, Word(commitment, "limited", "2020-02-01"))}";
        Assert.That(
            (await RefusedAsync("DELETE", $"{whole}?reason=x", Chamber, 400, null)).Code,
            Is.EqualTo("contradiction"),
            "the older word would be the last"
        );
        Assert.That((await RefusedAsync("PATCH", old, Chamber, 400, new { assessed_on = "2026-11-24" })).Code, Is.EqualTo("contradiction"));
    }

    [Test]
    public async Task A_half_year_can_be_filled_in_before_the_first_that_was_reported()
    {
        var commitment = await NewCommitmentAsync();
        var first = await App.AddedAsync("assessments", Chamber, Period("2025-H1", null));
        var before = Period("2024-H2", null);
        Assert.That((await App.RefusedAsync("POST", "assessments", Chamber, 422, before)).Code, Is.EqualTo("reason_missing"));
        await App.ChangedAsync(
            $"assessments/{first}",
            Chamber,
            new { stall_reason = "resources", unblock_es = "Presupuesto del congreso" }
        );
        await App.AddedAsync("assessments", Chamber, before);

        object Period(string period, string? reason) =>
            new
            {
                commitment_id = commitment,
                voice = "civil_society",
                aspect = "completion",
                code = "limited",
                period,
                stall_reason = reason,
            };
    }

    [Test]
    public async Task No_organisation_under_another_name_verifies_what_it_carries_out()
    {
        var lead = await App.AddedAsync("organizations", Admin, Organization("Dirección de Ladrilleras", null));
        var earlier = await App.AddedAsync("organizations", Admin, Organization("Oficina de Ladrilleras", lead));
        var commitment = await App.AddedAsync(
            "commitments",
            City,
            new
            {
                plan_id = "MX-DUR-PAL1",
                kind = "commitment",
                title_es = "Compromiso de prueba",
                lead_organizations = (string[])[lead],
            }
        );
        await App.AddedAsync("evidence", City, Evidence(commitment));
        await App.ChangedAsync($"commitments/{commitment}", City, new { status = "completed" });
        var key = await App.KeyAsync("verifier", "MX-DUR", earlier);
        Assert.That(
            (await RefusedAsync("PATCH", $"commitments/{commitment}", key, 422, new { status = "verified" })).Code,
            Is.EqualTo("own_verification")
        );

        // Nor do two become one of which the first verified what the second carries out.
        await App.ChangedAsync($"commitments/{commitment}", Chamber, new { status = "verified" });
        Assert.That(
            (await RefusedAsync("PATCH", "organizations/mx-dur-cce", Admin, 422, new { succeeded_by = earlier })).Code,
            Is.EqualTo("own_verification")
        );

        static object Organization(string name, string? successor) =>
            new
            {
                name,
                sector = "government",
                level = "local",
                state_id = "MX-DUR",
                succeeded_by = successor,
            };
    }

    [Test]
    public async Task Who_leads_a_commitment_does_not_stand_among_those_that_support_it()
    {
        var commitment = await NewCommitmentAsync();
        var both = new { supporting_organizations = (string[])["mx-dur-ayuntamiento"] };
        Assert.That((await RefusedAsync("PATCH", $"commitments/{commitment}", City, 400, both)).Code, Is.EqualTo("contradiction"));
    }

    [TestCase("Reubi\u200bcación")]
    [TestCase("\ufeffReubicación")]
    [TestCase("Reubi\u00adcación")]
    [TestCase("Reubi\u200dcación")]
    [TestCase("Ag\u3164ua")]
    [TestCase("Agua\u2800potable")]
    [TestCase("Agua\udb40\udc41")]
    public async Task A_character_that_nobody_sees_stands_in_no_text(string title)
    {
        var body = new { commitment_id = "MX-DUR-PAL1-C2", title_es = title };
        Assert.That((await App.RefusedAsync("POST", "milestones", City, 400, body)).Code, Is.EqualTo("control_character"));
        var reason = Uri.EscapeDataString(title);
        var visible = new { commitment_id = "MX-DUR-PAL1-C2", title_es = "Reubicación" };
        Assert.That(
            (await App.RefusedAsync("POST", $"milestones?dry_run=true&reason={reason}", City, 400, visible)).Code,
            Is.EqualTo("control_character")
        );
        var key = new
        {
            name = title,
            role = "contributor",
            scopes = (string[])["MX-DUR"],
        };
        Assert.That((await App.RefusedAsync("POST", "keys", Admin, 400, key)).Code, Is.EqualTo("control_character"));
    }

    [Test]
    public async Task What_joins_letters_of_another_script_and_a_coloured_sign_stay()
    {
        foreach (var title in (string[])["می\u200cخواهم", "Corazón ❤\ufe0f", "👩\u200d🌾 del campo"])
        {
            await App.MadeAsync("POST", "milestones?dry_run=true", City, new { commitment_id = "MX-DUR-PAL1-C2", title_es = title });
        }
    }

    [Test]
    public async Task A_refusal_names_no_field_that_was_not_sent_and_says_the_same_in_spanish()
    {
        var commitment = await NewCommitmentAsync();
        var tag = ("If-Match", await App.TagAsync($"commitments/{commitment}"));
        var (unknown, code) = await App.RefusedAsync("DELETE", $"commitments/{commitment}", City, 400, new { motivo = "x" }, tag);
        Assert.That(code, Is.EqualTo("unknown_field"));
        var error = unknown.GetProperty("errors")[0];
        Assert.That(error.GetProperty("pointer").GetString(), Is.EqualTo("/motivo"));
        Assert.That(error.GetProperty("detail_es").GetString(), Does.Contain("reason"));
        var inBatch = new
        {
            writes = (object[])
                [
                    new
                    {
                        method = "DELETE",
                        path = $"/commitments/{commitment}",
                        if_match = tag.Item2,
                        reason = "x",
                        body = new { x = 1 },
                    },
                ],
        };
        Assert.That((await App.RefusedAsync("POST", "batch", City, 400, inBatch)).Code, Is.EqualTo("unknown_field"));

        // What nests too deeply is JSON all the same, and what is announced as too long is too long.
        var deep = $"{{\"title_es\":{new string('[', 40)}{new string(']', 40)}}}";
        var (nested, _) = await App.RefusedAsync("POST", "commitments", City, 400, deep);
        Assert.That(nested.GetProperty("detail").GetString(), Does.Contain("16 times"));
        await App.RefusedAsync("POST", "commitments", City, 413, $"{{\"title_es\":\"{new string('a', 300_000)}\"}}");

        // A record that was withdrawn is said to be, and no other is offered for it.
        var source = await App.AddedAsync(
            "sources",
            City,
            new
            {
                title = "Minutes",
                url = "https://example.org/minutas",
                read_extent = "whole",
            }
        );
        await App.MadeAsync("DELETE", $"sources/{source}?reason=x", City, null, ("If-Match", await App.TagAsync($"sources/{source}")));
        var (gone, _) = await RefusedAsync("PATCH", $"commitments/{commitment}", City, 400, new { source_ids = (string[])[source] });
        Assert.That(gone.GetProperty("detail").GetString(), Does.Contain("withdrawn"));
    }

    private static object Word(string commitment, string code, string? day = null) =>
        new
        {
            commitment_id = commitment,
            voice = "civil_society",
            aspect = "completion",
            code,
            assessed_on = day,
            assessed_on_precision = day is null ? null : "day",
        };
}
