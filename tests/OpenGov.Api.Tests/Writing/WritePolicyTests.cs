using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Every route that writes, for every role and scope: who gets through, and what the others are told.</summary>
public sealed class WritePolicyTests
{
    private static readonly string[] Scopes = ["national", "MX-DUR", "MX-JAL"];

    private readonly Dictionary<(Role Role, string Scope), string> keys = [];
    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync("Sqlite", ("RateLimit:Writes", "1000000"));
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var scope in Scopes)
            {
                keys[(role, scope)] = await app.KeyAsync(Roles.Name(role), scope);
            }
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public void Every_route_that_does_more_than_read_says_who_may() =>
        Assert.That(
            Endpoints()
                .Some()
                .Where(endpoint =>
                    endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Any(method => method is not ("GET" or "HEAD"))
                )
                .Where(endpoint =>
                    endpoint
                        .Metadata.OfType<AuthorizationPolicy>()
                        .SelectMany(policy => policy.Requirements)
                        .OfType<RoleRequirement>()
                        .FirstOrDefault()
                        is null
                )
                .Select(endpoint => endpoint.RoutePattern.RawText),
            Is.Empty
        );

    [Test]
    public void Every_table_is_written_somewhere() =>
        Assert.That(
            Editings.All.Some().Select(editing => editing.Table),
            Is.EquivalentTo(Schema.Current.Tables.Select(table => table.Name))
        );

    [Test]
    public async Task Who_lacks_the_role_or_the_scope_is_told_which_and_who_has_both_gets_through()
    {
        var tried = 0;
        foreach (var endpoint in Endpoints().Some())
        {
            var needed = endpoint
                .Metadata.OfType<AuthorizationPolicy>()
                .SelectMany(policy => policy.Requirements)
                .OfType<RoleRequirement>()
                .Select(requirement => (Role?)requirement.Role)
                .FirstOrDefault();
            var write = endpoint.Metadata.GetMetadata<WriteMetadata>();
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
            if (needed is null)
            {
                continue;
            }

            var address = endpoint.RoutePattern.RawText!["/api/v1/".Length..];
            if (write is not null)
            {
                address = address.Replace($"{{{write.Editing.Parameter}}}", SomeId(write.Editing), StringComparison.Ordinal);
            }

            await app.RefusedAsync(method, address, null, 401);
            foreach (var ((role, scope), key) in keys.Some())
            {
                using var response = await app.RequestAsync(
                    method,
                    $"{address}?{(method == "GET" ? "" : "dry_run=true&reason=Prueba")}",
                    key,
                    method is "POST" or "PATCH" ? "{}" : null,
                    ("If-Match", "\"v0\"")
                );
                var body = await response.Content.ReadAsStringAsync();
                var (status, missing) = ((int)response.StatusCode, $"{method} {address} as {role} of {scope}: {body}");
                tried++;
                if (role < needed)
                {
                    Assert.That(status, Is.EqualTo(403), missing);
                    Assert.That(
                        body,
                        Does.Contain("\"missing_role\"").And.Contain($"'{Roles.Name(needed.Value)}'").And.Contain("\"detail_es\""),
                        missing
                    );
                    continue;
                }

                // A role that is enough meets what comes next: the scope, the version, the body.
                Assert.That(body, Does.Not.Contain("\"code\":\"missing_role\""), missing);
                Assert.That(status, Is.AnyOf(200, 201, 204, 400, 403, 404, 409, 412, 422), missing);
                if (write is { Action: WriteAction.Update or WriteAction.Withdraw } && ScopeOf(write.Editing) is { } place)
                {
                    Assert.That(
                        (status, body.Contains("\"missing_scope\"", StringComparison.Ordinal)),
                        Is.EqualTo(place == scope ? (412, false) : (403, true)),
                        missing
                    );
                }
            }
        }

        Assert.That(tried, Is.GreaterThan(1000));
    }

    [Test]
    public async Task No_write_takes_a_parameter_that_it_does_not_know_as_if_it_did()
    {
        foreach (var endpoint in Endpoints().Some())
        {
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
            if (method is "GET" or "HEAD" || !endpoint.Metadata.OfType<AuthorizationPolicy>().Any())
            {
                continue;
            }

            var address = endpoint.RoutePattern.RawText!["/api/v1/".Length..];
            var (problem, _) = await app.RefusedAsync(method, $"{address}?nobody=1", keys[(Role.Admin, "national")], 400, "{}");
            Assert.That($"{problem.GetProperty("errors")}", Does.Contain("\"nobody\""), $"{method} {address}");
        }
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal));

    /// <summary>A record of the shipped data set; one that is not there where it has none.</summary>
    private static string SomeId(Editing editing) =>
        editing.Table switch
        {
            "states" => "MX-DUR",
            "secretariats" => "MX-DUR",
            "plans" => "MX-DUR-PAL1",
            "commitments" => "MX-DUR-PAL1-C2",
            "evidence" => "MX-JAL-PAL2-C1-E1",
            "plan_members" => "MX-NAP1.fundar",
            "terms" => "ambition.high",
            "organizations" => "fundar",
            "learnings" => "L1",
            _ => "MX-DUR-PAL1-C2-X1",
        };

    /// <summary>Where that record is; null where there is none, or where every scope will do.</summary>
    private static string? ScopeOf(Editing editing) =>
        editing.Table switch
        {
            "states" or "secretariats" or "plans" or "commitments" => "MX-DUR",
            "evidence" => "MX-JAL",
            "plan_members" or "terms" or "organizations" or "learnings" => "national",
            _ => null,
        };
}
