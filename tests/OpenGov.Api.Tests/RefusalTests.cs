using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;

namespace OpenGov.Api.Tests;

/// <summary>A refusal is small, costs less than an answer, and says the nearest right name for the first mistakes.</summary>
public sealed class RefusalTests(string provider) : ApiFixture(provider)
{
    private const int MostBytes = 16 * 1024;

    /// <summary>What an address of 8 KB has room for.</summary>
    private const int Room = 7_600;

    private static IEnumerable<TestCaseData> Long()
    {
        foreach (var (path, list) in AllLists.Lists)
        {
            yield return Case(path, $"sort={Many("zz", "%2C")}");
            yield return Case(path, $"fields={Many("zz", ",")}");
            yield return Case(path, Many("z{0}", "&"));
            yield return Case(path, $"limit={new string('9', Room)}");
            yield return Case(path, $"{new string('n', Room)}=1");
            yield return Case(path, $"cursor={new string('c', Room)}");
            yield return Case(path, $"as_of={string.Concat(Enumerable.Repeat("%01", Room / 3))}");
            foreach (var filter in list.Filters)
            {
                yield return Case(path, $"{filter.Name}={string.Join(',', Enumerable.Range(0, 95).Select(i => $"ZZ-UNKNOWN-{i}"))}");
                yield return Case(path, $"{filter.Name}={Many("z{0}", ",")}");
                yield return Case(path, $"{filter.Name}={new string(',', Room)}");
                yield return Case(path, $"{filter.Name}={string.Concat(Enumerable.Repeat("%01", Room / 3))}");
            }
        }

        yield return Case("stats/commitments", $"group_by={Many("zz", ",")}");
        yield return Case("states/MX-DUR", $"fields={Many("zz", ",")}");
        yield return Case($"commitments/{new string('c', Room)}", "");
        yield return Case(new string('p', Room), "");
    }

    /// <summary>A case under a name that a person reads to its end.</summary>
    private static TestCaseData Case(string path, string query) =>
        new TestCaseData(path, query).SetArgDisplayNames(Start(path), Start(query));

    private static string Start(string text) => text.Length <= 30 ? text : $"{text[..30]}…";

    [TestCaseSource(nameof(Long))]
    public async Task A_refusal_is_small_whatever_was_asked(string path, string query)
    {
        using var response = await App.SendAsync(
            $"{path}?{(path == "search" && !query.StartsWith("q=", StringComparison.Ordinal) ? "q=a&" : "")}{query}"
        );
        var body = await response.Content.ReadAsByteArrayAsync();
        if (response.StatusCode == HttpStatusCode.OK)
        {
            // Some filters take any text, and find nothing.
            return;
        }

        OpenGovApplication.AssertProblem(response, Encoding.UTF8.GetString(body));
        Assert.That(body, Has.Length.LessThanOrEqualTo(MostBytes));
    }

