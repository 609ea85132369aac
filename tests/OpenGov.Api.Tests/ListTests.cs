using System.Globalization;
using System.Text.Json;
using CsCheck;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

[Category("Quick")]
[Parallelizable]
public sealed class ListTests(string provider) : ApiFixture(provider)
{
    [OneTimeSetUp]
    public Task AddDialoguesAsync() => App.AddDialoguesAsync();

    [Test]
    public async Task Every_list_of_the_API_is_among_those_that_are_tried()
    {
        var described = PublicReads
            .Described(await App.GetAsync("/openapi/v1.json"))
            .Where(path =>
                !path.Path.Contains('{')
                && path.Get.TryGetProperty("parameters", out var parameters)
                && parameters.EnumerateArray().Any(parameter => parameter.GetProperty("name").GetString() == "cursor")
            )
            .Select(path => path.Path["/api/v1/".Length..]);
        Assert.That(AllLists.Paths, Is.EquivalentTo(described), "a list has a line in AllLists");
    }

    [TestCaseSource(typeof(AllLists), nameof(AllLists.Sorts))]
    public async Task Following_next_gives_every_row_once_in_the_stated_order(string path, string key)
    {
        var sort = AllLists.Sql(path).Sorts.Single(sort => sort.Name == key);
        foreach (var direction in (string[])["", "-"])
        {
            // The largest lists in larger pages, so that the test stays short.
            var limit = path is "changes" or "metrics/values" or "terms" ? 97 : 7;
            var rows = await App.AllAsync(AllLists.Address(path, $"sort={direction}{key}&limit={limit}"));
            Assert.That(rows.Select(row => row.GetProperty("id").GetString()).Distinct().Count(), Is.EqualTo(rows.Count), "no row twice");
            AssertOrder(
                rows.Select(row => row.GetProperty(key)).ToList(),
                sort.Kind,
                descending: direction == "-",
                isOrdinal: Provider == "Sqlite"
            );
        }
    }

    [TestCaseSource(typeof(AllLists), nameof(AllLists.Paths))]
    public async Task CSV_NDJSON_and_XLSX_have_the_rows_of_the_pages(string path)
    {
        var ids = (await App.AllAsync(AllLists.Address(path, "limit=500"))).Select(row => row.GetProperty("id").GetString()).Some();
        var csv = Csv.Parse(await App.Client.GetStringAsync(Suffixed(path, "csv")));
        var ndjson = (await App.Client.GetStringAsync(Suffixed(path, "ndjson")))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        var xlsx = Xlsx.Rows(await App.Client.GetByteArrayAsync(Suffixed(path, "xlsx")));
        Assert.Multiple(() =>
        {
            Assert.That(csv.Skip(1).Select(row => row[0]), Is.EqualTo(ids));
            Assert.That(ndjson.Select(row => row.GetProperty("id").GetString()), Is.EqualTo(ids));
            Assert.That(xlsx.Skip(1).Select(row => row[0]), Is.EqualTo(ids));
            Assert.That(xlsx[0], Is.EqualTo(csv[0]), "the same columns");
        });
    }

    [TestCaseSource(typeof(AllLists), nameof(AllLists.Paths))]
    public async Task A_CSV_has_the_plain_properties_of_the_JSON_under_the_same_names(string path)
    {
        var list = await App.GetAsync(AllLists.Address(path, "limit=1"));
        var header = Csv.Parse(await App.Client.GetStringAsync(Suffixed(path, "csv")))[0];
        if (list.GetProperty("items").GetArrayLength() == 0)
        {
            Assert.That(header, Does.Contain("id"));
            return;
        }

        var record = list.GetProperty("items")[0];
        Assert.That(header.Some(), Is.SubsetOf(record.EnumerateObject().Select(property => property.Name)));
        Assert.That(
            header,
            Is.SupersetOf(
                record
                    .EnumerateObject()
                    .Where(property =>
                        property.Value.ValueKind
                            is JsonValueKind.String
                                or JsonValueKind.Number
                                or JsonValueKind.True
                                or JsonValueKind.False
                    )
                    .Select(property => property.Name)
                    .Some()
            )
        );
    }

