using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>
/// What the service says of a page before the page's code runs: to whoever shows a link, and to the browser that is about to draw it.
/// </summary>
[Category("Browser")]
[Parallelizable]
public sealed partial class PagesTests : BrowserFixture
{
    private const string Says = """
        () => Object.fromEntries([
          ['title', document.title],
          ['heading', document.querySelector('h1').textContent.trim()],
          ['language', document.documentElement.lang],
          ...[...document.querySelectorAll('meta[name=description], meta[property^="og:"], meta[name^="twitter:"]')]
            .map(e => [e.getAttribute('name') ?? e.getAttribute('property'), e.content]),
          ...[...document.querySelectorAll('link[rel=canonical], link[hreflang]')].map(e => [e.rel + (e.hreflang ?? ''), e.href]),
          ['twice', [...document.querySelectorAll('meta[property="og:title"], link[rel=canonical], meta[name=description], head title')].length],
        ])
        """;

    private static readonly string[] Pages =
    [
        "/",
        "/states",
        "/states/MX-DUR",
        "/plans",
        "/plans/MX-NAP4",
        "/commitments",
        "/commitments/MX-DUR-PAL1-C2",
        "/metrics",
        "/secretariats",
        "/compare",
        "/practices",
        "/dialogue",
        "/organizations",
        "/organizations/inai",
        "/coverage",
        "/measures",
        "/changes",
        "/timeline",
        "/builder",
        "/about",
        "/api-docs",
        "/problems/not-found",
    ];

    private static IEnumerable<TestCaseData> Looks =>
        from page in Pages
        from language in (string[])["es", "en"]
        select new TestCaseData(page, language);

    [TestCaseSource(nameof(Looks))]
    public async Task What_a_shared_link_shows_is_what_the_page_says_of_itself(string address, string language)
    {
        await using var context = await ContextAsync(412, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*.js", route => route.AbortAsync());
        await LandAsync(page, In(address, language));
        var before = await page.EvaluateAsync<JsonElement>(Says);
        var place = await page.EvaluateAsync<double[]>(
            "() => { const { x, y, height } = document.querySelector('h1').getBoundingClientRect(); return [x, y, height]; }"
        );
        await page.UnrouteAsync("**/*.js");
        await OpenAsync(page, address, language);
        var after = await page.EvaluateAsync<JsonElement>(Says);
        Assert.Multiple(async () =>
        {
            foreach (var said in before.EnumerateObject().Some())
            {
                // A long text is shortened where only its beginning is shown.
                var value = said.Value.ToString();
                Assert.That(
                    after.GetProperty(said.Name).ToString(),
                    value.EndsWith('…') ? Does.StartWith(value[..^1]) : Is.EqualTo(value),
                    said.Name
                );
            }

            Assert.That(after.EnumerateObject().Count(), Is.EqualTo(before.EnumerateObject().Count()));
            Assert.That(before.GetProperty("twice").GetInt32(), Is.EqualTo(4), "each is said once");
            Assert.That(
                await page.EvaluateAsync<double[]>(
                    "() => { const { x, y, height } = document.querySelector('h1').getBoundingClientRect(); return [x, y, height]; }"
                ),
                Is.EqualTo(place).Within(0.5),
                "the heading does not move"
            );
        });
        using var picture = await App.SendAsync(new Uri(before.GetProperty("og:image").GetString()!).PathAndQuery);
        Assert.That(picture.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/png"));
    }

    [TestCase("es")]
    [TestCase("en")]
    public async Task Whether_government_became_more_open_is_answered_alike_with_and_without_scripts(string language)
    {
        using var served = await App.SendAsync($"/metrics?lang={language}");
        var html = await served.Content.ReadAsStringAsync();
        await using var context = await ContextAsync(412, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/metrics", language);
        foreach (var drawn in (string[])["#trend-question", "#trend-answer"])
        {
            Assert.That(html, Does.Contain($">{await page.Locator(drawn).InnerTextAsync()}<"), drawn);
        }
    }

    [TestCaseSource(nameof(Pages))]
    public async Task What_was_asked_for_with_the_page_is_used_and_not_asked_again(string address)
    {
        await using var context = await ContextAsync(412, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith(App.Address.ToString(), StringComparison.Ordinal))
            {
                asked.Add(request.Url);
            }
        };
        await OpenAsync(page, address, "en");
        using var response = await App.SendAsync($"{address}?lang=en");
        var html = await response.Content.ReadAsStringAsync();
        var written = Early().Match(html).Groups[1].Value;
        var first = JsonSerializer.Deserialize<string[]>(written)!;
        Assert.Multiple(async () =>
        {
            foreach (var path in first.PerhapsNone("a page of words alone asks nothing"))
            {
                Assert.That(asked.Count(url => url == new Uri(App.Address, path).ToString()), Is.EqualTo(1), path);
            }

            Assert.That(await page.EvaluateAsync<int>("() => Object.keys(opengov.first).length"), Is.Zero, "all of it was used");
            Assert.That(
                asked.Some().Where(url => url.EndsWith("config.json", StringComparison.Ordinal)),
                Is.Empty,
                "where the API is, the page says"
            );
            Assert.That(
                asked
                    .Some()
                    .Where(url =>
                        html.Contains(new Uri(url).AbsolutePath, StringComparison.Ordinal) && url.EndsWith(".css", StringComparison.Ordinal)
                    ),
                Is.Empty,
                "the styles are in the page"
            );
        });
    }

    [Test]
    public async Task An_address_without_a_page_shows_the_page_about_it_and_search_engines_pass_by()
    {
        foreach (
            var address in (string[])["/nowhere", "/states/MX-XXX", "/commitments/none", "/plans/MX-DUR-1/more", "/problems/unheard-of"]
        )
        {
            using var response = await App.SendAsync($"{address}?lang=en");
            var html = await response.Content.ReadAsStringAsync();
            Assert.Multiple(() =>
            {
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), address);
                Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
                Assert.That(
                    html,
                    Does.Contain("<h1>This page does not exist</h1>").And.Contain("content=\"noindex\"").And.Contain("<html lang=\"en\">")
                );
                Assert.That(html, Does.Not.Contain("og:image"));
            });
        }
    }

