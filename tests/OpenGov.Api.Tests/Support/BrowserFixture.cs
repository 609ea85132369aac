using System.Text.Json;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>The dashboard as built, served by the real service, in a real browser.</summary>
public abstract class BrowserFixture
{
    /// <summary>In milliseconds: long enough for a machine on which everything else is tested at the same time.</summary>
    private const float Patience = 30_000;

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
        App = await OpenGovApplication.StartAsync("Sqlite", ("Dashboard:Folder", dashboard));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = ((string[])["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"]).FirstOrDefault(
                    File.Exists
                ),
                Args = Chromium,
            }
        );
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

    /// <summary>Where no script runs, what is served stays.</summary>
    private readonly HashSet<IBrowserContext> withoutScripts = [];

    protected async Task<IBrowserContext> ContextAsync(int width, ColorScheme theme, bool scripts = true)
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
        if (!scripts)
        {
            withoutScripts.Add(context);
        }

        return context;
    }

    /// <summary>Opens a page, and waits until the dashboard has taken it over.</summary>
    protected async Task OpenAsync(IPage page, string address, string language, bool isTakenOver = true)
    {
        await page.GotoAsync($"{App.Address}{address.TrimStart('/')}{(address.Contains('?') ? '&' : '?')}lang={language}");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Locator("h1").First.WaitForAsync();
        if (isTakenOver && !withoutScripts.Contains(page.Context))
        {
            await page.Locator("#shell").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
    }

    protected async Task<List<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(axe);
        var violations = await page.EvaluateAsync<JsonElement>(
            "axe.run({ resultTypes: ['violations'] }).then(r => r.violations.map(v => `${v.id}: ${v.help} (${v.nodes.slice(0, "
                + "3).map(n => n.target.join(' ')).join('; ')})`))"
        );
        return [.. violations.EnumerateArray().Select(violation => violation.GetString()!)];
    }
}
