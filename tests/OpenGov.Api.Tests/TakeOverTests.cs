using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>The moment at which the dashboard takes a served page over. It is measured, so nothing else runs beside it.</summary>
[Category("Browser")]
public sealed class TakeOverTests : BrowserFixture
{
    [TestCase(1280, false)]
    [TestCase(360, false)]
    [TestCase(360, true)]
    public async Task The_dashboard_takes_a_page_over_without_a_shift(int width, bool isRead)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light, isRead: isRead);
        // What moves while fonts are on their way is theirs: of interest is the moment at which the page is taken over.
        await context.AddInitScriptAsync(
            """
            window.shifts = [];
            new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ startTime, value }) => [startTime, value])))
              .observe({ type: 'layout-shift', buffered: true });
            let served = false;
            new MutationObserver(() => {
              const stands = document.getElementById('shell') !== null;
              if (served && !stands) window.taken = performance.now();
              served = stands;
              const waits = [...document.querySelectorAll('#content .skeleton, #content [aria-busy=true]')].some((each) => each.checkVisibility());
              if (stands && (waits || !document.querySelector('#content h1'))) window.waited = performance.now();
            }).observe(document, { childList: true, subtree: true, attributes: true });
            """
        );
        var page = await context.NewPageAsync();
        // On a phone every other page is read, the rest is only looked at.
        foreach (var (_, address) in ServedPagesTests.Pages.Index().Where(each => width > 360 || each.Index % 2 == (isRead ? 1 : 0)).Some())
        {
            await OpenAsync(page, address, "es");
            await Assertions.Expect(page.Locator("#shell")).ToHaveCountAsync(0);
            Assert.That(
                await page.EvaluateAsync<double>("() => window.taken - window.waited"),
                Is.LessThan(1500),
                $"{address} waits in vain: it is taken over as late as it may be, though nothing in it waits"
            );
            Assert.That(await page.EvaluateAsync<bool>("'taking' in document.documentElement.dataset"), Is.False, address);
            Assert.That(
                await page.EvaluateAsync<double>(
                    "() => window.shifts.filter(([at]) => at >= window.taken - 20 && at <= window.taken + 100).reduce((sum, [, value]) => sum + value, 0)"
                ),
                Is.LessThan(0.01),
                address
            );
            Assert.That(await page.EvaluateAsync<double>("window.taken"), Is.GreaterThan(0), address);
        }
    }

    [TestCase("/", "() => dispatchEvent(new Event('scroll'))")]
    [TestCase("/states/MX-DUR", "() => document.body.dispatchEvent(new Event('keydown', { bubbles: true }))")]
    [TestCase("/metrics", "() => dispatchEvent(new Event('beforeprint'))")]
    [TestCase("/commitments", "() => dispatchEvent(new Event('beforeprint'))")]
    public async Task What_is_out_of_sight_says_its_answer_and_is_drawn_once_somebody_reads_or_prints_the_page(string address, string sign)
    {
        await using var context = await ContextAsync(360, ColorScheme.Light, isRead: false);
        var page = await context.NewPageAsync();
        await OpenAsync(page, address, "es");
        var later = page.Locator("#content .later");
        Assert.That(await later.CountAsync(), Is.GreaterThan(0));
        foreach (var figure in (await page.Locator("#content figure[aria-labelledby]").AllAsync()).Some())
        {
            Assert.That(await figure.Locator(".answer").TextContentAsync(), Is.Not.Empty, await figure.GetAttributeAsync("id"));
        }

        await page.EvaluateAsync(sign);
        await Assertions.Expect(later).ToHaveCountAsync(0);
        Assert.That(await page.Locator("#content figure[aria-labelledby] .body").CountAsync(), Is.GreaterThan(0));
    }

    [Test]
    public async Task What_is_out_of_sight_is_drawn_after_a_while_for_whoever_only_looks()
    {
        await using var context = await ContextAsync(360, ColorScheme.Light, isRead: false);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/", "es");
        await Assertions.Expect(page.Locator("#content .later")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#content .later")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
    }

    [Test]
    public async Task Who_writes_in_a_field_before_the_page_is_drawn_goes_on_writing()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenWithoutCodeAsync(page, "states");
        var field = page.Locator("#shell header input[type=search]");
        await field.FillAsync("agu");
        await Assertions.Expect(field).ToBeFocusedAsync();
        CodeComes(page);
        await page.Locator("#content h1").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Keyboard.TypeAsync("a");
        Assert.That(await field.InputValueAsync(), Is.EqualTo("agua"));
        await page.Keyboard.PressAsync("Enter");
        await AtAsync(page, "/search?q=agua");
    }

    [Test]
    public async Task What_was_typed_before_the_page_is_drawn_stays()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenWithoutCodeAsync(page, "states");
        var field = page.Locator("#shell header input[type=search]");
        await field.FillAsync("agu");
        await field.BlurAsync();
        CodeComes(page);
        await Assertions.Expect(page.Locator("#shell")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("header input[type=search]")).ToHaveValueAsync("agu");
    }
}
