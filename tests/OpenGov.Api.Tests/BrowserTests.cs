using System.Text.Json;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>What readers of the dashboard can rely on.</summary>
[Category("Browser")]
public sealed class BrowserTests : BrowserFixture
{
    private static readonly string[] Pages =
    [
        "/", "/states", "/states/MX-DUR", "/states/MX-PUE", "/plans", "/plans/MX-NAP4", "/plans/MX-COA-PAL1", "/commitments", "/commitments?q=agua&level=local",
        "/commitments/MX-DUR-PAL1-C2", "/commitments/MX-NAP4-C10", "/commitments/MX-CAM-PAL1-C2", "/metrics", "/about", "/practices", "/timeline", "/changes", "/coverage", "/problems/unknown-parameter", "/nowhere",
    ];

    /// <summary>Each page in two looks that together have each language, theme and width.</summary>
    private static IEnumerable<TestCaseData> Looks =>
        from page in Pages
        from look in ((string Language, ColorScheme Theme, int Width)[])[("es", ColorScheme.Light, 360), ("en", ColorScheme.Dark, 1280)]
        select new TestCaseData(page, look.Language, look.Theme, look.Width);

    [TestCaseSource(nameof(Looks))]
    public async Task Every_page_is_accessible_fits_its_width_and_asks_nobody_else(string address, string language, ColorScheme theme, int width)
    {
        await using var context = await ContextAsync(width, theme);
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        var foreign = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal) && !message.Text.Contains("Not found: /nowhere", StringComparison.Ordinal))
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(App.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };

        await OpenAsync(page, address, language);
        var violations = await ViolationsAsync(page);
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Multiple(async () =>
        {
            Assert.That(violations, Is.Empty);
            Assert.That(overflow, Is.LessThanOrEqualTo(0), "no sideways scroll");
            Assert.That(errors, Is.Empty);
            Assert.That(foreign, Is.Empty);
            Assert.That(await page.Locator("h1").CountAsync(), Is.EqualTo(1));
            Assert.That(await page.GetAttributeAsync("html", "lang"), Is.EqualTo(language));
            Assert.That(await page.TitleAsync(), Is.Not.Empty);
            Assert.That(await context.CookiesAsync(), Is.Empty, "no cookies");
        });
    }

    [TestCase("/")]
    [TestCase("/states")]
    [TestCase("/states/MX-DUR")]
    [TestCase("/plans")]
    [TestCase("/plans/MX-NAP4")]
    [TestCase("/commitments")]
    [TestCase("/commitments/MX-DUR-PAL1-C2")]
    [TestCase("/metrics")]
    public async Task Without_the_API_a_page_shows_an_error_with_a_retry_that_works(string address)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/api/**", route => route.AbortAsync());
        await page.GotoAsync($"{App.Address}{address.TrimStart('/')}?lang=en");
        var retry = page.GetByRole(AriaRole.Button, new() { NameRegex = new("again|retry", System.Text.RegularExpressions.RegexOptions.IgnoreCase) });
        await retry.First.WaitForAsync();
        Assert.That(await page.GetByRole(AriaRole.Alert).Or(page.Locator("[role=status]")).CountAsync(), Is.GreaterThan(0));

        await page.UnrouteAsync("**/api/**");
        for (var i = 0; i < 20 && await retry.CountAsync() > 0; i++)
        {
            try
            {
                await retry.First.ClickAsync(new() { Timeout = 1_000 });
            }
            catch (TimeoutException)
            {
                // One retry mends every part of some pages: the button that was counted is gone by now.
            }

            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        Assert.That(await retry.CountAsync(), Is.Zero, "the retry brings the page back");

        Assert.That(await page.Locator("h1").InnerTextAsync(), Is.Not.Empty);
    }

    [Test]
    public async Task The_home_page_answers_with_the_numbers_of_the_API()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/", "en");
        var text = await page.Locator("main").InnerTextAsync();
        foreach (var figure in (await App.GetAsync("stats/summary")).GetProperty("figures").EnumerateArray().Where(figure => figure.GetProperty("documented").ValueKind == JsonValueKind.Number))
        {
            Assert.That(text, Does.Contain(figure.GetProperty("stated").ToString()));
            Assert.That(text, Does.Contain(figure.GetProperty("documented").ToString()));
        }
    }

    [Test]
    public async Task What_a_page_shows_changes_with_the_data()
    {
        await using var changing = await OpenGovApplication.StartAsync("Sqlite", ("Dashboard:Folder", Path.Combine(Root, "web-client", "build")));
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{changing.Address}commitments/MX-DUR-PAL1-C2?lang=en");
        await page.GetByText("Reducing pollution from artisanal brick kilns").First.WaitForAsync();
        await changing.SaveCommitmentAsync("MX-DUR-PAL1-C2", ("title_en", "A title that was changed a moment ago"));
        await page.ReloadAsync();
        await page.GetByText("A title that was changed a moment ago").First.WaitForAsync();
    }

    [Test]
    public async Task Changing_the_language_keeps_the_view()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/commitments?q=agua&level=local", "es");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "English" })).First.ClickAsync();
        await page.WaitForFunctionAsync("document.documentElement.lang === 'en'");
        Assert.That(page.Url, Does.Contain("q=agua").And.Contain("level=local"));
    }

    [Test]
    public async Task The_case_of_Durango_is_found_from_the_home_page_without_a_pointer()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/", "en");
        await TabToAsync(page, "document.activeElement?.getAttribute('href')?.startsWith('/commitments')");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/commitments**");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await TabToAsync(page, "document.activeElement?.matches('input[type=search], input[name=q]')");
        await page.Keyboard.TypeAsync("brick kilns");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Reducing pollution from artisanal brick kilns").First.WaitForAsync();
        await TabToAsync(page, "document.activeElement?.getAttribute('href')?.includes('/commitments/MX-DUR-PAL1-C2')");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/commitments/MX-DUR-PAL1-C2**");
        await page.GetByText("Brick kilns working among homes polluted the air.").First.WaitForAsync();
    }

    /// <summary>Presses Tab until the focus is where it should be.</summary>
    private static async Task TabToAsync(IPage page, string condition)
    {
        for (var i = 0; i < 300; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>($"Boolean({condition})"))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {condition}");
    }
}
