using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace OpenGov.Api.Tests;

/// <summary>
/// An identity server (OpenIddict) on a port of its own: discovery, keys, and tokens for clients that are registered with it.
/// </summary>
internal sealed class TestIdentityServer : IAsyncDisposable
{
    private const string Secret = "a secret of the test";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Registration> clients;
    private readonly ConcurrentQueue<string> asked;
    private readonly HttpClient http = new();

    private readonly RsaSecurityKey key;

    private TestIdentityServer(
        WebApplication app,
        Uri address,
        RsaSecurityKey key,
        ConcurrentDictionary<string, Registration> clients,
        ConcurrentQueue<string> asked
    ) => (this.app, Address, this.key, this.clients, this.asked) = (app, address, key, clients, asked);

    /// <summary>Its address, by which its tokens name it.</summary>
    public Uri Address { get; }

    /// <summary>How often it was asked for its description or its keys.</summary>
    public int Questions => asked.Count(path => path.StartsWith("/.well-known/", StringComparison.Ordinal));

    /// <summary>Starts one that signs with a key of its own.</summary>
    public static async Task<TestIdentityServer> StartAsync(TimeProvider clock, int? port = null)
    {
        var address = new Uri($"http://127.0.0.1:{port ?? ServiceProcess.FreePort()}/");
        var clients = new ConcurrentDictionary<string, Registration>();
        var asked = new ConcurrentQueue<string>();
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        builder
            .Services.AddOpenIddict()
            .AddServer(server =>
            {
                server.SetIssuer(address).SetTokenEndpointUris("connect/token").AllowClientCredentialsFlow();
                server.EnableDegradedMode().DisableAccessTokenEncryption().DisableScopeValidation();
                server.AddEphemeralEncryptionKey();
                server.AddSigningKey(key);
                server.Configure(options => options.TimeProvider = clock);
                server.UseAspNetCore().DisableTransportSecurityRequirement();
                server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        if (context.ClientSecret != Secret || !clients.ContainsKey(context.ClientId ?? ""))
                        {
                            context.Reject(Errors.InvalidClient, "There is no such client.");
                        }

                        return default;
                    })
                );
                server.AddEventHandler<OpenIddictServerEvents.HandleTokenRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        var client = clients[context.ClientId!];
                        var identity = new ClaimsIdentity("test");
                        identity.SetClaim(Claims.Subject, client.Subject).SetAudiences(client.Audience);
                        foreach (var (name, value) in client.Claims)
                        {
                            _ = value switch
                            {
                                string text => identity.SetClaim(name, text),
                                string[] several => identity.SetClaims(name, [.. several]),
                                _ => identity.SetClaim(name, JsonSerializer.SerializeToElement(value)),
                            };
                        }

                        identity.SetDestinations(_ => [Destinations.AccessToken]).SetAccessTokenLifetime(client.Lifetime);
                        context.SignIn(new ClaimsPrincipal(identity));
                        return default;
                    })
                );
            });
        var app = builder.Build();
        app.Use(
            (context, next) =>
            {
                asked.Enqueue(context.Request.Path);
                return next(context);
            }
        );
        app.UseRouting();
        app.UseAuthentication();
        await app.StartAsync();
        return new TestIdentityServer(app, address, key, clients, asked);
    }

    /// <summary>A token as a client of the server gets it.</summary>
    public async Task<string> TokenAsync(string audience, params (string Name, object Value)[] claims)
    {
        var client = $"client-{Guid.NewGuid():N}";
        clients[client] = new Registration($"subject of {client}", audience, claims, TimeSpan.FromMinutes(10));
        using var response = await http.PostAsync(
            new Uri(Address, "connect/token"),
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = client,
                    ["client_secret"] = Secret,
                }
            )
        );
        var answer = await response.Content.ReadAsStringAsync();
        Assert.That(response.IsSuccessStatusCode, Is.True, $"{response.StatusCode} {answer}");
        return JsonDocument.Parse(answer).RootElement.GetProperty("access_token").GetString()!;
    }

    /// <summary>A token of any content, signed as the server signs.</summary>
    public string Signed(SecurityTokenDescriptor content)
    {
        content.SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(content);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private sealed record Registration(string Subject, string Audience, (string Name, object Value)[] Claims, TimeSpan Lifetime);
}
