using System.Text.Json;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>Widgets in pages of another site, in a real browser.</summary>
[Category("Browser")]
[Parallelizable]
public sealed class WidgetsInPagesTests : BrowserFixture
{
    private OtherSite organisation;

    /// <summary>Another origin.</summary>
    private string Site => organisation.Address;

    private string Here => App.Address.GetLeftPart(UriPartial.Authority);

    [OneTimeSetUp]
    public async Task StartOrganisationAsync() => organisation = await OtherSite.StartAsync();

    [OneTimeTearDown]
    public async Task StopOrganisationAsync() => await organisation.DisposeAsync();

    [TestCase(320)]
    [TestCase(700)]
    public async Task A_pasted_element_shows_its_widget_at_its_height_asks_nobody_else_and_keeps_nothing(int width)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await HostAsync(
            context,
            $"""
            <script src="{Here}/widgets/v1.1.0.js" integrity="{await IntegrityAsync()}" crossorigin="anonymous" defer></script>
            <opengov-widget kind="plan" ref="MX-NAP4" lang="en" theme="light"><a href="{Here}/plans/MX-NAP4">The plan on OpenGov</a></opengov-widget>
            """
        );
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await LandAsync(page, $"{Site}/");
        var frame = await FrameAsync(page, "/embed/v1/plan/MX-NAP4?lang=en&theme=light");
        await Assertions.Expect(frame.Locator("h2")).ToContainTextAsync("Fourth Action Plan");
        await page.WaitForFunctionAsync(
            "document.querySelector('opengov-widget').shadowRoot.querySelector('iframe').style.height !== '420px'"
        );
        await AssertFollowsAsync(page, frame);

