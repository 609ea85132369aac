using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>Whose data each figure of a page shows, and how it is cited, without its code as with it.</summary>
[Category("Browser")]
[Parallelizable]
public sealed class CitedFiguresTests : BrowserFixture
{
    [TestCase("es")]
    [TestCase("en")]
    public async Task Each_figure_is_cited_with_its_data_of_the_day_without_scripts(string language)
    {
        await using var context = await ContextAsync(800, ColorScheme.Light, scripts: false);
        var page = await context.NewPageAsync();
        var answered = new HashSet<string>();
        foreach (var address in ServedPagesTests.Pages)
        {
            await OpenAsync(page, address, language);
            var figures = (await page.EvaluateAsync<JsonElement>(Figures)).EnumerateArray().ToList();
            foreach (var figure in figures.PerhapsNone("a page of words or of records alone"))
            {
                var what = $"{address}: {figure.GetProperty("what").GetString()}";
                var data = figure.GetProperty("data").EnumerateArray().Select(one => one.GetString()!).ToList();
                Assert.That(data, Is.Not.Empty, what);
                foreach (var one in data.Where(answered.Add).PerhapsNone("the same data was asked for before"))
                {
                    Assert.That(one, Does.Match("[?&]as_of=[0-9]{4}-[0-9]{2}-[0-9]{2}$"), what);
                    using var response = await App.SendAsync(new Uri(one).PathAndQuery);
                    Assert.That((int)response.StatusCode, Is.EqualTo(200), $"{what}: {one}");
                }
            }
        }

        Assert.That(answered, Has.Count.GreaterThan(50));
    }

    [Test]
    public async Task Each_figure_is_cited_by_its_own_part_of_the_page_with_its_sources_which_are_among_those_of_the_page(
        [Values("es", "en")] string language
    )
    {
        await using var context = await ContextAsync(800, ColorScheme.Light, scripts: false);
        var page = await context.NewPageAsync();
        var named = 0;
        foreach (var address in ServedPagesTests.Pages)
        {
            await OpenAsync(page, address, language);
            var figures = (await page.EvaluateAsync<JsonElement>(OwnParts)).EnumerateArray().ToList();
            foreach (var figure in figures.PerhapsNone("a page of words or of records alone"))
            {
                var (id, cited) = (figure.GetProperty("id").GetString()!, figure.GetProperty("cited").GetString()!);
                var what = $"{address}: {figure.GetProperty("what").GetString()}";
                Assert.That(id, Is.Not.Empty, what);
                Assert.That(cited, Does.Match($"#{Regex.Escape(id)}[. ]"), what);
                Assert.That(cited, Does.Contain(language == "es" ? "Fuentes:" : "Sources:"), what);
            }

            // Who says a sentence stands behind it, and in the list of the page.
            var (said, whole) = (await page.EvaluateAsync<string[][]>(SaidBy)) is [var one, var all] ? (one, all) : ([], []);
            named += said.Length;
            Assert.That(said.PerhapsNone("not every page has a voice").Distinct(), Is.SubsetOf(whole), address);
        }

        Assert.That(named, Is.GreaterThan(10));
    }

    /// <summary>Every figure of a page with its id and what cites it.</summary>
    private const string OwnParts = """
        () => [...document.querySelectorAll(
          'main .marks :is([data-cited], .parts, .table, .tiles, .trend, .dots, .strip, .segments, .stages)')].map(found => ({
          what: found.textContent.replace(/\s+/g, ' ').trim().slice(0, 80),
          id: found.id,
          whose: found.nextElementSibling?.matches('.saying') ? found.nextElementSibling.textContent.trim() : '',
          cited: (found.nextElementSibling?.matches('.saying') ? found.nextElementSibling.nextElementSibling : found.nextElementSibling)
            ?.textContent.replace(/\s+/g, ' ') ?? '',
        }))
        """;

    /// <summary>The sources that stand behind sentences, and those of the whole page.</summary>
    private const string SaidBy = """
        () => [
          [...document.querySelectorAll('main .marks .said-by :is(a, span)')].map(source => source.textContent.trim()),
          [...document.querySelectorAll('main .marks .sources :is(a, span)')].map(source => source.textContent.trim()),
        ]
        """;

