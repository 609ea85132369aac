namespace OpenGov.Api.Tests.Oracles;

/// <summary>Commitments show the newest independent assessment of each aspect, and who says it, today and on every earlier day.</summary>
[Parallelizable]
internal sealed class AssessmentsTests(string provider, string kind) : OracleFixture(provider, kind)
{
    [Test]
    public async Task A_commitment_shows_the_code_of_its_newest_independent_assessment_and_its_voice()
    {
        foreach (var day in Region.Days.Some())
        {
            var address = At(day, "commitments?limit=500");
            foreach (var commitment in (await AskAsync(address)).GetProperty("items").EnumerateArray())
            {
                var id = commitment.GetProperty("id").GetString()!;
                foreach (var (aspect, field) in AssessmentsOracle.Shown)
                {
                    var said = AssessmentsOracle.Of(id, aspect, day);
                    Compare($"{address} {id} {field}", Code(aspect, said), commitment.GetProperty(field));
                    Compare($"{address} {id} {field}_voice", said?.Text("voice"), commitment.GetProperty($"{field}_voice"));
                }
            }
        }

        AssertNoFault();

        static object? Code(string aspect, Row? said) =>
            said is null ? null
            : aspect is "verifiable" or "relevance" ? said.Text("code") == "true"
            : said.Text("code");
    }

    [TestCase("voice")]
    [TestCase("aspect")]
    [TestCase("code")]
    public async Task Assessments_are_found_by_what_they_say(string filter)
    {
        foreach (var day in Region.Days.Skip(1).Some())
        {
            foreach (var group in day.All("assessments").GroupBy(row => row.Text(filter)).Some())
            {
                var address = At(day, $"assessments?{filter}={group.Key ?? "no_data"}");
                Compare(address, group.Count(), await TotalAsync(address));
            }
        }

        AssertNoFault();
    }

    [Test]
    public async Task Those_of_a_plan_are_its_own_and_those_of_its_commitments()
    {
        foreach (var day in Region.Days.Skip(1).Some())
        {
            foreach (var plan in day.All("plans").Some())
            {
                var own = day.All("assessments").Count(row => row.Text("plan_id") == plan.Id);
                var of = day.All("assessments")
                    .Count(row => row.Text("commitment_id") is { } id && day.Find("commitments", id)!.Text("plan_id") == plan.Id);
                var address = At(day, $"assessments?plan={plan.Id}");
                Compare(address, own + of, await TotalAsync(address));
                address = At(day, $"assessments?plan={plan.Id}&about=plan");
                Compare(address, own, await TotalAsync(address));
            }
        }

        AssertNoFault();
    }
}
