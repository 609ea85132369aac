using System.Text.Json;
using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>What the rows of the shipped data set say, and say alike.</summary>
[Category("Quick")]
[Parallelizable]
public sealed class DataRulesTests(string provider) : ApiFixture(provider)
{
    [TestCase("local_plans", 12)]
    [TestCase("local_commitments", 71)]
    public async Task Local_totals_count_what_the_presentation_counts_and_neither_municipal_plans_nor_those_of_OGP_Local(
        string measure,
        int value
    )
    {
        var row = (await App.GetAsync($"measures/{measure}/values")).GetProperty("items")[0];
        Assert.That(row.GetProperty("value").GetInt32(), Is.EqualTo(value));
        var counted = await App.AllAsync(row.GetProperty("rows_url").GetString()!);
        Assert.That(counted.Some().Select(one => Text(one, "scope")), Has.All.EqualTo("state"));
        Assert.That(counted.Some().Select(Id), Has.None.Contains("-OGP"));
    }

    [Test]
    public async Task The_code_of_a_municipality_begins_with_that_of_its_state()
    {
        var codes = (await App.AllAsync("states?limit=100")).ToDictionary(Id, state => Text(state, "inegi_code")!);
        foreach (var list in (string[])["plans", "commitments"])
        {
            foreach (var row in (await App.AllAsync($"{list}?scope=municipality&limit=100")).Some())
            {
                Assert.That(
                    Text(row, "municipality") ?? codes[Text(row, "state_id")!],
                    Does.StartWith(codes[Text(row, "state_id")!]),
                    Id(row)
                );
            }
        }

        Assert.That((await App.AllAsync("plans?municipality=10035")).Select(Id), Is.EqualTo((string[])["MX-DUR-PAL3"]));
        Assert.That((await App.AllAsync("commitments?municipality=10035")).Select(Id), Is.EqualTo((string[])["MX-DUR-PAL3-C1"]));
        var problem = await App.GetProblemAsync("plans?municipality=1003", System.Net.HttpStatusCode.BadRequest);
        Assert.That(problem.ToString(), Does.Contain("five digits"));
    }

    [TestCase("plans")]
    [TestCase("commitments")]
    public async Task Every_record_has_its_title_in_both_languages_and_says_whose_words_it_is(string list)
    {
        foreach (var row in (await App.AllAsync($"{list}?limit=500")).Some())
        {
            string?[] said = [Text(row, "title_es"), Text(row, "title_en"), Text(row, "title_es_origin"), Text(row, "title_en_origin")];
            Assert.That(said, Has.None.Null, Id(row));
            Assert.That(said[2..].Count(origin => origin == "translation"), Is.AtMost(1), Id(row));
        }
    }

    /// <summary>A title that its source cut says so itself, wherever it is listed: it ends with the mark of what is left out.</summary>
    [TestCase("plans", 0)]
    [TestCase("commitments", 1)]
    public async Task A_title_that_its_source_cut_ends_with_the_mark_of_what_is_left_out(string list, int cut)
    {
        var rows = (await App.AllAsync($"{list}?limit=500")).Some().ToList();
        foreach (var (row, language) in rows.SelectMany(row => (string[])["es", "en"], (row, language) => (row, language)).Some())
        {
            var marked = Text(row, $"title_{language}")?.EndsWith(" […]", StringComparison.Ordinal) == true;
            Assert.That(marked, Is.EqualTo(Text(row, $"title_{language}_origin") == "cut"), $"{Id(row)} {language}");
        }

        Assert.That(rows.Count(row => Text(row, "title_es_origin") == "cut"), Is.EqualTo(cut));
    }

    [Test]
    public void Every_source_has_its_title_in_both_languages_and_a_copy_names_whose_it_is()
    {
        var reader = new PackageReader(Schema.ShippedPackage, error => Assert.Fail(error.ToString()));
        foreach (var row in reader.Rows(Schema.Current["sources"]).Some())
        {
            Assert.That(row.Values["title_es"], Is.Not.Null, (string)row.Values["id"]!);
            // Of these it could not be established.
            var id = (string)row.Values["id"]!;
            Assert.That(row.Values["publisher"] is null, Is.EqualTo(id is "S15a" or "S16c" or "S20d"), id);
            Assert.That(row.Values["kind"] is null, Is.EqualTo(id is "S20d" or "S30"), id);

            var isCopy =
                row.Values["url"] is string url
                && ((string[])["fdocument", "vdocuments", "studylib", "docslib", "scribd.com", "pressreader.com"]).Any(host =>
                    new Uri(url).Host.Contains(host, StringComparison.Ordinal)
                );
            Assert.That(
                row.Values["mirror"],
                isCopy ? Is.Not.Null : Is.Null.Or.Contains("GitHub").Or.Contains("Mazatlán"),
                (string)row.Values["id"]!
            );
        }
    }

    [Test]
    public async Task Disputed_values_are_listed_and_are_in_no_number()
    {
        var disputed = await App.AllAsync("metrics/values?confidence=disputed");
        Assert.That(disputed, Has.Count.EqualTo(5));
        Assert.That(
            disputed.Select(row => $"{row.GetProperty("edition")} {Text(row, "indicator")} {Text(row, "scope")}"),
            Has.All.EqualTo("2021 transparency state")
        );
        var ranked = (
            await App.GetAsync("measures/metric_value/values?by=state&indicator=transparency&edition=2021&scope=state")
        ).GetProperty("items");
        Assert.That(ranked.GetArrayLength(), Is.Zero, "all five of that edition are disputed");
        using var file = await App.SendAsync("metrics/values.csv?confidence=disputed");
        var csv = await file.Content.ReadAsStringAsync();
        Assert.That(csv.Split("disputed"), Has.Length.EqualTo(6));
    }

