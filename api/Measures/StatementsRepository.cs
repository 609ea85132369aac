using System.Text.Json;
using OpenGov.Api.Assessments;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Measures;

/// <summary>What voices said of plans as a whole: rows of a measure beside the count of what is coded here, never added to it.</summary>
internal sealed class StatementsRepository(ReadSession session, RecordFinisher finisher)
{
    /// <summary>
    /// What was said under an aspect of the plans that the filters leave; nothing when they ask for more than plans, since a voice spoke
    /// of all the commitments of a plan.
    /// </summary>
    public async Task<IReadOnlyList<MeasureValue>> OfPlansAsync(
        string aspect,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        CancellationToken cancellationToken
    )
    {
        if (filters.Keys.Except(["plan", "level", "state"]).Any())
        {
            return [];
        }

        var request = ListRequest.Everything with
        {
            Values = filters.Append(new("about", ["plan"])).Append(new("aspect", [aspect])).ToDictionary(),
        };
        var list = AssessmentsRepository.Sql;
        var where = await ListQueries.FilteredAsync(session, list, request, cancellationToken);
        var rows = await session.QueryAsync<StatementRow>(
            $"""
            SELECT a.id, a.plan_id, p.title_es, p.title_en, a.voice, a.code, a.value, a.out_of, a.unit, a.assessed_on, a.source_ids
            {list.From}
            {where.Sql}
            ORDER BY a.id{session.Dialect.Ordinal}
            """,
            where.Parameters,
            cancellationToken
        );
        var values = new List<MeasureValue>();
        foreach (var row in rows)
        {
            var isCount = row.Unit == "commitments";
            values.Add(
                new MeasureValue
                {
                    Keys = new Dictionary<string, JsonElement> { ["plan"] = JsonSerializer.SerializeToElement(row.PlanId) },
                    LabelEs = row.TitleEs,
                    LabelEn = row.TitleEn,
                    SaidBy = row.Voice,
                    SaidOn = row.AssessedOn,
                    Code = row.Code,
                    AssessmentId = row.Id,
                    Value = isCount ? null : row.Value,
                    Yes = isCount ? (int?)row.Value : null,
                    No = null,
                    Unknown = null,
                    Total = row.OutOf,
                    Known = null,
                    RowsUrl = null,
                    YesRowsUrl = null,
                    NoRowsUrl = null,
                    UnknownRowsUrl = null,
                    Sources = await finisher.SourcesAsync(row.SourceIds, cancellationToken),
                }
            );
        }

        return values;
    }

    private sealed record StatementRow
    {
        public string Id { get; init; } = "";
        public string PlanId { get; init; } = "";
        public string? TitleEs { get; init; }
        public string? TitleEn { get; init; }
        public string Voice { get; init; } = "";
        public string? Code { get; init; }
        public decimal? Value { get; init; }
        public int? OutOf { get; init; }
        public string? Unit { get; init; }
        public DateOnly? AssessedOn { get; init; }
        public IReadOnlyList<string> SourceIds { get; init; } = [];
    }
}
