using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenGov.Api.Embedding;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>What pages, people and editors add to an address is taken, said or refused, and never shows something else.</summary>
[Parallelizable]
public sealed class AddedToAddressesTests
{
    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task An_attribute_that_HTML_or_a_framework_has_on_every_element_changes_nothing_and_is_not_named()
    {
        foreach (var widget in (string[])["plan/MX-NAP4", "measure/finished"])
        {
            var plain = await HtmlAsync($"/embed/v1/{widget}");
            foreach (var name in HostAttributes.Global.Concat(["_ngcontent-ng-c1", "_ngcontent_ng_c1", "data-v", "aria-live"]).Some())
            {
                Assert.That(await HtmlAsync($"/embed/v1/{widget}?{name}=region"), Is.EqualTo(plain), name);
            }
        }
    }

    [Test]
    public void No_filter_is_called_as_an_attribute_that_every_element_has()
    {
        var names = MeasureCatalogue.All.SelectMany(measure => measure.Of.List.Filters).Select(filter => filter.Name).Distinct();
        Assert.That(names.Concat(WidgetRequest.Looks).Some().Where(HostAttributes.IsOne), Is.Empty);
    }

    [Test]
    public async Task A_badge_and_a_picture_refuse_every_look_and_each_name_that_they_do_not_take_in_words_of_their_own()
    {
        foreach (var look in WidgetRequest.Looks.Except(["as_of"]).Append("style").Some())
        {
            foreach (var badge in (string[])["plans/MX-NAP4.svg", "measures/finished.json"])
            {
                if (look != "lang")
                {
                    var refused = await app.GetProblemAsync($"/badges/{badge}?{look}=light", HttpStatusCode.BadRequest);
                    Assert.That(
                        refused.GetProperty("detail").GetString(),
                        Does.Match($"^A badge takes no '{look}'\\.( Did you mean '\\w+'\\?)? It takes lang, as_of")
                    );
                    Assert.That(refused.GetProperty("detail_es").GetString(), Does.StartWith($"Una insignia no toma «{look}»."));
                }
            }

            foreach (var widget in (string[])["plan/MX-NAP4", "measure/finished", "map/finished"])
            {
                var refused = await app.GetProblemAsync($"/pictures/en/embed/v1/{widget}.png?{look}=es", HttpStatusCode.BadRequest);
                var detail = refused.GetProperty("detail").GetString()!;
                Assert.That(
                    detail,
                    Does.StartWith($"A picture takes no '{look}'. It takes width, as_of")
                        .Or.StartWith("There is no parameter 'style' here."),
                    widget
                );
                Assert.That(Regex.Count(detail, "\\bas_of\\b"), Is.EqualTo(1), detail);
                Assert.That(detail, Does.Not.Contain("theme,").And.Not.Contain("changed nothing"), detail);
            }
        }
    }

    [Test]
    public async Task States_are_compared_by_any_of_their_codes_together_or_one_by_one_in_the_widget_on_the_page_and_for_editors()
    {
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        var widget = await HtmlAsync("/embed/v1/compare/finished?states=MX-DUR,MX-JAL");
        var title = (await OEmbedAsync($"{site}/compare?states=MX-DUR,MX-JAL")).GetProperty("title").GetString();
        Assert.That(title, Does.Contain("Durango, Jalisco"));
        foreach (var states in (string[])["states=MX-DUR&states=MX-JAL", "states=10,14", "states=mx-dur&states=14&states="])
        {
            Assert.That(await HtmlAsync($"/embed/v1/compare/finished?{states}"), Is.EqualTo(widget), states);
            Assert.That(await HtmlAsync($"/compare?{states}"), Does.Contain(">Durango</a>").And.Contain(">Jalisco</a>"), states);
            var embedded = await OEmbedAsync($"{site}/compare?{states}");
            Assert.That(embedded.GetProperty("type").GetString(), Is.EqualTo("rich"), states);
            Assert.That(embedded.GetProperty("title").GetString(), Is.EqualTo(title), states);
        }

        foreach (var states in (string[])["MX-DUR", "MX-DUR,MX-JAL,MX-CAM,MX-GUA,MX-OAX,MX-AGU"])
        {
            Assert.That((await OEmbedAsync($"{site}/compare?states={states}")).GetProperty("type").GetString(), Is.EqualTo("link"), states);
        }
    }

