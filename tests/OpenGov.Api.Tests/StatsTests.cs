using System.Text.Json;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Tests;

[Parallelizable]
public sealed class StatsTests(string provider) : ApiFixture(provider)
{
    private static IEnumerable<string> Groups
    {
        get
        {
            var keys = Population.Commitments.Keys.Keys.ToList();
            return [.. keys, .. keys.SelectMany(first => keys.Where(second => second != first), (first, second) => $"{first},{second}")];
        }
    }

    [TestCase("participating_states", 30)]
    [TestCase("secretariats", 20)]
    [TestCase("local_plans", 19)]
    [TestCase("local_commitments", 131)]
    [TestCase("civil_society_organizations", 120)]
    [TestCase("national_plans", 4)]
    [TestCase("fourth_plan_commitments", 13)]
    [TestCase("people_trained", 60)]
    [TestCase("states_with_training", 15)]
    public async Task The_summary_gives_what_is_stated_and_beside_it_the_rows_of_what_is_documented(string key, int stated)
    {
        var figure = (await App.GetAsync("stats/summary"))
            .GetProperty("figures")
            .EnumerateArray()
            .Single(figure => figure.GetProperty("key").GetString() == key);
        Assert.That(figure.GetProperty("stated").GetInt32(), Is.EqualTo(stated));
        Assert.That(figure.GetProperty("sources").GetArrayLength(), Is.GreaterThan(0));
        if (figure.GetProperty("rows_url").GetString() is { } rows)
        {
            Assert.That(
                (await App.GetAsync(rows)).GetProperty("total").GetInt32(),
                Is.EqualTo(figure.GetProperty("documented").GetInt32())
            );
            var values = await App.GetAsync(figure.GetProperty("values_url").GetString()!);
            Assert.That(values.GetProperty("measure").GetString(), Is.EqualTo(figure.GetProperty("measure").GetString()));
            Assert.That(
                values.GetProperty("items").EnumerateArray().Single().GetProperty("value").GetInt32(),
                Is.EqualTo(figure.GetProperty("documented").GetInt32())
            );
        }
        else
        {
            Assert.That(figure.GetProperty("documented").ValueKind, Is.EqualTo(JsonValueKind.Null));
        }
    }

    [TestCaseSource(nameof(Groups))]
    public async Task Every_count_is_the_total_of_its_rows(string keys)
    {
        foreach (
            var filter in (string[])
                [
                    "",
                    "&level=local&confidence=documented",
                    "&ogp_value=civic_participation&policy_area=gender,no_data",
                    "&sector=civil_society,government&status=no_data",
                ]
        )
        {
            var stats = await App.GetAsync($"stats/commitments?group_by={keys}{filter}");
            foreach (var group in stats.GetProperty("items").EnumerateArray().Some())
            {
                var rows = await App.GetAsync($"{group.GetProperty("rows_url").GetString()}&limit=1");
                Assert.That(rows.GetProperty("total").GetInt32(), Is.EqualTo(group.GetProperty("count").GetInt32()), group.ToString());
            }
        }
    }

    [TestCase("commitments", "group_by=status&level=local")]
    [TestCase("commitments", "group_by=policy_area,state&kind=commitment&confidence=documented")]
    [TestCase("plans", "group_by=stage&level=local")]
    public async Task The_rows_of_a_count_are_at_the_same_address_in_every_format(string of, string query)
    {
        var items = (await App.GetAsync($"stats/{of}?{query}")).GetProperty("items").EnumerateArray();
        var csv = Csv.Parse(await App.Client.GetStringAsync($"/api/v1/stats/{of}.csv?{query}"));
        var column = Array.IndexOf(csv[0], "rows_url");
        Assert.That(
            csv.Skip(1).Select(row => row[column]),
            Is.EqualTo(items.Some().Select(item => item.GetProperty("rows_url").GetString()))
        );
    }

    [TestCase("level")]
    [TestCase("state")]
    [TestCase("plan")]
    [TestCase("status")]
    [TestCase("completion")]
    public async Task Groups_of_a_key_with_one_value_add_up_to_the_total(string key)
    {
        var stats = await App.GetAsync($"stats/commitments?group_by={key}");
        Assert.That(
            stats.GetProperty("items").EnumerateArray().Sum(group => group.GetProperty("count").GetInt32()),
            Is.EqualTo(stats.GetProperty("total").GetInt32())
        );
    }

    [Test]
    public async Task The_health_of_a_plan_gives_a_verdict_with_its_rows_and_accuses_nobody_of_what_is_not_recorded()
    {
        foreach (var plan in (await App.AllAsync("plans?limit=500")).Some())
        {
            var health = await App.GetAsync($"plans/{plan.GetProperty("id").GetString()}/health");
            var checks = health.GetProperty("checks").EnumerateArray().ToList();
            foreach (var check in checks.Some())
            {
                Assert.That(check.GetProperty("verdict").GetString(), Is.AnyOf("met", "not_met", "no_data"));
                if (check.GetProperty("out_of").ValueKind == JsonValueKind.Number && check.GetProperty("out_of").GetInt32() == 0)
                {
                    Assert.That(check.GetProperty("verdict").GetString(), Is.EqualTo("no_data"), check.ToString());
                }

                if (check.GetProperty("rows_url").GetString() is { } rows)
                {
                    Assert.That(
                        (await App.GetAsync(rows)).GetProperty("total").GetInt32(),
                        Is.EqualTo(check.GetProperty("count").GetInt32()),
                        rows
                    );
                }
            }

            Assert.That(
                health.GetProperty("met").GetInt32() + health.GetProperty("not_met").GetInt32() + health.GetProperty("no_data").GetInt32(),
                Is.EqualTo(checks.Count)
            );
        }
    }

    [Test]
    public async Task Learnings_point_to_checks_that_exist()
    {
        var codes = (await App.GetAsync("plans/MX-NAP4/health"))
            .GetProperty("checks")
            .EnumerateArray()
            .Select(check => check.GetProperty("code").GetString())
            .ToList();
        var pointed = (await App.AllAsync("learnings")).ToDictionary(
            learning => learning.GetProperty("id").GetString()!,
            learning => learning.GetProperty("health_check").GetString()
        );
        Assert.That(pointed.Values.OfType<string>().Some(), Is.SubsetOf(codes));
        Assert.That((pointed["L3"], pointed["L4"]), Is.EqualTo(((string?)null, (string?)null)), "no check asks what these two say");
    }
}
