using System.Text.Json;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Measures;

internal static class MeasuresEndpoints
{
    /// <summary>What a row has beside the keys of its group.</summary>
    private static readonly IReadOnlyList<Shape<MeasureValue>.Property> Properties =
    [
        .. Shape<MeasureValue>.Properties.Where(property => property.Name != "keys"),
    ];

    public static void MapMeasures(this IEndpointRouteBuilder api)
    {
        var measures = api.MapGroup("/measures").WithTags("Measures");
        measures
            .MapRead("", ListAsync)
            .WithName("ListMeasures")
            .WithSummary("Lists what every figure means")
            .WithDescription(
                "Each figure of pages, statistics, downloads and widgets is a measure, defined once: its question, what counts as yes, "
                    + "no and unknown, what it does not say, its unit, and what people call it, in both languages."
            )
            .WithMetadata(OfferedFormats.JsonOnly, new FilterMetadata([new NameFilter()]), new AsOfMetadata())
            .Produces<MeasureDefinitions>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);
        measures
            .MapRead("/{key}", Find)
            .WithName("GetMeasure")
            .WithSummary("Gets what a figure means")
            .WithDescription("The definition of one measure. It is of the program, so it is the same on every day.")
            .WithMetadata(OfferedFormats.JsonOnly, new AsOfMetadata())
            .Produces<MeasureDescription>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);

        measures
            .MapRead("/{key}/values", ValuesAsync)
            .WithName("GetMeasureValues")
            .WithSummary("Gets the numbers of a measure")
            .WithDescription(
                "One row of all that match the filters, or with `by` one for each group, the group with most rows first; all rows come "
                    + "at once. `grouped_by` of the measure says which keys it takes, and its filters are those of the list that "
                    + "`rows_url` leads to. Each number has the address of its rows. Grouped by plan, what a voice said of a plan as a "
                    + "whole stands in rows of its own (`said_by`) beside the count of what is coded here, never to be added to it; filters of "
                    + "single commitments leave those rows out. `by=voice` counts assessments instead, goes with `plan`, `level` and "
                    + "`state`, and has the filters of `/assessments`."
            )
            .WithMetadata(
                new OfferedFormats(TableResult.Offered),
                new FilterMetadata(AnyFilter.OfAll),
                new AsOfMetadata(),
                new GroupByMetadata("by", "Measure", AnyFilter.AllKeys, IsRequired: false),
                new BomMetadata()
            )
            .Produces<MeasureValues>(
                StatusCodes.Status200OK,
                Format.Json.MediaType,
                [.. TableResult.Offered.Skip(1).Select(format => format.MediaType)]
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ReadSession session, CancellationToken cancellationToken)
    {
        var errors = new ParameterErrors();
        if (NotAcceptable(context) is { } refusal)
        {
            return refusal;
        }

        var wanted = await QueryBinding.ReadFiltersAsync(context.Request, [new NameFilter()], [], session, errors, cancellationToken);
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        var all = MeasureCatalogue
            .Named(wanted.GetValueOrDefault("q")?[0])
            .Select(measure => MeasureDescription.Of(measure, context.Request))
            .ToList();
        return JsonAnswer.Of(new MeasureDefinitions { Items = all, Total = all.Count });
    }

    private static IResult Find(HttpContext context, ReadSession session, string key)
    {
        if (NotAcceptable(context) is { } refusal)
        {
            return refusal;
        }

        var errors = new ParameterErrors();
        QueryBinding.Known(context.Request, ["as_of"], errors);
        QueryBinding.ReadAsOf(context.Request, session, errors);
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        return MeasureCatalogue.Find(key) is { } measure ? JsonAnswer.Of(MeasureDescription.Of(measure, context.Request)) : NotFound(key);
    }

    private static IResult NotFound(string key)
    {
        var shown = ParameterErrors.Shown(key);
        return Problems.NotFound(
            ParameterError.OfPath(
                "key",
                ErrorCodes.UnknownCode,
                key,
                Suggestion.Nearest(key, MeasureCatalogue.All.Select(measure => measure.Key)),
                $"There is no measure '{shown}'; /api/v1/measures lists them all.",
                $"No hay una medida «{shown}»; /api/v1/measures las tiene todas."
            )
        );
    }

    private static IResult? NotAcceptable(HttpContext context) =>
        Formats.Choose(context, OfferedFormats.JsonOnly.All) is null
            ? Problems.NotAcceptable(
                "The meaning of measures comes as application/json; their values in every format.",
                "El significado de las medidas viene como application/json; sus valores, en todos los formatos."
            )
            : null;

    private static async Task<IResult> ValuesAsync(
        string key,
        HttpContext context,
        MeasuresRepository repository,
        StatementsRepository statements,
        ReadSession session,
        CancellationToken cancellationToken
    )
    {
        if (Formats.Choose(context, TableResult.Offered) is not { } format)
        {
            return TableResult.NotAcceptable;
        }

        if (MeasureCatalogue.Find(key) is not { } measure)
        {
            return NotFound(key);
        }

        var errors = new ParameterErrors();
        var by = GroupBinding.Read(context.Request, "by", measure.GroupedBy, isRequired: false, errors);
        if (by.Contains(Population.Voice))
        {
            // Its rows are assessments then, and have their filters.
            measure = measure.ByVoice();
            by = GroupBinding.Read(context.Request, "by", measure.GroupedBy, isRequired: false, errors);
        }

        var filters = await QueryBinding.ReadFiltersAsync(
            context.Request,
            measure.Of.List.Filters,
            ["by", "bom"],
            session,
            errors,
            cancellationToken
        );
        ListEndpoint.CheckBom(context.Request, format, errors);
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        var rows = await repository.RowsAsync(measure, by, filters, named: true, cancellationToken);
        var addresses = PartAddresses.Of(context.Request, measure, by, new RowsQuery([.. filters]));
        var values = rows.Select(row => Value(measure, by, addresses, row)).ToList();
        if (by is ["plan"] && measure.Aspect is { } aspect)
        {
            var said = await statements.OfPlansAsync(context.Request, aspect, filters, cancellationToken);
            var places = rows.Index().ToDictionary(row => row.Item.Keys[0] ?? "", row => row.Index);
            values = [.. values.Concat(said).OrderBy(value => places.GetValueOrDefault((string?)value.Keys["plan"] ?? "", places.Count))];
        }

        return format == Format.Json
            ? new JsonAnswer(writer => WriteValues(writer, measure, by, values))
            : Table(measure, by, values, format, session);
    }

    private static void WriteValues(Utf8JsonWriter writer, Measure measure, IReadOnlyList<string> by, IReadOnlyList<MeasureValue> values)
    {
        writer.WriteStartObject();
        writer.WriteString("measure", measure.Key);
        writer.WriteString("unit", measure.Unit);
        writer.WriteStartArray("by");
        foreach (var key in by)
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
        writer.WriteNumber("total", values.Count);
        writer.WriteStartArray("items");
        foreach (var value in values)
        {
            writer.WriteStartObject();
            foreach (var key in by)
            {
                writer.WriteString(key, (string?)value.Keys[key]);
            }

            foreach (var property in Properties)
            {
                writer.WritePropertyName(property.EncodedName);
                TableResult.WriteValue(writer, property.Get(value));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static IEnumerable<string?> Keys(IReadOnlyList<string> by, MeasureValue value) => by.Select(key => (string?)value.Keys[key]);

    /// <summary>The measure and its unit stand in each row, so that rows of several measures can be put together.</summary>
    private static TableResult Table(
        Measure measure,
        IReadOnlyList<string> by,
        IReadOnlyList<MeasureValue> values,
        Format format,
        ReadSession session
    )
    {
        var columns = Shape<MeasureValue>.RowOf(format).Where(column => column.Name is not ("keys" or "unit")).ToList();
        return new TableResult(
            string.Join("-by-", [measure.Key, .. by]),
            [
                new ParquetTable.Column("measure", typeof(string), $"{measure.Question.En} {measure.Definition.En}"),
                new ParquetTable.Column("unit", typeof(string), "In what its numbers count."),
                .. by.Select(TableResult.Key),
                .. columns.Select(column => new ParquetTable.Column(column.Name, column.Type, column.Description)),
            ],
            [
                .. values.Select(value =>
                    (object?[])[measure.Key, value.Unit, .. Keys(by, value), .. columns.Select(column => column.Get(value))]
                ),
            ],
            format,
            session
        );
    }

    private static MeasureValue Value(Measure measure, IReadOnlyList<string> by, PartAddresses addresses, MeasureRow row) =>
        new()
        {
            Keys = by.Zip(row.Keys).ToDictionary(key => key.First, object? (key) => key.Second),
            LabelEs = row.Label.Es,
            LabelEn = row.Label.En,
            Unit = measure.Unit,
            SaidBy = null,
            SaidOn = null,
            SaidOnPrecision = null,
            Code = null,
            AssessmentId = null,
            AssessmentUrl = null,
            Value = row.Value,
            Yes = row.Yes,
            No = row.No,
            Unknown = row.Unknown,
            Total = row.Total,
            Known = row.Known,
            RowsUrl = addresses.All.Of(row.Keys),
            YesRowsUrl = addresses.Yes?.Of(row.Keys),
            NoRowsUrl = addresses.No?.Of(row.Keys),
            UnknownRowsUrl = addresses.Unknown?.Of(row.Keys),
            Sources = [],
        };

    /// <summary>Addresses of the rows behind each number of a measure.</summary>
    private sealed record PartAddresses(RowsAddress All, RowsAddress? Yes, RowsAddress? No, RowsAddress? Unknown)
    {
        public static PartAddresses Of(HttpRequest request, Measure measure, IReadOnlyList<string> by, RowsQuery asked)
        {
            var (counted, parts) = (asked.And(measure.Within), measure.Reckoning as Reckoning.Parts);
            return new PartAddresses(Address(RowsQuery.All)!, Address(parts?.Yes), Address(parts?.No), Address(parts?.Unknown));

            RowsAddress? Address(RowsQuery? part) => part is null ? null : new RowsAddress(request, measure.Of, by, counted.And(part));
        }
    }
}