    [TestCaseSource(typeof(AllLists), nameof(AllLists.Paths))]
    public async Task Fields_gives_these_properties_and_no_others(string path)
    {
        var list = await App.GetAsync(AllLists.Address(path, "fields=id,links&limit=3"));
        foreach (var record in list.GetProperty("items").EnumerateArray().Some())
        {
            Assert.That(record.EnumerateObject().Select(property => property.Name), Is.EqualTo((string[])["id", "links"]));
        }
    }

    [TestCaseSource(typeof(AllLists), nameof(AllLists.Paths))]
    public async Task The_values_of_a_filter_divide_the_list(string path)
    {
        var all = (await App.GetAsync(AllLists.Address(path, "limit=1"))).GetProperty("total").GetInt32();
        foreach (
            var filter in AllLists
                .Sql(path)
                .Filters.Where(filter => filter.Codes is not null && filter is not CodeFilter { IsList: true } and not ConditionFilter)
                .Some()
        )
        {
            var sum = 0;
            foreach (var code in filter.Codes!.Some())
            {
                sum += (await App.GetAsync(AllLists.Address(path, $"{filter.Name}={code}&limit=1"))).GetProperty("total").GetInt32();
            }

            Assert.That(sum, Is.EqualTo(all), $"{path}: every row has one value of {filter.Name}");
            var some = filter.Codes!.Take(2).Some();
            var together = (await App.GetAsync(AllLists.Address(path, $"{filter.Name}={string.Join(',', some)}&limit=1")))
                .GetProperty("total")
                .GetInt32();
            var apart = 0;
            foreach (var code in some)
            {
                apart += (await App.GetAsync(AllLists.Address(path, $"{filter.Name}={code}&limit=1"))).GetProperty("total").GetInt32();
            }

            Assert.That(together, Is.EqualTo(apart), $"{filter.Name}: several values by comma mean or");
        }
    }

    [Test]
    public async Task A_filter_gives_the_rows_whose_property_has_the_value()
    {
        var all = await App.AllAsync("commitments?limit=500");
        foreach (
            var (filter, property) in ((string, string)[])
                [
                    ("state", "state_id"),
                    ("plan", "plan_id"),
                    ("status", "status"),
                    ("completion", "completion"),
                    ("early_results", "early_results"),
                    ("ambition", "ambition"),
                    ("kind", "kind"),
                    ("level", "level"),
                    ("confidence", "confidence"),
                    ("verifiable", "verifiable"),
                    ("relevant", "relevant"),
                    ("overdue", "overdue"),
                    ("in_stated_total", "in_stated_total"),
                ]
        )
        {
            foreach (var group in all.GroupBy(row => Text(row.GetProperty(property))).Some())
            {
                var found = await App.AllAsync($"commitments?{filter}={group.Key ?? "no_data"}&limit=500");
                Assert.That(found.Some().Select(Id), Is.EquivalentTo(group.Select(Id)), $"{filter}={group.Key ?? "no_data"}");
            }
        }

        foreach (
            var (filter, property) in ((string, string)[])
                [("policy_area", "policy_areas"), ("ogp_value", "ogp_values"), ("organization", "lead_organizations")]
        )
        {
            foreach (var value in all.SelectMany(row => row.GetProperty(property).EnumerateArray().Select(Text)).Distinct().Take(12).Some())
            {
                var found = await App.AllAsync($"commitments?{filter}={value}&limit=500");
                var expected = all.Where(row =>
                    row.GetProperty(property).EnumerateArray().Any(item => Text(item) == value)
                    || filter == "organization"
                        && row.GetProperty("supporting_organizations").EnumerateArray().Any(item => Text(item) == value)
                );
                Assert.That(found.Some().Select(Id), Is.EquivalentTo(expected.Select(Id)), $"{filter}={value}");
            }
        }
    }

