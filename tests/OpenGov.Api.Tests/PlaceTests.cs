using System.Text.RegularExpressions;
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

    /// <summary>The page's code comes and has taken it over, and all that it asked for has come.</summary>
    private async Task TakenOverAsync(IPage page)
    {
        CodeComes(page);
        await Assertions.Expect(page.Locator("#shell")).ToHaveCountAsync(0, Slow);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    [TestCase(1280, "states")]
    [TestCase(360, "states")]
    [TestCase(360, "commitments")]
    public async Task Who_scrolls_before_the_page_is_drawn_reads_on_at_the_same_line(int width, string address)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenWithoutCodeAsync(page, address);
        await page.EvaluateAsync("scrollTo(0, 1500)");
        var before = await page.EvaluateAsync<object[]>(FirstInSight, "#shell main");
        await TakenOverAsync(page);
        var after = await page.EvaluateAsync<double>(
            "(href) => Math.min(...[...document.querySelectorAll(`#content a[href='${href}']`)].map((link) => Math.abs(link.getBoundingClientRect().top)))",
            before[0]
        );
        Assert.That(await page.EvaluateAsync<double>("scrollY"), Is.GreaterThan(200));
        Assert.That(after, Is.LessThan(740), $"{before[0]} was {before[1]} below the top of the window");
    }

    /// <summary>Where the links in the window lead, what the parts and headings there are called, and what single words stand there.</summary>
    private const string InSight = """
        ([root, more]) => [...document.querySelectorAll(`${root} :is(a[href], h2, h3, [id], td, strong, p)`)]
          .filter((each) => {
            const { top, bottom } = each.getBoundingClientRect();
            return each.checkVisibility() && bottom > -more * innerHeight && top < (1 + more) * innerHeight;
          })
          .flatMap((each) => [
            each.href?.baseVal ?? each.href,
            each.id,
            // Without scripts a figure is called by its measure first.
            each.id?.split('-')[0],
            ...(each.dataset?.measures?.split(' ') ?? []),
            /^(h\d|td|strong|p)$/.test(each.localName) && each.textContent.trim(),
          ])
          .filter((name) => name)
        """;

    /// <summary>Every page at one width, read at one of three places.</summary>
    private static IEnumerable<TestCaseData> Read =>
        from page in Pages.Index()
        select new TestCaseData(page.Index % 2 == 0 ? 1280 : 360, page.Item, ((double[])[0.15, 0.5, 0.85])[page.Index % 3]);

    /// <summary>Pages that have more than one part, which are served and drawn in two ways.</summary>
    private static IEnumerable<string> Pages =>
        ServedPagesTests
            .Pages.Where(page => !((string[])["/builder", "/problems/", "/api-docs"]).Any(page.StartsWith))
            .Select(page => page[1..]);

    [TestCaseSource(nameof(Read))]
    public async Task Who_reads_a_part_before_the_page_is_drawn_reads_on_near_it(int width, string address, double down)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenWithoutCodeAsync(page, address);
        await page.EvaluateAsync("(down) => scrollTo(0, down * document.documentElement.scrollHeight)", down);
        await page.WaitForTimeoutAsync(500);
        var before = await page.EvaluateAsync<string[]>(InSight, new object[] { "#shell main", 0 });
        await TakenOverAsync(page);
        var after = await page.EvaluateAsync<string[]>(InSight, new object[] { "#content", 0.5 });
        Assert.That(await page.EvaluateAsync<double>("scrollY"), Is.GreaterThan(0));
        // The dashboard has the sources of each figure under it.
        if (!before.Contains("sources"))
        {
            Assert.That(before.Some().Intersect(after), Is.Not.Empty, string.Join(' ', before));
        }
    }

    private const string Focused = """
        () => {
          const focused = document.activeElement;
          const { top, bottom } = focused.getBoundingClientRect();
          const leads = focused.matches('a') ? new URL(focused.getAttribute('href'), location.href).pathname : '';
          return [leads, focused.localName, top < innerHeight && bottom > 0 ? 'in sight' : 'out of sight'];
        }
        """;

    /// <summary>Every page at one width, with the focus on one of its links.</summary>
    private static IEnumerable<TestCaseData> WithFocus =>
        from page in Pages.Where(page => page != "compare").Index()
        select new TestCaseData(page.Index % 2 == 0 ? 360 : 1280, page.Item, ((double[])[0.1, 0.4, 0.75])[page.Index % 3]);

    [TestCaseSource(nameof(WithFocus))]
    public async Task Who_goes_with_the_keyboard_goes_on_from_there_and_on_no_other_link(int width, string address, double far)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenWithoutCodeAsync(page, address);
        await page.EvaluateAsync(
            """
            (far) => {
              const all = [...document.querySelectorAll('#shell main a[href]')].filter((link) => !link.closest('details:not([open])'));
              all[Math.floor(far * all.length)].focus();
            }
            """,
            far
        );
        var before = await page.EvaluateAsync<string[]>(Focused);
        await TakenOverAsync(page);
        // What is drawn above moves the window with it.
        await page.WaitForTimeoutAsync(300);
        var after = await page.EvaluateAsync<string[]>(Focused);
        Assert.Multiple(() =>
        {
            Assert.That(before[1..], Is.EqualTo((string[])["a", "in sight"]));
            Assert.That(after[1], Is.Not.EqualTo("body"));
            Assert.That(after[1] == "a" ? after[0] : before[0], Is.EqualTo(before[0]));
            Assert.That(after[2], Is.EqualTo("in sight"));
        });
    }

    [TestCase(1280, "states/MX-DUR", 2)]
    [TestCase(1280, "plans/MX-NAP4", 0)]
    [TestCase(360, "commitments/MX-NAP4-C10", 1)]
    [TestCase(360, "timeline", 1)]
    public async Task How_a_figure_is_cited_stays_open_until_it_is_closed(int width, string address, int which)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenWithoutCodeAsync(page, address);
        var cited = page.Locator("#shell details.cited").Nth(which);
        await cited.Locator("summary").ClickAsync();
        var before = await page.EvaluateAsync<double>("scrollY");
        CodeComes(page);
        await page.Locator("#content h1").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.WaitForTimeoutAsync(500);
        Assert.That(await cited.EvaluateAsync<bool>("(opened) => opened.open && opened.checkVisibility()"));
        Assert.That(await page.EvaluateAsync<double>("scrollY"), Is.EqualTo(before).Within(1));
        await page.Keyboard.PressAsync("Enter");
        await TakenOverAsync(page);
        await page.WaitForTimeoutAsync(300);
        var after = await page.EvaluateAsync<string[]>(Focused);
        Assert.That(after[1], Is.Not.EqualTo("body").And.Not.EqualTo("a"));
        Assert.That(after[2], Is.EqualTo("in sight"));
    }

    [Test]
    public async Task What_was_opened_and_left_behind_does_not_keep_the_page_from_being_drawn()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenWithoutCodeAsync(page, "states/MX-DUR");
        await page.Locator("#shell details.cited summary").First.ClickAsync();
        CodeComes(page);
        await page.Locator("#content h1").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.That(await page.Locator("#shell").CountAsync(), Is.EqualTo(1));
        await page.Mouse.WheelAsync(0, 3000);
        await TakenOverAsync(page);
    }

    [TestCase(1280, "states/MX-DUR")]
    [TestCase(360, "organizations")]
    public async Task What_is_served_stays_as_long_as_the_page_cannot_have_its_data(int width, string address)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var fails = true;
        await page.RouteAsync("**/api/**", route => fails ? route.AbortAsync() : route.ContinueAsync());
        await OpenWithoutCodeAsync(page, address);
        await page.EvaluateAsync("scrollTo(0, 1500)");
        var before = await page.EvaluateAsync<string[]>(InSight, new object[] { "#shell main", 0 });
        CodeComes(page);
        await page.Locator("#content [role=alert]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForTimeoutAsync(4000);
        Assert.That(before.Some(), Is.SubsetOf(await page.EvaluateAsync<string[]>(InSight, new object[] { "#shell main", 0 })));

        fails = false;
        await TakenOverAsync(page);
        Assert.That(before.Intersect(await page.EvaluateAsync<string[]>(InSight, new object[] { "#content", 0.5 })), Is.Not.Empty);
    }

    [TestCase("states/MX-DUR?lang=es#%E0%A4%A")]
    [TestCase("states/MX-DUR?lang=es#nothing-of-that-name")]
    public async Task An_address_that_asks_for_no_part_that_there_is_is_that_of_the_whole_page(string address)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await VisitAsync(page, address);
        await Assertions.Expect(page.Locator("#content h1")).ToHaveTextAsync("Durango");
    }

    [Test]
    public async Task Who_goes_back_with_the_keyboard_is_on_the_link_by_which_they_went()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/organizations", "es");
        var link = page.Locator("#content a[href^='/organizations/']").Nth(3);
        await link.FocusAsync();
        var leads = await link.GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await AtAsync(page, leads!);
        await page.Locator("#content h1").WaitForAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator($"#content a[href='{leads}']").First).ToBeFocusedAsync(new() { Timeout = 15_000 });
    }

    [Test]
    public async Task The_first_stop_of_the_served_page_leads_past_its_header()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light, scripts: false);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/plans", "es");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Saltar al contenido")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.That(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [TestCase("#shell nav a[href*='dialogue']", "href")]
    [TestCase("#shell main a[href*='/states/MX-JAL']", "href")]
    public async Task The_focus_stays_on_the_same_link(string link, string attribute)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenWithoutCodeAsync(page, "states");
        var focused = page.Locator(link).First;
        await focused.FocusAsync();
        var leads = await focused.EvaluateAsync<string>("(link) => link.pathname");
        await TakenOverAsync(page);
        Assert.That(
            await page.EvaluateAsync<string?>("new URL(document.activeElement.getAttribute('href'), location.href).pathname"),
            Is.EqualTo(leads),
            attribute
        );
    }

    [Test]
    public async Task A_filter_that_was_chosen_before_the_page_is_drawn_can_be_sent()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenWithoutCodeAsync(page, "organizations");
        await page.Locator("#shell main select[name=sector]").SelectOptionAsync("academia");
        await page.Locator("#shell h1").ClickAsync();
        CodeComes(page);
        await page.Locator("#content h1").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(page.Locator("#shell main select[name=sector]")).ToHaveValueAsync("academia");
        await page.Locator("#shell main form button[type=submit]").First.ClickAsync();
        await AtAsync(page, "sector=academia");
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
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex($"/{address}\\?"));
        await page.Locator("#content h1").WaitForAsync();
        await page.GoBackAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        // What is drawn above moves the window for a moment: it rests where it was.
        var at = double.NaN;
        for (var (tries, rests) = (0, 0); tries < 60 && rests < 4; tries++)
        {
            await page.WaitForTimeoutAsync(100);
            at = await page.EvaluateAsync<double>("scrollY");
            rests = Math.Abs(at - left) < 60 ? rests + 1 : 0;
        }

        Assert.That(left, Is.GreaterThan(1000));
        Assert.That(at, Is.EqualTo(left).Within(60));
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
        await VisitAsync(page, $"{In(path, "es")}#{part}");
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
