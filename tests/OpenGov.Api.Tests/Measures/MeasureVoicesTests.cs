using System.Net;
using System.Text.Json;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Tests.Measures;

/// <summary>Who says what, over the shipped data: what a voice said of a plan as a whole beside what is coded here.</summary>
[Parallelizable]
public sealed class MeasureVoicesTests(string provider) : ApiFixture(provider)
{
    [Test]
    public async Task The_early_results_of_the_fourth_plan_are_nine_of_thirteen_by_the_IRM_and_five_are_coded_here()
    {
        var rows = await OfPlanAsync("early_results", "MX-NAP4");
        var coded = rows.Single(row => row.GetProperty("said_by").ValueKind == JsonValueKind.Null);
        Assert.That(Numbers(coded), Is.EqualTo("yes 3, no 2, unknown 8 of 13"));
        var said = rows.Single(row => Text(row, "said_by") == "irm" && Text(row, "code") is null);
        Assert.That(Numbers(said), Is.EqualTo("yes 9, no , unknown  of 13"));
        Assert.That(said.GetProperty("sources").GetArrayLength(), Is.GreaterThan(0));
        Assert.That(Text(said, "assessment_id"), Is.EqualTo("MX-NAP4-A3"));
        Assert.That(
            rows.Where(row => Text(row, "code") is not null).Select(row => $"{Text(row, "code")} {row.GetProperty("yes")}"),
            Is.EquivalentTo(new[] { "marginal 5", "major 3", "outstanding 1" })
        );
    }

    [Test]
    public async Task The_compliance_of_the_second_plan_is_what_the_government_says_and_nobody_else_is_on_record()
    {
        var rows = await OfPlanAsync("compliance", "MX-NAP2");
        var said = rows.Where(row => Text(row, "said_by") is not null).ToList();
        Assert.That(said.Select(row => Text(row, "said_by")), Is.EqualTo(new[] { "government" }));
        Assert.That(said[0].GetProperty("value").GetDecimal(), Is.EqualTo(100));
        Assert.That(rows.Where(row => Text(row, "said_by") is null).Select(Numbers), Is.EqualTo(new[] { "yes 0, no 0, unknown 6 of 6" }));
    }

    [Test]
    public async Task What_a_voice_said_of_a_plan_is_not_said_of_some_of_its_commitments()
    {
        var items = (await App.GetAsync("measures/early_results/values?by=plan&plan=MX-NAP4&policy_area=water_and_sanitation")).GetProperty(
            "items"
        );
        Assert.That(items.GetArrayLength(), Is.GreaterThan(0));
        Assert.That(items.EnumerateArray().Some().Select(row => Text(row, "said_by")), Is.All.Null);
    }

    [Test]
    public async Task By_voice_a_measure_counts_what_each_voice_says_of_commitments()
    {
        var items = (await App.GetAsync("measures/completion/values?by=voice")).GetProperty("items").EnumerateArray().ToList();
        Assert.That(
            items.Select(row => $"{Text(row, "voice")}: {Numbers(row)}"),
            Is.EqualTo(new[] { "ogp_local_report: yes 2, no 1, unknown 0 of 3", "irm: yes 1, no 0, unknown 0 of 1" })
        );
        Assert.That(items.Some().Select(row => Text(row, "rows_url")), Is.All.Contains("/assessments?"));
    }

    [TestCase("by=voice,policy_area", "policy_area")]
    [TestCase("by=voice&status=completed", "status")]
    public async Task What_assessments_do_not_have_cannot_be_asked_of_voices(string query, string named) =>
        Assert.That(
            (await App.GetProblemAsync($"measures/completion/values?{query}", HttpStatusCode.BadRequest)).GetProperty("errors").ToString(),
            Does.Contain(named)
        );

