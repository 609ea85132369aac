using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>Ten questions that a journalist comes with, each answered in at most three steps from the home page, in both languages.</summary>
[Category("Browser")]
[TestFixture("es")]
[TestFixture("en")]
[Parallelizable]
public sealed class JournalistTests(string language) : BrowserFixture
{
    private const int MostSteps = 3;

    private IBrowserContext context;
    private IPage page;
    private int steps;

    private bool IsSpanish => language == "es";

    [SetUp]
    public async Task OpenHomeAsync()
    {
        context = await ContextAsync(1280, ColorScheme.Light);
        page = await context.NewPageAsync();
        await OpenAsync(page, "/", language);
        steps = 0;
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await context.DisposeAsync();
        Assert.That(steps, Is.LessThanOrEqualTo(MostSteps), "steps from home");
    }

    [Test]
    public async Task Which_commitments_are_about_water()
    {
        await SearchAsync(IsSpanish ? "agua" : "water");
        var found = await App.AllAsync("search?q=water&kind=commitments&limit=500");
        Assert.That(
            await page.Locator("#kind-commitments").InnerTextAsync(),
            Does.EndWith(found.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        foreach (var title in found.Some().Select(one => one.GetProperty($"title_{language}").GetString()!))
        {
            await SeesAsync("main", title);
        }
    }

    [Test]
    public async Task Which_states_went_furthest()
    {
        await ClickAsync(Header(IsSpanish ? "Estados" : "States"));
        var furthest = (await App.AllAsync("states?stage=results&limit=500")).Select(one =>
            one.GetProperty($"name_{language}").GetString()!
        );
        var rows = page.Locator("figure#table tbody tr");
        var first = new List<string>();
        for (var i = 0; i < furthest.Count(); i++)
        {
            first.Add((await rows.Nth(i).Locator("th").InnerTextAsync()).Trim());
        }

        Assert.That(first, Is.EquivalentTo(furthest.Some()));
    }

    [Test]
    public async Task Did_the_second_plan_change_anything()
    {
        await ClickAsync(page.Locator("#impact h3 a").Nth(1));
        var own = await CodedAsync("early_results", "MX-NAP2");
        var shown = page.Locator("main [data-measure=early_results][data-measure-of='plan=MX-NAP2']:not([data-measure-voice])");
        foreach (var part in (string[])["yes", "no", "unknown"])
        {
            Assert.That(
                await shown.And(page.Locator($"[data-measure-part={part}]")).First.GetAttributeAsync("data-measure-value"),
                Is.EqualTo(own.GetProperty(part).ToString()),
                part
            );
        }
    }

    [Test]
    public async Task Who_says_so()
    {
        var said = await App.GetAsync("measures/early_results/values?by=plan&level=national");
        var voices = said.GetProperty("items")
            .EnumerateArray()
            .Select(row => row.GetProperty("said_by").GetString())
            .OfType<string>()
            .Distinct()
            .ToList();
        var terms = (await App.AllAsync("terms?vocabulary=voice&limit=500"))
            .Where(term => voices.Contains(term.GetProperty("code").GetString()!))
            .Select(term => term.GetProperty($"label_{language}").GetString()!);
        foreach (var voice in terms.Some())
        {
            await SeesAsync("#impact", voice);
        }

        await ClickAsync(page.Locator("#impact summary").First);
        Assert.That(await page.Locator("#impact details[open] a[href^=http]").CountAsync(), Is.GreaterThan(0), "its sources are linked");
    }

    [Test]
    public async Task What_happened_after_INAI()
    {
        var end = (await App.AllAsync("timeline?level=national&occurred_from=2025-03-20&occurred_to=2025-03-20&q=INAI")).Some().Single();
        await SeesAsync(".ended", end.GetProperty($"title_{language}").GetString()!);
        Assert.That(await page.Locator(".ended a[href^=http]").CountAsync(), Is.GreaterThan(0), "its sources are linked");
        await ClickAsync(Header(IsSpanish ? "Cronología" : "Timeline"));
        var after = (await App.AllAsync("timeline?limit=500")).Where(one =>
            string.CompareOrdinal(one.GetProperty("occurred_on").GetString(), "2024-12-20") >= 0
        );
        foreach (var title in after.Some().Select(one => one.GetProperty($"title_{language}").GetString()!))
        {
            await SeesAsync("figure#events", title);
        }
    }

    [Test]
    public async Task Which_commitments_of_the_fourth_plan_showed_results()
    {
        var section = page.Locator("#impact section").Nth(3);
        await ClickAsync(section.Locator("a:has([data-measure=early_results][data-measure-part=yes])"));
        var own = await CodedAsync("early_results", "MX-NAP4");
        var rows = await App.AllAsync(own.GetProperty("yes_rows_url").GetString()!);
        Assert.That(rows, Has.Count.EqualTo(own.GetProperty("yes").GetInt32()));
        foreach (var title in rows.Some().Select(one => one.GetProperty($"title_{language}").GetString()!))
        {
            await SeesAsync("main", title);
        }
    }

    [Test]
    public async Task How_much_of_the_first_plan_is_documented()
    {
        await ClickAsync(page.Locator("#national-coverage").GetByRole(AriaRole.Tab, new() { Name = IsSpanish ? "Tabla" : "Table" }));
        var row = page.Locator("#national-coverage tbody tr").First;
        Assert.That(await row.Locator("a").GetAttributeAsync("href"), Does.Contain("/plans/MX-NAP1"), "the biggest hole comes first");
        var stated = (await CodedAsync("commitments_stated", "MX-NAP1")).GetProperty("value").ToString();
        Assert.That(await row.Locator("[data-measure=commitments_stated]").GetAttributeAsync("data-measure-value"), Is.EqualTo(stated));
        var documented = await App.GetAsync("commitments?plan=MX-NAP1&confidence=documented,inferred&limit=1");
        Assert.That(
            await row.Locator("[data-measure=commitments_documented]").GetAttributeAsync("data-measure-value"),
            Is.EqualTo(documented.GetProperty("total").ToString())
        );
    }

    [Test]
    public async Task How_open_is_my_state_by_both_views()
    {
        await ClickAsync(Header(IsSpanish ? "Estados" : "States"));
        await ClickAsync(page.Locator("figure#table tbody").GetByRole(AriaRole.Link, new() { Name = "Durango", Exact = true }));
        var both = (await App.GetAsync("metrics/2017"))
            .GetProperty("indicators")
            .EnumerateArray()
            .Where(one => one.GetProperty("perspective").GetString() is "government" or "citizen");
        foreach (var name in both.Some().Select(one => one.GetProperty($"name_{language}").GetString()!))
        {
            await SeesAsync("figure#metrics", name);
        }
    }

    [Test]
    public async Task What_is_undocumented()
    {
        await ClickAsync(Header(IsSpanish ? "Qué falta" : "What is missing"));
        await Assertions.Expect(page.Locator("#national-coverage .label")).ToHaveCountAsync(4);
        await page.Locator("figure#stated").WaitForAsync();
        await page.Locator("figure#plans").WaitForAsync();
    }

    [Test]
    public async Task Cite_this_chart()
    {
        var question = await page.Locator("#map h2").InnerTextAsync();
        await ClickAsync(page.Locator("#map").GetByRole(AriaRole.Button, new() { Name = IsSpanish ? "Citar: " : "Cite: " }));
        await SeesAsync("body", $"{question} (");
        await SeesAsync("body", "as_of=");
    }

    [Test]
    public async Task A_stroke_goes_to_the_search_and_its_form_works_without_scripts()
    {
        await page.Keyboard.PressAsync("/");
        Assert.That(await page.EvaluateAsync<bool>("document.activeElement.matches('header input[type=search]')"), Is.True);
        await page.Keyboard.TypeAsync("salud/agua");
        Assert.That(await page.Locator("header input[type=search]").InputValueAsync(), Is.EqualTo("salud/agua"), "there it is a letter");
        var form = page.Locator("header form");
        Assert.That(await form.GetAttributeAsync("method"), Is.EqualTo("get"));
        Assert.That(await form.GetAttributeAsync("action"), Is.EqualTo("/search"));
    }

    [Test]
    public async Task What_is_not_found_says_so_and_offers_what_is_written_nearly_so()
    {
        await SearchAsync("eduacion");
        await SeesAsync("main", IsSpanish ? "Sin registro aquí" : "No record here");
        await ClickAsync(
            page.Locator("main")
                .GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^educa[ct]i[oó]n$", RegexOptions.IgnoreCase) })
                .First
        );
        await page.Locator("#kind-commitments").WaitForAsync();
    }

    [Test]
    public async Task The_title_of_filtered_commitments_names_the_filter()
    {
        await OpenAsync(page, "/commitments?policy_area=water_and_sanitation&year=2019", language);
        var area = (await App.AllAsync("terms?vocabulary=policy_area&limit=500")).Single(one =>
            one.GetProperty("code").GetString() == "water_and_sanitation"
        );
        var label = area.GetProperty($"label_{language}").GetString()!;
        var year = language == "es" ? "año en que inicia su plan: 2019" : "year in which its plan begins: 2019";
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex($"{Regex.Escape(label)}, {year} · "));
        await SeesAsync("h1", $"{label}, {year}");
    }

    private ILocator Header(string name) => page.Locator("header nav").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private async Task ClickAsync(ILocator link)
    {
        steps++;
        await link.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private async Task SearchAsync(string words)
    {
        steps++;
        await page.Locator("header input[type=search]").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await AtAsync(page, "/search?");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private async Task SeesAsync(string where, string text) => await Assertions.Expect(page.Locator(where).First).ToContainTextAsync(text);

    private async Task<System.Text.Json.JsonElement> CodedAsync(string measure, string plan) =>
        (await App.GetAsync($"measures/{measure}/values?by=plan&level=national&plan={plan}"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(row => row.GetProperty("said_by").GetString() is null);
}
