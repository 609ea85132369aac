using AutoMapper;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Secretariats;

internal sealed class SecretariatsRepository(ReadSession session, IMapper mapper) : ListRepository<Secretariat>(session)
{
    private const string AnySession = "EXISTS (SELECT 1 FROM sessions n WHERE n.state_id = t.state_id AND n.held_on <= @Today)";

    private const string RecentSession = """
        EXISTS (SELECT 1 FROM sessions n
                    WHERE n.state_id = t.state_id AND n.held_on <= @Today AND n.held_on >= @SixMonthsAgo)
        """;

    public static readonly ListSql Sql = new()
    {
        Select = """
            SELECT t.id, t.state_id, t.name_es, t.name_en, t.status, t.status_as_of, t.status_as_of_precision, t.installed_on,
                   t.installed_on_precision, t.in_place_by, t.in_place_by_precision, t.seats_civil_society, t.seats_government, t.seats_autonomous_body, t.seats_oversight_body,
                   t.rules_document_url, t.activity_es, t.activity_en, t.activity_as_of, t.activity_as_of_precision,
                   (SELECT COUNT(*) FROM secretariat_members m WHERE m.secretariat_id = t.id) AS members_documented,
                   t.source_ids, t.confidence, t.note_es, t.note_en, t.version, t.updated_at
            """,
        From = "FROM secretariats t",
        Filters =
        [
            IdFilter.Own("secretariats", "t"),
            new IdFilter("state", "t.state_id", "states", "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`)."),
            new CodeFilter("status", "t.status", "secretariat_status", "Status of the secretariat."),
            new FlagFilter(
                "has_rules_document",
                "t.rules_document_url IS NOT NULL",
                "t.rules_document_url IS NULL",
                null,
                "Whether a published document with its rules is recorded."
            ),
            new FlagFilter(
                "recent_session",
                RecentSession,
                $"{AnySession} AND NOT {RecentSession}",
                $"NOT {AnySession}",
                "Whether it met in the last 183 days; `no_data` when no session of its state is recorded."
            ),
            new FlagFilter(
                "civil_society_parity",
                "t.seats_civil_society >= t.seats_government",
                "t.seats_civil_society < t.seats_government",
                "t.seats_civil_society IS NULL OR t.seats_government IS NULL",
                "Whether civil society has at least as many seats as government; `no_data` when the seats of either are not recorded."
            ),
            new CodeFilter("confidence", "t.confidence", "confidence", "How sure the record is."),
            new TextFilter("secretariats", "t", "Words in the name or the activity, in either language."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "t"),
            new OrderKey("state_id", "t.state_id", SortKind.Text),
            new OrderKey("name_es", "t.name_es_sort", SortKind.Name),
            new OrderKey("name_en", "t.name_en_sort", SortKind.Name),
            new OrderKey("installed_on", "t.installed_on", SortKind.Date, Nullable: true),
            new OrderKey("updated_at", "t.updated_at", SortKind.Instant),
        ],
    };

    public override ListSql List => Sql;

    /// <summary>The secretariat of a state with its members; null when none is documented.</summary>
    public async Task<SecretariatDetail?> DetailAsync(string stateId, CancellationToken cancellationToken) =>
        await OfStateAsync(stateId, cancellationToken) is { } row
            ? mapper.Map<SecretariatDetail>(row) with
            {
                Members = await MembersAsync(row.Id, cancellationToken),
            }
            : null;

    /// <summary>The secretariat of a state, which may be named by its own id; null when none is documented.</summary>
    public async Task<Secretariat?> OfStateAsync(string stateId, CancellationToken cancellationToken)
    {
        var rows = await Session.QueryAsync<Secretariat>(
            $"{Sql.Select}\n{Sql.From}\nWHERE t.state_id = @StateId OR t.id = @StateId\nORDER BY CASE WHEN t.status = 'installed' THEN 0 ELSE 1 END, "
                + $"t.id{Session.Dialect.Ordinal}",
            new { StateId = stateId },
            cancellationToken
        );
        return rows.Count == 0 ? null : rows[0];
    }

    private Task<IReadOnlyList<SecretariatMember>> MembersAsync(string secretariatId, CancellationToken cancellationToken) =>
        Session.QueryAsync<SecretariatMember>(
            $"""
            SELECT m.organization_id, o.name, o.acronym, m.sector, m.note_es, m.note_en
            FROM secretariat_members m
            JOIN organizations o ON o.id = m.organization_id
            WHERE m.secretariat_id = @SecretariatId
            ORDER BY m.sector{Session.Dialect.Ordinal}, o.name_sort{Session.Dialect.Ordinal}, m.id{Session.Dialect.Ordinal}
            """,
            new { SecretariatId = secretariatId },
            cancellationToken
        );
}
