using System.Net;
using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>What one request can ask: either spelling of a list, known records, all but some, bounds, a record by its own id.</summary>
[Parallelizable]
public sealed class QuestionTests(string provider) : ApiFixture(provider)
{
    [TestCase("commitments?fields=id&fields=title_es", "commitments?fields=id,title_es")]
    [TestCase("commitments?sort=-plan_id&sort=id&fields=id", "commitments?sort=-plan_id,id&fields=id")]
    [TestCase("commitments?level=local&level=national&fields=id", "commitments?level=local,national&fields=id")]
    [TestCase("stats/commitments?group_by=level&group_by=status", "stats/commitments?group_by=level,status")]
    [TestCase("measures/completion/values?by=level&by=state", "measures/completion/values?by=level,state")]
    public async Task A_list_of_values_may_be_repeated_or_joined_by_commas(string repeated, string joined)
    {
        var (one, other) = (await App.GetAsync(repeated), await App.GetAsync(joined));
        Assert.That(one.GetProperty("items").GetArrayLength(), Is.Positive);
        Assert.That(
            one.GetProperty("items").EnumerateArray().Select(WithoutAddresses),
            Is.EqualTo(other.GetProperty("items").EnumerateArray().Select(WithoutAddresses).Some())
        );
    }

    [TestCase("states", "10,mx-zac", 2)]
    [TestCase("commitments", "MX-NAP4-C10,mx-dur-pal1-c2,MX-NAP4-C10", 2)]
    [TestCase("metrics", "mga-2017", 1)]
    public async Task Known_records_come_in_one_answer(string path, string ids, int count)
    {
        Assert.That((await App.GetAsync($"{path}?id={ids}")).GetProperty("total").GetInt32(), Is.EqualTo(count));
        var problem = await App.GetProblemAsync($"{path}?id={ids},MX-XXX", HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("errors")[0].GetProperty("code").GetString(), Is.EqualTo("unknown_record"));
    }

    /// <summary>What has a value and what has not are all that there is, also where a row has several or none.</summary>
    [TestCase("commitments", "status", "completed")]
    [TestCase("commitments", "state", "MX-DUR")]
    [TestCase("commitments", "policy_area", "education")]
    [TestCase("commitments", "organization", "inai")]
    [TestCase("commitments", "sector", "government")]
    [TestCase("commitments", "overdue", "true")]
    [TestCase("commitments", "sdg", "16")]
    [TestCase("commitments", "year", "2019")]
    [TestCase("metrics/values", "edition", "2017")]
    [TestCase("states", "stage", "results")]
    [TestCase("assessments", "voice", "government")]
    [TestCase("changes", "record_type", "plans")]
    public async Task A_value_and_all_but_it_are_everything(string path, string filter, string value)
    {
        var all = await TotalAsync(path);
        var with = await TotalAsync($"{path}?{filter}={value}");
        Assert.That(await TotalAsync($"{path}?{filter}=!{value}"), Is.EqualTo(all - with));
        Assert.That(await TotalAsync($"{path}?{filter}={value},!{value}"), Is.Zero);
    }

    [Test]
    public async Task What_is_unknown_stays_unless_it_is_taken_away_too()
    {
        var (all, unknown) = (await TotalAsync("commitments"), await TotalAsync("commitments?status=no_data"));
        Assert.That(unknown, Is.Positive);
        Assert.That(await TotalAsync("commitments?status=!completed,!verified,!in_progress,!not_started"), Is.EqualTo(unknown));
        Assert.That(await TotalAsync("commitments?status=!no_data"), Is.EqualTo(all - unknown));
    }

    [Test]
    public async Task A_group_of_what_is_left_has_the_rows_that_its_address_gives()
    {
        foreach (
            var address in (string[])
                [
                    "stats/commitments?group_by=policy_area&policy_area=!education",
                    "stats/commitments?group_by=level,state&state=!MX-DUR,!no_data",
                    "measures/completion/values?by=plan&level=!local",
                    "measures/commitments_documented/values?by=policy_area&policy_area=!education,!gender",
                ]
        )
        {
            var measure = address.StartsWith("measures", StringComparison.Ordinal);
            foreach (var row in (await App.GetAsync(address)).GetProperty("items").EnumerateArray().Some())
            {
                if (row.GetProperty("rows_url").GetString() is { } rows)
                {
                    var count = row.GetProperty(measure ? "total" : "count").GetInt32();
                    Assert.That(await TotalAsync(rows), Is.EqualTo(count), rows);
                }
            }
        }
    }