    [TestCase("presupuesto", "Presupuesto")]
    [TestCase("jovenes", "jóvenes")]
    [TestCase("JÓVENES", "jóvenes")]
    [TestCase("agua limp", "Agua Limpia")]
    [TestCase("\"agua limpia\"", "Agua Limpia")]
    [TestCase("ladrilleras", "ladrilleras")]
    public async Task Full_text_finds_words_whatever_their_accents_and_case(string query, string word)
    {
        var found = await App.AllAsync($"commitments?q={Uri.EscapeDataString(query)}");
        Assert.That(found.Select(row => row.GetRawText()), Has.Some.Contains(word));
    }

    [Test]
    public async Task A_phrase_in_quotes_is_found_only_as_it_stands()
    {
        Assert.That(await App.AllAsync("commitments?q=limpia+agua"), Is.Not.Empty);
        Assert.That(await App.AllAsync("commitments?q=%22limpia+agua%22"), Is.Empty);
    }

    [Test]
    public async Task A_search_ranks_what_has_the_words_in_its_title_first()
    {
        var scores = (await App.AllAsync("search?q=transparencia&limit=500")).Select(row => row.GetProperty("score").GetInt32()).ToList();
        Assert.That(scores, Is.Not.Empty.And.Ordered.Descending);
        Assert.That(scores[0], Is.GreaterThan(scores[^1]));
    }

    [Test]
    public void No_query_is_a_syntax_error() =>
        Gen.String[Gen.Char, 0, 60]
            .Sample(
                query =>
                {
                    using var response = App.SendAsync($"commitments?q={Uri.EscapeDataString($"a{query}")}").GetAwaiter().GetResult();
                    Assert.That((int)response.StatusCode, Is.EqualTo(200).Or.EqualTo(400), query);
                },
                iter: 300,
                threads: 1
            );

    private static string Suffixed(string path, string suffix) =>
        path == "search" ? $"/api/v1/search.{suffix}?q=a" : $"/api/v1/{path}.{suffix}";

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => value.ToString(),
        };

    private static string? Id(JsonElement row) => row.GetProperty("id").GetString();

    /// <summary>Ascending or descending, with what is unknown last in either direction.</summary>
    private static void AssertOrder(List<JsonElement> values, SortKind kind, bool descending, bool isOrdinal)
    {
        var known = values.TakeWhile(value => value.ValueKind != JsonValueKind.Null).ToList();
        Assert.That(
            values.Skip(known.Count).PerhapsNone("all may be known"),
            Has.All.Matches<JsonElement>(value => value.ValueKind == JsonValueKind.Null),
            "unknown values come last"
        );
        if (kind == SortKind.Text && !isOrdinal)
        {
            // SQL Server sorts codes by the collation of the database; what matters is that equal ones stand together.
            var runs = known.Select(Text).Where((value, i) => i == 0 || value != Text(known[i - 1])).ToList();
            Assert.That(runs.PerhapsNone("none may be known"), Is.Unique);
            return;
        }

        for (var i = 1; i < known.Count; i++)
        {
            var comparison = kind switch
            {
                SortKind.Number => Number(known[i - 1]).CompareTo(Number(known[i])),
                SortKind.Name => string.CompareOrdinal(SearchText.SortKey(Text(known[i - 1])), SearchText.SortKey(Text(known[i]))),
                _ => string.CompareOrdinal(Text(known[i - 1]), Text(known[i])),
            };
            Assert.That(descending ? -comparison : comparison, Is.LessThanOrEqualTo(0), $"{known[i - 1]} before {known[i]}");
        }
    }

    private static decimal Number(JsonElement value) => decimal.Parse(value.ToString(), CultureInfo.InvariantCulture);
}
