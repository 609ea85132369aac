using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenGov.Api.Assessments;
using OpenGov.Api.Commitments;
using OpenGov.Api.Lists;

namespace OpenGov.Limits;

/// <summary>
/// The four reads that are measured, written by hand for this data: prepared statements on open connections, plain objects, generated
/// JSON. It answers byte for byte what the service answers. It checks no parameters, keeps no answers, and sends no headers beside the
/// type.
/// </summary>
internal static class Hand
{
    private static readonly string PastDue = Deadline.Passed("c.due_date", "c.due_date_precision");

    private static readonly string Columns = $"""
        SELECT c.plan_id, p.level, p.state_id, p.scope, c.municipality, p.in_stated_total, c.number, c.ogp_code, c.kind, c.title_es, c.title_en,
               c.title_es_origin, c.title_en_origin, c.theme_es, c.theme_en, c.ogp_listing_tag, c.ogp_policy_areas, c.problem_es, c.problem_en,
               c.solution_es, c.solution_en, c.benefits_es, c.benefits_en, c.policy_areas, c.ogp_values, c.sdgs, c.lead_organizations,
               c.supporting_organizations, c.status, {CommitmentsRepository.Progress},
               c.completion, {Voice("completion", "completion")}, c.ambition, {Voice("ambition", "ambition")},
               c.early_results, {Voice("early_results", "early_results")}, c.verifiable, {Voice("verifiable", "verifiable")},
               c.relevant, {Voice("relevance", "relevant")}, c.start_date, c.start_date_precision, c.due_date, c.due_date_precision,
               CASE WHEN {PastDue} AND c.status IN ('not_started', 'in_progress') THEN 1
                    WHEN c.due_date IS NOT NULL AND (c.status {CommitmentCodes.IsFinished} OR NOT ({PastDue})) THEN 0 END,
               c.url, c.inferred_fields, c.presentation_fields,
               c.id, c.source_ids, c.confidence, c.note_es, c.note_en, c.version, c.updated_at
        """;

    private const string Tables = "FROM commitments c JOIN plans p ON p.id = c.plan_id";

    private static readonly (string Name, string Column)[] Filters =
    [
        ("kind", "c.kind"),
        ("level", "p.level"),
        ("state", "p.state_id"),
        ("status", "c.status"),
    ];

    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static async Task<int> RunAsync(string database, string[] args)
    {
        await using var app = Bare.Create(args);
        var store = new Store(database);
        app.MapGet("/api/v1/commitments", (HttpContext context) => List(context, store));
        app.MapGet("/api/v1/commitments/{id}", (HttpContext context, string id) => Detail(context, store, id));
        app.MapGet("/api/v1/stats/commitments", (HttpContext context) => Stats(context, store));
        app.MapGet("/api/v1/search", (HttpContext context) => Finding.Search(context, store));
        await app.RunAsync();
        return 0;
    }

    public static Task Write<T>(HttpContext context, T value, JsonTypeInfo<T> shape)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        using (var writer = new Utf8JsonWriter(context.Response.BodyWriter, Writing))
        {
            JsonSerializer.Serialize(writer, value, shape);
        }