    [TestCase("commitments?status=!complete", "status", "unknown_code")]
    [TestCase("commitments?status=!", "status", "unknown_code")]
    [TestCase("commitments?status=!!completed", "status", "unknown_code")]
    [TestCase("commitments?plan=!MX-NAP44", "plan", "unknown_record")]
    [TestCase("metrics/values?value_from=half", "value_from", "not_a_number")]
    [TestCase("metrics/values?value_from=1e3", "value_from", "not_a_number")]
    [TestCase("metrics/values?value_from=10&value_to=9", "value_to", "out_of_range")]
    [TestCase("metrics/values?value_from=0.5&value_to=0.25", "value_to", "out_of_range")]
    [TestCase("metrics/values?value_from=-1&value_to=-2", "value_to", "out_of_range")]
    public async Task What_cannot_be_excluded_or_be_a_bound_is_told(string address, string parameter, string code)
    {
        var error = (await App.GetProblemAsync(address, HttpStatusCode.BadRequest)).GetProperty("errors")[0];
        Assert.That(error.GetProperty("parameter").GetString(), Is.EqualTo(parameter));
        Assert.That(error.GetProperty("code").GetString(), Is.EqualTo(code));
    }

    [TestCase("9", "10")]
    [TestCase("-2", "-1")]
    [TestCase("0.5", "0.50")]
    [TestCase("-1", "0.5")]
    public async Task Bounds_are_compared_as_numbers(string from, string to) =>
        Assert.That(
            await TotalAsync($"metrics/values?value_from={from}&value_to={to}&limit=1"),
            Is.EqualTo((await App.AllAsync("metrics/values?limit=500")).Select(row => row.GetProperty("value")).Count(IsBetween(from, to)))
        );

    private static Func<JsonElement, bool> IsBetween(string from, string to)
    {
        var (low, high) = (Number(from), Number(to));
        return value => value.ValueKind == JsonValueKind.Number && value.GetDecimal() >= low && value.GetDecimal() <= high;

        static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Test]
    public async Task A_bound_of_values_holds_what_is_on_it()
    {
        const string Values = "metrics/values?scope=state&edition=2017&limit=500";
        var values = (await App.AllAsync(Values)).Select(row => row.GetProperty("value").GetDecimal()).ToList();
        var middle = values.Order().ElementAt(values.Count / 2);
        var bound = middle.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(await TotalAsync($"{Values}&value_from={bound}"), Is.EqualTo(values.Count(value => value >= middle)));
        Assert.That(await TotalAsync($"{Values}&value_to={bound}"), Is.EqualTo(values.Count(value => value <= middle)));
        Assert.That(
            await TotalAsync($"{Values}&value_from={bound}&value_to={bound}"),
            Is.EqualTo(values.Count(value => value == middle)).And.Positive
        );
    }

    [TestCase("secretariats/mx-bcn-stl", "secretariats/MX-BCN")]
    [TestCase("metrics/mga-2017", "metrics/2017")]
    public async Task A_record_answers_under_its_own_id(string own, string address) =>
        Assert.That(JsonElement.DeepEquals(await App.GetAsync(own), await App.GetAsync(address)));

    [Test]
    public async Task The_root_of_the_API_lists_every_address_without_an_id()
    {
        var root = await App.GetAsync("/api/v1");
        var items = root.GetProperty("items").EnumerateArray().ToList();
        Assert.That(items.Select(item => item.GetProperty("name").GetString()), Is.SupersetOf(AllLists.Paths.Some()));
        Assert.That(root.GetProperty("total").GetInt32(), Is.EqualTo(items.Count));
        foreach (var item in items.Some())
        {
            var address = item.GetProperty("url").GetString()!;
            var needs = address.EndsWith("/search", StringComparison.Ordinal) ? "?q=a" : "";
            await App.GetAsync($"{address}{needs}");
            Assert.That(item.GetProperty("summary").GetString(), Is.Not.Empty, address);
            Assert.That(item.GetProperty("formats")[0].GetString(), Is.EqualTo("json"), address);
        }

        var plans = items.Single(item => item.GetProperty("name").GetString() == "plans");
        Assert.That(plans.GetProperty("record_url").GetString(), Does.EndWith("/api/v1/plans/{id}"));
        await App.GetProblemAsync("/api/v1?x=1", HttpStatusCode.BadRequest);
    }

