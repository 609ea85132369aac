using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Changes;

internal sealed class ChangesRepository(ReadSession session, LogEpoch epochs) : ListRepository<Change>(session)
{
    private const int IdsInAQuery = 200;
    private const int PageOfAStream = 500;

    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT CAST(c.sequence AS VARCHAR(20)) AS id, c.sequence, c.changed_at, c.record_type, c.record_id, c.version, c.action,
                   c.fields,
                   c.actor_role, c.actor_organization, c.reason
            """,
        From = "FROM changes c",
        Condition = "c.sequence <= @Sequence",
        Filters =
        [
            new TableFilter("record_type", "c.record_type"),
            new RecordFilter("record", "Id of the record itself, also of one that was withdrawn."),
            new BelongsFilter("state", "states", "Changes of the state and of all that belongs to it: ISO 3166-2 or INEGI code.", true),
            new BelongsFilter(
                "plan",
                "plans",
                "Changes of the plan, of its assessments and commitments and what hangs on these, and of its sessions and proposals.",
                true
            ),
            new BelongsFilter(
                "commitment",
                "commitments",
                "Changes of the commitment and of its milestones, evidence, indicators and assessments."
            ),
            new ActionFilter(),
            new SinceFilter("changed_since", "c.changed_at", "Changed at this instant or later."),
            new AfterFilter(),
            new EpochFilter(),
        ],
        Sorts = [new OrderKey("id", "c.sequence", SortKind.Number), new OrderKey("changed_at", "c.changed_at", SortKind.Instant)],
        DefaultSort = "-id",
        DefaultSortWith = ("after", "id"),
    };

    public override ListSql List => Sql;

    /// <summary>A position or a log that is not known here is told: an empty list would look like "nothing new" for ever.</summary>
    public override async Task CheckAsync(ListRequest request, ParameterErrors errors, CancellationToken cancellationToken)
    {
        const string Anew = "The database was restored or replaced: take everything anew (docs/api/mirror.md).";
        const string AnewInSpanish = "La base se restauró o se reemplazó: tome todo de nuevo (docs/api/mirror.md).";
        var head = (await Session.StateAsync(cancellationToken)).Sequence;
        if (request.Values.GetValueOrDefault("epoch") is [var epoch] && epoch != await epochs.OfAsync(Session, cancellationToken))
        {
            errors.Add(
                "epoch",
                ParameterCodes.UnknownEpoch,
                $"This log of changes is not '{ParameterErrors.Shown(epoch)}'. {Anew}",
                epoch,
                spanish: $"Este registro de cambios no es «{ParameterErrors.Shown(epoch)}». {AnewInSpanish}"
            );
        }

        if (
            request.Values.GetValueOrDefault("after") is [var after]
            && long.Parse(after, CultureInfo.InvariantCulture) is var position
            && position > head
        )
        {
            if (Session.AsOf is { } day)
            {
                errors.Add(
                    "after",
                    ParameterCodes.UnknownPosition,
                    $"At the end of {day:yyyy-MM-dd} the newest change was {head}, so none was after {position}. Leave as_of or after out.",
                    after,
                    spanish: $"Al terminar el {day:yyyy-MM-dd} el cambio más reciente era el {head}, así que ninguno seguía al {position}. "
                        + "Quite as_of o after."
                );
                return;
            }

            var detail =
                $"There is no change {position} here; the newest is {head}. If you have seen it on another node of this service, "
                + $"ask again in a moment. If not: {Anew}";
            var spanish =
                $"Aquí no hay un cambio {position}; el más reciente es el {head}. Si lo vio en otro nodo de este servicio, pregunte de nuevo en "
                + $"un momento. Si no: {AnewInSpanish}";
            errors.Add("after", ParameterCodes.UnknownPosition, detail, after, spanish: spanish);
        }
    }

    /// <summary>The newest change, and the name of the log.</summary>
    public override async Task<IReadOnlyList<(string Name, object Value)>> BesideAsync(
        ListRequest request,
        int total,
        CancellationToken cancellationToken
    ) => [("head", (await Session.StateAsync(cancellationToken)).Sequence), ("epoch", await epochs.OfAsync(Session, cancellationToken))];

    /// <summary>All changes of a record and of what hangs on it, oldest first.</summary>
    public async Task<IReadOnlyList<Change>> OfAsync(string filter, string id, CancellationToken cancellationToken)
    {
        var request = ListRequest.Everything with
        {
            Values = new Dictionary<string, IReadOnlyList<string>> { [filter] = [id] },
            Sort = [new SortBy(Sql.Sorts[0], Descending: false)],
        };
        var changes = new List<Change>();
        await foreach (var change in StreamAsync(request, cancellationToken))
        {
            changes.Add(change);
        }

        return changes;
    }

    /// <summary>Page by page, because what the fields said before and after is read beside the log.</summary>
    public override async IAsyncEnumerable<Change> StreamAsync(
        ListRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var page = await ListAsync(request with { Limit = PageOfAStream }, cancellationToken);
        while (true)
        {
            foreach (var change in page.Items)
            {
                yield return change;
            }

            if (!page.HasMore)
            {
                yield break;
            }

            var last = page.Items[^1];
            var after = request
                .Sort.Select(by => by.Key.Name == "id" ? (object?)(decimal)last.Sequence : TypeHandlers.Format(last.ChangedAt))
                .ToList();
            page = await ListAsync(request with { Limit = PageOfAStream, After = after }, cancellationToken);
        }
    }

    /// <summary>Fills in what the fields said before and after.</summary>
    protected override async Task CompleteAsync(IReadOnlyCollection<Change> records, CancellationToken cancellationToken)
    {
        foreach (var group in records.GroupBy(change => change.RecordType))
        {
            if (Schema.Current.Find(group.Key) is not { } table)
            {
                continue;
            }

            var versions = new Dictionary<(string Id, int Version), IDictionary<string, object?>>();
            foreach (var ids in group.Select(change => change.RecordId).Distinct().Chunk(IdsInAQuery))
            {
                var where = new Where(Session.Dialect);
                where.And(where.In("v.id", ids));
                var rows = await Session.QueryAsync<dynamic>(
                    $"SELECT {string.Join(", ", table.Fields.Select(field => $"v.{field.Name}"))}, v.version "
                        + $"FROM {table.Name}_versions v {where.Sql}",
                    where.Parameters,
                    cancellationToken
                );
                foreach (IDictionary<string, object?> row in rows)
                {
                    versions[((string)row["id"]!, Convert.ToInt32(row["version"], CultureInfo.InvariantCulture))] = row;
                }
            }

            foreach (var change in group)
            {
                var fields = change.Fields.Count > 0 ? table.Fields.Where(field => change.Fields.Contains(field.Name)) : table.Fields;
                change.Before = Values(
                    versions.GetValueOrDefault((change.RecordId, change.Version - 1)),
                    fields,
                    change.Action is "created"
                );
                change.After = Values(versions.GetValueOrDefault((change.RecordId, change.Version)), fields, change.Action is "withdrawn");
            }
        }
    }

    private static Dictionary<string, JsonElement>? Values(IDictionary<string, object?>? row, IEnumerable<Field> fields, bool none) =>
        row is null || none ? null : fields.ToDictionary(field => field.Name, field => Value(field, row[field.Name]));

    /// <summary>A value as the API writes it: lists as lists, dates as dates.</summary>
    private static JsonElement Value(Field field, object? value) =>
        JsonSerializer.SerializeToElement(
            field.FromDatabase(value) switch
            {
                string text when field.IsList => text.Split('|'),
                var other => other,
            },
            Json.Options
        );
}

/// <summary>The table of a record.</summary>
internal sealed record TableFilter(string Name, string Column) : Filter(Name, "Table of the record, as in the data package.")
{
    public override IReadOnlyList<string> Codes => TableNameAttribute.Codes;

    public override string CodesName => TableNameAttribute.Name;

    public override GroupKey Key => new(Column);

    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given.ToLowerInvariant();
        problem = Codes.Contains(value) ? "" : $"There is no table '{given}'.";
        return problem.Length == 0;
    }

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => Among(Column, values, where);
}

/// <summary>The record itself.</summary>
internal sealed record RecordFilter(string Name, string Description) : Filter(Name, Description)
{
    public override string TakesEs => "un id de 80 caracteres cuando más";

    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given;
        problem = given.Length <= 80 ? "" : $"An id has at most 80 characters; this one has {given.Length}.";
        return problem.Length == 0;
    }

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        Among(
            "c.record_id",
            [.. values.SelectMany(value => (string[])[value, value.ToUpperInvariant(), value.ToLowerInvariant()]).Distinct()],
            where
        );
}

/// <summary>What belongs to a record.</summary>
internal sealed record BelongsFilter(string Name, string Table, string Description, bool AlsoByName = false)
    : IdFilter(Name, "c.record_id", Table, Description)
{
    public override GroupKey? Key => null;

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        Belonging.Add(where, Table, values, AlsoByName);
}

/// <summary>What was done.</summary>
internal sealed record ActionFilter() : Filter("action", "What was done.")
{
    public override IReadOnlyList<string> Codes => ["created", "updated", "withdrawn"];

    public override string CodesName => "change_action";

    public override GroupKey Key => new("c.action");

    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given.ToLowerInvariant();
        problem = Codes.Contains(value) ? "" : $"'{given}' is not a value of action. It takes {string.Join(", ", Codes)}.";
        return problem.Length == 0;
    }

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => Among("c.action", values, where);
}

/// <summary>Changes after one that the reader knows.</summary>
internal sealed record AfterFilter()
    : Filter("after", "Only changes with a greater number than the last that you have seen, oldest first unless `sort` says otherwise.")
{
    public override string TakesEs => "el número de un cambio, desde 0";

    public override string ValueType => "integer";

    public override string ValueFormat => "int64";

    public override string CodeOf(string given) => ErrorCodes.NotAnInteger;

    public override bool TakesSeveral => false;

    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given;
        problem = long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? ""
            : $"'{given}' is not the number of a change. It takes a whole number from 0.";
        return problem.Length == 0;
    }

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) =>
        where.And($"c.sequence > {where.Value(long.Parse(values[0], CultureInfo.InvariantCulture))}");
}

/// <summary>The log that the reader has followed until now.</summary>
internal sealed record EpochFilter()
    : Filter("epoch", "The `epoch` of the answer before: when the log is another by now, this is a 409 and not the changes of another log.")
{
    public override string TakesEs => $"el «epoch» de una respuesta anterior, tal como vino, de {Longest} caracteres cuando más";

    private const int Longest = 80;

    public override bool TakesSeveral => false;

    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given;
        problem = given.Length <= Longest ? "" : $"An epoch has at most {Longest} characters; this one has {given.Length}.";
        return problem.Length == 0;
    }

    /// <summary>It narrows nothing.</summary>
    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) { }
}