    [Test]
    public async Task A_refusal_does_not_say_a_long_host_again()
    {
        var host = $"{string.Concat(Enumerable.Repeat("a.", 8_000))}example";
        var (status, body) = await RawAsync($"GET /api/v1/states?x=1 HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        Assert.That(status, Is.EqualTo(400));
        Assert.That(body, Has.Length.LessThanOrEqualTo(MostBytes));
    }

    [TestCase("commitments?sort={0}", 11, "at most 10")]
    [TestCase("commitments?fields={0}", 101, "at most 100")]
    [TestCase("commitments?status={0}", 101, "at most 100")]
    [TestCase("commitments?plan={0}", 101, "at most 100")]
    [TestCase("states/MX-DUR?fields={0}", 101, "at most 100")]
    [TestCase("stats/commitments?group_by={0}", 3, "at most 2")]
    public async Task A_list_in_a_parameter_is_bounded_and_the_bound_is_said(string address, int values, string bound)
    {
        var list = string.Join(',', Enumerable.Repeat("id", values));
        var problem = await App.GetProblemAsync(address.Replace("{0}", list, StringComparison.Ordinal), HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain($"{values} values").And.Contain(bound));
    }

    [Test]
    public async Task The_bounds_of_lists_stand_in_the_description_and_in_the_conventions()
    {
        var description = await App.GetAsync("/openapi/v1.json");
        var lists = PublicReads
            .Described(description)
            .SelectMany(path => path.Get.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : [])
            .Where(parameter => parameter.GetProperty("schema").TryGetProperty("items", out _))
            .ToList();
        Assert.That(lists, Has.Count.GreaterThan(100));
        foreach (var parameter in lists)
        {
            var most = parameter.GetProperty("name").GetString() switch
            {
                "sort" => 10,
                "group_by" or "by" => 2,
                "facets" => 5,
                _ => 100,
            };
            Assert.That(parameter.GetProperty("schema").GetProperty("maxItems").GetInt32(), Is.EqualTo(most), parameter.ToString());
        }

        var conventions = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "api", "conventions.md"));
        Assert.That(conventions, Does.Contain("100 values").And.Contain("10 keys").And.Contain("16 KB").And.Contain("8 KB"));
    }

    [Test]
    public async Task Unknown_ids_are_found_by_one_statement_and_the_nearest_is_named_for_the_first_five()
    {
        string Ids(string known, int count) => string.Join(',', Enumerable.Range(0, count).Select(i => $"{known}{i}"));
        var states = Ids("MX-DU", 95);
        var statements = await StatementsAsync(async () =>
        {
            var problem = await App.GetProblemAsync(
                $"commitments?state={states}&plan={Ids("MX-NAP", 95)},MX-NAP4",
                HttpStatusCode.BadRequest
            );
            var told = problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("detail").GetString()!).ToList();
            Assert.That(told, Has.Count.InRange(6, 20));
            Assert.That(told.Take(5), Has.All.Contains("Did you mean 'MX-DUR'?"));
            Assert.That(told.Skip(5).Some(), Has.None.Contains("Did you mean"));
        });
        Assert.That(
            statements.Count(statement => statement.Contains("_versions", StringComparison.Ordinal)),
            Is.EqualTo(1),
            "one statement finds which ids there are"
        );
        Assert.That(
            statements,
            Has.Count.LessThanOrEqualTo(1 + (2 * 5) + 1),
            "and for five at most their neighbours are read, and the state of the data"
        );
        Assert.That(
            statements.Any(statement => statement.Contains("FROM commitments c", StringComparison.Ordinal)),
            Is.False,
            "nothing is listed"
        );
    }

    [Test]
    public async Task A_refusal_of_a_bad_parameter_asks_the_database_for_nothing()
    {
        var statements = await StatementsAsync(() =>
            App.GetProblemAsync($"commitments?status={Many("z{0}", ",")}&sort=a,b,c,d", HttpStatusCode.BadRequest)
        );
        Assert.That(statements, Is.Empty);
    }

    [Test]
    public async Task An_accent_in_an_address_is_refused_with_the_way_to_write_it()
    {
        var (status, body) = await RawAsync("GET /api/v1/states?q=México HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.That(status, Is.EqualTo(400));
        Assert.That(body, Does.Contain("percent-encoded").And.Contain("M%C3%A9xico"));
        await App.GetAsync("states?q=M%C3%A9xico");
    }

    private static string Many(string word, string separator)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < Room - 20; i++)
        {
            text.Append(i == 0 ? "" : separator).Append(word.Replace("{0}", $"{i}", StringComparison.Ordinal));
        }

        return text.ToString();
    }

    /// <summary>The statements that the sessions of the service run meanwhile.</summary>
    private static async Task<IReadOnlyCollection<string>> StatementsAsync(Func<Task> ask)
    {
        var statements = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "OpenGov.Api",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => statements.Enqueue((string?)activity.GetTagItem("db.query.text") ?? ""),
        };
        ActivitySource.AddActivityListener(listener);
        await ask();
        return statements;
    }

    private async Task<(int Status, string Body)> RawAsync(string request)
    {
        var answer = await Wire.AskAsync(App.Address, request);
        return (
            int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture),
            answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]
        );
    }
}
