using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpenGov.Api.Database;
using OpenGov.Api.States;

namespace OpenGov.Api.Tests;

/// <summary>A database that cannot be asked: who asks is told at once, and what does not need it goes on.</summary>
public sealed class OutageTests
{
    /// <summary>Two seconds are promised; the rest is this machine. Before, it took up to 34.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    [TestCase(true, TestName = "While_the_server_is_silent_reads_and_ready_are_503_and_live_is_200")]
    [TestCase(false, TestName = "While_the_server_is_down_reads_and_ready_are_503_and_live_is_200")]
    public async Task While_the_server_is_away(bool listens)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        if (!listens)
        {
            server.Stop();
        }

        var builder = WebApplication.CreateBuilder([
            "--urls",
            "http://127.0.0.1:0",
            "--Database:Provider",
            "SqlServer",
            "--ConnectionStrings:OpenGov",
            $"Server=127.0.0.1,{port};User Id=sa;Password=geheim;Encrypt=false",
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.AddOpenGov();
        await using var app = builder.Build();
        app.UseOpenGov();
        app.MapApi().MapStates();
        app.Services.GetRequiredService<DataStore>().BeginServing();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = Promised };

        var asked = Enumerable
            .Range(0, 40)
            .Select(i => client.GetAsync(i % 2 == 0 ? $"/api/v1/states?limit={i + 1}" : "/health/ready"))
            .ToList();
        using (var live = await client.GetAsync("/health/live"))
        {
            Assert.That(live.StatusCode, Is.EqualTo(HttpStatusCode.OK), "while others wait");
        }

        foreach (var (i, answer) in asked.Index())
        {
            using var response = await answer;
            var body = await response.Content.ReadAsStringAsync();
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable), body);
            Assert.That(response.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
            Assert.That(body, Does.Not.Contain("geheim").And.Not.Contain("127.0.0.1,"));
            if (i % 2 == 0)
            {
                Assert.That(
                    OpenGovApplication.AssertProblem(response, body).GetProperty("type").GetString(),
                    Does.EndWith("/problems/unavailable")
                );
            }
            else
            {
                Assert.That(body, Does.Contain("\"database\":{\"status\":\"unhealthy\""));
            }
        }

