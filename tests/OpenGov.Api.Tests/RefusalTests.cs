using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>A refusal is small, costs less than an answer, and says the nearest right name for the first mistakes.</summary>
public sealed partial class RefusalTests(string provider) : ApiFixture(provider)
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
    public async Task What_is_not_there_is_named_in_both_languages_with_where_to_look()
    {
        var records = PublicReads
            .Described(await App.GetAsync("/openapi/v1.json"))
            .Select(path => path.Path)
            .Where(path => path.StartsWith("/api/v1/", StringComparison.Ordinal) && path.Count(letter => letter == '{') == 1)
            .Some();
        foreach (var path in records)
        {
            // Which part of the address is at fault is data, too.
            var problem = await App.GetProblemAsync(Parameter().Replace(path, "nothing-of-that-name"), HttpStatusCode.NotFound);
            var part = problem.GetProperty("errors").EnumerateArray().Single();
            Assert.That(part.GetProperty("parameter").GetString(), Is.EqualTo(Parameter().Match(path).Value.Trim('{', '}')), path);
            Assert.That(part.GetProperty("value").GetString(), Is.EqualTo("nothing-of-that-name"), path);
            Assert.That(part.GetProperty("detail_es").GetString(), Is.EqualTo(problem.GetProperty("detail_es").GetString()), path);
        }

        foreach (
            var address in (string[])
                [
                    .. records.Select(path => Parameter().Replace(path, "nothing-of-that-name")),
                    "changes/999999999",
                    "nothing/at/all",
                    "states.pdf",
                    "/data/commitment.csv",
                    "/data/nothing",
                    "/badges/commitments/nothing.svg",
                    "/oembed?url=https://example.org/",
                    "/pictures/es/nothing.png",
                ]
        )
        {
            using var response = await App.SendAsync(address);
            Assert.That((int)response.StatusCode, Is.EqualTo(404), address);
            await AssertSaysTheSameAsync(response);
        }
    }

    [TestCase("", "url", "empty")]
    [TestCase("?url=", "url", "empty")]
    [TestCase("?url={site}/states/MX-DUR&maxwidth=wide", "maxwidth", "out_of_range")]
    [TestCase("?url={site}/states/MX-DUR&maxheight=0", "maxheight", "out_of_range")]
    [TestCase("?url={site}/embed/v1/state/MX-DUR%3Fas_of%3Dred", "as_of", "not_a_date")]
    [TestCase("?url={site}/embed/v1/measure/finished%3Fstatus%3Dred", "status", "unknown_code")]
    public async Task An_editor_is_told_which_parameter_cannot_be(string query, string parameter, string code)
    {
        var site = App.Address.GetLeftPart(UriPartial.Authority);
        var problem = await App.GetProblemAsync($"/oembed{query.Replace("{site}", site)}", HttpStatusCode.BadRequest);
        var error = problem.GetProperty("errors").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(error.GetProperty("parameter").GetString(), Is.EqualTo(parameter));
            Assert.That(error.GetProperty("code").GetString(), Is.EqualTo(code));
            Assert.That(error.GetProperty("detail_es").GetString(), Is.Not.Empty);
        });
    }

    [TestCase("measures/complience", "compliance", "unknown_code")]
    [TestCase("commitments/mx-nap4-c99", "MX-NAP4-C09", "unknown_record")]
    [TestCase("commitments/MX-DUR-PAL1-C99/history", "MX-DUR-PAL1-C1", "unknown_record")]
    [TestCase("commitments/MX-DUR-PAL1-C99/life", "MX-DUR-PAL1-C1", "unknown_record")]
    [TestCase("plans/MX-NAP9/health", "MX-NAP1", "unknown_record")]
    [TestCase("states/durango", "MX-DUR", "unknown_record")]
    [TestCase("secretariats/durango", "MX-DUR-STL", "unknown_record")]
    [TestCase("/data/commitment.csv", "commitments.csv", "unknown_code")]
    public async Task The_nearest_right_part_of_an_address_is_offered_in_the_sentence_and_as_data(
        string address,
        string nearest,
        string code
    )
    {
        var problem = await App.GetProblemAsync(address, HttpStatusCode.NotFound);
        var part = problem.GetProperty("errors").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(part.GetProperty("code").GetString(), Is.EqualTo(code));
            Assert.That(part.GetProperty("nearest").GetString(), Is.EqualTo(nearest));
            Assert.That(problem.GetProperty("detail").GetString(), Does.Contain($"Did you mean '{nearest}'?"));
            Assert.That(problem.GetProperty("detail_es").GetString(), Does.Contain($"¿Quiso decir «{nearest}»?"));
        });
    }

    [TestCase("commitments?q=educaci%F3n")]
    [TestCase("commitments?state=%FF")]
    [TestCase("search?q=%C0%80")]
    [TestCase("search?q=%ED%A0%80")]
    [TestCase("commitments?%F3=1")]
    [TestCase("commitments/%F3")]
    [TestCase("/states/%FF")]
    [TestCase("/embed/v1/commitment/MX-NAP4-C10?accent=%FF")]
    [TestCase("commitments?q=%C3")]
    public async Task An_address_that_is_encoded_otherwise_than_as_UTF_8_is_refused_and_finds_no_nothing(string address)
    {
        var problem = await App.GetProblemAsync(address, HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("type").GetString(), Does.EndWith("/problems/invalid-request"));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain("UTF-8"));
        Assert.That(problem.GetProperty("detail_es").GetString(), Does.Contain("UTF-8"));
    }

    [TestCase("commitments?q=100%25")]
    [TestCase("commitments?q=100%")]
    [TestCase("commitments?q=educaci%C3%B3n")]
    [TestCase("commitments?q=agua%F0%9F%92%A7")]
    public async Task A_percent_sign_and_what_is_UTF_8_are_taken(string address) => await App.GetAsync(address);

    [TestCase("commitments?due_from=2020-02-30", "not_a_date")]
    [TestCase("commitments?updated_since=ayer", "not_a_date")]
    [TestCase("commitments?as_of=ayer", "not_a_date")]
    [TestCase("commitments?as_of=9999-12-31", "in_the_future")]
    [TestCase("metrics/values?value_from=NaN", "not_a_number")]
    [TestCase("metrics/values?value_from=0.1234567", "too_precise")]
    [TestCase("commitments?overdue=1", "not_a_boolean")]
    [TestCase("commitments?limit=1e2", "not_an_integer")]
    [TestCase("commitments?limit=501", "out_of_range")]
    [TestCase("commitments?sdg=x", "unknown_code")]
    [TestCase("changes?after=x", "not_an_integer")]
    [TestCase("commitments?q=LONG", "too_long")]
    [TestCase("search?q=LONG", "too_long")]
    public async Task A_wrong_value_has_the_code_that_the_documentation_gives_its_kind(string address, string code)
    {
        var problem = await App.GetProblemAsync(
            address.Replace("LONG", new string('x', 201), StringComparison.Ordinal),
            HttpStatusCode.BadRequest
        );
        Assert.That(problem.GetProperty("errors")[0].GetProperty("code").GetString(), Is.EqualTo(code));
    }

    [Test]
    public async Task A_record_that_was_not_there_on_a_day_is_not_offered_as_what_was_meant()
    {
        var problem = await App.GetProblemAsync("commitments/MX-NAP4-C10?as_of=2020-01-01", HttpStatusCode.NotFound);
        Assert.That(problem.GetProperty("errors")[0].GetProperty("nearest").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("If-Match", "\"x\"")]
    [TestCase("If-Unmodified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")]
    public async Task A_bulk_file_that_has_changed_says_so_in_both_languages(string header, string value)
    {
        using var response = await App.SendAsync("/data/opengov.sqlite", null, (header, value));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        await AssertSaysTheSameAsync(response);
    }

    [Test]
    public async Task A_part_of_a_bulk_file_is_kept_as_long_as_the_whole()
    {
        using var whole = await App.SendAsync("/data/opengov.sqlite");
        using var part = await App.SendAsync("/data/opengov.sqlite", null, ("Range", "bytes=0-9"));
        Assert.That(part.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
        Assert.That(part.Headers.CacheControl?.ToString(), Is.Not.Null.And.EqualTo(whole.Headers.CacheControl?.ToString()));
    }

    [TestCase("application/json;q=0, */*", "text/csv")]
    [TestCase("*/*, application/json;q=0", "text/csv")]
    [TestCase("text/csv;q=0, text/*, application/x-ndjson;q=0.1", "application/x-ndjson")]
    public async Task What_is_not_wanted_at_all_is_not_sent_whatever_a_wildcard_takes(string accept, string type)
    {
        using var response = await App.SendAsync("states", null, ("Accept", accept));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
    }

    [TestCase("csv")]
    [TestCase("ndjson")]
    [TestCase("xlsx")]
    [TestCase("parquet")]
    public async Task A_file_has_all_rows_so_it_is_not_continued(string format)
    {
        var next = (await App.GetAsync("states?limit=2")).GetProperty("next").GetString()!;
        var cursor = next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..];
        var problem = await App.GetProblemAsync($"states.{format}?cursor={cursor}", HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("errors")[0].GetProperty("code").GetString(), Is.EqualTo("not_in_this_format"));
    }

    [Test]
    public async Task A_position_in_the_log_of_a_day_before_it_is_told_of_that_day()
    {
        var problem = await App.GetProblemAsync("changes?after=5&as_of=2020-01-01", HttpStatusCode.Conflict);
        Assert.That(problem.GetProperty("detail").GetString(), Does.StartWith("At the end of 2020-01-01 the newest change was 0"));
        Assert.That(problem.GetProperty("detail").GetString(), Does.Not.Contain("anew"));
    }

    [TestCase("commitmens", "/api/v1/commitments")]
    [TestCase("dialogues/session", "/api/v1/dialogues/sessions")]
    [TestCase("plan/MX-NAP4", "/api/v1/plans")]
    public async Task An_address_that_is_nearly_one_is_told_which(string address, string nearest)
    {
        var problem = await App.GetProblemAsync(address, HttpStatusCode.NotFound);
        Assert.That(problem.GetProperty("detail").GetString(), Does.EndWith($"Did you mean '{nearest}'?"));
        Assert.That(problem.GetProperty("detail_es").GetString(), Does.EndWith($"¿Quiso decir «{nearest}»?"));
    }

    [TestCase("states", "image/png")]
    [TestCase("states/MX-DUR", "text/csv")]
    [TestCase("commitments/MX-NAP4-C10", "text/csv")]
    [TestCase("stats/summary", "image/png")]
    [TestCase("stats/commitments?group_by=state", "image/png")]
    [TestCase("measures/compliance/values", "image/png")]
    [TestCase("measures", "text/csv")]
    public async Task A_format_that_there_is_not_is_refused_in_both_languages_with_those_that_there_are(string address, string accept)
    {
        using var response = await App.SendAsync(address, null, ("Accept", accept));
        Assert.That((int)response.StatusCode, Is.EqualTo(406));
        await AssertSaysTheSameAsync(response);
    }

    /// <summary>What the English sentence quotes, and the addresses and types that it names, stand in the Spanish one.</summary>
    private static async Task AssertSaysTheSameAsync(HttpResponseMessage response)
    {
        var problem = OpenGovApplication.AssertProblem(response, await response.Content.ReadAsStringAsync());
        var (english, spanish) = (problem.GetProperty("detail").GetString()!, problem.GetProperty("detail_es").GetString()!);
        Assert.That(spanish, Is.Not.EqualTo(english));
        foreach (
            var named in Named().Matches(english).Select(match => match.Value.Trim('\'', '.', ',', ';', ' ')).PerhapsNone("some name none")
        )
        {
            Assert.That(spanish, Does.Contain(named), english);
        }
    }

    [GeneratedRegex(@"'[^']+'|(?<=\s)/[a-z][\w./-]*|[a-z]+/[a-z][\w.+-]+")]
    private static partial Regex Named();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();

    [TestCase("commitments?estado=MX-DUR", "state")]
    [TestCase("commitments?Límite=5", "limit")]
    [TestCase("commitments?facets=estatus", "status")]
    [TestCase("commitments?fields=título", "title_es")]
    [TestCase("stats/commitments?group_by=entidad", "state")]
    [TestCase("metrics/values?edición=2021", "edition")]
    [TestCase("measures/compliance/values?by=estado", "state")]
    public async Task Who_asks_in_Spanish_is_told_the_name(string address, string name)
    {
        var problem = await App.GetProblemAsync(address, HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("errors")[0].GetProperty("nearest").GetString(), Is.EqualTo(name));
    }

    [TestCase("commitment.csv", "commitments.csv")]
    [TestCase("opengov.sqlit", "opengov.sqlite")]
    [TestCase("plan.parquet", "plans.parquet")]
    [TestCase("opengov.tar.gz", null)]
    public async Task A_bulk_file_of_another_name_is_refused_with_the_nearest(string file, string? nearest)
    {
        var problem = await App.GetProblemAsync($"/data/{file}", HttpStatusCode.NotFound);
        var (english, spanish) = (problem.GetProperty("detail").GetString(), problem.GetProperty("detail_es").GetString());
        Assert.That(english, nearest is null ? Does.Not.Contain("Did you mean") : Does.Contain($"Did you mean '{nearest}'?"));
        Assert.That(spanish, nearest is null ? Does.Not.Contain("Quiso decir") : Does.Contain($"¿Quiso decir «{nearest}»?"));
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
