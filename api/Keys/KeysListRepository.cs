using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Keys;

internal sealed class KeysListRepository(ReadSession session, IHttpContextAccessor asking) : ListRepository<KeyOnRecord>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT k.id, k.name, k.organization, k.role, k.scope AS scopes, k.requests, k.created_at, k.expires_at, k.last_used_at,
                   k.revoked_at
            """,
        From = "FROM api_keys k",
        Filters = [new WordFilter("role", "k.role", "Keys of this role.", Roles.Names)],
        Sorts =
        [
            OrderKey.Id(alias: "k"),
            new OrderKey("created_at", "k.created_at", SortKind.Instant),
            new OrderKey("last_used_at", "k.last_used_at", SortKind.Instant, Nullable: true),
            new OrderKey("expires_at", "k.expires_at", SortKind.Instant, Nullable: true),
        ],
        DefaultSort = "-created_at",
    };

    public override ListSql List => Sql with { Seen = where => Sight.Add(where, "k.scope", asking) };
}

internal sealed class AuditRepository(ReadSession session, IHttpContextAccessor asking) : ListRepository<AuditedAction>(session)
{
    public static readonly ListSql Sql = new()
    {
        Select = "SELECT a.id, a.occurred_at, a.action, a.caller, a.role, a.organization, a.subject, a.detail",
        From = "FROM audit_log a",
        Filters =
        [
            new WordFilter("action", "a.action", "What was done.", AuditedAction.Words),
            new GivenFilter("caller", "a.caller", "Id of the key, or `oidc-` and the subject of the token."),
            new SinceFilter("occurred_since", "a.occurred_at", "At this instant or later."),
        ],
        Sorts = [OrderKey.Id(alias: "a"), new OrderKey("occurred_at", "a.occurred_at", SortKind.Instant)],
        DefaultSort = "-occurred_at",
    };

    public override ListSql List => Sql with { Seen = where => Sight.Add(where, "a.scope", asking) };
}

/// <summary>Admins see what reaches no further than they may act themselves.</summary>
internal static class Sight
{
    /// <summary>
    /// Adds the condition that a column of scopes, joined by <c>|</c>, holds none but those of the caller. What names none is of the whole
    /// country.
    /// </summary>
    public static void Add(Where where, string column, IHttpContextAccessor asking)
    {
        // Each scope of the caller is taken out; what is left would be beyond its reach.
        var left = $"CONCAT('|', REPLACE(COALESCE({column}, '{Scope.National}'), '|', '||'), '|')";
        foreach (var scope in Caller.Of(asking.HttpContext!.User)!.Scopes)
        {
            left = $"REPLACE({left}, {where.Value($"|{scope}|")}, '')";
        }

        where.And($"{left} = ''");
    }
}

/// <summary>One of some words.</summary>
internal sealed record WordFilter(string Name, string Column, string Description, IReadOnlyList<string> Words) : Filter(Name, Description)
{
    public override IReadOnlyList<string> Codes => Words;

    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given.ToLowerInvariant();
        problem = Words.Contains(value) ? "" : $"'{given}' is not a value of {Name}. It takes {string.Join(", ", Words)}.";
        return problem.Length == 0;
    }

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => Among(Column, values, where);
}

/// <summary>A text as it stands.</summary>
internal sealed record GivenFilter(string Name, string Column, string Description) : Filter(Name, Description)
{
    public override string TakesEs => "un texto de 400 caracteres cuando más";

    public override bool TryRead(string given, out string value, out string problem)
    {
        value = given;
        problem = given.Length <= 400 ? "" : "It has at most 400 characters.";
        return problem.Length == 0;
    }

    public override void Apply(IReadOnlyList<string> values, Where where, ReadSession session) => Among(Column, values, where);
}
