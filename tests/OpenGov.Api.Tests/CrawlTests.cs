using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>The whole API as a reader meets it who follows every address that an answer gives.</summary>
[Parallelizable]
public sealed class CrawlTests(string provider) : ApiFixture(provider)
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
