using System.Text;
using System.Text.Json;
using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Tests.Writing;

/// <summary>What nobody may say here, who may not say it, and that whoever is refused is told what would be right, in both languages.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class RefusedWritesTests(string provider) : DurangoFixture(provider)
{
    [TestCase(3.7, 4, "not_an_integer", "/value")]
    [TestCase(0, 0, "too_small", "/out_of")]
    [TestCase(5, 4, "too_large", "/value")]
    public async Task A_figure_counts_whole_commitments_of_one_at_least(decimal value, int all, string code, string place)
    {
        var body = Figure("MX-DUR-PAL1", "early_results", value, all);
        var (problem, said) = await TellsBothAsync("POST", "assessments", Chamber, 400, body);
        Assert.That((said, Pointer(problem)), Is.EqualTo((code, place)));
    }

    [TestCase("completion", null)]
    [TestCase("completion", 2)]
    [TestCase("compliance", null)]
    [TestCase("compliance", 2)]
    public async Task A_figure_that_says_all_of_a_plan_was_done_needs_evidence_and_keeps_it(string aspect, int? all)
    {
        var plan = await NewPlanAsync((aspect == "completion" ? 80 : 82) + (all is null ? 0 : 1));
        var commitment = await NewCommitmentAsync(plan);
        var whole = Figure(plan, aspect, all ?? 100, all);
        Assert.That((await TellsBothAsync("POST", "assessments", Chamber, 422, whole)).Code, Is.EqualTo("evidence_missing"));
        var most = await App.AddedAsync("assessments", Chamber, Figure(plan, aspect, (all ?? 100) - 1, all));
        var up = new { value = all ?? 100 };
        Assert.That((await TellsBothAsync("PATCH", $"assessments/{most}", Chamber, 422, up)).Code, Is.EqualTo("evidence_missing"));
        await App.AddedAsync("evidence", City, Evidence(commitment));
        await App.ChangedAsync($"assessments/{most}", Chamber, up);
        var (problem, code) = await RefusedAsync("DELETE", $"evidence/{commitment}-E1?reason=x", City, 422, null);
        Assert.That(code, Is.EqualTo("evidence_missing"));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain(most));
    }

    [Test]
    public async Task A_code_with_a_figure_says_what_is_counted_so_that_few_may_be_complete_and_all_not_started()
    {
        var plan = await NewPlanAsync(84);
        object Counted(string code, int value) =>
            new
            {
                plan_id = plan,
                voice = "civil_society",
                aspect = "completion",
                code,
                value,
                out_of = 4,
                unit = "commitments",
            };
        await App.AddedAsync("assessments", Chamber, Counted("not_started", 4));
        Assert.That(
            (await TellsBothAsync("POST", "assessments", Chamber, 422, Counted("complete", 1))).Code,
            Is.EqualTo("evidence_missing")
        );
    }

    [TestCase("limited", "not_started", "limited", "not_started")]
    [TestCase("substantial", "limited", "substantial")]
    [TestCase("limited", "unclear", "limited")]
    [TestCase("unclear", "not_started")]
    [TestCase("complete", "substantial")]
    public async Task What_is_no_further_than_it_ever_was_says_why_however_it_came_there(params string[] codes)
    {
        var commitment = await NewCommitmentAsync();
        await App.AddedAsync("evidence", City, Evidence(commitment));
        for (var i = 0; i < codes.Length; i++)
        {
            var period = $"{2023 + (i / 2)}-H{(i % 2) + 1}";
            if (i > 0)
            {
                var (_, code) = await TellsBothAsync("POST", "assessments", City, 422, Report(commitment, period, codes[i], false));
                Assert.That(code, Is.EqualTo("reason_missing"), period);
            }

            await App.AddedAsync("assessments", City, Report(commitment, period, codes[i], i > 0));
        }
    }

    [TestCase("010005")]
    [TestCase("100")]
    [TestCase("10000")]
    [TestCase("1")]
    public async Task What_is_no_code_of_a_municipality_is_a_fault_of_the_record_and_asks_for_no_scope(string municipality)
    {
        var (problem, code) = await TellsBothAsync("PATCH", "commitments/MX-DUR-PAL1-C2", City, 400, new { municipality });
        Assert.That((code, Pointer(problem)), Is.EqualTo(("wrong_form", "/municipality")));
    }

    [Test]
    public async Task What_has_ended_neither_verifies_nor_assesses_and_from_the_day_after_on()
    {
        var wide = await App.KeyAsync("admin", "national|MX-DUR", "inai");
        var name = "Observatorio Extinto";
        var ended = await App.AddedAsync(
            "organizations",
            wide,
            new
            {
                name,
                sector = "civil_society",
                level = "local",
                state_id = "MX-DUR",
            }
        );
        var key = await App.KeyAsync("verifier", "MX-DUR", ended);
        var (commitment, milestone) = await CompletedAsync();
        var today = DateOnly.FromDateTime(App.Clock.Now.UtcDateTime);
        object Until(DateOnly day) => new { existed_until = $"{day:O}", existed_until_precision = "day" };
        await App.ChangedAsync($"organizations/{ended}", wide, Until(today));
        var own = await App.AddedAsync("assessments", key, Assessed(commitment));
        await App.ChangedAsync($"organizations/{ended}", wide, Until(today.AddDays(-1)));
        (string Method, string Address, object Body)[] writes =
        [
            ("POST", "assessments", Assessed(commitment)),
            ("PATCH", $"assessments/{own}", new { code = "complete" }),
            ("PATCH", $"milestones/{milestone}", new { status = "verified" }),
            ("PATCH", $"commitments/{commitment}", new { status = "verified" }),
        ];
        foreach (var (method, address, body) in writes.Some())
        {
            Assert.That((await TellsBothAsync(method, address, key, 422, body)).Code, Is.EqualTo("ended_organization"), address);
        }

        await App.ChangedAsync(
            $"organizations/{ended}",
            wide,
            new { existed_until = (string?)null, existed_until_precision = (string?)null }
        );
        await App.ChangedAsync($"commitments/{commitment}", key, new { status = "verified" });
    }

    [Test]
    public void What_says_of_itself_that_it_is_national_or_more_is_written_by_no_state()
    {
        var tried = new List<string>();
        foreach (var editing in Editings.All.Some())
        {
            foreach (var field in editing.Described.Fields.Where(field => field.Name is "level" or "scope").PerhapsNone("most say neither"))
            {
                foreach (var value in field.Values!.Intersect(["national", "international"]).PerhapsNone("some plans are of no more"))
                {
                    var row = editing.Described.Fields.ToDictionary(one => one.Name, _ => (object?)null);
                    (row["id"], row["state_id"], row[field.Name]) = ("MX-DUR-X1", "MX-DUR", value);

                    // A practice is national that is of no other country: of a state it is, too.
                    var isOfState = editing.Table == "practices" && value == "national";
                    Assert.That(editing.ScopesOf(row).Contains(Scope.National), Is.Not.EqualTo(isOfState), $"{editing.Table} {value}");
                    tried.Add($"{editing.Table} {value}");
                }
            }
        }

        Assert.That(tried, Does.Contain("timeline national").And.Contain("practices international").And.Contain("plans national"));
    }

    [Test]
    public async Task A_state_writes_no_event_of_the_country_no_practice_of_another_and_no_source_of_all()
    {
        object Event(string level) =>
            new
            {
                occurred_on = "2020-01-01",
                occurred_on_precision = "day",
                level,
                state_id = "MX-DUR",
                title_es = "Algo pasó",
                title_en = $"Something {level} happened",
            };
        object Practice(string scope) =>
            new
            {
                scope,
                state_id = "MX-DUR",
                title_es = "Una práctica",
                title_en = $"A practice {scope}",
            };
        Assert.That((await TellsBothAsync("POST", "timeline", City, 403, Event("national"))).Code, Is.EqualTo("missing_scope"));
        Assert.That((await TellsBothAsync("POST", "practices", City, 403, Practice("international"))).Code, Is.EqualTo("missing_scope"));
        var local = await App.AddedAsync("timeline", City, Event("local"));
        Assert.That(
            (await App.RefusedAsync("PATCH", $"timeline/{local}", City, 403, new { level = "national" }, ("If-Match", "\"v1\""))).Code,
            Is.EqualTo("missing_scope")
        );
        await App.AddedAsync("practices", City, Practice("national"));

        Assert.That((await RefusedSourceAsync("PATCH", "sources/S0", Admin, new { title = "x" })), Is.EqualTo("missing_scope"));
        Assert.That((await RefusedSourceAsync("DELETE", "sources/S0?reason=x", Admin, null)), Is.EqualTo("missing_scope"));
        Assert.That(
            (await TellsBothAsync("POST", "sources", City, 403, Source("presentation"))).Code,
            Is.EqualTo("missing_scope"),
            "a state makes no presentation"
        );

        // The service's own source of an organisation of its state an admin mends; of another state it does not.
        await NewCommitmentAsync();
        var own = (await App.AllAsync("sources?limit=500")).First(one => one.GetProperty("id").GetString()!.StartsWith('W'));
        var address = $"sources/{own.GetProperty("id").GetString()}";
        await App.ChangedAsync(address, Admin, new { note_es = "Nota", note_en = "Note" });
        var other = await App.KeyAsync("admin", "MX-JAL", "inai");
        Assert.That(await RefusedSourceAsync("PATCH", address, other, new { title = "x" }), Is.EqualTo("missing_scope"));
    }

    [Test]
    public async Task Only_what_the_presentation_alone_states_is_said_to_be_of_it()
    {
        object Named(params string[]? sources) =>
            new
            {
                plan_id = "MX-DUR-PAL1",
                kind = "commitment",
                title_es = "De la presentación",
                confidence = "presentation",
                source_ids = sources,
            };
        var source = await App.AddedAsync("sources", City, Source("press"));
        foreach (var body in (object[])[Named("S0", source), Named(source), Named(null)])
        {
            var (problem, code) = await TellsBothAsync("POST", "commitments", City, 400, body);
            Assert.That((code, Pointer(problem)), Is.EqualTo(("contradiction", "/confidence")));
        }

        var stated = await App.AddedAsync("commitments", City, Named("S0"));
        var more = new { source_ids = (string[])["S0", source] };
        Assert.That((await TellsBothAsync("PATCH", $"commitments/{stated}", City, 400, more)).Code, Is.EqualTo("contradiction"));
        await App.ChangedAsync($"commitments/{stated}", City, new { more.source_ids, confidence = "documented" });
        var back = new { confidence = "presentation" };
        Assert.That((await TellsBothAsync("PATCH", $"commitments/{stated}", City, 400, back)).Code, Is.EqualTo("contradiction"));
    }

    [Test]
    public async Task An_organisation_is_of_its_sector_wherever_it_is_named_and_a_seat_of_another_side_says_why()
    {
        object Typed(string sector) =>
            new
            {
                state_id = "MX-DUR",
                proposal_es = "Hornos cerrados",
                organization_id = "mx-dur-consejo-ciudadano",
                sector,
            };
        var (problem, code) = await TellsBothAsync("POST", "dialogues/proposals", City, 422, Typed("government"));
        Assert.That((code, Pointer(problem)), Is.EqualTo(("other_voice", "/sector")));
        var typed = await App.AddedAsync("dialogues/proposals", City, Typed("civil_society"));
        var otherwise = new { sector = "academia" };
        await TellsBothAsync("PATCH", $"dialogues/proposals/{typed}", City, 422, otherwise);

        Assert.That(
            Schema
                .Current.Tables.Where(table => table.ByName.ContainsKey("organization_id") && table.ByName.ContainsKey("sector"))
                .Select(table => table.Name),
            Is.EquivalentTo((string[])["plan_members", "secretariat_members", "proposals"])
        );
        object Seat(string? note) =>
            new
            {
                secretariat_id = "MX-DUR-STL",
                organization_id = "cide",
                sector = "government",
                note_es = note,
                note_en = note,
            };
        var (told, missing) = await TellsBothAsync("POST", "secretariat_members", City, 400, Seat(null));
        Assert.That((missing, Pointer(told)), Is.EqualTo(("note_missing", "/sector")));
        await App.AddedAsync("secretariat_members", City, Seat("Así lo dice el acta"));
    }

    [Test]
    public async Task What_comes_back_below_what_was_withdrawn_is_told_to_bring_that_back_first()
    {
        var plan = await NewPlanAsync(85);
        var proposal = await App.AddedAsync("dialogues/proposals", Council, Proposed(plan));
        await App.MadeAsync("DELETE", $"dialogues/proposals/{proposal}?reason=x", Council, null, ("If-Match", "\"v1\""));
        await App.MadeAsync("DELETE", $"plans/{plan}?reason=x", City, null, ("If-Match", "\"v1\""));
        var (problem, code) = await App.RefusedAsync("POST", $"dialogues/proposals/{proposal}/restore?reason=x", Council, 400);
        Assert.That((code, Pointer(problem)), Is.EqualTo(("unknown_record", "")), "a restore has no body");
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("was withdrawn: bring it back first"));
        Assert.That(problem.GetProperty("detail_es").GetString(), Does.Contain("fue retirado: recupérelo antes"));

        // Back in a plan that was adopted since, it has no plan_id to leave out.
        await App.MadeAsync("POST", $"plans/{plan}/restore?reason=x", City);
        await App.ChangedAsync($"plans/{plan}", City, new { stage = "implementation" });
        var (adopted, unanswered) = await App.RefusedAsync("POST", $"dialogues/proposals/{proposal}/restore?reason=x", Council, 422);
        Assert.That(unanswered, Is.EqualTo("unanswered_proposal"));
        Assert.That($"{adopted}", Does.Not.Contain("Leave plan_id out").And.Not.Contain("Quite plan_id"));
    }

    [TestCase("observations", "value", "1e400", "too_large", "más de lo que cabe en un número")]
    [TestCase("observations", "value", "-1e400", "too_small", "menos de lo que cabe en un número")]
    [TestCase("observations", "value", "\"mucho\"", "not_a_number", "escriba los decimales con punto")]
    [TestCase("observations", "value", "true", "wrong_type", "no es un número")]
    [TestCase("milestones", "weight", "true", "wrong_type", "no es un número entero")]
    [TestCase("milestones", "weight", "1.5", "not_an_integer", "no es un número entero")]
    [TestCase("milestones", "title_es", "5", "wrong_type", "no es un texto")]
    [TestCase("milestones", "source_ids", "\"S0\"", "wrong_type", "no es una lista de textos")]
    [TestCase("plans", "in_stated_total", "\"true\"", "wrong_type", "no es true o false")]
    public async Task What_is_of_another_type_is_told_which_is_wanted_in_Spanish_too(
        string address,
        string field,
        string given,
        string code,
        string spanish
    )
    {
        var (problem, _) = await TellsBothAsync("POST", address, City, 400, $$"""{"{{field}}": {{given}}}""");
        var error = problem.GetProperty("errors").EnumerateArray().Single(one => one.GetProperty("pointer").GetString() == $"/{field}");
        Assert.That(error.GetProperty("code").GetString(), Is.EqualTo(code));
        Assert.That(error.GetProperty("detail_es").GetString(), Does.Contain(spanish));
    }

    [TestCase("POST", "/milestones")]
    [TestCase("PATCH", "/commitments/MX-DUR-PAL1-C2")]
    public async Task A_write_of_a_batch_that_has_no_body_is_told_where_it_is_missing(string method, string path)
    {
        var version = $"\"v{await VersionAsync("commitments/MX-DUR-PAL1-C2")}\"";
        var writes = new
        {
            writes = (object[])
                [
                    new
                    {
                        method,
                        path,
                        if_match = version,
                    },
                ],
        };
        var (problem, code) = await TellsBothAsync("POST", "batch", City, 400, writes);
        Assert.That((code, Pointer(problem)), Is.EqualTo(("required", "/writes/0/body")));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("/writes/0/body is missing"));
        Assert.That(problem.GetProperty("detail_es").GetString(), Does.Contain("Falta /writes/0/body"));
    }

    [TestCase("scope", "municipal", "unknown_code")]
    [TestCase("stage", "begun", "unknown_code")]
    [TestCase("title_es", 5, "wrong_type")]
    public async Task What_is_wrong_is_told_before_the_id_that_it_makes(string field, object value, string code)
    {
        var body = new Dictionary<string, object>
        {
            ["level"] = "local",
            ["state_id"] = "MX-DUR",
            ["scope"] = "state",
            ["number"] = 1,
            ["title_es"] = "Plan",
            ["in_stated_total"] = false,
        };
        Assert.That((await TellsBothAsync("POST", "plans", City, 409, body)).Code, Is.EqualTo("duplicate"));
        body[field] = value;
        var (problem, said) = await TellsBothAsync("POST", "plans", City, 400, body);
        Assert.That((said, Pointer(problem)), Is.EqualTo((code, $"/{field}")));
        Assert.That($"{problem}", Does.Not.Contain("MX-DUR-PAL1"));
    }

    [Test]
    public async Task A_mark_before_the_body_is_no_part_of_it()
    {
        var body = "\uFEFF" + JsonSerializer.Serialize(Proposed(null));
        Assert.That(Encoding.UTF8.GetBytes(body)[0], Is.EqualTo(0xEF));
        await App.AddedAsync("dialogues/proposals", Council, body);
        await App.RefusedAsync("POST", "dialogues/proposals", Council, 400, "\uFEFF");
        await App.RefusedAsync("POST", "dialogues/proposals", Council, 400, "\uFEFF\uFEFF{}");
    }

    private static object Assessed(string commitment) =>
        new
        {
            commitment_id = commitment,
            voice = "civil_society",
            aspect = "completion",
            code = "substantial",
        };

    private static object Figure(string plan, string aspect, decimal value, int? all) =>
        new
        {
            plan_id = plan,
            voice = "civil_society",
            aspect,
            value,
            out_of = all,
            unit = all is null ? "percent" : "commitments",
        };

    private static object Report(string commitment, string period, string code, bool says) =>
        new
        {
            commitment_id = commitment,
            voice = "government",
            aspect = "completion",
            code,
            period,
            stall_reason = says ? "resources" : null,
            unblock_es = says ? "Presupuesto, que aprueba el congreso" : null,
        };

    private static object Source(string kind) =>
        new
        {
            title = "Nota",
            kind,
            read_extent = "whole",
            url = "https://example.org/nota",
        };

    private static string? Pointer(JsonElement problem) => problem.GetProperty("errors")[0].GetProperty("pointer").GetString();

    /// <summary>The code with which a source is refused, which is read in the list alone.</summary>
    private async Task<string?> RefusedSourceAsync(string method, string address, string key, object? body) =>
        (await TellsBothAsync(method, address, key, 403, body)).Code;

    /// <summary>A write that is refused in both languages, with a sentence of its own in each.</summary>
    private async Task<(JsonElement Problem, string? Code)> TellsBothAsync(
        string method,
        string address,
        string key,
        int status,
        object? body
    )
    {
        var (problem, code) =
            method == "POST"
                ? await App.RefusedAsync(method, address, key, status, body)
                : await RefusedAsync(method, address, key, status, body);
        var (english, spanish) = (problem.GetProperty("detail").GetString(), problem.GetProperty("detail_es").GetString());
        Assert.That(spanish, Is.Not.Null.And.Length.GreaterThan(10).And.Not.EqualTo(english));
        return (problem, code);
    }
}
