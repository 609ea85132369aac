using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;
using OpenGov.Api.Http;

namespace OpenGov.Api.Tests;

/// <summary>What was just sent is sent again without being looked for: nobody may notice but by the time that it takes.</summary>
[Parallelizable]
public sealed class ReadyAnswersTests
{
    private static readonly string[] Fleeting = ["Date", "RateLimit"];

    private static IEnumerable<string> Addresses =>
        [
            .. AllLists.Paths.Select(path => path == "search" ? "search?q=agua" : $"{path}?limit=3"),
            "commitments.csv?limit=3",
            "commitments.ndjson",
            "commitments?status=no_data&fields=id,title_es",
            "commitments?as_of=2026-11-20",
            "commitments/MX-DUR-PAL1-C2",
            "commitments/mx-dur-pal1-c2",
            "commitments/MX-DUR-PAL1-C2/history",
            "commitments/MX-DUR-PAL1-C2/life",
            "commitments/none",
            "commitments?colour=red",
            "states.geojson",
            "stats/summary",
            "measures/coverage/values?by=plan",
            "changes.atom",
            "/data/commitments.csv",
            "/openapi/v1.json",
            "/llms.txt",
            "/embed/v1/commitment/MX-DUR-PAL1-C2?lang=en&theme=dark",
            "/embed/v1/map/state_stage",
            "/embed/v1/commitment/none",
            "/badges/state/MX-DUR.svg",
            "/oembed?url=http%3A%2F%2Flocalhost%2Fstates%2FMX-DUR",
        ];

    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCaseSource(nameof(Addresses))]
    public async Task An_answer_is_the_same_however_often_it_is_asked_for(string address)
    {
        foreach (
            (string Name, string Value)[] headers in (IEnumerable<(string, string)[]>)
                [
                    [("Accept-Encoding", "identity")],
                    [("Accept-Encoding", "gzip")],
                    [("Accept-Encoding", "br"), ("Origin", "https://example.org")],
                    [("Accept", "text/csv"), ("Accept-Encoding", "identity")],
                ]
        )
        {
            var first = await SaidAsync(address, headers);
            (string, string)[] conditional = [.. headers, ("If-None-Match", first.Tag ?? "\"none\"")];
            var unchanged = await SaidAsync(address, conditional);
            for (var time = 2; time <= 4; time++)
            {
                Assert.That(await SaidAsync(address, headers), Is.EqualTo(first), $"the {time}th time");
            }

            Assert.That(await SaidAsync(address, conditional), Is.EqualTo(unchanged));
            Assert.That(
                (await SaidAsync(address, [.. headers, ("If-None-Match", "\"other\"")])).Status,
                Is.EqualTo(first.Status),
                "who has something else gets it whole"
            );
        }
    }

    [Test]
    public async Task Each_of_many_equal_requests_is_counted_once_and_refused_when_nothing_is_left()
    {
        await using var strict = await OpenGovApplication.StartAsync("Sqlite", ("RateLimit:Requests", "6"));
        for (var left = 5; left >= 0; left--)
        {
            using var response = await strict.SendAsync("states/MX-DUR");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(response.Headers.GetValues("RateLimit").Single(), Does.StartWith($"\"default\";r={left};t="));
        }

        using var refused = await strict.SendAsync("states/MX-DUR");
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        OpenGovApplication.AssertProblem(refused, await refused.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task A_change_is_seen_by_whoever_asked_a_moment_before()
    {
        await using var own = await OpenGovApplication.StartAsync();
        const string Address = "commitments/MX-DUR-PAL1-C2";
        for (var edit = 1; edit <= 5; edit++)
        {
            for (var time = 0; time < 3; time++)
            {
                await own.GetAsync(Address);
            }

            await own.SaveCommitmentAsync("MX-DUR-PAL1-C2", ("problem_es", $"Problema {edit}"));
            Assert.That((await own.GetAsync(Address)).GetProperty("problem_es").GetString(), Is.EqualTo($"Problema {edit}"));
        }
    }

    [Test]
    public async Task Only_what_was_held_and_varies_by_what_was_asked_is_sent_again_and_to_nobody_with_a_credential()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await AskedThriceAsync(_ => { }), Is.EqualTo(2), "the second time it is held, the third time it is ready");
            Assert.That(await AskedThriceAsync(context => context.Response.Headers.Vary = "Cookie"), Is.EqualTo(3));
            Assert.That(await AskedThriceAsync(context => context.Response.Headers.Vary = "accept-encoding, Origin"), Is.EqualTo(2));
            Assert.That(await AskedThriceAsync(_ => { }, request => request.Headers.Authorization = "Bearer x"), Is.EqualTo(3));
            Assert.That(await AskedThriceAsync(_ => { }, request => request.Headers.Range = "bytes=0-9"), Is.EqualTo(3));
            Assert.That(await AskedThriceAsync(_ => { }, request => request.Method = "HEAD"), Is.EqualTo(3));
            Assert.That(await AskedThriceAsync(_ => { }, request => request.Method = "POST"), Is.EqualTo(3));
            Assert.That(
                await AskedThriceAsync(_ => { }, request => request.QueryString = new($"?q={new string('a', 3000)}")),
                Is.EqualTo(3)
            );
        });
    }

    /// <summary>How often the whole way is gone by three equal requests.</summary>
    private async Task<int> AskedThriceAsync(Action<HttpContext> answering, Action<HttpRequest>? asking = null)
    {
        await app.GetAsync("states");
        var data = app.Services.GetRequiredService<DataVersion>();
        var whole = 0;
        var ready = ActivatorUtilities.CreateInstance<ReadyAnswers>(
            app.Services,
            (RequestDelegate)(
                context =>
                {
                    if (++whole > 1)
                    {
                        context.Features.Set(new HeldAnswer(data.TryKnown(out var state) ? state : null!, TablesRead.All, [1], "\"t\""));
                        answering(context);
                    }

                    return Task.CompletedTask;
                }
            )
        );
        for (var time = 0; time < 3; time++)
        {
            await data.CurrentAsync(CancellationToken.None);
            var context = new DefaultHttpContext();
            (context.Request.Method, context.Request.Path) = ("GET", "/api/v1/states");
            asking?.Invoke(context.Request);
            await ready.InvokeAsync(context);
        }

        return whole;
    }

    private async Task<Said> SaidAsync(string address, (string Name, string Value)[] headers)
    {
        using var answer = await app.SendAsync(address, null, headers);
        var told = answer
            .Headers.Concat(answer.Content.Headers)
            .Where(header => !Fleeting.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        var body = Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync());
        // A refusal has an id of its own.
        var isRefused = (int)answer.StatusCode >= 400;
        return new Said(
            answer.StatusCode,
            string.Join('\n', told.Where(line => !isRefused || !line.StartsWith("Content-Length", StringComparison.Ordinal)).Order()),
            isRefused ? "" : body,
            answer.Headers.ETag?.ToString()
        );
    }

    private sealed record Said(HttpStatusCode Status, string Headers, string Body, string? Tag);
}
