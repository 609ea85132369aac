using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>What a widget says of a state is what the API has a row of; without a row it says why there is no number, never zero.</summary>
[Parallelizable]
public sealed partial class StatesShownTests
{
    private const string NoRecord = "Sin registro aquí";
    private const string Outside = "Fuera del filtro";

    private OpenGovApplication app;

    /// <summary>Measures that can be shown on a map, with the filters that they need.</summary>
    private static IEnumerable<(Measure Measure, string Needed)> Mapped =>
        MeasureCatalogue
            .All.Where(one => one.GroupedBy.Contains("state") && one.Levels.Contains("local"))
            .Select(one => (one, one.Needs.Count == 0 ? "" : "&indicator=open_government_index&edition=2017"));

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task Of_a_state_without_a_row_every_map_and_comparison_says_that_there_is_no_record_here()
    {
        foreach (var (measure, needed) in Mapped.Some())
        {
            var rows = await RowsAsync(measure, needed);
            var map = Table(await HtmlAsync($"map/{measure.Key}?lang=es{needed}"));
            Assert.That(map, Has.Count.EqualTo(32), measure.Key);
            foreach (var (state, said) in map.Some())
            {
                if (!rows.TryGetValue(state, out var row))
                {
                    Assert.That(said, Is.EqualTo(NoRecord), $"{measure.Key} {state}");
                }
                else if (row.GetProperty("value").ValueKind == JsonValueKind.Number && measure.Of != Population.States)
                {
                    Assert.That(said, Is.EqualTo(Shown(measure, row.GetProperty("value").GetDecimal())), $"{measure.Key} {state}");
                }
                else
                {
                    var isKnown =
                        measure.Reckoning is Reckoning.Parts
                            ? row.GetProperty("known").GetInt32() > 0
                            : row.GetProperty("value").ValueKind == JsonValueKind.Number;
                    Assert.That(said, isKnown ? Is.Not.EqualTo(NoRecord) : Is.EqualTo(NoRecord), $"{measure.Key} {state}");
                }
            }

            var without = map.Keys.Except(rows.Keys).Take(2).ToList();
            if (without.Count == 2)
            {
                var compared = await HtmlAsync($"compare/{measure.Key}?states={string.Join(',', await IdsAsync(without))}{needed}");
                Assert.That(Regex.Count(compared, $"<td class=\"number\"><span class=\"none\">{NoRecord}"), Is.AtLeast(2), measure.Key);
            }
        }
    }

    [TestCase("commitments_documented", "policy_area=education")]
    [TestCase("commitments_documented", "plan=MX-DUR-PAL1")]
    [TestCase("finished", "status=completed")]
    [TestCase("plans_documented", "level=local&year=2017")]
    [TestCase("state_stage", "stage=results")]
    [TestCase("participating_states", "has_plan=true")]
    [TestCase("metric_value", "indicator=open_government_index&edition=2017&value_from=0.4")]
    public async Task What_a_filter_leaves_out_is_said_to_be_outside_of_it_and_never_to_be_without_a_record(string key, string filter)
    {
        var measure = MeasureCatalogue.Find(key)!;
        var needed = measure.Needs.Count == 0 ? "" : "&indicator=open_government_index&edition=2017";
        var (all, left) = (await RowsAsync(measure, needed), await RowsAsync(measure, $"&{filter}"));
        var html = await HtmlAsync($"map/{key}?{filter}");
        var map = Table(html);
        var isSeen = false;
        foreach (var (state, said) in map.Some())
        {
            if (!left.ContainsKey(state))
            {
                Assert.That(said, Is.EqualTo(all.ContainsKey(state) ? Outside : NoRecord), state);
                isSeen |= all.ContainsKey(state);
            }
            else
            {
                Assert.That(said, Is.Not.EqualTo(Outside), state);
            }
        }

        Assert.That(isSeen, "some state is left out");
        Assert.That(html, Does.Contain($"{Outside}: <b>"), "the legend names it");
        var outside = await IdsAsync(all.Keys.Except(left.Keys).Take(2));
        if (outside.Count == 2)
        {
            var compared = await HtmlAsync($"compare/{key}?states={string.Join(',', outside)}&{filter}");
            Assert.That(compared, Does.Contain(Outside).And.Not.Contain("class=\"none\""));
        }
    }

    [Test]
    public async Task A_map_takes_no_state_and_shows_nothing_that_is_of_no_state()
    {
        foreach (var (measure, needed) in Mapped.Some())
        {
            Assert.That(
                await HtmlAsync($"map/{measure.Key}?state=MX-DUR{needed}", HttpStatusCode.BadRequest),
                Does.Contain("El mapa muestra cada estado y no toma state"),
                measure.Key
            );
        }

        foreach (var widget in (string[])["map/national_plans", "map/commitments_documented?plan=MX-NAP4", "map/finished?level=national"])
        {
            Assert.That(await HtmlAsync(widget, HttpStatusCode.BadRequest), Does.Contain("no es de ningún estado"), widget);
            await app.GetProblemAsync(
                $"/pictures/es/embed/v1/{widget.Replace("?", ".png?")}{(widget.Contains('?') ? "" : ".png")}",
                HttpStatusCode.BadRequest
            );
        }

        var refused = await HtmlAsync("map/finished?moon=full&lang=en", HttpStatusCode.BadRequest);
        Assert.That(refused, Does.Contain("It takes ").And.Not.Match("\\bstate,"), "it is not offered");
        Assert.That(Regex.Count(refused, "as_of"), Is.EqualTo(1), "each parameter is listed once");
    }

