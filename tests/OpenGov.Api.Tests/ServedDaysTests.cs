using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using OpenGov.Api.Http;

namespace OpenGov.Api.Tests;

/// <summary>A page is of the day, the filters and the record that its address asks for, or says that it is not: in words and by its status.</summary>
[Parallelizable]
public sealed partial class ServedDaysTests
{
    private const string Id = "MX-DUR-PAL1-C2";
    private const string Address = $"/commitments/{Id}";

    private static readonly string[] WithFacts =
    [
        "/",
        "/states",
        "/states/MX-DUR",
        "/plans",
        "/plans/MX-NAP4",
        "/commitments",
        Address,
        "/secretariats",
        "/metrics",
        "/themes",
        "/coverage",
        "/measures",
        "/practices",
        "/dialogue",
        "/organizations",
        "/organizations/inai",
        "/timeline",
        "/compare",
        "/changes",
        "/search?q=agua",
    ];

    private OpenGovApplication app;
    private DateOnly before;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync();
        before = DateOnly.FromDateTime(app.Clock.Now.UtcDateTime);
        app.Clock.Now = app.Clock.Now.AddDays(1);
        await app.SaveCommitmentAsync(Id, ("title_es", "Hornos nuevos para los ladrilleros"));
        await app.WithdrawCommitmentAsync("MX-DUR-PAL1-C1");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task The_page_of_an_earlier_day_says_what_was_recorded_then_and_stays_as_it_is()
    {
        var (_, now) = await ReadAsync(Address);
        var (status, then) = await ReadAsync($"{Address}?as_of={before:yyyy-MM-dd}");
        Assert.Multiple(() =>
        {
            Assert.That(now, Does.Contain("Hornos nuevos para los ladrilleros"));
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(then, Does.Not.Contain("Hornos nuevos").And.Contain("ladrilleras"));
            Assert.That(then, Does.Contain($"Datos como estaban al final del {before.Day} de noviembre de 2026; no cambian."));
            Assert.That(then, Does.Contain($"<a href=\"{Address}\">Ver los de hoy</a>"));
            Assert.That(then, Does.Not.Contain("kit.start").And.Not.Contain("modulepreload"), "its code would show today's");
            Assert.That(now, Does.Contain("kit.start"));
        });
    }

