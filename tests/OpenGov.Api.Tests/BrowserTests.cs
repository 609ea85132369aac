using System.Text.Json;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>What readers of the dashboard can rely on.</summary>
[Category("Browser")]
[Parallelizable]
public sealed class BrowserTests : BrowserFixture
{
    internal static readonly string[] Pages =
    [
        "/",
        "/states",
        "/states/MX-DUR",
        "/states/MX-PUE",
        "/plans",
        "/plans/MX-NAP4",
        "/plans/MX-COA-PAL1",
        "/commitments",
        "/commitments?q=agua&level=local",
        "/commitments/MX-DUR-PAL1-C2",
        "/commitments/MX-NAP4-C10",
        "/commitments/MX-CAM-PAL1-C2",
        "/metrics",
        "/secretariats",
        "/compare?states=MX-DUR,MX-JAL",
        "/compare",
        "/api-docs",
        "/about",
        "/practices",
        "/dialogue",
        "/organizations",
        "/organizations?sector=oversight_body&level=national",
        "/organizations/inai",
        "/timeline",
        "/changes",
        "/coverage",
        "/themes",
        "/builder",
        "/builder?kind=compare&ref=finished&states=MX-DUR,MX-JAL",
        "/search?q=agua",
        "/search?q=eduacion",
        "/measures",
        "/problems/unknown-parameter",
        "/nowhere",
    ];

    /// <summary>The spacing of text that a reader may set, of which nothing may be lost.</summary>
    private const string Spacing =
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";

    /// <summary>That the page scrolls sideways, and what of its text is cut off: in a box that hides what does not fit it.</summary>
    private const string Widened = """
        () => {
            const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
            const cut = [...document.querySelectorAll('header *, main *, footer *')].filter(each => {
                const { overflowX, overflowY, clipPath } = getComputedStyle(each);
                const hides = /hidden|clip/;
                return clipPath === 'none' && each.clientWidth > 1 && each.textContent.trim() !== ''
                    && (hides.test(overflowX) && each.scrollWidth > each.clientWidth + 1
                        || hides.test(overflowY) && each.scrollHeight > each.clientHeight + 1);
            });
            return [...(wide > 0 ? [`${wide} px too wide`] : []), ...cut.map(each => each.outerHTML.slice(0, 120))];
        }
        """;

    private static IEnumerable<TestCaseData> Looks =>
        from page in Pages
        from language in (string[])["es", "en"]
        select new TestCaseData(page, language);

    /// <summary>Of each page every language in both themes and at both widths, and every theme at both widths.</summary>
    private static (int Width, ColorScheme Theme)[] Seen(string language) =>
        language == "es" ? [(1280, ColorScheme.Dark), (360, ColorScheme.Light)] : [(1280, ColorScheme.Light), (360, ColorScheme.Dark)];

