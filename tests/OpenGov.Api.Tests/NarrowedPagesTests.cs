using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>A link to a page that its address narrows is a link to that, wherever it is shared, cited or pasted.</summary>
[Parallelizable]
public sealed partial class NarrowedPagesTests
{
    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCase("/commitments?state=MX-DUR", "es", "Compromisos: Durango", true)]
    [TestCase("/commitments?status=completed&policy_area=education", "en", "Commitments about Education, reported status: Completed", true)]
    [TestCase("/commitments?status=!completed&q=agua", "es", "Compromisos: «agua»; estatus reportado: salvo Completo", true)]
    [TestCase("/commitments?plan=MX-CAM-PAL2", "es", "Compromisos, Campeche: plan local 2", true)]
    [TestCase("/commitments?early_results=major,outstanding", "es", "Compromisos, resultados tempranos: Mayores o Sobresalientes", true)]
    [TestCase("/compare?states=MX-DUR,MX-JAL", "es", "Comparar estados: Durango y Jalisco", false)]
    [TestCase(
        "/dialogue?state=MX-DUR&disposition=adopted,partly_adopted",
        "es",
        "Diálogo: Durango; qué se resolvió: Adoptada o Adoptada en parte",
        true
    )]
    [TestCase("/organizations?sector=civil_society&state=MX-DUR", "es", "Organizaciones, sector: Sociedad civil; Durango", true)]
    [TestCase(
        "/organizations?civil_society_in_plan=MX-CAM-PAL2&state=no_data",
        "en",
        "Organisations: Of no state in particular; civil society in the plan: Campeche: local plan 2",
        true
    )]
    [TestCase(
        "/organizations?civil_society_in_secretariat=MX-DUR-STL",
        "es",
        "Organizaciones, sociedad civil en el secretariado: Durango",
        true
    )]
    [TestCase("/search?q=agua", "en", "“agua”: search results", true)]
    public async Task A_narrowed_page_is_called_what_it_is_narrowed_to(string address, string language, string title, bool isHeading)
    {
        var html = await HtmlAsync($"{address}&lang={language}");
        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain($"<title>{title} · ").And.Contain($"property=\"og:title\" content=\"{title} · "));
            Assert.That(html.Contains($">{title}</h1>", StringComparison.Ordinal), Is.EqualTo(isHeading));
        });
    }

    [TestCase("/commitments?state=MX-DUR&status=completed&sort=-updated_at", "/commitments?status=completed&state=MX-DUR")]
    [TestCase("/compare?states=MX-DUR&states=MX-JAL", "/compare?states=MX-DUR,MX-JAL")]
    [TestCase("/search?q=agua&kind=plans&utm_source=x", "/search?q=agua&kind=plans")]
    [TestCase("/commitments?sort=-updated_at", "/commitments")]
    public async Task Its_link_its_picture_and_its_widget_are_of_the_same(string address, string link)
    {
        var html = await HtmlAsync(address);
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        Assert.That(Linked("canonical", html), Is.EqualTo($"{site}{link}"));
        Assert.That(Property("og:url", html), Is.EqualTo($"{site}{link}"));
        using var picture = await app.SendAsync(new Uri(Property("og:image", html)).PathAndQuery);
        Assert.That(picture.StatusCode, Is.EqualTo(HttpStatusCode.OK), Property("og:image", html));

        using var response = await app.SendAsync(new Uri(OEmbed().Match(html).Groups[1].Value).PathAndQuery);
        var pasted = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        var isNarrowed = link.Contains('?', StringComparison.Ordinal);
        if (link.StartsWith("/search", StringComparison.Ordinal))
        {
            Assert.That(pasted.GetProperty("type").GetString(), Is.EqualTo("link"));
            return;
        }

        Assert.That(pasted.GetProperty("type").GetString(), Is.EqualTo("rich"));
        var frame = WebUtility.HtmlDecode(Frame().Match(pasted.GetProperty("html").GetString()!).Groups[1].Value);
        IEnumerable<string> asked = isNarrowed ? Uri.UnescapeDataString(link[(link.IndexOf('?') + 1)..]).Split('&') : [];
        foreach (var narrowing in asked.PerhapsNone("a page that is not narrowed has its widget whole"))
        {
            Assert.That(Uri.UnescapeDataString(frame), Does.Contain(narrowing));
        }

        using var widget = await app.SendAsync(new Uri(frame).PathAndQuery);
        Assert.That(widget.StatusCode, Is.EqualTo(HttpStatusCode.OK), frame);
    }

    [Test]
    public async Task No_page_of_the_sitemap_is_too_large_for_a_slow_line()
    {
        using var response = await app.SendAsync("/sitemap.xml");
        var pages = Regex.Matches(await response.Content.ReadAsStringAsync(), "<loc>([^<]*)</loc>").Select(page => page.Groups[1].Value);
        foreach (var page in pages.Where(page => !page.Contains('?')).Some())
        {
            var html = await HtmlAsync(new Uri(page).PathAndQuery);
            Assert.That(Gzipped.Length(html), Is.LessThan(40 * 1024), $"{page}: bytes, compressed");
        }
    }

    [TestCase("/commitments?status=nothing")]
    [TestCase("/search?q=%25")]
    public async Task A_page_that_its_address_cannot_ask_for_is_no_page_to_share(string address)
    {
        var html = await HtmlAsync(address, HttpStatusCode.BadRequest);
        Assert.That(html, Does.Contain("content=\"noindex\"").And.Not.Contain("og:image").And.Not.Contain("rel=\"canonical\""));
    }

    private static string Property(string name, string html) =>
        Regex.Match(html, $"property=\"{name}\" content=\"([^\"]*)\"").Groups[1].Value;

    private static string Linked(string relation, string html) =>
        Regex.Match(html, $"rel=\"{relation}\" href=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("application/json\\+oembed\" href=\"([^\"]*)\"")]
    private static partial Regex OEmbed();

    [GeneratedRegex("<iframe src=\"([^\"]*)\"")]
    private static partial Regex Frame();

    private async Task<string> HtmlAsync(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await app.SendAsync(address);
        var html = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), address);
        return WebUtility.HtmlDecode(html);
    }
}
