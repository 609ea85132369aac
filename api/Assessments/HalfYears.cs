using System.Globalization;
using System.Text.RegularExpressions;
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
        SELECT a.id, a.period, a.code FROM assessments a
        WHERE a.commitment_id = @Commitment AND a.aspect = @Aspect AND a.organization_id = @Organization AND a.period IS NOT NULL
        ORDER BY a.period DESC
        """;

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

    /// <summary>What a report that is written here still needs.</summary>
    public static async Task<IReadOnlyList<RecordError>> ErrorsAsync(
        WriteStep step,
        IReadOnlyDictionary<string, object?> after,
        CancellationToken cancellationToken
    )
    {
        if (after["period"] is not string period || after["organization_id"] is not string organization)
        {
            return [];
        }

        if (Days(period) is { } days && days.First > step.Today)
        {
            return
            [
                new RecordError(ErrorCodes.TooLarge, $"{period} has not begun: it is reported on from {days.First:yyyy-MM-dd} on.")
                {
                    Field = "period",
                    Value = period,
                    DetailEs = $"{period} no ha empezado: se reporta a partir del {days.First:yyyy-MM-dd}.",
                },
            ];
        }

        var arguments = new
        {
            Commitment = after["commitment_id"],
            Aspect = after["aspect"],
            Organization = organization,
        };
        var reports = await step.Recorder.QueryAsync<Report>(ReportsSql, arguments, cancellationToken);
        if (reports.FirstOrDefault(one => one.Period == period && one.Id != step.Id) is { } same)
        {
            return
            [
                new RecordError(ErrorCodes.Duplicate, $"{organization} has said that of {period} already, in {same.Id}: change that.")
                {
                    Field = "period",
                    Value = period,
                    Nearest = same.Id,
                    DetailEs = $"{organization} ya dijo eso de {period}, en {same.Id}: cambie esa.",
                },
            ];
        }

        var code = after["code"] as string;
        var before = reports.FirstOrDefault(one => one.Id != step.Id && string.CompareOrdinal(one.Period, period) < 0);
        var isStuck =
            after["aspect"] is "completion" && !AtTheEnd.Contains(code) && (before is null ? code is "not_started" : before.Code == code);
        return isStuck ? [.. Unexplained(after, period, code!)] : [];
    }

    private static IEnumerable<RecordError> Unexplained(IReadOnlyDictionary<string, object?> after, string period, string code)
    {
        if (after["stall_reason"] is null)
        {
            yield return new RecordError(ErrorCodes.ReasonMissing, $"Nothing moved in {period} ({code}): say why, in stall_reason.")
            {
                Field = "stall_reason",
                DetailEs = $"En {period} no hubo avance ({code}): diga por qué, en stall_reason.",
            };
        }

        if (!WrittenRules.IsReasoned(after["unblock_es"]) && !WrittenRules.IsReasoned(after["unblock_en"]))
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
    }
}
