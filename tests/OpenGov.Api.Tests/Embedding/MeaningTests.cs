using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>What widgets and served pages say means what the register means: a code has its word, a number what it is of.</summary>
[Parallelizable]
public sealed partial class MeaningTests
{
    private const string NoRecord = "Sin registro aquí";

    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public void Every_code_that_no_vocabulary_names_has_words_in_both_languages()
    {
        var all = typeof(Vocabulary)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetProperties())
            .Select(property => property.GetCustomAttribute<CodesAttribute>())
            .OfType<CodesAttribute>()
            .Some();
        Assert.Multiple(() =>
        {
            foreach (var codes in all)
            {
                foreach (var code in codes.Codes.Some())
                {
                    var words = CodeWords.Of(codes.Name, code);
                    Assert.That((string[])[words.Es, words.En], Is.All.Not.Empty, $"{codes.Name}.{code}");
                    Assert.That(words == Said.NoRecord, Is.EqualTo(code == "no_data"), $"{codes.Name}.{code} is on record");
                }
            }
        });
        Assert.That(() => CodeWords.Of("health_verdict", "perhaps"), Throws.InvalidOperationException);
    }

    [TestCase("plans")]
    [TestCase("commitments")]
    [TestCase("states")]
    public async Task A_note_of_a_record_stands_on_its_page_without_scripts_too(string list)
    {
        var noted = (await app.AllAsync($"{list}?limit=500")).Where(one => one.GetProperty("note_es").ValueKind == JsonValueKind.String);
        foreach (var record in noted.Some())
        {
            var html = await HtmlAsync($"/{list}/{record.GetProperty("id").GetString()}");
            Assert.That(html, Does.Contain(record.GetProperty("note_es").GetString()), $"{list}/{record.GetProperty("id")}");
        }
    }

    [Test]
    public async Task Every_code_of_every_vocabulary_has_a_name_in_both_languages()
    {
        var terms = (await app.AllAsync("terms?limit=500")).Some().ToDictionary(term => term.GetProperty("id").GetString()!);
        foreach (var (vocabulary, code) in Vocabulary.Names.SelectMany(name => Vocabulary.Codes(name).Select(code => (name, code))).Some())
        {
            var term = terms[$"{vocabulary}.{code}"];
            Assert.That(term.GetProperty("label_es").GetString(), Is.Not.Empty.And.Not.EqualTo(NoRecord), $"{vocabulary}.{code}");
            Assert.That(term.GetProperty("label_en").GetString(), Is.Not.Empty.And.Not.EqualTo("No record here"), $"{vocabulary}.{code}");
        }
    }

    [Test]
    public void Every_key_that_a_measure_is_grouped_by_has_a_name()
    {
        foreach (var key in MeasureCatalogue.All.SelectMany(measure => measure.GroupedBy).Distinct().Some())
        {
            var words = KeyWords.Of(key);
            Assert.That((string[])[words.Es, words.En], Is.All.Not.Empty, key);
        }
    }

    [Test]
    public async Task The_health_of_every_plan_says_of_each_check_what_the_summary_counts()
    {
        foreach (var plan in (await app.AllAsync("plans?limit=500")).Some())
        {
            var id = plan.GetProperty("id").GetString();
            var health = await app.GetAsync($"plans/{id}/health");
            var html = await HtmlAsync($"/embed/v1/health/{id}?limit=50");
            foreach (
                var (name, word) in (IEnumerable<(string, string)>)[("met", "Cumplido"), ("not_met", "No cumplido"), ("no_data", NoRecord)]
            )
            {
                Assert.That(
                    Regex.Count(html, $"<td[^>]*><span[^>]*>{word}</span>"),
                    Is.EqualTo(health.GetProperty(name).GetInt32()),
                    $"{id} {name}"
                );
            }
        }
    }

    [Test]
    public async Task Every_indicator_with_an_observation_shows_it_dated_or_undated()
    {
        var observed = new List<(string Commitment, JsonElement Indicator)>();
        foreach (var commitment in (await app.AllAsync("commitments?limit=500&fields=id")).Some())
        {
            var id = commitment.GetProperty("id").GetString()!;
            var found = await app.GetAsync($"commitments/{id}");
            observed.AddRange(
                found
                    .GetProperty("indicators")
                    .EnumerateArray()
                    .Where(one => one.GetProperty("observations").GetArrayLength() > 0)
                    .Select(one => (id, one))
            );
        }

        foreach (var (commitment, indicator) in observed.Some())
        {
            var last = indicator.GetProperty("observations").EnumerateArray().Last();
            var value = last.GetProperty("value").GetDecimal().ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture);
            foreach (var address in (string[])[$"/embed/v1/story/{commitment}", $"/commitments/{commitment}"])
            {
                var html = await HtmlAsync(address);
                Assert.That(html, Does.Match($">{Regex.Escape(value)} [^<]*\\([^<]*\\)"), address);
                if (last.GetProperty("confidence").GetString() == "presentation")
                {
                    Assert.That(html, Does.Match($">{Regex.Escape(value)} [^<]*\\(solo en la presentación\\)"), address);
                }
            }
        }
    }

    [Test]
    public async Task A_measure_that_needs_a_filter_says_so_with_what_it_takes_wherever_states_are_shown()
    {
        foreach (var measure in MeasureCatalogue.All.Where(measure => measure.Needs.Count > 0).Some())
        {
            foreach (
                var widget in (string[])[$"map/{measure.Key}", $"compare/{measure.Key}?states=MX-DUR,MX-GUA", $"measure/{measure.Key}"]
            )
            {
                using var response = await app.SendAsync($"/embed/v1/{widget}");
                var html = await response.Content.ReadAsStringAsync();
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), widget);
                foreach (var name in measure.Needs.Some())
                {
                    Assert.That(html, Does.Contain($"Aquí hace falta «{name}»: ").And.Contain("Toma "), widget);
                }
            }
        }

        var map = await HtmlAsync("/embed/v1/map/metric_value?edition=2021&indicator=open_government_index");
        Assert.That(map, Does.Contain("2021 · Índice de gobierno abierto · ").And.Contain(">0.65</text>"));
        var compared = await HtmlAsync("/embed/v1/compare/metric_value?edition=2021&indicator=open_government_index&states=MX-GUA,MX-AGU");
        Assert.That(compared, Does.Contain("2021 · Índice de gobierno abierto · ").And.Contain("0.65").And.Contain("0.56"));
        var wrong = await HtmlAsync("/embed/v1/map/metric_value?edition=2021", HttpStatusCode.BadRequest);
        Assert.That(wrong, Does.Contain("«indicator». Toma open_government_index.").Or.Contain("Toma open_government_index"));
    }

    [Test]
    public async Task Classes_of_a_map_share_no_end()
    {
        var seen = 0;
        foreach (var edition in (string[])["2017", "2021"])
        {
            foreach (var indicator in (string[])["open_government_index", "transparency", "participation"])
            {
                using var response = await app.SendAsync($"/embed/v1/map/metric_value?edition={edition}&indicator={indicator}");
                if (response.StatusCode != HttpStatusCode.OK)
                {
                    continue;
                }

                var ends = Interval()
                    .Matches(await response.Content.ReadAsStringAsync())
                    .SelectMany(match => new[] { match.Groups[1].Value, match.Groups[2].Value })
                    .ToList();
                seen += ends.Count;
                Assert.That(
                    ends.PerhapsNone("an edition may be too small for classes; how many were seen is looked at below"),
                    Is.Unique,
                    $"{edition} {indicator}"
                );
            }
        }

        Assert.That(seen, Is.Positive);
    }

    [Test]
    public async Task A_group_without_a_value_is_said_as_what_it_is_and_two_keys_have_a_column_each()
    {
        foreach (
            var measure in MeasureCatalogue.All.Where(measure => measure.Needs.Count == 0 && measure.GroupedBy.Contains("state")).Some()
        )
        {
            var rows = (await app.GetAsync($"measures/{measure.Key}/values?by=state")).GetProperty("items").EnumerateArray();
            if (rows.Any(row => row.GetProperty("state").ValueKind == JsonValueKind.Null))
            {
                var html = await HtmlAsync($"/embed/v1/measure/{measure.Key}?by=state&limit=50");
                Assert.That(html, Does.Contain(">Nacional<").Or.Contain("De ningún estado en particular"), measure.Key);
                Assert.That(html, Does.Not.Match($"<th scope=\"row\"><span class=\"none\">{NoRecord}"), measure.Key);
            }
        }

        var two = await HtmlAsync("/embed/v1/measure/finished?by=state,level&limit=50");
        Assert.That(
            two,
            Does.Contain(">Estado</th>").And.Contain(">Nivel</th>").And.Match("Nacional</span></th>\\s*<td[^>]*><span[^>]*>Nacional</span>")
        );
    }

    [Test]
    public async Task A_badge_says_of_how_many_it_is_known_with_units_and_no_plan_by_its_id()
    {
        foreach (var measure in MeasureCatalogue.All.Some())
        {
            if (measure.Needs.Count > 0)
            {
                // Without what it needs it is refused.
                await app.GetProblemAsync($"/badges/measures/{measure.Key}.json", HttpStatusCode.BadRequest);
                continue;
            }

            var row = (await app.GetAsync($"measures/{measure.Key}/values")).GetProperty("items")[0];
            var badge = await BadgeAsync($"measures/{measure.Key}");
            if (
                measure.Reckoning is Reckoning.Parts
                && row.GetProperty("unknown").GetInt32() > 0
                && row.GetProperty("known").GetInt32() > 0
            )
            {
                var isKnown = measure.Reckoning is Reckoning.Parts { No.IsEmpty: false };
                Assert.That(
                    badge.Message,
                    Does.StartWith(
                        isKnown
                            ? $"{row.GetProperty("yes").GetInt32()} de {row.GetProperty("known").GetInt32()} con registro; "
                            : $"{row.GetProperty("yes").GetInt32()} constan; "
                    ),
                    measure.Key
                );
            }

            Assert.That(badge.Message, Does.Not.Match("^[\\d.,]+$"), $"{measure.Key}: a number has its unit");
        }

        Assert.That(
            (await BadgeAsync("measures/coverage")).Message,
            Does.Match("^[0-9]+ de [0-9]+ compromisos que declaran los planes nacionales \\([0-9.]+%\\)$")
        );
        Assert.That((await BadgeAsync("measures/state_stage")).Message, Does.Contain("Adhesión 10").And.Contain("Resultados 1"));
        foreach (var plan in (await app.AllAsync("plans?limit=500")).Some())
        {
            var id = plan.GetProperty("id").GetString()!;
            var badge = await BadgeAsync($"plans/{id}");
            Assert.That(badge.Label, Does.Not.Contain(id).And.Match("[Pp]lan"), id);
            Assert.That(badge.Message, Is.Not.EqualTo(NoRecord), $"{id}: of what there is no record is named");
        }

        Assert.That((await BadgeAsync("commitments/MX-NAP4-C01")).Message, Is.EqualTo("Estatus: sin registro aquí"));
    }

    [TestCase("/badges/measures/coverage.svg")]
    [TestCase("/badges/measures/coverage.json")]
    [TestCase("/embed/v1/measure/coverage")]
    [TestCase("/embed/v1/measure/coverage?by=stage")]
    [TestCase("/embed/v1/measure/coverage?by=level")]
    [TestCase("/measures")]
    [TestCase("/coverage")]
    public async Task No_share_is_shown_of_what_national_and_local_plans_state_together(string address)
    {
        var whole = (await app.GetAsync("measures/coverage/values")).GetProperty("items")[0].GetProperty("value").GetDecimal();
        var national = (await app.GetAsync("measures/coverage/values?level=national")).GetProperty("items")[0].GetProperty("value");
        Assert.That(whole, Is.Not.EqualTo(national.GetDecimal()), "pooled, it is another number");
        var shown = await app.Client.GetStringAsync(address);
        Assert.That(shown, Does.Not.Contain($"{whole}%"));
        if (!address.Contains("by=stage"))
        {
            Assert.That(shown, Does.Contain($"{national.GetDecimal()}%"));
        }
    }

    [TestCase("/states", "Adhesión (solo en la presentación)")]
    [TestCase("/embed/v1/map/state_stage", "Adhesión (solo en la presentación)")]
    [TestCase("/embed/v1/map/participating_states", "Sí (solo en la presentación)")]
    [TestCase("/embed/v1/state/MX-AGU", "Adhesión (solo en la presentación)")]
    [TestCase("/embed/v1/story/MX-CAM-PAL1-C2", "(solo en la presentación)")]
    [TestCase("/commitments/MX-CAM-PAL1-C2", "(solo en la presentación)")]
    [TestCase("/practices", "(solo en la presentación)")]
    public async Task What_only_the_presentation_says_is_marked_wherever_it_is_shown(string address, string mark) =>
        Assert.That(await HtmlAsync(address), Does.Contain(mark));

    [TestCase("/", "Tabasco: Plan (mencionado, sin título ni fecha)")]
    [TestCase("/states", "Plan (mencionado, sin título ni fecha)")]
    [TestCase("/compare?states=MX-COA,MX-DUR", "Plan (mencionado, sin título ni fecha)")]
    [TestCase("/embed/v1/map/state_stage", "mencionado, sin título ni fecha: <b>2 estados</b>")]
    [TestCase("/embed/v1/state/MX-TAB", "Plan (mencionado, sin título ni fecha)")]
    public async Task A_plan_of_which_a_source_says_only_that_there_is_one_is_marked(string address, string mark) =>
        Assert.That(await HtmlAsync(address), Does.Contain(mark));

    [TestCase("/", "Puebla: No se sumó (visto por última vez: 2020)")]
    [TestCase("/states", "No se sumó (visto por última vez: 2020)")]
    [TestCase("/compare?states=MX-TAM,MX-DUR", "No se sumó (visto por última vez: 2020)")]
    [TestCase("/embed/v1/map/state_stage", "Tamaulipas: No se sumó (visto por última vez: 2020)")]
    public async Task That_a_state_did_not_join_is_told_as_of_when(string address, string said) =>
        Assert.That(await HtmlAsync(address), Does.Contain(said));

    [TestCase("MX-VER")]
    [TestCase("MX-CAM")]
    public async Task What_was_made_or_visited_is_an_output_and_no_result(string state)
    {
        Assert.That((await app.GetAsync($"states/{state}")).GetProperty("stage").GetString(), Is.EqualTo("commitments"));
        var outputs = (await app.AllAsync($"commitments?state={state}&include=indicators&limit=500"))
            .SelectMany(one => one.GetProperty("indicators").EnumerateArray())
            .Select(one => one.GetProperty("kind").GetString());
        Assert.That(outputs, Is.EqualTo(new[] { "output" }));
        foreach (var address in (string[])[$"states?state={state}&has_results=true", $"commitments?state={state}&has_indicators=true"])
        {
            Assert.That((await app.GetAsync(address)).GetProperty("total").GetInt32(), Is.Zero, address);
        }
    }

    [Test]
    public async Task A_listing_or_a_report_that_rates_a_commitment_is_no_evidence_of_it()
    {
        var assessed = (await app.AllAsync("commitments?include=evidence&limit=500"))
            .Where(one =>
                one.GetProperty("evidence")
                    .EnumerateArray()
                    .Any(each => each.GetProperty("url").GetString()!.Contains("opengovpartnership.org"))
            )
            .Select(one => one.GetProperty("id").GetString()!)
            .Some();
        Assert.That(
            (await app.GetAsync($"commitments?id={string.Join(',', assessed)}&has_evidence=true")).GetProperty("total").GetInt32(),
            Is.Zero
        );
    }

    [Test]
    public async Task A_map_writes_into_all_tiles_or_into_none()
    {
        foreach (
            var key in MeasureCatalogue
                .All.Where(one => one.GroupedBy.Contains("state") && one.Needs.Count == 0 && one.Levels.Contains("local"))
                .Select(one => one.Key)
                .Some()
        )
        {
            var html = await HtmlAsync($"/embed/v1/map/{key}");
            var known = Tile().Matches(html).Count(match => match.Groups[1].Value != "no-data");
            var written = Regex.Count(html, "<g class=\"value\"><text");
            Assert.That(written, Is.EqualTo(known).Or.Zero, key);
        }
    }

    [Test]
    public async Task A_doubted_value_has_its_note_wherever_it_is_shown()
    {
        foreach (
            var address in (string[])
                [
                    "/embed/v1/metric",
                    "/metrics",
                    "/embed/v1/measure/metric_value?edition=2019&indicator=participation_government&scope=national",
                    "/embed/v1/measure/metric_value?edition=2019&indicator=participation_government&by=scope",
                ]
        )
        {
            Assert.That(await HtmlAsync(address), Does.Contain("Tal como se publicó en prensa, y no cuadra"), address);
        }
    }

    [TestCaseSource(typeof(WidgetTests), nameof(WidgetTests.Widgets))]
    public async Task A_widget_names_its_sources_and_the_day_of_its_data(string widget)
    {
        foreach (
            var (language, sources, day) in (IEnumerable<(string, string, string)>)
                [("es", "Fuentes:", "Según lo que consta aquí el "), ("en", "Sources:", "As on record here on ")]
        )
        {
            var html = await HtmlAsync($"/embed/v1/{widget}{(widget.Contains('?') ? '&' : '?')}lang={language}");
            Assert.That(html, Does.Contain(sources).And.Contain(day), language);
        }
    }

    [TestCase("compare/finished?states=MX-DUR", "states toma de 2 a 5 estados, como states=MX-DUR,MX-JAL.")]
    [TestCase("compare/finished?states=MX-DUR,MX-XXX", "Toma MX-AGU, ")]
    [TestCase("commitment/MX-NAP4-C10?as_of=ayer", "escríbala como 2026-06-30.")]
    [TestCase("commitment/MX-NAP4-C10?as_of=2031-01-01", "está en el futuro")]
    [TestCase("measure/finished?colour=red", "Aquí no hay un parámetro «colour»")]
    public async Task A_refusal_says_what_to_do(string widget, string todo) =>
        Assert.That(await HtmlAsync($"/embed/v1/{widget}", HttpStatusCode.BadRequest), Does.Contain(todo));

    /// <summary>Of each theme its paper, as the page around a widget may choose it.</summary>
    [Test]
    public async Task An_accent_can_be_read_in_every_theme_whatever_its_colour()
    {
        foreach (var colour in (string[])["a30f55", "ffff00", "777777", "000000", "ffffff", "00ff00", "1b69a4"])
        {
            foreach (var theme in (string[])["auto", "light", "dark", "contrast"])
            {
                var html = await HtmlAsync($"/embed/v1/commitment/MX-NAP4-C10?accent={colour}&theme={theme}");
                var used = Accent().Match(html);
                Assert.That(used.Success, Is.True, colour);
                Assert.That(
                    Contrast.Between(used.Groups[1].Value, DesignTokens.Light("paper")),
                    Is.GreaterThanOrEqualTo(4.5),
                    $"{colour} light"
                );
                Assert.That(
                    Contrast.Between(used.Groups[2].Value, DesignTokens.Dark("paper")),
                    Is.GreaterThanOrEqualTo(4.5),
                    $"{colour} dark"
                );
                Assert.That(Contrast.Between(used.Groups[3].Value, "#000000"), Is.GreaterThanOrEqualTo(7), $"{colour} contrast");
            }
        }

        // The documented example is what is documented: no notice, and the colour as it was given where it stands out.
        var documented = await HtmlAsync("/embed/v1/plan/MX-NAP4?accent=a30f55");
        Assert.That(documented, Does.Contain("--accent:light-dark(#a30f55,").And.Not.Contain("class=\"notice\""));
    }

    [TestCase("/embed/v1/commitment/MX-NAP4-C10", ">true<")]
    [TestCase("/commitments/MX-NAP4-C10", ">true<")]
    [TestCase("/commitments/MX-JAL-PAL2-C1", ">true<")]
    [TestCase("/commitments/MX-JAL-PAL2-C1", ">supporting<")]
    [TestCase("/embed/v1/metric/MX-DUR", "class=\"eyebrow\">MX-DUR")]
    [TestCase("/embed/v1/changes/MX-DUR", "class=\"eyebrow\">MX-DUR")]
    [TestCase("/embed/v1/sessions/MX-DUR", "class=\"eyebrow\">MX-DUR")]
    [TestCase("/embed/v1/plan/MX-ZAC-PAL2", "class=\"title\">MX-ZAC-PAL2")]
    [TestCase("/plans", ">MX-ZAC-PAL2<")]
    [TestCase("/timeline", ">MX-DUR<")]
    public async Task No_code_stands_where_a_word_does(string address, string code) =>
        Assert.That(await HtmlAsync(address), Does.Not.Contain(code));

    [Test]
    public void Words_of_measures_name_no_property_of_the_API()
    {
        foreach (var measure in MeasureCatalogue.All.Some())
        {
            foreach (var words in (Words[])[measure.Question, measure.Answer, measure.Definition, measure.DoesNotSay])
            {
                Assert.That((string[])[words.Es, words.En], Is.All.Not.Match("\\b[a-z]+_[a-z_]+\\b"), measure.Key);
            }
        }
    }

    [Test]
    public async Task The_home_page_has_what_each_voice_says_with_its_words_and_labels_each_figure()
    {
        var home = await HtmlAsync("/");
        Assert.That(
            home,
            Does.Contain("100%")
                .And.Contain("El tablero del gobierno da un avance de 93% en todo el plan.")
                .And.Contain("9 de 13")
                .And.Contain("Nueve de los 13 compromisos tuvieron resultados tempranos")
                .And.Contain("Nivel: Nacional. ¿Cuánto de lo que declaran los planes consta aquí? 30.2%")
                .And.Contain("Nacional y local")
        );
        Assert.That(
            await HtmlAsync("/plans"),
            Does.Contain("Nivel: Nacional. ").And.Contain("26 de los 86").And.Not.Contain("Nacional y local. ")
        );
        Assert.That(await HtmlAsync("/plans/MX-NAP4"), Does.Contain("Entre las fuentes hay un informe del MRI"));
    }

    [Test]
    public async Task Lists_say_why_figures_count_fewer_and_tell_the_same_titles_apart()
    {
        var listed = (await app.GetAsync("commitments?limit=1")).GetProperty("total").GetInt32();
        var counted = (await app.GetAsync("measures/commitments_documented/values"))
            .GetProperty("items")[0]
            .GetProperty("total")
            .GetInt32();
        Assert.That(await HtmlAsync("/commitments"), Does.Contain($"De {listed} que se listan, las cifras cuentan {counted}"));
        var names = Regex
            .Matches(await HtmlAsync("/plans/MX-NAP3"), "<a href=\"/commitments/[^\"]+\"[^>]*>([^<]+)</a>")
            .Select(match => match.Groups[1].Value)
            .ToList();
        Assert.That(names.Some(), Is.Unique);
    }

    private async Task<(string Label, string Message)> BadgeAsync(string badge)
    {
        using var response = await app.SendAsync($"/badges/{badge}.json");
        var found = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return (found.GetProperty("label").GetString()!, found.GetProperty("message").GetString()!);
    }

    private async Task<string> HtmlAsync(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await app.SendAsync(address);
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), $"{address}: {html[..Math.Min(html.Length, 500)]}");
        return WebUtility.HtmlDecode(html);
    }

    [GeneratedRegex("([0-9.]+)–([0-9.]+): <b>")]
    private static partial Regex Interval();

    [GeneratedRegex("<g class=\"([a-z0-9-]+)\">\\s*<title>")]
    private static partial Regex Tile();

    [GeneratedRegex(
        "--accent:light-dark\\((#[0-9a-f]{6}),(#[0-9a-f]{6})\\);.*?data-theme='contrast'\\]\\{--accent:(#[0-9a-f]{6})",
        RegexOptions.Singleline
    )]
    private static partial Regex Accent();
}
