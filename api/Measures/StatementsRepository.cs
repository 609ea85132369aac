using OpenGov.Api.Assessments;
using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Measures;

/// <summary>What voices said of plans as a whole: rows of a measure beside the count of what is coded here, never added to it.</summary>
internal sealed class StatementsRepository(ReadSession session, RecordFinisher finisher)
{
    /// <summary>Filters of commitments that speak of their plan, and are none of the list of assessments.</summary>
    private static readonly string[] OfThePlan = ["scope", "year", "in_stated_total"];

    /// <summary>
    /// What was said under an aspect of the plans that the filters leave; nothing when they ask for more than plans, since a voice spoke
    /// of all the commitments of a plan.
    /// </summary>
    public async Task<IReadOnlyList<MeasureValue>> OfPlansAsync(
        HttpRequest httpRequest,
        string aspect,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        CancellationToken cancellationToken
    )
    {
        // What a measure counts is documented anyway.
        var asked = filters.Where(filter => filter.Key != "confidence" || Documented.Codes.Split(',').Except(filter.Value).Any()).ToList();
        if (asked.Exists(filter => !OfThePlan.Append("plan").Append("level").Append("state").Contains(filter.Key)))
        {
            return [];
        }

        var request = ListRequest.Everything with
        {
            Values = asked
                .Where(filter => !OfThePlan.Contains(filter.Key))
                .Append(new("about", ["plan"]))
                .Append(new("aspect", [aspect]))
                .ToDictionary(),
        };
        var list = AssessmentsRepository.Sql;
        var where = await ListQueries.FilteredAsync(session, list, request, cancellationToken);
        foreach (var (name, values) in asked.Where(filter => OfThePlan.Contains(filter.Key)))
        {
            CommitmentsRepository.Sql.Filters.Single(filter => filter.Name == name).Add(values, where, session);
        }

        var rows = await session.QueryAsync<StatementRow>(
            $"""
            SELECT a.id, a.plan_id, p.title_es, p.title_en, a.voice, a.code, a.value, a.out_of, a.unit, a.assessed_on,
                   a.assessed_on_precision, a.statement_es, a.statement_en, a.note_es, a.note_en, a.source_ids
            {list.From}
            {where.Sql}
            ORDER BY a.id{session.Dialect.Ordinal}
            """,
            where.Parameters,
            cancellationToken
        );
        await finisher.SourcesAsync([.. rows.SelectMany(row => row.SourceIds)], cancellationToken);
        var said = new List<MeasureValue>();
        foreach (var row in rows)
        {
            var isCount = row.Unit == "commitments";
            said.Add(
                new MeasureValue
                {
                    Keys = new() { ["plan"] = row.PlanId },
                    LabelEs = row.TitleEs,
                    LabelEn = row.TitleEn,
                    Unit = row.Unit ?? "commitments",
                    SaidBy = row.Voice,
                    SaidOn = row.AssessedOn,
                    SaidOnPrecision = row.AssessedOnPrecision,
                    Code = row.Code,
                    AssessmentId = row.Id,
                    StatementEs = row.StatementEs,
                    StatementEn = row.StatementEn,
                    NoteEs = row.NoteEs,
                    NoteEn = row.NoteEn,
                    AssessmentUrl = RowsQuery.All.Address(httpRequest, $"/assessments/{row.Id}"),
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

        return said;
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
        public string? AssessedOnPrecision { get; init; }
        public string? StatementEs { get; init; }
        public string? StatementEn { get; init; }
        public string? NoteEs { get; init; }
        public string? NoteEn { get; init; }
        public IReadOnlyList<string> SourceIds { get; init; } = [];
    }
}
