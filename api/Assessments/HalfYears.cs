using System.Globalization;
using System.Text.RegularExpressions;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Assessments;

/// <summary>
/// Reports by half-year: each organisation says once of each what became of a commitment, and where nothing moved, why, and what would get
/// it moving.
/// </summary>
internal static partial class HalfYears
{
    /// <summary>What an organisation has said of one aspect of a commitment, of each half-year, the last first.</summary>
    internal const string ReportsSql = """
        SELECT a.id, a.period, a.code, a.stall_reason, a.unblock_es, a.unblock_en FROM assessments a
        WHERE a.commitment_id = @Commitment AND a.aspect = @Aspect AND a.organization_id = @Organization AND a.period IS NOT NULL
        ORDER BY a.period DESC
        """;

    /// <summary>The day on which the Open Government Partnership began, with its first action plans.</summary>
    private static readonly DateOnly First = new(2011, 9, 20);

    /// <summary>Codes of completion, each further than the one before.</summary>
    private static readonly string[] Further = ["not_started", "limited", "substantial", "complete"];

    /// <summary>What a code says of how far it is that is none of those: <c>unclear</c>.</summary>
    private const int Nowhere = -1;

    /// <summary>Codes of completion of which nothing is left to move.</summary>
    private static readonly string[] AtTheEnd = ["complete", "withdrawn"];

    /// <summary>First and last day of a half-year; null when it is none.</summary>
    public static (DateOnly First, DateOnly Last)? Days(string? period) =>
        period is not null && Form().IsMatch(period) && int.Parse(period[..4], CultureInfo.InvariantCulture) is var year
            ? period[^1] == '1'
                ? (new DateOnly(year, 1, 1), new DateOnly(year, 6, 30))
                : (new DateOnly(year, 7, 1), new DateOnly(year, 12, 31))
            : null;

    /// <summary>What a report of a half-year cannot say, whoever published it.</summary>
    public static IEnumerable<RecordError> Broken(IReadOnlyDictionary<string, object?> record)
    {
        var period = record["period"] as string;
        if (period is not null && record["commitment_id"] is null)
        {
            yield return new(ErrorCodes.Contradiction, "A half-year is reported on of one commitment: fill commitment_id.")
            {
                Field = "period",
                Value = RecordError.Shown(period),
                DetailEs = "Un semestre se reporta de un compromiso: llene commitment_id.",
            };
        }

        if (
            Days(period) is { } days
            && record["assessed_on"] is DateOnly day
            && record["assessed_on_precision"] is "day"
            && day < days.First
        )
        {
            yield return new(
                ErrorCodes.WrongOrder,
                $"{RecordError.Shown(period!)} begins on {days.First:yyyy-MM-dd}: nothing is said of it before."
            )
            {
                Field = "period",
                Value = RecordError.Shown(period!),
                DetailEs = $"{RecordError.Shown(period!)} empieza el {days.First:yyyy-MM-dd}: antes no se dice nada de él.",
            };
        }

        if (record["stall_reason"] is string reason && (period is null || record["aspect"] is not "completion"))
        {
            yield return new(ErrorCodes.Contradiction, "Why nothing moved is said with the completion of a half-year: fill period.")
            {
                Field = "stall_reason",
                Value = reason,
                DetailEs = "Por qué no hubo avance se dice con el nivel de cumplimiento de un semestre: llene period.",
            };
        }

        if ((record["unblock_es"] is not null || record["unblock_en"] is not null) && record["stall_reason"] is null)
        {
            yield return new(ErrorCodes.Contradiction, "What would unblock it is said of what is stuck: fill stall_reason.")
            {
                Field = "stall_reason",
                DetailEs = "Qué lo destrabaría se dice de lo que está detenido: llene stall_reason.",
            };
        }
    }

