using System.Text.Json;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Tests.Writing;

/// <summary>What was adopted changes with a reason, and answers are not taken back.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class AdoptedTests(string provider) : DurangoFixture(provider)
{
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
        var milestone = await App.AddedAsync("milestones", City, new { commitment_id = commitment, title_es = "Padrón" });
        var indicator = await App.AddedAsync("indicators", City, Indicator(commitment));
        await App.ChangedAsync($"plans/{plan}", City, new { stage = "implementation" });
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
            var (problem, code) = await RefusedAsync("PATCH", address, City, 422, body);
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
            var (_, code) = await App.RefusedAsync("POST", address, City, 422, body);
            Assert.That(code, Is.EqualTo("reason_missing"), address);
        }

        await App.ChangedAsync($"commitments/{commitment}", City, new { status = "in_progress" });
        await App.ChangedAsync($"milestones/{milestone}", City, new { progress_percent = 40 });
        await App.ChangedAsync($"plans/{plan}?reason=Se+corrige", City, new { stage = "co_creation" });
        var (_, back) = await RefusedAsync("PATCH", $"commitments/{commitment}", City, 422, new { title_es = "Menos" });
        Assert.That(back, Is.EqualTo("reason_missing"));
        await App.ChangedAsync($"commitments/{commitment}?reason=Se+acordó", City, new { title_es = "Menos" });
    }

    [Test]
    public async Task An_answer_is_reasoned_is_changed_with_a_reason_and_is_owed_by_no_adopted_plan()
    {
        var plan = await NewPlanAsync(32);
        var proposal = await App.AddedAsync("dialogues/proposals", Council, Proposed(plan));
        var address = $"dialogues/proposals/{proposal}";
        var read = await App.GetAsync(address);
        Assert.That(
            read.GetProperty("organization_id").GetString(),
            Is.EqualTo("mx-dur-consejo-ciudadano"),
            "who proposes is who has the key"
        );
        Assert.That(read.GetProperty("sector").ValueKind, Is.EqualTo(JsonValueKind.String));
        var (_, voice) = await RefusedAsync("PATCH", address, Council, 422, new { sector = "government" });
        Assert.That(voice, Is.EqualTo("other_voice"));
        await RefusedAsync("PATCH", address, City, 422, new { disposition = "adopted", response_es = "." });
        await RefusedAsync(
            "PATCH",
            address,
            City,
            400,
            new
            {
                disposition = "not_adopted",
                response_es = "No hay dinero",
                commitment_id = "MX-DUR-PAL1-C2",
            }
        );

        // One that is withdrawn before it is answered does not come back to a plan that was adopted.
        var withdrawn = await App.AddedAsync("dialogues/proposals", Council, Proposed(plan));
        await App.MadeAsync("DELETE", $"dialogues/proposals/{withdrawn}?reason=x", Council, null, ("If-Match", "\"v1\""));
        var answered = await App.ChangedAsync(address, City, new { disposition = "adopted", response_es = "Se adopta" });
        Assert.That(answered.GetProperty("responded_on").GetString(), Is.EqualTo("2026-11-24"));
        await App.ChangedAsync($"plans/{plan}", City, new { stage = "implementation" });
        var (_, restored) = await App.RefusedAsync("POST", $"dialogues/proposals/{withdrawn}/restore?reason=x", Council, 422);
        Assert.That(restored, Is.EqualTo("unanswered_proposal"));
        var (_, late) = await App.RefusedAsync("POST", "dialogues/proposals", Council, 422, Proposed(plan));
        Assert.That(late, Is.EqualTo("unanswered_proposal"));
        object erased = new
        {
            disposition = (string?)null,
            response_es = (string?)null,
            responded_on = (string?)null,
            responded_on_precision = (string?)null,
        };
        await RefusedAsync("PATCH", address, City, 422, erased);
        var (_, code) = await RefusedAsync("PATCH", $"{address}?reason=x", City, 422, erased);
        Assert.That(code, Is.EqualTo("unanswered_proposal"));
        var (_, silent) = await RefusedAsync("PATCH", address, City, 422, new { response_es = "Otra respuesta" });
        Assert.That(silent, Is.EqualTo("reason_missing"));
        await App.ChangedAsync($"{address}?reason=Se+precisa", City, new { response_es = "Otra respuesta" });
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
}
