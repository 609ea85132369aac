using System.Globalization;

namespace OpenGov.Api.Tests.Oracles;

/// <summary>
/// A made-up region of one seed: the rows of a data package, with plans of each stage and level, and with all that hangs on them.
/// </summary>
internal sealed class RandomRegion
{
    private static readonly string[] States = ["XT-NOR", "XT-SUR", "XT-EST", "XT-OES", "XT-CEN"];

    private readonly RandomRows rows;
    private readonly Dice dice;
    private readonly Day day;
    private readonly List<string> organizations = [];

    private RandomRegion(RandomRows rows, Day day) => (this.rows, dice, this.day) = (rows, rows.Dice, day);

    /// <summary>What is recorded on the first day.</summary>
    public static Day On(DateOnly date, RandomRows rows)
    {
        var region = new RandomRegion(rows, new Day(date));
        region.AddSources();
        region.AddStates();
        region.AddPlans();
        region.AddRest();
        return region.day;
    }

    private void AddSources()
    {
        foreach (var id in (string[])["T0", "T1"])
        {
            day.Put(rows.Make("sources", id, ("title", "Synthetic data for tests: no facts"), ("url", null)));
        }
    }

    private void AddStates()
    {
        for (var i = 0; i < 3 + dice.Below(3); i++)
        {
            day.Put(rows.Make("states", States[i], ("inegi_code", (91 + i).ToString(CultureInfo.InvariantCulture))));
        }

        for (var i = 0; i < 16; i++)
        {
            var id = i == 15 ? "xt-o1x" : $"xt-o{i}";
            var state = dice.Chance(50) ? dice.Of(day.All("states").ToList()).Id : null;
            day.Put(rows.Make("organizations", id, ("state_id", state)));
            organizations.Add(id);
        }

        // One state has no secretariat.
        foreach (var state in day.All("states").Skip(1))
        {
            var id = $"{state.Id}-STL";
            day.Put(rows.Make("secretariats", id, ("state_id", state.Id), ("status", dice.Chance(75) ? "installed" : "dissolved")));
            AddMembers("secretariat_members", "secretariat_id", id);
        }
    }

    private void AddPlans()
    {
        foreach (var state in day.All("states").ToList())
        {
            var count = dice.Below(3);
            for (var number = 1; number <= count || number == 1; number++)
            {
                AddPlan($"{state.Id}-PAL{number}", "local", state.Id, number);
            }
        }

        AddPlan("XT-NAP1", "national", null, 1);
        AddPlan("XT-NAP2", "national", null, 2);
    }

    private void AddPlan(string id, string level, string? state, long number)
    {
        day.Put(rows.Make("plans", id, ("level", level), ("state_id", state), ("number", number)));
        AddMembers("plan_members", "plan_id", id);
        for (var i = dice.Below(4); i > 0; i--)
        {
            day.Put(rows.Make("assessments", $"{id}-A{i}", ("plan_id", id), ("commitment_id", null)));
        }

        var count = dice.Below(6) switch
        {
            0 => 0,
            1 => 1,
            _ => 4 + dice.Below(12),
        };
        for (var i = 1; i <= count; i++)
        {
            AddCommitment($"{id}-C{i}", id);
        }

        for (var i = dice.Below(5); i > 0; i--)
        {
            var commitment = dice.Chance(40) && count > 0 ? $"{id}-C1" : null;
            day.Put(
                rows.Make(
                    "proposals",
                    $"{id}-P{i}",
                    ("plan_id", dice.Chance(85) ? id : null),
                    ("state_id", state),
                    ("organization_id", dice.Chance(50) ? dice.Of(organizations) : null),
                    ("commitment_id", commitment),
                    ("response_es", dice.Chance(70) ? dice.Text(4) : null)
                )
            );
        }
    }

    private void AddMembers(string table, string owner, string id)
    {
        if (dice.Chance(30))
        {
            return;
        }

        // Two seats of one organisation are two rows.
        foreach (var (organization, i) in dice.Some(organizations, 5).Append(organizations[0]).Select((one, i) => (one, i)))
        {
            day.Put(rows.Make(table, $"{id}-{i}", (owner, id), ("organization_id", organization)));
        }
    }

    private void AddCommitment(string id, string plan)
    {
        day.Put(
            rows.Make(
                "commitments",
                id,
                ("plan_id", plan),
                ("lead_organizations", dice.Chance(75) ? string.Join('|', dice.Some(organizations, 4)) : null),
                ("supporting_organizations", dice.Chance(40) ? string.Join('|', dice.Some(organizations, 3)) : null)
            )
        );
        for (var i = dice.Below(9); i > 0; i--)
        {
            day.Put(rows.Make("assessments", $"{id}-A{i}", ("plan_id", null), ("commitment_id", id)));
        }

        day.Put(AssessmentsOracle.Showing(day.Find("commitments", id)!, day));
        for (var i = dice.Below(5); i > 0; i--)
        {
            var verifier = dice.Chance(20) ? dice.Of(organizations) : null;
            day.Put(rows.Make("milestones", $"{id}-M{i}", ("commitment_id", id), ("number", (long)i), ("verified_by", verifier)));
        }

        for (var i = dice.Below(3); i > 0; i--)
        {
            var milestone = dice.Chance(40) && day.Find("milestones", $"{id}-M{i}") is { } found ? found.Id : null;
            day.Put(rows.Make("evidence", $"{id}-E{i}", ("commitment_id", id), ("milestone_id", milestone)));
        }

        for (var i = dice.Below(3); i > 0; i--)
        {
            day.Put(rows.Make("indicators", $"{id}-I{i}", ("commitment_id", id)));
            for (var j = dice.Below(3); j > 0; j--)
            {
                day.Put(rows.Make("observations", $"{id}-I{i}-O{j}", ("indicator_id", $"{id}-I{i}")));
            }
        }
    }

    private void AddRest()
    {
        AddSessions();
        foreach (var i in Enumerable.Range(1, 4))
        {
            var state = dice.Chance(50) ? dice.Of(day.All("states").ToList()).Id : null;
            day.Put(rows.Make("practices", $"XT-PRACTICE-{i}", ("state_id", state)));
            day.Put(rows.Make("timeline", $"xt-event-{i}", ("state_id", state)));
            day.Put(rows.Make("instruments", $"xt-instrument-{i}"));
            day.Put(rows.Make("trainings", $"xt-training-{i}"));
            day.Put(rows.Make("learnings", $"XT-LEARNING-{i}", ("number", (long)i)));
            day.Put(rows.Make("metric_editions", $"XT-METRIC-{2020 + i}", ("edition", 2020L + i), ("number", (long)i)));
        }
    }

    private void AddSessions()
    {
        var plans = day.All("plans").ToList();
        for (var i = 1; i <= 36; i++)
        {
            var plan = dice.Of(plans);
            var secretariat = day.Find("secretariats", $"{plan.Text("state_id")}-STL")?.Id;
            var id = $"XT-S{i}";
            day.Put(
                rows.Make(
                    "sessions",
                    id,
                    ("plan_id", plan.Text("level") == "national" || dice.Chance(50) ? plan.Id : null),
                    ("state_id", plan.Text("state_id")),
                    ("secretariat_id", secretariat),
                    ("kind", dice.Chance(40) ? "results_review" : dice.Code("session_kind"))
                )
            );
            for (var j = dice.Below(4); j > 0; j--)
            {
                var responsible = dice.Chance(50) ? dice.Of(organizations) : null;
                day.Put(rows.Make("agreements", $"{id}-A{j}", ("session_id", id), ("responsible_organization_id", responsible)));
            }
        }
    }
}
