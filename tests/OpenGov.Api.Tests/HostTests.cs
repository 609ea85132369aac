using System.Net;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>Under which address the service is known, and whom it believes about that.</summary>
[Parallelizable]
public sealed partial class HostTests
{
    private const string Public = "https://abierto.example.mx";

    /// <summary>Every kind of answer that names an address.</summary>
    private static readonly string[] Addresses =
    [
        "states/MX-DUR",
        "states?limit=2",
        "changes.atom",
        "changes.feed.json",
        "stats/summary",
        "stats/commitments?group_by=status",
        "states?colour=red",
        "/data/catalog.jsonld",
        "/.well-known/security.txt",
        "/.well-known/api-catalog",
        "/llms.txt",
    ];

    [TestCase("xn--a")]
    [TestCase("xn--")]
    public async Task A_host_that_no_host_can_have_is_refused_and_not_repeated(string host)
    {
        await using var app = await OpenGovApplication.StartAsync();
        foreach (
            var address in (string[])
                [
                    "states?limit=500",
                    "states/MX-DUR",
                    "states.csv",
                    "/",
                    "/openapi/v1.json",
                    "/.well-known/security.txt",
                    "/data/catalog.jsonld",
                ]
        )
        {
            var problem = await app.GetProblemAsync(address, HttpStatusCode.BadRequest, null, ("Host", host));
            Assert.That(problem.ToString(), Does.Not.Contain(host).And.Contain("Host"));
        }
    }

    [Test]
    public async Task Without_a_known_proxy_no_forwarded_header_is_read()
    {
        await using var app = await OpenGovApplication.StartAsync("Sqlite", ("RateLimit:Requests", "3"));
        (string, string)[] forwarded =
        [
            ("X-Forwarded-Host", "evil.example"),
            ("X-Forwarded-Proto", "gopher"),
            ("X-Forwarded-Prefix", "/evil"),
            ("Forwarded", "host=evil.example"),
            ("X-Original-Host", "evil.example"),
        ];
        using (var response = await app.SendAsync("states/MX-COL?fields=id,links", headers: forwarded))
        {
            Assert.That(
                await response.Content.ReadAsStringAsync(),
                Does.Contain($"{app.Address}api/v1/states/MX-COL").And.Not.Contain("evil").And.Not.Contain("gopher")
            );
        }

        var statuses = new List<int>();
        foreach (var invented in (string[])["203.0.113.1", "203.0.113.2", "203.0.113.3"])
        {
            using var response = await app.SendAsync("states?limit=1", headers: ("X-Forwarded-For", invented));
            statuses.Add((int)response.StatusCode);
        }

        Assert.That(statuses, Is.EqualTo((int[])[200, 200, 429]), "one client, one quota");
    }

    [Test]
    public async Task What_is_kept_under_one_host_is_never_answered_under_another()
    {
        await using var app = await OpenGovApplication.StartAsync();
        foreach (var host in (string[])["evil.example", "a.example", "evil.example", "a.example:81", "a.example"])
        {
            foreach (var address in Addresses)
            {
                using var response = await app.SendAsync(address, headers: ("Host", host));
                var answer = $"{response.Headers}{await response.Content.ReadAsStringAsync()}";
                Assert.That(Hosts().Matches(answer).Some().Select(match => match.Value).Distinct(), Is.SubsetOf((string[])[host]), address);
            }
        }
    }

    [Test]
    public async Task The_public_address_is_what_every_answer_names_and_another_host_is_refused()
    {
        await using var app = await OpenGovApplication.StartAsync("Sqlite", ("PublicAddress", Public));
        foreach (var address in Addresses.Append("/openapi/v1.json"))
        {
            using var response = await app.SendAsync(address, headers: ("Host", "abierto.example.mx"));
            var answer = $"{response.Headers}{await response.Content.ReadAsStringAsync()}";
            Assert.That(answer, Does.Contain(Public).And.Not.Contain("127.0.0.1").And.Not.Contain("localhost:"), address);
            Assert.That(answer.Replace(Public, "", StringComparison.Ordinal), Does.Not.Contain("abierto.example.mx"), address);
        }

        using var refused = await app.SendAsync("states", headers: ("Host", "evil.example"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(
            await refused.Content.ReadAsStringAsync(),
            Does.Contain($"{Public}/problems/invalid-request").And.Not.Contain("evil.example")
        );
        using var probe = await app.SendAsync("/health/ready", headers: ("Host", "10.1.2.3:8080"));
        Assert.That(probe.StatusCode, Is.EqualTo(HttpStatusCode.OK), "a probe asks by address");
    }

    [Test]
    public async Task Only_hosts_that_are_allowed_are_answered()
    {
        await using var app = await OpenGovApplication.StartAsync("Sqlite", ("AllowedHosts", "*.example.mx;datos.example.org"));
        foreach (
            var (host, status) in ((string, int)[])
                [
                    ("a.example.mx", 200),
                    ("DATOS.example.org:8443", 200),
                    ("example.org", 400),
                    ("evil.example", 400),
                    ("datos.example.org.evil.example", 400),
                ]
        )
        {
            foreach (var address in (string[])["states?limit=1", "/llms.txt", "/"])
            {
                using var response = await app.SendAsync(address, headers: ("Host", host));
                Assert.That((int)response.StatusCode == 400, Is.EqualTo(status == 400), $"{host}{address}");
                Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("evil"));
            }
        }
    }

    [Test]
    public void Addresses_are_built_in_one_place()
    {
        var others = Directory
            .GetFiles(Path.Combine(Checkout.Root, "api"), "*.cs", SearchOption.AllDirectories)
            .Some()
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith("/PublicAddress.cs", StringComparison.Ordinal)
            )
            .Where(file => Built().IsMatch(File.ReadAllText(file)));
        Assert.That(others, Is.Empty);
    }

    [GeneratedRegex("(?<=//)(?:evil|a)\\.example(?::[0-9]+)?")]
    private static partial Regex Hosts();

    [GeneratedRegex("Scheme\\}|GetDisplayUrl|GetEncodedUrl|UriHelper")]
    private static partial Regex Built();
}
