using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Agents;

/// <summary>
/// What an agent can ask. Each tool is one address of the API, in the words of the domain, and gives that address back, so that every
/// answer can be checked; records bring their sources with them.
/// </summary>
[McpServerToolType]
internal sealed class AgentTools(Questions questions, EndpointDataSource routes)
{
    private const string Root = "/api/v1";

    /// <summary>Rows that a tool gives when it is not told how many, and at most.</summary>
    private const int Usual = 10;

    private const int Most = 50;

    /// <summary>Bytes of an answer, so that it does not fill the agent's window.</summary>
    private const int MostBytes = 100_000;

    private const string AsOf = "A day, such as 2019-06-30: the data as recorded here at its end. Leave it out for today's.";

    private const string Filters =
        "Filters by name, as describe_resource tells them: {\"state\": \"MX-DUR,MX-JAL\", \"status\": \"completed\"}. Several values by "
        + "comma mean or, several filters mean and, no_data asks for what is unknown.";

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
        [Description(AsOf)] string? as_of = null,
        CancellationToken cancellationToken = default
    ) =>
        AnswerAsync(
            $"{Root}/search",
            [("q", q), ("kind", kind), ("state", state), ("limit", Limit(limit)), ("as_of", as_of)],
            cancellationToken
        );

    [McpServerTool(Name = "list_resources", Title = "List what there is", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Lists what can be asked: plans, commitments (what was promised), states, secretariats, organisations, metric values, dialogues, "
            + "practices, assessments (who said what), measures, the log of changes."
    )]
    public Task<CallToolResult> ListResourcesAsync(CancellationToken cancellationToken = default) =>
        AnswerAsync(Root, [], cancellationToken);

    [McpServerTool(Name = "describe_resource", Title = "Describe a resource", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Says by what a list can be filtered, with the codes of each filter, how it can be sorted, and what its records have.")]
    public CallToolResult DescribeResource([Description("Such as commitments, metrics/values or dialogues/sessions.")] string resource)
    {
        if (ListOf(resource) is not { } list)
        {
            return Unknown(resource);
        }

        var filters = list.List.Filters.Select(filter =>
            (JsonNode)
                new JsonObject
                {
                    ["name"] = filter.Name,
                    ["description"] = filter.Description,
                    ["codes"] = filter.Codes is { } codes ? new JsonArray([.. codes.Select(code => (JsonNode)code)]) : null,
                }
        );
        return Said(
            new JsonObject
            {
                ["filters"] = new JsonArray([.. filters]),
                ["sort"] = new JsonArray([.. list.List.Sorts.Select(key => (JsonNode)key.Name)]),
                ["fields"] = new JsonArray([.. list.Properties.Select(name => (JsonNode)name)]),
            }.ToJsonString(Json.Options)
        );
    }

    [McpServerTool(Name = "list_records", Title = "List records", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Lists records of a resource, with the exact total. Each has its sources and says how sure it is (confidence). Compliance (status, "
            + "completion) and change (early_results, indicators) are two questions: never conclude one from the other. Null is unknown."
    )]
    public Task<CallToolResult> ListRecordsAsync(
        [Description("Such as commitments, plans, states, metrics/values, assessments, changes.")] string resource,
        [Description(Filters)] Dictionary<string, string>? filters = null,
        [Description("Only these properties, by comma: id,title_es,status,sources.")] string? fields = null,
        [Description("Sort keys, by comma; - before one for the greatest first.")] string? sort = null,
        [Description("How many, 1 to 50.")] int limit = Usual,
        [Description("The cursor of the next address of the answer before.")] string? cursor = null,
        [Description(AsOf)] string? as_of = null,
        CancellationToken cancellationToken = default
    ) =>
        ListOf(resource) is null
            ? Task.FromResult(Unknown(resource))
            : AnswerAsync(
                $"{Root}/{resource}",
                [.. Given(filters), ("fields", fields), ("sort", sort), ("limit", Limit(limit)), ("cursor", cursor), ("as_of", as_of)],
                cancellationToken
            );

    [McpServerTool(Name = "get_record", Title = "Get a record", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Gets one record whole: of a commitment its milestones, evidence, indicators with baseline, target and observed values, and what "
            + "each voice said of it; of a plan its body and assessments; of a state its secretariat and metric values."
    )]
    public Task<CallToolResult> GetRecordAsync(
        [Description("Such as commitments, plans, states, secretariats, organizations, metrics, practices.")] string resource,
        [Description("Its id: MX-NAP4-C10, MX-DUR-PAL1, MX-DUR; an edition of the metric by its year.")] string id,
        [Description(AsOf)] string? as_of = null,
        CancellationToken cancellationToken = default
    ) =>
        ListOf(resource) is null
            ? Task.FromResult(Unknown(resource))
            : AnswerAsync($"{Root}/{resource}/{Uri.EscapeDataString(id)}", [("as_of", as_of)], cancellationToken);

    [McpServerTool(Name = "list_measures", Title = "List what figures mean", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Finds measures: what each figure means, what it does not say, and by what it can be grouped.")]
    public Task<CallToolResult> ListMeasuresAsync(
        [Description("Words of its name, question or synonyms; all measures without.")] string? q = null,
        CancellationToken cancellationToken = default
    ) => AnswerAsync($"{Root}/measures", [("q", q)], cancellationToken);

    [McpServerTool(Name = "get_measure", Title = "Get the numbers of a figure", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "Gets the numbers of a measure: yes, no and unknown of a total, or one value, in all or in groups. Each number has the address of "
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

    /// <summary>The list at a path under the root; null when there is none.</summary>
    private ListMetadata? ListOf(string resource) =>
        Lists().FirstOrDefault(list => list.Path.Equals(resource.Trim('/'), StringComparison.OrdinalIgnoreCase)).List;

    private IEnumerable<(string Path, ListMetadata List)> Lists() =>
        from route in routes.Endpoints.OfType<RouteEndpoint>()
        let list = route.Metadata.GetMetadata<ListMetadata>()
        where list is not null
        select (route.RoutePattern.RawText!.Trim('/')[Root.Length..].TrimStart('/'), list);

    private CallToolResult Unknown(string resource)
    {
        var paths = Lists().Select(list => list.Path).Distinct().ToList();
        var nearest = Suggestion.Sentence(Suggestion.Nearest(resource, paths));
        return Refused($"There is no resource '{ParameterErrors.Shown(resource)}'.{nearest} There are {string.Join(", ", paths)}.");
    }

    private static IEnumerable<(string, string?)> Given(Dictionary<string, string>? filters) =>
        filters?.Select(filter => (filter.Key, (string?)filter.Value)) ?? [];

    private static string Limit(int limit) => Math.Clamp(limit, 1, Most).ToString(CultureInfo.InvariantCulture);

    private async Task<CallToolResult> AnswerAsync(
        string path,
        IEnumerable<(string Name, string? Value)> parameters,
        CancellationToken cancellationToken
    )
    {
        var query = QueryString.Create(
            parameters.Where(given => !string.IsNullOrEmpty(given.Value)).Select(given => KeyValuePair.Create(given.Name, given.Value))
        );
        var answered = await questions.AskAsync(path, query, cancellationToken);
        if (answered.Status != StatusCodes.Status200OK)
        {
            using var problem = JsonDocument.Parse(answered.Body);
            return Refused($"{answered.Status}: {problem.RootElement.GetProperty("detail").GetString()} ({answered.Address})");
        }

        return answered.Body.Length > MostBytes
            ? Refused(
                $"The answer has {answered.Body.Length / 1000} KB; a tool gives at most {MostBytes / 1000}. Ask for fewer rows (limit), fewer "
                    + $"properties (fields) or with a filter. All of it is at {answered.Address}."
            )
            : Said($"{{\"address\":{JsonSerializer.Serialize(answered.Address)},\"answer\":{Encoding.UTF8.GetString(answered.Body)}}}");
    }

    private static CallToolResult Said(string json) => new() { Content = [new TextContentBlock { Text = json }] };

    private static CallToolResult Refused(string why) => new() { Content = [new TextContentBlock { Text = why }], IsError = true };
}
