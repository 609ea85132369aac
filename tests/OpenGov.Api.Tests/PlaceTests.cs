using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>Who reads a page while the dashboard takes it over, or comes back to one, is where they were.</summary>
[Category("Browser")]
[Parallelizable]
public sealed class PlaceTests : BrowserFixture
{
    /// <summary>The first link to a record in the window, where it leads and how far down it stands.</summary>
    private const string FirstInSight = """
        (root) => [...document.querySelectorAll(`${root} :is(a[href^='/states/'], a[href^='/commitments/'], a[href^='/organizations/'])`)]
            .filter((link) => link instanceof HTMLAnchorElement)
            .map((link) => [link.getAttribute('href'), link.getBoundingClientRect().top])
            .find(([, top]) => top >= 0 && top < innerHeight)
        """;

    private static LocatorAssertionsToHaveCountOptions Slow => new() { Timeout = 30_000 };

    [TestCase(1280, "states")]
    [TestCase(360, "states")]
    [TestCase(360, "commitments")]
    public async Task Who_scrolls_before_the_page_is_drawn_reads_on_at_the_same_line(int width, string address)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenSlowlyAsync(page, address);
        await page.Locator("#shell footer").WaitForAsync();
        await page.EvaluateAsync("scrollTo(0, 1500)");
        var before = await page.EvaluateAsync<object[]>(FirstInSight, "#shell main");
        await Assertions.Expect(page.Locator("#shell")).ToHaveCountAsync(0, Slow);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var after = await page.EvaluateAsync<double>(
            "(href) => Math.min(...[...document.querySelectorAll(`#content a[href='${href}']`)].map((link) => Math.abs(link.getBoundingClientRect().top)))",
            before[0]
        );
        Assert.That(await page.EvaluateAsync<double>("scrollY"), Is.GreaterThan(200));
        Assert.That(after, Is.LessThan(740), $"{before[0]} was {before[1]} below the top of the window");
    }

    [TestCase("#shell nav a[href*='dialogue']", "href")]
    [TestCase("#shell main a[href*='/states/MX-JAL']", "href")]
    public async Task The_focus_stays_on_the_same_link(string link, string attribute)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenSlowlyAsync(page, "states");
        var focused = page.Locator(link).First;
        await focused.FocusAsync();
        var leads = await focused.EvaluateAsync<string>("(link) => link.pathname");
        await Assertions.Expect(page.Locator("#shell")).ToHaveCountAsync(0, Slow);
        Assert.That(await page.EvaluateAsync<string?>("document.activeElement.pathname"), Is.EqualTo(leads), attribute);
    }

    [Test]
    public async Task A_filter_that_was_chosen_before_the_page_is_drawn_can_be_sent()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenSlowlyAsync(page, "organizations");
        await page.Locator("#shell main select[name=sector]").SelectOptionAsync("academia");
        await page.Locator("#shell h1").ClickAsync();
        await page.Locator("#content h1").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(page.Locator("#shell main select[name=sector]")).ToHaveValueAsync("academia");
        await page.Locator("#shell main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(address => address.Contains("sector=academia", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#shell")).ToHaveCountAsync(0, Slow);
        Assert.That(await page.Locator("#content a[href^='/organizations/']").CountAsync(), Is.GreaterThan(0));
    }

    [TestCase(360, "organizations", 3200)]
    [TestCase(1280, "organizations", 2400)]
    [TestCase(360, "states", 3200)]
    public async Task Who_goes_back_is_where_they_were(int width, string address, int down)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, $"/{address}", "es");
        await Assertions.Expect(page.Locator("#shell")).ToHaveCountAsync(0, Slow);
        await page.Mouse.MoveAsync(10, 10);
        await Assertions.Expect(page.Locator("#content .later")).ToHaveCountAsync(0);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync($"scrollTo(0, {down})");
        var before = await page.EvaluateAsync<object[]>(FirstInSight, "#content");
        // What is drawn above meanwhile moves the window with it, so that a reader stays at the same line: they leave from there.
        var left = await page.Locator($"#content a[href='{before[0]}']")
            .First.EvaluateAsync<double>(
                "(link) => { const y = scrollY; link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); return y; }"
            );
        await page.WaitForURLAsync(to => !to.Contains($"/{address}?", StringComparison.Ordinal));
        await page.Locator("#content h1").WaitForAsync();
        await page.GoBackAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        for (var tries = 0; tries < 50 && Math.Abs(await page.EvaluateAsync<double>("scrollY") - left) >= 60; tries++)
        {
            await page.WaitForTimeoutAsync(100);
        }

        Assert.That(left, Is.GreaterThan(1000));
        Assert.That(await page.EvaluateAsync<double>("scrollY"), Is.EqualTo(left).Within(60));
    }

    [TestCase(360, "/timeline", "2025-03-20-new-transparency-law")]
    [TestCase(1280, "/timeline", "2025-03-20-new-transparency-law")]
    [TestCase(360, "/", "coverage")]
    [TestCase(1280, "/secretariats", "civil_society_parity")]
    [TestCase(360, "/compare?states=MX-BCN,MX-GUA", "finished-state-MX-BCN-2CMX-GUA-by-state")]
    public async Task What_an_address_asks_for_stands_at_the_top_of_the_window_once_the_page_is_drawn(int width, string path, string part)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light, isRead: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{App.Address}{path[1..]}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=es#{part}");
        await Assertions.Expect(page.Locator("#shell")).ToHaveCountAsync(0, Slow);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.WaitForTimeoutAsync(1000);
        Assert.That(
            await page.EvaluateAsync<double>(
                "(id) => (document.getElementById(id) ?? document.querySelector(`figure[data-measures~='${id.split('-')[0]}']`)).getBoundingClientRect().top",
                part
            ),
            Is.InRange(-5, 150)
        );
    }
}
