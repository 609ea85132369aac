using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Embedding.Pictures;
using OpenGov.Api.Http;
using OpenGov.Api.Measures;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.States;
using SkiaSharp;

namespace OpenGov.Api.Embedding;

/// <summary>
/// One fact as a small picture: of a commitment its status, of a plan or a state how many commitments are finished, of a measure its
/// number. As SVG, as PNG for those who show no SVG (mails, offices), and as the JSON that shields.io reads.
/// </summary>
internal sealed class Badges(
    CommitmentsRepository commitments,
    PlansRepository plans,
    StatesRepository states,
    Figures figures,
    Labels labels,
    RecordNames names,
    Narrowing narrowing,
    RecordRequest records,
    ReadSession session
)
{
    private const string Unknown = "#595f69";
    private const string Ground = "#22262c";
    private const string White = "#ffffff";
    private const int Height = 20;
    private const int Baseline = 14;
    private const int PixelsPerPoint = 2;
    private const int Space = 6;

    /// <summary>Of the letters of pictures, and of a reader's own, which are as wide as these when they are a little smaller.</summary>
    private const float LetterSize = 12.5f;

    private const float OwnLetterSize = 11.5f;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Colours on which white text can be read (4.5 : 1).</summary>
    private static readonly Dictionary<string, string> Colours = new()
    {
        ["not_started"] = "#5f6670",
        ["in_progress"] = "#8a5600",
        ["completed"] = "#1b69a4",
        ["verified"] = "#0a5747",
    };

    /// <summary>Answers with the badge of a file name such as <c>MX-NAP4-C1.svg</c>.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context, string kind, string file, CancellationToken cancellationToken)
    {
        var (id, suffix) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
        if (suffix is not (".svg" or ".png" or ".json"))
        {
            return Problems.NotFound(
                "A badge ends in .svg or .png, or in .json for shields.io.",
                "Un distintivo termina en .svg o .png, o en .json para shields.io."
            );
        }

        var errors = new ParameterErrors();
        var measure = kind == "measures" ? MeasureCatalogue.Find(id) : null;
        var filters = measure?.Of.List.Filters.Select(filter => filter.Name) ?? [];
        var widget = WidgetRequest.Read(context.Request, [.. filters], session, errors, strict: WidgetRequest.Strict.Badge);
        var within =
            measure is null || errors.Any
                ? RowsQuery.All
                : new RowsQuery([.. await narrowing.ReadAsync(widget, measure, [], [], errors, cancellationToken)]);
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        if (Problems.OfNotices(widget.Notices) is { } problem)
        {
            // A badge has no room to say so.
            return problem;
        }

        if (await FindAsync(widget, kind, id, within, cancellationToken) is not { } badge)
        {
            return Problems.NotFound(
                $"There is no badge '{ParameterErrors.Shown($"{kind}/{id}")}'.",
                $"No hay un distintivo «{ParameterErrors.Shown($"{kind}/{id}")}»."
            );
        }

        if (widget.AsOf is { } day)
        {
            // In years it would read as if it were of then.
            badge = badge with
            {
                Message = $"{badge.Message} ({widget.On(day)})",
            };
        }

        context.Response.Headers.CacheControl = EmbedDocument.KeptFor(widget);
        return suffix switch
        {
            ".svg" => Results.Text(Svg(badge, widget.Language), "image/svg+xml; charset=utf-8"),
            ".png" => Results.Bytes(await PngAsync(badge, cancellationToken), "image/png"),
            _ => Results.Json(
                // Names as shields.io has them.
                new Dictionary<string, object>
                {
                    ["schemaVersion"] = 1,
                    ["label"] = badge.Label,
                    ["message"] = badge.Message,
                    ["color"] = badge.Colour,
                },
                Json.Options
            ),
        };
    }

    private async Task<Badge?> FindAsync(
        WidgetRequest widget,
        string kind,
        string id,
        RowsQuery within,
        CancellationToken cancellationToken
    )
    {
        switch (kind)
        {
            case "commitments" when await commitments.FindAsync(RecordId.Canonical("commitments", id), cancellationToken) is { } found:
                var name = widget.In(new Words("Compromiso", "Commitment"));
                return new Badge(
                    $"{name} {found.Id}",
                    found.Status is { } status
                        ? await labels.OfAsync(widget, "implementation_status", status, cancellationToken)
                        : $"{widget.In(Said.Status)}: {Sentence.Within(widget.In(Said.NoRecord))}",
                    found.Status is { } known ? Colours.GetValueOrDefault(known, Unknown) : Unknown
                );
            case "plans" when await plans.FindAsync(RecordId.Canonical("plans", id), cancellationToken) is { } found:
                return await FinishedAsync(
                    widget,
                    (await names.ShortAsync(widget, found.Id, cancellationToken))!,
                    $"plan={found.Id}",
                    found.CommitmentsStated,
                    cancellationToken
                );
            case "states" when await states.FindAsync(RecordId.Canonical("states", id), cancellationToken) is { } found:
                return await FinishedAsync(
                    widget,
                    widget.Text(found.NameEs, found.NameEn).Text!,
                    $"state={found.Id}",
                    null,
                    cancellationToken
                );
            case "measures" when MeasureCatalogue.Find(id) is { } asked:
                within = Figures.OfOneWhole(asked, within);
                var (measure, row) = await figures.OneAsync(id, within, cancellationToken);
                var of = within.Filters.Count == 0 ? null : await narrowing.OfAsync(widget, measure, within.Filters, cancellationToken);
                var isUnknown = row.Total == 0 || row.Known == 0;
                return new Badge(
                    of is null ? widget.In(measure.Question) : $"{widget.In(measure.Question)} {of}",
                    isUnknown
                        ? widget.In(Said.NoRecord)
                        : (
                            await figures.OutOfAsync(widget, measure, within, cancellationToken)
                            ?? await SaidAsync(widget, measure, row, cancellationToken)
                        ) + (await narrowing.UntilAsync(widget, measure, cancellationToken) is { } until ? $" ({until})" : ""),
                    isUnknown ? Unknown : Colours["completed"]
                );
            case "commitments"
            or "plans"
            or "states"
                when RecordId.Canonical(kind, id) is var record
                    && await records.WithdrawalAsync(kind, record, cancellationToken) is { } withdrawal:
                var day = widget.On(DateOnly.FromDateTime(withdrawal.ChangedAt.UtcDateTime));
                return new Badge(record, widget.In(new Words($"Se retiró el {day}", $"Withdrawn on {day}")), Unknown);
            default:
                return null;
        }
    }

    /// <summary>The number with what it is of: those of which nothing is on record are no part of what was found not to be so.</summary>
    private async Task<string> SaidAsync(WidgetRequest widget, Measure measure, MeasureRow row, CancellationToken cancellationToken)
    {
        if (measure.Reckoning is Reckoning.Parts)
        {
            var (yes, known, unknown) = (Said.Number(row.Yes!.Value), Said.Number(row.Known!.Value), Said.Number(row.Unknown!.Value));
            if (measure.Reckoning is Reckoning.Parts { No.IsEmpty: true })
            {
                // What is on record can only say yes: of how many it is known is no number of its own.
                return widget.In(new Words($"{yes} constan; {unknown} sin registro aquí", $"{yes} on record; {unknown} no record here"));
            }

            return row.Unknown == 0
                ? widget.In(new Words($"{yes} de {known}", $"{yes} of {known}"))
                : widget.In(
                    new Words(
                        $"{yes} de {known} con registro; {unknown} sin registro aquí",
                        $"{yes} of {known} on record; {unknown} no record here"
                    )
                );
        }

        if (StateMap.IsOfStages(measure))
        {
            // How many came how far.
            var (_, rows) = await figures.RowsAsync(measure.Key, ["stage"], RowsQuery.All, cancellationToken);
            var stages = await labels.OfAsync(widget, "state_stage", cancellationToken);
            return string.Join(
                " · ",
                stages
                    .Reverse()
                    .Select(stage => (stage.Label, Row: rows.FirstOrDefault(one => one.Keys[0] == stage.Code)))
                    .Where(stage => stage.Row is not null)
                    .Select(stage => $"{stage.Label} {Said.Number(stage.Row!.Total)}")
            );
        }

        return widget.Answer(measure, row)
            ?? (
                row.IsOfSeveral(measure)
                    ? widget.In(new Words($"{Said.Number(row.Total)} valores", $"{Said.Number(row.Total)} values"))
                    : widget.In(Said.NoRecord)
            );
    }

    /// <summary>What is not on record is said, so that nobody takes it for unfinished.</summary>
    private async Task<Badge> FinishedAsync(
        WidgetRequest widget,
        string name,
        RowsQuery within,
        int? stated,
        CancellationToken cancellationToken
    )
    {
        var (_, row) = await figures.OneAsync("finished", within, cancellationToken);
        var (yes, unknown, total) = (row.Yes!.Value, row.Unknown!.Value, row.Total);
        return new Badge(
            name,
            total == 0
                    ? widget.In(
                        stated is null
                            ? new Words("Compromisos: sin registro aquí", "Commitments: no record here")
                            : new Words(
                                $"{stated} compromisos declarados, sin registro aquí",
                                $"{stated} commitments stated, no record here"
                            )
                    )
                : unknown == total
                    ? widget.In(
                        new Words($"Estatus de {total} compromisos: sin registro aquí", $"Status of {total} commitments: no record here")
                    )
                : widget.In(
                    new Words(
                        $"{yes} de {total} terminados" + (unknown > 0 ? $", {unknown} sin registro aquí" : ""),
                        $"{yes} of {total} finished" + (unknown > 0 ? $", {unknown} no record here" : "")
                    )
                ),
            unknown == total ? Unknown : Colours["completed"]
        );
    }

    /// <summary>The same as the SVG, for screens of two pixels a point.</summary>
    private static Task<byte[]> PngAsync(Badge badge, CancellationToken cancellationToken)
    {
        var (label, message) = ((float)Width(badge.Label), (float)Width(badge.Message));
        return Drawing.PngAsync(
            label + message,
            Height,
            PixelsPerPoint,
            canvas =>
            {
                Part(canvas, badge.Label, 0, label, Ground);
                Part(canvas, badge.Message, label, message, badge.Colour);
            },
            cancellationToken
        );

        static void Part(SKCanvas canvas, string text, float from, float width, string ground)
        {
            Drawing.Rectangle(canvas, SKRect.Create(from, 0, width, Height), ground);
            Drawing.Text(canvas, text, from + Space, Baseline, Drawing.Sans, LetterSize, White);
        }
    }

    private static string Svg(Badge badge, string language)
    {
        // Letters are the reader's own: each text is told how long it is in those of pictures, and is fitted to it.
        var (label, message) = (Width(badge.Label), Width(badge.Message));
        string Number(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
        string Text(double from, double width, string text) =>
            $"<text x=\"{Number(from + width / 2)}\" y=\"{Baseline}\" textLength=\"{Number(width - 2 * Space)}\" lengthAdjust=\"spacingAndGlyphs\">{Html.Encode(text)}</text>";
        var title = Html.Encode($"{badge.Label}: {badge.Message}");
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Number(
                label + message
            )}" height="{Height}" role="img" aria-label="{title}" lang="{language}">
              <title>{title}</title>
              <rect width="{Number(label)}" height="{Height}" fill="{Ground}"/>
              <rect x="{Number(label)}" width="{Number(message)}" height="{Height}" fill="{badge.Colour}"/>
              <g fill="{White}" text-anchor="middle" font-family="system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif" font-size="{Number(OwnLetterSize)}">
                {Text(0, label, badge.Label)}
                {Text(label, message, badge.Message)}
              </g>
            </svg>
            """;
    }

    private static double Width(string text) => Math.Round(2 * Space + Drawing.WidthOf(text, Drawing.Sans, LetterSize), 1);

    private sealed record Badge(string Label, string Message, string Colour);
}
