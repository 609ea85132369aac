using System.Text.Json;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests.Embedding;

/// <summary>What the service draws stands where the dashboard draws it, in the same colours.</summary>
[Category("Browser")]
[Parallelizable]
public sealed class DrawnAlikeTests : BrowserFixture
{
    private const string Commitment = "MX-DUR-PAL1-C2";

    [OneTimeSetUp]
    public async Task AddMilestonesAsync()
    {
        var days = new (DateOnly? Planned, DateOnly? Done)[]
        {
            (new DateOnly(2017, 3, 1), new DateOnly(2017, 2, 10)),
            (new DateOnly(2017, 9, 30), new DateOnly(2018, 4, 1)),
            (new DateOnly(2018, 6, 15), null),
            (null, null),
        };
        foreach (var (index, (planned, done)) in days.Index().Some())
        {
            await App.SaveAsync(
                "milestones",
                $"{Commitment}-M{index + 1}",
                ("commitment_id", Commitment),
                ("number", index + 1L),
                ("title_es", $"Hito de prueba {index + 1}"),
                ("due_date", planned),
                ("due_date_precision", planned is null ? null : "day"),
                ("completed_on", done),
                ("completed_on_precision", done is null ? null : "day"),
                ("status", done is null ? null : "completed")
            );
        }

        await App.SaveCommitmentAsync("MX-NAP4-C01", ("status", "completed"));
        await App.SaveCommitmentAsync("MX-NAP4-C02", ("status", "in_progress"));
        await App.SaveCommitmentAsync("MX-NAP4-C03", ("status", "in_progress"));
    }

