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
        var values = takes
            .Except(Free)
            .Except(path == "/builder" ? OfWidgets : [])
            .Append("lang")
            .Select((name, place) => (Name: name, Value: $"nada{place}"))
            .ToList();
        var address = path.Replace("{id}", Records.GetValueOrDefault(kind, ""), StringComparison.Ordinal);
        foreach (var (name, value) in values.Some())
        {
            var asked = $"{address}?{name}={value}";
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
        }

        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        // The classes of a map are known where it is shown.
        var shown = path == "/metrics" ? "&states=map" : "";
        await AskAsync([.. values]);
        await Assertions.Expect(page.Locator("#shell")).ToHaveCountAsync(0);
        foreach (var one in values.Some())
        {
            // What another of them leaves without a use is asked for alone.
            var said = page.Locator("#content").GetByText(one.Value).First;
            if (!await said.IsVisibleAsync())
            {
                await AskAsync(one);
                await Assertions.Expect(said).ToBeVisibleAsync(new() { Timeout = 15_000 });
            }
        }

        Task AskAsync(params (string Name, string Value)[] asked) =>
            LandAsync(page, $"{address}?{string.Join('&', asked.Select(one => $"{one.Name}={one.Value}"))}{shown}", WaitUntilState.Commit);
    }
}
