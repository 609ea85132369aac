using System.Net;
using System.Text.Json;

namespace OpenGov.Api.Tests.Synthetic;

/// <summary>The service over the synthetic region, against what was counted by hand.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class SyntheticDataTests(string provider)
{
    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await SyntheticData.StartAsync(provider);

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [TestCaseSource(nameof(Filters))]
    public async Task Each_value_of_a_filter_finds_as_many_rows_as_were_counted(string list, string filter)
    {
        var expected = SyntheticData.Expected("totals").GetProperty(list).GetProperty(filter);
        var found = new Dictionary<string, int>();
        foreach (var value in expected.EnumerateObject().Some())
        {
            found[value.Name] = await TotalAsync($"{list}{(list.Contains('?') ? '&' : '?')}{filter}={value.Name}");
        }

        Assert.That(found, Is.EqualTo(expected.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetInt32())));
    }

    [Test]
    public async Task Each_value_of_each_filter_was_counted()
    {
        var totals = SyntheticData.Expected("totals");
        var missing = new List<string>();
        var description = await app.GetAsync("/openapi/v1.json");
        var paths = PublicReads.Described(description).ToList();
        foreach (var (path, operation) in paths.Where(path => path.Path.StartsWith("/api/v1/", StringComparison.Ordinal)).Some())
        {
            var parameters = operation.TryGetProperty("parameters", out var given) ? given.EnumerateArray().ToList() : [];
            if (!parameters.Any(parameter => parameter.GetProperty("name").GetString() == "cursor"))
            {
                continue;
            }

            var list = totals.EnumerateObject().FirstOrDefault(one => one.Name.Split('?')[0] == path["/api/v1/".Length..]);
            foreach (var parameter in parameters)
            {
                var name = parameter.GetProperty("name").GetString()!;
                // These choose what an answer holds, not its rows.
                var codes = name is "fields" or "facets" or "include" or "vocabulary"
                    ? []
                    : description.Codes(parameter.GetProperty("schema"));

                var counted = list.Value.ValueKind == JsonValueKind.Object && list.Value.TryGetProperty(name, out var of) ? of : default;
                missing.AddRange(
                    codes
                        .Where(code => counted.ValueKind != JsonValueKind.Object || !counted.TryGetProperty(code, out _))
                        .Select(code => $"{path}?{name}={code}")
                );
            }
        }

        Assert.That(missing, Is.Empty, "datasets/test/expected/totals.json says how many rows each value finds");
    }

    [TestCaseSource(nameof(Names), new object[] { "lists" })]
    public async Task A_list_has_as_many_rows_as_were_counted(string address) =>
        Assert.That(await TotalAsync(address), Is.EqualTo(SyntheticData.Expected("lists").GetProperty(address).GetInt32()));

    [TestCaseSource(nameof(Figures))]
    public async Task A_figure_of_each_record_is_the_one_that_was_reckoned(string list, string property)
    {
        var expected = SyntheticData.Expected("figures").GetProperty(list).GetProperty(property);
        var rows = await app.AllAsync($"{list}{(list.Contains('?') ? '&' : '?')}limit=7");
        var found = rows.ToDictionary(row => row.GetProperty("id").GetString()!, row => SyntheticData.Plain(row.GetProperty(property)));
        Assert.That(found, Is.EqualTo(expected.EnumerateObject().ToDictionary(one => one.Name, one => SyntheticData.Plain(one.Value))));
    }

    [TestCaseSource(nameof(Names), new object[] { "orders" })]
    public async Task Rows_come_in_the_order_that_was_written_down(string address)
    {
        var expected = SyntheticData.Expected("orders").GetProperty(address).EnumerateArray().Select(id => id.GetString());
        foreach (var limit in (int[])[500, 3])
        {
            var rows = await app.AllAsync($"{address}&limit={limit}");
            var ids = rows.Select(row => row.GetProperty("id").GetString()).PerhapsNone("some searches find nothing, as is written down");
            Assert.That(ids, Is.EqualTo(expected), $"in pages of {limit}");
        }
    }

    [TestCaseSource(nameof(Names), new object[] { "stats" })]
    public async Task Groups_are_counted_with_the_address_of_their_rows(string address)
    {
        var expected = SyntheticData.Expected("stats").GetProperty(address);
        var found = await app.GetAsync(address);
        Assert.That(found.GetProperty("total").GetInt32(), Is.EqualTo(expected.GetProperty("total").GetInt32()));
        Assert.That(
            found.GetProperty("items").EnumerateArray().Some().Select(Row),
            Is.EqualTo(expected.GetProperty("items").EnumerateArray().Select(Row))
        );
        foreach (var group in found.GetProperty("items").EnumerateArray().Some())
        {
            Assert.That(await TotalAsync(group.GetProperty("rows_url").GetString()!), Is.EqualTo(group.GetProperty("count").GetInt32()));
        }

        Dictionary<string, object?> Row(JsonElement group) =>
            group
                .EnumerateObject()
                .ToDictionary(
                    one => one.Name,
                    one => one.Name == "rows_url" ? PathOf(one.Value.GetString()!) : SyntheticData.Plain(one.Value)
                );
    }

    [TestCaseSource(nameof(Names), new object[] { "summary" })]
    public async Task Headline_figures_are_counted_with_the_address_of_their_rows(string address)
    {
        var figures = (await app.GetAsync(address))
            .GetProperty("figures")
            .EnumerateArray()
            .ToDictionary(one => one.GetProperty("key").GetString()!);
        var expected = SyntheticData.Expected("summary").GetProperty(address);
        Assert.That(
            figures.Keys,
            expected.EnumerateObject().Any() ? Is.SupersetOf(expected.EnumerateObject().Select(one => one.Name)) : Is.Empty
        );
        foreach (var one in expected.EnumerateObject().PerhapsNone("of some days none is written down"))
        {
            var figure = figures[one.Name];
            Assert.Multiple(() =>
            {
                foreach (var number in (string[])["documented", "missing", "coverage_percent"])
                {
                    Assert.That(
                        SyntheticData.Plain(figure.GetProperty(number)),
                        Is.EqualTo(SyntheticData.Plain(one.Value.GetProperty(number))),
                        $"{one.Name}: {number}"
                    );
                }
                var rows = figure.GetProperty("rows_url").GetString() is { } url ? PathOf(url) : null;
                Assert.That(rows, Is.EqualTo(one.Value.GetProperty("rows_url").GetString()), one.Name);
            });
        }
    }

    [TestCaseSource(nameof(Names), new object[] { "health" })]
    public async Task A_check_of_health_has_the_verdict_that_was_reckoned(string plan)
    {
        var expected = SyntheticData.Expected("health").GetProperty(plan);
        var parts = plan.Split('?');
        var health = await app.GetAsync($"plans/{parts[0]}/health{(parts.Length > 1 ? $"?{parts[1]}" : "")}");
        var checks = health.GetProperty("checks").EnumerateArray().ToDictionary(one => one.GetProperty("code").GetString()!);
        Assert.That(checks.Keys, parts.Length > 1 ? Is.SupersetOf(Codes()) : Is.EquivalentTo(Codes()));
        foreach (var one in expected.EnumerateObject().Some())
        {
            var check = checks[one.Name];
            string[] found =
            [
                check.GetProperty("verdict").ToString(),
                check.GetProperty("count").ToString(),
                check.GetProperty("out_of").ToString(),
            ];
            Assert.That(found, Is.EqualTo(one.Value.EnumerateArray().Select(value => value.ToString())), one.Name);
            var rows = check.GetProperty("rows_url").GetString()!;
            Assert.That(await TotalAsync(rows), Is.EqualTo(check.GetProperty("count").GetInt32()), one.Name);
            Assert.That(rows.Contains("as_of=", StringComparison.Ordinal), Is.EqualTo(parts.Length > 1), rows);
        }

        if (parts.Length == 1)
        {
            foreach (var (property, verdict) in ((string, string)[])[("met", "met"), ("not_met", "not_met"), ("no_data", "no_data")])
            {
                var counted = expected.EnumerateObject().Count(one => one.Value[0].GetString() == verdict);
                Assert.That(health.GetProperty(property).GetInt32(), Is.EqualTo(counted), property);
            }
        }

        IEnumerable<string> Codes() => expected.EnumerateObject().Select(one => one.Name);
    }

    [TestCaseSource(nameof(AsOf), new object[] { "totals" })]
    public async Task A_list_of_an_earlier_day_has_as_many_rows_as_were_counted(string address) =>
        Assert.That(
            await TotalAsync(address),
            Is.EqualTo(SyntheticData.Expected("as_of").GetProperty("totals").GetProperty(address).GetInt32())
        );

    [TestCaseSource(nameof(AsOf), new object[] { "records" })]
    public async Task A_record_of_an_earlier_day_is_as_it_was_at_the_end_of_that_day(string address)
    {
        var record = await app.GetAsync(address);
        foreach (var property in SyntheticData.Expected("as_of").GetProperty("records").GetProperty(address).EnumerateObject().Some())
        {
            Assert.That(
                SyntheticData.Plain(record.GetProperty(property.Name)),
                Is.EqualTo(SyntheticData.Plain(property.Value)),
                property.Name
            );
        }
    }

    [TestCaseSource(nameof(AsOf), new object[] { "refusals" })]
    public async Task What_was_not_there_on_a_day_is_refused(string address)
    {
        var status = SyntheticData.Expected("as_of").GetProperty("refusals").GetProperty(address).GetInt32();
        await app.GetProblemAsync(address, (HttpStatusCode)status);
    }

    [TestCaseSource(nameof(AsOf), new object[] { "histories" })]
    public async Task A_history_has_each_change_with_a_version_of_its_own(string address)
    {
        // The history of a commitment holds the changes of what hangs on it too.
        var history = await app.GetAsync(address);
        var id = history.GetProperty("commitment_id").GetString();
        var changes = history
            .GetProperty("changes")
            .EnumerateArray()
            .Where(change => change.GetProperty("record_id").GetString() == id)
            .Select(change => $"{change.GetProperty("action")} {change.GetProperty("version")}");
        var expected = SyntheticData
            .Expected("as_of")
            .GetProperty("histories")
            .GetProperty(address)
            .EnumerateArray()
            .Select(change => $"{change[0]} {change[1]}");
        Assert.That(changes, Is.EqualTo(expected));
    }

    [TestCase(9, new[] { 8 })]
    [TestCase(8, new[] { 8 })]
    [TestCase(7, new[] { 7, 1 })]
    [TestCase(4, new[] { 4, 4 })]
    [TestCase(1, new[] { 1, 1, 1, 1, 1, 1, 1, 1 })]
    public async Task The_last_page_has_no_next_also_when_it_is_full(int limit, int[] pages)
    {
        string? next = $"commitments?plan=XT-OES-PAL1&limit={limit}";
        var found = new List<int>();
        while (next is not null && found.Count <= pages.Length)
        {
            var page = await app.GetAsync(next);
            found.Add(page.GetProperty("returned").GetInt32());
            next = page.GetProperty("next").GetString();
        }

        Assert.That(found, Is.EqualTo(pages));
    }

    private static IEnumerable<TestCaseData> Filters() => Pairs("totals");

    private static IEnumerable<TestCaseData> Figures() => Pairs("figures");

    private static IEnumerable<TestCaseData> Pairs(string file) =>
        SyntheticData
            .Expected(file)
            .EnumerateObject()
            .SelectMany(one => one.Value.EnumerateObject(), (one, other) => new TestCaseData(one.Name, other.Name));

    private static IEnumerable<TestCaseData> Names(string file) =>
        SyntheticData.Expected(file).EnumerateObject().Select(one => new TestCaseData(one.Name));

    private static IEnumerable<TestCaseData> AsOf(string part) =>
        SyntheticData.Expected("as_of").GetProperty(part).EnumerateObject().Select(one => new TestCaseData(one.Name));

    private static string PathOf(string address) => Uri.UnescapeDataString(new Uri(address).PathAndQuery);

    private async Task<int> TotalAsync(string address) =>
        (await app.GetAsync($"{address}{(address.Contains('?') ? '&' : '?')}limit=1")).GetProperty("total").GetInt32();
}