    [TestCase("/openapi/v1.yaml", "openapi: '3.1")]
    [TestCase("/robots.txt", "/sitemap.xml")]
    [TestCase("/sitemap.xml", "<urlset")]
    [TestCase("/llms.txt", "OpenGov")]
    [TestCase("/.well-known/api-catalog", "service-desc")]
    [TestCase("/health/live", "")]
    public async Task What_tells_programs_where_things_are_is_open_to_any_origin(string address, string holds)
    {
        using var response = await App.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])["*"]));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(holds));
    }

    [Test]
    public async Task The_catalogue_says_when_the_data_changed_and_what_serves_it()
    {
        var catalogue = JsonDocument.Parse(await App.Client.GetStringAsync("/data/catalog.jsonld")).RootElement;
        var changed = (await App.GetAsync("changes?limit=1")).GetProperty("items")[0].GetProperty("changed_at").GetString();
        var set = catalogue.GetProperty("dcat:dataset")[0];
        Assert.That(set.GetProperty("dct:modified").GetProperty("@value").GetString(), Is.EqualTo(changed));
        var service = catalogue.GetProperty("dcat:service")[0];
        Assert.That(
            service.GetProperty("dcat:servesDataset").GetProperty("@id").GetString(),
            Is.EqualTo(set.GetProperty("@id").GetString())
        );
    }

    [TestCase("states.geojson")]
    [TestCase("changes.atom")]
    [TestCase("changes.feed.json")]
    public async Task Feeds_and_maps_are_compressed(string address)
    {
        using var response = await App.SendAsync(address, null, ("Accept-Encoding", "gzip"));
        Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo((string[])["gzip"]));
    }

    private static IEnumerable<string> Counted => AllLists.Lists.Where(list => list.Sql.Keys.Count > 0).Select(list => list.Path);

    [TestCaseSource(nameof(Counted))]
    public async Task A_list_counts_its_rows_by_any_of_its_keys_and_each_count_leads_to_its_rows(string path)
    {
        var total = await TotalAsync(AllLists.Address(path, "limit=1"));
        foreach (var keys in AllLists.Sql(path).Keys.Some().Chunk(5))
        {
            var page = await App.GetAsync(AllLists.Address(path, $"limit=1&facets={string.Join(',', keys.Select(key => key.Key))}"));
            Assert.That(page.GetProperty("total").GetInt32(), Is.EqualTo(total));
            foreach (var (name, key) in keys.Some())
            {
                var values = page.GetProperty("facets").GetProperty(name).EnumerateArray().ToList();
                if (!key.IsList)
                {
                    Assert.That(values.Sum(value => value.GetProperty("count").GetInt32()), Is.EqualTo(total), $"{path} {name}");
                }

                foreach (var value in values.Take(4).PerhapsNone("no row has a value of a key"))
                {
                    var rows = value.GetProperty("rows_url").GetString()!;
                    Assert.That(
                        await TotalAsync($"{rows}{(rows.Contains('?') ? '&' : '?')}limit=1"),
                        Is.EqualTo(value.GetProperty("count").GetInt32()),
                        rows
                    );
                }
            }
        }
    }

    [Test]
    public async Task Facets_are_of_all_rows_that_match_with_the_names_of_their_values()
    {
        var page = await App.GetAsync("commitments?level=local&limit=1&facets=policy_area,verifiable&facets=plan");
        var counts = (await App.GetAsync("stats/commitments?group_by=policy_area&level=local")).GetProperty("items").EnumerateArray();
        var facets = page.GetProperty("facets");
        Assert.That(
            facets.GetProperty("policy_area").EnumerateArray().Select(value => (Text(value, "value"), Number(value, "count"))),
            Is.EqualTo(counts.Select(row => (Text(row, "policy_area"), Number(row, "count"))).Some())
        );
        var open = facets.GetProperty("policy_area").EnumerateArray().First(value => Text(value, "value") == "education");
        Assert.That((Text(open, "label_es"), Text(open, "label_en")), Is.EqualTo(("Educación", "Education")));
        Assert.That(facets.EnumerateObject().Select(facet => facet.Name), Is.EqualTo((string[])["policy_area", "verifiable", "plan"]));
        Assert.That((await App.GetAsync("commitments?limit=1")).TryGetProperty("facets", out _), Is.False, "nobody asked for them");

        static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
        static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
    }

    [TestCase("commitments?facets=statuss", "facets", "unknown_code")]
    [TestCase("commitments?facets=status,status", "facets", "repeated")]
    [TestCase("commitments?facets=status,level,state,plan,year,kind", "facets", "too_many_values")]
    [TestCase("commitments.csv?facets=status", "facets", "not_in_this_format")]
    [TestCase("commitments?include=milestone", "include", "unknown_code")]
    [TestCase("commitments.csv?include=evidence", "include", "not_in_this_format")]
    [TestCase("commitments/MX-NAP4-C10?include=evidences", "include", "unknown_code")]
    [TestCase("timeline?include=sources", "include", "unknown_parameter")]
    [TestCase("stats/plans?group_by=stages", "group_by", "unknown_code")]
    [TestCase("stats/metrics/values", "group_by", "required")]
    public async Task What_a_list_cannot_count_or_include_is_refused_by_its_name(string address, string parameter, string code)
    {
        var problem = await App.GetProblemAsync(address, HttpStatusCode.BadRequest);
        var error = problem.GetProperty("errors")[0];
        Assert.That((error.GetProperty("parameter").GetString(), error.GetProperty("code").GetString()), Is.EqualTo((parameter, code)));
    }

    [Test]
    public async Task A_list_includes_what_hangs_on_its_records_as_their_own_addresses_have_it()
    {
        string[] included = ["milestones", "indicators", "evidence", "assessments", "organizations"];
        const string Some =
            "plan=MX-NAP4,MX-JAL-PAL2,MX-DUR-PAL1,MX-CAM-PAL1&include=milestones,evidence,indicators,organizations,assessments,sources";
        var listed = (await App.AllAsync($"commitments?{Some}")).Some().ToList();
        foreach (var one in listed)
        {
            var own = await App.GetAsync($"commitments/{one.GetProperty("id").GetString()}?include=milestones");
            foreach (var name in included)
            {
                Assert.That(JsonElement.DeepEquals(one.GetProperty(name), own.GetProperty(name)), $"{one.GetProperty("id")} {name}");
            }
        }

        foreach (var name in included.Except(["milestones"]).Some())
        {
            Assert.That(listed.Sum(one => one.GetProperty(name).GetArrayLength()), Is.Positive, name);
        }

        var lines = (await App.Client.GetStringAsync($"/api/v1/commitments.ndjson?{Some}")).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        Assert.That(lines, Has.Length.EqualTo(listed.Count));
        Assert.That(lines.Zip(listed).All(pair => JsonElement.DeepEquals(JsonDocument.Parse(pair.First).RootElement, pair.Second)));
        Assert.That((await App.GetAsync("commitments?limit=1")).GetProperty("items")[0].TryGetProperty("evidence", out _), Is.False);
    }

    [Test]
    public async Task Every_row_of_a_long_list_comes_once_with_what_it_includes()
    {
        var lines = (
            await App.Client.GetStringAsync("/api/v1/commitments.ndjson?fields=id,evidence&include=assessments&sort=-due_date,title_es")
        )
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        Assert.That(lines, Has.Count.GreaterThan(100), "more than are read at a time");
        Assert.That(
            lines.Select(line => line.GetProperty("id").GetString()),
            Is.EqualTo(
                (await App.AllAsync("commitments?sort=-due_date,title_es&fields=id&limit=500")).Select(row =>
                    row.GetProperty("id").GetString()
                )
            )
        );
        Assert.That(
            lines.Select(line => string.Join(',', line.EnumerateObject().Select(property => property.Name))).Distinct(),
            Is.EqualTo((string[])["id,evidence,assessments"])
        );
    }

    [TestCase("plans", "stage")]
    [TestCase("secretariats", "has_rules_document")]
    [TestCase("metrics/values", "edition,indicator")]
    [TestCase("organizations", "sector,state")]
    [TestCase("commitments", "confidence,verifiable")]
    [TestCase("assessments", "voice,code")]
    public async Task Any_list_is_counted_in_groups_by_its_own_filters(string path, string keys)
    {
        var counts = await App.GetAsync($"stats/{path}?group_by={keys}");
        Assert.That(counts.GetProperty("total").GetInt32(), Is.EqualTo(await TotalAsync($"{path}?limit=1")));
        foreach (var group in counts.GetProperty("items").EnumerateArray().Some().Take(12))
        {
            Assert.That(
                await TotalAsync($"{group.GetProperty("rows_url").GetString()}&limit=1"),
                Is.EqualTo(group.GetProperty("count").GetInt32()),
                group.ToString()
            );
        }

        var table = await App.Client.GetStringAsync($"/api/v1/stats/{path}.csv?group_by={keys}");
        Assert.That(table, Does.StartWith($"{keys},count,"));
    }

    private async Task<int> TotalAsync(string address) => (await App.GetAsync(address)).GetProperty("total").GetInt32();

    private static string WithoutAddresses(JsonElement row) =>
        string.Join(
            '\n',
            row.EnumerateObject()
                .Where(property => !property.Name.EndsWith("rows_url", StringComparison.Ordinal))
                .Select(property => property.ToString())
        );
}
