using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>The dashboard as built, served by the real service, in a real browser.</summary>
public abstract class BrowserFixture
{
    /// <summary>In milliseconds: long enough for a machine on which everything else is tested at the same time.</summary>
    private const float Patience = 30_000;

    /// <summary>The first is the same browser without its windows: a context of it is there in a third of the time.</summary>
    private static readonly string[] Browsers =
    [
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/google-chrome",
        "/usr/bin/chromium-browser",
    ];

    private static readonly string[] Chromium =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    protected OpenGovApplication App { get; private set; }
    private IPlaywright playwright;
    private IBrowser browser;
    private string axe;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var dashboard = Path.Combine(Checkout.Root, "web-client", "build");
        Assert.That(
            File.Exists(Path.Combine(dashboard, "index.html")),
            "The dashboard has not been built; scripts/test.sh builds it first."
        );
        axe = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "web-client", "node_modules", "axe-core", "axe.min.js"));
        App = await StartServiceAsync(dashboard);
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browsers.FirstOrDefault(File.Exists), Args = Chromium });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (App is not null)
        {
            await App.DisposeAsync();
        }
    }

    /// <summary>The service whose pages are looked at: that of the shipped data, unless a fixture has another.</summary>
    protected virtual Task<OpenGovApplication> StartServiceAsync(string dashboard) =>
        OpenGovApplication.StartAsync("Sqlite", ("Dashboard:Folder", dashboard));

    /// <summary>Where no script runs, what is served stays.</summary>
    private readonly HashSet<IBrowserContext> withoutScripts = [];
    private readonly ConditionalWeakTable<IPage, TaskCompletionSource> late = [];

    /// <summary>What the pages of a context asked for and still wait for.</summary>
    private readonly ConcurrentDictionary<IBrowserContext, ConcurrentDictionary<IRequest, bool>> underWay = new();

    /// <summary>Once it has drawn what came: nothing that is in sight waits, and it has nothing left to do.</summary>
    private const string IsDrawn = """
        () => new Promise((resolve) =>
          requestAnimationFrame(() => requestIdleCallback(() => resolve(
            document.querySelector('h1') !== null
              && ![...document.querySelectorAll('.skeleton, .later, [aria-busy=true]')].some((each) => each.checkVisibility())
          ), { timeout: 1000 })))
        """;

    /// <summary>What is out of sight is drawn once somebody reads the page: here somebody always does.</summary>
    private const string IsRead = "setInterval(() => dispatchEvent(new Event('pointermove')), 100)";

    protected async Task<IBrowserContext> ContextAsync(int width, ColorScheme theme, bool scripts = true, bool isRead = true)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = theme,
                ReducedMotion = ReducedMotion.Reduce,
                JavaScriptEnabled = scripts,
            }
        );
        context.SetDefaultTimeout(Patience);
        if (isRead)
        {
            await context.AddInitScriptAsync(IsRead);
        }

        if (!scripts)
        {
            withoutScripts.Add(context);
        }

        var requests = underWay.GetOrAdd(context, _ => new());
        context.Request += (_, request) => requests[request] = true;
        context.RequestFinished += (_, request) => requests.TryRemove(request, out var _);
        context.RequestFailed += (_, request) => requests.TryRemove(request, out var _);
        context.Close += (_, _) => underWay.TryRemove(context, out var _);

        return context;
    }

    /// <summary>Opens a page in a language, and waits until the dashboard has taken it over.</summary>
    protected Task OpenAsync(IPage page, string address, string language) => VisitAsync(page, In(address, language));

    /// <summary>
    /// Goes to an address of the dashboard, and waits until it has taken the page over: until then both drawings may answer to the same name. A test of
    /// the dashboard comes to a page in this way or by a link; only what looks at an answer as it was served lands there.
    /// </summary>
    protected async Task VisitAsync(IPage page, string address)
    {
        await LandAsync(page, address);
        await page.Locator("h1").First.WaitForAsync();
        if (!withoutScripts.Contains(page.Context))
        {
            await page.Locator("#shell").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await SettledAsync(page);
        }
    }

    /// <summary>Goes to an address, of this service or another site, and waits for what was served at most.</summary>
    protected Task LandAsync(IPage page, string address, WaitUntilState until = WaitUntilState.Load) =>
        page.GotoAsync(new Uri(App.Address, address).AbsoluteUri, new() { WaitUntil = until });

    /// <summary>An address in a language.</summary>
    protected static string In(string address, string language) => $"{address}{(address.Contains('?') ? '&' : '?')}lang={language}";

    /// <summary>
    /// Waits until the page's address holds this, and all of it has come. It asks again and again: the browser's own waiting for an address misses a change within
    /// the page that comes between its look and its listening.
    /// </summary>
    protected static async Task AtAsync(IPage page, string part)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(part)));
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Waits until all that a page asked for has come and is drawn, or for the quiet half second of the browser if that is first.</summary>
    private async Task SettledAsync(IPage page)
    {
        var requests = underWay[page.Context];
        var isQuiet = page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        while (!isQuiet.IsCompleted)
        {
            if (requests.IsEmpty && await page.EvaluateAsync<bool>(IsDrawn) && requests.IsEmpty)
            {
                // Whoever closes the page before it is quiet ends what waits for that.
                _ = isQuiet.ContinueWith(waited => waited.Exception, TaskScheduler.Default);
                return;
            }

            await Task.WhenAny(isQuiet, Task.Delay(20));
        }

        await isQuiet;
    }

    /// <summary>What axe asks of colours and sizes, which no language changes.</summary>
    private const string Looks = "runOnly: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']";

    /// <summary>What it asks of itself, and the size of what is touched (WCAG 2.2), which it leaves out unless told.</summary>
    private const string Whole = "rules: { 'target-size': { enabled: true } }";

    /// <summary>What axe finds; of a page that was looked at in another language whole, its colours and sizes are enough.</summary>
    protected async Task<List<string>> ViolationsAsync(IPage page, bool onlyLooks = false)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(axe);
        }

        var violations = await page.EvaluateAsync<JsonElement>(
            $$"""
            async () => {
              // What is laid out only once it comes near would stand over what is below it.
              const all = new CSSStyleSheet();
              all.replaceSync('* { content-visibility: visible !important }');
              document.adoptedStyleSheets.push(all);
              const { violations } = await axe.run({ resultTypes: ['violations'], {{(onlyLooks ? Looks : Whole)}} });
              document.adoptedStyleSheets.pop();
              return violations.map((v) => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join('; ')})`);
            }
            """
        );
        return [.. violations.EnumerateArray().Select(violation => violation.GetString()!)];
    }

    /// <summary>Opens a page of which all that is served is there, and whose code comes when it is let (<see cref="CodeComes" />).</summary>
    protected async Task OpenWithoutCodeAsync(IPage page, string address)
    {
        var comes = late.GetValue(page, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await page.RouteAsync(
            "**/_app/**/*.js",
            async route =>
            {
                await comes.Task;
                await route.ContinueAsync();
            }
        );
        await LandAsync(page, In(address, "es"), WaitUntilState.Commit);
        await page.Locator("#shell footer").WaitForAsync();
    }

    /// <summary>Pages of the dashboard come as from a host of files, which can say nothing in them.</summary>
    protected static Task WithoutServedPagesAsync(IPage page) =>
        page.RouteAsync(
            "**/*",
            async route =>
            {
                if (route.Request.ResourceType != "document")
                {
                    await route.FallbackAsync();
                    return;
                }

                var answer = await route.FetchAsync();
                var html = await answer.TextAsync();
                await route.FulfillAsync(
                    new()
                    {
                        Response = answer,
                        Body = html.Replace("<div id=\"shell\" class=\"served\">", "<div id=\"shell\">", StringComparison.Ordinal),
                    }
                );
            }
        );

    /// <summary>The code of a page that was opened without it comes.</summary>
    protected void CodeComes(IPage page)
    {
        Assert.That(late.TryGetValue(page, out var comes), "the page was opened without its code");
        comes!.TrySetResult();
    }
}
