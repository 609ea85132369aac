using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace OpenGov.Api.Tests;

/// <summary>The whole service over an empty database, with routes on trial in the place of its resources.</summary>
internal sealed class TrialService : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WebApplication app;

    private TrialService(TestDatabase database, WebApplication app, TestClock clock) =>
        (this.database, this.app, Clock) = (database, app, clock);

    public HttpClient Client { get; } = new();

    public TestClock Clock { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<TrialService> StartAsync(Action<RouteGroupBuilder> map, params (string Name, string? Value)[] settings)
    {
        var database = await TestDatabase.CreateAsync("Sqlite");
        var clock = new TestClock(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection([
            .. database.Settings,
            new("Database:Seed", "false"),
            new("Urls", "http://127.0.0.1:0"),
            .. settings.GroupBy(setting => setting.Name).Select(given => KeyValuePair.Create(given.Key, given.Last().Value)),
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.AddOpenGov();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        var app = builder.Build();
        app.UseOpenGov();
        map(app.MapApi());
        await app.BeginAsync();
        var service = new TrialService(database, app, clock);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        service.Client.BaseAddress = new Uri(addresses.Single());
        return service;
    }

    /// <summary>Asks with what stands in the Authorization header.</summary>
    public Task<HttpResponseMessage> AskAsync(string address, string? authorization, string method = "GET")
    {
        var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1/{address}");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return Client.SendAsync(request);
    }

    /// <summary>Asks with a credential that gets through.</summary>
    public async Task<JsonElement> GetAsync(string address, string credential)
    {
        using var response = await AskAsync(address, $"Bearer {credential}");
        var body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>Asks with what is refused: a whole problem with its code and its challenge, in which the credential is nowhere.</summary>
    public async Task<JsonElement> RefusedAsync(string address, string? authorization, int status, string code)
    {
        using var response = await AskAsync(address, authorization);
        var body = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(status), body);
        var problem = OpenGovApplication.AssertProblem(response, body);
        Assert.Multiple(() =>
        {
            Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code));
            Assert.That(response.Headers.RetryAfter, status == 503 ? Is.Not.Null : Is.Null);
            var challenge = response.Headers.WwwAuthenticate.SingleOrDefault();
            Assert.That(challenge?.Scheme, Is.EqualTo(status == 503 ? null : "Bearer"));
            var error = (status, code) switch
            {
                (503, _) or (_, "missing_credential" or "unsupported_scheme") => null,
                (403, _) => "error=\"insufficient_scope\", error_description=\"",
                _ => "error=\"invalid_token\", error_description=\"",
            };
            Assert.That(challenge?.Parameter, error is null ? Is.Null : Does.StartWith(error));
            var secret = authorization?.Split(' ').Last();
            var isRepeated = secret?.Length > 8 && (body + challenge).Contains(secret, StringComparison.Ordinal);
            Assert.That(isRepeated, Is.False, "the credential is not repeated");
        });
        return problem;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