    /// <summary>What a step on a report still needs: of itself, and of the next report, which is compared with it or with what is left.</summary>
    public static async Task<IReadOnlyList<RecordError>> ErrorsAsync(WriteStep step, CancellationToken cancellationToken)
    {
        var row = (step.After ?? step.Before)!;
        if (row["period"] is null && step.Before?["period"] is null)
        {
            return [];
        }

        if (step.After is { } written && await PeriodErrorAsync(step, written, cancellationToken) is { } wrong)
        {
            return [wrong];
        }

        var arguments = new
        {
            Commitment = row["commitment_id"],
            Aspect = row["aspect"],
            Organization = row["organization_id"],
        };
        var others = (await step.Recorder.QueryAsync<Report>(ReportsSql, arguments, cancellationToken))
            .Where(one => one.Id != step.Id)
            .ToList();
        if (Report.Of(step.After) is { } report && others.Find(one => one.Period == report.Period) is { } same)
        {
            return
            [
                new RecordError(
                    ErrorCodes.Duplicate,
                    $"{row["organization_id"]} has said that of {same.Period} already, in {same.Id}: change that."
                )
                {
                    Field = "period",
                    Value = same.Period,
                    Nearest = same.Id,
                    DetailEs = $"{row["organization_id"]} ya dijo eso de {same.Period}, en {same.Id}: cambie esa.",
                },
            ];
        }

        if (row["aspect"] is not "completion")
        {
            return [];
        }

        var before = Unexplained(others, Report.Of(step.Before)).Select(one => one.Id).ToHashSet();
        return
        [
            .. Report.Of(step.After) is { SaysWhy: true } said && step.Action != WriteAction.Restore && HasMoved(others, said)
                ? [NothingStuck(said)]
                : Array.Empty<RecordError>(),
            .. Unexplained(others, Report.Of(step.After))
                .Where(one => one.Id == step.Id || !before.Contains(one.Id))
                .SelectMany(one => one.Id == step.Id ? Missing(one) : [MissingIn(one, row)]),
        ];
    }

    /// <summary>Why a half-year is not reported on: it has not begun, or was over before the plan began.</summary>
    private static async Task<RecordError?> PeriodErrorAsync(
        WriteStep step,
        IReadOnlyDictionary<string, object?> after,
        CancellationToken cancellationToken
    )
    {
        var period = after["period"] as string;
        if (Days(period) is not { } days)
        {
            return null;
        }

        if (days.First > step.Today)
        {
            return new RecordError(ErrorCodes.TooLarge, $"{period} has not begun: it is reported on from {days.First:yyyy-MM-dd} on.")
            {
                Field = "period",
                Value = period,
                DetailEs = $"{period} no ha empezado: se reporta a partir del {days.First:yyyy-MM-dd}.",
            };
        }

        if (days.Last < First)
        {
            return new RecordError(ErrorCodes.TooSmall, $"{period} was over before there was any action plan: the first are of 2011.")
            {
                Field = "period",
                Value = period,
                DetailEs = $"{period} terminó antes de que hubiera plan de acción alguno: los primeros son de 2011.",
            };
        }

        return
            await PlanDays.OfCommitmentAsync(step.Recorder, after["commitment_id"], cancellationToken) is { StartDate: { } start } plan
            && days.Last < start
            ? new RecordError(ErrorCodes.TooSmall, $"{period} was over before {plan.Id} began, on {start:yyyy-MM-dd}.")
            {
                Field = "period",
                Value = period,
                DetailEs = $"{period} terminó antes de que empezara {plan.Id}, el {start:yyyy-MM-dd}.",
            }
            : null;
    }

    /// <summary>
    /// The reports in which nothing moved, and that do not say all that is asked then. Something moved when it is further than it ever was:
    /// what went back and comes up again is where it was.
    /// </summary>
    private static IEnumerable<Report> Unexplained(IReadOnlyList<Report> others, Report? written)
    {
        var furthest = (int?)null;
        foreach (var one in (written is null ? others : others.Append(written)).OrderBy(one => one.Period, StringComparer.Ordinal))
        {
            var reached = Array.IndexOf(Further, one.Code);
            if (IsStuck(furthest, reached) && !AtTheEnd.Contains(one.Code) && !(one.SaysWhy && one.SaysHow))
            {
                yield return one;
            }

            furthest = Math.Max(furthest ?? Nowhere, reached);
        }
    }

