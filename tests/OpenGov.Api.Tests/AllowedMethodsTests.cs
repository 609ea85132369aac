using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OpenGov.Api.Tests;

/// <summary>What an address takes is said the same way to whoever asks, and is true.</summary>
[Parallelizable]
public sealed class AllowedMethodsTests
{
    private static readonly string[] Reads = ["GET", "HEAD", "OPTIONS"];

    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCase("states")]
    [TestCase("measures")]
    [TestCase("stats/summary.csv")]
    [TestCase("/data/opengov.zip")]
    [TestCase("/openapi/v1.json")]
    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    [TestCase("/llms.txt")]
    [TestCase("/swagger/index.html")]
    public async Task OPTIONS_a_preflight_and_a_refused_method_say_the_same(string address)
    {
        foreach (var method in (string[])["PUT", "POST", "PATCH", "DELETE"])
        {
            using var refused = await app.SendAsync(address, new HttpMethod(method));
            OpenGovApplication.AssertProblem(refused, await refused.Content.ReadAsStringAsync());
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed), method);
            Assert.That(refused.Content.Headers.Allow, Is.EqualTo(Reads), method);
        }

        using var options = await app.SendAsync(address, HttpMethod.Options);
        Assert.That(options.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(options.Content.Headers.Allow, Is.EqualTo(Reads));

        using var preflight = await PreflightAsync(address, "PATCH");
        Assert.That(preflight.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        var methods = preflight.Headers.GetValues("Access-Control-Allow-Methods").Single();
        Assert.That(methods, Is.EqualTo("GET, HEAD, OPTIONS"), "PATCH is not among them");
        Assert.That(preflight.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])["*"]));
        Assert.That(preflight.Headers.GetValues("Access-Control-Allow-Headers").Single(), Is.EqualTo("authorization,if-none-match"));
        Assert.That(preflight.Headers.GetValues("Access-Control-Max-Age").Single(), Is.EqualTo("86400"));
    }

    [TestCase("OPTIONS")]
    [TestCase("PUT")]
    public async Task Where_there_is_no_page_another_method_finds_nothing_either(string method)
    {
        await app.GetProblemAsync("/nothing", HttpStatusCode.NotFound, new HttpMethod(method));
    }

    [TestCase("nothing")]
    [TestCase("states/MX-DUR/nothing")]
    [TestCase("/api")]
    [TestCase("/health/nothing")]
    [TestCase("/nothing.txt")]
    public async Task What_is_not_there_is_a_404_for_every_method(string address)
    {
        foreach (var method in (string[])["GET", "OPTIONS", "PUT"])
        {
            await app.GetProblemAsync(address, HttpStatusCode.NotFound, new HttpMethod(method));
        }

        using var preflight = await PreflightAsync(address, "GET");
        Assert.That(preflight.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(preflight.Headers.Contains("Access-Control-Allow-Methods"), Is.False);
    }

    [Test]
    public async Task An_address_that_takes_more_says_so()
    {
        await using var trial = await TrialService.StartAsync(Trials.Map);
        using var options = await trial.AskAsync("needs/editor", null, "OPTIONS");
        Assert.That(options.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), "what it takes is no secret");
        Assert.That(options.Content.Headers.Allow, Is.EquivalentTo((string[])["GET", "POST", "OPTIONS"]));
    }

    [TestCase("commitments", "GET, HEAD, OPTIONS", "POST")]
    [TestCase("commitments/MX-NAP4-C10", "GET, HEAD, OPTIONS", "PATCH", "DELETE")]
    [TestCase("batch", "OPTIONS", "POST")]
    public async Task An_address_that_is_written_says_so_and_pages_of_other_sites_may_only_read_it(
        string address,
        string read,
        params string[] written
    )
    {
        using var options = await app.SendAsync(address, HttpMethod.Options);
        Assert.That(options.Content.Headers.Allow, Is.EquivalentTo((string[])[.. read.Split(", "), .. written]));
        using var preflight = await PreflightAsync(address, written[0]);
        Assert.That(preflight.Headers.GetValues("Access-Control-Allow-Methods").Single(), Is.EqualTo(read));
    }

    [Test]
    public async Task A_preflight_takes_nothing_from_a_client()
    {
        await using var strict = await OpenGovApplication.StartAsync("Sqlite", ("RateLimit:Requests", "1"));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var preflight = await strict.SendAsync(
                "states",
                HttpMethod.Options,
                ("Origin", "null"),
                ("Access-Control-Request-Method", "GET")
            );
            Assert.That(preflight.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        }

        using var asked = await strict.SendAsync("states");
        Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public void Every_endpoint_says_which_methods_it_takes() =>
        Assert.That(
            app.Services.GetServices<EndpointDataSource>()
                .Some()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 })
                .Select(endpoint => endpoint.RoutePattern.RawText),
            Is.Empty
        );

    private Task<HttpResponseMessage> PreflightAsync(string address, string method) =>
        app.SendAsync(
            address,
            HttpMethod.Options,
            ("Origin", "https://example.org"),
            ("Access-Control-Request-Method", method),
            ("Access-Control-Request-Headers", "authorization,if-none-match")
        );
}
