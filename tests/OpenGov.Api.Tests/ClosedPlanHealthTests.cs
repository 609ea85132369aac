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

        // The second plan of Durango is closed, and of its end the year 2019 is known; of the third neither stage nor end is on record.
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
        var open = await app.GetAsync("plans/MX-DUR-PAL3/health");
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
        await app.SaveAsync("plans", "MX-DUR-PAL3", ("stage", "implementation"));
        Assert.That(Check(await app.GetAsync("plans/MX-DUR-PAL3/health"), "dialogue_space_active"), Is.EqualTo(("not_met", 0, 4)));
        await app.SaveAsync("plans", "MX-DUR-PAL3", ("stage", null));
        var met = (await app.AllAsync("plans?health_dialogue_space_active=true")).Select(plan => plan.GetProperty("id").GetString());
        Assert.That(met, Does.Contain("MX-DUR-PAL2").And.Not.Contain("MX-DUR-PAL3"));

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

    private static (string? Verdict, int Count, int OutOf) Check(JsonElement health, string code)
    {
        var check = health.GetProperty("checks").EnumerateArray().Single(one => one.GetProperty("code").GetString() == code);
        return (check.GetProperty("verdict").GetString(), check.GetProperty("count").GetInt32(), check.GetProperty("out_of").GetInt32());
    }
}
