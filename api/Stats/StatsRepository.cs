using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Stats;

internal sealed class StatsRepository(ReadSession session, MeasuresRepository measures, RecordFinisher finisher)
{
    /// <summary>Figures whose documented number is another measure than the one of their name, or one of some rows.</summary>
    private static readonly Dictionary<string, (string Measure, RowsQuery Rows)> CountedBy = new()
    {
        ["participating_states"] = ("participating_states_documented", RowsQuery.All),
        ["fourth_plan_commitments"] = ("commitments_documented", "plan=MX-NAP4"),
    };

    private sealed record NoteRow
    {
        public string? NoteEs { get; init; }
        public string? NoteEn { get; init; }
    }

    private static readonly Reckoning Progress = MeasureCatalogue.Find("progress")!.Reckoning;

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
            // What is no count of records here has no documented number.
            var (key, within) = CountedBy.GetValueOrDefault(row.Id, (row.Id, RowsQuery.All));
            var counted = MeasureCatalogue.Find(key) is { Reckoning: Reckoning.Count } found
                ? found with
                {
                    Within = within.And(found.Within),
                }
                : null;
            figures.Add(
                new Figure
                {
                    Key = row.Id,
                    LabelEs = row.LabelEs,
                    LabelEn = row.LabelEn,
                    Stated = row.Stated,
                    StatedQualifier = row.StatedQualifier,
                    Documented = counted is null
                        ? null
                        : (await measures.RowsAsync(counted, [], ListRequest.Everything.Values, named: false, cancellationToken))[0].Total,
                    AmongStated = counted is null ? null : counted.IsAmongStated || !within.Filters.Equals(RowsQuery.All.Filters),
                    Measure = counted?.Key,
                    ValuesUrl = counted is null ? null : within.Address(request, $"/measures/{counted.Key}/values"),
                    RowsUrl = counted?.Within.Address(request, counted.Of.Path),
                    Sources = await finisher.SourcesAsync(row.SourceIds, cancellationToken),
                    Confidence = row.Confidence,
                    NoteEs = row.NoteEs,
                    NoteEn = row.NoteEn,
                }
            );
        }

        return new Summary { Figures = figures };
    }

    /// <summary>What a careful reader should know of a stated figure; null where there is no such figure.</summary>
    public async Task<(string? Es, string? En)?> NoteAsync(string figure, CancellationToken cancellationToken) =>
        (
            await session.QueryAsync<NoteRow>(
                "SELECT h.note_es, h.note_en FROM headline_figures h WHERE h.id = @Figure",
                new { Figure = figure },
                cancellationToken
            )
        )
            is [var row]
            ? (row.NoteEs, row.NoteEn)
            : null;

    /// <summary>All rows that match the filters, documented or not, counted by one or two keys; of commitments with their mean progress.</summary>
    public async Task<(int Total, IReadOnlyList<MeasureRow> Groups)> CountAsync(
        Population of,
        IReadOnlyList<string> keys,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        CancellationToken cancellationToken
    )
    {
        var reckoned = of.List == CommitmentsRepository.Sql ? Progress : new Reckoning.Count();
        return await measures.CountAsync(of, RowsQuery.All, reckoned, keys, filters, named: false, cancellationToken);
    }
}
