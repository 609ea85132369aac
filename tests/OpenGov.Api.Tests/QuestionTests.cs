using System.Net;
using System.Text.Json;

namespace OpenGov.Api.Tests;

/// <summary>What one request can ask: either spelling of a list, known records, all but some, bounds, a record by its own id.</summary>
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
    [TestCase("metrics/values?value_from=half", "value_from", "wrong_form")]
    [TestCase("metrics/values?value_from=1e3", "value_from", "wrong_form")]
    public async Task What_cannot_be_excluded_or_be_a_bound_is_told(string address, string parameter, string code)
    {
        var error = (await App.GetProblemAsync(address, HttpStatusCode.BadRequest)).GetProperty("errors")[0];
        Assert.That(error.GetProperty("parameter").GetString(), Is.EqualTo(parameter));
        Assert.That(error.GetProperty("code").GetString(), Is.EqualTo(code));
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
            var needs =
                address.EndsWith("/search", StringComparison.Ordinal) ? "?q=a"
                : address.EndsWith("/stats/commitments", StringComparison.Ordinal) ? "?group_by=level"
                : "";
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

    private async Task<int> TotalAsync(string address) => (await App.GetAsync(address)).GetProperty("total").GetInt32();

    private static string WithoutAddresses(JsonElement row) =>
        string.Join(
            '\n',
            row.EnumerateObject()
                .Where(property => !property.Name.EndsWith("rows_url", StringComparison.Ordinal))
                .Select(property => property.ToString())
        );
}
