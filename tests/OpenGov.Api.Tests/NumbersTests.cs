using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>
/// Every number on every page is one that the API gives at that moment, or follows from what it gives: a count of
/// rows, a sum, a share, a difference. The test asks the API itself; it does not believe what the page was told.
/// </summary>
[Category("Browser")]
public sealed partial class NumbersTests : BrowserFixture
{
    private static readonly string[] Pages =
    [
        "/", "/states", "/states?view=table", "/states/MX-DUR", "/states/MX-PUE", "/states/MX-JAL", "/plans", "/plans/MX-NAP3", "/plans/MX-NAP4", "/plans/MX-DUR-PAL1", "/commitments", "/commitments?q=agua&level=local",
        "/commitments/MX-DUR-PAL1-C2", "/commitments/MX-NAP4-C10", "/commitments/MX-CAM-PAL1-C2", "/secretariats", "/compare?states=MX-DUR,MX-JAL,MX-MOR", "/metrics", "/practices", "/timeline", "/coverage",
    ];

    /// <summary>Where numbers are not data: examples of addresses, axes, what a reader types.</summary>
    private const string Read =
        """
        (() => {
          const skipped = 'pre, code, script, style, input, select, option, [aria-hidden=true], .axis, [data-not-data]';
          const found = [];
          const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement;
            if (!/\d/.test(node.data) || element.closest(skipped) || !element.checkVisibility?.()) continue;
            found.push(node.data.trim() + '\u0000' + (element.closest('figure, section, tr, li, p, h1, h2, h3')?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 160));
          }
          return found;
        })()
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

    [TestCase("/")]
    [TestCase("/states/MX-DUR")]
    [TestCase("/metrics")]
    [TestCase("/secretariats")]
    public async Task A_page_that_shows_other_numbers_than_the_API_gives_is_found(string address)
    {
        // The page is told numbers that are a little off; the test asks the API itself.
        var strangers = await StrangersAsync(address, "en", body => Number().Replace(body, match =>
            int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var whole) ? $"{match.Value[..match.Value.IndexOf(':')]}:{whole + 1013}"
            : $"{match.Value[..match.Value.IndexOf(':')]}:{(decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * 0.7131m).ToString("0.0000", CultureInfo.InvariantCulture)}"));
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
            await page.RouteAsync("**/api/v1/**", async route =>
            {
                var answer = await route.FetchAsync();
                await route.FulfillAsync(new() { Response = answer, Body = change(await answer.TextAsync()) });
            });
        }

        await OpenAsync(page, address, language);
        var cited = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main a[href*=\"/api/v1/\"]')].map(a => a.href)");
        var texts = await page.EvaluateAsync<string[]>(Read);
        var known = new Numbers();
        foreach (var from in asked.Concat(cited).Select(from => from.Split('#')[0]).Where(from => !Export().IsMatch(from)).Distinct())
        {
            for (string? next = from; next is not null;)
            {
                using var response = await App.SendAsync(next);
                if (response.Content.Headers.ContentType?.MediaType != "application/json")
                {
                    break;
                }

                Assert.That((int)response.StatusCode, Is.EqualTo(200), $"{address} cites {next}");
                using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                known.Read(answer.RootElement);
                next = asked.Contains(from) || !answer.RootElement.TryGetProperty("next", out var more) ? null : more.GetString();
            }
        }

        var strangers = new List<string>();
        foreach (var text in texts.Select(text => text.Split('\0')))
        {
            foreach (Match token in Token().Matches(text[0]))
            {
                var number = decimal.Parse(token.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
                if (!known.Explain(number, token.Groups[2].Success, token.Groups[1].Value.Contains('.') ? token.Groups[1].Value.Split('.')[1].Length : 0))
                {
                    strangers.Add($"{token.Value} in “{text[0]}” ({text[1]})");
                }
            }
        }

        return strangers;
    }

    /// <summary>What follows from answers of the API.</summary>
    private sealed class Numbers
    {
        private readonly HashSet<decimal> values = [];
        private readonly HashSet<decimal> shares = [];

        /// <summary>Whether a number with so many decimals is one of them; a percentage may be of a value between 0 and 1.</summary>
        public bool Explain(decimal number, bool isPercentage, int decimals) =>
            values.Any(value => Math.Round(value, decimals, MidpointRounding.AwayFromZero) == number)
            || (isPercentage && (values.Any(value => Math.Round(value * 100, decimals, MidpointRounding.AwayFromZero) == number) || shares.Any(share => Math.Round(share, decimals, MidpointRounding.AwayFromZero) == number)));

        public void Read(JsonElement value)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Number:
                    values.Add(value.GetDecimal());
                    break;
                case JsonValueKind.String:
                    // Dates, years in titles, ordinals in codes.
                    foreach (Match digits in Digits().Matches(value.GetString()!))
                    {
                        values.Add(decimal.Parse(digits.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
                    }

                    break;
                case JsonValueKind.Object:
                    var numbers = value.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Number).Select(property => property.Value.GetDecimal()).ToList();
                    Relate(numbers);
                    foreach (var property in value.EnumerateObject())
                    {
                        Read(property.Value);
                    }

                    break;
                case JsonValueKind.Array:
                    Count([.. value.EnumerateArray()]);
                    foreach (var item in value.EnumerateArray())
                    {
                        Read(item);
                    }

                    break;
            }
        }

        /// <summary>Differences and shares of numbers that stand together.</summary>
        private void Relate(IReadOnlyList<decimal> together)
        {
            foreach (var one in together)
            {
                foreach (var other in together.Where(other => other != 0))
                {
                    values.Add(Math.Abs(one - other));
                    shares.Add(100 * one / other);
                    shares.Add(100 * Math.Abs(one - other) / other);
                }
            }
        }

        /// <summary>How many rows there are, how many have each value of a property, and what numbers of them come to.</summary>
        private void Count(IReadOnlyList<JsonElement> rows)
        {
            values.Add(rows.Count);
            var objects = rows.Where(row => row.ValueKind == JsonValueKind.Object).ToList();
            values.UnionWith(objects.Where(row => row.TryGetProperty("indicator", out _) && row.TryGetProperty("scope", out _)).GroupBy(row => $"{row.GetProperty("indicator")} {row.GetProperty("scope")} {row.GetProperty("edition")}").Select(group => (decimal)group.Count()));
            foreach (var name in objects.SelectMany(row => row.EnumerateObject().Select(property => property.Name)).Distinct().ToList())
            {
                var cells = objects.Select(row => row.TryGetProperty(name, out var cell) ? cell : default).ToList();
                var counts = cells.GroupBy(cell => cell.ValueKind is JsonValueKind.Undefined ? "null" : cell.GetRawText()).Select(group => (decimal)group.Count()).ToList();
                var unknown = cells.Count(cell => cell.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined);
                values.UnionWith(counts);
                values.Add(counts.Count);
                values.Add(unknown);
                values.Add(rows.Count - unknown);
                shares.UnionWith(counts.Append(unknown).Append(rows.Count - unknown).Select(count => 100 * count / rows.Count));
                var known = cells.Where(cell => cell.ValueKind == JsonValueKind.Number).Select(cell => cell.GetDecimal()).ToList();
                if (known.Count > 0)
                {
                    values.Add(known.Sum());
                    Relate([known.Sum(), .. known]);
                }
            }
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\d.,-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(%))?")]
    private static partial Regex Token();

    [GeneratedRegex(@"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")]
    private static partial Regex Digits();

    [GeneratedRegex("\"[a-z_]+\":(\\d+(?:\\.\\d+)?)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\.(csv|xlsx|ndjson|atom|ics|geojson|feed\.json)\b")]
    private static partial Regex Export();
}
