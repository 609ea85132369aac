using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace OpenGov.Api.Tests.Measures;

/// <summary>One question has one answer, wherever the dashboard gives it.</summary>
[Category("Browser")]
public sealed class ShownNumbersTests : PagesFixture
{
    [Test]
    public void No_two_places_say_different_numbers_of_one_measure() => Assert.That(Contradictions(Numbers), Is.Empty);

    [Test]
    public async Task Every_number_that_a_page_shows_is_the_number_of_the_API() => Assert.That(await WrongAsync(Numbers), Is.Empty);

    [Test]
    public async Task A_number_that_is_wrong_in_one_place_is_found()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await page.RouteAsync(
            "**/api/v1/measures/early_results/values?by=plan*",
            async route =>
            {
                var answer = await route.FetchAsync();
                var body = JsonNode.Parse(await answer.TextAsync())!;
                var row = body["items"]!
                    .AsArray()
                    .First(item => item!["plan"]!.GetValue<string>() == "MX-NAP4" && item["said_by"] is null)!;
                row["yes"] = row["yes"]!.GetValue<int>() + 1;
                await route.FulfillAsync(new() { Response = answer, Body = body.ToJsonString() });
            }
        );
        var numbers = (await ReadAsync(page, "/plans?lang=en")).Numbers;
        Assert.Multiple(async () =>
        {
            Assert.That(Contradictions([.. Numbers, .. numbers]), Has.Some.Contains("early_results.yes of plan=MX-NAP4:"));
            Assert.That(await WrongAsync(numbers), Has.Some.Contains("early_results.yes of plan=MX-NAP4 "));
        });
    }

    private static IEnumerable<TestCaseData> PlansAndMeasures =>
        from plan in NationalPlans
        from measure in (string[])["early_results", "compliance", "finished", "commitments_documented"]
        select new TestCaseData(measure, plan);

    [TestCaseSource(nameof(PlansAndMeasures))]
    public async Task What_is_said_of_a_national_plan_stands_on_every_page_that_tells_of_it_and_nothing_else_does(
        string measure,
        string plan
    )
    {
        string[] pages = measure switch
        {
            "commitments_documented" => ["/plans", $"/plans/{plan}"],
            _ => ["/", "/plans", $"/plans/{plan}", $"/commitments?plan={plan}"],
        };
        var known = (await App.GetAsync($"measures/{measure}/values?by=plan&plan={plan}"))
            .GetProperty("items")
            .EnumerateArray()
            .Where(row => row.GetProperty("code").ValueKind == JsonValueKind.Null && IsKnown(row))
            .Select(row => row.GetProperty("said_by").GetString())
            .ToList();
        var shown = Numbers.Where(number =>
            number.Measure == measure && number.Of == $"plan={plan}" && (number.Part is "yes" or "value") && number.Value > 0
        );
        Assert.That(shown.Select(number => number.Voice).Where(voice => !known.Contains(voice)).PerhapsNone("none is right"), Is.Empty);
        var missing =
            from page in pages
            from language in (string[])["es", "en"]
            from voice in known
            let address = $"{page}{(page.Contains('?') ? '&' : '?')}lang={language}"
            where
                !Numbers.Any(number =>
                    number.Page == address && number.Measure == measure && number.Of == $"plan={plan}" && number.Voice == voice
                )
            select $"{address} does not say {voice ?? "what is counted here"}";
        Assert.That(missing.PerhapsNone("of a plan of which nothing is known nothing is said"), Is.Empty);
    }

    [TestCase("participating_states")]
    [TestCase("state_stage")]
    [TestCase("states_with_secretariat")]
    [TestCase("plans_stated")]
    [TestCase("plans_documented")]
    [TestCase("commitments_stated")]
    [TestCase("commitments_documented")]
    [TestCase("coverage")]
    [TestCase("verifiable")]
    [TestCase("relevance")]
    [TestCase("ambition")]
    [TestCase("finished")]
    [TestCase("compliance")]
    [TestCase("completion")]
    [TestCase("early_results")]
    [TestCase("metric_value")]
    public void A_measure_of_the_dashboard_stands_on_more_than_one_page(string measure) =>
        Assert.That(
            Numbers.Where(number => number.Measure == measure).Select(number => number.Page.Split('?')[0]).Distinct().Count(),
            Is.GreaterThan(1)
        );

    private static bool IsKnown(JsonElement row) =>
        row.GetProperty("yes").ValueKind == JsonValueKind.Number
            ? row.GetProperty("unknown").ValueKind == JsonValueKind.Null
                || row.GetProperty("yes").GetInt32() + row.GetProperty("no").GetInt32() > 0
            : row.GetProperty("value").ValueKind == JsonValueKind.Number;

    private static List<string> Contradictions(IReadOnlyList<ShownNumber> numbers) =>
        [
            .. numbers
                .Some()
                .GroupBy(number => number.Name)
                .Where(places => places.Select(place => place.Value).Distinct().Count() > 1)
                .Select(places =>
                    $"{places.Key}: {string.Join(", ", places.Select(place => $"{place.Value} on {place.Page}#{place.Figure}").Distinct())}"
                ),
        ];

    /// <summary>Numbers that the API, asked for what the mark says, does not give.</summary>
    private async Task<List<string>> WrongAsync(IReadOnlyList<ShownNumber> numbers)
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            numbers.Some().GroupBy(number => (number.Measure, number.Of, number.Voice)),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (places, _) =>
            {
                var (measure, of, voice) = places.Key;
                var rows = await SaidAsync(measure, of, voice);
                foreach (var place in places)
                {
                    if (!rows.Exists(row => row.GetProperty(place.Part) is var cell && Number(cell) == place.Value))
                    {
                        var said = string.Join(" or ", rows.Select(row => row.GetProperty(place.Part).GetRawText()));
                        wrong.Add($"{place.Name} is {place.Value} on {place.Page}#{place.Figure}; the API says {said}");
                    }
                }
            }
        );
        return [.. wrong.Distinct().Order()];
    }

    /// <summary>What the API says of these rows: counted here, or by a voice, for which rows are told apart by plan.</summary>
    private async Task<List<JsonElement>> SaidAsync(string measure, string of, string? voice)
    {
        var filters = of.Split('&', StringSplitOptions.RemoveEmptyEntries);
        var code = filters.SingleOrDefault(filter => filter.StartsWith("code=", StringComparison.Ordinal))?["code=".Length..];
        // By voice it is grouped, and not narrowed.
        var said = filters.SingleOrDefault(filter => filter.StartsWith("voice=", StringComparison.Ordinal))?["voice=".Length..];
        string[] query =
        [
            .. said is not null ? ["by=voice"]
            : voice is not null ? (string[])["by=plan"]
            : [],
            .. filters.Where(filter => filter != $"code={code}" && filter != $"voice={said}"),
        ];
        var answer = await App.GetAsync($"measures/{measure}/values?{string.Join('&', query)}");
        return
        [
            .. answer
                .GetProperty("items")
                .EnumerateArray()
                .Where(row => row.GetProperty("said_by").GetString() == voice && row.GetProperty("code").GetString() == code)
                .Where(row => said is null || row.GetProperty("voice").GetString() == said),
        ];
    }

    private static double? Number(JsonElement cell) => cell.ValueKind == JsonValueKind.Number ? cell.GetDouble() : null;
}
