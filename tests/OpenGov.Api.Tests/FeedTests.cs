using System.Globalization;
using System.Net;
using System.Xml.Linq;
using OpenGov.Api.Embedding;
using OpenGov.Api.Records;
using OpenGov.Api.Tests.Writing;

namespace OpenGov.Api.Tests;

/// <summary>Feeds and calendars are read by people: they speak a language, name records, and lead to pages.</summary>
[Parallelizable]
public sealed class FeedTests
{
    private const string Id = "MX-DUR-PAL1-C2";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private OpenGovApplication app;

    [SetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [TearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCase("", "es", "Cambió: ", "Compromiso que cambió: Estatus: ", "Completo")]
    [TestCase("&lang=en", "en", "Changed: ", "Commitment that changed: Status: ", "Completed")]
    public async Task An_entry_names_the_record_says_what_changed_and_leads_to_its_page(
        string asked,
        string language,
        string title,
        string sentence,
        string label
    )
    {
        await app.SaveCommitmentAsync(Id, ("status", "in_progress"));
        await app.SaveCommitmentAsync(Id, ("status", "completed"));
        var commitment = await app.GetAsync($"commitments/{Id}");
        var page = $"{app.Address}commitments/{Id}{(language == "es" ? "" : "?lang=en")}";

        var feed = XDocument.Parse(await app.Client.GetStringAsync($"/api/v1/changes.atom?commitment={Id}{asked}")).Root!;
        Assert.That(feed.Attribute(XNamespace.Xml + "lang")!.Value, Is.EqualTo(language));
        var entry = feed.Elements(Atom + "entry").First();
        Assert.That(entry.Element(Atom + "title")!.Value, Is.EqualTo($"{title}{commitment.GetProperty($"title_{language}").GetString()}"));
        Assert.That(entry.Element(Atom + "content")!.Value, Does.StartWith(sentence).And.Contain(label).And.Not.Contain("completed"));
        Assert.That(Link(entry, "alternate"), Is.EqualTo(page));
        Assert.That(Link(entry, "related"), Does.StartWith($"{app.Address}api/v1/changes/"));

        var json = await app.GetAsync($"changes.feed.json?commitment={Id}{asked}");
        Assert.That(json.GetProperty("language").GetString(), Is.EqualTo(language));
        Assert.That(json.GetProperty("items")[0].GetProperty("url").GetString(), Is.EqualTo(page));
        Assert.That(json.GetProperty("items")[0].GetProperty("content_text").GetString(), Does.StartWith(sentence));
    }

    [Test]
    public async Task Every_entry_of_a_feed_leads_to_a_page_that_is_there()
    {
        var pages = new HashSet<string>();
        foreach (var type in Schema.Current.Tables.Some())
        {
            Assert.That(CodeWords.Find("record_type", type.Name), Is.Not.Null, type.Name);
            var feed = await app.GetAsync($"changes.feed.json?record_type={type.Name}&limit=1");
            foreach (var item in feed.GetProperty("items").EnumerateArray().PerhapsNone("not every table has rows"))
            {
                pages.Add(item.GetProperty("url").GetString()!);
                Assert.That(item.GetProperty("title").GetString(), Does.StartWith("Se registró: "), type.Name);
            }
        }

        foreach (var page in pages.Some())
        {
            using var response = await app.SendAsync(page);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), page);
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"), page);
        }
    }

    [TestCase("changes?lang=en", ".atom, .feed.json")]
    [TestCase("changes.csv?lang=en", ".atom, .feed.json")]
    [TestCase("dialogues/sessions?lang=en", ".ics")]
    [TestCase("changes.atom?lang=fr", "es, en")]
    public async Task A_language_that_would_change_nothing_is_refused(string address, string says)
    {
        var problem = await app.GetProblemAsync(address, HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain(says));
    }

    [TestCase("/states/MX-DUR", "&amp;state=MX-DUR")]
    [TestCase("/commitments/MX-DUR-PAL1-C2?lang=en", "&amp;commitment=MX-DUR-PAL1-C2")]
    [TestCase("/organizations/inai", "&amp;record=inai")]
    [TestCase("/practices", "")]
    public async Task A_page_says_in_its_head_where_its_changes_can_be_followed(string page, string own)
    {
        var html = await app.Client.GetStringAsync(page);
        var language = page.Contains("lang=en") ? "en" : "es";
        Assert.That(html, Does.Contain($"type=\"application/atom+xml\" href=\"{app.Address}api/v1/changes.atom?lang={language}{own}\""));
        Assert.That(html, Does.Contain($"href=\"{app.Address}api/v1/changes.feed.json?lang={language}{own}\""));
    }

    [Test]
    public async Task An_hour_of_a_calendar_is_the_same_moment_wherever_it_is_read_and_its_texts_speak_the_language_that_was_asked_for()
    {
        var empty = await app.Client.GetStringAsync("/api/v1/dialogues/sessions.ics?kind=ordinary&held_from=1990-01-01&held_to=1990-01-02");
        Assert.That(empty, Does.Contain("BEGIN:VTIMEZONE").And.Not.Contain("BEGIN:VEVENT"), "a calendar has at least one component");
        await AddAsync("MX-DUR", 1, new DateOnly(2018, 7, 2));
        await AddAsync("MX-BCN", 2, new DateOnly(2024, 7, 2));
        await AddAsync("MX-SON", 3, new DateOnly(2024, 7, 2));
        var spanish = await app.Client.GetStringAsync("/api/v1/dialogues/sessions.ics");
        Assert.That(spanish, Does.Contain("DTSTART:20180702T220000Z"), "summer time of 2018: five hours behind");
        Assert.That(spanish, Does.Contain("DTSTART:20240703T000000Z"), "Tijuana and Hermosillo: seven hours behind");
        Assert.That(spanish, Does.Contain("SUMMARY;LANGUAGE=es:Sesión 1").And.Contain($"URL:{app.Address}states/MX-DUR\r\n"));
        var english = await app.Client.GetStringAsync("/api/v1/dialogues/sessions.ics?lang=en");
        Assert.That(english, Does.Contain("SUMMARY;LANGUAGE=en:Session 1").And.Contain($"URL:{app.Address}states/MX-DUR?lang=en"));
    }

    [Test]
    public async Task A_line_of_a_calendar_has_at_most_75_bytes_whatever_its_letters_and_is_the_same_once_unfolded()
    {
        var title =
            "Sesión de trabajo del año, en la región más pequeña: señalización, niñez, educación, participación y rendición de cuentas 🙂🙂🙂";
        await app.SaveAsync(
            "sessions",
            "MX-DUR-S9",
            ("state_id", "MX-DUR"),
            ("title_es", title),
            ("title_en", title),
            ("kind", "ordinary"),
            ("held_on", new DateOnly(2024, 7, 3))
        );
        var calendar = await app.Client.GetStringAsync("/api/v1/dialogues/sessions.ics?held_from=2024-07-03&held_to=2024-07-03");
        Assert.That(
            calendar.Split("\r\n").Some().Select(line => System.Text.Encoding.UTF8.GetByteCount(line)),
            Is.All.LessThanOrEqualTo(75)
        );
        Assert.That(
            calendar.Replace("\r\n ", "", StringComparison.Ordinal),
            Does.Contain(title.Replace(",", "\\,", StringComparison.Ordinal))
        );
    }

    [Test]
    public async Task A_session_is_of_the_state_of_the_secretariat_that_met()
    {
        var key = await app.KeyAsync("editor", "MX-DUR");
        var made = await app.MadeAsync(
            "POST",
            "dialogues/sessions",
            key,
            new
            {
                secretariat_id = "MX-DUR-STL",
                title_es = "Sesión",
                title_en = "Session",
                kind = "ordinary",
                held_on = "2018-01-01",
            }
        );
        Assert.That(made.GetProperty("state_id").GetString(), Is.EqualTo("MX-DUR"));
    }

    private Task AddAsync(string state, int number, DateOnly day) =>
        app.SaveAsync(
            "sessions",
            $"{state}-S{number}",
            ("state_id", state),
            ("title_es", string.Create(CultureInfo.InvariantCulture, $"Sesión {number}")),
            ("title_en", string.Create(CultureInfo.InvariantCulture, $"Session {number}")),
            ("kind", "ordinary"),
            ("held_on", day),
            ("starts_at", "17:00")
        );

    private static string Link(XElement entry, string relation) =>
        entry.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == relation).Attribute("href")!.Value;
}
