using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using OpenGov.Api.Access;

namespace OpenGov.Api.Tests;

/// <summary>What the service does while the identity server is away, changes its keys, or while somebody sends bad tokens.</summary>
[Parallelizable]
public sealed class IdentityServerTests
{
    private TestIdentityServer server;
    private TrialService service;
    private TestClock clock;

    [SetUp]
    public async Task StartAsync()
    {
        clock = new TestClock(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        server = await TestIdentityServer.StartAsync(clock);
        service = await TokenTests.ServiceAsync(server.Address);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await service.DisposeAsync();
        await server.DisposeAsync();
    }

    [Test]
    public async Task While_the_server_has_never_answered_it_is_503_and_once_it_has_its_silence_is_not_noticed()
    {
        var token = await server.TokenAsync("opengov", ("grupos", "secretaria"));
        await server.DisposeAsync();
        await service.RefusedAsync("open", $"Bearer {token}", 503, "identity_server_unavailable");
        using (var anonymous = await service.AskAsync("open", null))
        {
            Assert.That(anonymous.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        server = await TestIdentityServer.StartAsync(clock, server.Address.Port);
        Move(IdentityServer.Pause);
        token = await server.TokenAsync("opengov", ("grupos", "secretaria"));
        await service.GetAsync("needs/editor", token);

        await server.DisposeAsync();
        await service.GetAsync("needs/editor", token);
        Move(TimeSpan.FromHours(2));
        await service.RefusedAsync("needs/editor", $"Bearer {token}", 401, "expired_token");
    }

    [Test]
    public async Task A_new_key_of_the_server_is_fetched_when_a_token_names_it_and_the_old_one_is_taken_no_more()
    {
        var before = await server.TokenAsync("opengov", ("grupos", "secretaria"));
        await service.GetAsync("needs/editor", before);
        await server.DisposeAsync();
        server = await TestIdentityServer.StartAsync(clock, server.Address.Port);
        Move(IdentityServer.Pause);
        await service.GetAsync("needs/editor", await server.TokenAsync("opengov", ("grupos", "secretaria")));
        await service.RefusedAsync("needs/editor", $"Bearer {before}", 401, "wrong_signature");
    }

    [Test]
    public async Task However_many_bad_tokens_come_the_server_is_hardly_asked()
    {
        await service.GetAsync("open-to-tokens", await server.TokenAsync("opengov"));
        var before = server.Questions;
        var forgeries = TokenTests.Forgeries(await server.TokenAsync("opengov")).ToList();
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(async i =>
                {
                    using var response = await service.AskAsync("open", $"Bearer {forgeries[i % forgeries.Count].Token}");
                    Assert.That((int)response.StatusCode, Is.EqualTo(401));
                })
        );
        Assert.That(server.Questions, Is.EqualTo(before));

        await server.DisposeAsync();
        await using var fresh = await TokenTests.ServiceAsync(server.Address);
        await using var silent = await TestIdentityServer.StartAsync(clock);
        for (var i = 0; i < 20; i++)
        {
            await fresh.RefusedAsync("open", "Bearer not.atoken", 401, "malformed_credential");
        }

        var token = await silent.TokenAsync("opengov");
        await fresh.RefusedAsync("open", $"Bearer {token}", 503, "identity_server_unavailable");
        server = await TestIdentityServer.StartAsync(clock, server.Address.Port);
        for (var i = 0; i < 20; i++)
        {
            await fresh.RefusedAsync("open", $"Bearer {token}", 503, "identity_server_unavailable");
        }

        Assert.That(server.Questions, Is.Zero, "it was asked a moment ago, and did not answer");
    }

    [Test]
    public async Task An_identity_server_that_sends_the_service_elsewhere_is_not_followed()
    {
        await using var other = await TestIdentityServer.StartAsync(clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var redirecting = builder.Build();
        redirecting.MapFallback(context =>
        {
            context.Response.Redirect(new Uri(other.Address, context.Request.Path).ToString());
            return Task.CompletedTask;
        });
        await redirecting.StartAsync();
        await using var sent = await TokenTests.ServiceAsync(new Uri(redirecting.Urls.Single()));
        await sent.RefusedAsync("open", $"Bearer {await other.TokenAsync("opengov")}", 503, "identity_server_unavailable");
        Assert.That(other.Questions, Is.Zero);
    }

    private void Move(TimeSpan by)
    {
        clock.Now += by;
        service.Clock.Now += by;
    }
}
