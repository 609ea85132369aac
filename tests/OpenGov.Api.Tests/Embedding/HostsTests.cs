using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>
/// What is left of the snippets in <c>docs/embedding</c> once a host has been over them, in a real browser. The rules are those that
/// the hosts document; each guide says the same in words.
/// </summary>
[Category("Browser")]
[Parallelizable]
public sealed partial class HostsTests : BrowserFixture
{
    private const string Title = "Fourth Action Plan";

    /// <summary>Takes out what a host does not let be: elements without what is in them, and attributes.</summary>
    private const string Filter = """
        ([html, allowed, forbidden]) => {
          const body = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body;
          const stays = (name) => (allowed ? name in allowed : /^[a-z][a-z0-9]*$/.test(name) && !forbidden.includes(name));
          for (const each of [...body.querySelectorAll('*')]) {
            if (!stays(each.localName)) each.replaceWith(...each.childNodes);
            else if (allowed)
              for (const { name } of [...each.attributes]) if (!allowed[each.localName].includes(name)) each.removeAttribute(name);
          }
          return body.innerHTML;
        }
        """;

    /// <summary>What wp_filter_oembed_result lets be of an answer.</summary>
    private static readonly Dictionary<string, string[]> OfWordPressAnswers = new()
    {
        ["a"] = ["href"],
        ["blockquote"] = [],
        ["iframe"] = ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"],
    };

    /// <summary>What wp_kses_post lets be, of what a snippet can have.</summary>
    private static readonly Dictionary<string, string[]> OfWordPressPosts = new()
    {
        ["a"] = ["href", "rel", "target", "title", "class"],
        ["img"] = ["src", "alt", "width", "height", "loading", "class"],
        ["p"] = ["class", "style"],
        ["blockquote"] = ["cite", "class"],
    };

    /// <summary>Drupal's Basic HTML.</summary>
    private static readonly Dictionary<string, string[]> OfDrupal = new()
    {
        ["a"] = ["href", "hreflang"],
        ["img"] = ["src", "alt", "height", "width"],
        ["p"] = [],
        ["blockquote"] = ["cite"],
    };

    /// <summary>HTML Purifier as Moodle sets it up.</summary>
    private static readonly Dictionary<string, string[]> OfMoodle = new()
    {
        ["a"] = ["href", "target", "title", "rel", "class"],
        ["img"] = ["src", "alt", "width", "height", "class"],
        ["p"] = ["class", "style"],
        ["blockquote"] = ["cite"],
    };

    /// <summary>What Joomla's filter forbids, beside every name that is not letters and digits.</summary>
    private static readonly string[] NotInJoomla =
    [
        "applet",
        "body",
        "bgsound",
        "base",
        "basefont",
        "canvas",
        "embed",
        "frame",
        "frameset",
        "head",
        "html",
        "id",
        "iframe",
        "ilayer",
        "layer",
        "link",
        "meta",
        "name",
        "object",
        "script",
        "style",
        "title",
        "xml",
    ];

    /// <summary>By guide; Joomla forbids instead.</summary>
    private static readonly Dictionary<string, Dictionary<string, string[]>> Allowed = new()
    {
        ["wordpress"] = OfWordPressPosts,
        ["drupal"] = OfDrupal,
        ["moodle"] = OfMoodle,
    };

    private OtherSite host;
    private OtherSite box;

    private string Here => App.Address.GetLeftPart(UriPartial.Authority);

    [OneTimeSetUp]
    public async Task StartHostsAsync() => (host, box) = (await OtherSite.StartAsync(), await OtherSite.StartAsync());

    [OneTimeTearDown]
    public async Task StopHostsAsync()
    {
        await host.DisposeAsync();
        await box.DisposeAsync();
    }

    [TearDown]
    public void Forget() => host.Policy = null;

    [TestCase("html")]
    [TestCase("wix")]
    [TestCase("drupal")]
    [TestCase("joomla")]
    [TestCase("moodle")]
    [TestCase("google-sites")]
    [TestCase("intranet")]
    public async Task A_host_that_takes_HTML_shows_the_widget(string guide)
    {
        await using var context = await ContextAsync(700, ColorScheme.Light);
        var page = await PasteAsync(context, Snippets(guide)[0]);
        await ShownAsync(page.FrameLocator("iframe"));
    }