    [TestCase("MX-DUR", "Hay un solo estado: elija otro para comparar.")]
    [TestCase("MX-DUR,MX-JAL,MX-CAM,MX-GUA,MX-OAX,MX-AGU", "Se comparan de dos a cinco estados; no están aquí: Aguascalientes.")]
    public async Task The_page_that_compares_says_when_there_are_too_few_or_too_many_states(string states, string said) =>
        Assert.That(await HtmlAsync($"/compare?states={states}"), Does.Contain(said));

    [TestCase("/states?measure=secretariat", "link")]
    [TestCase("/changes?state=MX-DUR", "link")]
    [TestCase("/metrics?indicator=participation&edition=2019", "link")]
    [TestCase("/commitments?plan=MX-NAP4&lang=en", "rich")]
    [TestCase("/compare?states=MX-DUR&states=MX-JAL", "rich")]
    [TestCase("/plans/MX-NAP4?lang=en", "rich")]
    public async Task An_editor_that_discovers_a_page_gets_the_answer_to_the_address_that_was_pasted(string page, string type)
    {
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        var found = Regex.Match(await HtmlAsync(page), "type=\"application/json\\+oembed\" href=\"([^\"]+)\"").Groups[1].Value;
        var discovered = JsonDocument.Parse(await app.Client.GetStringAsync(found)).RootElement;
        var pasted = await OEmbedAsync(site + page);
        Assert.That(discovered.GetProperty("type").GetString(), Is.EqualTo(type).And.EqualTo(pasted.GetProperty("type").GetString()));
        Assert.That(discovered.GetProperty("title").GetString(), Is.EqualTo(pasted.GetProperty("title").GetString()));
    }

    [TestCase("plan/MX-NAP4?theme=neon&foo=1&accent=zzz")]
    [TestCase("map/finished?policy_area=education&theme=neon&role=region&limit=900")]
    [TestCase("measure/finished?by=plan&heading=9&as_of=2026-11-24")]
    public async Task A_widget_with_a_wrong_look_has_a_picture_for_editors_all_the_same(string widget)
    {
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        var embedded = await OEmbedAsync($"{site}/embed/v1/{widget}");
        using var picture = await app.SendAsync(new Uri(embedded.GetProperty("thumbnail_url").GetString()!).PathAndQuery);
        Assert.That(picture.StatusCode, Is.EqualTo(HttpStatusCode.OK), embedded.GetProperty("thumbnail_url").GetString());
    }