    [TestCase("stage", "state_stage")]
    [TestCase("secretariat", "states_with_secretariat")]
    [TestCase("participates", "participating_states")]
    [TestCase("commitments_documented", "commitments_documented")]
    [TestCase("open_government_index", "metric_value?indicator=open_government_index&edition=2021")]
    public async Task A_state_has_the_same_tile_and_the_same_fill(string measure, string map)
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, $"/states?measure={measure}&edition={(measure == "open_government_index" ? "2021" : "")}&map=tiles", "en");
        await page.Locator("#map svg a[data-state]").First.WaitForAsync();
        var drawn = await TilesAsync(page, "#map svg:has(> a[data-state])", "a[data-state]", "each.dataset.state.slice(3)");
        await WidgetAsync(page, $"/embed/v1/map/{map}");
        var served = await TilesAsync(page, ".tiles > svg", ":scope > g", "each.querySelector('text').textContent");
        Assert.That(served, Has.Count.EqualTo(32));
        Assert.That(served.Keys, Is.EquivalentTo(drawn.Keys));
        Assert.Multiple(() =>
        {
            foreach (var (state, (x, y, fill, isBroken)) in drawn.Some())
            {
                Assert.That((double[])[served[state].X, served[state].Y], Is.EqualTo((double[])[x, y]).Within(0.01), state);
                Assert.That(served[state].Fill, Is.EqualTo(fill), state);
                Assert.That(served[state].IsBroken, Is.EqualTo(isBroken), $"{state}: what only the presentation says");
            }
        });
    }

    [Test]
    public async Task A_trend_has_the_same_points_and_breaks_and_joins_no_editions_that_no_source_compares()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/metrics", "en");
        await page.Locator("#trend .measure > svg a > g").First.WaitForAsync();
        var drawn = await TrendAsync(page, "#trend .measure > svg", "a > g");
        await WidgetAsync(page, "/embed/v1/metric");
        var served = await TrendAsync(page, ".trend > svg", ".look");
        Assert.That(served.Points, Has.Count.GreaterThan(6));
        Assert.Multiple(() =>
        {
            Alike(served.Points, drawn.Points);
            Assert.That(served.Joined.Concat(drawn.Joined), Is.Empty);
            Assert.That(served.Breaks, Is.EqualTo(drawn.Breaks).Within(0.01).And.Not.Empty);
        });
    }

    [Test]
    public async Task Dots_stand_at_the_same_place_of_their_scale()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/metrics", "en");
        await page.Locator("#perspectives .dot").First.WaitForAsync();
        var drawn = await page.EvaluateAsync<double[]>(
            """
            () => [...document.querySelectorAll('#perspectives .rows .track')].flatMap((track) => {
              const { left, width } = track.getBoundingClientRect();
              return [...track.querySelectorAll('.dot')].map((dot) => {
                const box = dot.querySelector('svg').getBoundingClientRect();
                return (box.left + box.width / 2 - left) / width;
              });
            })
            """
        );
        await WidgetAsync(page, "/embed/v1/metric");
        var served = await page.EvaluateAsync<double[]>(
            """
            () => [...document.querySelectorAll('.dots > svg')].flatMap((svg) => {
              const axis = [...svg.querySelectorAll('.axis line')].map((line) => line.getBoundingClientRect().left);
              return [...svg.querySelectorAll('.look')].map((dot) => {
                const box = dot.getBoundingClientRect();
                return (box.left + box.width / 2 - axis[0]) / (axis.at(-1) - axis[0]);
              });
            })
            """
        );
        Assert.That(served, Is.EqualTo(drawn).Within(0.01).And.Length.GreaterThan(4));
    }

    [Test]
    public async Task A_bar_has_the_same_parts()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/plans/MX-NAP4", "en");
        await page.Locator("#statuses .bar span").First.WaitForAsync();
        var drawn = await BarAsync(page, "#statuses .bar", "span", "getComputedStyle(each).backgroundColor");
        await WidgetAsync(page, "/embed/v1/plan/MX-NAP4");
        var served = await BarAsync(page, ".segments .bar", "rect", "getComputedStyle(each).fill");
        Assert.That(served, Has.Count.EqualTo(3));
        Assert.That(served.Select(part => part.To), Is.EqualTo(drawn.Select(part => part.To)).Within(0.02));
        Assert.That(served.SkipLast(1).Some().Select(part => part.Fill), Is.EqualTo(drawn.SkipLast(1).Select(part => part.Fill)));
    }

    [Test]
    public async Task Milestones_stand_at_the_same_place_between_their_years()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, $"/commitments/{Commitment}", "en");
        await page.Locator("#milestones .mark").First.WaitForAsync();
        var drawn = await StripAsync(page, "#milestones li .track", "#milestones li .track i", ".planned", ".actual");
        await WidgetAsync(page, $"/embed/v1/commitment/{Commitment}");
        var served = await StripAsync(page, ".strip g[data-at]", ".strip .axis line", ".planned", ".done");
        Assert.That(served, Is.EqualTo(drawn).Within(0.01).And.Length.EqualTo(5));
        Assert.That(await page.Locator(".strip .late[data-at]").CountAsync(), Is.EqualTo(1));
    }

    private static void Alike(IReadOnlyList<double[]> served, IReadOnlyList<double[]> drawn)
    {
        Assert.That(served, Has.Count.EqualTo(drawn.Count));
        foreach (var (one, other) in served.Zip(drawn).Some())
        {
            Assert.That(one, Is.EqualTo(other).Within(0.01));
        }
    }

    private Task WidgetAsync(IPage page, string address) => LandAsync(page, $"{In(address, "en")}&theme=light");

    /// <summary>The centre of each tile between the outermost centres, and how it is filled: by a pattern or a colour.</summary>
    private static async Task<Dictionary<string, (double X, double Y, string Fill, bool IsBroken)>> TilesAsync(
        IPage page,
        string drawing,
        string tile,
        string name
    )
    {
        var tiles = await page.EvaluateAsync<JsonElement>(
            $$"""
            () => {
              const tiles = [...document.querySelector('{{drawing}}').querySelectorAll('{{tile}}')].map((each) => {
                const rect = each.querySelector('rect');
                const box = rect.getBoundingClientRect();
                return { name: {{name}}, x: box.left + box.width / 2, y: box.top + box.height / 2, rect, broken: !!each.querySelector('.presented') };
              });
              const between = (key) => {
                const all = tiles.map((each) => each[key]);
                const [low, high] = [Math.min(...all), Math.max(...all)];
                return (value) => (value - low) / (high - low);
              };
              const [x, y] = [between('x'), between('y')];
              // A texture is drawn on the colour of its step.
              const fill = (rect) => {
                const value = getComputedStyle(rect).fill;
                const pattern = /url\("?#([^")]+)/.exec(value)?.[1];
                const ground = pattern && document.getElementById(pattern).querySelector('rect');
                return getComputedStyle(ground ?? rect).fill;
              };
              return tiles.map((each) => ({ name: each.name, x: x(each.x), y: y(each.y), fill: fill(each.rect), broken: each.broken }));
            }
            """
        );
        return tiles
            .EnumerateArray()
            .Some()
            .ToDictionary(
                each => each.GetProperty("name").GetString()!,
                each =>
                    (
                        each.GetProperty("x").GetDouble(),
                        each.GetProperty("y").GetDouble(),
                        each.GetProperty("fill").GetString()!,
                        each.GetProperty("broken").GetBoolean()
                    )
            );
    }

    /// <summary>Points, ends of what is joined, and breaks: between the first and the last edition, and between nought and one.</summary>
    private static async Task<(List<double[]> Points, List<double[]> Joined, double[] Breaks)> TrendAsync(
        IPage page,
        string drawing,
        string point
    )
    {
        var found = await page.EvaluateAsync<JsonElement>(
            $$"""
            () => {
              const svg = document.querySelector('{{drawing}}');
              const inside = (each) => {
                const box = each.getBoundingClientRect();
                return [box.left + box.width / 2, box.top + box.height / 2];
              };
              const scale = [...svg.querySelectorAll('.grid, .axis line')].map((line) => line.getBoundingClientRect().top);
              const [top, bottom] = [Math.min(...scale), Math.max(...scale)];
              const points = [...svg.querySelectorAll('{{point}}')].map(inside);
              const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
              const place = ([x, y]) => [(x - left) / (right - left), (bottom - y) / (bottom - top)];
              const joined = [...svg.querySelectorAll('polyline')].map((line) => {
                const box = line.getBoundingClientRect();
                return [...place([box.left, 0]).slice(0, 1), ...place([box.right, 0]).slice(0, 1)];
              });
              return {
                points: points.map(place),
                joined,
                breaks: [...svg.querySelectorAll('.break')].map((line) => place(inside(line))[0]),
              };
            }
            """
        );
        List<double[]> List(string name) =>
            [
                .. found
                    .GetProperty(name)
                    .EnumerateArray()
                    .PerhapsNone("no source compares two editions, so nothing is joined")
                    .Select(each => each.EnumerateArray().Select(value => value.GetDouble()).ToArray()),
            ];
        return (List("points"), List("joined"), [.. found.GetProperty("breaks").EnumerateArray().Some().Select(each => each.GetDouble())]);
    }

    /// <summary>The end of each part, of 1, and its colour.</summary>
    private static async Task<List<(double To, string Fill)>> BarAsync(IPage page, string bar, string part, string fill)
    {
        var parts = await page.EvaluateAsync<JsonElement>(
            $$"""
            () => {
              const bar = document.querySelector('{{bar}}');
              const { left, width } = bar.getBoundingClientRect();
              return [...bar.querySelectorAll('{{part}}')].map((each) => ({
                to: (each.getBoundingClientRect().right - left) / width,
                fill: {{fill}},
              }));
            }
            """
        );
        return
        [
            .. parts.EnumerateArray().Some().Select(each => (each.GetProperty("to").GetDouble(), each.GetProperty("fill").GetString()!)),
        ];
    }

    /// <summary>Where each day stands between the first year and the last: of each milestone what was planned, then what was done.</summary>
    private static Task<double[]> StripAsync(IPage page, string rows, string years, string planned, string done) =>
        page.EvaluateAsync<double[]>(
            $$"""
            () => {
              const lines = [...document.querySelectorAll('{{years}}')].map((line) => line.getBoundingClientRect().left);
              const [left, right] = [Math.min(...lines), Math.max(...lines)];
              return [...document.querySelectorAll('{{rows}}')].flatMap((row) =>
                ['{{planned}}', '{{done}}'].flatMap((mark) => {
                  const box = row.querySelector(mark)?.getBoundingClientRect();
                  return box ? [(box.left + box.width / 2 - left) / (right - left)] : [];
                }),
              );
            }
            """
        );
}
