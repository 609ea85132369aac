using System.Net;
using System.Text.Json;
using CsCheck;

namespace OpenGov.Api.Tests;

/// <summary>Tests that change the data: each has a service of its own.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class HistoryTests(string provider)
{
    private const string Id = "MX-DUR-PAL1-C2";

    private OpenGovApplication app;

    [SetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync(provider);

    [TearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task An_edit_today_never_changes_what_an_earlier_day_answered()
    {
        var addresses = (string[])
            [
                $"commitments/{Id}",
                "commitments?limit=500",
                "commitments.csv",
                "stats/commitments?group_by=status",
                "plans/MX-DUR-PAL1",
                "states/MX-DUR",
                "search?q=ladrilleras",
                "changes?limit=5",
                "plans/MX-DUR-PAL1/health",
                "/data/commitments.csv",
                "stats/summary",
                "organizations",
            ];
        var before = new Dictionary<string, string>();
        foreach (var address in addresses)
        {
            before[address] = await BodyAsync(AsOf(address, "2026-11-24"));
        }

        app.Clock.Now = app.Clock.Now.AddDays(2);
        await app.SaveCommitmentAsync(
            Id,
            ("status", "in_progress"),
            ("title_es", "Otro título"),
            ("policy_areas", "gender"),
            ("lead_organizations", "inai")
        );
        await app.SaveCommitmentAsync("MX-DUR-PAL1-C99", ("title_es", "Nuevo: ladrilleras"));
        await app.WithdrawCommitmentAsync("MX-CAM-PAL1-C4");
        foreach (var address in addresses)
        {
            Assert.That(await BodyAsync(AsOf(address, "2026-11-24")), Is.EqualTo(before[address]), address);
            Assert.That(
                await BodyAsync(AsOf(address, "2026-11-25")),
                Does.Not.Contain("Otro título"),
                $"{address} on the day before the edit"
            );
        }

        var today = await app.GetAsync($"commitments/{Id}?as_of=2026-11-26");
        Assert.That(today.GetProperty("title_es").GetString(), Is.EqualTo("Otro título"));
        Assert.That(
            (await app.GetAsync("commitments?as_of=2026-11-23")).GetProperty("total").GetInt32(),
            Is.Zero,
            "before the first record"
        );
        await app.GetProblemAsync($"commitments/{Id}?as_of=2026-11-23", HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_change_says_when_who_and_from_what_to_what()
    {
        await app.SaveCommitmentAsync(Id, ("status", "in_progress"));
        var change = (await app.GetAsync($"changes?commitment={Id}&limit=1")).GetProperty("items")[0];
        Assert.Multiple(() =>
        {
            Assert.That(change.GetProperty("action").GetString(), Is.EqualTo("updated"));
            Assert.That(change.GetProperty("fields").EnumerateArray().Select(field => field.GetString()), Is.EqualTo((string[])["status"]));
            Assert.That(change.GetProperty("before").GetProperty("status").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(change.GetProperty("after").GetProperty("status").GetString(), Is.EqualTo("in_progress"));
            Assert.That(change.GetProperty("actor_role").GetString(), Is.EqualTo("test"));
        });
        var history = await app.GetAsync($"commitments/{Id}/history");
        Assert.That(
            history.GetProperty("changes").EnumerateArray().Select(one => one.GetProperty("action").GetString()),
            Is.EqualTo((string[])["created", "updated"])
        );
    }

    [Test]
    public async Task Saving_what_is_there_already_changes_nothing()
    {
        var before = (await app.GetAsync("changes?limit=1")).GetProperty("total").GetInt32();
        await app.SaveCommitmentAsync(Id);
        Assert.That((await app.GetAsync("changes?limit=1")).GetProperty("total").GetInt32(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_withdrawn_record_is_gone_and_keeps_its_history()
    {
        const string Gone = "MX-DUR-PAL1-C3";
        await app.WithdrawCommitmentAsync(Gone);
        var problem = await app.GetProblemAsync($"commitments/{Gone.ToLowerInvariant()}", HttpStatusCode.Gone);
        var changes = (await app.GetAsync(problem.GetProperty("history").GetString()!)).GetProperty("items");
        Assert.That(changes[0].GetProperty("action").GetString(), Is.EqualTo("withdrawn"));
        Assert.That(problem.GetProperty("withdrawn_at").GetString(), Is.EqualTo(changes[0].GetProperty("changed_at").GetString()));
        Assert.That(problem.GetProperty("reason").ValueKind, Is.EqualTo(JsonValueKind.Null), "none was given");
        var history = await app.GetAsync($"commitments/{Gone}/history");
        Assert.That(history.GetProperty("changes").EnumerateArray().Last().GetProperty("action").GetString(), Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task The_change_feed_continues_after_the_last_change_that_was_seen()
    {
        var last = (await app.GetAsync("changes?limit=1")).GetProperty("items")[0].GetProperty("sequence").GetInt64();
        Assert.That((await app.GetAsync($"changes?after={last}")).GetProperty("total").GetInt32(), Is.Zero);
        await app.SaveCommitmentAsync(Id, ("status", "in_progress"));
        await app.SaveCommitmentAsync(Id, ("status", "completed"));
        var seen = await app.AllAsync($"changes?after={last}&sort=id&limit=1");
        Assert.That(seen.Select(change => change.GetProperty("sequence").GetInt64()), Is.EqualTo((long[])[last + 1, last + 2]));
        foreach (var feed in (string[])["changes.atom", $"changes.atom?state=MX-DUR", $"changes.feed.json?commitment={Id}"])
        {
            Assert.That(await app.Client.GetStringAsync($"/api/v1/{feed}"), Does.Contain(Id));
        }

        Assert.That(await app.Client.GetStringAsync("/api/v1/changes.feed.json?plan=MX-NAP4&limit=500"), Does.Not.Contain(Id));
    }

    [Test]
    public void Pages_neither_repeat_nor_hide_rows_while_the_data_changes()
    {
        var plans = (string[])["MX-DUR-PAL1", "MX-NAP4", "MX-CAM-PAL1"];
        var serial = 0;
        Gen.Select(
                Gen.Int[1, 40],
                Gen.OneOf(
                    Gen.Const("id"),
                    Gen.Const("-id"),
                    Gen.Const("title_es"),
                    Gen.Const("-updated_at"),
                    Gen.Const("status"),
                    Gen.Const("-progress_percent")
                ),
                Gen.Int[0, 3]
            )
            .Sample(
                (limit, sort, changes) =>
                {
                    var address = $"commitments?sort={sort}&limit={limit}";
                    var expected = app.AllAsync($"commitments?sort={sort}&limit=500")
                        .GetAwaiter()
                        .GetResult()
                        .Select(row => row.GetProperty("id").GetString())
                        .ToList();
                    var rows = app.AllAsync(
                            address,
                            async _ =>
                            {
                                for (var i = 0; i < changes; i++)
                                {
                                    serial++;
                                    app.Clock.Now = app.Clock.Now.AddSeconds(1);
                                    var id = $"{plans[serial % plans.Length]}-C9{serial % 50:00}";
                                    await (
                                        serial % 3 == 0
                                            ? app.WithdrawCommitmentAsync(id)
                                            : app.SaveCommitmentAsync(
                                                id,
                                                ("title_es", $"Título {serial}"),
                                                ("status", serial % 2 == 0 ? "completed" : "in_progress")
                                            )
                                    );
                                }
                            }
                        )
                        .GetAwaiter()
                        .GetResult();
                    Assert.That(rows.Some().Select(row => row.GetProperty("id").GetString()), Is.EqualTo(expected), address);
                },
                iter: 25,
                threads: 1
            );
    }

    private static string AsOf(string address, string day) => $"{address}{(address.Contains('?') ? '&' : '?')}as_of={day}";

    private async Task<string> BodyAsync(string address)
    {
        using var response = await app.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return await response.Content.ReadAsStringAsync();
    }
}