    [Test]
    public async Task A_secretariat_is_shown_by_its_own_id_as_by_that_of_its_state()
    {
        foreach (var one in (await app.AllAsync("secretariats?limit=500")).Some())
        {
            var (id, state) = (one.GetProperty("id").GetString()!, one.GetProperty("state_id").GetString()!);
            Assert.That(await HtmlAsync($"/embed/v1/secretariat/{id}"), Is.EqualTo(await HtmlAsync($"/embed/v1/secretariat/{state}")), id);
        }

        var site = app.Address.GetLeftPart(UriPartial.Authority);
        Assert.That((await OEmbedAsync($"{site}/embed/v1/secretariat/MX-DUR-STL")).GetProperty("type").GetString(), Is.EqualTo("rich"));
        using var picture = await app.SendAsync("/pictures/es/embed/v1/secretariat/mx-dur-stl.png");
        Assert.That(picture.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("measure/finished?organization=inai", "organisation: Instituto Nacional de Transparencia")]
    [TestCase("measure/finished?organization=inai&by=plan", "organisation: Instituto Nacional de Transparencia")]
    public async Task An_organisation_in_a_filter_is_called_by_its_name(string widget, string said) =>
        Assert.That(await HtmlAsync($"/embed/v1/{widget}&lang=en"), Does.Contain(said).And.Not.Contain("organisation: inai"));

    [TestCase(
        "measure/finished?plan=MX-NAP4&as_of=2026-11-24",
        "/commitments?plan=MX-NAP4&confidence=documented,inferred&as_of=2026-11-24\""
    )]
    [TestCase("map/finished?policy_area=education", "/commitments?policy_area=education&confidence=documented,inferred\"")]
    [TestCase("measure/finished?as_of=2026-11-24", "/measures?as_of=2026-11-24#finished\"")]
    [TestCase("compare/finished?states=MX-DUR,MX-JAL&as_of=2026-11-24", "/compare?states=MX-DUR,MX-JAL&as_of=2026-11-24\"")]
    public async Task A_narrowed_or_frozen_widget_leads_to_those_rows_of_that_day(string widget, string link) =>
        Assert.That(
            Uri.UnescapeDataString(await HtmlAsync($"/embed/v1/{widget}")),
            Does.Match($"class=\"more\" href=\"http[^\"]*{Regex.Escape(link)}")
        );

    [TestCase("plan/NOPE", HttpStatusCode.NotFound)]
    [TestCase("nothing", HttpStatusCode.NotFound)]
    [TestCase("map/metric_value", HttpStatusCode.BadRequest)]
    public async Task Where_nothing_is_shown_the_link_promises_no_data(string widget, HttpStatusCode status)
    {
        var html = await HtmlAsync($"/embed/v1/{widget}?lang=en", status);
        Assert.That(html, Does.Contain(">Go to OpenGov</a>").And.Not.Contain("See all of it"));
    }

    [Test]
    public async Task What_no_document_can_have_is_written_as_a_sign_for_it()
    {
        using var response = await app.SendAsync("/embed/v1/plan/MX-NAP4?f%00o=1");
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(html.Contains("&#x0;", StringComparison.Ordinal) || html.Contains('\0'), Is.False);
        Assert.That(WebUtility.HtmlDecode(html), Does.Contain("f\uFFFDo"));
    }

    [Test]
    public async Task A_frozen_badge_says_its_day_in_its_text_and_its_title()
    {
        foreach (var badge in (string[])["plans/MX-NAP4", "measures/finished", "commitments/MX-NAP4-C10", "states/MX-DUR"])
        {
            var svg = await HtmlAsync($"/badges/{badge}.svg?as_of=2026-11-24&lang=en");
            Assert.That(svg, Does.Match("<title>[^<]*\\(November 24, 2026\\)</title>"), badge);
            Assert.That(Regex.Count(svg, "November 24, 2026"), Is.AtLeast(3), badge);
        }
    }

    [Test]
    public async Task No_question_is_asked_twice_one_below_the_other()
    {
        foreach (
            var widget in WidgetTests
                .Widgets.Concat([
                    "measure/finished",
                    "measure/finished?by=level",
                    "compare/metric_value?edition=2021&indicator=participation&states=MX-GUA,MX-DUR",
                ])
                .Some()
        )
        {
            var html = await HtmlAsync($"/embed/v1/{widget}");
            var title = Regex.Match(html, "class=\"title\">([^<]+)<").Groups[1].Value;
            Assert.That(title, Is.Not.Empty);
            Assert.That(html, Does.Not.Contain($"<caption>{title}</caption>").And.Not.Contain($"class=\"question\">{title}</p>"), widget);
        }
    }

    private async Task<JsonElement> OEmbedAsync(string address) =>
        JsonDocument.Parse(await app.Client.GetStringAsync($"/oembed?url={Uri.EscapeDataString(address)}")).RootElement;

    private async Task<string> HtmlAsync(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await app.SendAsync(address);
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), $"{address}: {html[..Math.Min(html.Length, 500)]}");
        return WebUtility.HtmlDecode(html);
    }
}