        return context.Response.BodyWriter.FlushAsync().AsTask();
    }

    public static int Limit(HttpContext context) =>
        context.Request.Query.TryGetValue("limit", out var asked) ? int.Parse(asked.ToString(), CultureInfo.InvariantCulture) : 50;

    public static string Api(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}/api/v1";

    /// <summary>The address of the next page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="sequence">The state that was read.</param>
    /// <param name="after">The sort keys of the last row.</param>
    /// <param name="of">What tells the list from others.</param>
    public static string Next(HttpContext context, long sequence, string[] after, string of)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 8));
        var cursor = JsonSerializer.SerializeToUtf8Bytes(new Cursor(sequence, after, hash), CursorShape.Default.Cursor);
        var (request, given) = (context.Request, context.Request.Query.SelectMany(pair => pair.Value, (pair, value) => (pair.Key, value)));
        var query = QueryString.Create([
            .. given.Select(one => KeyValuePair.Create(one.Key, one.value)),
            new("cursor", Base64Url.EncodeToString(cursor)),
        ]);
        return $"{request.Scheme}://{request.Host}{request.Path}{query}";
    }

    private static string Voice(string aspect, string field) =>
        Independent
            .VoiceOf(aspect, field)
            .Replace("{ordinal}", "", StringComparison.Ordinal)
            .Replace("{first}", "LIMIT 1", StringComparison.Ordinal);

    private static Task List(HttpContext context, Store store)
    {
        var limit = Limit(context);
        var (where, arguments, given) = Narrowed(context);
        var connection = store.Begin();
        var total = connection.Number($"SELECT COUNT(*) {Tables} {where}", [.. arguments]);
        var rows = connection.Rows(
            $"{Columns} {Tables} {where} ORDER BY c.id LIMIT @Take",
            row => new Commitment(row),
            [.. arguments, .. Days(), ("@Take", limit + 1)]
        );
        var sources = store.Referred(connection).Sources;
        store.End(connection);
        string? next = null;
        if (rows.Count > limit)
        {
            rows.RemoveAt(limit);
            var filters = string.Concat(given.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => $"\n{one.Name}={one.Value}"));
            next = Next(context, connection.Sequence, [rows[^1].Id], $"{context.Request.Path}{filters}\nid\n");
        }

        var api = Api(context);
        foreach (var row in rows)
        {
            Finish(row, sources, api);
        }

        return Write(
            context,
            new Page<Commitment>
            {
                Items = rows,
                Total = total,
                Limit = limit,
                Next = next,
            },
            Shapes.Default.PageCommitment
        );
    }

    private static Task Detail(HttpContext context, Store store, string id)
    {
        var (connection, argument) = (store.Begin(), ("@Id", (object)id));
        var found = connection.Rows($"{Columns} {Tables} WHERE c.id = @Id", row => new CommitmentDetail(row), [argument, .. Days()]);
        if (found.Count == 0)
        {
            store.End(connection);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var row = found[0];
        row.Plan = connection.Rows(Plan.Sql, plan => new Plan(plan), ("@Id", row.PlanId!))[0];
        row.Milestones = connection.Rows(Milestone.Sql, each => new Milestone(each), argument);
        row.Evidence = connection.Rows(Evidence.Sql, each => new Evidence(each), argument);
        row.Indicators = connection.Rows(Indicator.Sql, each => new Indicator(each), argument);
        row.Assessments = connection.Rows(Assessment.Sql, each => new Assessment(each), argument);
        var observations = row.Indicators.Count == 0 ? [] : connection.Rows(Observation.Sql, each => new Observation(each), argument);
        foreach (var (ids, role) in new[] { (row.LeadOrganizations, "lead"), (row.SupportingOrganizations, "supporting") })
        {
            foreach (var one in ids)
            {
                row.Organizations.AddRange(connection.Rows(Organization.Sql, each => new Organization(each, role), ("@Id", one)));
            }
        }

        var sources = store.Referred(connection).Sources;
        store.End(connection);
        var api = Api(context);
        var parent = new Links { Commitment = $"{api}/commitments/{row.Id}" };
        Finish(row, sources, api);
        row.Milestones.ForEach(child => Cite(child, sources).Links = parent);
        row.Evidence.ForEach(child =>
            Cite(child, sources).Links = child.FileSha256 is null
                ? parent
                : new Links { Commitment = parent.Commitment, File = $"{api}/evidence/{child.Id}/file" }
        );
        row.Assessments.ForEach(child =>
            Cite(child, sources).Links = new Links
            {
                Self = $"{api}/assessments/{child.Id}",
                Plan = child.PlanId is null ? null : $"{api}/plans/{child.PlanId}",
                Commitment = parent.Commitment,
            }
        );
        observations.ForEach(child => Cite(child, sources));
        row.Indicators.ForEach(indicator =>
        {
            Cite(indicator, sources).Links = parent;
            indicator.Observations = observations.FindAll(observation => observation.IndicatorId == indicator.Id);
        });
        return Write(context, row, Shapes.Default.CommitmentDetail);
    }

    private static Task Stats(HttpContext context, Store store)
    {
        var (where, arguments, given) = Narrowed(context);
        var connection = store.Begin();
        var rows = connection.Rows(
            $"""
            SELECT x.state, x.status, COUNT(*), COUNT(x.progress), SUM(x.progress)
            FROM (SELECT p.state_id AS state, c.status AS status, {CommitmentsRepository.Progress} AS progress {Tables} {where}) x
            GROUP BY x.state, x.status
            """,
            row => (State: row.Text(), Status: row.Text(), Count: row.Number()!.Value, Known: row.Number()!.Value, Progress: row.Number()),
            [.. arguments]
        );
        store.End(connection);
        var address = $"{Api(context)}/commitments";
        var filters = string.Concat(given.Select(one => $"&{one.Name}={UrlEncoder.Default.Encode(one.Value)}"));
        var items = rows.OrderByDescending(row => row.Count)
            .ThenBy(row => row.State, StringComparer.Ordinal)
            .ThenBy(row => row.Status, StringComparer.Ordinal)
            .Select(row => new Count
            {
                State = row.State,
                Status = row.Status,
                Rows = row.Count,
                MeanProgressPercent =
                    row.Known == 0 ? null : Math.Round(1.0 * row.Progress!.Value / row.Known, 1, MidpointRounding.AwayFromZero),
                RowsUrl = $"{address}?{$"{filters}&state={row.State ?? "no_data"}&status={row.Status ?? "no_data"}"[1..]}",
            })
            .ToList();
        return Write(
            context,
            new Counts
            {
                GroupBy = ["state", "status"],
                Total = rows.Sum(row => row.Count),
                Items = items,
            },
            Shapes.Default.Counts
        );
    }

    private static (string Where, List<(string, object)> Arguments, List<(string Name, string Value)> Given) Narrowed(HttpContext context)
    {
        var query = context.Request.Query;
        var where = new List<string>(4);
        var arguments = new List<(string, object)>(4);
        var given = new List<(string, string)>(4);
        foreach (var (name, column) in Filters)
        {
            if (query.TryGetValue(name, out var value))
            {
                Add(name, $"{column} =", value.ToString());
            }
        }

        if (query.TryGetValue("updated_since", out var since))
        {
            var instant = DateTimeOffset.Parse(since.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            Add(
                "updated_since",
                "c.updated_at >=",
                instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
            );
        }

        return (where.Count == 0 ? "" : $"WHERE {string.Join(" AND ", where)}", arguments, given);

        void Add(string name, string condition, string value)
        {
            where.Add($"{condition} @{name}");
            arguments.Add(($"@{name}", value));
            given.Add((name, value));
        }
    }

    /// <summary>From whose point of view a commitment is late.</summary>
    private static (string, object)[] Days()
    {
        var today = DateTime.UtcNow;
        return
        [
            ("@Today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("@ThisMonth", today.ToString("yyyy-MM-01", CultureInfo.InvariantCulture)),
            ("@ThisYear", today.ToString("yyyy-01-01", CultureInfo.InvariantCulture)),
        ];
    }

    private static Record Cite(Record record, Dictionary<string, Source> sources)
    {
        record.Sources = Array.ConvertAll(record.SourceIds, id => sources[id]);
        return record;
    }

    private static void Finish(Commitment row, Dictionary<string, Source> sources, string api) =>
        Cite(row, sources).Links = new Links
        {
            Self = $"{api}/commitments/{row.Id}",
            Plan = $"{api}/plans/{row.PlanId}",
            State = row.StateId is null ? null : $"{api}/states/{row.StateId}",
            History = $"{api}/commitments/{row.Id}/history",
            Life = $"{api}/commitments/{row.Id}/life",
            Proposals = $"{api}/dialogues/proposals?commitment={row.Id}",
            Agreements = $"{api}/dialogues/agreements?commitment={row.Id}",
        };
}
