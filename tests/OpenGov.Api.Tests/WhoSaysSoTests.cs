using System.Net;
using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>What is shown says who says so, also where it is shown elsewhere.</summary>
[Parallelizable]
public sealed class WhoSaysSoTests
{
    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCase("plans", "plan", "es")]
    [TestCase("plans", "plan", "en")]
    [TestCase("commitments", "commitment", "es")]
    [TestCase("states", "state", "en")]
    [TestCase("secretariats", "secretariat", "es")]
    public async Task Each_source_of_a_widget_is_named_with_who_publishes_it_whose_voice_that_is_and_whose_copy_was_read(
        string list,
        string kind,
        string language
    )
    {
        var labels = (await app.AllAsync("terms?vocabulary=source_kind&limit=500")).ToDictionary(
            term => term.GetProperty("code").GetString()!,
            term => term.GetProperty($"label_{language}").GetString()!
        );
        var mirrors = 0;
        foreach (var record in (await app.AllAsync($"{list}?limit=500&fields=id,sources")).Some())
        {
            var html = WebUtility.HtmlDecode(
                await app.Client.GetStringAsync($"/embed/v1/{kind}/{record.GetProperty("id").GetString()}?lang={language}")
            );
            foreach (var source in record.GetProperty("sources").EnumerateArray().Some())
            {
                var title = (Text(source, language == "es" ? "title_es" : "title") ?? Text(source, "title"))!;
                Assert.That(html, Does.Contain($">{title}</"));
                var rest = html[(html.IndexOf($">{title}</", StringComparison.Ordinal) + 1)..];
                var said = rest[..rest.IndexOfAny([';', '\n'], title.Length + 4)];
                mirrors += Text(source, "mirror") is null ? 0 : 1;
                foreach (var one in new[]
                    {
                        Text(source, "publisher"),
                        Text(source, "kind") is { } code ? labels[code]
                        : language == "es" ? "sin registro aquí"
                        : "no record here",
                        Text(source, "mirror"),
                        Text(source, "original_url"),
                    }.OfType<string>().PerhapsNone("little may be known of a source"))
                {
                    Assert.That(said, Does.Contain(one).IgnoreCase, $"{record}");
                }
            }
        }

        Assert.That(mirrors, Is.Positive, "copies are among them");

        static string? Text(JsonElement source, string name) => source.GetProperty(name).GetString();
    }
}
