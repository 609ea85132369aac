using OpenGov.Api.Plans;

namespace OpenGov.Api.Tests.Measures;

[Parallelizable]
internal sealed class MeasureHealthTests(string provider) : MeasureFixture(provider)
{
    private static IEnumerable<string> Checks => HealthCheck.All.Select(check => check.Code);

    [TestCaseSource(nameof(Checks))]
    public async Task A_check_says_of_each_plan_in_a_measure_what_it_says_in_the_health_of_the_plan(string code)
    {
        var rows = await RowsAsync($"health_{code}", "plan", "");
        Assert.That(rows, Has.Count.EqualTo((await App.AllAsync("plans?limit=500")).Count).And.Count.GreaterThan(0));
        foreach (var row in rows)
        {
            var plan = row.GetProperty("plan").GetString();
            var health = await App.GetAsync($"plans/{plan}/health");
            var verdict = health
                .GetProperty("checks")
                .EnumerateArray()
                .Single(check => check.GetProperty("code").GetString() == code)
                .GetProperty("verdict")
                .GetString();
            var (yes, no, unknown) = (Number(row, "yes"), Number(row, "no"), Number(row, "unknown"));
            Assert.That(
                yes == 1 ? "met"
                    : no == 1 ? "not_met"
                    : "no_data",
                Is.EqualTo(verdict),
                $"{code} of {plan}"
            );
            Assert.That(yes + no + unknown, Is.EqualTo(1));
        }
    }
}