    [Test]
    public async Task A_record_gives_its_page_a_title_under_any_spelling_of_its_id()
    {
        foreach (var (address, title) in ((string, string)[])[("/states/10", "Durango"), ("/states/mx-dur", "Durango")])
        {
            using var response = await App.SendAsync(address);
            var html = await response.Content.ReadAsStringAsync();
            Assert.That(
                html,
                Does.Contain($"<title>{title} · OpenGov México</title>")
                    .And.Contain($"<link rel=\"canonical\" href=\"{App.Address}states/MX-DUR\""),
                address
            );
        }
    }

    [Test]
    public async Task No_text_of_a_record_can_become_part_of_the_page()
    {
        await using var app = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("Dashboard:Folder", Path.Combine(Checkout.Root, "web-client", "build"))
        );
        const string Hostile = "\"><script>alert('x')</script> & <!--";
        await app.SaveCommitmentAsync("MX-DUR-PAL1-C2", ("title_es", Hostile), ("problem_es", Hostile + new string('x', 400)));
        using var response = await app.SendAsync("/commitments/MX-DUR-PAL1-C2");
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(html, Does.Not.Contain("<script>alert"));
        Assert.That(WebUtility.HtmlDecode(Title().Match(html).Groups[1].Value), Is.EqualTo($"{Hostile} · OpenGov México"));
        foreach (
            var address in (string[])
                [
                    "/states/%22%3E%3Cscript%3Ealert(1)",
                    "/states/MX-DUR?lang=%22%3E%3Cscript%3Ealert(1)",
                    "/commitments/MX-DUR-PAL1-C2%3C%2Fscript%3E",
                ]
        )
        {
            using var other = await app.SendAsync(address);
            Assert.That(await other.Content.ReadAsStringAsync(), Does.Not.Contain("<script>alert").And.Not.Contain("C2</script>"), address);
        }
    }

    [GeneratedRegex(@"asked:(\[.*?\]),first:")]
    private static partial Regex Early();

    [GeneratedRegex("<title>(.*?)</title>")]
    private static partial Regex Title();
}
