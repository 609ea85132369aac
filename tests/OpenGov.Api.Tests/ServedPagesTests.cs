using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>What every page says without its code: to archives, search engines, old phones and strict networks.</summary>
[Category("Browser")]
[Parallelizable]
public sealed partial class ServedPagesTests : BrowserFixture
{
    private const int MostBytes = 40 * 1024;

    /// <summary>Every number of a measure in the page, as it is read: of a sentence its text, of a table its cells.</summary>
    private const string Cited = """
        () => [...document.querySelectorAll('[data-cited]')].map(found => ({
          measure: found.dataset.cited,
          of: found.dataset.of,
          text: found.textContent.replace(/\s+/g, ' ').trim(),
          rows: [...found.querySelectorAll('tbody tr')].map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent.trim())),
          whose: [...found.querySelectorAll('tbody tr')].map(row =>
            [...row.querySelectorAll('th a')].map(link => /^\/(?:states|plans)\/([^\/]+)$/.exec(link.pathname)?.[1] ?? '').join('')),
        }))
        """;

    /// <summary>Every page of the build, each kind of record by one, the lists as they open and narrowed.</summary>
    internal static readonly string[] Pages =
    [
        .. BrowserTests.Pages.Where(page => page != "/nowhere"),
        "/commitments?plan=MX-NAP2&early_results=no_data",
        "/search?q=resultados",
        "/problems/not-found",
    ];

    private static IEnumerable<TestCaseData> Read =>
        from page in Pages
        from language in (string[])["es", "en"]
        select new TestCaseData(page, language);

    /// <summary>How much wider than the window a page is, with all that is folded away or laid out late.</summary>
    private const string Unfolded = """
        () => {
          for (const folded of document.querySelectorAll('details')) folded.open = true;
          const all = new CSSStyleSheet();
          all.replaceSync('* { content-visibility: visible !important }');
          document.adoptedStyleSheets.push(all);
          return document.documentElement.scrollWidth - document.documentElement.clientWidth;
        }
        """;

