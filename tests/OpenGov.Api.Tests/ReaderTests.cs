using System.Text.Json;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>A reader on a narrow screen, with a keyboard, without a connection, with an old page, in either language.</summary>
[Category("Browser")]
[Parallelizable]
public sealed class ReaderTests : BrowserFixture
{
    [Test]
    public async Task No_page_scrolls_sideways_where_it_is_opened_on_a_narrow_screen()
    {
        await using var context = await ContextAsync(320, ColorScheme.Light);
        var page = await context.NewPageAsync();
        foreach (var address in BrowserTests.Pages.Some())
        {
            await OpenAsync(page, address, "es");
            Assert.That(
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                Is.LessThanOrEqualTo(0),
                address
            );
        }
    }

    [TestCase("es", "Año del plan", "Tema", "Responsable")]
    [TestCase("en", "Year of the plan", "Theme", "Lead")]
    public async Task The_explorer_has_a_column_for_year_theme_and_lead_and_its_table_fits(
        string language,
        string year,
        string theme,
        string lead
    )
    {
        await using var context = await ContextAsync(1440, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/commitments", language);
        var headers = await page.Locator("main thead th").AllInnerTextsAsync();
        Assert.That(headers.Select(header => header.Trim(' ', '↑', '↓')), Is.SupersetOf((string[])[year, theme, lead]));
        Assert.That(
            await page.Locator("main .scroll").First.EvaluateAsync<int>("region => region.scrollWidth - region.clientWidth"),
            Is.Zero
        );
    }

    [Test]
    public async Task The_comparison_keeps_the_names_in_sight_while_it_is_scrolled_on_a_phone()
    {
        await using var context = await ContextAsync(360, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/compare?states=MX-DUR,MX-JAL,MX-CMX,MX-MEX", "es");
        var scroll = page.Locator("#facts .scroll").First;
        await scroll.ScrollIntoViewIfNeededAsync();
        await scroll.EvaluateAsync("element => { element.scrollLeft = 250; element.scrollTop = 200; }");
        var places = await scroll.EvaluateAsync<JsonElement>(
            "element => { const box = element.getBoundingClientRect(); const at = (found) => found.getBoundingClientRect();"
                + " return { left: at(element.querySelector('tbody th')).left - box.left,"
                + " top: at(element.querySelector('thead th.state')).top - box.top, moved: element.scrollLeft }; }"
        );
        Assert.Multiple(() =>
        {
            Assert.That(places.GetProperty("moved").GetDouble(), Is.GreaterThan(0), "there is something to scroll");
            Assert.That(places.GetProperty("left").GetDouble(), Is.EqualTo(0).Within(2), "what is compared");
            Assert.That(places.GetProperty("top").GetDouble(), Is.EqualTo(0).Within(4), "whose it is");
        });
    }

    [TestCase("/", "#map")]
    [TestCase("/?tab=table", "#map")]
    [TestCase("/states?map=tiles", "#map")]
    [TestCase("/states", "#steps")]
    [TestCase("/states?steps=table", "#steps")]
    [TestCase("/states", "#table")]
    [TestCase("/states/MX-AGU", "#stage")]
    [TestCase("/compare?states=MX-AGU,MX-JAL", "#stage")]
    [TestCase("/compare?states=MX-AGU,MX-JAL", "#facts")]
    public async Task How_far_a_state_came_says_where_only_the_presentation_tells_of_it(string address, string figure)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, address, "es");
        var note = page.Locator($"{figure} .body p", new() { HasText = "De estos pasos solo habla la presentación del INAI." });
        await note.First.WaitForAsync();
        Assert.That(await note.First.InnerTextAsync(), Does.Contain("Solo en la presentación").And.Match("Adhesión: [^;]*Aguascalientes"));
        Assert.That(await page.Locator($"{figure} .body").InnerTextAsync(), Does.Not.Match("Adhesión: [^;]*Jalisco"), "others say so, too");
    }

