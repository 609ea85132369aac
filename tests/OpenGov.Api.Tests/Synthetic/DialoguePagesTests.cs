using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests.Synthetic;

/// <summary>
/// The pages of the dialogue on 24 November 2026, with a row on each side of each rule: what they say was counted by hand, and served and
/// drawn they say the same.
/// </summary>
[Category("Browser")]
[Parallelizable]
public sealed partial class DialoguePagesTests : BrowserFixture
{
    private static readonly string[] Addresses =
    [
        "/dialogue",
        "/dialogue?state=XT-NOR",
        "/dialogue?disposition=adopted,partly_adopted",
        "/dialogue?fulfilled=no_data",
        "/dialogue?session=XT-NOR-STL-S2",
        "/dialogue?list=sessions&kind=results_review",
        "/dialogue?list=proposals&response_past_due=true",
        "/dialogue/proposals/XT-P1",
        "/dialogue/proposals/XT-P4",
        "/dialogue/proposals/XT-P6",
        "/commitments/XT-NOR-PAL1-C1",
    ];

    /// <summary>How the table of a commitment's proposals begins; its other tables are not those of the dialogue.</summary>
    private static readonly string[] ProposalsOfALife = ["Propuesta | Quién", "Proposal | Who"];

    private static IEnumerable<TestCaseData> Read =>
        from address in Addresses
        from language in (string[])["es", "en"]
        select new TestCaseData(address, language);

    protected override Task<OpenGovApplication> StartServiceAsync(string dashboard) => SyntheticData.StartAsync("Sqlite");

