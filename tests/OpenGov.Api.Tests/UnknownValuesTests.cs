using System.Text.Json;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>What an address asks of a page and no page has is named or refused, never left out in silence.</summary>
[Category("Browser")]
[Parallelizable]
public sealed class UnknownValuesTests : BrowserFixture
{
    /// <summary>What takes any words, or the id of any record that there ever was: nothing is found by them.</summary>
    private static readonly string[] Free = ["q", "try", "record"];

    /// <summary>What the builder asks of the widget that is chosen, which has its own words for what it does not take.</summary>
    private static readonly string[] OfWidgets = ["ref", "by", "states", "theme", "accent", "as_of"];

    private static readonly Dictionary<string, string> Records = new()
    {
        ["states"] = "MX-DUR",
        ["plans"] = "MX-NAP4",
        ["commitments"] = "MX-NAP4-C01",
        ["dialogue"] = "MX-DUR-P1",
        ["organizations"] = "inai",
    };

    protected override async Task<OpenGovApplication> StartServiceAsync(string dashboard)
    {
        var app = await base.StartServiceAsync(dashboard);
        await app.AddDialoguesAsync();
        return app;
    }

    private static IEnumerable<TestCaseData> Pages =>
        JsonDocument
            .Parse(File.ReadAllText(Path.Combine(Checkout.Root, "web-client", "build", "pages.json")))
            .RootElement.GetProperty("pages")
            .EnumerateArray()
            .Select(page => new TestCaseData(
                page.GetProperty("path").GetString()!,
                page.GetProperty("takes").EnumerateArray().Select(name => name.GetString()!).ToArray()
            ));

    [TestCaseSource(nameof(Pages))]
    public async Task A_value_that_a_parameter_does_not_have_is_named_or_refused_with_and_without_the_pages_code(
        string path,
        string[] takes
    )
    {
        var kind = path.Split('/')[1];
        var names = takes.Except(Free).Except(path == "/builder" ? OfWidgets : []).Append("lang");
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        foreach (var (place, name) in names.Index())
        {
            var value = $"nada{place}";
            var asked = $"{path.Replace("{id}", Records.GetValueOrDefault(kind, ""), StringComparison.Ordinal)}?{name}={value}";
            using var response = await App.SendAsync(asked);
            var html = await response.Content.ReadAsStringAsync();
            if (name == "class")
            {
                Assert.That(html.Contains("no se usó aquí: «class»"), asked);
            }
            else
            {
                var main = html.Split("<main")[1].Split("</main>")[0].Split("class=\"cited\"")[0];
                Assert.That(main.Contains(value, StringComparison.OrdinalIgnoreCase), asked);
            }

            // The classes of a map are known where it is shown.
            var shown = path == "/metrics" && name == "class" ? "&states=map" : "";
            await page.GotoAsync($"{App.Address}{asked.TrimStart('/')}{shown}", new() { WaitUntil = WaitUntilState.Commit });
            await Assertions.Expect(page.Locator("#content").GetByText(value).First).ToBeVisibleAsync(new() { Timeout = 15_000 });
        }
    }
}