        foreach (var address in (string[])["/openapi/v1.json", "/.well-known/security.txt", "/health/live", "/swagger/index.html"])
        {
            using var response = await client.GetAsync(address);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        }
    }

    [Test]
    public async Task Once_a_server_is_known_to_be_away_nobody_connects_for_a_client_and_it_is_found_again()
    {
        var (connects, isBack) = (0, false);
        using var outage = new Outage("the server", ConnectAsync, TimeProvider.System, NullLogger.Instance);
        Assert.That(async () => await outage.OpenAsync(CancellationToken.None), Throws.InstanceOf<DatabaseUnavailableException>());
        Assert.That(outage.IsAway, Is.True);
        Assert.That(Volatile.Read(ref connects), Is.GreaterThan(1), "a failure that passes in a moment is none");

        var before = Volatile.Read(ref connects);
        for (var i = 0; i < 1000; i++)
        {
            Assert.That(async () => await outage.OpenAsync(CancellationToken.None), Throws.InstanceOf<DatabaseUnavailableException>());
        }

        Assert.That(Volatile.Read(ref connects), Is.LessThan(before + 100), "only the probe");
        Volatile.Write(ref isBack, true);
        Assert.That(() => outage.IsAway, Is.False.After(60_000, 50));
        await using var connection = await outage.OpenAsync(CancellationToken.None);
        Assert.That(connection, Is.Not.Null);

        Task<DbConnection> ConnectAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref connects);
            return Volatile.Read(ref isBack)
                ? Task.FromResult<DbConnection>(new SqliteConnection())
                : throw new InvalidOperationException("away");
        }
    }

    [Test]
    public async Task Who_waits_in_line_while_the_server_answers_others_is_answered_and_takes_it_for_no_outage()
    {
        var clock = new FakeTimeProvider();
        var (inLine, free) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (last, asked) = (new SqliteConnection(), 0);
        using var outage = new Outage(
            "the server",
            async cancellationToken =>
            {
                if (Interlocked.Increment(ref asked) > 1)
                {
                    return new SqliteConnection();
                }

                inLine.SetResult();
                await free.Task.WaitAsync(cancellationToken);
                return last;
            },
            clock,
            NullLogger.Instance
        );
        var waiting = outage.OpenAsync(CancellationToken.None);
        await inLine.Task;
        for (var waited = TimeSpan.Zero; waited < Outage.Patience * 2; waited += Moment)
        {
            clock.Advance(Moment);
            await using var other = await outage.OpenAsync(CancellationToken.None);
            Assert.That(outage.IsAway, Is.False);
        }

        free.SetResult();
        Assert.That(await waiting, Is.SameAs(last));
    }

    [Test]
    public async Task A_client_that_leaves_is_not_taken_for_an_outage()
    {
        using var outage = new Outage(
            "the server",
            token =>
                Task.Delay(Timeout.Infinite, token)
                    .ContinueWith<DbConnection>(_ => throw new OperationCanceledException(token), TaskScheduler.Default),
            TimeProvider.System,
            NullLogger.Instance
        );
        using var leaves = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.That(async () => await outage.OpenAsync(leaves.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(outage.IsAway, Is.False);
        await Task.CompletedTask;
    }

    [Test]
    public async Task A_database_file_that_is_replaced_missing_or_damaged_is_noticed_and_what_does_not_need_it_goes_on()
    {
        await using var app = await OpenGovApplication.StartAsync();
        var file = Path.Combine(app.DatabaseSettings.Single(setting => setting.Key == "Database:Folder").Value!, "opengov.db");
        var (restored, aside) = ($"{file}.restored", $"{file}.aside");
        await app.SaveAsync("states", "MX-DUR", ("population", 1));
        await BackUpAsync(file, restored, "UPDATE states SET population = 3 WHERE id = 'MX-DUR'");
        await app.SaveAsync("states", "MX-DUR", ("population", 2));
        Assert.That(await PopulationAsync(), Is.EqualTo(2));

        File.Move(restored, file, overwrite: true);
        Assert.That(await PopulationAsync(), Is.EqualTo(3), "no answer of the old file, and nothing of its log in the new one");
        await app.SaveAsync("states", "MX-DUR", ("population", 4));
        Assert.That(await PopulationAsync(), Is.EqualTo(4));

        File.Move(file, aside);
        await AssertAwayAsync();
        Assert.That(File.Exists(file), Is.False, "no empty database is made in its place");
        File.Move(aside, file);
        Assert.That(await PopulationAsync(), Is.EqualTo(4));

        await BackUpAsync(file, restored, "UPDATE states SET population = 5 WHERE id = 'MX-DUR'");
        await File.WriteAllBytesAsync(aside, new byte[500_000]);
        File.Move(aside, file, overwrite: true);
        await AssertAwayAsync();
        File.Move(restored, file, overwrite: true);
        Assert.That(await PopulationAsync(), Is.EqualTo(5));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), "whatever the backup had");
        }

        await using (var other = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await other.ExecuteAsync("ALTER TABLE data_version RENAME TO lost");
        }

        foreach (var address in (string[])["plans?limit=3", "plans.csv", "states/MX-DUR?fields=id"])
        {
            await app.GetProblemAsync(address, HttpStatusCode.ServiceUnavailable);
        }

        async Task<int> PopulationAsync() =>
            (await app.GetAsync("states/MX-DUR?fields=id,population")).GetProperty("population").GetInt32();

        async Task AssertAwayAsync()
        {
            foreach (var address in (string[])["states/MX-DUR?fields=id,name_en", "commitments.csv", "/data/opengov.zip", "search?q=agua"])
            {
                using var response = await app.SendAsync(address);
                Assert.That(response.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero), address);
                var problem = await app.GetProblemAsync(address, HttpStatusCode.ServiceUnavailable);
                Assert.That(problem.GetProperty("detail").GetString(), Does.StartWith(Unavailable.NotRead), "what is wrong is for the log");
            }

            using var ready = await app.SendAsync("/health/ready");
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(await ready.Content.ReadAsStringAsync(), Does.Contain("\"database\":{\"status\":\"unhealthy\""));
            foreach (
                var address in (string[])
                    ["/health/live", "/openapi/v1.json", "/.well-known/security.txt", "/llms.txt", "/swagger/index.html"]
            )
            {
                using var response = await app.SendAsync(address);
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
            }
        }
    }

    [Test]
    public async Task How_it_is_can_only_be_asked()
    {
        await using var app = await OpenGovApplication.StartAsync();
        foreach (var address in (string[])["/health/live", "/health/ready"])
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Post, HttpMethod.Delete, HttpMethod.Patch])
            {
                using var response = await app.SendAsync(address, method);
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed), $"{method} {address}");
                Assert.That(response.Content.Headers.Allow, Is.SupersetOf((string[])["GET", "HEAD"]), $"{method} {address}");
            }

            using var head = await app.SendAsync(address, HttpMethod.Head);
            Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        }
    }

    [Test]
    public void What_fails_because_the_database_is_away_is_told_from_what_is_wrong_with_a_statement()
    {
        Assert.Multiple(() =>
        {
            foreach (var code in (int[])[8, 10, 11, 13, 14, 26])
            {
                Assert.That(
                    Unavailable.Reason(new SqliteException("secret /path", code)),
                    Is.Not.Null.And.Not.Contain("secret"),
                    $"{code}"
                );
            }

            Assert.That(Unavailable.Reason(new SqliteException("no such column", 1)), Is.Null);
            Assert.That(Unavailable.Reason(new InvalidOperationException("a mistake of ours")), Is.Null);
        });
    }

    [Test]
    public async Task Whoever_asks_while_the_file_is_replaced_again_and_again_is_answered()
    {
        await using var app = await OpenGovApplication.StartAsync();
        var file = Path.Combine(app.DatabaseSettings.Single(setting => setting.Key == "Database:Folder").Value!, "opengov.db");
        await BackUpAsync(file, $"{file}.restored", "UPDATE states SET population = 3 WHERE id = 'MX-DUR'");
        using var enough = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 8).Select(_ => Task.Run(AskAsync)).ToList();
        for (var i = 0; i < 40; i++)
        {
            File.Copy($"{file}.restored", $"{file}.{i}");
            File.Move($"{file}.{i}", file, overwrite: true);
            await Task.Delay(Moment);
        }

        await enough.CancelAsync();
        var answers = (await Task.WhenAll(asking)).SelectMany(each => each).ToList();
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.GreaterThan(20));
        Assert.That(
            answers.Some().Where(answer => answer.Status is not (HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable)),
            Is.Empty,
            "what was begun in a file that is gone may be told to come again, and nothing else"
        );
        Assert.That((await app.GetAsync("states/MX-DUR?fields=population")).GetProperty("population").GetInt32(), Is.EqualTo(3));

        async Task<List<(string Address, HttpStatusCode Status)>> AskAsync()
        {
            var answered = new List<(string Address, HttpStatusCode)>();
            string[] addresses =
            [
                "states/MX-DUR?fields=population",
                "commitments/MX-NAP4-C10?fields=id,milestones",
                "commitments?limit=3&updated_since=",
                "commitments.csv?updated_since=",
                "search?q=agua&limit=3",
                "stats/commitments?group_by=state,status&updated_since=",
                "changes?limit=3",
            ];
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                var address = addresses[i % addresses.Length];
                address = address.EndsWith("since=", StringComparison.Ordinal)
                    ? $"{address}{new DateTime(2001, 1, 1).AddSeconds(Random.Shared.Next()):s}Z"
                    : address;
                using var answer = await app.SendAsync(address);
                answered.Add((address, answer.StatusCode));
                await answer.Content.ReadAsStringAsync();
            }

            return answered;
        }
    }

    private static async Task BackUpAsync(string from, string to, string change)
    {
        await using var source = new SqliteConnection($"Data Source={from};Pooling=false");
        await using var target = new SqliteConnection($"Data Source={to};Pooling=false");
        await source.OpenAsync();
        await target.OpenAsync();
        source.BackupDatabase(target);
        await using var command = target.CreateCommand();
        command.CommandText = $"PRAGMA journal_mode = DELETE; {change}";
        await command.ExecuteNonQueryAsync();
    }
}
