using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Access;

namespace OpenGov.Api.Tests;

/// <summary>How much one client may ask.</summary>
public sealed class RateLimitTests
{
    [Test]
    public async Task A_client_is_told_what_is_left_and_beyond_it_when_to_come_back()
    {
        await using var app = await OpenGovApplication.StartAsync("Sqlite", ("RateLimit:Requests", "5"), ("RateLimit:WindowSeconds", "60"));
        for (var left = 4; left >= 0; left--)
        {
            using var response = await app.SendAsync("states");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(response.Headers.GetValues("RateLimit-Policy").Single(), Is.EqualTo("\"default\";q=5;w=60"));
            Assert.That(response.Headers.GetValues("RateLimit").Single(), Does.StartWith($"\"default\";r={left};t="));
        }

        using var refused = await app.SendAsync("plans");
        OpenGovApplication.AssertProblem(refused, await refused.Content.ReadAsStringAsync());
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(refused.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.Zero).And.LessThanOrEqualTo(TimeSpan.FromSeconds(60)));

        app.Clock.Now += refused.Headers.RetryAfter.Delta!.Value;
        using var again = await app.SendAsync("plans");
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Behind_a_proxy_that_is_named_each_client_has_its_own_quota_and_others_cannot_pretend()
    {
        await using var trusted = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("RateLimit:Requests", "2"),
            ("Proxy:Known:0", "127.0.0.1"),
            ("Proxy:Known:1", "::1")
        );
        Assert.That(
            await StatusesAsync(trusted, "203.0.113.1", "203.0.113.1", "203.0.113.1", "203.0.113.2"),
            Is.EqualTo((int[])[200, 200, 429, 200])
        );
        using var forwarded = await trusted.SendAsync(
            "states/MX-DUR",
            null,
            ("X-Forwarded-For", "203.0.113.9"),
            ("X-Forwarded-Host", "abierto.example.mx"),
            ("X-Forwarded-Proto", "https")
        );
        Assert.That(
            await forwarded.Content.ReadAsStringAsync(),
            Does.Contain("\"self\":\"https://abierto.example.mx/api/v1/states/MX-DUR\"")
        );

