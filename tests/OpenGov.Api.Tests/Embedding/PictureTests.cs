using System.Net;
using System.Text.Json;
using OpenGov.Api.Embedding.Pictures;
using SkiaSharp;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>Badges and share pictures are drawn with letters of our own, and say what the widget says.</summary>
[Parallelizable]
public sealed class PictureTests
{
    private static readonly string[] Pictured =
    [
        "home",
        "states",
        "plans",
        "commitments",
        "metrics",
        "secretariats",
        "coverage",
        "changes",
        "themes",
        "about",
        "states/MX-DUR",
        "plans/MX-NAP4",
        "commitments/MX-NAP4-C10",
        "commitments/mx-dur-pal1-c2",
        "embed/v1/map/finished",
        "embed/v1/story/MX-CAM-PAL1-C2",
        "embed/v1/health/MX-NAP4",
        "embed/v1/sessions",
        "embed/v1/metric/MX-GUA",
        "embed/v1/secretariat/MX-DUR",
        "embed/v1/measure/early_results",
    ];

    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCaseSource(nameof(Pictured))]
    public async Task A_shared_link_has_a_picture_with_its_text_in_both_languages(string page)
    {
        foreach (var language in (string[])["es", "en"])
        {
            using var response = await app.SendAsync($"/pictures/{language}/{page}.png");
            var bytes = await response.Content.ReadAsByteArrayAsync();
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            using var picture = SKBitmap.Decode(bytes);
            Assert.Multiple(() =>
            {
                Assert.That((picture.Width, picture.Height), Is.EqualTo((1200, 630)));
                Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
                Assert.That(response.Headers.ETag, Is.Not.Null, "it is held and named like other answers");
                Assert.That(response.Headers.CacheControl!.Public, Is.True);
                Assert.That(bytes, Has.Length.LessThan(200 * 1024), "bytes");
                Assert.That(
                    Ink(picture, new SKRectI(80, 150, 1120, 400)),
                    Is.InRange(0.01, 0.5),
                    "share of the title and facts that is inked"
                );
                Assert.That(Ink(picture, new SKRectI(80, 552, 1120, 625)), Is.InRange(0.01, 0.3), "share of the last lines that is inked");
                Assert.That(Ink(picture, new SKRectI(0, 30, 70, 600)), Is.Zero, "nothing leaves the margin");
                Assert.That(Ink(picture, new SKRectI(1130, 30, 1200, 600)), Is.Zero, "nothing leaves the margin");
            });
        }
    }

    [Test]
    public void Every_letter_of_both_languages_is_there_without_a_font_of_the_machine()
    {
        foreach (var letters in ((SKTypeface[])[Drawing.Sans, Drawing.Bold, Drawing.Serif]).Some())
        {
            using var font = new SKFont(letters);
            foreach (var letter in "aáéíóúüñÁÉÍÓÚÜÑçºª¿?¡!«»“”‘’–—·…%€0123456789()/;:,.&\"'".Some())
            {
                Assert.That(font.GetGlyph(letter), Is.Not.Zero, $"{letter} in {letters.FamilyName}");
            }
        }
    }

    [Test]
    public void A_long_title_ends_with_an_ellipsis_at_the_end_of_a_word()
    {
        const string Title = "Fortalecer la participación ciudadana en el seguimiento de los compromisos, con niñas y niños";
        var lines = Drawing.Lines(Title, Drawing.Serif, 46, 500, 2);
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Count.EqualTo(2));
            Assert.That(lines[^1], Does.EndWith("…"));
            Assert.That($"{lines[0]} {lines[1][..^1]}", Is.EqualTo(Title[..(lines[0].Length + lines[1].Length)]));
            Assert.That(Title[(lines[0].Length + lines[1].Length)..], Does.StartWith(" ").Or.StartWith(","), "whole words");
            Assert.That(lines.Select(line => Drawing.WidthOf(line, Drawing.Serif, 46)).Some(), Is.All.LessThanOrEqualTo(500));
            Assert.That(Drawing.Lines("Durango", Drawing.Serif, 46, 500, 2), Is.EqualTo(["Durango"]));
            Assert.That(Drawing.Lines(new string('ñ', 200), Drawing.Serif, 46, 500, 2)[0], Does.Match("^ñ+…$"), "one word without an end");
        });
    }

    [TestCase("/badges/commitments/MX-NAP4-C10.png?lang=es", "badge.es.png")]
    [TestCase("/badges/commitments/MX-NAP4-C10.png?lang=en", "badge.en.png")]
    [TestCase("/pictures/es/commitments/MX-NAP4-C10.png?width=600", "commitment.es.png")]
    [TestCase("/pictures/en/embed/v1/map/commitments_documented.png?width=600", "map.en.png")]
    [TestCase("/pictures/en/embed/v1/measure/compliance.png?by=plan&width=600", "voices.en.png")]
    public async Task A_picture_looks_as_it_did(string address, string golden)
    {
        using var response = await app.SendAsync(address);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var file = Path.Combine(Checkout.Root, "tests", "OpenGov.Api.Tests", "Embedding", "Golden", golden);
        if (Environment.GetEnvironmentVariable("OPENGOV_GOLDEN") == "write")
        {
            await File.WriteAllBytesAsync(file, bytes);
        }

        using var drawn = SKBitmap.Decode(bytes);
        using var expected = SKBitmap.Decode(file);
        Assert.That((drawn.Width, drawn.Height), Is.EqualTo((expected.Width, expected.Height)));
        double apart = 0;
        for (var x = 0; x < drawn.Width; x++)
        {
            for (var y = 0; y < drawn.Height; y++)
            {
                apart += Math.Abs(Light(drawn.GetPixel(x, y)) - Light(expected.GetPixel(x, y)));
            }
        }

        // Letters are smoothed a little otherwise on another processor; another word is a hundred times as far.
        Assert.That(apart / (drawn.Width * drawn.Height), Is.LessThan(0.002), "mean difference of the lightness of a pixel, of 1");
    }

    [Test]
    public async Task A_badge_as_a_picture_is_the_one_that_browsers_draw_twice_as_large()
    {
        var svg = System.Xml.Linq.XDocument.Parse(await app.Client.GetStringAsync("/badges/states/MX-DUR.svg")).Root!;
        using var drawn = SKBitmap.Decode(await app.Client.GetByteArrayAsync("/badges/states/MX-DUR.png"));
        var width = double.Parse(svg.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(drawn.Width, Is.EqualTo((int)Math.Ceiling(2 * width)).Within(1));
        Assert.That(drawn.Height, Is.EqualTo(40));
        var (ground, colour) = (drawn.GetPixel(2, 2), drawn.GetPixel(drawn.Width - 4, 2));
        Assert.That($"{ground}", Does.EndWith("22262c"));
        Assert.That(svg.ToString(), Does.Contain($"fill=\"#{colour.ToString()[3..]}\""));
    }

    [Test]
    public async Task Another_title_gives_another_picture_and_a_withdrawal_is_drawn()
    {
        const string Address = "/pictures/es/commitments/MX-DUR-PAL1-C2.png?width=300";
        var before = await app.Client.GetByteArrayAsync(Address);
        await app.SaveCommitmentAsync("MX-DUR-PAL1-C2", ("title_es", "Otro título <script>&"));
        Assert.That(await app.Client.GetByteArrayAsync(Address), Is.Not.EqualTo(before));
    }

    [TestCase("/pictures/es/commitments/MX-NAP9-C1.png", HttpStatusCode.NotFound)]
    [TestCase("/pictures/es/nowhere.png", HttpStatusCode.NotFound)]
    [TestCase("/pictures/es/plans", HttpStatusCode.NotFound)]
    [TestCase("/pictures/fr/plans.png", HttpStatusCode.NotFound)]
    [TestCase("/pictures/es/embed/v1/moon/MX-NAP4.png", HttpStatusCode.NotFound)]
    [TestCase("/pictures/es/plans.png?width=20000", HttpStatusCode.BadRequest)]
    [TestCase("/pictures/es/plans.png?state=MX-DUR", HttpStatusCode.BadRequest)]
    [TestCase("/pictures/es/plans.png?as_of=yesterday", HttpStatusCode.BadRequest)]
    [TestCase("/pictures/es/embed/v1/measure/finished.png?moon=full", HttpStatusCode.BadRequest)]
    public Task A_picture_of_nothing_is_refused(string address, HttpStatusCode status) => app.GetProblemAsync(address, status);

    [Test]
    public async Task An_editor_gets_the_largest_picture_that_it_has_room_for()
    {
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        foreach (
            var (room, width) in ((string, int?)[])[("", 1200), ("&maxwidth=600", 600), ("&maxwidth=599", 300), ("&maxheight=157", null)]
        )
        {
            var page = Uri.EscapeDataString($"{site}/plans/MX-NAP4?lang=en");
            var answer = JsonDocument.Parse(await app.Client.GetStringAsync($"/oembed?url={page}{room}")).RootElement;
            if (width is null)
            {
                Assert.That(answer.TryGetProperty("thumbnail_url", out _), Is.False, room);
                continue;
            }

            using var picture = SKBitmap.Decode(await app.Client.GetByteArrayAsync(answer.GetProperty("thumbnail_url").GetString()));
            Assert.That(answer.GetProperty("thumbnail_url").GetString(), Does.StartWith($"{site}/pictures/en/plans/MX-NAP4.png"));
            Assert.That(picture.Width, Is.EqualTo(width).And.EqualTo(answer.GetProperty("thumbnail_width").GetInt32()));
            Assert.That(picture.Height, Is.EqualTo(answer.GetProperty("thumbnail_height").GetInt32()));
        }
    }

    /// <summary>The share of an area that is not paper.</summary>
    private static double Ink(SKBitmap picture, SKRectI within)
    {
        var inked = 0;
        for (var x = within.Left; x < within.Right; x++)
        {
            for (var y = within.Top; y < within.Bottom; y++)
            {
                inked += Light(picture.GetPixel(x, y)) < 0.9 ? 1 : 0;
            }
        }

        return (double)inked / (within.Width * within.Height);
    }

    private static double Light(SKColor colour) => (0.2126 * colour.Red + 0.7152 * colour.Green + 0.0722 * colour.Blue) / 255;
}
