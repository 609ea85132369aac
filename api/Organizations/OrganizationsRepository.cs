using AutoMapper;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Organizations;

internal sealed class OrganizationsRepository(ReadSession session, IMapper mapper) : ListRepository<Organization>(session)
{
    private Dictionary<string, int> led = [];
    private Dictionary<string, int> supported = [];

    private const string InSecretariat = "EXISTS (SELECT 1 FROM secretariat_members m WHERE m.organization_id = g.id)";

    public static readonly ListSql Sql = new()
    {
        IsKept = true,
        Select = """
            SELECT g.id, g.name, g.acronym, g.sector, g.level, g.state_id, g.url, g.existed_from, g.existed_from_precision,
                   g.existed_until, g.existed_until_precision, g.succeeded_by,
                   (SELECT COUNT(*) FROM secretariat_members m WHERE m.organization_id = g.id)
                     + (SELECT COUNT(*) FROM plan_members n WHERE n.organization_id = g.id) AS seats,
                   g.source_ids, g.confidence, g.note_es, g.note_en, g.version, g.updated_at
            """,
        From = "FROM organizations g",
        Filters =
        [
            IdFilter.Own("organizations", "g"),
            new CodeFilter("sector", "g.sector", "sector", "Sector of the organisation."),
            new CodeFilter("level", "g.level", "organization_level", "National, of one state, or international."),
            new IdFilter(
                "state",
                "g.state_id",
                "states",
                "ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`); `no_data` for national and international ones."
            ),
            new FlagFilter(
                "in_secretariat",
                InSecretariat,
                $"NOT {InSecretariat}",
                null,
                "Whether it sits in a Local Technical Secretariat."
            ),
            new RelatedFilter(
                "civil_society_in_secretariat",
                "EXISTS (SELECT 1 FROM secretariat_members m WHERE m.organization_id = g.id AND m.sector = 'civil_society' "
                    + "AND m.secretariat_id IN ({0}))",
                "secretariats",
                "Sits for civil society in this secretariat."
            ),
            new RelatedFilter(
                "civil_society_in_plan",
                "EXISTS (SELECT 1 FROM plan_members n JOIN plans p ON p.id = n.plan_id WHERE n.organization_id = g.id "
                    + $"AND n.sector = 'civil_society' AND {PlanSeats.AreHeld} AND n.plan_id IN ({{0}}))",
                "plans",
                "Sits for civil society in the governance body of this plan, and did not leave it while the plan lasted."
            ),
            new IdFilter(
                "succeeded_by",
                "g.succeeded_by",
                "organizations",
                "Organisation that came after it; `no_data` for those of which none is on record."
            ),
            new CodeFilter("confidence", "g.confidence", "confidence", "How sure the record is."),
            new TextFilter("organizations", "g", "Words in the name or the acronym."),
        ],
        Sorts =
        [
            OrderKey.Id(alias: "g"),
            new OrderKey("name", "g.name_sort", SortKind.Name),
            new OrderKey("sector", "g.sector", SortKind.Text),
            new OrderKey("updated_at", "g.updated_at", SortKind.Instant),
        ],
        DefaultSort = "name",
    };

    public override ListSql List => Sql;

    /// <summary>An organisation with its seats; null when there is none.</summary>
    public async Task<OrganizationDetail?> DetailAsync(string id, CancellationToken cancellationToken)
    {
        var row = await Session.FindAsync<Organization>($"{Sql.Select}\n{Sql.From}\nWHERE g.id = @Id", new { Id = id }, cancellationToken);
        await PrepareAsync(cancellationToken);
        return row is null
            ? null
            : mapper.Map<OrganizationDetail>(row) with
            {
                CommitmentsLed = led.GetValueOrDefault(id),
                CommitmentsSupported = supported.GetValueOrDefault(id),
                Committees = await Session.QueryAsync<Committee>(
                    $"""
                    SELECT x.kind, x.id, x.state_id, x.name_es, x.name_en, x.sector, x.left_on, x.left_on_precision
                    FROM (
                    SELECT 'secretariat' AS kind, t.id AS id, t.state_id, t.name_es, t.name_en, m.sector,
                           NULL AS left_on, NULL AS left_on_precision
                    FROM secretariat_members m
                    JOIN secretariats t ON t.id = m.secretariat_id
                    WHERE m.organization_id = @Id
                    UNION ALL
                    SELECT 'plan' AS kind, p.id AS id, p.state_id, p.governance_body_es AS name_es, p.governance_body_en AS name_en,
                           n.sector, n.left_on, n.left_on_precision
                    FROM plan_members n
                    JOIN plans p ON p.id = n.plan_id
                    WHERE n.organization_id = @Id
                    ) x
                    ORDER BY x.kind, x.id{Session.Dialect.Ordinal}
                    """,
                    new { Id = id },
                    cancellationToken
                ),
            };
    }

    /// <summary>
    /// Counts the commitments of every organisation in one pass: a commitment names them in a list, so there are
    /// far fewer different lists than commitments.
    /// </summary>
    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        led = await CountAsync("lead_organizations", cancellationToken);
        supported = await CountAsync("supporting_organizations", cancellationToken);
    }

    /// <inheritdoc />
    protected override Organization Map(Organization row) =>
        row with
        {
            CommitmentsLed = led.GetValueOrDefault(row.Id),
            CommitmentsSupported = supported.GetValueOrDefault(row.Id),
        };

    private async Task<Dictionary<string, int>> CountAsync(string column, CancellationToken cancellationToken) =>
        (
            await Session.QueryAsync<(string Ids, int Count)>(
                $"SELECT c.{column} AS ids, COUNT(*) AS count FROM commitments c WHERE c.{column} IS NOT NULL GROUP BY c.{column}",
                null,
                cancellationToken
            )
        )
            .SelectMany(list => list.Ids.Split('|').Distinct(), (list, id) => (id, list.Count))
            .GroupBy(one => one.id)
            .ToDictionary(of => of.Key, of => of.Sum(one => one.Count));
}