    [TestCaseSource(nameof(Read))]
    public async Task A_page_says_what_it_knows_without_scripts_and_each_number_is_that_of_its_measure(string address, string language)
    {
        // Its code never comes; that of the test has to run.
        await using var context = await ContextAsync(320, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*.js", route => route.AbortAsync());
        await LandAsync(page, In(address, language));
        using var response = await App.SendAsync(In(address, language));
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(Gzipped.Length(html), Is.LessThan(MostBytes), "bytes, compressed");
        Assert.Multiple(async () =>
        {
            Assert.That(await page.Locator("h1").CountAsync(), Is.EqualTo(1));
            Assert.That(await page.Locator("main").CountAsync(), Is.EqualTo(1));
            Assert.That(await page.Locator("header nav a").CountAsync(), Is.GreaterThan(5));
            Assert.That(await page.Locator("main").InnerTextAsync(), Has.Length.GreaterThan(200), "it says something");
            Assert.That(await ViolationsAsync(page, onlyLooks: language != "es"), Is.Empty);
            Assert.That(await page.EvaluateAsync<int>(Unfolded), Is.LessThanOrEqualTo(0), "nothing is cut off on a phone");
        });
        foreach (
            var cited in (await page.EvaluateAsync<JsonElement>(Cited)).EnumerateArray().PerhapsNone("a page of words or of records alone")
        )
        {
            await ComparedAsync(cited, language);
        }

        var graph = JsonDocument
            .Parse(await page.Locator("script[type='application/ld+json']").TextContentAsync() ?? "")
            .RootElement.GetProperty("@graph")
            .EnumerateArray()
            .Select(one => one.GetProperty("@type").GetString())
            .ToList();
        Assert.That(graph, Is.SupersetOf((string[])["BreadcrumbList", "Dataset"]));
        Assert.That(
            graph.Contains("Report"),
            Is.EqualTo(
                address.StartsWith("/plans/", StringComparison.Ordinal) || address.StartsWith("/commitments/", StringComparison.Ordinal)
            )
        );
    }

    [TestCase("/states/MX-TAB", "es", "Plan: mencionado, sin documentar")]
    [TestCase("/states/MX-COA", "en", "Plan: mentioned, not documented")]
    [TestCase("/states/MX-ROO", "es", "El otro plan no dice cuántos tiene.")]
    [TestCase("/", "es", "ninguno de 36")]
    [TestCase("/coverage", "en", "none of 36")]
    [TestCase("/commitments/MX-NAP4-C10", "es", "1 (no cuenta como evidencia)")]
    [TestCase("/search?q=medio+ambiente", "es", "Tema: Medio ambiente y clima")]
    [TestCase("/search?q=parlamento+abierto", "es", "Tema: Parlamentos abiertos")]
    [TestCase("/commitments?rows=5", "es", "Una página tiene de 50 a 200 filas")]
    [TestCase("/commitments?state=Jalisko", "es", "¿Quiso decir «Jalisco»?")]
    [TestCase("/plans?level=local", "es", "que declaran los planes locales que dicen cuántos tienen")]
    public async Task What_is_said_of_one_is_not_said_of_another(string address, string language, string said) =>
        Assert.That(await HtmlAsync(address, language), Does.Contain(said));

    [TestCase("/commitments?state=MX-XXX", "es", "¿Quiso decir")]
    [TestCase("/search?q=educasion", "es", ">Education<")]
    [TestCase("/search?q=educasion", "es", ">Decision<")]
    [TestCase("/search?q=transporte", "es", "starting work")]
    public async Task What_was_not_meant_is_not_offered(string address, string language, string said) =>
        Assert.That(await HtmlAsync(address, language), Does.Not.Contain(said));

    [TestCase("/commitments", "es")]
    [TestCase("/commitments", "en")]
    [TestCase("/organizations", "en")]
    public async Task A_list_of_several_pages_is_offered_whole_and_paper_says_how_much_of_it_it_has(string address, string language)
    {
        var total = (await App.GetAsync($"{address.TrimStart('/')}?limit=1")).GetProperty("total").GetInt32();
        Assert.That(total, Is.GreaterThan(50), "it has several pages");
        var html = await HtmlAsync(address, language);
        var all = language == "es" ? $"Los {total} en una sola página" : $"All {total} on one page";
        var whole = Regex.Match(html, $"href=\"([^\"]*)\"[^>]*>{all}<").Groups[1].Value;
        Assert.That(whole, Does.Contain($"rows={total}"));
        Assert.That(
            html,
            Does.Match($"<p[^>]* class=\"only-print\"[^>]*>[^<]*1–50 (de|of) {total}\\. [^<]*{Regex.Escape(address)}\\?rows={total}")
        );

        using var response = await App.SendAsync(whole);
        var page = await response.Content.ReadAsStringAsync();
        Assert.That(Regex.Count(page, "<th scope=\"row\"[^>]*>[^<]*<a href=\"/(commitments|organizations)/"), Is.EqualTo(total));
        Assert.That(page, Does.Not.Contain("class=\"only-print\""), "it is whole");
        Assert.That(Gzipped.Length(page), Is.LessThan(MostBytes), "bytes, compressed");
    }

    [Test]
    public async Task A_list_that_is_too_long_for_one_page_leads_to_its_file_and_never_has_more_rows_than_the_bound(
        [Values("es", "en")] string language
    )
    {
        var total = (await App.GetAsync("changes?limit=1")).GetProperty("total").GetInt32();
        Assert.That(total, Is.GreaterThan(200));
        var html = await HtmlAsync("/changes?rows=100000", language);
        Assert.That(Regex.Count(html, "<th scope=\"row\""), Is.EqualTo(200));
        Assert.That(html, Does.Match("href=\"[^\"]*/api/v1/changes\\.csv[^\"]*\"[^>]*>(Los|All) [0-9,]+ (en un archivo|in a) CSV"));
        Assert.That(html, Does.Match("class=\"only-print\"[^>]*>[^<]*1–200 (de|of) [0-9,]+\\.[^<]*/api/v1/changes\\.csv"));
        Assert.That(Gzipped.Length(html), Is.LessThan(MostBytes), "bytes, compressed");
    }

    [TestCase("/commitments?q=educasion", "Educación", "/commitments?q=Educaci%C3%B3n")]
    [TestCase("/search?q=educasion", "Educación", "/search?q=Educaci%C3%B3n")]
    public async Task Words_that_find_nothing_lead_to_words_that_find_something_wherever_they_are_asked(
        string address,
        string word,
        string to
    )
    {
        foreach (var language in (string[])["es", "en"])
        {
            // Words of the language of the page.
            var (offered, there) = language == "es" ? (word, to) : ("Education", to.Replace("Educaci%C3%B3n", "Education"));
            Assert.That(await HtmlAsync(address, language), Does.Match($"href=\"{Regex.Escape(there)}(&lang=en)?\"[^>]*>{offered}<"));
        }

        // The dashboard offers the same.
        await using var context = await ContextAsync(1200, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, address, "es");
        await Assertions.Expect(page.Locator("#content").GetByRole(AriaRole.Link, new() { Name = word, Exact = true })).ToHaveCountAsync(1);
    }

    [TestCase("/search?q=agua", "es")]
    [TestCase("/search?q=water", "en")]
    [TestCase("/commitments?q=agua", "es")]
    [TestCase("/commitments?q=water+and+sanitation", "en")]
    [TestCase("/commitments?policy_area=water_and_sanitation", "es")]
    [TestCase("/commitments?policy_area=water_and_sanitation", "en")]
    public async Task A_search_names_the_theme_that_its_words_name_and_a_theme_where_else_it_is_mentioned(string address, string language)
    {
        const string Theme = "policy_area=water_and_sanitation";
        var tagged = (await App.GetAsync($"commitments?{Theme}&limit=1")).GetProperty("total").GetInt32();
        var label = language == "es" ? "Agua y saneamiento" : "Water & Sanitation";
        var mentioned = (await App.GetAsync($"search?q={Uri.EscapeDataString(label)}&limit=1")).GetProperty("total").GetInt32();
        Assert.That(mentioned, Is.GreaterThan(tagged), "a search finds more");
        var (says, to) = address.Contains(Theme)
            ? (
                $"{(language == "es" ? "Registros que lo mencionan en cualquier parte" : "Records that mention it anywhere")}: {mentioned}",
                "/search?q="
            )
            : (
                language == "es" ? $"Tema: {label} — {tagged} compromisos" : $"Theme: {label} — {tagged} commitments",
                $"/commitments?{Theme}"
            );
        Assert.That(await HtmlAsync(address, language), Does.Match($"href=\"{Regex.Escape(to)}[^\"]*\"[^>]*>{Regex.Escape(says)}<"));

        await using var context = await ContextAsync(1200, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, address, language);
        var link = page.Locator("#content").GetByRole(AriaRole.Link, new() { Name = says, Exact = true });
        await Assertions.Expect(link).ToHaveAttributeAsync("href", new Regex(Regex.Escape(to)));
    }

    [Test]
    public async Task Where_the_states_that_take_part_are_counted_or_shown_what_changed_of_one_of_them_stands_beside(
        [Values("es", "en")] string language
    )
    {
        var note = (await App.GetAsync("stats/summary"))
            .GetProperty("figures")
            .EnumerateArray()
            .Single(figure => figure.GetProperty("key").GetString() == "participating_states")
            .GetProperty($"note_{language}")
            .GetString()!;
        Assert.That(note, Does.Contain(language == "es" ? "Ciudad de México" : "Mexico City").And.Contain("OGP Local"));
        foreach (
            var address in (string[])
                [
                    "/",
                    "/states",
                    "/measures",
                    "/embed/v1/map/state_stage",
                    "/embed/v1/map/participating_states",
                    "/embed/v1/measure/participating_states",
                ]
        )
        {
            Assert.That(await HtmlAsync(address, language), Does.Contain(note), address);
        }

        await using var context = await ContextAsync(1200, ColorScheme.Light);
        var page = await context.NewPageAsync();
        foreach (var address in (string[])["/", "/states"])
        {
            await OpenAsync(page, address, language);
            await Assertions.Expect(page.Locator("#content")).ToContainTextAsync(note);
        }
    }

    [Test]
    public async Task Each_learning_says_what_its_check_asks_and_when_it_is_met_with_and_without_scripts(
        [Values("es", "en")] string language
    )
    {
        var served = await HtmlAsync("/practices", language);
        await using var context = await ContextAsync(1200, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/practices", language);
        var checks = (await App.AllAsync("learnings?limit=500"))
            .Select(learning => learning.GetProperty("health_check").GetString())
            .OfType<string>()
            .ToList();
        foreach (var check in checks.Some())
        {
            var measure = await App.GetAsync($"measures/health_{check}");
            var question = measure.GetProperty($"question_{language}").GetString()!;
            var definition = measure.GetProperty($"definition_{language}").GetString()!;
            var rule = definition[(definition.IndexOf(". ", StringComparison.Ordinal) + 2)..];
            Assert.That(served, Does.Contain($"{question} {rule}"), check);
            await Assertions.Expect(page.Locator("#content")).ToContainTextAsync(question);
            await Assertions.Expect(page.Locator("#content")).ToContainTextAsync(rule);
        }
    }

    [Test]
    public async Task The_theme_of_a_commitment_is_the_same_under_the_same_name_in_every_list([Values("es", "en")] string language)
    {
        // Of each commitment what stands under the column that is called so.
        const string Column = """
            name => Object.fromEntries([...document.querySelectorAll('#content table, main .marks table')].flatMap(table => {
              const at = [...table.querySelectorAll('thead th')].findIndex(cell => cell.textContent.trim().startsWith(name));
              return at < 0 ? [] : [...table.querySelectorAll('tbody tr')].map(row => [
                row.querySelector('a[href*="/commitments/"]')?.pathname.split('/').pop(),
                [...row.children[at].querySelectorAll('a')].map(link => link.textContent.trim()).join(', ') || row.children[at].textContent.trim(),
              ]);
            }))
            """;
        var name = language == "es" ? "Tema" : "Theme";
        await using var context = await ContextAsync(1600, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/commitments?state=MX-DUR", language);
        var explorer = await page.EvaluateAsync<Dictionary<string, string>>(Column, name);
        await OpenAsync(page, "/states/MX-DUR", language);
        var state = await page.EvaluateAsync<Dictionary<string, string>>(Column, name);
        await using var plain = await ContextAsync(1600, ColorScheme.Light, scripts: false);
        var served = await plain.NewPageAsync();
        await OpenAsync(served, "/commitments?state=MX-DUR", language);
        Assert.That(explorer, Is.Not.Empty);
        Assert.That(state, Is.EquivalentTo(explorer));
        Assert.That(await served.EvaluateAsync<Dictionary<string, string>>(Column, name), Is.EquivalentTo(explorer));
    }

    [Test]
    public async Task What_only_the_presentation_says_is_said_to_be_its_own([Values("es", "en")] string language)
    {
        var presentation = language == "es" ? "Presentación del INAI" : "INAI presentation";
        var others = (await App.GetAsync("measures/participating_states_documented/values")).GetProperty("items")[0].GetProperty("value");
        foreach (var address in (string[])["/", "/states", "/measures"])
        {
            var html = await HtmlAsync(address, language);
            Assert.That(
                html,
                Does.Contain(language == "es" ? $"Hacia 2020, según: {presentation}" : $"Around 2020, according to: {presentation}"),
                address
            );
            Assert.That(
                html,
                Does.Contain($"{(language == "es" ? "Con otra fuente aquí" : "With another source here")}: {others.GetInt32()}."),
                address
            );
        }

        foreach (var address in (string[])["/states", "/states/MX-MEX", "/states/MX-JAL"])
        {
            var html = await HtmlAsync(address, language);
            Assert.That(
                html,
                Does.Contain(language == "es" ? "Planes que cuenta la presentación" : "Plans that the presentation counts"),
                address
            );
            Assert.That(html, Does.Not.Contain(language == "es" ? "Planes declarados" : "Plans stated"), address);
        }
    }

    [Test]
    public async Task A_plan_is_called_with_its_place_and_scope_wherever_it_is_listed([Values("es", "en")] string language)
    {
        var (municipal, local) =
            language == "es"
                ? ("Durango: plan municipal 3", "Jalisco: plan local 1, 2016")
                : ("Durango: municipal plan 3", "Jalisco: local plan 1, 2016");
        foreach (
            var (address, name) in ((string, string)[])
                [
                    ("/plans", municipal),
                    ("/plans", local),
                    ("/states/MX-DUR", municipal),
                    ("/states/MX-JAL", local),
                    ("/plans/MX-DUR-PAL3", municipal),
                    ("/commitments/MX-DUR-PAL3-C1", municipal),
                    ("/coverage", "Tlalnepantla de Baz"),
                ]
        )
        {
            Assert.That(await HtmlAsync(address, language), Does.Contain(name), address);
        }
    }

    [Test]
    public async Task States_stand_by_their_names_wherever_they_are_listed([Values("es", "en")] string language)
    {
        // A state by its name, and what is of it (its secretariat) by the state to whose page it leads.
        const string Tables = """
            () => [...document.querySelectorAll('main table')].map(table => [...table.querySelectorAll('tbody th')].map(cell =>
              cell.querySelector('a[href*="/states/"]')?.pathname.split('/').pop() ?? cell.textContent.trim()))
            """;
        await using var context = await ContextAsync(800, ColorScheme.Light, scripts: false);
        var page = await context.NewPageAsync();
        var states = (await App.AllAsync($"states?limit=500&sort=name_{language}"))
            .Select(state => (Id: state.GetProperty("id").GetString()!, Name: state.GetProperty($"name_{language}").GetString()!))
            .ToList();
        Assert.That(
            states.FindIndex(state => state.Id == "MX-CHP"),
            Is.LessThan(states.FindIndex(state => state.Id == "MX-CHH")),
            "names stand otherwise than codes"
        );
        foreach (var address in (string[])["/", "/coverage", "/secretariats", "/metrics"])
        {
            await OpenAsync(page, address, language);
            var places = (await page.EvaluateAsync<string[][]>(Tables))
                .Select(rows => rows.Select(row => states.FindIndex(state => row == state.Id || row == state.Name)).Where(at => at >= 0))
                .Where(rows => rows.Distinct().Count() > 5)
                .ToList();
            Assert.That(places, Is.Not.Empty, address);
            Assert.That(places.Some(), Is.All.Ordered, address);
        }
    }

    [Test]
    public async Task What_rests_on_a_secretariat_says_when_that_was_last_seen([Values("es", "en")] string language) =>
        Assert.That(
            await HtmlAsync("/plans/MX-DUR-PAL1", language),
            Does.Contain(
                language == "es"
                    ? "Por el secretariado del estado, visto por última vez: diciembre de 2018"
                    : "By the secretariat of the state, last seen: December 2018"
            )
        );

    [TestCase("/states", "es", "Instalados, cada uno visto por última vez entre diciembre de 2018 y 2022")]
    [TestCase("/states", "en", "Installed (last seen: December 2018)")]
    [TestCase("/states/MX-JAL", "es", "De 15 de 15 no hay registro aquí de su estatus.")]
    [TestCase("/states/MX-GUA", "en", "Published: July 6, 2019")]
    [TestCase("/plans/MX-GUA-PAL1", "es", "Publicado: 6 de julio de 2019")]
    [TestCase("/plans/MX-NAP1", "en", "none of 36")]
    [TestCase("/plans/MX-OAX-PAL2", "es", "Compromisos que constan aquí: 1, 1 solo en la presentación")]
    [TestCase("/commitments/MX-MEX-OGP1-C1", "en", "As assessed: Complete · OGP Local monitoring body. Its status: no record here.")]
    [TestCase("/commitments/MX-NAP2-C01", "es", "MX0038 (inferido)")]
    [TestCase("/commitments/MX-CAM-PAL1-C4", "es", ">Pesca<")]
    [TestCase("/organizations/inai", "es", "¿En qué órganos se sentó?")]
    [TestCase("/metrics", "en", "2019 (0.90): Press summary")]
    [TestCase("/plans/MX-NAP1", "es", "una nota de 2012 nombra en ese lugar a Fundar")]
    [TestCase("/states", "es", "según otra fuente que no da su título ni su fecha: Coahuila y Tabasco.")]
    [TestCase("/states?measure=stge", "en", "Did you mean “Stage reached”?")]
    [TestCase("/timeline", "es", "hacia 2020 (solo en la presentación)")]
    [TestCase("/", "en", "May 12, 2025: Transparencia para el Pueblo begins operating")]
    [TestCase("/coverage", "es", "Datos de INAI")]
    [TestCase("/measures", "en", "They are 26 of the 86 stated by the national plans.")]
    public async Task What_is_unknown_is_named_and_what_is_known_says_on_what_it_rests(string address, string language, string said) =>
        Assert.That(await HtmlAsync(address, language), Does.Contain(said));

    private async Task<string> HtmlAsync(string address, string language)
    {
        using var response = await App.SendAsync(In(address, language));
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Every_commitment_is_reached_by_links_alone_and_each_once()
    {
        await using var context = await ContextAsync(800, ColorScheme.Light, scripts: false);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/commitments", "es");
        var seen = new List<string>();
        for (var more = true; more; )
        {
            seen.AddRange(
                await page.EvaluateAsync<string[]>(
                    "() => [...document.querySelectorAll('main tbody tr > :first-child a')].map(link => new URL(link.href).pathname.split('/').pop())"
                )
            );
            var next = page.GetByRole(AriaRole.Link, new() { Name = "Los que siguen" });
            more = await next.CountAsync() == 1;
            if (more)
            {
                // The whole page that it leads to, not what has come of it so far.
                var address = await next.EvaluateAsync<string>("link => link.href");
                await next.ClickAsync();
                await Assertions.Expect(page).ToHaveURLAsync(address);
                await page.WaitForLoadStateAsync();
            }
        }

        var all = (await App.AllAsync("commitments?limit=500")).Some().Select(one => one.GetProperty("id").GetString());
        Assert.That(seen, Is.EquivalentTo(all));
    }

    [Test]
    public async Task The_filters_are_a_plain_form_whose_choice_stands_in_the_address()
    {
        await using var context = await ContextAsync(800, ColorScheme.Light, scripts: false);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/commitments", "en");
        await page.Locator("main select[name=plan]").SelectOptionAsync("MX-NAP2");
        await page.Locator("main select[name=early_results]").SelectOptionAsync("no_data");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        Assert.That(page.Url, Does.Contain("plan=MX-NAP2").And.Contain("early_results=no_data").And.Contain("lang=en"));
        var found = await App.AllAsync("commitments?plan=MX-NAP2&early_results=no_data&limit=500");
        foreach (var title in found.Some().Select(one => one.GetProperty("title_en").GetString()!))
        {
            await Assertions.Expect(page.Locator("main table")).ToContainTextAsync(title);
        }

        Assert.That(await page.Locator("main tbody tr").CountAsync(), Is.EqualTo(found.Count));
        Assert.That(await page.Locator("main select[name=plan]").InputValueAsync(), Is.EqualTo("MX-NAP2"), "what was chosen stays");
    }

    [Test]
    public async Task A_page_takes_the_same_filters_with_and_without_its_code_and_both_give_what_the_API_gives()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var built = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "web-client", "build", "pages.json")));
        foreach (var one in built.RootElement.GetProperty("pages").EnumerateArray().Some())
        {
            var path = one.GetProperty("path").GetString()!;
            var filters = one.GetProperty("filters").GetProperty("en").EnumerateObject().Select(filter => filter.Name).ToList();
            Assert.That(
                one.GetProperty("takes").EnumerateArray().Select(name => name.GetString()),
                Is.SupersetOf(filters.PerhapsNone("not every page has filters")),
                path
            );
            if (!Filtered.TryGetValue(path, out var counted))
            {
                Assert.That(
                    path is "/compare" or "/search" or "/builder" or "/dialogue" || filters.Count == 0,
                    $"{path} has filters that nothing here tries"
                );
                continue;
            }

            foreach (var name in filters.Some())
            {
                var value = await ValueAsync(path, name);
                var asked = $"{path}?{name}={Uri.EscapeDataString(value)}";
                var expected = await TotalAsync(counted.List, name, value);
                using var response = await App.SendAsync($"{asked}&lang=en");
                var html = await response.Content.ReadAsStringAsync();
                Assert.That((int)response.StatusCode, Is.EqualTo(200), asked);
                var said = Numbered(counted.Caption).Match(html).Groups[1].Value;
                var none = html.Contains("with these filters is on record here", StringComparison.Ordinal);
                Assert.That(none ? "0" : said, Is.EqualTo($"{expected:N0}"), asked);
                if (path != "/commitments")
                {
                    await OpenAsync(page, asked + counted.Shown, "en");
                    Assert.That(
                        async () => await page.EvaluateAsync<int>(counted.Count),
                        Is.EqualTo(expected).After(10_000, 200),
                        $"{asked}, in the dashboard"
                    );
                }
            }
        }
    }