    [TestCaseSource(nameof(WithFacts))]
    public async Task Every_page_with_facts_keeps_the_day_that_it_was_asked_for_in_its_links(string address)
    {
        var day = $"as_of={before:yyyy-MM-dd}";
        var (status, html) = await ReadAsync($"{address}{(address.Contains('?') ? '&' : '?')}{day}&lang=en");
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(html, Does.Contain($"Data as it stood at the end of November {before.Day}, 2026; it does not change."));
        var links = Links().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).ToList();
        Assert.That(
            links.Where(link => !link.Contains(day, StringComparison.Ordinal)).Distinct().Count(link => IsPage(link)),
            Is.EqualTo(1),
            "only the link to today's"
        );
    }

    [Test]
    public async Task A_day_that_is_not_over_is_not_called_one_that_does_not_change()
    {
        var today = before.AddDays(1);
        foreach (var address in (string[])[Address, $"/embed/v1/commitment/{Id}"])
        {
            var (_, html) = await ReadAsync($"{address}?as_of={today:yyyy-MM-dd}");
            Assert.That(html, Does.Contain("que no ha terminado").And.Not.Contain("no cambian"), address);
        }
    }

    [Test]
    public async Task The_page_of_a_withdrawn_record_says_so_and_leads_to_what_it_said()
    {
        var (status, html) = await ReadAsync("/commitments/MX-DUR-PAL1-C1");
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(html, Does.Contain("<h1>Este registro se retiró</h1>"));
            Assert.That(html, Does.Contain("/changes?record=MX-DUR-PAL1-C1"));
            Assert.That(html, Does.Contain($"/commitments/MX-DUR-PAL1-C1?as_of={before:yyyy-MM-dd}"));
        });
        Assert.That((await ReadAsync($"/commitments/MX-DUR-PAL1-C1?as_of={before:yyyy-MM-dd}")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await ReadAsync("/changes?record=MX-DUR-PAL1-C1")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await ReadAsync(OEmbedOf("/commitments/MX-DUR-PAL1-C1"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("/commitments?status=colour", "status", "colour")]
    [TestCase("/commitments?plan=MX-NAP9", "plan", "MX-NAP9")]
    [TestCase("/commitments?cursor=eyJ4IjoxfQ", "cursor", "El cursor")]
    [TestCase("/changes?record_type=colour", "record_type", "colour")]
    [TestCase("/changes?state=MX-XXX", "state", "MX-XXX")]
    [TestCase("/changes?cursor=nulls", "cursor", "El cursor")]
    [TestCase("/search?q=a&kind=colour", "kind", "colour")]
    [TestCase("/compare?states=MX-DUR,MX-ZZZ", "states", "MX-ZZZ")]
    [TestCase("/states?as_of=ayer", "as_of", "ayer")]
    [TestCase("/states/MX-DUR?as_of=2999-01-01", "as_of", "2999-01-01")]
    public async Task What_a_page_cannot_be_asked_for_is_refused_in_the_readers_language(string address, string parameter, string said)
    {
        var (status, html) = await ReadAsync(address);
        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(WholeMain().Match(html).Value, Does.Contain(said), parameter);
        Assert.That(html, Does.Not.Contain("<tbody>"), "and no other rows are shown");
        Assert.That(WholeMain().Match(html).Value, Does.Not.Contain("Citar"), "nobody cites what is not there");
    }

    [TestCase("/commitments/none", "none")]
    [TestCase("/nowhere", null)]
    [TestCase($"{Address}?as_of=2020-01-01", "1 de enero de 2020")]
    public async Task Where_nothing_is_the_page_says_so_and_leads_on(string address, string? said)
    {
        var (status, html) = await ReadAsync(address);
        Assert.That(status, Is.EqualTo(HttpStatusCode.NotFound));
        var main = WholeMain().Match(html).Value;
        Assert.That(main, Does.Contain(said ?? "Esta página no existe"));
        Assert.That(Links().Count(main), Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task A_parameter_in_other_letters_is_another_parameter()
    {
        var plain = await ReadAsync($"/embed/v1/commitment/{Id}");
        var (_, other) = await ReadAsync($"/embed/v1/commitment/{Id}?LANG=en&Theme=dark");
        Assert.That(other, Does.Contain("«LANG»").And.Contain("«Theme»").And.Contain("lang=\"es\" data-theme=\"auto\""));
        Assert.That(plain.Html, Does.Contain("lang=\"es\" data-theme=\"auto\""));
        foreach (var meant in (string[])["AS_OF", "asOf", "as-of"])
        {
            var (status, html) = await ReadAsync($"/embed/v1/commitment/{Id}?{meant}=2020-01-01");
            Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest), "other facts than those that were meant would mislead");
            Assert.That(html, Does.Contain("¿Quiso decir «as_of»?"));
        }

        Assert.That((await ReadAsync($"/embed/v1/commitment/{Id}?lang=en&lang=es")).Html, Does.Contain("«lang» está más de una vez"));
    }

    [Test]
    public async Task Editors_are_given_the_widget_and_the_picture_of_the_day_of_the_page()
    {
        var (_, json) = await ReadAsync(OEmbedOf($"{Address}?as_of={before:yyyy-MM-dd}"));
        Assert.That(json, Does.Contain($"/embed/v1/commitment/{Id}?lang=es&amp;as_of={before:yyyy-MM-dd}"));
        Assert.That(json, Does.Contain($"/pictures/es{Address}.png?as_of={before:yyyy-MM-dd}"));
    }

    [Test]
    public void Every_refusal_of_a_parameter_has_a_sentence_of_its_own_in_Spanish()
    {
        var codes = typeof(ParameterCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(code => (string)code.GetRawConstantValue()!)
            .ToList();
        Assert.That(codes, Is.Not.Empty);
        Assert.That(codes.Except(SpanishRefusals.Codes), Is.Empty);
    }

    [Test]
    public async Task A_refusal_says_in_Spanish_what_it_says_in_English()
    {
        var problem = await app.GetProblemAsync(
            "commitments?status=complet&limit=0&plan=MX-NAP9&as_of=ayer&colour=x",
            HttpStatusCode.BadRequest
        );
        var spanish = problem
            .GetProperty("errors")
            .EnumerateArray()
            .ToDictionary(error => error.GetProperty("parameter").GetString()!, error => error.GetProperty("detail_es").GetString());
        Assert.Multiple(() =>
        {
            Assert.That(spanish["status"], Does.Contain("«complet»").And.Contain("¿Quiso decir «completed»?").And.Contain("verified"));
            Assert.That(spanish["limit"], Does.Contain("de 1 a 500"));
            Assert.That(spanish["as_of"], Does.Contain("2026-06-30"));
            Assert.That(spanish["colour"], Does.Contain("«colour»"));
        });
    }

    [Test]
    public async Task What_cannot_be_shown_is_kept_for_a_minute_only()
    {
        foreach (var address in (string[])["/embed/v1/commitment/none", $"/embed/v1/commitment/{Id}?as_of=x"])
        {
            using var refused = await app.SendAsync(address);
            Assert.That(refused.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromMinutes(1)), address);
        }

        foreach (var address in (string[])[$"/embed/v1/commitment/{Id}", OEmbedOf(Address), "/widgets/v1.json"])
        {
            using var shown = await app.SendAsync(address);
            Assert.That(shown.Headers.CacheControl!.MaxAge, Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(5)), address);
        }
    }

    [TestCase("/badges/measures/finished.json?colour=red", "«colour»")]
    [TestCase("/badges/measures/finished.svg?plan=MX-NAP9", "«MX-NAP9»")]
    [TestCase("/badges/plans/MX-NAP4.png?state=MX-DUR", "«state»")]
    [TestCase("/badges/measures/metric_value.svg", "«indicator»")]
    [TestCase($"/pictures/es/embed/v1/commitment/{Id}.png?colour=red", "«colour»")]
    public async Task What_has_no_room_for_a_notice_refuses_what_it_does_not_take(string address, string said)
    {
        var problem = await app.GetProblemAsync(address, HttpStatusCode.BadRequest);
        Assert.That($"{problem}", Does.Contain(said).And.Contain("detail_es"));
    }

    [Test]
    public async Task A_badge_of_a_measure_takes_its_filters_and_says_them_and_that_of_a_withdrawn_record_says_so()
    {
        var (_, whole) = await ReadAsync("/badges/measures/commitments_documented.json");
        var (_, part) = await ReadAsync("/badges/measures/commitments_documented.json?plan=MX-NAP4");
        Assert.That(part, Is.Not.EqualTo(whole));
        Assert.That(part, Does.Contain("Plan nacional 4").And.Contain("\"message\":\"13 "));
        Assert.That(
            (await ReadAsync("/badges/commitments/MX-DUR-PAL1-C1.json?lang=en")).Html,
            Does.Contain("Withdrawn on November 25, 2026")
        );
    }

    [Test]
    public async Task Of_a_day_before_the_register_began_a_page_a_widget_and_their_picture_say_when_it_began()
    {
        foreach (var address in (string[])["/", "/commitments", "/embed/v1/map/state_stage", "/embed/v1/measure/finished"])
        {
            var (status, html) = await ReadAsync($"{address}?as_of=2020-01-01");
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK), address);
            Assert.That(html, Does.Contain("Este registro empieza el 24 de noviembre de 2026").And.Not.Contain("<tbody>"), address);
        }
    }

    [Test]
    public async Task A_page_says_what_of_its_address_it_did_not_use()
    {
        var (_, html) = await ReadAsync("/commitments?POLICY_AREA=water&colour=red&level=national&outcome=table");
        Assert.That(html, Does.Contain("Esta página no filtra por “POLICY_AREA”, “colour”"));
        Assert.That(html, Does.Contain("De la dirección no se usó aquí: «outcome»."), "which only says how the dashboard shows it");
        Assert.That(
            (await ReadAsync("/commitments?level=national")).Html,
            Does.Not.Contain("no se usó aquí").And.Not.Contain("no filtra por")
        );
    }

    [Test]
    public async Task What_links_show_of_a_page_of_a_day_is_of_that_day()
    {
        var (_, html) = await ReadAsync($"{Address}?as_of={before:yyyy-MM-dd}");
        Assert.That(html, Does.Contain($"/pictures/es{Address}.png?as_of={before:yyyy-MM-dd}"));
        Assert.That(html, Does.Contain($"{Id}%3Fas_of%3D{before:yyyy-MM-dd}"));
    }

    private static bool IsPage(string link) =>
        link.StartsWith('/')
        && !link.StartsWith("/api/", StringComparison.Ordinal)
        && !link.StartsWith("/data/", StringComparison.Ordinal)
        && !link.StartsWith("/openapi/", StringComparison.Ordinal);

    private string OEmbedOf(string address) => $"/oembed?url={Uri.EscapeDataString(new Uri(app.Client.BaseAddress!, address).AbsoluteUri)}";

    private async Task<(HttpStatusCode Status, string Html)> ReadAsync(string address)
    {
        using var answer = await app.SendAsync(address);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<main.*?</main>", RegexOptions.Singleline)]
    private static partial Regex WholeMain();
}
