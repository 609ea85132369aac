using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Tests.Writing;

/// <summary>What is written of a place names and binds nothing of another.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class PlacesTests(string provider) : DurangoFixture(provider)
{
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
    public async Task A_record_that_names_no_state_is_told_that_it_is_national_for_want_of_one()
    {
        var (problem, code) = await App.RefusedAsync("POST", "dialogues/proposals", Council, 403, new { proposal_es = "Otra cosa" });
        Assert.That(code, Is.EqualTo("missing_scope"));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("of a state, fill state_id"));
        Assert.That(problem.GetProperty("detail_es").GetString(), Does.Contain("si es de un estado, llene state_id"));
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
            var (_, code) = await App.RefusedAsync("POST", "dialogues/proposals", Council, 403, Proposal(plan));
            Assert.That(code, Is.EqualTo("missing_scope"), plan);
            var both = await App.KeyAsync("editor", "MX-DUR|MX-JAL|national", "inai");
            var (_, apart) = await App.RefusedAsync("POST", "dialogues/proposals", both, 400, Proposal(plan));
            Assert.That(apart, Is.EqualTo("contradiction"), plan);
        }

        var (_, typo) = await App.RefusedAsync("POST", "milestones", City, 400, new { commitment_id = "MX-DUR-PAL1-CX", title_es = "x" });
        Assert.That(typo, Is.EqualTo("unknown_record"), "what is not there is of no scope");
        var (empty, _) = await App.RefusedAsync("POST", "milestones", City, 400, "{}");
        Assert.That(
            empty.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()),
            Is.EqualTo((string[])["/commitment_id"])
        );
        Assert.That(empty.GetProperty("detail").GetString(), Does.Contain("/commitment_id"));
        await RefusedAsync("PATCH", "commitments/MX-DUR-PAL1-C2", City, 403, new { municipality = "25006" });
    }
}
