using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>The health of a closed plan is judged at its end; that of any other today.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class ClosedPlanHealthTests(string provider)
{
    [Test]
    public async Task A_closed_plan_is_judged_on_its_last_day_and_not_by_todays_clock()
    {
        await using var app = await OpenGovApplication.StartAsync(provider);

        // The second plan of Durango is closed, and of its end the year 2019 is known; of the first neither stage nor end is on record.
        await MeetAsync("2019-06-30");
        await MeetAsync("2019-07-01");
        await MeetAsync("2019-12-31");
        await MeetAsync("2020-01-01");
        await DueAsync("2019-12-01", "month", fulfilled: null);
        await DueAsync("2019-12-30", "day", fulfilled: true);
        var closed = await app.GetAsync("plans/MX-DUR-PAL2/health");
        Assert.That(closed.GetProperty("judged_on").GetString(), Is.EqualTo("2019-12-31"));
        Assert.That(Check(closed, "dialogue_space_active"), Is.EqualTo(("met", 2, 3)), "183 days before the end");
        Assert.That(Check(closed, "results_meetings"), Is.EqualTo(("met", 3, 3)));
        Assert.That(Check(closed, "agreements_fulfilled"), Is.EqualTo(("met", 1, 1)), "December had not passed");
        var open = await app.GetAsync("plans/MX-DUR-PAL1/health");
        Assert.That(open.GetProperty("judged_on").GetString(), Is.EqualTo(open.GetProperty("computed_for").GetString()));
        Assert.That(Check(open, "dialogue_space_active"), Is.EqualTo(("no_data", 0, 4)), "nothing says that it still goes on");
        Assert.That(Check(open, "results_meetings").Verdict, Is.EqualTo("no_data"));
        Assert.That(Check(open, "agreements_fulfilled"), Is.EqualTo(("not_met", 1, 2)));
        foreach (var health in (JsonElement[])[closed, open])
        {
            foreach (var check in health.GetProperty("checks").EnumerateArray().Some())
            {
                var rows = await app.GetAsync(check.GetProperty("rows_url").GetString()!);
                Assert.That(rows.GetProperty("total").GetInt32(), Is.EqualTo(check.GetProperty("count").GetInt32()), check.ToString());
            }
        }

        // Whatever goes on, what was seen was seen; and of a plan that goes on it is asked today.
        await app.SaveAsync("plans", "MX-DUR-PAL1", ("stage", "implementation"));
        Assert.That(Check(await app.GetAsync("plans/MX-DUR-PAL1/health"), "dialogue_space_active"), Is.EqualTo(("not_met", 0, 4)));
        await app.SaveAsync("plans", "MX-DUR-PAL1", ("stage", null));
        var met = (await app.AllAsync("plans?health_dialogue_space_active=true")).Select(plan => plan.GetProperty("id").GetString());
        Assert.That(met, Does.Contain("MX-DUR-PAL2").And.Not.Contain("MX-DUR-PAL1"));

        Task MeetAsync(string day) =>
            app.SaveAsync(
                "sessions",
                $"MX-DUR-STL-{day}",
                ("secretariat_id", "MX-DUR-STL"),
                ("state_id", "MX-DUR"),
                ("kind", "results_review"),
                ("held_on", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
            );

        Task DueAsync(string day, string precision, bool? fulfilled) =>
            app.SaveAsync(
                "agreements",
                $"MX-DUR-STL-2019-07-01-{precision.ToUpperInvariant()}",
                ("session_id", "MX-DUR-STL-2019-07-01"),
                ("due_date", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)),
                ("due_date_precision", precision),
                ("fulfilled", fulfilled)
            );
    }

    [Test]
    public async Task A_secretariat_that_was_last_seen_before_a_plan_began_or_is_the_states_says_nothing_of_the_plan()
    {
        await using var app = await OpenGovApplication.StartAsync(provider);

        // The plan of Nuevo León began in 2022 and is of the state; that of San Pedro Garza García is of a municipality.
        await app.SaveAsync("secretariats", "MX-NLE-STL", ("rules_document_url", "https://example.org/rules"));
        foreach (
            var (seen, precision, verdict) in ((string?, string?, string)[])
                [
                    ("2021-01-01", "year", "no_data"),
                    ("2021-12-01", "month", "no_data"),
                    ("2021-12-31", "day", "no_data"),
                    ("2022-01-01", "day", "met"),
                    ("2022-01-01", "month", "met"),
                    ("2022-01-01", "year", "met"),
                    (null, null, "met"),
                ]
        )
        {
            await app.SaveAsync(
                "secretariats",
                "MX-NLE-STL",
                ("status_as_of", seen is null ? null : DateOnly.Parse(seen, System.Globalization.CultureInfo.InvariantCulture)),
                ("status_as_of_precision", precision)
            );
            foreach (var code in (string[])["public_rules", "civil_society_members"])
            {
                Assert.That(await VerdictAsync("MX-NLE-OGP1", code), Is.EqualTo(verdict), $"{code}, seen {seen} ({precision})");
                Assert.That(await VerdictAsync("MX-NLE-SPGG-OGP1", code), Is.EqualTo("no_data"), code);
            }
        }

        async Task<string?> VerdictAsync(string plan, string code)
        {
            var health = await app.GetAsync($"plans/{plan}/health");
            foreach (var one in health.GetProperty("checks").EnumerateArray().Some())
            {
                var rows = await app.GetAsync(one.GetProperty("rows_url").GetString()!);
                Assert.That(rows.GetProperty("total").GetInt32(), Is.EqualTo(one.GetProperty("count").GetInt32()), one.ToString());
            }

            return health
                .GetProperty("checks")
                .EnumerateArray()
                .Single(one => one.GetProperty("code").GetString() == code)
                .GetProperty("verdict")
                .GetString();
        }
    }

    private static (string? Verdict, int Count, int OutOf) Check(JsonElement health, string code)
    {
        var check = health.GetProperty("checks").EnumerateArray().Single(one => one.GetProperty("code").GetString() == code);
        return (check.GetProperty("verdict").GetString(), check.GetProperty("count").GetInt32(), check.GetProperty("out_of").GetInt32());
    }
}