        // The reader makes room: it becomes lower, and the frame with it.
        await page.SetViewportSizeAsync(width + 200, 900);
        await page.WaitForTimeoutAsync(300);
        await AssertFollowsAsync(page, frame);
        Assert.Multiple(() =>
        {
            Assert.That(asked.Where(address => !address.StartsWith(Site, StringComparison.Ordinal)).Some(), Is.All.StartsWith(Here));
            Assert.That(asked.Count(address => address.Contains("/embed/v1/")), Is.EqualTo(1), "nothing after the document");
            Assert.That(
                asked.Count(address => address.StartsWith(Here, StringComparison.Ordinal)),
                Is.EqualTo(2),
                "the script and the document"
            );
        });
        Assert.That(await context.CookiesAsync(), Is.Empty);
        var attributes = await page.EvaluateAsync<string>(
            "(f => `${f.getAttribute('sandbox')} ${f.referrerPolicy} ${f.title}`)(document.querySelector('opengov-widget').shadowRoot.querySelector('iframe'))"
        );
        Assert.That(attributes, Is.EqualTo("allow-scripts allow-popups allow-popups-to-escape-sandbox no-referrer The plan on OpenGov"));
    }

    [Test]
    public async Task An_element_whose_attributes_change_shows_what_they_then_ask_for_and_leaves_no_step_behind()
    {
        await using var context = await ContextAsync(700, ColorScheme.Light);
        var page = await HostAsync(
            context,
            $"<script src=\"{Here}/widgets/v1.js\" defer></script><opengov-widget kind=\"plan\" ref=\"MX-NAP4\" lang=\"en\"></opengov-widget>"
        );
        await LandAsync(page, $"{Site}/");
        await FrameAsync(page, "/embed/v1/plan/MX-NAP4?lang=en");
        var steps = await page.EvaluateAsync<int>("history.length");
        await page.EvaluateAsync("document.querySelector('opengov-widget').setAttribute('theme', 'dark')");
        await FrameAsync(page, "/embed/v1/plan/MX-NAP4?lang=en&theme=dark");
        await page.EvaluateAsync("document.querySelector('opengov-widget').setAttribute('ref', 'MX-NAP3')");
        var frame = await FrameAsync(page, "/embed/v1/plan/MX-NAP3?lang=en&theme=dark");
        await Assertions.Expect(frame.Locator("h2")).ToContainTextAsync("Third National Action Plan");
        await AssertFollowsAsync(page, frame);
        await page.EvaluateAsync("document.querySelector('opengov-widget').setAttribute('tabindex', '0')");
        Assert.That(await page.EvaluateAsync<int>("history.length"), Is.EqualTo(steps));
    }

    [TestCase(320)]
    [TestCase(640)]
    public async Task A_frame_as_high_as_an_editor_is_told_cuts_nothing_off_and_is_not_much_too_high(int width)
    {
        await using var context = await ContextAsync(width, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var failures = new List<string>();
        var widgets = WidgetTests.Widgets.Concat(["measure/finished?by=plan&limit=50", "plan/MX-NAP1", "plan/MX-NAP3"]);
        foreach (var (index, widget) in widgets.Index().Some())
        {
            // Each widget at both widths and in both languages, each language at both widths.
            var language = (index % 2 == 0) == (width == 320) ? "es" : "en";
            var address = $"{Here}/embed/v1/{widget}{(widget.Contains('?') ? '&' : '?')}lang={language}";
            using var response = await App.SendAsync($"/oembed?maxwidth={width}&url={Uri.EscapeDataString(address)}");
            var told = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("height").GetInt32();
            await LandAsync(page, address);
            var real = await page.EvaluateAsync<double>("document.documentElement.getBoundingClientRect().height");
            TestContext.Out.WriteLine($"{width} {widget} {language}: told {told}, real {real}, {told / real:0.00}");
            if (told < real || told > real * 1.5 + 60)
            {
                failures.Add($"{widget} {language}: told {told}, real {real}");
            }
        }

        Assert.That(failures, Is.Empty);
    }

    [Test]
    public async Task A_page_without_scripts_shows_the_fallback_of_the_element_and_the_whole_widget_in_a_frame()
    {
        await using var context = await ContextAsync(360, ColorScheme.Dark, scripts: false);
        var page = await HostAsync(
            context,
            $"""
            <opengov-widget kind="state" ref="MX-DUR"><a href="{Here}/states/MX-DUR">Durango en OpenGov</a></opengov-widget>
            <iframe sandbox="" src="{Here}/embed/v1/state/MX-DUR" title="Durango" width="100%" height="600"></iframe>
            """
        );
        await LandAsync(page, $"{Site}/");
        await Assertions.Expect(page.GetByText("Durango en OpenGov")).ToBeVisibleAsync();
        await Assertions.Expect(page.FrameLocator("iframe").Locator("h2")).ToHaveTextAsync("Durango");
        await Assertions.Expect(page.FrameLocator("iframe").GetByText("Compromisos documentados")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_widget_tells_its_height_in_the_words_of_each_host_and_listens_to_nobody_but_the_page_around_it()
    {
        await using var context = await ContextAsync(700, ColorScheme.Light);
        var page = await HostAsync(
            context,
            $$"""
            <script>
              window.heard = [];
              addEventListener('message', ({ data }) => heard.push(data));
            </script>
            <iframe src="{{Here}}/embed/v1/health/MX-NAP4#?secret=abc123" title="w" width="100%" height="300" sandbox="allow-scripts"></iframe>
            """
        );
        await LandAsync(page, $"{Site}/");
        var frame = await FrameAsync(page, "/embed/v1/health/MX-NAP4");
        await page.WaitForFunctionAsync(
            "heard.some(each => each.type === 'opengov-embed:resize') && heard.some(each => each.message === 'height')"
        );
        var height = await frame.EvaluateAsync<int>("Math.ceil(document.documentElement.getBoundingClientRect().height)");
        var heard = JsonDocument.Parse(await page.EvaluateAsync<string>("JSON.stringify(heard)")).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(
                Find(heard, "type", "opengov-embed:resize").GetRawText(),
                Is.EqualTo($$"""{"type":"opengov-embed:resize","v":1,"height":{{height}}}""")
            );
            Assert.That(
                Find(heard, "message", "height").GetRawText(),
                Is.EqualTo($$"""{"message":"height","value":{{height}},"secret":"abc123"}""")
            );
            Assert.That(
                Find(heard, "sentinel", "amp").GetRawText(),
                Is.EqualTo($$"""{"sentinel":"amp","type":"embed-size","height":{{height}}}""")
            );
            var text = heard.EnumerateArray().First(each => each.ValueKind == JsonValueKind.String).GetString()!;
            Assert.That(JsonDocument.Parse(text).RootElement.GetProperty("context").GetString(), Is.EqualTo("iframe.resize"));
            Assert.That(JsonDocument.Parse(text).RootElement.GetProperty("height").GetInt32(), Is.EqualTo(height));
        });

        await page.EvaluateAsync(
            "document.querySelector('iframe').contentWindow.postMessage({ type: 'opengov-embed:set-theme', theme: 'dark' }, '*')"
        );
        // What waits for a function is evaluated in the page, which the policy of a widget forbids.
        await Assertions.Expect(frame.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.EvaluateAsync(
            "document.querySelector('iframe').contentWindow.postMessage({ type: 'opengov-embed:set-theme', theme: 'x\"><script>' }, '*')"
        );
        await page.EvaluateAsync("document.querySelector('iframe').contentWindow.postMessage(null, '*')");
        await page.EvaluateAsync(
            "heard.length = 0; document.querySelector('iframe').contentWindow.postMessage({ message: 'ready', secret: 'abc123' }, '*')"
        );
        await page.WaitForFunctionAsync("heard.some(each => each.message === 'height')");
        Assert.That(await frame.EvaluateAsync<string>("document.documentElement.dataset.theme"), Is.EqualTo("dark"));
    }

    [TestCaseSource(typeof(WidgetTests), nameof(WidgetTests.Widgets))]
    public async Task A_widget_is_accessible_and_fits_a_narrow_screen_in_every_theme(string widget)
    {
        await using var context = await ContextAsync(320, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var messages = new List<string>();
        page.Console += (_, message) => messages.Add(message.Text);
        foreach (var (theme, language) in ((string, string)[])[("light", "es"), ("dark", "en"), ("contrast", "es")])
        {
            await LandAsync(page, $"{Here}/embed/v1/{widget}{(widget.Contains('?') ? '&' : '?')}theme={theme}&lang={language}");
            Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(320), theme);

            // The first level is that of the page around it.
            var violations = (await ViolationsAsync(page)).Where(violation =>
                !violation.StartsWith("page-has-heading-one", StringComparison.Ordinal)
            );
            Assert.That(violations.PerhapsNone("none is what is wanted"), Is.Empty, $"{theme} {language}");
            Assert.That(messages, Is.Empty, "its own policy forbids nothing of it");
        }
    }

    private static JsonElement Find(JsonElement all, string name, string value) =>
        all.EnumerateArray()
            .First(each =>
                each.ValueKind == JsonValueKind.Object && each.TryGetProperty(name, out var found) && found.GetString() == value
            );

    private async Task<string> IntegrityAsync() =>
        JsonDocument.Parse(await App.Client.GetStringAsync("/widgets/v1.json")).RootElement.GetProperty("integrity").GetString()!;

    /// <summary>A page of another site with something pasted into it.</summary>
    private async Task<IPage> HostAsync(IBrowserContext context, string snippet)
    {
        organisation.Pasted = snippet;
        return await context.NewPageAsync();
    }

    private static async Task<IFrame> FrameAsync(IPage page, string address)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (page.Frames.FirstOrDefault(frame => frame.Url.Contains(address, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            await page.WaitForTimeoutAsync(50);
        }

        throw new AssertionException($"No frame shows {address}.");
    }

    private static async Task AssertFollowsAsync(IPage page, IFrame frame)
    {
        var shown = await page.EvaluateAsync<double>(
            "document.querySelector('opengov-widget').shadowRoot.querySelector('iframe').getBoundingClientRect().height"
        );
        var needed = await frame.EvaluateAsync<double>("document.documentElement.getBoundingClientRect().height");
        Assert.That(shown, Is.EqualTo(needed).Within(2));
    }
}
