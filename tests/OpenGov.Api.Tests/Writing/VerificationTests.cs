using System.Text.Json;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Nobody verifies itself, by whichever order of writes, and what is done has its evidence.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class VerificationTests(string provider) : DurangoFixture(provider)
{
    [Test]
    public async Task No_organisation_comes_to_verify_what_it_carries_out_or_reported()
    {
        var (commitment, milestone) = await CompletedAsync();
        var address = $"commitments/{commitment}";

        // Reported once, reported for ever.
        await App.ChangedAsync(address, Institute, new { status = "in_progress" });
        await App.ChangedAsync(address, City, new { status = "completed" });
        var (_, reported) = await RefusedAsync("PATCH", address, Institute, 422, new { status = "verified" });
        Assert.That(reported, Is.EqualTo("own_verification"));

        // Verified by the Chamber, which then can neither lead nor support it.
        await App.ChangedAsync(address, Chamber, new { status = "verified" });
        foreach (var field in (string[])["lead_organizations", "supporting_organizations"])
        {
            var body = new Dictionary<string, object> { [field] = (string[])["mx-dur-cce"] };
            var (problem, code) = await RefusedAsync("PATCH", address, City, 422, body);
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
                    if_match = await App.TagAsync(address),
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
        var (_, again) = await App.RefusedAsync("POST", "batch", City, 422, led);
        Assert.That(again, Is.EqualTo("own_verification"));

        // A verification is taken back with a reason, by an editor or by who gave it.
        var (_, unexplained) = await RefusedAsync("PATCH", address, City, 422, new { status = "completed" });
        Assert.That(unexplained, Is.EqualTo("reason_missing"));
        var other = await App.KeyAsync("verifier", "MX-DUR", "mx-dur-consejo-ciudadano");
        await RefusedAsync("PATCH", $"{address}?reason=x", other, 403, new { status = "completed" });
        await App.ChangedAsync($"{address}?reason=Era+otra+acta", Chamber, new { status = "completed" });

        // A milestone names who verified it, and nobody when it is verified no more.
        var verified = await App.ChangedAsync($"milestones/{milestone}", Chamber, new { status = "verified" });
        Assert.That(verified.GetProperty("verified_by").GetString(), Is.EqualTo("mx-dur-cce"));
        Assert.That(verified.GetProperty("verified_on").GetString(), Is.EqualTo("2026-11-24"));
        await App.ChangedAsync($"milestones/{milestone}", Chamber, new { verification_outcome = "Confirmado" });
        var (_, taken) = await RefusedAsync("PATCH", address, City, 422, new { lead_organizations = (string[])["mx-dur-cce"] });
        Assert.That(taken, Is.EqualTo("own_verification"));
        var dropped = await App.ChangedAsync($"milestones/{milestone}?reason=x", City, new { status = "completed" });
        Assert.That(dropped.GetProperty("verified_by").ValueKind, Is.EqualTo(JsonValueKind.Null));
        await RefusedAsync(
            "PATCH",
            $"milestones/{milestone}",
            City,
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
    public async Task Who_reported_a_commitment_verifies_none_of_its_milestones_and_who_reported_one_not_the_commitment()
    {
        var (commitment, milestone) = await ReportedByAsync(ofCommitment: Institute, ofMilestone: City);
        var verified = new { status = "verified" };
        var (_, part) = await RefusedAsync("PATCH", $"milestones/{milestone}", Institute, 422, verified);
        Assert.That(part, Is.EqualTo("own_verification"), $"{milestone} of {commitment}");
        await App.ChangedAsync($"milestones/{milestone}", Chamber, verified);

        (commitment, _) = await ReportedByAsync(ofCommitment: City, ofMilestone: Institute);
        var (_, whole) = await RefusedAsync("PATCH", $"commitments/{commitment}", Institute, 422, verified);
        Assert.That(whole, Is.EqualTo("own_verification"), commitment);
        await App.ChangedAsync($"commitments/{commitment}", Chamber, verified);
    }

    [Test]
    public async Task Evidence_has_an_address_and_that_of_what_is_done_changes_with_a_reason()
    {
        var (commitment, _) = await CompletedAsync();
        var (_, missing) = await App.RefusedAsync(
            "POST",
            "evidence",
            City,
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
        var evidence = (await App.GetAsync($"commitments/{commitment}")).GetProperty("evidence")[0].GetProperty("id").GetString();
        var (_, code) = await RefusedAsync("PATCH", $"evidence/{evidence}", City, 422, new { url = "https://example.org/otra" });
        Assert.That(code, Is.EqualTo("reason_missing"));
        await App.ChangedAsync($"evidence/{evidence}?reason=Se+movió", City, new { url = "https://example.org/otra" });
    }

    [Test]
    public async Task What_an_organisation_brought_as_evidence_no_other_rewrites_and_an_admin_alone_takes_away()
    {
        var commitment = await NewCommitmentAsync();
        var evidence = $"evidence/{await App.AddedAsync("evidence", Chamber, Evidence(commitment))}";
        foreach (var (key, method) in ((string, string)[])[(City, "PATCH"), (City, "DELETE"), (Admin, "PATCH")])
        {
            object? body = method == "PATCH" ? new { title_es = "Cumplido al cien" } : null;
            await RefusedAsync(method, $"{evidence}?reason=No+nos+gusta", key, 403, body);
        }

        await App.ChangedAsync(evidence, Chamber, new { title_es = "Fotos: no se cumplió" });
        await App.MadeAsync("DELETE", $"{evidence}?reason=Datos+personales", Admin, null, ("If-Match", await App.TagAsync(evidence)));
    }

    [Test]
    public async Task What_was_verified_stays_as_it_was_until_that_is_taken_back_and_who_verifies_reports_nothing_with_it()
    {
        var (commitment, milestone) = await CompletedAsync();
        var (whole, part) = ($"commitments/{commitment}", $"milestones/{milestone}");
        var reporting = await App.KeyAsync("editor", "MX-DUR", "mx-dur-cce");
        var both = new
        {
            status = "verified",
            completed_on = "2026-11-01",
            completed_on_precision = "day",
        };
        Assert.That((await RefusedAsync("PATCH", $"{part}?reason=x", reporting, 422, both)).Code, Is.EqualTo("verified"));
        await App.ChangedAsync(part, Chamber, new { status = "verified" });
        await App.ChangedAsync(whole, Chamber, new { status = "verified" });
        foreach (
            var (record, key, change) in ((string, string, object)[])
                [
                    (whole, City, new { title_es = "Comprar patrullas" }),
                    (part, City, new { title_es = "Comprar patrullas" }),
                    (part, City, new { weight = 100 }),
                    (part, reporting, new { completed_on = "2026-11-01", completed_on_precision = "day" }),
                ]
        )
        {
            Assert.That((await RefusedAsync("PATCH", $"{record}?reason=Ajuste", key, 422, change)).Code, Is.EqualTo("verified"));
        }

        await App.ChangedAsync($"{whole}?reason=Traducido", City, new { title_en = "A test commitment" });
        await App.ChangedAsync($"{whole}?reason=Error", Chamber, new { status = "completed" });
        await App.ChangedAsync($"{whole}?reason=Ajuste", City, new { title_es = "Otro compromiso de prueba" });
        await App.ChangedAsync($"{part}?reason=Error", Chamber, new { status = "completed" });
    }

    [Test]
    public async Task A_milestone_is_finished_by_evidence_whichever_field_says_so()
    {
        var commitment = await NewCommitmentAsync();
        foreach (
            var finished in (object[])[new { progress_percent = 100 }, new { completed_on = "2026-11-01", completed_on_precision = "day" }]
        )
        {
            var milestone = await App.AddedAsync("milestones", City, new { commitment_id = commitment, title_es = "Padrón" });
            var (_, code) = await RefusedAsync("PATCH", $"milestones/{milestone}", City, 422, finished);
            Assert.That(code, Is.EqualTo("evidence_missing"));
        }

        var (_, done) = await CompletedAsync();
        await RefusedAsync("PATCH", $"milestones/{done}", City, 400, new { progress_percent = 10 });
        await App.ChangedAsync($"milestones/{done}", City, new { progress_percent = 100 });
    }

    [Test]
    public async Task Who_has_come_after_who_led_verifies_nothing_of_it()
    {
        var admin = await App.KeyAsync("admin", "national|MX-DUR", "inai");
        await App.ChangedAsync("organizations/mx-dur-ayuntamiento", admin, new { succeeded_by = "mx-dur-cce" });
        var (commitment, _) = await CompletedAsync();
        var (_, code) = await RefusedAsync("PATCH", $"commitments/{commitment}", Chamber, 422, new { status = "verified" });
        Assert.That(code, Is.EqualTo("own_verification"));
        await App.ChangedAsync("organizations/mx-dur-ayuntamiento", admin, new { succeeded_by = (string?)null });
        await App.ChangedAsync($"commitments/{commitment}", Chamber, new { status = "verified" });
    }

    [Test]
    public async Task A_late_report_of_an_old_half_year_is_not_the_newest_word()
    {
        var (commitment, _) = await CompletedAsync();
        var answer = await App.MadeAsync("POST", "assessments", City, Reported(commitment, "2025-H2", "limited"));
        Assert.That(answer.GetProperty("assessed_on").GetString(), Is.EqualTo("2025-12-31"));
    }

    [Test]
    public async Task A_half_year_that_is_filled_in_or_taken_back_leaves_none_in_which_nothing_moved_without_a_reason()
    {
        var (commitment, _) = await CompletedAsync();
        object Report(string period, string code, string? reason = null) => Reported(commitment, period, code, reason);
        await App.AddedAsync("assessments", City, Report("2024-H2", "not_started", "resources"));
        var last = await App.AddedAsync("assessments", City, Report("2025-H2", "limited"));

        // Between them the same is said as in the last: then nothing moved in the last, and that says why first.
        var (early, filled) = await App.RefusedAsync("POST", "assessments", City, 422, Report("2025-H1", "limited"));
        Assert.That(filled, Is.EqualTo("reason_missing"));
        Assert.That(early.GetProperty("errors")[0].GetProperty("nearest").GetString(), Is.EqualTo(last));
        var middle = await App.AddedAsync("assessments", City, Report("2025-H1", "not_started", "resources"));

        // Changed to the same, too; and what falls behind what was reached before says why.
        var moved = new
        {
            code = "limited",
            stall_reason = (string?)null,
            unblock_es = (string?)null,
        };
        Assert.That((await RefusedAsync("PATCH", $"assessments/{middle}", City, 422, moved)).Code, Is.EqualTo(filled));
        var (_, back) = await App.RefusedAsync("POST", "assessments", City, 422, Report("2026-H1", "not_started"));
        Assert.That(back, Is.EqualTo(filled));
        await App.AddedAsync("assessments", City, Report("2026-H1", "not_started", "resources"));
        using var gone = await App.RequestAsync(
            "DELETE",
            $"assessments/{last}?reason=Era+de+otro",
            City,
            null,
            ("If-Match", await App.TagAsync($"assessments/{last}"))
        );
        Assert.That(gone.IsSuccessStatusCode, await gone.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task A_half_year_that_was_over_before_the_plan_began_is_not_reported_on()
    {
        var plan = await App.ChangedAsync(
            $"plans/{await NewPlanAsync(61)}",
            City,
            new { start_date = "2026-01-15", start_date_precision = "day" }
        );
        var commitment = await NewCommitmentAsync(plan.GetProperty("id").GetString()!);
        var (_, early) = await App.RefusedAsync("POST", "assessments", City, 400, Reported(commitment, "2025-H2", "limited"));
        Assert.That(early, Is.EqualTo("too_small"));
        await App.AddedAsync("assessments", City, Reported(commitment, "2026-H1", "limited"));
    }

    [Test]
    public async Task Who_has_come_after_who_verified_does_not_come_to_lead()
    {
        var admin = await App.KeyAsync("admin", "national|MX-DUR", "inai");
        var (commitment, _) = await CompletedAsync();
        await App.ChangedAsync($"commitments/{commitment}", Chamber, new { status = "verified" });
        await App.ChangedAsync("organizations/mx-dur-cce", admin, new { succeeded_by = "mx-dur-consejo-ciudadano" });
        var body = new { lead_organizations = (string[])["mx-dur-consejo-ciudadano"] };
        var (_, code) = await RefusedAsync("PATCH", $"commitments/{commitment}", City, 422, body);
        Assert.That(code, Is.EqualTo("own_verification"));
        await App.ChangedAsync("organizations/mx-dur-cce", admin, new { succeeded_by = (string?)null });
        await App.ChangedAsync($"commitments/{commitment}", City, body);
    }

    [Test]
    public async Task An_agreement_about_a_proposal_is_discussion_of_what_came_of_it()
    {
        var plan = await NewPlanAsync(62);
        var session = await App.AddedAsync(
            "dialogues/sessions",
            City,
            new
            {
                state_id = "MX-DUR",
                plan_id = plan,
                title_es = "Mesa",
                title_en = "Table",
                held_on = "2026-11-02",
                kind = "ordinary",
            }
        );
        var proposal = await App.AddedAsync("dialogues/proposals", Council, Proposed(plan));
        var agreement = await App.AddedAsync(
            "dialogues/agreements",
            City,
            new
            {
                session_id = session,
                proposal_id = proposal,
                text_es = "Se estudia la propuesta",
                text_en = "It is studied",
            }
        );
        var commitment = await NewCommitmentAsync(plan);
        await App.ChangedAsync(
            $"dialogues/proposals/{proposal}",
            City,
            new
            {
                disposition = "adopted",
                response_es = "Se adopta tal cual",
                commitment_id = commitment,
            }
        );
        var life = await App.GetAsync($"commitments/{commitment}/life");
        var step = life.GetProperty("steps").EnumerateArray().Single(one => one.GetProperty("step").GetString() == "discussion");
        Assert.That(step.GetProperty("reached_on").GetString(), Is.EqualTo("2026-11-02"));
        var rows = await App.GetAsync(new Uri(step.GetProperty("rows_url").GetString()!).PathAndQuery["/api/v1/".Length..]);
        Assert.That(rows.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetString(), Is.EqualTo(agreement));
    }

    [Test]
    public async Task A_plan_that_is_published_while_it_is_made_is_not_adopted_yet()
    {
        var plan = await NewPlanAsync(76);
        var commitment = await NewCommitmentAsync(plan);
        await App.ChangedAsync($"plans/{plan}?reason=x", City, new { published_on = "2026-11-01", published_on_precision = "day" });
        var life = await App.GetAsync($"commitments/{commitment}/life");
        var step = life.GetProperty("steps").EnumerateArray().Single(one => one.GetProperty("step").GetString() == "adopted");
        Assert.That(step.GetProperty("reached").ValueKind, Is.EqualTo(JsonValueKind.False));
        Assert.That(step.GetProperty("count").GetInt32(), Is.Zero);
        var rows = await App.GetAsync(new Uri(step.GetProperty("rows_url").GetString()!).PathAndQuery["/api/v1/".Length..]);
        Assert.That(rows.GetProperty("total").GetInt32(), Is.Zero);
    }

    /// <summary>A commitment and its milestone, each said to be completed by another.</summary>
    private async Task<(string Commitment, string Milestone)> ReportedByAsync(string ofCommitment, string ofMilestone)
    {
        var commitment = await NewCommitmentAsync();
        var milestone = await App.AddedAsync("milestones", City, new { commitment_id = commitment, title_es = "Padrón" });
        await App.AddedAsync("evidence", City, Evidence(commitment, milestone));
        await App.ChangedAsync($"milestones/{milestone}", ofMilestone, new { status = "completed" });
        await App.ChangedAsync($"commitments/{commitment}", ofCommitment, new { status = "completed" });
        return (commitment, milestone);
    }

    /// <summary>What the government reports of a half-year.</summary>
    private static object Reported(string commitment, string period, string code, string? reason = null) =>
        new
        {
            commitment_id = commitment,
            voice = "government",
            aspect = "completion",
            code,
            period,
            statement_es = "Apenas empezó",
            stall_reason = reason,
            unblock_es = reason is null ? null : "Presupuesto, que aprueba el congreso",
        };
}
