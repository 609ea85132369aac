using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Agents;

/// <summary>
/// What an agent can ask. Each tool is one address of the API, in the words of the domain, and gives that address back, so that every
/// answer can be checked; records bring their sources with them.
/// </summary>
[McpServerToolType]
internal sealed class AgentTools(Questions questions, EndpointDataSource routes, DataVersion version)
{
    private const string Root = "/api/v1";

    /// <summary>Rows that a tool gives when it is not told how many, and at most.</summary>
    private const int Usual = 10;

    private const int Most = 50;

    /// <summary>Bytes of an answer, so that it does not fill the agent's window.</summary>
    private const int MostBytes = 100_000;

    /// <summary>Letters of an address that are said again in a refusal.</summary>
    private const int MostAddress = 300;

    private const string AsOf =
        "A day, YYYY-MM-DD: the data as recorded here at its end. Nothing is on record before the first import, whatever it is about; for "
        + "what is of a time, use the filters on dates. Leave it out for today's.";

    private const string Filters =
        "Filters by name, as describe_resource tells them: {\"state\": \"MX-DUR,MX-JAL\", \"status\": \"!completed\"}. Several values by "
        + "comma mean or, several filters mean and, no_data asks for what is unknown, ! before a value takes its rows away.";

    private const string Next = "The cursor of the next address of the answer before.";

    [McpServerTool(Name = "search", Title = "Search", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Finds records of all kinds by their words, in Spanish and English, whatever their accents: commitments, plans, states, organisations, "
            + "practices, evidence, indicators, events. Begin here when you do not know an id."
    )]
    public Task<CallToolResult> SearchAsync(
        [Description("Words to find: all of them; a phrase in double quotes; -word excludes.")] string q,
        [Description("Kind of record, such as commitments or plans.")] string? kind = null,
        [Description("Code of a state, such as MX-DUR.")] string? state = null,
        [Description("How many, 1 to 50.")] int limit = Usual,
        [Description(Next)] string? cursor = null,
        [Description(AsOf)] string? as_of = null,
        CancellationToken cancellationToken = default
    ) => RowsAsync("search", [("q", q), ("kind", kind), ("state", state), ("cursor", cursor), ("as_of", as_of)], limit, cancellationToken);

    [McpServerTool(Name = "list_resources", Title = "List what there is", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Lists what can be asked: plans, commitments (what was promised), states, secretariats, organisations, metric values, dialogues, "
            + "practices, assessments (who said what), measures, the log of changes, the headline figures (stats/summary). Each is asked by "
            + "its name with list_records."
    )]
    public Task<CallToolResult> ListResourcesAsync(CancellationToken cancellationToken = default) =>
        AnswerAsync(Root, [], cancellationToken);

