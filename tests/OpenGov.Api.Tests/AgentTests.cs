using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenGov.Api.Measures;
using OpenGov.Api.Search;

namespace OpenGov.Api.Tests;

/// <summary>The server for agents, asked with the protocol's own client.</summary>
[Parallelizable]
public sealed class AgentTests(string provider) : ApiFixture(provider)
{
    private McpClient client;

    [OneTimeSetUp]
    public async Task ConnectAsync() =>
        client = await McpClient.CreateAsync(
            new HttpClientTransport(
                new HttpClientTransportOptions { Endpoint = new Uri(App.Address, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }
            )
        );

    [OneTimeTearDown]
    public async Task LeaveAsync() => await client.DisposeAsync();

    [Test]
    public async Task Every_tool_only_reads_and_says_what_it_and_its_parameters_are()
    {
        var tools = await client.ListToolsAsync();
        Assert.That(
            tools.Select(tool => tool.Name),
            Is.EquivalentTo(
                (string[])["search", "list_resources", "describe_resource", "list_records", "get_record", "list_measures", "get_measure"]
            )
        );
        foreach (var tool in tools.Some())
        {
            Assert.That(tool.Description, Has.Length.GreaterThan(40), tool.Name);
            Assert.That(tool.ProtocolTool.Annotations?.ReadOnlyHint, Is.True, tool.Name);
            var parameters = tool.JsonSchema.TryGetProperty("properties", out var all) ? all.EnumerateObject().ToList() : [];
            foreach (var parameter in parameters.PerhapsNone("list_resources takes none"))
            {
                Assert.That(parameter.Value.GetProperty("description").GetString(), Is.Not.Empty, $"{tool.Name} {parameter.Name}");
            }
        }

        Assert.That(client.ServerInstructions, Does.Contain("Null is unknown"));
    }

    [Test]
    public async Task An_answer_is_that_of_the_API_with_its_address_and_its_sources()
    {
        var said = await AskAsync("list_records", ("resource", "commitments"), ("filters", Filters(("plan", "MX-NAP4"))), ("limit", 3));
        var address = said.GetProperty("address").GetString()!;
        Assert.That(address, Does.StartWith(App.Address.ToString()));
        var there = await App.GetAsync(address);
        Assert.That(JsonElement.DeepEquals(said.GetProperty("answer"), there));
        Assert.That(there.GetProperty("total").GetInt32(), Is.EqualTo(13));
        foreach (var commitment in there.GetProperty("items").EnumerateArray().Some())
        {
            Assert.That(commitment.GetProperty("sources").GetArrayLength(), Is.Positive);
        }
    }

    [Test]
    public async Task Measures_are_listed_in_short_and_told_whole_where_they_are_asked_for()
    {
        var all = (await AskAsync("list_measures")).GetProperty("answer");
        var there = await App.GetAsync("measures");
        Assert.That(Keys(all), Is.EqualTo(Keys(there)));
        Assert.That(all.GetRawText(), Has.Length.LessThan(20_000));
        foreach (var measure in all.GetProperty("items").EnumerateArray().Some())
        {
            Assert.That(measure.GetProperty("question_en").GetString(), Is.Not.Empty);
            Assert.That(measure.GetProperty("grouped_by").ValueKind, Is.EqualTo(JsonValueKind.Array));
        }

        var compliance = (await AskAsync("list_measures", ("q", "compliance"))).GetProperty("answer");
        Assert.That(JsonElement.DeepEquals(compliance, await App.GetAsync("measures?q=compliance")));
        Assert.That(Keys(compliance), Has.Member("compliance"));

        static IEnumerable<string?> Keys(JsonElement list) =>
            list.GetProperty("items").EnumerateArray().Some().Select(measure => measure.GetProperty("key").GetString());
    }

    [Test]
    public async Task A_record_a_search_a_measure_and_a_day_of_the_past_can_be_asked()
    {
        var record = await AskAsync("get_record", ("resource", "commitments"), ("id", "mx-nap4-c10"));
        Assert.That(record.GetProperty("answer").GetProperty("early_results").GetString(), Is.EqualTo("outstanding"));
        var found = await AskAsync("search", ("q", "agua"), ("limit", 2));
        Assert.That(found.GetProperty("answer").GetProperty("returned").GetInt32(), Is.EqualTo(2));
        var measure = await AskAsync("get_measure", ("key", "completion"), ("by", "level"));
        Assert.That(measure.GetProperty("answer").GetProperty("items").GetArrayLength(), Is.Positive);
        var past = await AskAsync("list_records", ("resource", "commitments"), ("as_of", "2020-01-01"));
        Assert.That(past.GetProperty("answer").GetProperty("total").GetInt32(), Is.Zero, "nothing was recorded here then");
        Assert.That(past.GetProperty("notice").GetString(), Does.Contain("This says nothing of what there was on that day"));
        var today = await AskAsync(
            "list_records",
            ("resource", "commitments"),
            ("limit", 1),
            ("as_of", $"{App.Clock.GetUtcNow():yyyy-MM-dd}")
        );
        Assert.That(today.TryGetProperty("notice", out _), Is.False);
        var filters = JsonDocument
            .Parse(Text(await CallAsync("describe_resource", ("resource", "commitments"))))
            .RootElement.GetProperty("answer");
        Assert.That(
            filters.GetProperty("filters").EnumerateArray().Select(filter => filter.GetProperty("name").GetString()),
            Does.Contain("policy_area").And.Contain("status")
        );
    }

    [TestCase("list_records", """{"resource":"comitments"}""", "Did you mean 'commitments'?")]
    [TestCase("get_record", """{"resource":"../health","id":"x"}""", "commitments")]
    [TestCase("get_measure", """{"key":"complete"}""", "measures")]
    [TestCase("list_records", """{"resource":"commitments","state":"MX-DUR"}""", "list_records has no argument 'state'")]
    [TestCase("list_records", """{"resource":"commitments","filter":{}}""", "Did you mean 'filters'?")]
    [TestCase("get_measure", """{"key":"early_results","plan":"MX-NAP2"}""", "What narrows the rows stands in filters")]
    [TestCase("search", """{"q":"agua","resource":"commitments"}""", "search has no argument 'resource'")]
    [TestCase("search", """{"query":"agua"}""", "It takes q, kind")]
    [TestCase("search", "{}", "'q' is needed")]
    [TestCase("list_records", "{}", "'resource' is needed")]
    [TestCase("get_record", """{"resource":"commitments","id":""}""", "'id' is needed")]
    [TestCase("list_records", """{"resource":"commitments","filters":"state=MX-DUR"}""", "'filters' cannot be")]
    [TestCase("list_records", """{"resource":"commitments","filters":{"state":{}}}""", "'filters' cannot be")]
    [TestCase("list_records", """{"resource":"commitments","limit":1.5}""", "'limit' cannot be 1.5")]
    [TestCase("list_records", """{"resource":"commitments","limit":500}""", "1 to 50 rows")]
    [TestCase("list_records", """{"resource":"commitments","filters":{"id":[]}}""", "'id' has an empty value")]
    [TestCase("list_records", """{"resource":"commitments","filters":{"id":[""]}}""", "'id' has an empty value")]
    [TestCase(
        "list_records",
        """{"resource":"commitments","filters":{"state":"","policy_area":"education"}}""",
        "'state' has an empty value"
    )]
    [TestCase("list_records", """{"resource":"commitments","as_of":""}""", "'as_of' is empty")]
    [TestCase("list_records", """{"resource":"commitments","cursor":""}""", "'cursor' is empty")]
    [TestCase("get_measure", """{"key":"completion","filters":{"state":[]}}""", "'state' has an empty value")]
    [TestCase("search", """{"q":"agua","kind":""}""", "'kind' has an empty value")]
    [TestCase("get_record", """{"resource":"terms","id":"policy_area:education"}""", "'policy_area:education'")]
    [TestCase("list_records", """{"resource":"commitments","limit":0}""", "1 to 50 rows")]
    [TestCase("get_record", """{"resource":"search","id":"x"}""", "There is no resource whose records have an address")]
    [TestCase("get_record", """{"resource":"stats/initiative","id":"x"}""", "There is no resource whose records have an address")]
    public async Task What_cannot_be_asked_is_an_error_that_says_what_can(string tool, string arguments, string right)
    {
        var answer = await CallAsync(tool, arguments);
        Assert.That(answer.IsError, Is.True);
        Assert.That(Text(answer), Does.Contain(right).And.Not.Contain("An error occurred"));
    }

    [TestCase("list_records", """{"resource":"commitments","filters":{"year":2019},"fields":"id"}""", "commitments?year=2019&")]
    [TestCase("list_records", """{"resource":"commitments","filters":{"overdue":true},"fields":["id"]}""", "overdue=true&fields=id")]
    [TestCase("list_records", """{"resource":"commitments","filters":{"state":["MX-DUR","MX-JAL"]},"limit":"2","sort":null}""", "limit=2")]
    [TestCase("get_record", """{"resource":"metrics","id":2017}""", "/metrics/2017")]
    [TestCase("get_record", """{"resource":"metric_editions","id":"MGA-2017"}""", "/metrics/MGA-2017")]
    [TestCase("list_records", """{"resource":"stats/summary"}""", "/stats/summary")]
    [TestCase("list_records", """{"resource":"stats/commitments","filters":{"group_by":"status"}}""", "group_by=status")]
    [TestCase("list_records", """{"resource":"measures","filters":{"q":"avance"}}""", "/measures?q=avance")]
    public async Task What_is_meant_is_taken_in_any_form_and_under_every_name_that_was_given(string tool, string arguments, string address)
    {
        var answer = await CallAsync(tool, arguments);
        Assert.That(answer.IsError, Is.Not.True, Text(answer));
        Assert.That(JsonDocument.Parse(Text(answer)).RootElement.GetProperty("address").GetString(), Does.Contain(address));
        Assert.That(Text(answer), Does.Not.Contain("\\u0026"));
    }

    [Test]
    public async Task Every_resource_that_is_listed_can_be_asked_and_every_record_that_is_found_can_be_got()
    {
        var listed = (await AskAsync("list_resources")).GetProperty("answer").GetProperty("items").EnumerateArray().Some();
        foreach (var name in listed.Select(resource => resource.GetProperty("name").GetString()!).ToList())
        {
            var filters = name switch
            {
                "search" => """{"q":"agua"}""",
                "stats/summary" or "stats/initiative" => "{}",
                _ when name.StartsWith("stats/", StringComparison.Ordinal) =>
                    $$"""{"group_by":"{{AllLists.Sql(name["stats/".Length..]).Keys.Keys.First()}}"}""",
                _ => "{}",
            };
            var answer = await CallAsync("list_records", $$"""{"resource":"{{name}}","filters":{{filters}}}""");
            Assert.That(answer.IsError, Is.Not.True, $"{name}: {Text(answer)}");
            var described = await CallAsync("describe_resource", $$"""{"resource":"{{name}}"}""");
            Assert.That(described.IsError, Is.Not.True, name);
            var said = JsonDocument.Parse(Text(described)).RootElement;
            Assert.That(said.GetProperty("address").GetString(), Does.EndWith($"/api/v1/{name}"));
            Assert.That(Text(answer), Has.Length.LessThan(60_000), $"{name} is bounded without being asked to be");
            foreach (
                var filter in said.GetProperty("answer").GetProperty("filters").EnumerateArray().PerhapsNone("a resource may have none")
            )
            {
                // An empty list of values is a mistake, and never all there is.
                var argument = $"\"{filter.GetProperty("name").GetString()}\":[]";
                var narrowed = await CallAsync("list_records", $$"""{"resource":"{{name}}","filters":{ {{argument}} } }""");
                Assert.That(narrowed.IsError, Is.True, $"{name} {filter}");
                Assert.That(Text(narrowed), Does.Contain("empty"), $"{name} {filter}");
            }
        }

        foreach (var kind in SearchRepository.Sql.Filters.Single(filter => filter.Name == "kind").Codes!.Some())
        {
            var rows = await AskAsync("search", ("q", "a"), ("kind", kind), ("limit", 1));
            foreach (var row in rows.GetProperty("answer").GetProperty("items").EnumerateArray().PerhapsNone("not every kind has rows"))
            {
                var id = row.GetProperty("record_id").GetString()!;
                var answer = await CallAsync("get_record", $$"""{"resource":"{{kind}}","id":"{{id}}"}""");
                Assert.That(answer.IsError, Is.Not.True, $"{kind} {id}: {Text(answer)}");
            }
        }
    }

    [TestCase("{", -32700)]
    [TestCase("", -32700)]
    [TestCase("""{"jsonrpc":"2.0","id":7,"method":"tools/call","params":[]}""", -32602)]
    [TestCase("""{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":5}}""", -32602)]
    [TestCase("""{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"search","arguments":"agua"}}""", -32602)]
    [TestCase("""{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"search","arguments":{"q":"\ud800"}}}""", -32602)]
    [TestCase("""{"jsonrpc":"2.0","id":"\ud800","method":"ping"}""", -32602)]
    [TestCase("""{"jsonrpc":"2.0","id":{},"method":"ping","params":5}""", -32602)]
    [TestCase("{", -32700, "/mcp/")]
    public async Task What_is_no_call_has_the_code_of_the_protocol(string body, int code, string address = "/mcp")
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(App.Address, address)) { Content = content };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.That(answer.GetProperty("error").GetProperty("code").GetInt32(), Is.EqualTo(code));
        Assert.That(answer.GetProperty("id").ToString(), Is.EqualTo(body.Contains("\"id\":7", StringComparison.Ordinal) ? "7" : ""));
    }

    [Test]
    public async Task A_call_may_say_that_it_has_no_parameters()
    {
        using var content = new StringContent(
            """{"jsonrpc":"2.0","id":1,"method":"tools/list","params":null}""",
            Encoding.UTF8,
            "application/json"
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(App.Address, "/mcp")) { Content = content };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        using var http = new HttpClient();
        using var response = await http.SendAsync(request);
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("describe_resource"));
    }

    [Test]
    public async Task A_search_goes_on_where_the_answer_before_ended()
    {
        var first = (await AskAsync("search", ("q", "a"), ("limit", 2))).GetProperty("answer");
        var next = first.GetProperty("next").GetString()!;
        var cursor = Uri.UnescapeDataString(next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..].Split('&')[0]);
        var second = (await AskAsync("search", ("q", "a"), ("limit", 2), ("cursor", cursor))).GetProperty("answer");
        Assert.That(Ids(first).Concat(Ids(second)).Some(), Is.Unique.And.Exactly(4).Items);

        static IEnumerable<string> Ids(JsonElement answer) =>
            answer.GetProperty("items").EnumerateArray().Some().Select(row => $"{row.GetProperty("kind")} {row.GetProperty("record_id")}");
    }

    [Test]
    public async Task A_method_that_is_not_possible_names_each_that_is_once()
    {
        using var response = await App.SendAsync("/mcp");
        Assert.That(response.Content.Headers.Allow, Is.EquivalentTo((string[])["POST", "OPTIONS"]));
    }

    [Test]
    public async Task A_tool_takes_no_arguments_but_its_own_and_says_so()
    {
        foreach (var tool in (await client.ListToolsAsync()).Some())
        {
            Assert.That(tool.JsonSchema.GetProperty("additionalProperties").GetBoolean(), Is.False, tool.Name);
        }
    }

    [Test]
    public async Task A_refusal_repeats_little_of_what_was_given()
    {
        var answer = await CallAsync("search", ("q", new string('a', 60_000)));
        Assert.That(answer.IsError, Is.True);
        Assert.That(Text(answer), Has.Length.LessThan(2_000));
    }

    [Test]
    public async Task A_wrong_filter_is_told_as_the_API_tells_it_and_nothing_of_another_address_is_reached()
    {
        var answer = await CallAsync("list_records", ("resource", "commitments"), ("filters", Filters(("statuss", "completed"))));
        Assert.That(Text(answer), Does.StartWith("400: ").And.Contain("Did you mean 'status'?"));
        var escaped = await CallAsync("get_record", ("resource", "commitments"), ("id", "../../../health/ready"));
        Assert.That(Text(escaped), Does.StartWith("404: "));
    }

    [Test]
    public async Task An_answer_is_bounded()
    {
        var answer = await CallAsync("list_records", ("resource", "commitments"), ("limit", 50));
        Assert.That(answer.IsError, Is.True);
        Assert.That(Text(answer), Does.Contain("at most 100").And.Contain("limit=50"));
        var fewer = await CallAsync("list_records", ("resource", "commitments"), ("limit", 50), ("fields", "id"));
        Assert.That(fewer.IsError, Is.Not.True);
    }

    [Test]
    public async Task The_full_text_for_language_models_has_every_list_filter_measure_and_code()
    {
        var text = await App.Client.GetStringAsync("/llms-full.txt");
        foreach (var list in AllLists.Lists.Some())
        {
            Assert.That(text, Does.Contain($"/api/v1/{list.Path}\n"));
            Assert.That(list.Sql.Filters.Some().Select(filter => filter.Name).Where(name => !text.Contains($"- `{name}`: ")), Is.Empty);
        }

        Assert.That(MeasureCatalogue.All.Some().Where(measure => !text.Contains(measure.Definition.En)), Is.Empty);
        Assert.That(text, Does.Contain("- `completed`").And.Contain("### policy_area"));
        Assert.That(await App.Client.GetStringAsync("/llms.txt"), Does.Contain("/llms-full.txt").And.Contain("/mcp"));
    }

    [Test]
    public async Task The_server_keeps_no_session_and_is_open_to_any_origin()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(
                """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""",
                System.Text.Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        request.Headers.Add("Origin", "https://agent.example");
        using var response = await App.Client.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(200), await response.Content.ReadAsStringAsync());
        Assert.That(response.Headers.Contains("Mcp-Session-Id"), Is.False);
        Assert.That(response.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo((string[])["*"]));
        Assert.That(response.Headers.Contains("RateLimit"), "it counts as any request does");
        using var read = await App.SendAsync("/mcp");
        Assert.That((int)read.StatusCode, Is.EqualTo(405));
        using var much = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent($"\"{new string('a', 70_000)}\"", System.Text.Encoding.UTF8, "application/json"),
        };
        much.Headers.Add("Accept", "application/json, text/event-stream");
        using var large = await App.Client.SendAsync(much);
        Assert.That((int)large.StatusCode, Is.EqualTo(413), "a question has a bound");
        OpenGovApplication.AssertProblem(large, await large.Content.ReadAsStringAsync());
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/mcp");
        preflight.Headers.Add("Origin", "https://agent.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type,mcp-protocol-version");
        using var allowed = await App.Client.SendAsync(preflight);
        Assert.That((int)allowed.StatusCode, Is.EqualTo(204));
        Assert.That(allowed.Headers.GetValues("Access-Control-Allow-Methods").Single(), Does.Contain("POST"));
        Assert.That(allowed.Headers.GetValues("Access-Control-Allow-Headers").Single(), Does.Contain("content-type"));
    }

    private async Task<JsonElement> AskAsync(string tool, params (string Name, object Value)[] arguments)
    {
        var answer = await CallAsync(tool, arguments);
        Assert.That(answer.IsError, Is.Not.True, Text(answer));
        return JsonDocument.Parse(Text(answer)).RootElement;
    }

    private async Task<CallToolResult> CallAsync(string tool, params (string Name, object Value)[] arguments) =>
        await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Value));

    /// <summary>The arguments as an assistant writes them.</summary>
    private async Task<CallToolResult> CallAsync(string tool, string arguments) =>
        await client.CallToolAsync(
            tool,
            JsonDocument.Parse(arguments).RootElement.EnumerateObject().ToDictionary(one => one.Name, one => (object?)one.Value)
        );

    private static Dictionary<string, string> Filters(params (string Name, string Value)[] filters) =>
        filters.ToDictionary(filter => filter.Name, filter => filter.Value);

    private static string Text(CallToolResult answer) => ((TextContentBlock)answer.Content.Single()).Text;
}
