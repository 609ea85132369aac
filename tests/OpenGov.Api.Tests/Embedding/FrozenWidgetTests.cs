using System.Net;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>Widgets follow the data, unless they were pasted with a day.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class FrozenWidgetTests(string provider)
{
    private OpenGovApplication app;

    [SetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync(provider);

    [TearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task A_widget_with_a_day_is_the_same_bytes_before_and_after_later_edits_and_one_without_shows_them()
    {
        var widgets = WidgetTests.Widgets.Where(widget => !widget.StartsWith("map/metric", StringComparison.Ordinal)).Some().ToList();
        var before = new Dictionary<string, string>();
        app.Clock.Now = app.Clock.Now.AddDays(1);
        foreach (var widget in widgets)
        {
            before[widget] = await BodyAsync(AsOf(widget));
        }

        app.Clock.Now = app.Clock.Now.AddDays(1);
        await app.SaveCommitmentAsync("MX-DUR-PAL1-C2", ("title_es", "Otro título"), ("status", "in_progress"));
        await app.WithdrawCommitmentAsync("MX-CAM-PAL1-C4");
        foreach (var widget in widgets)
        {
            Assert.That(await BodyAsync(AsOf(widget)), Is.EqualTo(before[widget]), widget);
        }

        foreach (
            var (address, age) in ((string, int)[])
                [
                    ("/embed/v1/plan/MX-NAP4?as_of=2026-11-24", 86_400),
                    ("/badges/plans/MX-NAP4.svg?as_of=2026-11-24", 86_400),
                    ("/pictures/es/plans/MX-NAP4.png?as_of=2026-11-24", 86_400),
                    ("/embed/v1/plan/MX-NAP4", 300),
                ]
        )
        {
            using var response = await app.SendAsync(address);
            Assert.That(response.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromSeconds(age)), address);
        }

        // The shortest address that there is, whose height is reckoned, too.
        await app.SaveAsync("sources", "S0", ("original_url", "http://a.b"));
        using var framed = await app.SendAsync($"/oembed?url={Uri.EscapeDataString($"{app.Address}embed/v1/commitment/MX-DUR-PAL1-C2")}");
        Assert.That(framed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await BodyAsync("commitment/MX-DUR-PAL1-C2"), Does.Contain("http://a.b"));

        Assert.That(await BodyAsync("commitment/MX-DUR-PAL1-C2"), Does.Contain("Otro título").And.Contain("En proceso"));
        Assert.That(before["changes"], Does.Contain("Datos como estaban al final del 24 de noviembre de 2026; no cambian."));
    }

    [Test]
    public async Task A_record_that_was_withdrawn_says_so_in_the_frame_and_leads_to_its_history()
    {
        await app.WithdrawCommitmentAsync("MX-CAM-PAL1-C4");
        using var response = await app.SendAsync("/embed/v1/commitment/MX-CAM-PAL1-C4?lang=en");
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            html,
            Does.Contain("“MX-CAM-PAL1-C4” was withdrawn on November 24, 2026").And.Contain("/changes?record=MX-CAM-PAL1-C4&amp;lang=en")
        );
    }

    private static string AsOf(string widget) => $"{widget}{(widget.Contains('?') ? '&' : '?')}as_of=2026-11-24";

    private async Task<string> BodyAsync(string widget)
    {
        using var response = await app.SendAsync($"/embed/v1/{widget}");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), widget);
        return (await response.Content.ReadAsStringAsync()).Replace(app.Address.Authority, "here", StringComparison.Ordinal);
    }
}
