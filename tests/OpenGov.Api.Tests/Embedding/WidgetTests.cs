using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>Widgets show what is on record, wherever they are pasted, and say what they cannot show.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed partial class WidgetTests(string provider)
{
    private const int MostBytes = 30 * 1024;

    /// <summary>Every kind, about what it is asked.</summary>
    public static readonly string[] Widgets =
    [
        "commitment/MX-NAP4-C10",
        "commitment/mx-dur-pal1-c2",
        "story/MX-CAM-PAL1-C2",
        "plan/MX-NAP1",
        "plan/MX-NAP2",
        "plan/MX-NAP3",
        "plan/MX-NAP4",
        "plan/MX-DUR-PAL1",
        "state/MX-DUR",
        "state/10",
        "map/state_stage",
        "map/commitments_documented",
        "map/metric_value?edition=2021&indicator=open_government_index",
        "measure/finished?by=plan&limit=50",
        "measure/early_results?by=voice",
        "secretariat/MX-DUR",
        "health/MX-NAP4",
        "sessions",
        "sessions/MX-DUR",
        "changes",
        "changes/MX-DUR",
        "metric",
        "metric/MX-GUA",
        "compare/finished?states=MX-DUR,MX-JAL,MX-CAM",
    ];

    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync(provider);

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCaseSource(nameof(Widgets))]
    public async Task A_widget_is_a_small_document_that_loads_nothing_and_that_anybody_may_frame(string widget)
    {
        foreach (var language in (string[])["es", "en"])
        {
            using var response = await app.SendAsync($"/embed/v1/{With(widget, $"lang={language}")}");
            var html = await response.Content.ReadAsStringAsync();
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), html);
            Assert.Multiple(() =>
            {
                Assert.That(html, Does.Contain($"<html lang=\"{language}\""));
                Assert.That(html, Does.Match("<h2 lang=\"(es|en)\" class=\"title\">[^<]+</h2>"));
                Assert.That(Gzipped.Length(html), Is.LessThan(MostBytes), "bytes, compressed");
                Assert.That(Loading().Matches(html), Is.Empty, "nothing is loaded after the document");
                Assert.That(html, Does.Not.Contain(" style=").And.Not.Contain(" onload").And.Not.Contain("localStorage"));
                Assert.That(
                    Hrefs().Matches(html).Select(match => match.Groups[1].Value).Some(),
                    Is.All.Matches("^https?://").And.Not.Empty,
                    "every address is whole: a frame has none of its own"
                );
                Assert.That(Targets().Matches(html), Has.Count.EqualTo(Hrefs().Count(html)), "no link navigates the frame");
                var policy = response.Headers.GetValues("Content-Security-Policy").Single();
                Assert.That(policy, Does.StartWith("default-src 'none'; style-src 'sha256-").And.Not.Contain("frame-ancestors"));
                Assert.That(policy, Does.EndWith("sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox"));
                Assert.That(response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(["no-referrer"]));
                Assert.That(response.Headers.GetValues("Cross-Origin-Resource-Policy"), Is.EqualTo(["cross-origin"]));
                Assert.That(response.Headers.GetValues("Cross-Origin-Embedder-Policy"), Is.EqualTo(["require-corp"]));
                Assert.That(response.Headers.Contains("Set-Cookie"), Is.False);
                Assert.That(response.Headers.ETag, Is.Not.Null);
                Assert.That(html, Does.Not.Contain("class=\"notice\""));
            });
        }
    }

    [Test]
    public async Task Nothing_but_widgets_may_be_framed()
    {
        foreach (
            var address in (string[])
                ["/", "/commitments", "/api/v1/states", "/swagger/index.html", "/data/states.csv", "/badges/plans/MX-NAP4.svg"]
        )
        {
            using var response = await app.SendAsync(address);
            Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("frame-ancestors 'none'"), address);
        }
    }

    [Test]
    public async Task Every_number_of_a_measure_is_the_one_that_the_measure_gives()
    {
        foreach (var measure in (await app.GetAsync("measures")).GetProperty("items").EnumerateArray().Some())
        {
            // What needs filters is refused without them, which MeaningTests look at.
            if (measure.GetProperty("needs").GetArrayLength() > 0)
            {
                continue;
            }

            var key = measure.GetProperty("key").GetString();
            // Of national and local plans together no share is shown: it is that of the national ones.
            var level = key == "coverage" ? "?level=national" : "";
            var row = (await app.GetAsync($"measures/{key}/values{level}")).GetProperty("items")[0];
            foreach (var language in (string[])["es", "en"])
            {
                var text = await TextAsync($"measure/{key}?lang={language}");
                Assert.That(text, Does.Contain(measure.GetProperty($"question_{language}").GetString()), key);
                Assert.That(text, Does.Contain(measure.GetProperty($"does_not_say_{language}").GetString()), key);
                if (
                    row.GetProperty("total").GetInt32() > 0
                    && MeasureAnswer.Of(measure.GetProperty($"answer_{language}").GetString()!, row) is { } answer
                )
                {
                    Assert.That(text, Does.Contain(answer), key);
                }
                else
                {
                    Assert.That(text, Does.Contain(language == "es" ? "Sin registro aquí" : "No record here"), key);
                }
            }
        }
    }

    [Test]
    public async Task A_plan_says_design_implementation_and_results_apart_each_as_its_measure()
    {
        foreach (var plan in (string[])["MX-NAP1", "MX-NAP2", "MX-NAP3", "MX-NAP4", "MX-DUR-PAL1"])
        {
            var text = await TextAsync($"plan/{plan}");
            foreach (
                var key in (string[])
                    ["verifiable", "relevance", "ambition", "finished", "completion", "compliance", "early_results", "with_indicator"]
            )
            {
                var measure = await app.GetAsync($"measures/{key}");
                var row = (await app.GetAsync($"measures/{key}/values?plan={plan}")).GetProperty("items")[0];
                Assert.That(
                    text,
                    Does.Contain(
                        row.GetProperty("total").GetInt32() > 0
                            ? MeasureAnswer.Of(measure.GetProperty("answer_es").GetString()!, row)
                            : $"{measure.GetProperty("question_es").GetString()} Sin registro aquí."
                    ),
                    $"{plan} {key}"
                );
            }

            Assert.That(
                text.IndexOf("¿Estuvo bien diseñado?", StringComparison.Ordinal),
                Is.LessThan(text.IndexOf("¿Se hizo?", StringComparison.Ordinal))
            );
            Assert.That(
                text.IndexOf("¿Se hizo?", StringComparison.Ordinal),
                Is.LessThan(text.IndexOf("¿Cambió algo?", StringComparison.Ordinal))
            );
        }
    }

    [Test]
    public async Task A_map_has_all_states_and_its_table_says_what_the_measure_says()
    {
        var rows = (await app.GetAsync("measures/commitments_documented/values?by=state")).GetProperty("items").EnumerateArray().Some();
        var values = rows.ToDictionary(row => row.GetProperty("state").GetString() ?? "", row => row.GetProperty("value").GetDecimal());
        var html = await HtmlAsync("map/commitments_documented");
        Assert.That(Regex.Count(html, "<rect x=\"\\d+\" y=\"\\d+\" width=\"42\""), Is.EqualTo(32));
        foreach (var state in (await app.AllAsync("states?limit=500")).Some())
        {
            var expected = values.TryGetValue(state.GetProperty("id").GetString()!, out var value)
                ? value.ToString(CultureInfo.InvariantCulture)
                : "Sin registro aquí";
            Assert.That(
                html,
                Does.Contain($"<th scope=\"row\">{state.GetProperty("name_es").GetString()}</th><td class=\"number\">{expected}</td>")
            );
        }
    }

    [TestCase("nothing/MX-DUR", "No hay widget «nothing». Hay: changes, commitment, compare,")]
    [TestCase("plan/MX-NAP4/more", "No consta aquí «MX-NAP4/more» para el widget «plan»")]
    [TestCase("plan//MX-NAP4", "No consta aquí «/MX-NAP4» para el widget «plan»")]
    [TestCase("", "Falta decir cuál. Hay: changes, commitment, compare,")]
    [TestCase("plan/%2e%2e", "Falta decir cuál.")]
    [TestCase("secretariat/MX-XXX-STL", "No consta aquí «MX-XXX-STL»")]
    [TestCase("commitment", "El widget «commitment» necesita de qué tratar.")]
    [TestCase("commitment/MX-NAP9-C1", "No consta aquí «MX-NAP9-C1»")]
    [TestCase("state/MX-XXX", "No consta aquí «MX-XXX»")]
    [TestCase("sessions/MX-XXX", "No consta aquí «MX-XXX»")]
    [TestCase("measure/happiness", "No consta aquí «happiness»")]
    [TestCase("map/people_trained", "No consta aquí «people_trained»")]
    [TestCase("health/MX-NAP9", "No consta aquí «MX-NAP9»")]
    [TestCase("plan/%3Cscript%3E", "No consta aquí «&lt;script&gt;»")]
    public async Task What_is_not_there_is_said_in_the_frame_with_a_link(string widget, string said)
    {
        using var response = await app.SendAsync($"/embed/v1/{widget}");
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(html, Does.Contain(said).And.Contain("class=\"more\" href=\"http"));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Not.Contain("frame-ancestors"));
    }

    [TestCase("commitment/MX-NAP4-C10?as_of=yesterday", "«yesterday» no es una fecha de «as_of»")]
    [TestCase("commitment/MX-NAP4-C10?as_of=2031-01-01", "2031-01-01 está en el futuro")]
    [TestCase("measure/finished?status=done", "«done» no es un valor de «status».")]
    [TestCase("measure/finished?colour=red", "Aquí no hay un parámetro «colour».")]
    [TestCase("measure/finished?by=moon", "«moon» no es un valor de «by».")]
    [TestCase("map/finished?plan=MX-NAP9", "No consta aquí «MX-NAP9», que «plan» nombra.")]
    [TestCase("compare/finished?states=MX-DUR", "states toma de 2 a 5 estados")]
    [TestCase("compare/finished?states=MX-DUR,MX-XXX", "«MX-XXX» no es un valor de «states».")]
    public async Task What_would_change_the_facts_is_refused_by_name_when_it_is_wrong(string widget, string said)
    {
        using var response = await app.SendAsync($"/embed/v1/{widget}");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(said));
    }

    [TestCase("theme=pink", "«pink» no es un valor de «theme»; toma auto, light, dark, contrast.")]
    [TestCase("heading=1", "«1» no es un valor de «heading»; toma 2–6.")]
    [TestCase("limit=0", "«0» no es un valor de «limit»; toma 1–50.")]
    [TestCase("density=airy", "«airy» no es un valor de «density»")]
    [TestCase("accent=red", "«red» no es un valor de «accent»")]
    [TestCase("accent=ffff00&theme=light", "no se distingue lo suficiente del fondo (4.5 : 1); se usa el más parecido que sí: #")]
    [TestCase("accent=000033&theme=contrast", "no se distingue lo suficiente del fondo (7 : 1)")]
    [TestCase("accent=00ff00&theme=light", "no se distingue lo suficiente del fondo (4.5 : 1)")]
    [TestCase("lang=fr", "«fr» no es un valor de «lang»; toma es, en.")]
    [TestCase("utm_source=x", "Este widget no tiene el parámetro «utm_source»")]
    public async Task What_only_changes_the_looks_is_left_out_and_named_when_it_is_wrong(string parameter, string said)
    {
        var html = await HtmlAsync($"commitment/MX-NAP4-C10?{parameter}");
        Assert.That(html, Does.Contain($"<p class=\"notice\">").And.Contain(said));
        Assert.That(html, Does.Contain("Sobresalientes"), "the facts are there");
    }

    [TestCase("accent=a30f55&theme=light", "--accent:light-dark(#a30f55,")]
    [TestCase("accent=ffff00", ",#ffff00)")]
    [TestCase("accent=%23FF8CBA&theme=dark", ",#ff8cba);")]
    [TestCase("theme=contrast", "data-theme=\"contrast\"")]
    [TestCase("heading=4", "<h4 lang=\"es\" class=\"title\">")]
    [TestCase("density=compact", "<body class=\"compact\">")]
    public async Task The_looks_are_as_asked(string parameter, string contained) =>
        Assert.That(await HtmlAsync($"commitment/MX-NAP4-C10?{parameter}"), Does.Contain(contained).And.Not.Contain("class=\"notice\""));

    private async Task<string> HtmlAsync(string widget)
    {
        using var response = await app.SendAsync($"/embed/v1/{widget}");
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), html);
        return html;
    }

    /// <summary>What is read of a widget.</summary>
    private async Task<string> TextAsync(string widget) =>
        WebUtility.HtmlDecode(Tags().Replace(Unread().Replace(await HtmlAsync(widget), ""), ""));

    private static string With(string widget, string parameter) => $"{widget}{(widget.Contains('?') ? '&' : '?')}{parameter}";

    [GeneratedRegex("<(img|link|script [^>]*src|iframe|object|embed|video|audio|source|use)\\b|url\\((?!#)|@import|@font-face")]
    private static partial Regex Loading();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Hrefs();

    [GeneratedRegex("target=\"_blank\" rel=\"noopener\"")]
    private static partial Regex Targets();

    [GeneratedRegex("<(style|script|title)>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