    [Test]
    public async Task An_assessment_does_not_complete_a_commitment()
    {
        var commitment = await App.GetAsync("commitments/MX-MEX-OGP1-C1");
        Assert.That(Text(commitment, "ogp_code"), Is.EqualTo("MXMEX0009"));
        Assert.That((Text(commitment, "completion"), Text(commitment, "completion_voice")), Is.EqualTo(("complete", "ogp_local_report")));
        Assert.That(Text(commitment, "status"), Is.Null);
    }

    [Test]
    public async Task What_only_the_presentation_says_of_a_documented_commitment_is_named()
    {
        foreach (
            var row in (await App.AllAsync("commitments?limit=500&confidence=documented"))
                .Where(row => Text(row, "problem_es") is not null)
                .Some()
        )
        {
            Assert.That(Names(row, "presentation_fields"), Does.Contain("benefits_es").And.Contain("benefits_en"), Id(row));
        }
    }

    [Test]
    public async Task Themes_come_from_what_a_commitment_says_and_the_tag_of_a_listing_is_kept_beside()
    {
        var fourth = await App.AllAsync("commitments?plan=MX-NAP4");
        Assert.That(fourth.Count(row => Text(row, "theme_en")!.Contains("Gender", StringComparison.Ordinal)), Is.Zero);
        Assert.That(fourth.Count(row => Text(row, "ogp_listing_tag") == "Gender"), Is.EqualTo(4));
        var forests = fourth.Single(row => Id(row) == "MX-NAP4-C10");
        Assert.That(Names(forests, "policy_areas"), Is.EqualTo((string[])["environment_and_climate", "water_and_sanitation"]));
        Assert.That(Text(forests, "ogp_listing_tag"), Is.EqualTo("Anti-Corruption"));
        Assert.That(Names(forests, "ogp_policy_areas"), Does.Contain("gender").And.Contain("anti_corruption_and_integrity"));
    }

    [TestCase("commitments/MX-NAP2-C01", "number|ogp_code|theme_es|theme_en")]
    [TestCase("commitments/MX-NAP2-C05", "number|ogp_code")]
    [TestCase("commitments/MX-NAP3-C10", "number|relevant")]
    [TestCase("states/MX-HID", "joined_year")]
    [TestCase("states/MX-QUE", "")]
    [TestCase("plans/MX-CAM-PAL1", "start_date")]
    public async Task What_was_concluded_is_named_field_by_field(string address, string fields) =>
        Assert.That(string.Join('|', Names(await App.GetAsync(address), "inferred_fields")), Is.EqualTo(fields));

    [TestCase("inai", "2025-03-20", "transparencia-para-el-pueblo")]
    [TestCase("sfp", "2024-11-01", "secretaria-anticorrupcion")]
    [TestCase("pgr", "2018-12-01", "fgr")]
    [TestCase("cofemer", "2018-05-01", "conamer")]
    [TestCase("sedesol", "2018-01-01", "bienestar")]
    [TestCase("segob", null, null)]
    public async Task An_organisation_says_until_when_it_existed_and_who_came_after_it(string id, string? until, string? successor)
    {
        var organization = await App.GetAsync($"organizations/{id}");
        Assert.That((Text(organization, "existed_until"), Text(organization, "succeeded_by")), Is.EqualTo((until, successor)));
        Assert.That(organization.GetProperty("links").TryGetProperty("successor", out _), Is.EqualTo(successor is not null));
    }

    [Test]
    public async Task A_secretariat_says_when_its_status_was_last_seen()
    {
        foreach (var row in (await App.AllAsync("secretariats?limit=100")).Some())
        {
            Assert.That(Text(row, "status_as_of"), Is.Not.Null.And.LessThan("2023"), Id(row));
        }
    }

    [Test]
    public async Task The_timeline_goes_on_after_INAI()
    {
        var events = (await App.AllAsync("timeline?limit=500")).Select(row => Text(row, "occurred_on")!).ToList();
        Assert.That(events.Max(StringComparer.Ordinal), Is.EqualTo("2025-10-15"));
        Assert.That(events, Does.Contain("2024-12-20").And.Contain("2025-03-20").And.Contain("2025-05-12"));
    }

    [TestCase("ambition", "o")]
    [TestCase("early_results", "or")]
    public void Labels_of_a_scale_agree_in_gender_and_number(string vocabulary, string ending)
    {
        var reader = new PackageReader(Schema.ShippedPackage, error => Assert.Fail(error.ToString()));
        var labels = reader
            .Rows(Schema.Current["terms"])
            .Where(row => row.Values["vocabulary"] is string name && name == vocabulary)
            .Select(row => (string)row.Values["label_es"]!);
        Assert.That(labels.Some(), Has.None.EndsWith(ending), "an ambition is alta; results are mayores");
    }

    private static string Id(JsonElement row) => Text(row, "id")!;

    private static string? Text(JsonElement row, string property) => row.GetProperty(property).GetString();

    private static IEnumerable<string?> Names(JsonElement row, string property) =>
        row.GetProperty(property).EnumerateArray().Select(name => name.GetString());
}
