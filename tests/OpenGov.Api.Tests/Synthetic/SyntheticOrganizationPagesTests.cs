using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests.Synthetic;

/// <summary>The pages of organisations, each with what it can have and lack: served and drawn they say the same, counted by hand.</summary>
[Category("Browser")]
[Parallelizable]
public sealed partial class SyntheticOrganizationPagesTests : BrowserFixture
{
    private static readonly string[] Addresses =
    [
        "/organizations",
        "/organizations?state=XT-NOR",
        "/organizations?sector=government,civil_society&in_secretariat=true",
        "/organizations?confidence=inferred",
        "/organizations/xt-gob",
        "/organizations/xt-aut",
        "/organizations/xt-soc",
        "/organizations/xt-otr",
        "/organizations/xt-int",
    ];

    private static IEnumerable<TestCaseData> Read =>
        from address in Addresses
        from language in (string[])["es", "en"]
        select new TestCaseData(address, language);

    protected override Task<OpenGovApplication> StartServiceAsync(string dashboard) => SyntheticData.StartAsync("Sqlite");

    [TestCase("", "Organizaciones que constan aquí: 9. ")]
    [TestCase("?state=XT-NOR", "Organizaciones que constan aquí: 3. ")]
    [TestCase("?state=no_data", "Organizaciones que constan aquí: 4. ")]
    [TestCase("?in_secretariat=true", "Organizaciones que constan aquí: 2. ")]
    [TestCase("?civil_society_in_secretariat=XT-NOR-STL", "Organizaciones que constan aquí: 1. ")]
    [TestCase("?civil_society_in_plan=XT-NAP1", "Organizaciones que constan aquí: 1. ")]
    [TestCase("?civil_society_in_plan=XT-NAP2", "No consta aquí ninguna organización con estos filtros.")]
    [TestCase("?confidence=inferred", "Organizaciones que constan aquí: 1. ")]
    [TestCase("?q=pinguino", "Organizaciones que constan aquí: 1. ")]
    [TestCase("/xt-gob", "Compromisos que constan aquí: 4. Sin estatus registrado aquí: 3. ")]
    [TestCase("/xt-gob", "Asientos que constan aquí: 3. Que dejó: 1. ")]
    [TestCase("/xt-soc", "Compromisos que constan aquí: 2. Sin estatus registrado aquí: 2. ")]
    [TestCase("/xt-soc", "Asientos que constan aquí: 4. Que dejó: 1. ")]
    [TestCase("/xt-aut", "No consta aquí ningún asiento suyo.")]
    public async Task It_says_how_many_there_are_of_what(string rest, string said)
    {
        Assert.That($"{await TextAsync($"/organizations{rest}")} ", Does.Contain(said));
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, $"/organizations{rest}", "es");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(said.Trim());
    }

    // That of all that the page lists leads nowhere: its rows are there.
    [TestCase("/organizations", 8)]
    [TestCase("/organizations?state=XT-NOR", 3)]
    [TestCase("/organizations/xt-gob", 3)]
    [TestCase("/organizations/xt-soc", 2)]
    public async Task Each_number_leads_to_as_many_rows(string address, int numbers)
    {
        var links = Numbered().Matches(await HtmlAsync(address)).Some().ToList();
        Assert.That(links, Has.Count.EqualTo(numbers));
        foreach (var link in links)
        {
            var html = await HtmlAsync(WebUtility.HtmlDecode(link.Groups["to"].Value));
            Assert.That($"{Regex.Count(html, "<th scope=\"row\"")}", Is.EqualTo(link.Groups["count"].Value), link.Value);
        }
    }

    [TestCaseSource(nameof(Read))]
    public async Task Served_and_drawn_they_say_the_same(string address, string language)
    {
        await using var still = await ContextAsync(320, ColorScheme.Light, scripts: false);
        var served = await still.NewPageAsync();
        await OpenAsync(served, address, language);
        await using var context = await ContextAsync(320, ColorScheme.Dark);
        var drawn = await context.NewPageAsync();
        await OpenAsync(drawn, address, language);
        var told = (await ShownTables.OfAsync(served)).Some().ToList();
        await Assertions.Expect(drawn.Locator("main :is(table, dl.facts)").Nth(told.Count - 1)).ToBeAttachedAsync();
        Assert.That(await ShownTables.OfAsync(drawn), Is.SupersetOf(told));
        foreach (var page in (IPage[])[served, drawn])
        {
            Assert.That(await page.Locator("h1").CountAsync(), Is.EqualTo(1));
            Assert.That(
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                Is.LessThanOrEqualTo(0)
            );
        }

        // Where no script runs nothing can look for violations; the test of served pages does.
        Assert.That(await ViolationsAsync(drawn), Is.Empty);

        Assert.That(await served.TitleAsync(), Is.EqualTo(await drawn.TitleAsync()));
    }

    [Test]
    public async Task An_organisation_leads_to_what_it_carried_and_where_it_sits_and_they_lead_back()
    {
        var html = await HtmlAsync("/organizations/xt-gob");
        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain("href=\"/commitments/XT-EST-PAL1-C3\"").And.Contain("href=\"/organizations/xt-aut\""));
            Assert.That(html, Does.Contain("href=\"/states/XT-NOR\"").And.Contain("href=\"/plans/XT-NAP1\""));
            Assert.That(html, Does.Contain("(hasta mayo de 2018)"));
        });
        foreach (var address in (string[])["/commitments/XT-EST-PAL1-C3", "/states/XT-NOR", "/organizations/xt-aut"])
        {
            Assert.That(await HtmlAsync(address), Does.Contain("href=\"/organizations/xt-gob\""), address);
            await using var context = await ContextAsync(1280, ColorScheme.Light);
            var page = await context.NewPageAsync();
            await OpenAsync(page, address, "es");
            await Assertions.Expect(page.Locator("main a[href='/organizations/xt-gob']").First).ToBeAttachedAsync();
        }
    }

    [Test]
    public async Task Each_is_in_the_sitemap_and_names_its_page()
    {
        var map = await HtmlAsync("/sitemap.xml");
        foreach (var one in (await App.AllAsync("organizations?limit=500")).Some())
        {
            var id = one.GetProperty("id").GetString();
            Assert.That(map, Does.Contain($"/organizations/{id}<"));
            Assert.That(one.GetProperty("links").GetProperty("page").GetString(), Does.EndWith($"/organizations/{id}"));
            Assert.That(one.GetProperty("links").GetProperty("page").GetString(), Does.Not.Contain("/api/"));
        }
    }

    private async Task<string> HtmlAsync(string address)
    {
        using var response = await App.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<string> TextAsync(string address) =>
        Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(await HtmlAsync(address), "<[^>]+>", "")), "\\s+", " ");

    [GeneratedRegex("<a href=\"(?<to>/(organizations|commitments)[^\"/]*)\">[^<]*: (?<count>[0-9]+)</a>")]
    private static partial Regex Numbered();
}