    [TestCase("qué cambió", "early_results")]
    [TestCase("IMPACTO", "early_results")]
    [TestCase("secretaria", "states_with_secretariat")]
    [TestCase("cumplimien", "compliance")]
    [TestCase("se cumplió", "compliance")]
    [TestCase("was it done", "finished")]
    [TestCase("evidencias", "with_evidence")]
    [TestCase("retrasos", "overdue")]
    [TestCase("delays", "overdue")]
    [TestCase("NGOs", "civil_society_organizations")]
    [TestCase("irm", "early_results")]
    [TestCase("cuarto plan", "national_plans")]
    [TestCase("capacitaciones", "people_trained")]
    [TestCase("¿dónde hay retrasos?", "overdue")]
    [TestCase("what are the delays", "overdue")]
    public async Task A_measure_is_found_by_the_words_that_people_use_for_it(string words, string key)
    {
        var found = (await App.GetAsync($"measures?q={Uri.EscapeDataString(words)}")).GetProperty("items").EnumerateArray().ToList();
        Assert.That(found.Take(6).Select(measure => Text(measure, "key")), Does.Contain(key), "what is called so comes first");
        Assert.That(found, Has.Count.LessThan(MeasureCatalogue.All.Count));
    }

    [TestCase("*")]
    [TestCase("%20")]
    [TestCase("%F0%9F%98%80")]
    public async Task A_search_of_measures_without_a_word_is_refused_as_everywhere(string words) =>
        Assert.That(
            (await App.GetProblemAsync($"measures?q={words}", HttpStatusCode.BadRequest))
                .GetProperty("errors")[0]
                .GetProperty("parameter")
                .GetString(),
            Is.EqualTo("q")
        );

    [TestCase("")]
    [TestCase("&confidence=documented,inferred")]
    [TestCase("&year=2019&in_stated_total=true")]
    [TestCase("&confidence=inferred", false)]
    [TestCase("&status=no_data", false)]
    public async Task What_a_voice_said_of_a_plan_stays_while_the_filters_leave_the_whole_plan(string filters, bool stays = true)
    {
        var rows = (await App.GetAsync($"measures/early_results/values?by=plan&plan=MX-NAP4{filters}")).GetProperty("items");
        var said = rows.EnumerateArray().Where(row => Text(row, "said_by") is not null).ToList();
        Assert.That(said, stays ? Is.Not.Empty : Is.Empty);
        foreach (var row in said.PerhapsNone("a filter of commitments leaves none"))
        {
            var assessment = await App.GetAsync(Text(row, "assessment_url")!);
            Assert.That(Text(assessment, "id"), Is.EqualTo(Text(row, "assessment_id")));
            Assert.That(Text(assessment, "assessed_on_precision"), Is.EqualTo(Text(row, "said_on_precision")));
        }
    }

    [Test]
    public async Task A_percentage_that_a_voice_gives_is_per_cent_not_commitments()
    {
        var row = (await OfPlanAsync("compliance", "MX-NAP2")).Single(each => Text(each, "said_by") == "government");
        Assert.That(Text(row, "unit"), Is.EqualTo("percent"));
        using var csv = await App.SendAsync("measures/compliance/values.csv?by=plan&plan=MX-NAP2");
        Assert.That(csv.Content.Headers.ContentDisposition?.FileName?.Trim('"'), Is.EqualTo("compliance-by-plan.csv"));
        var lines = MeasureCsv.Read(await csv.Content.ReadAsStringAsync());
        var said = lines.Single(line => line[lines[0].IndexOf("said_by")] == "government");
        Assert.That(said[lines[0].IndexOf("unit")], Is.EqualTo("percent"));
    }

    private async Task<List<JsonElement>> OfPlanAsync(string measure, string plan) =>
        [.. (await App.GetAsync($"measures/{measure}/values?by=plan&plan={plan}")).GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static string Numbers(JsonElement row) =>
        $"yes {row.GetProperty("yes")}, no {row.GetProperty("no")}, unknown {row.GetProperty("unknown")} of {row.GetProperty("total")}";
}
