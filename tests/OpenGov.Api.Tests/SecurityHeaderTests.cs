using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>What a browser is told that it may do with an answer.</summary>
[Parallelizable]
public sealed partial class SecurityHeaderTests
{
    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCase("/")]
    [TestCase("/states/MX-DUR?lang=en")]
    [TestCase("/commitments?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [TestCase("/states/%3C%2Fscript%3E%3Cscript%3Ealert(1)")]
    public async Task Of_the_scripts_in_a_page_only_those_run_that_the_service_wrote(string address)
    {
        using var response = await app.SendAsync(address);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var scripts = Directive(policy, "script-src");
        Assert.That(scripts, Does.Not.Contain("unsafe").And.Not.Contain("*"));
        var html = await response.Content.ReadAsStringAsync();
        var inline = InlineScript()
            .Matches(html)
            .Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups[1].Value)))}'")
            .ToList();
        Assert.That(inline, Has.Count.GreaterThanOrEqualTo(2), "the page has scripts of its own");
        Assert.That(scripts.Split(' '), Is.EquivalentTo((string[])["script-src", "'self'", .. inline]), "these and no others");
        Assert.That(Handler().IsMatch(html), Is.False, "a handler in an attribute would need unsafe-inline");
    }

    [TestCase("/api/v1/states")]
    [TestCase("/api/v1/nothing")]
    [TestCase("/data/states.csv")]
    [TestCase("/openapi/v1.json")]
    public async Task What_programs_read_is_open_to_any_origin_also_when_none_asks_since_caches_keep_it(string address)
    {
        using var response = await app.SendAsync(address);
        Assert.That(response.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])["*"]));
        Assert.That(response.Headers.Vary.PerhapsNone("an answer may vary by nothing"), Has.None.EqualTo("Origin"));
    }

    [TestCase("/api/v1/states")]
    [TestCase("/api/v1/states.csv")]
    [TestCase("/api/v1/nothing")]
    [TestCase("/data/states.csv")]
    [TestCase("/data/opengov.zip")]
    [TestCase("/openapi/v1.json")]
    [TestCase("/health/live")]
    public async Task What_is_no_page_loads_and_runs_nothing(string address)
    {
        using var response = await app.SendAsync(address);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(Directive(policy, "default-src"), Is.EqualTo("default-src 'none'"));
        Assert.That(Directive(policy, "frame-ancestors"), Is.EqualTo("frame-ancestors 'none'"));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
    }

    [TestCase("/")]
    [TestCase("/swagger/index.html")]
    [TestCase("/favicon.svg")]
    public async Task A_page_uses_no_device_and_shares_its_window_with_nobody(string address)
    {
        using var response = await app.SendAsync(address);
        Assert.That(
            response.Headers.GetValues("Permissions-Policy").Single(),
            Does.Contain("camera=()").And.Contain("geolocation=()").And.Contain("microphone=()")
        );
        Assert.That(response.Headers.GetValues("Cross-Origin-Opener-Policy").Single(), Is.EqualTo("same-origin"));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("frame-ancestors 'none'"));
    }

    private static string Directive(string policy, string name) =>
        policy.Split(';', StringSplitOptions.TrimEntries).Single(part => part.StartsWith($"{name} ", StringComparison.Ordinal));

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"<[a-z]+\s[^>]*\son[a-z]+\s*=")]
    private static partial Regex Handler();
}