        await using var direct = await OpenGovApplication.StartAsync("Sqlite", ("RateLimit:Requests", "2"), ("Proxy:Known:0", "192.0.2.1"));
        Assert.That(await StatusesAsync(direct, "203.0.113.1", "203.0.113.2", "203.0.113.3"), Is.EqualTo((int[])[200, 200, 429]));
    }

    [Test]
    public async Task A_client_of_IPv6_is_its_network_however_many_addresses_it_takes()
    {
        await using var app = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("RateLimit:Requests", "2"),
            ("Proxy:Known:0", "127.0.0.1"),
            ("Proxy:Known:1", "::1")
        );
        Assert.That(
            await StatusesAsync(
                app,
                "2001:db8:1:2::1",
                "2001:db8:1:2:ffff::9",
                "2001:db8:1:2:a:b:c:d",
                "2001:db8:1:3::1",
                "::ffff:203.0.113.7",
                "203.0.113.7",
                "203.0.113.7"
            ),
            Is.EqualTo((int[])[200, 200, 429, 200, 200, 200, 429])
        );
    }

    [Test]
    public async Task However_many_clients_come_the_table_of_them_is_bounded_and_forgotten_with_its_window()
    {
        await using var app = await OpenGovApplication.StartAsync();
        var answered = 0;
        var counts = app.Services.GetRequiredService<RequestCounts>();
        var limit = ActivatorUtilities.CreateInstance<RateLimit>(
            app.Services,
            (RequestDelegate)(
                _ =>
                {
                    answered++;
                    return Task.CompletedTask;
                }
            )
        );
        async Task AskAsync(int client)
        {
            var context = new DefaultHttpContext { RequestServices = app.Services };
            context.Request.Path = "/api/v1/states";
            context.Connection.RemoteIpAddress = new IPAddress([10, (byte)(client >> 16), (byte)(client >> 8), (byte)client]);
            await limit.InvokeAsync(context);
        }

        for (var client = 0; client < CountingWindows.MostClients + 10_000; client++)
        {
            await AskAsync(client);
        }

        Assert.That(answered, Is.EqualTo(CountingWindows.MostClients + 10_000), "who comes when the table is full is answered");
        Assert.That(counts.Clients, Is.EqualTo(CountingWindows.MostClients));
        app.Clock.Now += TimeSpan.FromMinutes(1);
        await AskAsync(1);
        Assert.That(counts.Clients, Is.EqualTo(1));
    }

    [Test]
    public async Task Twenty_thousand_addresses_hold_little_memory_and_make_no_request_dearer()
    {
        const int Addresses = 20_000;
        await using var app = await OpenGovApplication.StartAsync("Sqlite", ("Proxy:Known:0", "127.0.0.1"), ("Proxy:Known:1", "::1"));
        await AskFromAsync(0, 500);
        var (held, cost) = (GC.GetTotalMemory(forceFullCollection: true), await CostAsync());

        await AskFromAsync(500, Addresses);
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - held, Is.LessThan(Addresses * 1024L), "a kilobyte for each at most");
        Assert.That(await CostAsync(), Is.LessThan(cost * 2), "bytes for a request of a client that is known");

        async Task AskFromAsync(int first, int after) =>
            await Parallel.ForEachAsync(
                Enumerable.Range(first, after - first),
                new ParallelOptions { MaxDegreeOfParallelism = 8 },
                async (client, cancellationToken) =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/states/MX-DUR?fields=id");
                    request.Headers.Add("X-Forwarded-For", $"10.1.{client >> 8}.{client & 255}");
                    using var response = await app.Client.SendAsync(request, cancellationToken);
                    Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
                }
            );

        async Task<long> CostAsync()
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await AskFromAsync(0, 200);
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        }
    }

    [Test]
    public async Task A_client_with_a_key_is_counted_by_it_wherever_it_calls_from()
    {
        await using var app = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("RateLimit:Requests", "2"),
            ("RateLimit:KeyRequests", "4"),
            ("Proxy:Known:0", "127.0.0.1"),
            ("Proxy:Known:1", "::1")
        );
        var keys = app.Services.GetRequiredService<KeysRepository>();
        var (id, secret) = await keys.CreateAsync("Monitor", "Observatorio", "contributor", "national", null, CancellationToken.None);
        var (_, small) = await keys.CreateAsync("Small", null, "contributor", "MX-DUR", 1, CancellationToken.None);

        Assert.That(
            await StatusesAsync(app, "203.0.113.1", "203.0.113.1", "203.0.113.1"),
            Is.EqualTo((int[])[200, 200, 429]),
            "the address has had its share"
        );
        for (var left = 3; left >= 0; left--)
        {
            using var response = await AskAsync(app, secret, $"203.0.113.{left + 1}");
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(response.Headers.GetValues("RateLimit-Policy").Single(), Is.EqualTo("\"key\";q=4;w=60"));
            Assert.That(response.Headers.GetValues("RateLimit").Single(), Does.StartWith($"\"key\";r={left};t="));
        }

        using var beyond = await AskAsync(app, secret, "203.0.113.200");
        Assert.That(beyond.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        using var own = await AskAsync(app, small, "203.0.113.201");
        Assert.That(own.Headers.GetValues("RateLimit-Policy").Single(), Is.EqualTo("\"key\";q=1;w=60"), "a quota of its own");

        Assert.That(await keys.RevokeAsync(id, CancellationToken.None), Is.True);
        Assert.That(await keys.RevokeAsync(id, CancellationToken.None), Is.False);
        using var revoked = await AskAsync(app, secret, "203.0.113.202");
        Assert.That(revoked.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("opengov_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("opengov_short")]
    [TestCase("x")]
    [TestCase("' OR 1=1 --")]
    public async Task A_key_that_is_not_in_use_is_refused_and_counted_by_address(string secret)
    {
        await using var app = await OpenGovApplication.StartAsync("Sqlite", ("RateLimit:Requests", "2"));
        foreach (
            var expected in (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests]
        )
        {
            using var response = await AskAsync(app, secret, "203.0.113.1");
            OpenGovApplication.AssertProblem(response, await response.Content.ReadAsStringAsync());
            Assert.That(response.StatusCode, Is.EqualTo(expected));
            Assert.That(response.Headers.WwwAuthenticate, Has.Count.EqualTo(expected == HttpStatusCode.Unauthorized ? 1 : 0));
        }
    }

    private static Task<HttpResponseMessage> AskAsync(OpenGovApplication app, string secret, string from) =>
        app.SendAsync("states?limit=1", headers: [("Authorization", $"Bearer {secret}"), ("X-Forwarded-For", from)]);

    private static async Task<int[]> StatusesAsync(OpenGovApplication app, params string[] clients)
    {
        var statuses = new List<int>();
        foreach (var client in clients)
        {
            using var response = await app.SendAsync("states?limit=1", headers: ("X-Forwarded-For", client));
            statuses.Add((int)response.StatusCode);
        }

        return [.. statuses];
    }
}
