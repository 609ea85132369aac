namespace OpenGov.Api.Tests.Oracles;

/// <summary>The health of each plan on each day.</summary>
[Parallelizable]
internal sealed class HealthTests(string provider, string kind) : OracleFixture(provider, kind)
{
    [Test]
    public async Task The_health_of_a_plan_is_what_an_oracle_finds_and_each_count_has_its_rows()
    {
        foreach (var day in Dice.Some(Region.Days.Skip(1).ToList(), 5).Append(Region.Today).Distinct())
        {
            foreach (var plan in day.All("plans").Some())
            {
                var address = At(day, $"plans/{plan.Id}/health");
                var health = await AskAsync(address);
                var wanted = new HealthOracle(plan, day).Checks();
                var service = health.GetProperty("checks").EnumerateArray().ToDictionary(one => one.GetProperty("code").GetString()!);
                Compare($"{address}: codes", wanted.Select(one => one.Code).Order(), service.Keys.Order());
                foreach (var check in wanted.Where(check => service.ContainsKey(check.Code)).Some())
                {
                    var found = service[check.Code];
                    Compare(
                        $"{address}: {check.Code}",
                        new object?[] { check.Verdict, check.Count, check.OutOf },
                        new object?[] { found.GetProperty("verdict"), found.GetProperty("count"), found.GetProperty("out_of") }
                    );
                    var rows = found.GetProperty("rows_url").GetString()!;
                    Compare(rows, check.Count, await TotalAsync(rows));
                }

                foreach (var verdict in (string[])["met", "not_met", "no_data"])
                {
                    Compare($"{address}: {verdict}", wanted.Count(one => one.Verdict == verdict), health.GetProperty(verdict));
                }
            }
        }

        AssertNoFault();
    }

    [Test]
    public void The_oracle_has_seen_each_verdict_of_each_check()
    {
        var seen = Region
            .Days.SelectMany(day => day.All("plans").SelectMany(plan => new HealthOracle(plan, day).Checks()))
            .Select(check => check.Verdict)
            .ToHashSet();
        Assert.That(seen, Is.EquivalentTo((string[])["met", "not_met", "no_data"]), $"seed {Region.Seed}");
    }
}
