using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>
/// Every number on every page is one that the API gives at that moment, or follows from what it gives: a count of
/// rows, a sum, a share, a difference, a place. A figure answers for its numbers with the address that it cites and the
/// lists that it leads to, the rest of a page with all that the page asked for. The test asks the API itself; it does
/// not believe what the page was told.
/// </summary>
[Category("Browser")]
[Parallelizable]
public sealed partial class NumbersTests : BrowserFixture
{
    private static readonly string[] Pages =
    [
        "/",
        "/states",
        "/states?tab=table",
        "/states?measure=plans_documented&class=1&tab=table",
        "/states/MX-DUR",
        "/states/MX-PUE",
        "/states/MX-JAL",
        "/plans",
        "/plans/MX-NAP3",
        "/plans/MX-NAP4",
        "/plans/MX-DUR-PAL1",
        "/commitments",
        "/commitments?q=agua&level=local",
        "/commitments?outcome=table",
        "/commitments/MX-DUR-PAL1-C2",
        "/commitments/MX-NAP4-C10",
        "/commitments/MX-CAM-PAL1-C2",
        "/secretariats",
        "/compare?states=MX-DUR,MX-JAL,MX-MOR",
        "/metrics",
        "/practices",
        "/timeline",
        "/coverage",
        "/measures",
    ];

    /// <summary>Where numbers are not data: examples of addresses, axes, what a reader types.</summary>
    private const string Read = """
        (() => {
          const skipped = 'pre, code, script, style, input, select, option, [aria-hidden=true], .axis, [data-not-data]';
          const found = [];
          const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement;
            if (!/\d/.test(node.data) || element.closest(skipped) || !element.checkVisibility?.()) continue;
            const around = element.closest('figure, section, tr, li, p, h1, h2, h3')?.textContent ?? '';
            const figure = element.closest('figure')?.id ?? '';
            found.push([node.data.trim(), around.replace(/\s+/g, ' ').trim().slice(0, 160), figure].join('\u0000'));
          }
          return found;
        })()
        """;

    /// <summary>
    /// Of each figure: the addresses that it cites, the lists of the explorer that it leads to, and how many rows and items it has, and each
    /// list in it.
    /// </summary>
    private const string Figures = """
        [...document.querySelectorAll('main figure[id]')].map(f => ({
          id: f.id,
          api: [...f.querySelectorAll('a[href*="/api/v1/"]')].map(a => a.href).filter(a => !/\.(csv|xlsx|ndjson)\b/.test(a)),
          lists: [...f.querySelectorAll('a')]
            .map(a => new URL(a.href.baseVal ?? a.href, location.href))
            .filter(a => a.pathname === '/commitments' && a.search)
            .map(a => { a.searchParams.delete('lang'); a.searchParams.set('limit', 1); return a.pathname + '?' + a.searchParams; }),
          shown: [
            f.querySelectorAll('tbody tr').length, f.querySelectorAll('li').length, f.querySelectorAll('li a').length,
            ...[...f.querySelectorAll('li p')].map(list => list.querySelectorAll(':scope > a').length),
          ],
        }))
        """;

    private static IEnumerable<TestCaseData> Cases =>
        from page in Pages
        from language in (string[])["es", "en"]
        select new TestCaseData(page, language);

    [TestCaseSource(nameof(Cases))]
    public async Task Every_number_on_a_page_follows_from_the_API(string address, string language)
    {
        var strangers = await StrangersAsync(address, language);
        Assert.That(strangers, Is.Empty);
    }

