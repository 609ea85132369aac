using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>The whole API as a reader meets it who follows every address that an answer gives.</summary>
[Parallelizable]
public sealed partial class CrawlTests(string provider) : ApiFixture(provider)
{
    private readonly HashSet<string> found = [];
    private readonly Queue<string> unread = new();
    private int counts;

    [OneTimeSetUp]
    public Task AddDialoguesAsync() => App.AddDialoguesAsync();

    [Test]
    public async Task Every_address_in_every_answer_answers_and_every_rows_url_gives_the_number_that_it_explains()
    {
        foreach (var path in AllLists.Paths)
        {
            Meet($"/api/v1/{AllLists.Address(path, "limit=500")}");
        }

        foreach (
            var key in (string[])
                ["level", "state", "plan", "status", "completion", "early_results", "policy_area", "sdg", "ogp_value", "sector"]
        )
        {
            Meet($"/api/v1/stats/commitments?group_by={key}");
        }

        Meet("/api/v1/stats/summary");
        foreach (var plan in await App.AllAsync("plans?limit=500&fields=id"))
        {
            Meet($"/api/v1/plans/{plan.GetProperty("id").GetString()}/health");
        }

        while (unread.TryDequeue(out var address))
        {
            using var response = await App.SendAsync(address);
            Assert.That((int)response.StatusCode, Is.EqualTo(200), address);
            if (response.Content.Headers.ContentType?.MediaType == "application/json")
            {
                using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                await ReadAsync(answer.RootElement);
            }
        }

        TestContext.Out.WriteLine($"{found.Count} addresses, {counts} counts");
        Assert.That(found, Has.Count.GreaterThan(1500), "records link to one another");
        Assert.That(counts, Is.GreaterThan(400), "counts name their rows");
    }

    [Test]
    public async Task Every_link_of_every_served_page_leads_to_what_it_names()
    {
        var (links, read) = (new List<(string Page, string To)>(), new Dictionary<string, (int Status, string Text)>());
        var faults = new List<string>();
        foreach (var page in (await ServedAsync()).Some())
        {
            var (status, html) = await ReadAsync(page);
            Assert.That(status, Is.EqualTo(200), page);
            var main = html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];
            links.AddRange(Linked(page, html[html.IndexOf("id=\"shell\"", StringComparison.Ordinal)..]));
            faults.AddRange(
                Linked(page, Citation().Replace(Notice().Replace(main, ""), ""))
                    .PerhapsNone("a page may link nowhere")
                    .Where(link => WithoutLanguage(link.To) == WithoutLanguage(page))
                    .Select(link => $"{page} links to itself")
            );

            // Only what is said to be a file or the API's leads there: a list of links, a citation, never a number.
            faults.AddRange(
                Linked(page, Citation().Replace(ListOfLinks().Replace(main, ""), ""))
                    .PerhapsNone("a page may link nowhere")
                    .Where(link => link.To.StartsWith("/api/", StringComparison.Ordinal))
                    .Select(link => $"{page}: a figure leads to {link.To}")
            );
            var ids = Id().Matches(html).Select(id => id.Groups[1].Value).ToList();
            faults.AddRange(ids.Where((id, place) => ids.IndexOf(id) != place).Select(id => $"{page}: twice #{id}"));
        }

        foreach (var (page, to) in links.DistinctBy(link => link.To).Some())
        {
            var parts = to.Split('#');
            var (status, text) = await ReadAsync(parts[0]);
            if (status != 200)
            {
                faults.Add($"{page}: {to} answers {status}");
            }
            else if (parts.Length > 1 && !Id().Matches(text).Any(id => id.Groups[1].Value == Uri.UnescapeDataString(parts[1])))
            {
                faults.Add($"{page}: {to} is no part of its page");
            }
        }

        TestContext.Out.WriteLine($"{links.Count} links, {read.Count} addresses");
        Assert.That(faults, Is.Empty);
        Assert.That(links.Count(link => link.To.Contains('#')), Is.GreaterThan(50), "parts of pages are linked");

        async Task<(int Status, string Text)> ReadAsync(string address)
        {
            if (!read.TryGetValue(address, out var known))
            {
                using var response = await App.SendAsync(address);
                known = (
                    (int)response.StatusCode,
                    response.Content.Headers.ContentType?.MediaType == "text/html"
                        ? WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync())
                        : ""
                );
                read[address] = known;
            }

            return known;
        }

        IEnumerable<(string Page, string To)> Linked(string page, string html) =>
            Link()
                .Matches(html)
                .Select(link => link.Groups[1].Value.Replace(App.Address.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal))
                .Select(to => to.Length == 0 ? "/" : to)
                .Where(to => to[0] == '/')
                .Select(to => (page, to));
    }

    /// <summary>Every page that is found by its address, in both languages.</summary>
    private async Task<IReadOnlyList<string>> ServedAsync()
    {
        using var sitemap = await App.SendAsync("/sitemap.xml");
        var pages = Regex
            .Matches(await sitemap.Content.ReadAsStringAsync(), "<loc>([^<]*)</loc>")
            .Select(page => new Uri(WebUtility.HtmlDecode(page.Groups[1].Value)).PathAndQuery)
            .Select(WithoutLanguage)
            .Concat(ServedPagesTests.Pages)
            .Append("/search?q=INAI")
            .Distinct()
            .ToList();
        return [.. pages, .. pages.Select(page => $"{page}{(page.Contains('?') ? '&' : '?')}lang=en")];
    }

    private static string WithoutLanguage(string address) => Language().Replace(address, "");

    [GeneratedRegex("[?&]lang=(en|es)(?=$|#)")]
    private static partial Regex Language();

    [GeneratedRegex("<a [^>]*?href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<details class=\"cited\">.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Citation();

    [GeneratedRegex("<ul class=\"links\">.*?</ul>", RegexOptions.Singleline)]
    private static partial Regex ListOfLinks();

    [GeneratedRegex("<p class=\"notice\">.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Notice();

    private void Meet(string address)
    {
        if (found.Add(address))
        {
            unread.Enqueue(address);
        }
    }

    private async Task ReadAsync(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray().PerhapsNone("a list may be empty; the addresses are counted"))
                {
                    await ReadAsync(item);
                }

                break;
            case JsonValueKind.Object:
                if (value.TryGetProperty("rows_url", out var rows) && rows.GetString() is { } address)
                {
                    counts++;
                    var number = value.TryGetProperty("count", out var count) ? count : value.GetProperty("documented");
                    Assert.That(
                        (await App.GetAsync($"{address}{(address.Contains('?') ? '&' : '?')}limit=1")).GetProperty("total").GetInt32(),
                        Is.EqualTo(number.GetInt32()),
                        address
                    );
                }

                foreach (var property in value.EnumerateObject().PerhapsNone("the addresses are counted"))
                {
                    if (property.Name == "links")
                    {
                        foreach (var link in property.Value.EnumerateObject().Where(link => link.Value.ValueKind == JsonValueKind.String))
                        {
                            Meet(link.Value.GetString()!);
                        }
                    }
                    else if (property.Name == "next" && property.Value.GetString() is { } next)
                    {
                        Meet(next);
                    }
                    else
                    {
                        await ReadAsync(property.Value);
                    }
                }

                break;
        }
    }
}
