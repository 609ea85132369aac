using System.Net;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>Where a reader makes what other sites paste.</summary>
[Category("Browser")]
[Parallelizable]
public sealed class BuilderTests : BrowserFixture
{
    private const string Frames = "iframe[src*='/embed/v1/']";

    /// <summary>Pages with figures.</summary>
    private static readonly string[] Pages =
    [
        "/",
        "/states",
        "/states?measure=stage",
        "/states?measure=open_government_index",
        "/states/MX-DUR",
        "/plans",
        "/plans/MX-NAP4",
        "/plans/MX-DUR-PAL1",
        "/commitments",
        "/commitments?level=local&q=agua",
        "/commitments/MX-DUR-PAL1-C2",
        "/commitments/MX-CAM-PAL1-C2",
        "/metrics",
        "/secretariats",
        "/compare?states=MX-DUR,MX-JAL",
        "/themes",
        "/timeline",
        "/coverage",
        "/practices",
        "/organizations",
        "/organizations/inai",
        "/about",
    ];

    [Test]
    public async Task Every_figure_leads_to_the_builder_with_a_widget_that_answers()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var links = new HashSet<string>();
        foreach (var address in Pages)
        {
            await OpenAsync(page, address, "en");
            await page.WaitForFunctionAsync(
                "() => { const all = [...document.querySelectorAll('main figure[id]')];"
                    + " return all.length > 0 && all.every(figure => figure.querySelector('a[href*=\"/builder?\"]')); }"
            );
            foreach (var link in await page.Locator("main figure[id] a[href*='/builder?']").AllAsync())
            {
                links.Add((await link.GetAttributeAsync("href"))!);
            }
        }

        // What is shown in the frames is asked for by the test itself.
        await page.RouteAsync("**/embed/v1/**", route => route.AbortAsync());
        foreach (var link in links.Some())
        {
            await LandAsync(page, link);
            await page.Locator(Frames).First.WaitForAsync();
            var widget = (await page.Locator(Frames).First.GetAttributeAsync("src"))!;
            using var response = await App.SendAsync(widget);
            var html = await response.Content.ReadAsStringAsync();
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{link}: {widget}");
            Assert.That(html, Does.Not.Contain("class=\"notice\""), $"{link}: {widget}");
            Assert.That(await page.Locator("main [role=status]", new() { HasText = "no filter by" }).CountAsync(), Is.Zero, link);
        }
    }

    [TestCase("es", "Un marco", "Mapa", "Oscuros")]
    [TestCase("en", "A frame", "Map", "Dark")]
    public async Task What_is_chosen_is_seen_at_three_widths_and_can_be_copied_and_pasted(
        string language,
        string frame,
        string _,
        string dark
    )
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/builder?kind=map&ref=commitments_documented", language);
        await Assertions.Expect(page.Locator(Frames)).ToHaveCountAsync(6);
        await page.Locator("select").Filter(new() { HasText = dark }).SelectOptionAsync("dark");
        await Assertions.Expect(page.Locator(Frames)).ToHaveCountAsync(3);
        Assert.That(page.Url, Does.Contain("theme=dark"));
        await page.Locator("section", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = frame, Exact = true }) })
            .Last.GetByRole(AriaRole.Button)
            .ClickAsync();
        var pasted = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.That(
            pasted,
            Does.StartWith($"<iframe src=\"{App.Address}embed/v1/map/commitments_documented?lang={language}&amp;theme=dark\"")
        );
        await using var other = await OtherSite.StartAsync();
        other.Pasted = pasted;
        var site = await context.NewPageAsync();
        await LandAsync(site, $"{other.Address}/");
        await Assertions.Expect(site.FrameLocator("iframe").Locator(".tiles")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_colour_that_cannot_be_read_is_said_by_the_widget_that_is_shown()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/builder?kind=metric&accent=ffff00", "en");
        await Assertions.Expect(page.Locator(Frames).First.ContentFrame.Locator(".notice")).ToContainTextAsync("does not stand out");
    }

    [TestCase("kind=plan&ref=NOPE", "“NOPE” is on record here")]
    [TestCase("kind=plan&ref=MX-NAP4&accent=zzz", "“zzz” is no")]
    [TestCase("kind=plan&ref=MX-NAP4&as_of=2099-01-01", "2099-01-01")]
    public async Task What_cannot_be_shown_is_said_and_not_offered_with_and_without_scripts(string asked, string said)
    {
        using var served = await App.SendAsync($"/builder?{asked}&lang=en");
        var html = WebUtility.HtmlDecode(await served.Content.ReadAsStringAsync());
        Assert.That(html, Does.Contain(said).And.Contain("There is nothing to copy until").And.Not.Contain("class=\"snippet\""));
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, $"/builder?{asked}", "en");
        await Assertions.Expect(page.Locator("#content [role=alert]")).ToContainTextAsync("There is nothing to copy until");
        Assert.That(await page.Locator("#content pre").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task What_it_offers_is_of_its_address_and_a_keyboard_gets_past_the_previews_to_what_leads_to_those_rows_of_that_day()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/builder?kind=measure&ref=finished&plan=MX-NAP4&as_of=2026-11-24", "en");
        var link = page.Locator("#content pre").First;
        await Assertions.Expect(link).ToContainTextAsync("/commitments?plan=MX-NAP4");
        await Assertions.Expect(link).ToContainTextAsync("as_of=2026-11-24&amp;lang=en");
        using var served = await App.SendAsync("/builder?kind=measure&ref=finished&plan=MX-NAP4&as_of=2026-11-24&lang=en");
        var html = WebUtility.HtmlDecode(await served.Content.ReadAsStringAsync());
        foreach (var snippet in (await page.Locator("#content pre").AllInnerTextsAsync()).Some())
        {
            // The height of a frame is measured with scripts, and reckoned without.
            var (before, after) = snippet.Split(" height=\"") is [var first, var rest, ..]
                ? (first, rest[rest.IndexOf('"')..])
                : (snippet, "");
            Assert.That(html, Does.Contain(before).And.Contain(after));
        }

        await page.Locator("a[href='#copy']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#copy")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.That(
            async () =>
                await page.EvaluateAsync<string>("document.activeElement.ariaLabel ?? document.activeElement.outerHTML.slice(0, 300)"),
            Is.EqualTo("Copy: A link").After(30_000, 100)
        );
    }

    [Test]
    public async Task A_commitment_is_found_by_its_words()
    {
        await using var context = await ContextAsync(360, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/builder", "es");
        await page.GetByLabel("Buscar un compromiso").FillAsync("ladrilleras");
        await page.GetByLabel("Buscar un compromiso").PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Compromiso", new() { Exact = true }).Locator("option")).Not.ToHaveCountAsync(20);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(360));
    }
}