    [Test]
    public async Task A_map_says_under_it_what_is_of_no_state()
    {
        var seen = 0;
        foreach (var (measure, needed) in Mapped.Some())
        {
            var national = (await app.GetAsync($"measures/{measure.Key}/values?by=state{needed}"))
                .GetProperty("items")
                .EnumerateArray()
                .Any(row => row.GetProperty("state").ValueKind == JsonValueKind.Null);
            var html = await HtmlAsync($"map/{measure.Key}?lang=es{needed}");
            Assert.That(html.Contains($"{KeyWords.None(measure.Of, "state").Es}: "), Is.EqualTo(national), measure.Key);
            seen += national ? 1 : 0;
        }

        Assert.That(seen, Is.Positive);
        Assert.That(await HtmlAsync("map/commitments_documented"), Does.Contain("Nacional: 26 compromisos"));
    }

    [Test]
    public async Task Only_the_measure_of_every_state_is_drawn_as_how_far_each_came()
    {
        foreach (var (measure, needed) in Mapped.Some())
        {
            var html = await HtmlAsync($"map/{measure.Key}?lang=es{needed}");
            Assert.That(html.Contains("Adhesión: <b>"), Is.EqualTo(measure.Key == "state_stage"), measure.Key);
        }

        var documented = Table(await HtmlAsync("map/participating_states_documented"));
        var rows = await RowsAsync(MeasureCatalogue.Find("participating_states_documented")!, "");
        foreach (var (state, said) in documented.Some())
        {
            Assert.That(said, Is.EqualTo(rows.ContainsKey(state) ? "Sí" : NoRecord), state);
        }
    }

    [Test]
    public async Task By_plan_a_measure_has_what_each_voice_says_with_its_sentence_beside_the_count()
    {
        var seen = 0;
        foreach (var measure in MeasureCatalogue.All.Where(one => one.Aspect is not null).Some())
        {
            var html = await HtmlAsync($"measure/{measure.Key}?by=plan&limit=50");
            var items = (await app.GetAsync($"measures/{measure.Key}/values?by=plan")).GetProperty("items").EnumerateArray().ToList();
            foreach (
                var said in items
                    .Where(one => one.GetProperty("said_by").ValueKind == JsonValueKind.String)
                    .PerhapsNone("of some aspects no voice spoke; how many were seen is looked at below")
            )
            {
                var assessment = await app.GetAsync($"assessments/{said.GetProperty("assessment_id").GetString()}");
                if (assessment.GetProperty("statement_es").GetString() is { } statement)
                {
                    Assert.That(html, Does.Contain(statement), measure.Key);
                }

                var number =
                    said.GetProperty("yes").ValueKind == JsonValueKind.Number ? said.GetProperty("yes") : said.GetProperty("value");
                Assert.That(html, Does.Match($"<p class=\"small\"[^>]*>Plan [^<]*: {number}[^<]*"), measure.Key);
                seen++;
            }
        }

        Assert.That(seen, Is.AtLeast(3));
        Assert.That(await HtmlAsync("measure/early_results?by=plan&lang=en"), Does.Contain("9 of 13"));
        Assert.That(await HtmlAsync("measure/finished?by=plan"), Does.Not.Contain("Lo que cada voz dice"));
    }

    private static string Shown(Measure measure, decimal value) => measure.Unit == "index" ? Said.Index(value) : Said.Number(value);

    /// <summary>The rows of a measure by the names of the states.</summary>
    private async Task<Dictionary<string, JsonElement>> RowsAsync(Measure measure, string filter) =>
        (await app.GetAsync($"measures/{measure.Key}/values?by=state{filter}"))
            .GetProperty("items")
            .EnumerateArray()
            .Where(row => row.GetProperty("state").ValueKind == JsonValueKind.String)
            .ToDictionary(row => row.GetProperty("label_es").GetString()!);

    private async Task<List<string>> IdsAsync(IEnumerable<string> names)
    {
        var all = (await app.AllAsync("states?limit=500")).ToDictionary(
            state => state.GetProperty("name_es").GetString()!,
            state => state.GetProperty("id").GetString()!
        );
        return [.. names.Select(name => all[name])];
    }

    /// <summary>What a map says of each state, by its name.</summary>
    private static Dictionary<string, string> Table(string html) =>
        Row().Matches(html).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);

    private async Task<string> HtmlAsync(string widget, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await app.SendAsync($"/embed/v1/{widget}");
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), $"{widget}: {html[^Math.Min(html.Length, 1500)..]}");
        return WebUtility.HtmlDecode(html);
    }

    [GeneratedRegex("<tr><th scope=\"row\">([^<]*)</th><td class=\"number\">([^<]*)</td></tr>")]
    private static partial Regex Row();
}