    [TestCase("file")]
    [TestCase("data")]
    [TestCase("srcdoc")]
    [TestCase("blob")]
    public async Task A_host_that_has_no_address_of_the_network_shows_the_widget(string kind)
    {
        await using var context = await ContextAsync(700, ColorScheme.Light);
        var page = await context.NewPageAsync();
        var frame = $"<iframe src=\"{Here}/embed/v1/plan/MX-NAP4?lang=en\" title=\"A plan\" width=\"600\" height=\"400\"></iframe>";
        switch (kind)
        {
            case "file":
                var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "host.html");
                await File.WriteAllTextAsync(file, frame);
                await LandAsync(page, new Uri(file).AbsoluteUri);
                await ShownAsync(page.FrameLocator("iframe"));
                return;
            default:
                await LandAsync(page, $"{host.Address}/");
                await page.EvaluateAsync(
                    """
                    ([kind, html]) => {
                      const box = document.createElement('iframe');
                      box.setAttribute('sandbox', 'allow-scripts');
                      if (kind === 'srcdoc') box.srcdoc = html;
                      else if (kind === 'data') box.src = `data:text/html,${encodeURIComponent(html)}`;
                      else box.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
                      document.body.replaceChildren(box);
                    }
                    """,
                    new[] { kind, frame }
                );
                await ShownAsync(page.FrameLocator("iframe").FrameLocator("iframe"));
                return;
        }
    }

    [TestCase("wordpress")]
    [TestCase("drupal")]
    [TestCase("joomla")]
    [TestCase("moodle")]
    public async Task A_host_that_takes_frames_and_scripts_out_keeps_the_link_and_most_keep_the_picture(string guide)
    {
        await using var context = await ContextAsync(700, ColorScheme.Light);
        foreach (var snippet in Snippets(guide).Concat(Snippets("html")).Some())
        {
            var kept = await FilteredAsync(context, snippet, Allowed.GetValueOrDefault(guide));
            Assert.That(kept, Does.Not.Contain("<iframe").And.Not.Contain("<script").And.Not.Contain("<opengov-widget"));
            var page = await PasteAsync(context, kept);
            var link = page.Locator($"a[href='{Here}/plans/MX-NAP4?lang=en']");
            await Assertions.Expect(link).ToBeVisibleAsync();
            if (snippet.Contains("<img", StringComparison.Ordinal))
            {
                await page.WaitForFunctionAsync("document.querySelector('img').naturalWidth === 1200");
                Assert.That(await page.Locator("img").GetAttributeAsync("alt"), Is.EqualTo("The fourth plan on OpenGov"));
            }
            else
            {
                await Assertions.Expect(link).ToHaveTextAsync("The fourth plan on OpenGov");
            }
        }
    }

    [Test]
    public async Task WordPress_shows_the_widget_of_an_address_at_its_height_and_follows_its_links()
    {
        await using var context = await ContextAsync(700, ColorScheme.Light);
        var page = await PasteAsync(context, await OfWordPressAsync(context) + WordPressScript);
        var frame = page.FrameLocator("iframe");
        await ShownAsync(frame);
        await Assertions.Expect(page.Locator("blockquote")).ToBeHiddenAsync();
        await page.WaitForFunctionAsync("document.querySelector('iframe').height === '1000'");
        await frame.Locator("a.more").ClickAsync();
        await AtAsync(page, "/plans/MX-NAP4?lang=en");
    }

    [Test]
    public async Task WordPress_shows_the_quotation_where_scripts_are_blocked()
    {
        await using var context = await ContextAsync(700, ColorScheme.Light);
        var pasted = await OfWordPressAsync(context);
        await using var blocked = await ContextAsync(700, ColorScheme.Light, scripts: false);
        var page = await PasteAsync(blocked, pasted + WordPressScript);
        await Assertions.Expect(page.Locator($"blockquote a[href='{Here}/plans/MX-NAP4?lang=en']")).ToBeVisibleAsync();
    }

    [TestCase("google-sites")]
    [TestCase("wix")]
    public async Task A_host_that_puts_code_into_a_box_of_another_origin_shows_the_widget_in_it(string guide)
    {
        await using var context = await ContextAsync(700, ColorScheme.Light);
        box.Pasted = Snippets(guide)[0];
        var page = await PasteAsync(
            context,
            $"<iframe src=\"{box.Address}/\" sandbox=\"allow-scripts allow-popups allow-forms allow-same-origin allow-popups-to-escape-sandbox\" "
                + "title=\"A box\" width=\"600\" height=\"400\"></iframe>"
        );
        await ShownAsync(page.FrameLocator("iframe").FrameLocator("iframe"));
        var (popup, link) = (context.WaitForPageAsync(), page.FrameLocator("iframe").Locator("p > a"));
        if (await link.CountAsync() > 0)
        {
            await link.ClickAsync();
            Assert.That((await popup).Url, Does.StartWith($"{Here}/plans/MX-NAP4"));
        }
    }

    [TestCase("default-src 'self'", false, false)]
    [TestCase("default-src 'self'; frame-src SITE", true, false)]
    [TestCase("default-src 'self'; frame-src SITE; script-src SITE; style-src 'self' 'unsafe-inline'", true, true)]
    public async Task A_strict_intranet_shows_as_much_as_its_policy_lets_it_and_always_a_link(string policy, bool frames, bool scripts)
    {
        await using var context = await ContextAsync(700, ColorScheme.Light);
        host.Policy = policy.Replace("SITE", Here, StringComparison.Ordinal);
        var page = await PasteAsync(context, Snippets("intranet")[0]);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "The fourth plan on OpenGov" })).ToBeVisibleAsync();
        if (frames)
        {
            await ShownAsync(page.FrameLocator("iframe"));
        }
        else
        {
            Assert.That(
                page.Frames.Skip(1)
                    .PerhapsNone("the policy forbids it")
                    .Where(frame => frame.Url.StartsWith(Here, StringComparison.Ordinal)),
                Is.Empty
            );
        }

        page = await PasteAsync(context, Snippets("html")[0]);
        if (scripts)
        {
            await ShownAsync(page.FrameLocator("opengov-widget iframe"));
        }
        else
        {
            await Assertions.Expect(page.Locator("opengov-widget > a")).ToBeVisibleAsync();
        }
    }

    /// <summary>What WordPress makes of the address in its guide: its filter, then the sandbox and the secret that it adds.</summary>
    private async Task<string> OfWordPressAsync(IBrowserContext context)
    {
        var address = Blocks("wordpress", "text").Single().Trim();
        var answer = JsonDocument.Parse(await App.Client.GetStringAsync($"/oembed?url={Uri.EscapeDataString(address)}")).RootElement;
        var kept = await FilteredAsync(context, answer.GetProperty("html").GetString()!, OfWordPressAnswers);
        var parts = QuotationAndFrame().Match(kept);
        Assert.That(parts.Groups[1].Success && parts.Groups[2].Success, kept);
        const string Secret = "a1B2c3D4e5";
        return parts.Groups[1].Value.Replace("<blockquote", $"<blockquote data-secret=\"{Secret}\"", StringComparison.Ordinal)
            + Source()
                .Replace(parts.Groups[2].Value, $" src=\"$1#?secret={Secret}\" data-secret=\"{Secret}\"")
                .Replace(
                    "<iframe",
                    "<iframe sandbox=\"allow-scripts\" security=\"restricted\" style=\"position: absolute; visibility: hidden;\"",
                    StringComparison.Ordinal
                );
    }

    /// <summary>What the page of a WordPress site does with the messages of a frame, by its protocol.</summary>
    private const string WordPressScript = """
        <script>
          addEventListener('message', ({ data, source }) => {
            if (!data || !data.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
            for (const quotation of document.querySelectorAll(`blockquote[data-secret="${data.secret}"]`)) quotation.style.display = 'none';
            for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
              if (source !== frame.contentWindow) continue;
              frame.removeAttribute('style');
              if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, data.value));
              if (data.message === 'link' && new URL(data.value).host === new URL(frame.src).host && document.activeElement === frame)
                top.location.href = data.value;
            }
          });
          for (const frame of document.querySelectorAll('iframe'))
            frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*');
        </script>
        """;

    private static async Task<string> FilteredAsync(IBrowserContext context, string html, Dictionary<string, string[]>? allowed)
    {
        var page = await context.NewPageAsync();
        var kept = await page.EvaluateAsync<string>(Filter, new object?[] { html, allowed, NotInJoomla });
        await page.CloseAsync();
        return kept;
    }

    private async Task<IPage> PasteAsync(IBrowserContext context, string html)
    {
        host.Pasted = html;
        var page = await context.NewPageAsync();
        await LandAsync(page, $"{host.Address}/");
        return page;
    }

    private static Task ShownAsync(IFrameLocator frame) => Assertions.Expect(frame.Locator("h2.title")).ToContainTextAsync(Title);

    private IReadOnlyList<string> Snippets(string guide) => Blocks(guide, "html");

    /// <summary>The blocks of a guide, for this service.</summary>
    private List<string> Blocks(string guide, string kind) =>
        [
            .. Block()
                .Matches(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "embedding", $"{guide}.md")))
                .Where(block => block.Groups[1].Value == kind)
                .Select(block => block.Groups[2].Value.Replace("https://opengov.example.org", Here, StringComparison.Ordinal)),
        ];

    [GeneratedRegex("```(\\w+)\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", RegexOptions.Singleline)]
    private static partial Regex QuotationAndFrame();

    [GeneratedRegex(" src=\"([^\"]*)\"")]
    private static partial Regex Source();
}