    /// <summary>It is no further than in any report before, or than at the beginning; of a first report that does not say how far, that is not known.</summary>
    private static bool IsStuck(int? furthest, int reached) => reached == 0 || reached <= furthest;

    /// <summary>
    /// It is further than in every report before, so that none of them could be taken back and leave it where it was. Of a first report that is
    /// not known: one that is filled in before it may show that nothing moved.
    /// </summary>
    private static bool HasMoved(IEnumerable<Report> others, Report one) =>
        Array.IndexOf(Further, one.Code) is var reached and > 0
        && others.Where(other => string.CompareOrdinal(other.Period, one.Period) < 0).ToList() is { Count: > 0 } earlier
        && earlier.TrueForAll(other => Array.IndexOf(Further, other.Code) is var before and >= 0 && before < reached);

    private static RecordError NothingStuck(Report report) =>
        new(
            ErrorCodes.Contradiction,
            $"Something moved in {report.Period} ({report.Code}): why nothing did is not said of it. Leave stall_reason out."
        )
        {
            Field = "stall_reason",
            Value = report.StallReason,
            DetailEs = $"En {report.Period} hubo avance ({report.Code}): de él no se dice por qué no lo hubo. Quite stall_reason.",
        };

    /// <summary>What the next report lacks when this step makes it one in which nothing moved.</summary>
    private static RecordError MissingIn(Report next, IReadOnlyDictionary<string, object?> row) =>
        new(
            ErrorCodes.ReasonMissing,
            $"After that nothing has moved in {next.Period} ({next.Code}), and {next.Id} does not say why: first fill stall_reason and "
                + "unblock_es or unblock_en there."
        )
        {
            Field = "period",
            Value = row["period"] as string,
            Nearest = next.Id,
            DetailEs =
                $"Con eso no hubo avance en {next.Period} ({next.Code}), y {next.Id} no dice por qué: llene primero ahí stall_reason y "
                + "unblock_es o unblock_en.",
        };

    /// <summary>What a report in which nothing moved lacks.</summary>
    private static IEnumerable<RecordError> Missing(Report report)
    {
        var (period, code) = (report.Period, report.Code);
        if (!report.SaysWhy)
        {
            yield return new RecordError(ErrorCodes.ReasonMissing, $"Nothing moved in {period} ({code}): say why, in stall_reason.")
            {
                Field = "stall_reason",
                DetailEs = $"En {period} no hubo avance ({code}): diga por qué, en stall_reason.",
            };
        }

        if (!report.SaysHow)
        {
            yield return new RecordError(
                ErrorCodes.ReasonMissing,
                $"Nothing moved in {period} ({code}): say what would get it moving, and who can do it, in unblock_es or unblock_en."
            )
            {
                Field = "unblock_es",
                DetailEs =
                    $"En {period} no hubo avance ({code}): diga qué lo destrabaría y quién puede hacerlo, en unblock_es o unblock_en.",
            };
        }
    }

    [GeneratedRegex("^[12][0-9]{3}-H[12]$")]
    private static partial Regex Form();

    private sealed record Report
    {
        public required string Id { get; init; }
        public required string Period { get; init; }
        public string? Code { get; init; }
        public string? StallReason { get; init; }
        public string? UnblockEs { get; init; }
        public string? UnblockEn { get; init; }

        public bool SaysWhy => StallReason is not null;

        public bool SaysHow => WrittenRules.IsReasoned(UnblockEs) || WrittenRules.IsReasoned(UnblockEn);

        /// <summary>What a record says of a half-year; null when it is of none.</summary>
        public static Report? Of(IReadOnlyDictionary<string, object?>? row) =>
            row?["period"] is not string period
                ? null
                : new Report
                {
                    Id = (string)row["id"]!,
                    Period = period,
                    Code = row["code"] as string,
                    StallReason = row["stall_reason"] as string,
                    UnblockEs = row["unblock_es"] as string,
                    UnblockEn = row["unblock_en"] as string,
                };
    }
}