    [TestCaseSource(nameof(Looks))]
    public async Task Every_page_is_accessible_in_both_themes_and_at_both_widths_and_asks_nobody_else(string address, string language)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        var foreign = new List<string>();
        page.Console += (_, message) =>
        {
            if (
                message.Type == "error"
                && !message.Text.Contains("404", StringComparison.Ordinal)
                && !message.Text.Contains("Not found: /nowhere", StringComparison.Ordinal)
            )
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(App.Address.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal)
            )
            {
                foreign.Add(request.Url);
            }
        };

        await OpenAsync(page, address, language);
        foreach (var (width, theme) in Seen(language).Some())
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            Assert.That(await ViolationsAsync(page, onlyLooks: language != "es" && width == 360), Is.Empty, $"{theme} at {width}");
        }

        // Past a drawing in three stops at most, whatever it has points.
        Assert.That(
            await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('main svg, main [data-drawing]')].filter(drawing =>"
                    + " [...drawing.querySelectorAll('a, button, [tabindex]')].filter(each => each.tabIndex >= 0).length > 3)"
                    + ".map(drawing => drawing.closest('figure')?.id ?? drawing.outerHTML.slice(0, 80))"
            ),
            Is.Empty,
            "drawings of many stops"
        );

        // The last two are a page of 1280 enlarged twice and four times.
        foreach (var width in (int[])[1280, 360, 640, 320])
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.That(
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                Is.LessThanOrEqualTo(0),
                $"no sideways scroll at {width}"
            );
        }

        await page.AddStyleTagAsync(new() { Content = Spacing });
        Assert.That(
            await page.EvaluateAsync<string[]>(Widened),
            Is.Empty,
            "with a reader's own spacing of text (WCAG 1.4.12) nothing is wider than the screen and nothing is cut off"
        );

        Assert.Multiple(async () =>
        {
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
        await WithoutServedPagesAsync(page);
        await LandAsync(page, In(address, "en"));
        var retry = page.GetByRole(
            AriaRole.Button,
            new() { NameRegex = new("again|retry", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }
        );
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
        foreach (
            var figure in (await App.GetAsync("stats/summary"))
                .GetProperty("figures")
                .EnumerateArray()
                .Where(figure => figure.GetProperty("documented").ValueKind == JsonValueKind.Number)
                .Some()
        )
        {
            Assert.That(text, Does.Contain(figure.GetProperty("stated").ToString()));
            Assert.That(text, Does.Contain(figure.GetProperty("documented").ToString()));
        }
    }

    [Test]
    public async Task What_a_page_shows_changes_with_the_data()
    {
        await using var changing = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("Dashboard:Folder", Path.Combine(Checkout.Root, "web-client", "build"))
        );
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await VisitAsync(page, $"{changing.Address}commitments/MX-DUR-PAL1-C2?lang=en");
        await page.GetByText("Reducing pollution from artisanal brick kilns").First.WaitForAsync();
        await changing.SaveCommitmentAsync("MX-DUR-PAL1-C2", ("title_en", "A title that was changed a moment ago"));
        await VisitAsync(page, page.Url);
        await page.GetByText("A title that was changed a moment ago").First.WaitForAsync();
    }

    [Test]
    public async Task Changing_the_language_keeps_the_view()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/commitments?q=agua&level=local", "es");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" })
            .Or(page.GetByRole(AriaRole.Button, new() { Name = "English" }))
            .First.ClickAsync();
        await page.WaitForFunctionAsync("() => document.documentElement.lang === 'en'");
        Assert.That(page.Url, Does.Contain("q=agua").And.Contain("level=local"));
    }

    [Test]
    public async Task An_address_holds_the_whole_view_and_back_returns_to_the_one_before()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/states", "en");
        var first = page.Url;
        await page.GetByRole(AriaRole.Tab, new() { Name = "Table" }).First.ClickAsync();
        await page.WaitForFunctionAsync($"() => location.href !== {JsonSerializer.Serialize(first)}");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var second = page.Url;

        var other = await context.NewPageAsync();
        await VisitAsync(other, second);
        Assert.That(
            async () => await other.Locator("main").InnerTextAsync() == await page.Locator("main").InnerTextAsync(),
            Is.True.After(60_000, 200),
            "a pasted address gives the same view"
        );

        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(first);
        Assert.That(
            await page.GetByRole(AriaRole.Tab, new() { Name = "Table" }).First.GetAttributeAsync("aria-selected"),
            Is.EqualTo("false")
        );
    }

    [Test]
    public async Task A_class_chosen_in_the_legend_stays_in_the_address_and_the_table_shows_only_its_states()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/states?measure=participates", "en");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Did not join|^No") }).First.ClickAsync();
        await AtAsync(page, "class=");
        Assert.That(await page.Locator("#map svg a.dimmed").CountAsync(), Is.EqualTo(30));

        var other = await context.NewPageAsync();
        await VisitAsync(other, $"{page.Url}&tab=table");
        var names = other.Locator("#map tbody th");
        await names.First.WaitForAsync();
        Assert.That(await names.AllInnerTextsAsync(), Is.EquivalentTo((string[])["Puebla", "Tamaulipas"]));
        await other.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        Assert.That(async () => await names.CountAsync(), Is.EqualTo(32).After(60_000, 100));
        Assert.That(other.Url, Does.Not.Contain("class="));
    }

    [Test]
    public async Task A_pasted_address_goes_to_its_figure_also_when_that_waits_for_data()
    {
        await using var context = await ContextAsync(412, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await VisitAsync(page, "/states/MX-DUR?lang=en#metrics");
        await page.Locator("#metrics").WaitForAsync();
        await page.WaitForFunctionAsync("() => Math.abs(document.querySelector('#metrics').getBoundingClientRect().top) < innerHeight");
    }

    [Test]
    public async Task The_outcome_of_any_selection_of_commitments_is_that_of_its_measures_and_leads_to_them()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/commitments?level=national&outcome=table", "en");
        var rows = page.Locator("#outcome tbody tr");
        await rows.First.WaitForAsync();
        Assert.That(
            await rows.CountAsync(),
            Is.EqualTo(3),
            "whether they were finished, by their status and by a voice, and whether they changed anything"
        );
        var results = await App.GetAsync("measures/early_results/values?level=national");
        Assert.That(
            await rows.Last.Locator("[data-measure=early_results][data-measure-part=yes]").GetAttributeAsync("data-measure-value"),
            Is.EqualTo(results.GetProperty("items")[0].GetProperty("yes").GetRawText())
        );
        var measure = await App.GetAsync("measures/early_results");
        Assert.That(
            await page.GetByRole(AriaRole.Link, new() { Name = $"CSV: {measure.GetProperty("question_en").GetString()}" })
                .GetAttributeAsync("href"),
            Does.EndWith("/api/v1/measures/early_results/values.csv?level=national")
        );
    }

    [TestCase("/commitments?state=MX-DUR", "outcome")]
    [TestCase("/commitments/MX-DUR-PAL1-C2", "codes")]
    [TestCase("/compare?states=MX-DUR,MX-JAL", "promised")]
    public async Task A_citation_names_what_the_page_is_about(string address, string figure)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, address, "en");
        await page.Locator($"#{figure} [data-cite]").ClickAsync();
        var text = await page.Locator($"#{figure} .footer section .text").InnerTextAsync();
        var title = (await page.TitleAsync()).Split(" · ")[0];
        Assert.That(text, Does.Contain($"({title})”"));
    }
}