    [McpServerTool(Name = "describe_resource", Title = "Describe a resource", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Says by what a list can be filtered, with the codes of each filter, how it can be sorted, and what its records have.")]
    public CallToolResult DescribeResource([Description("Such as commitments, metrics/values or dialogues/sessions.")] string resource)
    {
        if (Find(resource) is not { } found)
        {
            return Unknown(resource);
        }

        var list = found.Route.Metadata.GetMetadata<ListMetadata>();
        var filters = list?.List.Filters ?? found.Route.Metadata.GetMetadata<FilterMetadata>()?.Filters ?? [];
        var group = found.Route.Metadata.GetMetadata<GroupByMetadata>();
        var answer = new JsonObject
        {
            ["filters"] = new JsonArray([
                .. group is null ? [] : (JsonNode[])[Described(group.Parameter, "By what to count: one or two keys.", group.Keys)],
                .. filters.Select(filter => Described(filter.Name, filter.Told, filter.Codes)),
            ]),
            ["sort"] = Texts(list?.List.Sorts.Select(key => key.Name)),
            ["fields"] = Texts(list?.Properties ?? found.Route.Metadata.GetMetadata<FieldsMetadata>()?.Properties),
        };
        var address = questions.AddressOf($"{Root}/{found.Name}");
        return Said(new JsonObject { ["address"] = address, ["answer"] = answer }.ToJsonString(Json.Options));
    }

    [McpServerTool(Name = "list_records", Title = "List records", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Lists records of a resource, with the exact total. Each has its sources and says how sure it is (confidence). Compliance (status, "
            + "completion) and change (early_results, indicators) are two questions: never conclude one from the other. Null is unknown."
    )]
    public Task<CallToolResult> ListRecordsAsync(
        [Description("Such as commitments, plans, states, metrics/values, assessments, changes, stats/summary.")] string resource,
        [Description(Filters)] Dictionary<string, string>? filters = null,
        [Description("Only these properties, by comma: id,title_es,status,sources.")] string? fields = null,
        [Description("Sort keys, by comma; - before one for the greatest first.")] string? sort = null,
        [Description("How many of a list, 1 to 50; 10 unless asked otherwise. What is counted comes whole.")] int? limit = null,
        [Description(Next)] string? cursor = null,
        [Description(AsOf)] string? as_of = null,
        CancellationToken cancellationToken = default
    ) =>
        Find(resource) is not { } found
            ? Task.FromResult(Unknown(resource))
            : RowsAsync(
                found.Name,
                [.. Given(filters), ("fields", fields), ("sort", sort), ("cursor", cursor), ("as_of", as_of)],
                limit ?? (found.Route.Metadata.GetMetadata<ListMetadata>() is null ? null : Usual),
                cancellationToken,
                found.Name == "measures" && filters?.ContainsKey("q") != true ? InShort : null
            );

    [McpServerTool(Name = "get_record", Title = "Get a record", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Gets one record whole: of a commitment its milestones, evidence, indicators with baseline, target and observed values, and what "
            + "each voice said of it; of a plan its body and assessments; of a state its secretariat and metric values."
    )]
    public Task<CallToolResult> GetRecordAsync(
        [Description("Such as commitments, plans, states, secretariats, metrics, practices, or the kind that search gives.")]
            string resource,
        [Description("Its id: MX-NAP4-C10, MX-DUR-PAL1, MX-DUR; an edition of the metric by its year.")] string id,
        [Description(AsOf)] string? as_of = null,
        CancellationToken cancellationToken = default
    )
    {
        var readable = ResourcesEndpoint.Readable(routes);
        var records = readable
            .Select(each => each.Name)
            .Where(name => ResourcesEndpoint.RecordOf(name, readable) is not null)
            .Concat(Editings.All.Select(editing => editing.Path.Trim('/')))
            .Distinct()
            .ToList();
        var wanted = NameOf(resource);
        return records.FirstOrDefault(name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { } path
            ? AnswerAsync($"{Root}/{path}/{Uri.EscapeDataString(id)}", [("as_of", as_of)], cancellationToken)
            : Task.FromResult(Unknown(resource, "whose records have an address", records));
    }

    [McpServerTool(Name = "list_measures", Title = "List what figures mean", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Finds measures: with words, what each figure means, what it does not say, and by what it can be grouped; without, the key and the "
            + "question of each."
    )]
    public Task<CallToolResult> ListMeasuresAsync(
        [Description("Words of its name, question or synonyms; all measures without.")] string? q = null,
        CancellationToken cancellationToken = default
    ) => AnswerAsync($"{Root}/measures", [("q", q)], cancellationToken, q is null ? InShort : null);

    /// <summary>Of a list of measures what tells them apart: whole, it is more than an assistant should have to read.</summary>
    private static JsonNode InShort(JsonNode answer)
    {
        foreach (var measure in answer["items"]!.AsArray().Select(item => item!.AsObject()))
        {
            foreach (var name in measure.Select(property => property.Key).Where(name => !TellApart.Contains(name)).ToList())
            {
                measure.Remove(name);
            }
        }

        return answer;
    }

    private static readonly HashSet<string> TellApart = ["key", "group", "question_es", "question_en", "kind", "unit", "grouped_by"];

    [McpServerTool(Name = "get_measure", Title = "Get the numbers of a figure", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Gets the numbers of a measure: yes, no and unknown of a total, or one value, in all or in groups. Which rows have what is told by two "
            + "keys: state_stage by state,stage says the stage of each state. Each number has the address of "
            + "the rows behind it. Say the unknown, too: what this register lacks is not nothing."
    )]
    public Task<CallToolResult> GetMeasureAsync(
        [Description("Key of the measure, from list_measures, such as completion or early_results.")] string key,
        [Description("By what to group: one or two of its grouped_by, by comma.")] string? by = null,
        [Description(Filters)] Dictionary<string, string>? filters = null,
        [Description(AsOf)] string? as_of = null,
        CancellationToken cancellationToken = default
    ) =>
        AnswerAsync(
            $"{Root}/measures/{Uri.EscapeDataString(key)}/values",
            [.. Given(filters), ("by", by), ("as_of", as_of)],
            cancellationToken
        );

    /// <summary>What is at a path under the root, as list_resources names it; null when there is nothing.</summary>
    private (RouteEndpoint Route, string Name)? Find(string resource)
    {
        var wanted = NameOf(resource);
        return Resources()
            .Where(each => each.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            .Cast<(RouteEndpoint, string)?>()
            .FirstOrDefault();
    }

    /// <summary>What can be asked without an id.</summary>
    private IEnumerable<(RouteEndpoint Route, string Name)> Resources() =>
        ResourcesEndpoint.Readable(routes).Where(each => each.Route.RoutePattern.Parameters.Count == 0);

    /// <summary>A kind of record, which search names by its table, is at the address at which the table is written.</summary>
    private static string NameOf(string resource)
    {
        var given = resource.Trim().Trim('/');
        return Editings.All.FirstOrDefault(editing => editing.Table.Equals(given, StringComparison.OrdinalIgnoreCase))?.Path.Trim('/')
            ?? given;
    }

    private CallToolResult Unknown(string resource) => Unknown(resource, "", [.. Resources().Select(each => each.Name).Distinct()]);

    private static CallToolResult Unknown(string resource, string with, IReadOnlyList<string> names)
    {
        var nearest = Suggestion.Sentence(Suggestion.Nearest(resource, names));
        var no = with.Length == 0 ? "There is no resource" : $"There is no resource {with} that is called";
        return Refused($"{no} '{ParameterErrors.Shown(resource)}'.{nearest} There are {string.Join(", ", names)}.");
    }

    private static JsonNode Described(string name, string description, IReadOnlyList<string>? codes) =>
        new JsonObject
        {
            ["name"] = name,
            ["description"] = description,
            ["codes"] = Texts(codes),
        };

    private static JsonArray? Texts(IEnumerable<string>? texts) =>
        texts is null ? null : new JsonArray([.. texts.Select(text => (JsonNode)text)]);

    private static IEnumerable<(string, string?)> Given(Dictionary<string, string>? filters) =>
        filters?.Select(filter => (filter.Key, (string?)filter.Value)) ?? [];

    /// <summary>Rows, of which a tool gives fewer at once than an address.</summary>
    private Task<CallToolResult> RowsAsync(
        string name,
        IReadOnlyList<(string Name, string? Value)> parameters,
        int? limit,
        CancellationToken cancellationToken,
        Func<JsonNode, JsonNode>? shortened = null
    ) =>
        limit is < 1 or > Most
            ? Task.FromResult(
                Refused(
                    $"'{limit}' is not possible as limit: a tool gives 1 to {Most} rows at once. The cursor of next leads to those behind."
                )
            )
            : AnswerAsync(
                $"{Root}/{name}",
                [.. parameters, ("limit", limit?.ToString(CultureInfo.InvariantCulture))],
                cancellationToken,
                shortened
            );

    private async Task<CallToolResult> AnswerAsync(
        string path,
        IEnumerable<(string Name, string? Value)> parameters,
        CancellationToken cancellationToken,
        Func<JsonNode, JsonNode>? shortened = null
    )
    {
        var given = parameters.Where(one => one.Value is not null).ToList();
        var query = QueryString.Create(given.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        var answered = await questions.AskAsync(path, query, cancellationToken);
        if (answered.Status != StatusCodes.Status200OK)
        {
            using var problem = JsonDocument.Parse(answered.Body);
            return Refused($"{answered.Status}: {problem.RootElement.GetProperty("detail").GetString()} ({Shown(answered.Address)})");
        }

        if (answered.Body.Length > MostBytes)
        {
            return Refused(
                $"The answer has {answered.Body.Length / 1000} KB; a tool gives at most {MostBytes / 1000}. Ask for fewer rows (limit), fewer "
                    + $"properties (fields) or with a filter. All of it is at {Shown(answered.Address)}."
            );
        }

        var body = Encoding.UTF8.GetString(answered.Body);
        var notice = await NoticeAsync(given.FirstOrDefault(one => one.Name == "as_of").Value, cancellationToken);
        return Said(
            $"{{\"address\":{JsonSerializer.Serialize(answered.Address, Json.Options)}{notice},\"answer\":"
                + $"{(shortened is null ? body : shortened(JsonNode.Parse(body)!).ToJsonString(Json.Options))}}}"
        );
    }

    /// <summary>That a day is before the first record here: an empty answer of such a day says nothing of what there was.</summary>
    private async Task<string> NoticeAsync(string? day, CancellationToken cancellationToken)
    {
        if (day is null)
        {
            return "";
        }

        var first = $"{await version.FirstDayAsync(cancellationToken):yyyy-MM-dd}";
        return first.Length == 0 || string.CompareOrdinal(day, first) < 0
            ? $",\"notice\":{JsonSerializer.Serialize(
                $"Nothing was recorded here at the end of {day}: the first record is of {(first.Length == 0 ? "no day yet" : first)}. This says nothing of what there "
                    + "was on that day. Ask without as_of, and with filters on dates, for what is of a time.",
                Json.Options
            )}"
            : "";
    }

    private static string Shown(string address) => address.Length <= MostAddress ? address : $"{address[..MostAddress]}…";

    private static CallToolResult Said(string json) => new() { Content = [new TextContentBlock { Text = json }] };

    internal static CallToolResult Refused(string why) => new() { Content = [new TextContentBlock { Text = why }], IsError = true };
}
