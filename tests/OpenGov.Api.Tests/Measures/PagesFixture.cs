using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests.Measures;

/// <summary>A number of a measure as a page marks it.</summary>
/// <param name="Page">Address of the page, with its language.</param>
/// <param name="Figure">Which figure of the page; null outside of any.</param>
/// <param name="Measure">Key of the measure.</param>
/// <param name="Part">Which number of it: yes, no, unknown, total, value or known.</param>
/// <param name="Of">What it is of: filters of the API.</param>
/// <param name="Voice">Who says it; null for what is counted here.</param>
/// <param name="Value">The number; null where none is on record.</param>
/// <param name="IsPlotted">Whether it stands in the chart or table that the page opens with, not in the sentence above.</param>
internal sealed record ShownNumber(
    string Page,
    string? Figure,
    string Measure,
    string Part,
    string Of,
    string? Voice,
    double? Value,
    bool IsPlotted
)
{
    /// <summary>What it is: every number of it is the same.</summary>
    public string Name => $"{Measure}.{Part} of {(Of.Length == 0 ? "all" : Of)}{(Voice is null ? "" : $", says {Voice}")}";
}

/// <summary>A link of a page to a file or to the API.</summary>
/// <param name="Page">Address of the page, with its language.</param>
/// <param name="Figure">Which figure of the page; null outside of any.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="IsDownload">Whether it is offered as a file.</param>
internal sealed record ShownLink(string Page, string? Figure, string Address, bool IsDownload);

/// <summary>What a page shows, or all of them.</summary>
/// <param name="Numbers">Its numbers of measures.</param>
/// <param name="Links">Its links to files and to the API.</param>
/// <param name="Parts">Addresses of its own figures, and of every part of a page that it leads to.</param>
internal sealed record Shown(IReadOnlyList<ShownNumber> Numbers, IReadOnlyList<ShownLink> Links, IReadOnlyList<string> Parts);

/// <summary>Every page of the dashboard in every language, with its charts and, as on paper, their tables.</summary>
public abstract class PagesFixture : BrowserFixture
{
    private const int AtOnce = 5;

    /// <summary>The national plans, of which four pages tell the same.</summary>
    internal static readonly string[] NationalPlans = ["MX-NAP1", "MX-NAP2", "MX-NAP3", "MX-NAP4"];

    /// <summary>The pages as a reader opens them.</summary>
    private static readonly string[] Opened =
    [
        .. BrowserTests
            .Pages.Concat(NationalPlans.Select(plan => $"/plans/{plan}"))
            .Concat(NationalPlans.Select(plan => $"/commitments?plan={plan}"))
            .Distinct(),
    ];

    /// <summary>More of them, and with what the reader can choose, which is chosen alike in any language.</summary>
    private static readonly string[] Chosen =
    [
        "/?tab=table&statuses=table&impact=table&coverage=table&national=table",
        "/states?tab=table&steps=table",
        "/plans?when=table&done=table",
        "/plans/MX-NAP4?said=table&statuses=table&health=table&body=table",
        "/commitments?plan=MX-NAP4&outcome=table",
        "/commitments/MX-DUR-PAL1-C2?codes=table&milestones=table&indicators=table",
        "/compare?states=MX-DUR,MX-JAL&promised=table&done=table&changed=table&metrics=table",
        "/coverage?stated=table&plans=table&fields=table&lists=table&national=table",
        "/metrics?trend=table&perspectives=table&states=table&kinds=table&recomputed=table",
        "/timeline?sizes=table&events=table",
        "/?measure=participates",
        "/?measure=commitments_documented",
        "/states?measure=participates",
        "/states?measure=secretariat",
        "/states?measure=plans_stated",
        "/states?measure=plans_documented",
        "/states?measure=open_government_index",
        "/states/MX-JAL",
        "/states/MX-OAX",
        "/states/MX-CHP",
        "/plans?level=national",
        "/plans?level=local",
        "/plans/MX-DUR-PAL1",
        "/commitments?level=national",
        "/commitments?level=local",
        "/commitments?state=MX-DUR",
        "/commitments?status=completed",
        "/commitments?plan=MX-NAP3,MX-NAP4&ambition=transformative",
        "/commitments/MX-NAP2-C5",
        "/compare?states=MX-CAM,MX-OAX,MX-VER",
        "/metrics?indicator=participation_citizen&kind_indicator=transparency",
        "/metrics?indicator=transparency&edition=2021",
    ];

    private static readonly string[] Languages = ["es", "en"];

