using System.Globalization;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Embedding;

/// <summary>Words, numbers and dates of widgets, in both languages.</summary>
internal static class Said
{
    public static readonly Words NoRecord = new("Sin registro aquí", "No record here");
    public static readonly Words Outside = new("Fuera del filtro", "Outside the filter");
    public static readonly Words Disputed = new("En disputa", "Disputed");
    public static readonly Words Undated = new("sin fecha", "undated");
    public static readonly Words Yes = new("Sí", "Yes");
    public static readonly Words No = Words.PlainNo;
    public static readonly Words Total = new("Total", "Total");
    public static readonly Words Value = new("Valor", "Value");
    public static readonly Words Date = new("Fecha", "Date");
    public static readonly Words State = new("Estado", "State");
    public static readonly Words Plan = new("Plan", "Plan");
    public static readonly Words Status = new("Estatus", "Status");
    public static readonly Words EarlyResults = new("Resultados tempranos", "Early results");
    public static readonly Words Progress = new("Avance", "Progress");
    public static readonly Words Due = new("Vence", "Due");
    public static readonly Words Sources = new("Fuentes", "Sources");
    public static readonly Words Original = new("el original", "the original");
    public static readonly Words NationalPlans = new("Planes nacionales", "National plans");

    private static readonly string[] MonthsEs =
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];

    private static readonly string[] MonthsEn = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];

    /// <summary>A number as both languages write it in Mexico: 1,234.5.</summary>
    public static string Number(decimal number) =>
        number == decimal.Truncate(number)
            ? number.ToString("#,0", CultureInfo.InvariantCulture)
            : number.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>Per cent, as the dashboard prints them in both languages.</summary>
    public static string Percent(decimal number) => $"{Number(number)}%";

    /// <summary>What kind of file it is and how large, as the dashboard says it in both languages: PDF, 1.2 MB.</summary>
    public static string File(string name, int bytes)
    {
        const int Kilobyte = 1_000;
        const int Megabyte = 1_000_000;
        var kind = name[(name.LastIndexOf('.') + 1)..].ToUpperInvariant();
        var size =
            bytes < Megabyte
                ? $"{Number(Math.Max(1, Math.Round((decimal)bytes / Kilobyte, MidpointRounding.AwayFromZero)))} KB"
                : $"{Number(Math.Round((decimal)bytes / Megabyte, 1, MidpointRounding.AwayFromZero))} MB";
        return $"{kind}, {size}";
    }

    /// <summary>Plans that a state is said to have: nobody but the presentation counts them, and of no day.</summary>
    public static readonly Words PlansStated = new("Planes que cuenta la presentación", "Plans that the presentation counts");

    /// <summary>A value of an index from 0 to 1, as the dashboard prints it.</summary>
    public static string Index(decimal number) =>
        Math.Round(number, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A day, month or year, as exactly as it is known.</summary>
    public static string On(this WidgetRequest widget, DateOnly day, string? precision = "day") => On(widget.Language, day, precision);

    /// <summary>Of which day the facts are, when one was asked for; a day that is not over may still change.</summary>
    public static Words AsOf(DateOnly day, DateOnly today) =>
        day < today
            ? new Words(
                $"Datos como estaban al final del {On("es", day)}; no cambian.",
                $"Data as it stood at the end of {On("en", day)}; it does not change."
            )
            : new Words(
                $"Datos del {On("es", day)}, que no ha terminado: hasta que termine pueden cambiar.",
                $"Data of {On("en", day)}, which is not over: until it is, it may change."
            );

    /// <summary>The same in a language.</summary>
    public static string On(string language, DateOnly day, string? precision = "day") =>
        precision switch
        {
            "year" => day.Year.ToString(CultureInfo.InvariantCulture),
            "month" => language == "en" ? $"{MonthsEn[day.Month - 1]} {day.Year}" : $"{MonthsEs[day.Month - 1]} de {day.Year}",
            _ => language == "en"
                ? $"{MonthsEn[day.Month - 1]} {day.Day}, {day.Year}"
                : $"{day.Day} de {MonthsEs[day.Month - 1]} de {day.Year}",
        };

    /// <summary>What an edition of the metric is called beside a score: with the year of its measurement, where that is another.</summary>
    public static Words Edition(int edition, int? measured) =>
        measured is null || measured == edition
            ? new Words($"{edition}", $"{edition}")
            : new Words($"{edition} (medición de {measured})", $"{edition} (measured in {measured})");

    /// <summary>A text of the program, which is in the language of the widget.</summary>
    public static Spoken Say(this WidgetRequest widget, Words words) => new(widget.In(words), widget.Language);

    /// <summary>The same for what is alike in both languages: a number, a date.</summary>
    public static Spoken Say(this WidgetRequest widget, string text) => new(text, widget.Language);

    /// <summary>A cell with a number, with its unit where that is a sign; empty where there is no record here.</summary>
    public static Cell Counted(this WidgetRequest widget, decimal? number, string? href = null, string? unit = null) =>
        new(number is { } known ? widget.Say(unit == "percent" ? Percent(known) : Number(known)) : null, href, IsNumber: true);

    /// <summary>A cell with a number of which a source says that it is more.</summary>
    public static Cell AtLeast(this WidgetRequest widget, decimal number) =>
        new(widget.Say(new Words($"más de {Number(number)}", $"more than {Number(number)}")), IsNumber: true);

    /// <summary>
    /// How many records of something there are here. None of them is no record here and never 0: what was not found can exist.
    /// </summary>
    public static Cell Recorded(this WidgetRequest widget, int number, string? href = null) =>
        number == 0 ? new Cell(null, IsNumber: true) : widget.Counted(number, href);

    /// <summary>
    /// The same of a plan's commitments. Where the plan states how many it has, none of them is a count: "none of 36" (<c>noneOf</c>).
    /// </summary>
    public static Cell Documented(this WidgetRequest widget, Plans.Plan plan) =>
        widget.Documented(plan.CommitmentsDocumented, plan.CommitmentsStated, $"/commitments?plan={plan.Id}");

    /// <summary>The same of a number that is stated, wherever the two stand beside each other.</summary>
    public static Cell Documented(this WidgetRequest widget, int documented, int? stated, string? href = null) =>
        documented == 0 && stated is { } all and > 0
            ? new Cell(widget.Say(new Words($"ninguno de {Number(all)}", $"none of {Number(all)}")), IsNumber: true)
            : widget.Recorded(documented, href);

    /// <summary>The columns of a measure's numbers: the parts of those that have parts, else its value.</summary>
    public static IReadOnlyList<string> Columns(this WidgetRequest widget, Measure measure) =>
        measure.Reckoning is Reckoning.Parts ? [widget.In(Yes), widget.In(measure.No), widget.In(NoRecord)] : [widget.In(Value)];

    /// <summary>The cells of a row under these columns.</summary>
    public static IEnumerable<Cell> Cells(this WidgetRequest widget, Measure measure, MeasureRow row) =>
        measure.Reckoning is Reckoning.Parts
            ? (row.IsUnknown(measure) ? [null, null, row.Unknown] : new decimal?[] { row.Yes, row.No, row.Unknown }).Select(number =>
                widget.Counted(number)
            )
        : row.IsOfSeveral(measure)
            ? [new Cell(widget.Say(new Words($"{Number(row.Total)} valores", $"{Number(row.Total)} values")), IsNumber: true)]
        : measure.Unit == "index" && row.Value is { } value ? [new Cell(widget.Say(Index(value)), IsNumber: true)]
        : [widget.Counted(row.Value, unit: measure.Unit)];

    /// <summary>Whether a group holds several published values, of which no number is made: that is not "no record here".</summary>
    public static bool IsOfSeveral(this MeasureRow row, Measure measure) =>
        measure.Reckoning is Reckoning.Single && row is { Value: null, Total: > 1 };

    /// <summary>Whether nothing is known of any of its rows: then there is no count of yes or no to give, not even 0.</summary>
    public static bool IsUnknown(this MeasureRow row, Measure measure) =>
        measure.Reckoning is Reckoning.Parts && row is { Total: > 0, Yes: 0, No: 0 };

    /// <summary>The answer of a measure with the numbers of a row; null where the row has none.</summary>
    public static string? Answer(this WidgetRequest widget, Measure measure, MeasureRow row)
    {
        var isParts = measure.Reckoning is Reckoning.Parts;
        if (!isParts && row.Value is null)
        {
            return null;
        }

        return widget
            .In(row.IsUnknown(measure) ? measure.NothingKnown : measure.Answer)
            .Replace("{yes}", Of(row.Yes), StringComparison.Ordinal)
            .Replace("{no}", Of(row.No), StringComparison.Ordinal)
            .Replace("{unknown}", Of(row.Unknown), StringComparison.Ordinal)
            .Replace("{total}", Of(row.Total), StringComparison.Ordinal)
            .Replace("{known}", Of(row.Known), StringComparison.Ordinal)
            .Replace("{value}", measure.Unit == "index" && row.Value is { } index ? Index(index) : Of(row.Value), StringComparison.Ordinal);

        static string Of(decimal? number) => number is { } known ? Number(known) : "";
    }
}
