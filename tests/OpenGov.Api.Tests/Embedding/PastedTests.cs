using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OpenGov.Api.Embedding;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>What is pasted today works for years: badges, the script of widgets, and what editors ask for an address.</summary>
[Parallelizable]
public sealed class PastedTests
{
    /// <summary>The newest script. A newer one gets a number of its own, and this stays.</summary>
    private const string Newest = "sha384-LPs43Tz1kZfyRmQ+mvKUkfKt2qlVekdurjakF0X78tvdco40Z1k/lzL3D3n3FrE/";

    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCase("1.0.0", "sha384-RQvyxV9PRIAxGS3pR3S8GgnCT4xg7nMX9b5KEjZLRO2cdbWmcAdHnYMQOF7QPhmI")]
    [TestCase("1.1.0", Newest)]
    public async Task A_script_that_pages_have_pinned_never_changes_its_bytes(string version, string pinned)
    {
        using var response = await app.SendAsync($"/widgets/v{version}.js");
        var script = await response.Content.ReadAsByteArrayAsync();
        Assert.That($"sha384-{Convert.ToBase64String(SHA384.HashData(script))}", Is.EqualTo(pinned));
        Assert.That(response.Headers.CacheControl!.ToString(), Does.Contain("immutable"));
        Assert.That(response.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(["*"]), "a browser checks it only with CORS");
        Assert.That((await AnswerAsync("/widgets/v1.json")).GetProperty("integrity").GetString(), Is.EqualTo(Newest));
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(script);
        }

        Assert.That(bytes.Length, Is.LessThan(3 * 1024));
    }

    [TestCase("/commitments/MX-DUR-PAL1-C2", "/embed/v1/commitment/MX-DUR-PAL1-C2?lang=es")]
    [TestCase("/commitments/mx-dur-pal1-c2?lang=en", "/embed/v1/commitment/MX-DUR-PAL1-C2?lang=en")]
    [TestCase("/plans/MX-NAP4", "/embed/v1/plan/MX-NAP4?lang=es")]
    [TestCase("/states/MX-DUR", "/embed/v1/state/MX-DUR?lang=es")]
    [TestCase("/", "/embed/v1/map/state_stage?lang=es")]
    [TestCase("/plans", "/embed/v1/measure/finished?by=plan&lang=es")]
    [TestCase("/themes?lang=en", "/embed/v1/measure/finished?by=policy_area&lang=en")]
    [TestCase("/metrics", "/embed/v1/metric?lang=es")]
    [TestCase("/embed/v1/health/MX-NAP4?theme=dark", "/embed/v1/health/MX-NAP4?theme=dark")]
    public async Task An_editor_that_asks_for_a_page_gets_one_link_and_one_frame(string page, string widget)
    {
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        var answer = await AnswerAsync($"/oembed?url={Uri.EscapeDataString(site + page)}&maxwidth=300");
        var html = answer.GetProperty("html").GetString()!;
        Assert.Multiple(() =>
        {
            Assert.That(answer.GetProperty("version").GetString(), Is.EqualTo("1.0"));
            Assert.That(answer.GetProperty("type").GetString(), Is.EqualTo("rich"));
            Assert.That(answer.GetProperty("width").GetInt32(), Is.EqualTo(300));
            Assert.That(answer.GetProperty("height").GetInt32(), Is.GreaterThanOrEqualTo(200), "what WordPress lets be");
            Assert.That(Regex.Count(html, "<iframe "), Is.EqualTo(1));
            Assert.That(Regex.Count(html, "<blockquote>"), Is.EqualTo(1));
            Assert.That(WebUtility.HtmlDecode(html), Does.Contain($"src=\"{site}{widget}\"").And.Contain($"<a href=\"{site}{page}\">"));
        });
        using var framed = await app.SendAsync(widget);
        Assert.That(framed.StatusCode, Is.EqualTo(HttpStatusCode.OK));

        using var response = await app.SendAsync($"/oembed?format=xml&maxwidth=300&url={Uri.EscapeDataString(site + page)}");
        var xml = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        foreach (var property in answer.EnumerateObject().Some())
        {
            Assert.That(xml.Element(property.Name)!.Value, Is.EqualTo(property.Value.ToString()));
        }
    }

    [TestCase("&maxwidth=150")]
    [TestCase("&maxheight=199")]
    [TestCase("&maxwidth=1&maxheight=1")]
    public async Task Where_no_line_of_a_widget_could_be_read_an_editor_gets_a_link(string room)
    {
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        var answer = await AnswerAsync($"/oembed?url={Uri.EscapeDataString($"{site}/plans/MX-NAP4")}{room}");
        Assert.That(answer.GetProperty("type").GetString(), Is.EqualTo("link"));
        Assert.That(answer.TryGetProperty("html", out _), Is.False);
    }

    [TestCase("/embed/v1/plan/MX-NAP4", "/EMBED/V1/Plan/mx-nap4")]
    [TestCase("/embed/v1/measure/finished", "/Embed/v1/MEASURE/Finished")]
    public async Task The_letters_of_an_address_of_a_widget_may_be_large_or_small(string address, string written)
    {
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        async Task<string> TextAsync(string path)
        {
            using var response = await app.SendAsync(path);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
            return await response.Content.ReadAsStringAsync();
        }

        Assert.That(await TextAsync(written), Is.EqualTo(await TextAsync(address)));
        Assert.That(
            (await AnswerAsync($"/oembed?url={Uri.EscapeDataString(site + written)}")).GetProperty("type").GetString(),
            Is.EqualTo("rich")
        );
    }

    [Test]
    public async Task Two_frames_of_one_record_are_told_apart_by_their_names()
    {
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        foreach (
            var (one, other) in ((string, string)[])[("commitment/MX-NAP4-C10", "story/MX-NAP4-C10"), ("plan/MX-NAP4", "health/MX-NAP4")]
        )
        {
            var (first, second) = (await TitlesAsync(one), await TitlesAsync(other));
            Assert.That(first.Document, Is.Not.EqualTo(second.Document));
            Assert.That(first.Pasted, Is.Not.EqualTo(second.Pasted));
            Assert.That(second.Document, Does.StartWith(second.Pasted));
        }

        async Task<(string Document, string Pasted)> TitlesAsync(string widget)
        {
            using var response = await app.SendAsync($"/embed/v1/{widget}");
            var html = await response.Content.ReadAsStringAsync();
            var pasted = await AnswerAsync($"/oembed?url={Uri.EscapeDataString($"{site}/embed/v1/{widget}")}");
            return (
                WebUtility.HtmlDecode(Regex.Match(html, "<title>(.*?)</title>").Groups[1].Value),
                pasted.GetProperty("title").GetString()!
            );
        }
    }

    [TestCase(
        "commitment",
        "commitment",
        "MX-NAP4-C10",
        "theme=dark&accent=a30f55&as_of=2026-06-30",
        "/commitments/MX-NAP4-C10?as_of=2026-06-30"
    )]
    [TestCase("measure", "measure", "early_results", "by=plan&level=national&limit=10", "/measures#early_results")]
    [TestCase("compare", "compare", "finished", "states=MX-DUR,MX-JAL", "/compare?states=MX-DUR,MX-JAL")]
    [TestCase("metric", "metric", "", "", "/metrics")]
    public async Task What_the_builder_gives_without_scripts_is_what_it_gives_with_them(
        string golden,
        string kind,
        string id,
        string parameters,
        string page
    )
    {
        const string Site = "https://opengov.example.org";
        foreach (var language in (string[])["es", "en"])
        {
            var title = language == "en" ? "Who says \"yes\" & <why>? · OpenGov" : "¿Quién dice «sí» & <por qué>? · OpenGov";
            var given = parameters
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(one => one.Split('='))
                .Select(one => (one[0], one[1]));
            var spoken = language == "es" ? "" : "lang=en";
            var (path, hash) = page.Split('#') is [var before, var after] ? (before, $"#{after}") : (page, "");
            var address = $"{Site}{path}{(spoken.Length == 0 ? "" : path.Contains('?') ? "&" : "?")}{spoken}{hash}";
            var all = Snippets
                .Of(new PastedWidget((Site, kind, id, language), [.. given], title, address, 641))
                .ToDictionary(snippet => snippet.Way, snippet => snippet.Text);
            var text = string.Join(
                '\n',
                ((string[])["link", "badge", "picture", "address", "iframe", "element"]).Select(way =>
                    $"== {way}\n{all.GetValueOrDefault(way, "(none)")}\n"
                )
            );
            var file = Path.Combine(Checkout.Root, "web-client", "src", "lib", "widgets", "golden", $"{golden}.{language}.txt");
            Assert.That(text, Is.EqualTo(await File.ReadAllTextAsync(file)));
        }
    }

    [TestCase("/about", "Acerca")]
    [TestCase("/compare?lang=en", "Compare")]
    [TestCase("/states?measure=metric_value", "Los estados")]
    public async Task A_page_that_no_widget_shows_and_a_part_of_one_are_a_link(string page, string title)
    {
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        var answer = await AnswerAsync($"/oembed?url={Uri.EscapeDataString(site + page)}");
        Assert.Multiple(() =>
        {
            Assert.That(answer.GetProperty("type").GetString(), Is.EqualTo("link"));
            Assert.That(answer.GetProperty("title").GetString(), Does.Contain(title));
            Assert.That(answer.TryGetProperty("html", out _), Is.False);
        });
        using var picture = await app.SendAsync(new Uri(answer.GetProperty("thumbnail_url").GetString()!).PathAndQuery);
        Assert.That(picture.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
    }

    [TestCase("/embed/plans/MX-NAP4?figure=status&lang=en", "/embed/v1/plan/MX-NAP4?lang=en", 200)]
    [TestCase("/embed?figure=map", "/embed/v1/map/state_stage", 200)]
    [TestCase("/embed/metrics?figure=trend&lang=en", "/embed/v1/metric?lang=en", 200)]
    [TestCase("/embed/plans/MX-NAP9?figure=status", "/embed/v1/plan/MX-NAP9", 404)]
    [TestCase("/embed/about?figure=coverage", "/embed/v1/about", 404)]
    [TestCase("/embed/home?figure=map", "/embed/v1/map/state_stage", 200)]
    [TestCase("/embed/compare?figure=x&states=MX-DUR,MX-JAL", "/embed/v1/compare/participating_states?states=MX-DUR,MX-JAL", 200)]
    [TestCase(
        "/embed/compare?figure=x&states=MX-DUR&states=10,14",
        "/embed/v1/compare/participating_states?states=MX-DUR&states=10,14",
        200
    )]
    [TestCase("/embed/states?figure=x&measure=secretariat&tab=table", "/embed/v1/map/states_with_secretariat", 200)]
    [TestCase(
        "/embed/states?measure=open_government_index&edition=2021&lang=en",
        "/embed/v1/map/metric_value?indicator=open_government_index&edition=2021&lang=en",
        200
    )]
    [TestCase("/embed/secretariats?state=MX-CHH", "/embed/v1/secretariat/MX-CHH", 200)]
    [TestCase("/embed/states?state=MX-DUR&lang=en", "/embed/v1/state/MX-DUR?lang=en", 200)]
    [TestCase("/embed/commitments?figure=outcome&state=MX-DUR", "/embed/v1/measure/finished?state=MX-DUR", 200)]
    [TestCase("/embed/commitments?status=bogus", "/embed/v1/measure/finished?status=bogus", 400)]
    [TestCase("/embed/states/MX-DUR?as_of=2020-01-01", "/embed/v1/state/MX-DUR?as_of=2020-01-01", 404)]
    [TestCase("/embed/plans/MX%2525NAP4", "/embed/v1/plan/MX%2525NAP4", 404)]
    [TestCase("/embed//elsewhere.example", "/embed/v1/%2Felsewhere.example", 404)]
    public async Task What_was_pasted_before_there_were_widgets_shows_the_one_of_its_page_or_says_that_there_is_none(
        string pasted,
        string widget,
        int status
    )
    {
        using var framed = await app.SendAsync(pasted);
        Assert.That(framed.RequestMessage!.RequestUri!.PathAndQuery, Is.EqualTo(widget), "the client was led there");
        Assert.That((int)framed.StatusCode, Is.EqualTo(status));
        Assert.That(framed.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
        Assert.That(framed.Headers.GetValues("Content-Security-Policy").Single(), Does.Not.Contain("frame-ancestors"));
    }

    [TestCase("/embed/v2/plan/MX-NAP4")]
    public async Task An_address_of_no_widget_and_no_page_is_nothing_and_is_led_nowhere(string address)
    {
        using var response = await app.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(response.RequestMessage!.RequestUri!.PathAndQuery, Is.EqualTo(address));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("frame-ancestors 'none'"));
    }

    [TestCase("url=https%3A%2F%2Felsewhere.example%2Fcommitments%2FMX-DUR-PAL1-C2", 404)]
    [TestCase("url=SITE/commitments/MX-NAP9-C1", 404)]
    [TestCase("url=SITE/nothing", 404)]
    [TestCase("url=SITE/embed/v1/nothing/MX-NAP4", 404)]
    [TestCase("url=SITE/embed/v1/commitment/MX-NAP9-C1", 404)]
    [TestCase("url=SITE/embed/v1/map/state_stage%3Fas_of=never", 400)]
    [TestCase("url=SITE/embed/v1/plan/MX-NAP4/more", 404)]
    [TestCase("url=SITE/api/v1/states", 404)]
    [TestCase("url=javascript%3Aalert(1)", 404)]
    [TestCase("", 400)]
    [TestCase("url=SITE/plans/MX-NAP4&format=yaml", 501)]
    public async Task An_editor_is_told_when_there_is_nothing_to_show(string query, int status)
    {
        var site = Uri.EscapeDataString(app.Address.GetLeftPart(UriPartial.Authority));
        using var response = await app.SendAsync($"/oembed?{query.Replace("SITE", site, StringComparison.Ordinal)}");
        Assert.That((int)response.StatusCode, Is.EqualTo(status), await response.Content.ReadAsStringAsync());
    }

    [TestCase("commitments/MX-NAP4-C10", "Compromiso MX-NAP4-C10", "Estatus: sin registro aquí")]
    [TestCase("plans/MX-NAP1", "Plan nacional 1, 2011", "36 compromisos declarados, sin registro aquí")]
    [TestCase("states/MX-DUR", "Durango", "Estatus de 21 compromisos: sin registro aquí")]
    [TestCase("measures/states_with_secretariat", "", "")]
    public async Task A_badge_says_the_same_as_a_picture_and_as_data(string badge, string label, string message)
    {
        var data = await AnswerAsync($"/badges/{badge}.json");
        using var response = await app.SendAsync($"/badges/{badge}.svg");
        var svg = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        XNamespace names = "http://www.w3.org/2000/svg";
        Assert.Multiple(() =>
        {
            Assert.That(data.GetProperty("schemaVersion").GetInt32(), Is.EqualTo(1));
            Assert.That(svg.Element(names + "title")!.Value, Is.EqualTo($"{data.GetProperty("label")}: {data.GetProperty("message")}"));
            Assert.That(svg.Attribute("role")!.Value, Is.EqualTo("img"));
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/svg+xml"));
            if (label.Length > 0)
            {
                Assert.That(data.GetProperty("label").GetString(), Is.EqualTo(label));
                Assert.That(data.GetProperty("message").GetString(), Is.EqualTo(message));
            }
            else
            {
                Assert.That(data.GetProperty("message").GetString(), Does.Match("^\\d+ constan; \\d+ sin registro aquí \\(2022\\)$"));
            }
        });
    }

    [TestCase("/badges/commitments/MX-NAP9-C1.svg")]
    [TestCase("/badges/commitments/MX-NAP9-C1.png")]
    [TestCase("/badges/commitments/MX-NAP4-C10.gif")]
    [TestCase("/badges/commitments/MX-NAP4-C10")]
    [TestCase("/badges/moons/MX-NAP4-C10.svg")]
    [TestCase("/badges/measures/happiness.json")]
    public Task A_badge_of_nothing_is_not_found(string address) => app.GetProblemAsync(address, HttpStatusCode.NotFound);

    [Test]
    public async Task A_title_with_markup_stays_text_in_widgets_badges_and_snippets()
    {
        const string Title = "<script>alert(1)</script>\"'&";
        await app.SaveCommitmentAsync("MX-DUR-PAL1-C2", ("title_es", Title));
        using var widget = await app.SendAsync("/embed/v1/commitment/MX-DUR-PAL1-C2");
        Assert.That(await widget.Content.ReadAsStringAsync(), Does.Not.Contain("<script>alert").And.Contain("&lt;script&gt;alert"));
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        var html = (await AnswerAsync($"/oembed?url={Uri.EscapeDataString($"{site}/commitments/MX-DUR-PAL1-C2")}"))
            .GetProperty("html")
            .GetString()!;
        Assert.That(html, Does.Not.Contain("<script").And.Contain("&lt;script&gt;"));
    }

    private async Task<JsonElement> AnswerAsync(string address)
    {
        using var response = await app.SendAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
        return JsonDocument.Parse(body).RootElement;
    }
}