    [TestCase("", "Propuestas que constan aquí: 9. Pasó la fecha de su respuesta: 2. Esperan respuesta: 2. Con respuesta razonada: 5.")]
    [TestCase(
        "",
        "Acuerdos que constan aquí: 11. Pasó su fecha y no consta que se cumplieran: 2. Por cumplir, en plazo o sin fecha: 4. Cumplidos: 5."
    )]
    [TestCase("", "Sesiones que constan aquí: 8.")]
    [TestCase(
        "?state=XT-NOR",
        "Propuestas que constan aquí: 4. Pasó la fecha de su respuesta: 0. Esperan respuesta: 1. Con respuesta razonada: 3."
    )]
    [TestCase(
        "?state=XT-NOR",
        "Acuerdos que constan aquí: 3. Pasó su fecha y no consta que se cumplieran: 0. Por cumplir, en plazo o sin fecha: 2. Cumplidos: 1."
    )]
    [TestCase("?state=XT-NOR", "Sesiones que constan aquí: 2.")]
    [TestCase(
        "?plan=XT-NAP1",
        "Acuerdos que constan aquí: 4. Pasó su fecha y no consta que se cumplieran: 1. Por cumplir, en plazo o sin fecha: 2. Cumplidos: 1."
    )]
    [TestCase(
        "?disposition=!no_data",
        "Propuestas que constan aquí: 5. Pasó la fecha de su respuesta: 0. Esperan respuesta: 1. Con respuesta razonada: 4."
    )]
    [TestCase(
        "?past_due_by=2026-11-24&fulfilled=true",
        "Acuerdos que constan aquí: 3. Pasó su fecha y no consta que se cumplieran: 0. Por cumplir, en plazo o sin fecha: 0. Cumplidos: 3."
    )]
    [TestCase("?list=sessions&held_from=2026-05-25", "Sesiones que constan aquí: 4.")]
    [TestCase("?disposition=adopted&state=XT-SUR", "No consta aquí ninguna propuesta con estos filtros.")]
    [TestCase("?disposition=adopted&fulfilled=true", "Ninguna lista tiene todos estos filtros a la vez")]
    public async Task It_says_how_many_there_are_of_what(string query, string said)
    {
        Assert.That(await TextAsync($"/dialogue{query}"), Does.Contain(said));
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, $"/dialogue{query}", "es");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(said);
    }

    [TestCase("/dialogue")]
    [TestCase("/dialogue?state=XT-NOR")]
    public async Task Each_number_leads_to_as_many_rows(string address)
    {
        var links = Numbered().Matches(await HtmlAsync(address)).Some().ToList();
        Assert.That(links, Has.Count.GreaterThan(5));
        foreach (var link in links)
        {
            var to = WebUtility.HtmlDecode(link.Groups["to"].Value);
            var html = await HtmlAsync(to);
            Assert.That(Counted().Match(await TextAsync(to)).Groups[1].Value, Is.EqualTo(link.Groups["count"].Value), link.Value);
            Assert.That(
                Regex.Count(html, "<th scope=\"row\""),
                Is.EqualTo(int.Parse(link.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture)),
                link.Value
            );
        }
    }

    [Test]
    public async Task What_is_past_its_date_stands_first_and_what_waits_longest_before_all()
    {
        var html = await HtmlAsync("/dialogue");
        Assert.That(
            Regex.Matches(html, "/dialogue/proposals/(XT-P[0-9])\"").Select(one => one.Groups[1].Value).Distinct(),
            Is.EqualTo((string[])["XT-P8", "XT-P4", "XT-P7", "XT-P5", "XT-P1", "XT-P2", "XT-P3", "XT-P6", "XT-P9"])
        );
    }

    [TestCaseSource(nameof(Read))]
    public async Task Served_and_drawn_they_say_the_same(string address, string language)
    {
        await using var still = await ContextAsync(320, ColorScheme.Light, scripts: false);
        var served = await still.NewPageAsync();
        await OpenAsync(served, address, language);
        Assert.That(
            await served.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
            Is.LessThanOrEqualTo(0)
        );
        await using var context = await ContextAsync(320, ColorScheme.Dark);
        var drawn = await context.NewPageAsync();
        await OpenAsync(drawn, address, language);
        var told = (await ShownTables.OfAsync(served))
            .Where(table => address.StartsWith("/dialogue", StringComparison.Ordinal) || ProposalsOfALife.Any(table.StartsWith))
            .Some()
            .ToList();
        await Assertions.Expect(drawn.Locator("main :is(table, dl.facts)").Nth(told.Count - 1)).ToBeAttachedAsync();
        Assert.That(await ShownTables.OfAsync(drawn), Is.SupersetOf(told));
        Assert.That(await drawn.Locator("h1").CountAsync(), Is.EqualTo(1));
        Assert.That(
            await drawn.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
            Is.LessThanOrEqualTo(0)
        );
        Assert.That(await ViolationsAsync(drawn), Is.Empty);
    }

    [Test]
    public async Task A_proposal_and_what_came_of_it_lead_to_one_another()
    {
        var proposal = await HtmlAsync("/dialogue/proposals/XT-P1");
        Assert.Multiple(() =>
        {
            Assert.That(proposal, Does.Contain("href=\"/commitments/XT-NOR-PAL1-C1\""));
            Assert.That(proposal, Does.Contain("href=\"/dialogue?list=sessions&amp;id=XT-NOR-STL-S2\""));
            Assert.That(proposal, Does.Contain("href=\"/plans/XT-NOR-PAL1\""));
            Assert.That(proposal, Does.Contain("rel=\"canonical\"").And.Contain("og:image").And.Contain("\"CreativeWork\""));
        });
        Assert.That(await HtmlAsync("/commitments/XT-NOR-PAL1-C1"), Does.Contain("href=\"/dialogue/proposals/XT-P1\""));
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/commitments/XT-NOR-PAL1-C1", "es");
        await page.Locator("a[href='/dialogue/proposals/XT-P1']").First.ClickAsync();
        await Assertions.Expect(page.Locator("main a[href='/commitments/XT-NOR-PAL1-C1']").First).ToBeVisibleAsync();
    }

    [TestCase("/dialogue/proposals/XT-P1", "Pasó la fecha", false)]
    [TestCase("/dialogue/proposals/XT-P1", "Con respuesta razonada", true)]
    [TestCase("/dialogue/proposals/XT-P4", "Pasó la fecha de su respuesta", true)]
    [TestCase("/dialogue/proposals/XT-P5", "Espera respuesta", true)]
    [TestCase("/dialogue/proposals/XT-P6", "Con respuesta razonada", true)]
    [TestCase("/dialogue/proposals/XT-P7", "Espera respuesta", true)]
    [TestCase("/dialogue/proposals/XT-P8", "Pasó la fecha de su respuesta", true)]
    public async Task A_proposal_says_how_its_answer_stands(string address, string said, bool isSaid) =>
        Assert.That((await TextAsync(address)).Contains(said, StringComparison.Ordinal), Is.EqualTo(isSaid));

    [TestCase("/dialogue?list=nothing", HttpStatusCode.BadRequest)]
    [TestCase("/dialogue?disposition=nothing", HttpStatusCode.BadRequest)]
    [TestCase("/dialogue?list=proposals&response_past_due=true&cursor=x", HttpStatusCode.BadRequest)]
    [TestCase("/dialogue/proposals/XT-P99", HttpStatusCode.NotFound)]
    [TestCase("/dialogue/proposals", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_is_refused(string address, HttpStatusCode status)
    {
        using var response = await App.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Every_proposal_is_in_the_sitemap_and_search_and_changes_lead_to_it()
    {
        var map = await HtmlAsync("/sitemap.xml");
        for (var number = 1; number <= 9; number++)
        {
            Assert.That(map, Does.Contain($"/dialogue/proposals/XT-P{number}<"));
        }

        Assert.That(await HtmlAsync("/changes?record=XT-P4"), Does.Contain("href=\"/dialogue/proposals/XT-P4\""));
        Assert.That(
            await HtmlAsync("/changes?record=XT-NOR-STL-S2-A1"),
            Does.Contain("href=\"/dialogue?list=agreements&amp;id=XT-NOR-STL-S2-A1\"")
        );
        Assert.That(
            await HtmlAsync("/search?q=Sesión&kind=sessions"),
            Does.Contain("href=\"/dialogue?list=sessions&amp;id=XT-NOR-STL-S2\"")
        );
    }

    private static string Seen(string text) => Regex.Replace(text, "\\s+", " ");

    private async Task<string> HtmlAsync(string address)
    {
        using var response = await App.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<string> TextAsync(string address) =>
        Seen(WebUtility.HtmlDecode(Regex.Replace(await HtmlAsync(address), "<[^>]+>", "")));

    [GeneratedRegex("<a href=\"(?<to>/dialogue\\?list=[^\"]+)\">[^<]*: (?<count>[0-9]+)</a>")]
    private static partial Regex Numbered();

    /// <summary>How many there are in all, which a page says first.</summary>
    [GeneratedRegex("que constan aquí: ([0-9]+)")]
    private static partial Regex Counted();
}