    // What is printed has the table under each chart; a figure that waits for its turn to be drawn is drawn then, too.
    private const string Collect = """
        () => {
          window.dispatchEvent(new Event('beforeprint'));
          const figure = (element) => element.closest('figure')?.id ?? null;
          const numbers = [...document.querySelectorAll('[data-measure]')].map((element) => ({
            figure: figure(element),
            measure: element.dataset.measure,
            part: element.dataset.measurePart,
            of: element.dataset.measureOf,
            voice: element.dataset.measureVoice ?? null,
            value: element.dataset.measureValue === '' ? null : Number(element.dataset.measureValue),
            isPlotted: element.closest('figure') !== null && element.closest('figcaption, .printed') === null,
          }));
          const links = [...document.querySelectorAll('a[href]')]
            .map((link) => ({ link, url: new URL(link.getAttribute('href'), location.href) }))
            .filter(({ link, url }) => link.hasAttribute('download') || url.pathname.startsWith('/api/'))
            .map(({ link, url }) => ({
              figure: figure(link),
              address: url.origin === location.origin ? url.pathname + url.search : url.href,
              isDownload: link.hasAttribute('download'),
            }));
          // The addresses of the page's figures, and of every part of a page that it leads to.
          const parts = [
            ...[...document.querySelectorAll('#content figure[id]')].map((figure) => new URL(`#${figure.id}`, location.href)),
            ...[...document.querySelectorAll('#content a[href*="#"]')].map((link) => new URL(link.href, location.href)),
          ]
            .filter(({ origin, pathname, hash }) => origin === location.origin && hash !== '' && !/^\/(api|swagger)\b/.test(pathname))
            .map(({ pathname, search, hash }) => pathname + search + hash);
          window.dispatchEvent(new Event('afterprint'));
          return { numbers, links, parts };
        }
        """;

    // What is folded away waits until a reader opens it.
    private const string Waiting =
        "[...document.querySelectorAll('.skeleton, [aria-busy=true]')].filter((element) => element.checkVisibility())";
    private const string IsDrawn =
        $"() => document.querySelector('#content h1') && !document.getElementById('shell') && {Waiting}.length === 0";
    private const string StillWaits = $"() => {Waiting}.map((element) => element.closest('[id]')?.id).join(' ')";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly SemaphoreSlim Once = new(1);
    private static Shown? found;

    /// <summary>Every number that any page shows.</summary>
    internal static IReadOnlyList<ShownNumber> Numbers => found!.Numbers;

    /// <summary>Every link of any page to a file or to the API.</summary>
    internal static IReadOnlyList<ShownLink> Links => found!.Links;

    /// <summary>Every part of a page that any page cites or leads to.</summary>
    internal static IReadOnlyList<string> Parts => found!.Parts;

    /// <summary>The pages are the same for every test: they are opened once.</summary>
    [OneTimeSetUp]
    public async Task ReadOnceAsync()
    {
        await Once.WaitAsync();
        try
        {
            found ??= await ReadAllAsync();
        }
        finally
        {
            Once.Release();
        }
    }

    private async Task<Shown> ReadAllAsync()
    {
        var unread = new ConcurrentQueue<string>(
            from address in Opened.Concat(Chosen)
            from language in Languages
            where language == Languages[0] || Opened.Contains(address)
            select In(address, language)
        );
        var all = new ConcurrentBag<Shown>();
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(async _ =>
                {
                    var page = await context.NewPageAsync();
                    while (unread.TryDequeue(out var address))
                    {
                        all.Add(await ReadAsync(page, address));
                    }
                })
        );
        return new(
            [.. all.SelectMany(one => one.Numbers)],
            [.. all.SelectMany(one => one.Links)],
            [.. all.SelectMany(one => one.Parts).Distinct()]
        );
    }

    /// <summary>What a page shows once everything that it asked for has come.</summary>
    private protected async Task<Shown> ReadAsync(IPage page, string address)
    {
        await VisitAsync(page, address);
        try
        {
            await page.WaitForFunctionAsync(IsDrawn, options: new() { PollingInterval = 50 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{address} is never done: {await page.EvaluateAsync<string>(StillWaits)}");
        }

        var shown = await page.EvaluateAsync<JsonElement>(Collect);
        return new(
            [.. All<ShownNumber>(shown, "numbers").Select(number => number with { Page = address })],
            [.. All<ShownLink>(shown, "links").Select(link => link with { Page = address })],
            All<string>(shown, "parts")
        );
    }

    private static List<T> All<T>(JsonElement shown, string name) => shown.GetProperty(name).Deserialize<List<T>>(Web)!;
}
