namespace OpenGov.Api.Tests.Oracles;

/// <summary>What is late and how far it has come, for each commitment of each day.</summary>
[Parallelizable]
internal sealed class LatenessTests(string provider, string kind) : OracleFixture(provider, kind)
{
    [Test]
    public async Task A_commitment_is_overdue_when_an_oracle_says_so()
    {
        await CompareEachAsync("overdue", (row, day) => LatenessOracle.Overdue(row, day.Date));
        AssertNoFault();
    }

    [Test]
    public async Task Progress_is_what_an_oracle_reckons()
    {
        await CompareEachAsync("progress_percent", (row, day) => ProgressOracle.Of(row, day));
        AssertNoFault();
    }

    [Test]
    public async Task As_many_commitments_are_overdue_as_an_oracle_counts()
    {
        foreach (var day in Region.Days.Some())
        {
            foreach (
                var asked in (string[][])
                    [
                        ["true"],
                        ["false"],
                        ["no_data"],
                        ["true", "no_data"],
                        ["false", "no_data"],
                    ]
            )
            {
                var wanted = CommitmentsOracle.Matching(new Dictionary<string, IReadOnlyList<string>> { ["overdue"] = asked }, day);
                var address = At(day, $"commitments?overdue={string.Join(',', asked)}");
                Compare(address, wanted.Count, await TotalAsync(address));
            }
        }

        AssertNoFault();
    }

    [Test]
    public async Task As_many_agreements_are_past_due_as_an_oracle_counts()
    {
        foreach (var day in Region.Days.Some())
        {
            foreach (var (asked, passed) in ((string, bool?)[])[("true", true), ("false", false), ("no_data", null)])
            {
                var wanted = day.All("agreements")
                    .Count(row => LatenessOracle.HasPassed(row.Date("due_date"), row.Text("due_date_precision"), day.Date) == passed);
                var address = At(day, $"dialogues/agreements?past_due={asked}");
                Compare(address, wanted, await TotalAsync(address));
            }
        }

        AssertNoFault();
    }

    private async Task CompareEachAsync(string property, Func<Row, Day, object?> oracle)
    {
        foreach (var day in Region.Days.Some())
        {
            var address = At(day, "commitments?limit=500");
            var found = await Region.App.AllAsync(address);
            var service = found.ToDictionary(one => one.GetProperty("id").GetString()!, one => one.GetProperty(property));
            Compare($"{address}: ids", day.All("commitments").Select(row => row.Id), service.Keys.Order(StringComparer.Ordinal));
            foreach (var row in day.All("commitments").Where(row => service.ContainsKey(row.Id)))
            {
                Compare($"{address}: {row.Id} {property}", oracle(row, day), service[row.Id]);
            }
        }
    }
}