    [TestCase("/", 1013)]
    [TestCase("/states/MX-DUR", 1013)]
    [TestCase("/metrics", 1013)]
    [TestCase("/secretariats", 1013)]
    [TestCase("/", 17)]
    [TestCase("/states/MX-DUR", 17)]
    [TestCase("/commitments", 17)]
    [TestCase("/plans/MX-NAP4", 17)]
    [TestCase("/timeline", 17)]
    public async Task A_page_that_shows_other_numbers_than_the_API_gives_is_found(string address, int off)
    {
        // The page is told numbers that are a little off; the test asks the API itself.
        var strangers = await StrangersAsync(
            address,
            "en",
            body =>
                Number()
                    .Replace(
                        body,
                        match =>
                        {
                            var (key, number) = (match.Value[..match.Value.IndexOf(':')], match.Groups[1].Value);
                            return int.TryParse(number, CultureInfo.InvariantCulture, out var whole)
                                ? $"{key}:{whole + off}"
                                : string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"{key}:{decimal.Parse(number, CultureInfo.InvariantCulture) * 0.7131m:0.0000}"
                                );
                        }
                    )
        );
        Assert.That(strangers, Has.Count.GreaterThan(3));
    }

    private async Task<List<string>> StrangersAsync(string address, string language, Func<string, string>? change = null)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var asked = new HashSet<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/api/v1/", StringComparison.Ordinal))
            {
                asked.Add(request.Url);
            }
        };
        if (change is not null)
        {
            // Other numbers can be ones that a page cannot show, of which what was served would stay.
            await WithoutServedPagesAsync(page);
            await page.RouteAsync(
                "**/api/v1/**",
                async route =>
                {
                    var answer = await route.FetchAsync();
                    await route.FulfillAsync(new() { Response = answer, Body = change(await answer.TextAsync()) });
                }
            );
        }

        await OpenAsync(page, address, language);
        var cited = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main a[href*=\"/api/v1/\"]')].map(a => a.href)");
        var texts = await page.EvaluateAsync<string[]>(Read);
        // A figure answers for its numbers with the address that it cites, the rest of the page with all that it asked for.
        var figures = (await page.EvaluateAsync<JsonElement>(Figures))
            .EnumerateArray()
            .ToDictionary(figure => figure.GetProperty("id").GetString()!);
        var byAddress = new Dictionary<string, AnswerNumbers>();
        var known = new AnswerNumbers();
        foreach (
            var from in asked
                .Concat(cited)
                .Concat(figures.Values.SelectMany(Cited))
                .Select(from => from.Split('#')[0])
                .Where(from => !Export().IsMatch(from))
                .Distinct()
                .Some()
        )
        {
            for (string? next = from; next is not null; )
            {
                using var response = await App.SendAsync(next);
                if (response.Content.Headers.ContentType?.MediaType != "application/json")
                {
                    break;
                }

                Assert.That((int)response.StatusCode, Is.EqualTo(200), $"{address} cites {next}");
                using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                known.Read(answer.RootElement);
                byAddress.TryAdd(from, new AnswerNumbers());
                byAddress[from].Read(answer.RootElement);
                foreach (var record in FewRecords(answer.RootElement))
                {
                    // A list of a handful leads to each record, which has more to say.
                    using var one = JsonDocument.Parse(await (await App.SendAsync(record)).Content.ReadAsStringAsync());
                    byAddress[from].Read(one.RootElement);
                }
                next = asked.Contains(from) || !answer.RootElement.TryGetProperty("next", out var more) ? null : more.GetString();
            }
        }

        var strangers = new List<string>();
        foreach (var text in texts.Select(text => text.Split('\0')))
        {
            foreach (Match token in Token().Matches(text[0]))
            {
                var number = decimal.Parse(token.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
                var isCited = figures.TryGetValue(text[2], out var figure) && figure.GetProperty("api").GetArrayLength() > 0;
                List<AnswerNumbers> own = isCited
                    ? [.. Cited(figure).Select(from => byAddress.GetValueOrDefault(from)).OfType<AnswerNumbers>()]
                    : [known];
                if (
                    isCited
                    && (
                        figure.GetProperty("shown").EnumerateArray().Any(count => count.GetDecimal() == number)
                        || (number is >= 2000 and < 2100 && known.Explain(number, false, 0))
                    )
                )
                {
                    // How many rows the figure itself has; and years, which are the same everywhere.
                    continue;
                }

                if (
                    !own.Any(answers =>
                        answers.Explain(
                            number,
                            token.Groups[2].Success,
                            token.Groups[1].Value.Contains('.') ? token.Groups[1].Value.Split('.')[1].Length : 0
                        )
                    ) && !known.Quoted(token, text[0])
                )
                {
                    strangers.Add($"{token.Value} in “{text[0]}” ({text[1]})");
                }
            }
        }

        return strangers;
    }

    /// <summary>Addresses of the API behind a figure: those that it cites, and those of the lists that it leads to.</summary>
    private IEnumerable<string> Cited(JsonElement figure) =>
        from part in (string[])["api", "lists"]
        from address in figure.GetProperty(part).EnumerateArray()
        select part == "api" ? address.GetString()!.Split('#')[0] : $"{App.Address}api/v1{address.GetString()}";

    private static IEnumerable<string> FewRecords(JsonElement answer) =>
        answer.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array && items.GetArrayLength() <= 10
            ? items
                .EnumerateArray()
                .Where(item => item.TryGetProperty("links", out var links) && links.TryGetProperty("self", out _))
                .Select(item => item.GetProperty("links").GetProperty("self").GetString()!)
            : [];

    [GeneratedRegex(@"(?<![\p{L}\d.,-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(%))?")]
    private static partial Regex Token();

    [GeneratedRegex("\"[a-z_]+\":(\\d+(?:\\.\\d+)?)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\.(csv|xlsx|ndjson|atom|ics|geojson|feed\.json)\b")]
    private static partial Regex Export();
}