    [TestCase("")]
    [TestCase("&map=tiles")]
    public async Task A_map_is_one_stop_of_the_keyboard_and_its_legend_covers_no_state(string shape)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, $"/states?measure=commitments_documented{shape}", "en");
        var links = page.Locator("#map svg a[data-state]");
        await links.First.WaitForAsync();
        Assert.That(await links.CountAsync(), Is.EqualTo(32));
        Assert.That(await page.Locator("#map svg a[tabindex='0']").CountAsync(), Is.EqualTo(1));

        await page.Locator("#map a[data-state='MX-DUR']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.dataset.state"), Is.EqualTo("MX-CHH"));
        Assert.That(await page.Locator("#map svg a[tabindex='0']").GetAttributeAsync("data-state"), Is.EqualTo("MX-CHH"));

        Assert.That(
            await page.EvaluateAsync<int>(
                "() => { const legend = document.querySelector('#map .legend').getBoundingClientRect();"
                    + " return [...document.querySelectorAll('#map svg a[data-state]')].filter(state => {"
                    + " const box = state.getBoundingClientRect(); return box.left < legend.right && box.right > legend.left"
                    + " && box.top < legend.bottom && box.bottom > legend.top; }).length; }"
            ),
            Is.Zero,
            "states under the legend"
        );
        await page.Keyboard.PressAsync("Enter");
        await AtAsync(page, "/states/MX-CHH");
    }

    [TestCase("/commitments", "/api/v1/commitments.csv")]
    [TestCase("/changes", "/api/v1/changes")]
    [TestCase("/search?q=gobierno&kind=organizations", "/api/v1/search?q=gobierno&kind=organizations")]
    [TestCase("/search?q=gobierno", "/api/v1/search?q=gobierno&kind=commitments")]
    public async Task A_list_that_is_printed_in_part_says_how_much_of_it_and_where_all_of_it_is(string address, string whole)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, address, "en");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var said = page.GetByText(new System.Text.RegularExpressions.Regex("Here are [0-9,]+ of [0-9,]+; all of them are at http"));
        await said.First.WaitForAsync();
        Assert.That(string.Join('\n', await said.AllInnerTextsAsync()), Does.Contain(whole));
    }

    [TestCase("/commitments", 1280, ".results a[href*='/commitments/']")]
    [TestCase("/commitments", 360, ".results a[href*='/commitments/']")]
    [TestCase("/organizations", 1280, "#list tbody tr")]
    [TestCase("/changes?record_type=commitments", 1280, ".list li")]
    [TestCase("/search?q=gobierno&kind=organizations", 1280, ".hits > li")]
    public async Task A_list_of_a_few_pages_is_on_paper_whole_when_the_browser_asks_for_it(string address, int width, string rows)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.RunAndWaitForResponseAsync(
            () => OpenAsync(page, address, "en"),
            response => response.Url.Contains("cursor=", StringComparison.Ordinal)
        );
        var total = (await App.AllAsync($"{address.TrimStart('/')}{(address.Contains('?') ? '&' : '?')}limit=500")).Count;
        // What the browser prints is what stands there when the event has been handled: nothing that comes a moment later.
        const string Printed = """
            selector => {
              window.dispatchEvent(new Event('beforeprint'));
              const rows = new Set([...document.querySelectorAll(selector)].map(found => found.pathname ?? found)).size;
              const isPart = [...document.querySelectorAll('.only-print')].some(said => /Here are [0-9,]+ of/.test(said.textContent));
              window.dispatchEvent(new Event('afterprint'));
              return isPart ? -1 : rows;
            }
            """;
        await Eventually.HoldsAsync(async () => await page.EvaluateAsync<int>(Printed, rows) == total, $"all {total} are printed");
    }

    [Test]
    public async Task Words_that_are_on_their_way_are_not_shown_as_their_codes()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var held = new TaskCompletionSource();
        await page.RouteAsync(
            "**/api/v1/terms*",
            async route =>
            {
                await held.Task;
                await route.ContinueAsync();
            }
        );
        var codes = (await App.AllAsync("terms?limit=500"))
            .Select(term => term.GetProperty("code").GetString()!)
            .Where(code => code.Contains('_', StringComparison.Ordinal))
            .ToList();
        foreach (var address in (string[])["/commitments?status=not_started", "/commitments/MX-NAP4-C10", "/plans/MX-NAP4", "/changes"])
        {
            await LandAsync(page, In(address, "es"));
            // The served page stands until the dashboard's has all that it asked for, but not for ever.
            await page.Locator("#shell").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await page.Locator("main h2").First.WaitForAsync();
            var text = await page.Locator("main").InnerTextAsync();
            Assert.That(codes.Some().Where(code => text.Contains(code.Replace('_', ' '), StringComparison.Ordinal)), Is.Empty, address);
        }

        held.SetResult();
    }

    [TestCase(1024)]
    [TestCase(1280)]
    [TestCase(1440)]
    public async Task Each_state_has_its_letters_on_the_map_and_none_stand_over_others(int width)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/states", "es");
        await page.Locator("#map svg a[data-state]").First.WaitForAsync();
        var labels = await page.EvaluateAsync<JsonElement>(
            "[...document.querySelectorAll('#map .place svg text:not(.caption)')].map(text => {"
                + " const { left, right, top, bottom } = text.getBoundingClientRect(); const line = (bottom - top) / 6;"
                + " return { code: text.textContent, left, right, top: top + line, bottom: bottom - line }; })"
        );
        var boxes = labels.EnumerateArray().Select(label => (Code: label.GetProperty("code").GetString()!, Box: label)).ToList();
        Assert.That(boxes.Select(label => label.Code).Some(), Is.Unique.And.Exactly(32).Items, "each has its letters, once");
        Assert.That(
            from one in boxes
            from other in boxes
            where
                string.CompareOrdinal(one.Code, other.Code) < 0
                && Meet(one.Box, other.Box, "left", "right")
                && Meet(one.Box, other.Box, "top", "bottom")
            select $"{one.Code} and {other.Code}",
            Is.Empty
        );

        static bool Meet(JsonElement one, JsonElement other, string from, string to) =>
            one.GetProperty(from).GetDouble() < other.GetProperty(to).GetDouble()
            && other.GetProperty(from).GetDouble() < one.GetProperty(to).GetDouble();
    }

    [TestCase("es", "Sin conexión", "Reintentar")]
    [TestCase("en", "No connection", "Try again")]
    public async Task Without_a_connection_a_page_says_so_and_comes_when_it_is_back(string language, string title, string retry)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/states", language);
        await context.SetOfflineAsync(true);
        await page.Locator("header nav a[href^='/plans']").First.ClickAsync();
        var main = page.Locator("main");
        await main.GetByRole(AriaRole.Button, new() { Name = retry }).WaitForAsync();
        Assert.That(await main.InnerTextAsync(), Does.Not.Contain("500"));
        Assert.That((await page.Locator("h1").InnerTextAsync()).ToUpperInvariant(), Is.EqualTo(title.ToUpperInvariant()));

        await main.GetByRole(AriaRole.Button, new() { Name = retry }).ClickAsync();
        await main.GetByRole(AriaRole.Button, new() { Name = retry }).WaitForAsync();
        await context.SetOfflineAsync(false);
        await page.Locator("#done").First.WaitForAsync();
    }

    [Test]
    public async Task After_an_upgrade_an_old_page_says_so_and_its_retry_brings_the_new_one()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/states", "es");
        const string Code = "**/_app/immutable/**";
        await page.RouteAsync(Code, route => route.FulfillAsync(new() { Status = 404 }));
        await page.Locator("header nav a[href^='/plans']").First.ClickAsync();
        var retry = page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Reintentar" });
        await retry.WaitForAsync();
        Assert.That(await page.Locator("main").InnerTextAsync(), Does.Contain("se actualizó").And.Not.Contain("500"));
        await page.UnrouteAsync(Code);
        await retry.ClickAsync();
        await page.Locator("#done").First.WaitForAsync();
    }

    [TestCase(
        "/commitments?status=complted",
        "«complted» no es un valor de «Estatus reportado». ¿Quiso decir Completo",
        "status=completed"
    )]
    [TestCase("/plans?level=natinal", "«natinal» no es un valor de «Nivel». ¿Quiso decir Nacional", "level=national")]
    [TestCase("/states?map=tiels", "«tiels» no es un valor de «Forma del mapa». ¿Quiso decir Cuadrícula", "map=tiles")]
    public async Task A_value_that_there_is_none_of_is_named_with_the_nearest_in_the_language_of_the_page(
        string address,
        string said,
        string right
    )
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, address, "es");
        var told = page.Locator("[role=alert], .ignored").Filter(new() { HasText = said }).First;
        await told.WaitForAsync();
        Assert.That(await page.Locator("main").InnerTextAsync(), Does.Not.Contain("is not a value"));
        await told.GetByRole(AriaRole.Link).First.ClickAsync();
        await AtAsync(page, right);
        Assert.That(async () => await page.Locator(".ignored, [role=alert]").CountAsync(), Is.Zero.After(10_000, 200));
    }

    [TestCase("es", "en", "translation")]
    [TestCase("en", "es", "translation")]
    public async Task A_text_that_exists_in_the_other_language_only_says_which_that_is(string language, string other, string origin)
    {
        await using var changing = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("Dashboard:Folder", Path.Combine(Checkout.Root, "web-client", "build"))
        );
        await changing.SaveCommitmentAsync("MX-NAP4-C10", ($"problem_{other}", "A text – un texto"), ($"title_{language}_origin", origin));
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await VisitAsync(page, $"{changing.Address}commitments/MX-NAP4-C10?lang={language}");
        var foreign = page.Locator($"main .story [lang={other}]").First;
        await foreign.WaitForAsync();
        await Assertions.Expect(page.Locator("#content")).ToContainTextAsync(language == "es" ? "Traducción nuestra" : "Our translation");
        await OpenAsync(page, "/commitments/MX-DUR-PAL1-C2", language);
        Assert.That(
            await page.Locator("main .story").InnerTextAsync(),
            Does.Contain(language == "es" ? "Solo en la presentación" : "presentation").IgnoreCase,
            "what only the presentation says"
        );
    }

    [Test]
    public async Task A_site_that_says_who_runs_it_shows_that_and_takes_corrections_and_others_show_nothing()
    {
        await using var said = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("Dashboard:Folder", Path.Combine(Checkout.Root, "web-client", "build")),
            ("Dashboard:Operator", "Archive </script> of Example"),
            ("Dashboard:Contact", "mailto:people@example.org"),
            ("Dashboard:Repository", "https://code.example.org/open/gov/")
        );
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        foreach (var address in (string[])["commitments/MX-NAP4-C10", "plans/MX-NAP4", "states/MX-DUR"])
        {
            await VisitAsync(page, $"{said.Address}{address}?lang=en");
            var link = page.Locator("#content").GetByRole(AriaRole.Link, new() { Name = "Correct this record" }).Last;
            var to = await link.GetAttributeAsync("href");
            Assert.That(to, Does.StartWith("https://code.example.org/open/gov/issues/new?title=").And.Contain("MX-"), address);
            await Assertions.Expect(page.Locator(".served")).ToHaveCountAsync(0);
            Assert.That(await page.Locator("footer").InnerTextAsync(), Does.Contain("Archive </script> of Example").And.Contain("people@"));
        }

        foreach (var address in (string[])["timeline", "practices", "metrics"])
        {
            await VisitAsync(page, $"{said.Address}{address}?lang=en");
            await page.Locator("#content").GetByText("Sources", new() { Exact = true }).First.ClickAsync();
            var to = await page.Locator("#content")
                .GetByRole(AriaRole.Link, new() { Name = "Correct this record" })
                .First.GetAttributeAsync("href");
            Assert.That(to, Does.Contain(Uri.EscapeDataString($"{address}?lang=en#")), $"a record among others of {address}");
        }

        using var reader = new HttpClient { BaseAddress = said.Address };
        foreach (
            var (address, language, link) in (IEnumerable<(string, string, string)>)
                [
                    ("commitments/MX-NAP4-C10", "en", "Correct this record"),
                    ("commitments/MX-NAP4-C10", "es", "Corregir este registro"),
                    ("timeline", "en", "Correct this page"),
                ]
        )
        {
            var served = await reader.GetStringAsync($"{address}?lang={language}");
            Assert.That(
                served,
                Does.Match($"href=\"https://code\\.example\\.org/open/gov/issues/new\\?title=[^\"]+\"[^>]*>{link}<"),
                $"{address} without scripts"
            );
        }

        await OpenAsync(page, "/commitments/MX-NAP4-C10", "en");
        Assert.That(await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Correct this") }).CountAsync(), Is.Zero);
        Assert.That(await page.Locator("footer").InnerTextAsync(), Does.Not.Contain("Who runs this site"));
    }

    [TestCase("es")]
    [TestCase("en")]
    public async Task A_source_says_who_publishes_it_and_has_its_title_in_the_language_of_the_page(string language)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/commitments/MX-NAP4-C10", language);
        var sources = await page.Locator("section[aria-labelledby=sources] ul").InnerTextAsync();
        foreach (var source in (await App.GetAsync("commitments/MX-NAP4-C10")).GetProperty("sources").EnumerateArray().ToList().Some())
        {
            Assert.That(sources, Does.Contain(source.GetProperty(language == "es" ? "title_es" : "title").GetString()));
            Assert.That(sources, Does.Contain(source.GetProperty("publisher").GetString()));
        }
    }
}
