using System.Globalization;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>The ten questions of a journalist whose browser runs no script, from the home page on, in both languages.</summary>
[Category("Browser")]
[TestFixture("es")]
[TestFixture("en")]
[Parallelizable]
public sealed class WithoutScriptsTests(string language) : BrowserFixture
{
    private IBrowserContext context;
    private IPage page;

    private bool IsSpanish => language == "es";

    [SetUp]
    public async Task OpenHomeAsync()
    {
        context = await ContextAsync(412, ColorScheme.Light, scripts: false);
        page = await context.NewPageAsync();
        await OpenAsync(page, "/", language);
    }

    [TearDown]
    public async Task CloseAsync() => await context.DisposeAsync();

    [Test]
    public async Task Which_commitments_are_about_water()
    {
        await page.Locator("header input[type=search]").FillAsync(IsSpanish ? "agua" : "water");
        await page.Locator("header button").ClickAsync();
        foreach (var one in (await App.AllAsync("search?q=water&kind=commitments&limit=500")).Some())
        {
            await SeesAsync(one.GetProperty($"title_{language}").GetString()!);
        }
    }

    [Test]
    public async Task Which_states_went_furthest()
    {
        await ClickAsync("header", IsSpanish ? "Estados" : "States");
        var furthest = (await App.AllAsync("states?stage=results&limit=500"))
            .Select(one => one.GetProperty($"name_{language}").GetString()!)
            .ToList();
        var names = await page.Locator("main tbody th").AllInnerTextsAsync();
        Assert.That(names.Take(furthest.Count), Is.EquivalentTo(furthest.Some()));
    }

    [Test]
    public async Task Did_the_second_plan_change_anything()
    {
        await page.Locator("main a[href*='/plans/MX-NAP2']").First.ClickAsync();
        var measure = await App.GetAsync("measures/early_results");
        var said = (await App.GetAsync("measures/early_results/values?by=plan&level=national&plan=MX-NAP2"))
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        await SeesAsync(MeasureAnswer.Of(measure.GetProperty($"answer_{language}").GetString()!, said[0])!);
    }

    [Test]
    public async Task Who_says_so()
    {
        await page.Locator("main a[href*='/plans/MX-NAP4']").First.ClickAsync();
        var said = (await App.GetAsync("measures/early_results/values?by=plan&level=national&plan=MX-NAP4"))
            .GetProperty("items")
            .EnumerateArray();
        var voices = said.Select(row => row.GetProperty("said_by").GetString()).OfType<string>().Distinct().ToList();
        foreach (
            var term in (await App.AllAsync("terms?vocabulary=voice&limit=500"))
                .Where(term => voices.Contains(term.GetProperty("code").GetString()!))
                .Some()
        )
        {
            await SeesAsync(term.GetProperty($"label_{language}").GetString()!);
        }

        var plan = await App.GetAsync("plans/MX-NAP4");
        foreach (var source in plan.GetProperty("sources").EnumerateArray().Some())
        {
            var title = source.GetProperty(IsSpanish ? "title_es" : "title").GetString() ?? source.GetProperty("title").GetString();
            await SeesAsync(title!);
        }
    }

    [Test]
    public async Task What_happened_after_INAI()
    {
        await ClickAsync("header", IsSpanish ? "Cronología" : "Timeline");
        var after = (await App.AllAsync("timeline?limit=500")).Where(one =>
            string.CompareOrdinal(one.GetProperty("occurred_on").GetString(), "2024-12-20") >= 0
        );
        foreach (var title in after.Some().Select(one => one.GetProperty($"title_{language}").GetString()!))
        {
            await SeesAsync(title);
        }
    }

    [Test]
    public async Task Which_commitments_of_the_fourth_plan_showed_results()
    {
        await page.Locator("main a[href*='/plans/MX-NAP4']").First.ClickAsync();
        var own = (await App.GetAsync("measures/early_results/values?plan=MX-NAP4")).GetProperty("items")[0];
        foreach (var one in (await App.AllAsync(own.GetProperty("yes_rows_url").GetString()!)).Some())
        {
            var row = page.Locator("main tbody tr").Filter(new() { HasText = one.GetProperty($"title_{language}").GetString()! });
            await Assertions.Expect(row.Locator("td").Last).Not.ToContainTextAsync(IsSpanish ? "Sin registro" : "No record");
        }
    }

    [Test]
    public async Task How_much_of_the_first_plan_is_documented()
    {
        var coverage = (await App.GetAsync("measures/coverage/values?plan=MX-NAP1")).GetProperty("items")[0].GetProperty("value");
        var row = page.Locator("[data-cited=coverage] tbody tr").Filter(new() { Has = page.Locator("a[href*='/plans/MX-NAP1']") });
        await Assertions.Expect(row).ToContainTextAsync($"{coverage.GetDecimal().ToString(CultureInfo.InvariantCulture)}%");
    }

    [Test]
    public async Task How_open_is_my_state_by_both_views()
    {
        await ClickAsync("header", IsSpanish ? "Estados" : "States");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Durango", Exact = true }).ClickAsync();
        foreach (
            var indicator in (string[])
                ["transparency_government", "transparency_citizen", "participation_government", "participation_citizen"]
        )
        {
            var value = (await App.AllAsync($"metrics/values?state=MX-DUR&indicator={indicator}&edition=2017&limit=500")).Some().Single();
            await SeesAsync(value.GetProperty("value").GetDecimal().ToString("0.00", CultureInfo.InvariantCulture));
        }

        await SeesAsync(IsSpanish ? "vista desde la ciudadanía" : "as citizens see it");
    }

    [Test]
    public async Task What_is_undocumented()
    {
        await ClickAsync("header", IsSpanish ? "Qué falta" : "What is missing");
        foreach (var measure in (string[])["plans_stated", "plans_documented"])
        {
            Assert.That(await page.Locator($"[data-cited={measure}] tbody tr").CountAsync(), Is.GreaterThan(1), measure);
        }

        // Of plans that state a number, the biggest hole first, with all of them together.
        var holes = await page.Locator("table")
            .Filter(new() { HasText = IsSpanish ? "El mayor hueco primero" : "The biggest hole first" })
            .First.Locator("tbody tr")
            .EvaluateAllAsync<int[][]>(
                "rows => rows.map(row => [...row.cells].slice(1).map(cell => /^(ninguno|none) /.test(cell.textContent) ? 0 : Number(cell.textContent)))"
            );
        Assert.That(holes, Has.Length.GreaterThan(2));
        Assert.That(holes[..^1].Some().Select(row => row[2]), Is.Ordered.Descending);
        Assert.That(holes[^1], Is.EqualTo(Enumerable.Range(0, 3).Select(column => holes[..^1].Sum(row => row[column]))));
    }

    [Test]
    public async Task How_is_this_page_cited()
    {
        await ClickAsync("header", IsSpanish ? "Qué falta" : "What is missing");
        await SeesAsync(IsSpanish ? "Citar: «" : "Cite: “");
        await SeesAsync(new Uri(page.Url).GetLeftPart(UriPartial.Path));
    }

    private async Task ClickAsync(string where, string name) =>
        await page.Locator(where).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();

    private async Task SeesAsync(string text) => await Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);
}
