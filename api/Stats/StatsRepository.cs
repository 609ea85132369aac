using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Metrics;
using OpenGov.Api.Organizations;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Secretariats;
using OpenGov.Api.States;

namespace OpenGov.Api.Stats;

internal sealed class StatsRepository(ReadSession session, RecordFinisher finisher)
{
    private const string Documented = "confidence=documented,inferred";

    /// <summary>The rows that count a figure.</summary>
    private static readonly Dictionary<string, RowsBehind> Counted = new()
    {
        ["participating_states"] = new(StatesRepository.Sql, "/states", $"participates=true&participation_{Documented}"),
        ["secretariats"] = new(SecretariatsRepository.Sql, "/secretariats", Documented),
        ["local_plans"] = new(PlansRepository.Sql, "/plans", $"level=local&in_stated_total=true&{Documented}"),
        ["local_commitments"] = new(CommitmentsRepository.Sql, "/commitments", $"level=local&in_stated_total=true&{Documented}"),
        ["civil_society_organizations"] = new(
            OrganizationsRepository.Sql,
            "/organizations",
            $"sector=civil_society&in_secretariat=true&{Documented}"
        ),
        ["national_plans"] = new(PlansRepository.Sql, "/plans", $"level=national&in_stated_total=true&{Documented}"),
        ["fourth_plan_commitments"] = new(CommitmentsRepository.Sql, "/commitments", $"plan=MX-NAP4&{Documented}"),
        ["metric_editions"] = new(MetricEditionsRepository.Sql, "/metrics", Documented),
    };

    /// <summary>Keys by which commitments are grouped, and what each is in SQL.</summary>
    public static readonly IReadOnlyDictionary<string, GroupKey> GroupKeys = new Dictionary<string, GroupKey>
    {
        ["level"] = new("p.level"),
        ["state"] = new("p.state_id"),
        ["plan"] = new("c.plan_id"),
        ["status"] = new("c.status"),
        ["completion"] = new("c.completion"),
        ["early_results"] = new("c.early_results"),
        ["policy_area"] = new("c.policy_areas", IsList: true),
        ["sdg"] = new("c.sdgs", IsList: true),
        ["ogp_value"] = new("c.ogp_values", IsList: true),
        ["sector"] = new("c.lead_organizations", IsList: true),
    };

    /// <summary>The stated figures with the documented count beside each.</summary>
    public async Task<Summary> SummaryAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<FigureRow>(
            $"""
            SELECT h.id, h.label_es, h.label_en, h.stated, h.stated_qualifier, h.source_ids, h.confidence, h.note_es, h.note_en
            FROM headline_figures h
            ORDER BY h.position, h.id{session.Dialect.Ordinal}
            """,
            null,
            cancellationToken
        );
        var figures = new List<Figure>();
        foreach (var row in rows)
        {
            var counted = Counted.GetValueOrDefault(row.Id);
            figures.Add(
                new Figure
                {
                    Key = row.Id,
                    LabelEs = row.LabelEs,
                    LabelEn = row.LabelEn,
                    Stated = row.Stated,
                    StatedQualifier = row.StatedQualifier,
                    Documented = counted is null ? null : await counted.CountAsync(session, cancellationToken),
                    RowsUrl = counted?.Address(request),
                    Sources = await finisher.SourcesAsync(row.SourceIds, cancellationToken),
                    Confidence = row.Confidence,
                    NoteEs = row.NoteEs,
                    NoteEn = row.NoteEn,
                }
            );
        }

        return new Summary { Figures = figures };
    }

    /// <summary>Commitments that match the filters, counted by one or two keys.</summary>
    public async Task<(int Total, IReadOnlyList<CommitmentGroup> Groups)> CommitmentsAsync(
        IReadOnlyList<string> keys,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        CancellationToken cancellationToken
    )
    {
        var request = ListRequest.Everything with { Values = filters };
        var total = await session.CountAsync(CommitmentsRepository.Sql, request, cancellationToken);
        var where = await ListQueries.FilteredAsync(session, CommitmentsRepository.Sql, request, cancellationToken);
        var second = keys.Count > 1 ? GroupKeys[keys[1]].Column : "NULL";
        var rows = await session.QueryAsync<GroupRow>(
            $"""
            SELECT x.key_1, x.key_2, COUNT(*) AS count, COUNT(x.progress) AS known, SUM(CAST(x.progress AS BIGINT)) AS progress
            FROM (SELECT {GroupKeys[keys[0]].Column} AS key_1, {second} AS key_2, {CommitmentsRepository.Progress} AS progress
                  {CommitmentsRepository.Sql.From}
                  {where.Sql}) x
            GROUP BY x.key_1, x.key_2
            """,
            where.Parameters,
            cancellationToken
        );
        var sectors = keys.Contains("sector") ? await SectorsAsync(cancellationToken) : null;
        var groups =
            from row in rows
            from first in Values(keys[0], row.Key1, sectors)
            from other in keys.Count > 1 ? Values(keys[1], row.Key2, sectors) : [null]
            group row by (first, other) into grouped
            let known = grouped.Sum(row => row.Known)
            orderby grouped.Sum(row => row.Count) descending, grouped.Key.first, grouped.Key.other
            select new CommitmentGroup(
                keys.Count > 1 ? [grouped.Key.first, grouped.Key.other] : [grouped.Key.first],
                grouped.Sum(row => row.Count),
                known == 0 ? null : Numbers.Mean(grouped.Sum(row => row.Progress ?? 0), known, 1)
            );
        return (total, [.. groups]);
    }

    /// <summary>The values of a key in a row: several when the column holds a list, null for no data.</summary>
    private static IEnumerable<string?> Values(string key, string? kept, Dictionary<string, string>? sectors)
    {
        if (!GroupKeys[key].IsList || kept is null)
        {
            return [kept];
        }

        var values = kept.Split('|');
        return key == "sector" ? values.Select(id => sectors!.GetValueOrDefault(id)).OfType<string>().Distinct() : values;
    }

    private async Task<Dictionary<string, string>> SectorsAsync(CancellationToken cancellationToken) =>
        (
            await session.QueryAsync<(string Id, string Sector)>("SELECT g.id, g.sector FROM organizations g", null, cancellationToken)
        ).ToDictionary(organization => organization.Id, organization => organization.Sector);

    private sealed record GroupRow
    {
        public string? Key1 { get; init; }
        public string? Key2 { get; init; }
        public int Count { get; init; }
        public int Known { get; init; }
        public long? Progress { get; init; }
    }
}

/// <summary>A key by which commitments are grouped.</summary>
/// <param name="Column">The column.</param>
/// <param name="IsList">Whether it holds several values joined by <c>|</c>.</param>
internal sealed record GroupKey(string Column, bool IsList = false);