    [Test]
    public async Task What_a_page_does_not_take_is_named_with_and_without_its_code()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        foreach (
            var address in BrowserTests
                .Pages.Where(page => page != "/nowhere" && !page.StartsWith("/builder", StringComparison.Ordinal))
                .Some()
        )
        {
            var asked = $"{address}{(address.Contains('?') ? '&' : '?')}foo=1";
            using var response = await App.SendAsync($"{asked}&lang=en");
            var said = "This page has no filter by “foo”";
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(said), asked);
            await LandAsync(page, In(asked, "en"), WaitUntilState.Commit);
            await Assertions.Expect(page.Locator("#content .ignored")).ToContainTextAsync(said);
        }
    }

    [Test]
    public async Task No_link_of_a_page_has_a_parameter_twice()
    {
        foreach (var address in Pages)
        {
            using var response = await App.SendAsync(In(address, "en"));
            var links = Link()
                .Matches(await response.Content.ReadAsStringAsync())
                .Select(link => WebUtility.HtmlDecode(link.Groups[1].Value));
            foreach (var link in links.Some())
            {
                var names = QueryHelpers.ParseQuery(link.Contains('?') ? link[link.IndexOf('?')..].Split('#')[0] : "");
                Assert.That(
                    names.PerhapsNone("a link may have none").Where(given => given.Value.Count > 1),
                    Is.Empty,
                    $"{address}: {link}"
                );
            }
        }
    }

    [TestCase("/plans/MX-NAP3")]
    [TestCase("/commitments?plan=MX-NAP3")]
    [TestCase("/search?q=desapariciones")]
    public async Task Two_commitments_with_one_title_are_told_apart_with_and_without_its_code(string address)
    {
        const string Links = "all => all.map(link => [link.textContent.trim(), link.pathname])";
        await using var context = await ContextAsync(1200, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*.js", route => route.AbortAsync());
        await LandAsync(page, In(address, "es"));
        var before = await LinksAsync();
        await page.UnrouteAsync("**/*.js");
        await OpenAsync(page, address, "es");
        var after = await LinksAsync();
        foreach (var links in new[] { before, after })
        {
            Assert.That(links.Count(link => link.Text.StartsWith("Diseñar y empezar", StringComparison.Ordinal)), Is.EqualTo(2));
            Assert.That(links.Some().Select(link => link.Text), Is.Unique);
        }

        async Task<List<(string Text, string Path)>> LinksAsync() =>
            [
                .. (await page.EvalOnSelectorAllAsync<string[][]>("main a[href*='/commitments/MX-NAP3']", Links))
                    .Select(link => (link[0], link[1]))
                    .Distinct(),
            ];
    }

    /// <summary>Every page, and those with filters narrowed by each: one value, several, one excluded, one that is not on record.</summary>
    private static readonly string[] Named =
    [
        .. Pages,
        .. Narrowing.Select(filter => $"/commitments?{filter}"),
        "/commitments?policy_area=education,water_and_sanitation&state=MX-JAL,MX-OAX",
        "/commitments?state=!MX-DUR&q=agua&sort=status",
        "/commitments?year=2013,2014,2015,2016,2017,2018,2019&policy_area=no_data",
        "/plans?level=local",
        "/timeline?level=national",
        "/changes?record_type=plans&state=MX-HID&changed_since=2020-01-02",
        "/practices?scope=national",
        "/organizations?sector=!government&state=MX-JAL,no_data&in_secretariat=true",
        "/organizations?level=local,international&confidence=documented&civil_society_in_secretariat=MX-DUR-STL",
        "/organizations?q=transparencia&civil_society_in_plan=MX-NAP4,MX-CAM-PAL2",
        "/compare?states=MX-DUR,MX-JAL,MX-HID",
        "/search?q=agua&kind=plans",
    ];

    private static string[] Narrowing =>
        [
            "status=completed,in_progress",
            "completion=limited,no_data",
            "early_results=!major",
            "level=national",
            "plan=MX-NAP4,MX-CAM-PAL2",
            "kind=proactive",
            "has_evidence=true",
            "has_indicators=false",
            "has_secretariat=true",
            "confidence=documented,inferred",
            "sdg=13",
            "ogp_value=transparency",
            "ambition=moderate",
            "sector=government",
            "verifiable=no_data",
            "overdue=true",
            "due_from=2016-01-01",
            "scope=municipality",
            "municipality=10035",
            "updated_since=2020-01-01",
        ];

    [Test]
    public async Task A_page_is_called_the_same_with_and_without_its_code([Values("es", "en")] string language)
    {
        const string Called = "() => [document.title, document.querySelector('h1')?.textContent.trim() ?? '']";
        const string Follow = """
            (href) => {
              const link = document.createElement('a');
              link.href = href;
              document.querySelector('#content').append(link);
              link.click();
              link.remove();
            }
            """;
        await using var context = await ContextAsync(1200, ColorScheme.Light, isRead: false);
        var page = await context.NewPageAsync();
        var others = new List<string>();
        await OpenAsync(page, "/about", language);
        foreach (var address in Named.Some())
        {
            var asked = In(address, language);
            using var response = await App.SendAsync(asked);
            var html = await response.Content.ReadAsStringAsync();
            var title = WebUtility.HtmlDecode(Regex.Match(html, "<title>([^<]*)</title>").Groups[1].Value);
            var heading = WebUtility.HtmlDecode(Regex.Match(html, "<h1[^>]*>([^<]*)</h1>").Groups[1].Value);
            // Whoever follows a link has the page drawn at once; that a page keeps its name when it is taken over is told by PagesTests.
            await page.EvaluateAsync(Follow, asked);
            var since = Environment.TickCount64;
            var drawn = await page.EvaluateAsync<string[]>(Called);
            while (!drawn.SequenceEqual([title, heading]) && Environment.TickCount64 - since < 15_000)
            {
                await Task.Delay(20);
                drawn = await page.EvaluateAsync<string[]>(Called);
            }

            if (!drawn.SequenceEqual([title, heading]))
            {
                others.Add($"{address}: served {title} / {heading}, drawn {string.Join(" / ", drawn)}");
            }
        }

        Assert.That(others, Is.Empty);
    }

    [Test]
    public async Task A_title_that_its_source_cut_says_so_wherever_it_is_listed()
    {
        foreach (var address in (string[])["/plans/MX-DUR-PAL3", "/states/MX-DUR", "/commitments?plan=MX-DUR-PAL3", "/search?q=rescate"])
        {
            using var response = await App.SendAsync(address);
            Assert.That(
                WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()),
                Does.Contain("Rescate de Espacios Públicos […] (título cortado en la copia que consta)"),
                address
            );
        }
    }

    /// <summary>Of a page with filters: the list of the API, how the served page says its number, and how the dashboard shows it.</summary>
    private static readonly Dictionary<string, (string List, string Caption, string Shown, string Count)> Filtered = new()
    {
        ["/plans"] = (
            "plans",
            "Plans on record here: ",
            "&done=table",
            "() => document.querySelectorAll('#content #done tbody tr').length"
        ),
        ["/timeline"] = (
            "timeline",
            "Events on record here: ",
            "&events=table",
            "() => document.querySelectorAll('#content #events tbody tr').length"
        ),
        ["/changes"] = (
            "changes",
            "Changes: ",
            "",
            "() => { const said = document.querySelector('#content #count')?.textContent; return said?.trim() ? Number(said.replace(/[^0-9]/g, '')) : -1; }"
        ),
        ["/practices"] = ("practices", "Practices on record here: ", "", "() => document.querySelectorAll('#content .cards > li').length"),
        ["/organizations"] = (
            "organizations",
            "Organisations on record here: ",
            "",
            """
            () => {
              const said = document.querySelector('#content #list-answer')?.textContent.trim() ?? '';
              return said.startsWith('No ') ? 0 : Number(/: ([0-9]+)/.exec(said)?.[1] ?? -1);
            }
            """
        ),
        ["/commitments"] = ("commitments", "Commitments that match: ", "", ""),
    };

    /// <summary>A value of a filter: the second choice of its field, else one that is written.</summary>
    private async Task<string> ValueAsync(string path, string name)
    {
        using var response = await App.SendAsync(path);
        var html = await response.Content.ReadAsStringAsync();
        var choices = Regex
            .Match(html, $"<select[^>]* name=\"{name}\".*?</select>", RegexOptions.Singleline)
            .Value.Split("value=\"")
            .Skip(2)
            .Select(rest => WebUtility.HtmlDecode(rest[..rest.IndexOf('"')]))
            .ToList();
        Assert.That(html, Does.Contain($"name=\"{name}\""), $"{path} has a field for {name}");
        return choices.Count > 0
            ? choices[Math.Min(1, choices.Count - 1)]
            : name switch
            {
                "q" => "agua",
                "municipality" => "20067",
                "year" => "2019",
                "record" => "MX-NAP4",
                _ => "2019-06-30",
            };
    }

    private async Task<int> TotalAsync(string list, string name, string value)
    {
        if (name == "theme")
        {
            return (await App.AllAsync($"{list}?limit=500")).Count(one => one.GetProperty("theme_es").GetString() == value);
        }

        return (await App.GetAsync($"{list}?{name}={Uri.EscapeDataString(value)}&limit=1")).GetProperty("total").GetInt32();
    }

    private static Regex Numbered(string caption) => new($"{caption}([0-9,]+)");

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [TestCase("/es", "/")]
    [TestCase("/en", "/?lang=en")]
    public async Task A_language_where_others_have_it_leads_home_in_that_language(string asked, string home)
    {
        using var plain = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var response = await plain.GetAsync(new Uri(App.Address, asked));
        Assert.That((int)response.StatusCode, Is.EqualTo(302));
        Assert.That(response.Headers.Location?.OriginalString, Is.EqualTo(home));
    }

    private async Task ComparedAsync(JsonElement cited, string language)
    {
        var key = cited.GetProperty("measure").GetString();
        var query = cited.GetProperty("of").GetString();
        var what = $"{key}?{query}";
        var measure = await App.GetAsync($"measures/{key}");
        var rows = (await App.GetAsync($"measures/{key}/values{(query!.Length > 0 ? $"?{query}" : "")}"))
            .GetProperty("items")
            .EnumerateArray()
            .Where(row => row.GetProperty("said_by").ValueKind == JsonValueKind.Null)
            .ToList();
        if (!query.Contains("by=", StringComparison.Ordinal))
        {
            var answer =
                rows[0].GetProperty("total").GetInt32() > 0
                    ? MeasureAnswer.Of(measure.GetProperty($"answer_{language}").GetString()!, rows[0])
                    : null;
            Assert.That(
                cited.GetProperty("text").GetString(),
                Does.Contain(
                    answer
                        ?? (
                            measure.GetProperty("needs").GetArrayLength() > 0 && rows[0].GetProperty("total").GetInt32() > 1
                                // Several published values are on record; no number is made of them.
                                ? MeasureAnswer.Number(rows[0].GetProperty("total"))
                            : language == "es" ? "Sin registro aquí"
                            : "No record here"
                        )
                ),
                what
            );
            return;
        }

        var shown = cited.GetProperty("rows").EnumerateArray().Select(row => row.Deserialize<string[]>()!).ToList();
        // Beside what is documented of plans stands what they state, and a plan of which nothing is has a row, too.
        var isBesideStated = query.EndsWith("by=plan", StringComparison.Ordinal) && shown.Count > 0 && shown[0].Length == 5;
        // A share stands with the two numbers that it is made of.
        if (key == "coverage" && query.EndsWith("by=plan", StringComparison.Ordinal))
        {
            foreach (var row in shown.Some())
            {
                var (documented, stated) = (
                    row[1].EndsWith($" {row[2]}", StringComparison.Ordinal) ? 0 : decimal.Parse(row[1], CultureInfo.InvariantCulture),
                    decimal.Parse(row[2], CultureInfo.InvariantCulture)
                );
                Assert.That(
                    row[0],
                    Is.EqualTo($"{Math.Round(100 * documented / stated, 1).ToString("0.#", CultureInfo.InvariantCulture)}%"),
                    what
                );
            }

            shown = [.. shown.Select(row => row[..1])];
        }

        var none = language == "es" ? "Sin registro aquí" : "No record here";
        // States and plans stand by their names, not as the API has them; each has its own numbers.
        var whose = cited.GetProperty("whose").Deserialize<string[]>()!;
        var isNamed = query.Split("by=") is [.., "state" or "plan"];
        Assert.That(
            shown
                .Zip(whose)
                .Where(row => !isBesideStated || row.First[..^2].Any(cell => cell != none))
                .Select(row => $"{(isNamed ? row.Second : "")}: {string.Join(" | ", isBesideStated ? row.First[..^1] : row.First)}")
                .PerhapsNone("a measure of nothing has no group"),
            Is.EquivalentTo(rows.Select(row => $"{(isNamed ? Named(row) : "")}: {string.Join(" | ", Expected(row))}")),
            what
        );

        string? Named(JsonElement row) => row.GetProperty(query.Split("by=")[^1]).GetString();

        IEnumerable<string> Expected(JsonElement row)
        {
            if (row.GetProperty("yes").ValueKind != JsonValueKind.Number)
            {
                return
                [
                    row.GetProperty("value").ValueKind == JsonValueKind.Null
                        ? none
                        : MeasureAnswer.Number(row.GetProperty("value"))
                            + (measure.GetProperty("unit").GetString() == "percent" ? "%" : ""),
                ];
            }

            // Where nothing is known of a row, neither its yes nor its no is 0.
            var isUnknown = row.GetProperty("yes").GetInt32() == 0 && row.GetProperty("no").GetInt32() == 0;
            return ((string[])["yes", "no", "unknown", "total"]).Select(name =>
                isUnknown && name is ("yes" or "no") ? none : MeasureAnswer.Number(row.GetProperty(name))
            );
        }
    }
}
