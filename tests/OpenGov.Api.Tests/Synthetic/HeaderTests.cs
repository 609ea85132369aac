using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Access;

namespace OpenGov.Api.Tests.Synthetic;

/// <summary>Headers whose absence nobody would see: each is asked for by its value.</summary>
[Parallelizable]
public sealed class HeaderTests(string provider) : ApiFixture(provider)
{
    [TestCase("/api/v1/states", 200)]
    [TestCase("/api/v1/states.csv", 200)]
    [TestCase("/api/v1/states.xlsx", 200)]
    [TestCase("/api/v1/states/MX-XXX", 404)]
    [TestCase("/api/v1/nothing", 404)]
    [TestCase("/data/states.csv", 200)]
    [TestCase("/data/opengov.zip", 200)]
    [TestCase("/openapi/v1.json", 200)]
    [TestCase("/health/live", 200)]
    public async Task No_answer_lets_a_browser_guess_its_type(string address, int status)
    {
        using var response = await App.SendAsync(address);
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo((string[])["nosniff"]));
    }

    [TestCase("/api/v1/states", 304)]
    [TestCase("/api/v1/states.csv", 304)]
    [TestCase("/api/v1/states/MX-DUR", 304)]
    [TestCase("/data/states.csv", 304)]
    [TestCase("/api/v1/states/MX-XXX", 404)]
    public async Task Whoever_has_any_form_of_an_answer_has_it(string address, int status)
    {
        using var response = await App.SendAsync(address, null, ("If-None-Match", "*"));
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
    }

    [TestCase("/api/v1/states?limit=2")]
    [TestCase("/api/v1/states/MX-DUR")]
    [TestCase("/api/v1/states.csv")]
    [TestCase("/api/v1/stats/commitments?group_by=status")]
    [TestCase("/data/states.csv")]
    public async Task What_can_be_compressed_says_so_also_to_who_did_not_ask_for_that(string address)
    {
        foreach (var encoding in (string[])["identity", "gzip", "br", "gzip;q=0"])
        {
            using var response = await App.SendAsync(address, null, ("Accept-Encoding", encoding));
            Assert.That(response.Headers.Vary, Does.Contain("Accept-Encoding"), encoding);
        }
    }

    [Test]
    public async Task A_key_is_its_secret_to_the_last_character()
    {
        var (_, secret) = await App
            .Services.GetRequiredService<KeysRepository>()
            .CreateAsync("Observatory", null, "contributor", "national", null, CancellationToken.None);
        Assert.That(await AskAsync(secret), Is.EqualTo(HttpStatusCode.OK));
        var prefix = secret.IndexOf('_', StringComparison.Ordinal) + 1;
        for (var i = prefix; i < secret.Length; i++)
        {
            // The last letter has two bits that must be none: A and Q are letters that may stand there.
            var other = secret[i] == 'A' ? 'Q' : 'A';
            Assert.That(
                await AskAsync($"{secret[..i]}{other}{secret[(i + 1)..]}"),
                Is.EqualTo(HttpStatusCode.Unauthorized),
                $"character {i}"
            );
        }

        Assert.That(await AskAsync(secret[..^1]), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private async Task<HttpStatusCode> AskAsync(string secret)
    {
        using var response = await App.SendAsync("states?limit=1", null, ("Authorization", $"Bearer {secret}"));
        return response.StatusCode;
    }
}
