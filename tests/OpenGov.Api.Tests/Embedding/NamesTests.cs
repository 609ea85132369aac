using System.Net;
using System.Text.Json;
using OpenGov.Api.Embedding;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;
using OpenGov.Api.Tests.Synthetic;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>What is shown is called what people call it: no page, widget or refusal leaves a reader with an id or a code of the API.</summary>
[Parallelizable]
public sealed class NamesTests
{
    private OpenGovApplication app;
    private OpenGovApplication synthetic;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync();
        synthetic = await SyntheticData.StartAsync("Sqlite");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await app.DisposeAsync();
        await synthetic.DisposeAsync();
    }

    [TestCase("plans", "es", "título sin registro aquí")]
    [TestCase("plans", "en", "title: no record here")]
    [TestCase("commitments", "es", "título sin registro aquí")]
    [TestCase("commitments", "en", "title: no record here")]
    public async Task A_record_without_a_title_is_called_what_it_is_in_the_heading_of_its_page_and_wherever_it_is_linked(
        string list,
        string language,
        string unknown
    )
    {
        var untitled = (await synthetic.AllAsync($"{list}?limit=500"))
            .Where(one => one.GetProperty("title_es").ValueKind == JsonValueKind.Null)
            .Select(one => one.GetProperty("id").GetString()!);
        foreach (var id in untitled.Some())
        {
            var html = await HtmlAsync($"/{list}/{id}?lang={language}", synthetic);
            Assert.That(html, Does.Match($"<h1[^>]*>[^<]+ \\({unknown}\\)</h1>").And.Match($"<title>[^<]+ \\({unknown}\\)"), id);
            Assert.That(await HtmlAsync($"/search?q={id}&lang={language}", synthetic), Does.Not.Contain($">{id}</a>"), id);
        }
    }

    [TestCase("es")]
    [TestCase("en")]
    public async Task Practices_lead_to_their_commitments_by_their_titles(string language)
    {
        var html = await HtmlAsync($"/practices?lang={language}");
        foreach (
            var id in (await app.AllAsync("practices?limit=500"))
                .SelectMany(one => one.GetProperty("commitment_ids").EnumerateArray())
                .Select(one => one.GetString()!)
                .Some()
        )
        {
            var commitment = (await app.AllAsync($"commitments?id={id}")).Single();
            Assert.That(html, Does.Contain($">{commitment.GetProperty($"title_{language}").GetString()}</a>"), id);
        }
    }

    [TestCase("commitments?state=Durango", "MX-DUR")]
    [TestCase("commitments?state=Estado de México", "MX-MEX")]
    [TestCase("commitments?state=nuevo leon", "MX-NLE")]
    [TestCase("states?id=Michoacán", "MX-MIC")]
    [TestCase("commitments?organization=Transparencia para el Pueblo", "transparencia-para-el-pueblo")]
    [TestCase("commitments?status=Completo", "completed")]
    [TestCase("commitments?policy_area=Educación", "education")]
    [TestCase("commitments?policy_area=health", "health_and_nutrition")]
    [TestCase("measures/finished/values?by=state&state=Durango", "MX-DUR")]
    public async Task What_is_given_by_its_name_is_offered_by_its_code(string address, string meant)
    {
        using var response = await app.SendAsync($"/api/v1/{address}");
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];
        Assert.That(error.GetProperty("nearest").GetString(), Is.EqualTo(meant));
        Assert.That(error.GetProperty("detail").GetString(), Does.EndWith($"Did you mean '{meant}'?"));
        Assert.That(error.GetProperty("detail_es").GetString(), Does.Contain($"¿Quiso decir «{meant}»?"));
    }

    [TestCase("/embed/v1/compare/finished?states=Durango,MX-JAL", "¿Quiso decir «MX-DUR»?")]
    [TestCase("/compare?states=Durango&states=Jalisco", "«Jalisco» no es un valor de «Estados». ¿Quiso decir «Jalisco» (MX-JAL)?")]
    [TestCase("/commitments?status=finished", "¿Quiso decir «")]
    [TestCase("/commitments?state=Durango", "«Durango» no es un valor de «Estado». ¿Quiso decir «Durango» (MX-DUR)?")]
    public async Task Pages_and_widgets_offer_it_too(string address, string said) =>
        Assert.That(await HtmlAsync(address, HttpStatusCode.BadRequest), Does.Contain(said));

    [Test]
    public void Every_filter_says_in_both_languages_what_it_takes()
    {
        Assert.That(
            Filters()
                .Some()
                .Where(filter => filter is { Codes: not { Count: > 0 }, TakesEs: not { Length: > 0 } })
                .Select(filter => filter.Name),
            Is.Empty
        );
    }

    [TestCase("commitments?year=abc", "«abc» no es un valor de «year», que toma un año de cuatro cifras, como 2019.")]
    [TestCase("commitments?due_from=mañana", "«mañana» no es un valor de «due_from», que toma una fecha como 2026-06-30.")]
    [TestCase("search?q=%25", "«%» no es un valor de «q», que toma palabras: una letra o una cifra cuando menos")]
    [TestCase("commitments?municipality=Durango", "que toma la clave del INEGI de un municipio, de cinco cifras, como 10005.")]
    public async Task A_refusal_in_Spanish_says_what_would_be_right(string address, string said)
    {
        using var response = await app.SendAsync($"/api/v1/{address}");
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];
        Assert.That(error.GetProperty("detail_es").GetString(), Does.Contain(said));
    }

    [Test]
    public async Task Every_filter_that_a_measure_is_narrowed_by_is_called_by_a_name()
    {
        using var response = await app.SendAsync("/commitments");
        var form = await response.Content.ReadAsStringAsync();
        foreach (var (of, filter) in Measured().Some())
        {
            Assert.That(
                KeyWords.OfFilter(filter.Name) is not null
                    || filter is HealthFilter
                    || form.Contains($" name=\"{filter.Name}\"", StringComparison.Ordinal),
                Is.True,
                $"{filter.Name} of {of}"
            );
        }
    }

    [TestCase("/commitments?organization=inai", "existió hasta: 20 de marzo de 2025.", "Le siguió: Transparencia para el Pueblo")]
    [TestCase(
        "/commitments?organization=INAI&lang=en",
        "existed until: March 20, 2025.",
        "It was followed by: Transparencia para el Pueblo"
    )]
    public async Task The_commitments_of_an_organization_that_ended_say_when_and_what_came_after_it(string address, string end, string next)
    {
        var html = await HtmlAsync(address);
        Assert.That(html, Does.Contain(end).And.Contain(next).And.Contain("organization=transparencia-para-el-pueblo"));
    }

    [Test]
    public async Task Wherever_an_organization_that_ended_is_named_its_end_is_said()
    {
        var ended = (await app.AllAsync("organizations?limit=500"))
            .Where(one => one.GetProperty("existed_until").ValueKind == JsonValueKind.String)
            .Where(one => one.GetProperty("commitments_led").GetInt32() > 0);
        foreach (var organization in ended.Some())
        {
            var id = organization.GetProperty("id").GetString();
            var year = organization.GetProperty("existed_until").GetString()![..4];
            var commitment = (await app.AllAsync($"commitments?organization={id}&limit=1"))[0].GetProperty("id").GetString();
            Assert.That(
                await HtmlAsync($"/commitments/{commitment}"),
                Does.Contain($"{organization.GetProperty("name")} (hasta {year}"),
                id
            );
        }
    }

    [TestCase("/embed/v1/map/finished")]
    [TestCase("/embed/v1/compare/finished?states=MX-DUR,MX-JAL")]
    public async Task What_shows_states_alone_is_not_said_to_be_national(string address) =>
        Assert.That(await HtmlAsync(address), Does.Not.Contain("Nacional y local"));

    [Test]
    public async Task A_value_of_an_index_has_two_digits_in_badges_as_everywhere()
    {
        using var response = await app.SendAsync(
            "/badges/measures/metric_value.json?edition=2017&indicator=open_government_index&scope=state&state=MX-DUR"
        );
        var badge = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.That(badge.GetProperty("message").GetString(), Does.Match("^0\\.\\d\\d\\b"));
    }

    private static IEnumerable<(string Of, Filter Filter)> Measured() =>
        MeasureCatalogue.All.Select(measure => measure.Of).Distinct().SelectMany(of => of.List.Filters, (of, filter) => (of.Name, filter));

    /// <summary>The filters of every list, whoever reads it.</summary>
    private static IEnumerable<Filter> Filters() =>
        typeof(Filter)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetFields(
                    System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
                )
            )
            .Where(field => field.FieldType == typeof(ListSql))
            .SelectMany(field => ((ListSql)field.GetValue(null)!).Filters);

    private Task<string> HtmlAsync(string address, HttpStatusCode status = HttpStatusCode.OK) => HtmlAsync(address, app, status);

    private static async Task<string> HtmlAsync(string address, OpenGovApplication of, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await of.SendAsync(address);
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), $"{address}: {html[..Math.Min(html.Length, 500)]}");
        return WebUtility.HtmlDecode(html);
    }
}
