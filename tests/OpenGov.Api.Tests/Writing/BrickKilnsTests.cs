using System.Text.Json;

namespace OpenGov.Api.Tests.Writing;

/// <summary>
/// The brick kilns of Durango, from a proposal to a verified commitment with an observed indicator, with four keys; each refusal on the way
/// explains itself in both languages.
/// </summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class BrickKilnsTests(string provider)
{
    private OpenGovApplication app;
    private string council;
    private string auditors;
    private string city;
    private string admin;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync(provider);
        council = await app.KeyAsync("contributor", "MX-DUR", "mx-dur-consejo-ciudadano");
        auditors = await app.KeyAsync("verifier", "MX-DUR", "mx-dur-idaip");
        city = await app.KeyAsync("editor", "MX-DUR", "mx-dur-ayuntamiento");
        admin = await app.KeyAsync("admin", "national|MX-DUR", "inai");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task A_proposal_becomes_a_verified_commitment_whose_result_was_observed()
    {
        // The plan is drawn up; organisations of record are the admin's.
        var neighbours = await app.AddedAsync(
            "organizations",
            admin,
            new
            {
                name = "Vecinos por el aire",
                sector = "civil_society",
                level = "local",
                state_id = "MX-DUR",
            }
        );
        Assert.That(neighbours, Is.EqualTo("mx-dur-vecinos-por-el-aire"));
        var plan = await app.AddedAsync(
            "plans",
            city,
            new
            {
                level = "local",
                state_id = "MX-DUR",
                scope = "state",
                number = 4,
                title_es = "Cuarto plan de Durango",
                stage = "co_creation",
                in_stated_total = false,
            }
        );
        Assert.That(plan, Is.EqualTo("MX-DUR-PAL4"));

        // A session agrees to look into it, and the council proposes.
        var session = await app.AddedAsync(
            "dialogues/sessions",
            city,
            new
            {
                secretariat_id = "MX-DUR-STL",
                state_id = "MX-DUR",
                title_es = "Mesa de aire limpio",
                title_en = "Clean air table",
                kind = "ordinary",
                announced_on = "2026-11-01",
                held_on = "2026-11-20",
                attendance_civil_society = 12,
            }
        );
        var agreement = await app.AddedAsync(
            "dialogues/agreements",
            city,
            new
            {
                session_id = session,
                text_es = "Levantar el padrón de hornos",
                text_en = "List the kilns",
                responsible_organization_id = "mx-dur-ayuntamiento",
            }
        );
        await RefusedInBothAsync("PATCH", $"dialogues/agreements/{agreement}", city, 422, "evidence_missing", new { fulfilled = true });
        await app.ChangedAsync(
            $"dialogues/agreements/{agreement}",
            city,
            new { fulfilled = true, evidence_url = "https://example.org/padron" }
        );

        object proposed = new
        {
            plan_id = plan,
            state_id = "MX-DUR",
            problem_es = "Las ladrilleras que operan entre las viviendas contaminan el aire",
            proposal_es = "Hornos cerrados, fuera de la ciudad",
            sector = "civil_society",
        };
        var proposal = await app.AddedAsync("dialogues/proposals", council, proposed);
        var receipt = await app.GetAsync($"dialogues/proposals/{proposal}");
        Assert.That(receipt.GetProperty("proposed_on").GetString(), Is.EqualTo("2026-11-24"));
        Assert.That(
            receipt.GetProperty("response_due_date").GetString(),
            Is.EqualTo("2027-01-23"),
            "sixty days, unless the editor says otherwise"
        );
        await RefusedInBothAsync(
            "PATCH",
            $"dialogues/proposals/{proposal}",
            council,
            403,
            "missing_role",
            new { response_due_date = "2026-11-25" }
        );
        await app.ChangedAsync($"dialogues/proposals/{proposal}", city, new { response_due_date = "2026-12-15" });
        await app.ChangedAsync($"dialogues/agreements/{agreement}", city, new { proposal_id = proposal });
        var elsewhere = new
        {
            plan_id = "MX-JAL-PAL2",
            state_id = "MX-JAL",
            proposal_es = "También en Jalisco",
        };
        await RefusedInBothAsync("POST", "dialogues/proposals", council, 403, "missing_scope", elsewhere);
        await RefusedInBothAsync("PATCH", $"dialogues/proposals/{proposal}", council, 403, "missing_role", new { disposition = "adopted" });
        await RefusedInBothAsync(
            "PATCH",
            $"dialogues/proposals/{proposal}",
            city,
            403,
            "other_organization",
            new { proposal_es = "Menos" }
        );
        await app.ChangedAsync(
            $"dialogues/proposals/{proposal}",
            council,
            new { proposal_es = "Hornos cerrados, a diez kilómetros de la ciudad" }
        );

        // Adopted only when it is answered, and answered only with reasons.
        var unanswered = await RefusedInBothAsync(
            "PATCH",
            $"plans/{plan}",
            city,
            422,
            "unanswered_proposal",
            new { stage = "implementation" }
        );
        Assert.That(unanswered.GetProperty("errors")[0].GetProperty("value").GetString(), Is.EqualTo(proposal));
        await RefusedInBothAsync(
            "PATCH",
            $"dialogues/proposals/{proposal}",
            city,
            422,
            "response_missing",
            new { disposition = "adopted" }
        );
        var commitment = await app.AddedAsync(
            "commitments",
            city,
            new
            {
                plan_id = plan,
                kind = "commitment",
                title_es = "Reubicar las ladrilleras",
                title_en = "Moving the brick kilns",
                status = "in_progress",
                lead_organizations = (string[])["mx-dur-ayuntamiento"],
                due_date = "2026-10-31",
                due_date_precision = "day",
            }
        );
        Assert.That(commitment, Is.EqualTo($"{plan}-C1"));
        await RefusedInBothAsync(
            "PATCH",
            $"dialogues/proposals/{proposal}",
            city,
            400,
            "contradiction",
            new
            {
                disposition = "out_of_scope",
                response_es = "No es del estado",
                commitment_id = commitment,
            }
        );
        await app.ChangedAsync(
            $"dialogues/proposals/{proposal}",
            city,
            new
            {
                disposition = "adopted",
                response_es = "Se adopta: hay terreno",
                responded_on = "2026-11-24",
                responded_on_precision = "day",
                commitment_id = commitment,
            }
        );
        await RefusedAsync("PATCH", $"dialogues/proposals/{proposal}", council, 422, new { proposal_es = "Otra cosa" });
        Assert.That(await StepOfAsync(commitment), Is.EqualTo("implementation"), "its status says that it has begun, if nobody adopted it");
        await app.ChangedAsync($"plans/{plan}", city, new { stage = "implementation" });
        await app.ChangedAsync($"dialogues/agreements/{agreement}", city, new { commitment_id = commitment });
        var lineage = (await app.GetAsync($"dialogues/proposals/{proposal}")).GetProperty("links").GetProperty("commitment").GetString();
        Assert.That(lineage, Does.EndWith($"/commitments/{commitment}"));

        // What was adopted is amended with a reason; lateness is nobody's to type.
        await RefusedInBothAsync("PATCH", $"commitments/{commitment}", city, 422, "reason_missing", new { title_es = "Reubicar hornos" });
        await app.MadeAsync(
            "PATCH",
            $"commitments/{commitment}?reason=Se+nombra+el+predio",
            city,
            new { title_es = "Reubicar las ladrilleras al predio municipal" },
            ("If-Match", await app.TagAsync($"commitments/{commitment}"))
        );
        await RefusedAsync("PATCH", $"commitments/{commitment}", city, 422, new { overdue = false });
        Assert.That((await app.GetAsync($"commitments/{commitment}")).GetProperty("overdue").GetBoolean());
        var milestone = await app.AddedAsync(
            "milestones?reason=Se+detalla",
            city,
            new { commitment_id = commitment, title_es = "Predio listo" }
        );

        // Done needs public evidence, whoever says it.
        await RefusedInBothAsync("PATCH", $"commitments/{commitment}", city, 422, "evidence_missing", new { status = "completed" });
        await RefusedInBothAsync("PATCH", $"milestones/{milestone}", city, 422, "evidence_missing", new { status = "completed" });
        var evidence = await app.AddedAsync(
            "evidence",
            city,
            new
            {
                commitment_id = commitment,
                milestone_id = milestone,
                title_es = "Acta de entrega",
                title_en = "Certificate",
                url = "https://example.org/acta.pdf",
                kind = "document",
            }
        );
        await RefusedInBothAsync("PATCH", $"commitments/{commitment}", auditors, 422, "not_completed", new { status = "verified" });
        await app.ChangedAsync($"milestones/{milestone}", city, new { status = "completed", progress_percent = 100 });
        await app.ChangedAsync($"commitments/{commitment}", city, new { status = "completed" });
        await RefusedInBothAsync("DELETE", $"evidence/{evidence}?reason=x", city, 422, "evidence_missing", null);
        await RefusedInBothAsync("PATCH", $"commitments/{commitment}", city, 422, "own_verification", new { status = "verified" });
        await RefusedInBothAsync("PATCH", $"commitments/{commitment}", auditors, 403, "missing_role", new { status = "in_progress" });
        await RefusedInBothAsync("PATCH", $"milestones/{milestone}", auditors, 403, "other_organization", new { verified_by = "fundar" });
        await app.ChangedAsync(
            $"milestones/{milestone}",
            auditors,
            new
            {
                status = "verified",
                verified_by = "mx-dur-idaip",
                verified_on = "2026-11-24",
            }
        );
        var (stale, _) = await app.RefusedAsync(
            "PATCH",
            $"commitments/{commitment}",
            auditors,
            412,
            new { status = "verified" },
            ("If-Match", "\"v1\"")
        );
        Assert.That(stale.GetProperty("detail_es").GetString(), Does.Contain("versión"));
        await app.ChangedAsync($"commitments/{commitment}", auditors, new { status = "verified" });

        // A half-year in which nothing moved says why, and what would get it moving.
        object Reported(string period, string code, string? reason = null, string? unblock = null) =>
            new
            {
                commitment_id = commitment,
                voice = "government",
                aspect = "completion",
                code,
                period,
                assessed_on = "2026-11-24",
                assessed_on_precision = "day",
                stall_reason = reason,
                unblock_es = unblock,
            };
        await RefusedInBothAsync("POST", "assessments", city, 400, "wrong_order", Reported("2027-H1", "limited"));
        await RefusedInBothAsync("POST", "assessments", city, 400, "contradiction", Reported("2026-H1", "limited", unblock: "Un predio"));
        await app.AddedAsync("assessments", city, Reported("2025-H2", "limited"));
        await RefusedInBothAsync("POST", "assessments", city, 409, "duplicate", Reported("2025-H2", "substantial"));
        await RefusedInBothAsync("POST", "assessments", city, 422, "reason_missing", Reported("2026-H1", "limited"));
        await RefusedInBothAsync("POST", "assessments", city, 422, "reason_missing", Reported("2026-H1", "limited", "resources"));
        var stuck = await app.AddedAsync(
            "assessments",
            city,
            Reported("2026-H1", "limited", "resources", "Un predio, que el congreso del estado puede ceder")
        );
        Assert.That(
            (await app.GetAsync($"assessments?stall_reason=resources&organization=mx-dur-ayuntamiento"))
                .GetProperty("items")[0]
                .GetProperty("id")
                .GetString(),
            Is.EqualTo(stuck)
        );

        // Two voices, each its own, and what changed for people.
        object Assessed(string voice, string code) =>
            new
            {
                commitment_id = commitment,
                voice,
                aspect = "completion",
                code,
            };
        await RefusedInBothAsync("POST", "assessments", auditors, 422, "other_voice", Assessed("government", "complete"));
        await app.AddedAsync("assessments", city, Assessed("government", "complete"));
        Assert.That((await app.GetAsync($"commitments/{commitment}")).GetProperty("completion").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var assessment = await app.AddedAsync("assessments", auditors, Assessed("oversight_body", "substantial"));
        await RefusedInBothAsync("PATCH", $"assessments/{assessment}", city, 403, "other_organization", new { code = "complete" });
        var indicator = await app.AddedAsync(
            "indicators?reason=Se+mide",
            city,
            new
            {
                commitment_id = commitment,
                name_es = "Hornos dentro de la ciudad",
                name_en = "Kilns inside the city",
                unit_es = "hornos",
                unit_en = "kilns",
                direction = "decrease",
                kind = "outcome",
                baseline = 60,
                target = 0,
            }
        );
        await app.AddedAsync(
            "observations",
            city,
            new
            {
                indicator_id = indicator,
                value = 3,
                observed_on = "2026-11-20",
                observed_on_precision = "day",
            }
        );

        var whole = await app.GetAsync($"commitments/{commitment}");
        Assert.Multiple(() =>
        {
            Assert.That(whole.GetProperty("status").GetString(), Is.EqualTo("verified"));
            Assert.That(whole.GetProperty("completion").GetString(), Is.EqualTo("substantial"));
            Assert.That(whole.GetProperty("completion_voice").GetString(), Is.EqualTo("oversight_body"));
            Assert.That(
                whole.GetProperty("assessments").GetArrayLength(),
                Is.EqualTo(4),
                "both voices stand side by side, and the half-years"
            );
            Assert.That(whole.GetProperty("milestones")[0].GetProperty("verified_by").GetString(), Is.EqualTo("mx-dur-idaip"));
            Assert.That(whole.GetProperty("indicators")[0].GetProperty("observations")[0].GetProperty("value").GetDecimal(), Is.EqualTo(3));
        });
        var history = (await app.GetAsync($"commitments/{commitment}/history")).GetProperty("changes").EnumerateArray().ToList();
        var amendment = history.Single(change => change.GetProperty("reason").GetString() == "Se nombra el predio");
        Assert.That(amendment.GetProperty("actor_role").GetString(), Is.EqualTo("editor"));
        var life = await app.GetAsync($"commitments/{commitment}/life");
        Assert.That(life.GetProperty("step").GetString(), Is.EqualTo("impact_observed"));
        Assert.That(
            life.GetProperty("steps").EnumerateArray().Select(Told),
            Is.EqualTo(
                (string[])
                    [
                        "proposal True 2026-11-24 mx-dur-consejo-ciudadano 1",
                        "discussion True 2026-11-20  1",
                        "draft True 2026-11-24 mx-dur-ayuntamiento 1",
                        "adopted True 2026-11-24 mx-dur-ayuntamiento 1",
                        "implementation True 2026-11-24 mx-dur-ayuntamiento 1",
                        "completed True 2026-11-24 mx-dur-ayuntamiento 1",
                        "verified True 2026-11-24 mx-dur-idaip 1",
                        "impact_observed True 2026-11-20  1",
                    ]
            )
        );
        Assert.That(
            life.GetProperty("steps")
                .EnumerateArray()
                .SelectMany(step => step.GetProperty("needs").EnumerateArray())
                .Select(need => need.GetProperty("met").GetBoolean())
                .Some(),
            Has.All.True
        );
        foreach (var step in life.GetProperty("steps").EnumerateArray().Some())
        {
            var rows = await app.GetAsync(step.GetProperty("rows_url").GetString()!);
            Assert.That(rows.GetProperty("total").GetInt32(), Is.EqualTo(step.GetProperty("count").GetInt32()), $"{step}");
        }

        var before = await app.GetAsync($"commitments/{commitment}");
        Assert.That(
            (await app.GetAsync(before.GetProperty("links").GetProperty("proposals").GetString()!))
                .GetProperty("items")[0]
                .GetProperty("id")
                .GetString(),
            Is.EqualTo(proposal),
            "from the text back to the proposal"
        );
        Assert.That(
            (await app.GetAsync($"dialogues/agreements?proposal={proposal}"))
                .GetProperty("items")[0]
                .GetProperty("links")
                .GetProperty("commitment")
                .GetString(),
            Does.EndWith($"/commitments/{commitment}"),
            "from the proposal by the agreement to the text"
        );
        var counted = await app.GetAsync($"stats/commitments?group_by=status&plan={plan}");
        Assert.That(counted.GetProperty("items")[0].GetProperty("status").GetString(), Is.EqualTo("verified"), "what is counted follows");
    }

    private async Task<string?> StepOfAsync(string commitment) =>
        (await app.GetAsync($"commitments/{commitment}/life")).GetProperty("step").GetString();

    private static string Told(JsonElement step) =>
        string.Join(' ', ((string[])["step", "reached", "reached_on", "reached_by", "count"]).Select(name => $"{step.GetProperty(name)}"));

    /// <summary>A change that must be refused, whatever version it names, with a code, in both languages.</summary>
    private async Task<JsonElement> RefusedInBothAsync(string method, string address, string key, int status, string code, object? body)
    {
        var (problem, found) = await RefusedAsync(method, address, key, status, body);
        Assert.That(found, Is.EqualTo(code), $"{problem}");
        Assert.That(problem.GetProperty("detail").GetString(), Is.Not.Empty);
        Assert.That(problem.GetProperty("detail_es").GetString(), Is.Not.Empty.And.Not.EqualTo(problem.GetProperty("detail").GetString()));
        return problem;
    }

    private async Task<(JsonElement Problem, string? Code)> RefusedAsync(
        string method,
        string address,
        string key,
        int status,
        object? body
    ) => await app.RefusedAsync(method, address, key, status, body, method == "POST" ? [] : [("If-Match", await app.TagAsync(address))]);
}