    /// <summary>What is nobody's data but this site's: what was found of a word, what changed here, and the sources themselves.</summary>
    private static readonly string[] OwnLists = ["/search", "/changes", "/about"];

    [Test]
    public async Task A_note_of_whose_data_a_figure_shows_names_publishers_and_no_work_of_reference([Values("es", "en")] string language)
    {
        var of = language == "es" ? "Datos de " : "Data of ";
        var sources = await App.AllAsync("sources?limit=500");
        var kinds = (await App.AllAsync("terms?vocabulary=source_kind&limit=500")).ToDictionary(
            term => term.GetProperty("code").GetString()!,
            term => term.GetProperty($"label_{language}").GetString()!
        );
        var named = sources
            .Where(source =>
                source.GetProperty("publisher").GetString() is not null && source.GetProperty("kind").GetString() != "reference"
            )
            .Select(source => (Publisher: source.GetProperty("publisher").GetString()!, Kind: source.GetProperty("kind").GetString()))
            .Select(source => source.Kind is null or "ogp" ? source.Publisher : $"{source.Publisher} ({kinds[source.Kind]})")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        await using var context = await ContextAsync(800, ColorScheme.Light, scripts: false);
        var page = await context.NewPageAsync();
        var without = new List<string>();
        var said = 0;
        foreach (
            var address in ServedPagesTests
                .Pages.Where(address => !OwnLists.Any(own => address.StartsWith(own, StringComparison.Ordinal)))
                .Some()
        )
        {
            await OpenAsync(page, address, language);
            foreach (
                var figure in (await page.EvaluateAsync<JsonElement>(OwnParts))
                    .EnumerateArray()
                    .PerhapsNone("a page of words or of records alone")
            )
            {
                var whose = figure.GetProperty("whose").GetString()!;
                if (whose.Length == 0)
                {
                    // Whose data it shows cannot be told, or it shows none.
                    continue;
                }

                if (
                    !whose.StartsWith(of, StringComparison.Ordinal)
                    || !named.Any(name => whose[of.Length..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                )
                {
                    without.Add($"{address}: {figure.GetProperty("what").GetString()}: {whose}");
                }

                said++;
            }
        }

        Assert.That(without, Is.Empty);
        Assert.That(said, Is.GreaterThan(60));
    }

    /// <summary>Figures that stand on a page with and without its code: the first that a selector finds, and the dashboard's id.</summary>
    private static IEnumerable<TestCaseData> Twice =>
        from figure in (IEnumerable<(string, string, string)>)
            [
                ("/states/MX-PUE", ".stages", "stage"),
                ("/states/MX-DUR", ".stages", "stage"),
                ("/states/MX-TAB", ".stages", "stage"),
                ("/states/MX-DUR", ".table:has(a[href^='/commitments/'])", "commitments"),
                ("/timeline", ".table:last-of-type", "events"),
                ("/timeline", ".table", "sizes"),
                ("/coverage", ".table", "stated"),
            ]
        from language in (string[])["es", "en"]
        select new TestCaseData(figure.Item1, figure.Item2, figure.Item3, language);

    [TestCaseSource(nameof(Twice))]
    public async Task A_figure_names_the_same_publishers_with_and_without_scripts(
        string address,
        string served,
        string drawn,
        string language
    )
    {
        await using var still = await ContextAsync(1280, ColorScheme.Light, scripts: false);
        var page = await still.NewPageAsync();
        await OpenAsync(page, address, language);
        var without = await page.EvaluateAsync<string>(
            """
            asked => [...document.querySelectorAll(`main .marks ${asked.split(':last')[0]}`)]
              .at(asked.includes(':last') ? -1 : 0)?.nextElementSibling?.textContent.replace(/\s+/g, ' ').trim() ?? ''
            """,
            served
        );
        await using var live = await ContextAsync(1280, ColorScheme.Light);
        var dashboard = await live.NewPageAsync();
        await OpenAsync(dashboard, address, language);
        var with = dashboard.Locator($"#{drawn} .saying");
        await Assertions.Expect(with).ToHaveTextAsync(without, new() { Timeout = 15_000 });
    }

    [TestCase("/plans/MX-NAP1")]
    [TestCase("/plans/MX-DUR-PAL3")]
    public async Task Nothing_known_is_nobodys_data(string address)
    {
        await using var context = await ContextAsync(800, ColorScheme.Light, scripts: false);
        var page = await context.NewPageAsync();
        await OpenAsync(page, address, "es");
        var noted = (await page.EvaluateAsync<JsonElement>(OwnParts))
            .EnumerateArray()
            .Some()
            .Where(figure => figure.GetProperty("whose").GetString()!.Length > 0)
            .Select(figure => figure.GetProperty("what").GetString()!)
            .ToList();
        Assert.That(
            noted.PerhapsNone("of the first plan nothing is on record"),
            Has.None.Contains("no hay registro").And.None.Contains("Comprobación").And.None.StartsWith("Sin registro aquí")
        );
    }

    /// <summary>What stands first at a part of a page.</summary>
    [TestCase("/", "statuses", "¿Se hizo?")]
    [TestCase("/", "impact", "¿Cambió algo?")]
    [TestCase("/states", "steps", "¿Qué estados se sumaron a la iniciativa local?")]
    [TestCase("/states/MX-DUR", "secretariat", "Secretariado Técnico Local de Gobierno Abierto de Durango")]
    [TestCase("/plans/MX-NAP4", "health", "Salud de la cocreación")]
    [TestCase("/plans/MX-NAP4", "statuses", "Estatus de los compromisos documentados")]
    [TestCase("/commitments/MX-CAM-PAL1-C2", "indicator-MX-CAM-PAL1-C2-I1", "Efectividad")]
    [TestCase("/compare?states=MX-BCN,MX-GUA", "promised", "¿Cuántos planes")]
    [TestCase("/metrics", "edition-2019", "Métrica de Gobierno Abierto 2019")]
    [TestCase("/metrics", "recomputed", "2017: ")]
    [TestCase("/secretariats", "dialogue", "¿Qué secretariados se han reunido en los últimos seis meses?")]
    [TestCase("/coverage", "fields", "¿Qué falta saber de los compromisos registrados?")]
    [TestCase("/about", "confidence", "¿Qué tan")]
    public async Task What_was_cited_in_the_dashboard_stands_at_the_top_of_the_window_without_scripts(
        string address,
        string part,
        string says
    )
    {
        await using var context = await ContextAsync(360, ColorScheme.Light, scripts: false);
        var page = await context.NewPageAsync();
        await VisitAsync(page, $"{address}#{part}");
        var found = await page.EvaluateAsync<JsonElement>(
            """
            part => {
              const [at, said] = [document.getElementById(part), document.createRange()];
              said.setStart(at, 0);
              said.setEndAfter(document.querySelector('main'));
              return { top: at.getBoundingClientRect().top, said: said.toString().replace(/\s+/g, ' ').trim().slice(0, 200) };
            }
            """,
            part
        );
        Assert.Multiple(() =>
        {
            Assert.That(found.GetProperty("said").GetString(), Does.StartWith(says));
            Assert.That(found.GetProperty("top").GetDouble(), Is.InRange(-5, 50));
        });
    }

    /// <summary>A browser that runs none of a page's code may be an archive's, which takes a picture of all of it.</summary>
    [TestCase(false, "visible")]
    [TestCase(true, "auto")]
    public async Task What_is_out_of_sight_is_laid_out_late_only_where_the_pages_code_takes_over(bool scripts, string visibility)
    {
        await using var context = await ContextAsync(360, ColorScheme.Light, scripts);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*.js", route => route.AbortAsync());
        await LandAsync(page, In("/metrics", "es"));
        Assert.That(
            await page.EvaluateAsync<string>(
                "getComputedStyle(document.querySelector('#shell .marks').lastElementChild).contentVisibility"
            ),
            Is.EqualTo(visibility)
        );
    }

    /// <summary>Every figure of a page with the addresses of its data that the citation behind it has.</summary>
    private const string Figures = """
        () => [...document.querySelectorAll(
          'main .marks :is([data-cited], .parts, .table, .tiles, .trend, .dots, .strip, .segments, .stages)')].map(found => ({
          what: found.textContent.replace(/\s+/g, ' ').trim().slice(0, 80),
          data: [...((found.nextElementSibling?.matches('.saying') ? found.nextElementSibling : found).nextElementSibling
            ?.querySelectorAll(':scope:is(details.cited) a') ?? [])].map(link => link.href),
        }))
        """;
}
