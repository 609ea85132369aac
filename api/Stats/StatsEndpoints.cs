using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Stats;

internal static class StatsEndpoints
{
    public static void MapStats(this IEndpointRouteBuilder api)
    {
        var stats = api.MapGroup("/stats").WithTags("Statistics");
        stats
            .MapRecord<Summary>("/summary", SummaryAsync, "GetSummary", new OfferedFormats(TableResult.Offered))
            .WithSummary("Gets the headline figures")
            .WithDescription(
                "What the sources state and what is documented here, side by side. The gap is what nobody can check yet. "
                    + "Each documented number has the address of its rows. As a table it has one row for each figure."
            );
        stats
            .MapList<InitiativeSizesRepository, InitiativeSize>("/initiative", InitiativeSizesRepository.Sql, "ListInitiativeSizes")
            .WithSummary("Lists the size of the local initiative at each known date")
            .WithDescription(
                "States, secretariats, plans, commitments, authorities and civil-society organisations as sources give them for a date. "
                    + "Sources disagree; each row says which it is."
            );
        stats
            .MapCounts<CommitmentStats>(Commitments, "CountCommitments", "Commitment")
            .WithSummary("Counts commitments in groups")
            .WithDescription(
                "Counts, and mean progress, by one or two keys, for the commitments that match the filters. "
                    + "A commitment with several policy areas, goals or values counts in each of its groups. Each count has the "
                    + "address of its rows."
            );
        foreach (var (of, one) in Others)
        {
            var name = of.Name.Replace('_', ' ');
            stats
                .MapCounts<Counts>(of, $"Count{one}s", one)
                .WithSummary($"Counts {name} in groups")
                .WithDescription(
                    $"Counts by one or two keys, for the {name} that match the filters. Each count has the address of its rows."
                );
        }
    }

    private static readonly Population Commitments = Population.Commitments.ByAny();

    /// <summary>What else is counted in groups, and what one of it is called in the description.</summary>
    private static readonly IReadOnlyList<(Population Of, string One)> Others =
    [
        (Population.Plans.ByAny(), "Plan"),
        (Population.States.ByAny(), "State"),
        (Population.Secretariats.ByAny(), "Secretariat"),
        (Population.Organizations.ByAny(), "Organization"),
        (Population.Assessments.ByAny(), "Assessment"),
        (Population.MetricValues.ByAny(), "MetricValue"),
        (Population.Sessions.ByAny(), "Session"),
        (Population.Agreements.ByAny(), "Agreement"),
        (Population.Proposals.ByAny(), "Proposal"),
    ];

    /// <summary>By what commitments are counted.</summary>
    public static IReadOnlyList<string> CommitmentKeys { get; } = [.. Commitments.Keys.Keys];

    /// <summary>By what any of the others is counted.</summary>
    public static IReadOnlyList<string> OtherKeys { get; } = [.. Others.SelectMany(other => other.Of.Keys.Keys).Distinct()];

    private static RouteHandlerBuilder MapCounts<TCounts>(this RouteGroupBuilder stats, Population of, string name, string one) =>
        stats
            .MapRead(
                of.Path,
                (HttpContext context, StatsRepository repository, ReadSession session, CancellationToken cancellationToken) =>
                    CountAsync(of, context, repository, session, cancellationToken)
            )
            .WithName(name)
            .WithMetadata(
                new OfferedFormats(TableResult.Offered),
                new FilterMetadata(of.List.Filters),
                new AsOfMetadata(),
                new GroupByMetadata("group_by", one, [.. of.Keys.Keys], IsRequired: true),
                new BomMetadata()
            )
            .Produces<TCounts>(
                StatusCodes.Status200OK,
                Format.Json.MediaType,
                [.. TableResult.Offered.Skip(1).Select(format => format.MediaType)]
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);

    internal static async Task<IResult> SummaryAsync(
        HttpContext context,
        RecordRequest request,
        StatsRepository stats,
        ReadSession session,
        CancellationToken cancellationToken
    )
    {
        var summary = await stats.SummaryAsync(context.Request, cancellationToken);
        if (request.Format == Format.Json)
        {
            return JsonAnswer.Of(summary, request.Fields);
        }

        var columns = Shape<Figure>.RowOf(request.Format);
        return new TableResult(
            "stats-summary",
            [.. columns.Select(column => new ParquetTable.Column(column.Name, column.Type, column.Description))],
            [.. summary.Figures.Select(figure => columns.Select(column => column.Get(figure)).ToList())],
            request.Format,
            session
        );
    }

    private static async Task<IResult> CountAsync(
        Population of,
        HttpContext context,
        StatsRepository stats,
        ReadSession session,
        CancellationToken cancellationToken
    )
    {
        if (Formats.Choose(context, TableResult.Offered) is not { } format)
        {
            return TableResult.NotAcceptable;
        }

        var errors = new ParameterErrors();
        var filters = await QueryBinding.ReadFiltersAsync(
            context.Request,
            of.List.Filters,
            ["group_by", "bom"],
            session,
            errors,
            cancellationToken
        );
        var keys = GroupBinding.Read(context.Request, "group_by", [.. of.Keys.Keys], isRequired: true, errors);
        ListEndpoint.CheckBom(context.Request, format, errors);
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        var (total, groups) = await stats.CountAsync(of, keys, filters, cancellationToken);
        var hasProgress = of == Commitments;
        IReadOnlyList<ParquetTable.Column> columns =
        [
            .. keys.Select(TableResult.Key),
            new("count", typeof(int), $"How many {of.Name} are in the group."),
            .. hasProgress
                ? (ParquetTable.Column[])
                    [new("mean_progress_percent", typeof(decimal), "Mean progress of those with one, in percent; null where none has.")]
                : [],
            new("rows_url", typeof(string), "Address of the rows that were counted."),
        ];
        // The list with the same filters, narrowed to the group.
        var addresses = new RowsAddress(context.Request, of, keys, new RowsQuery([.. filters]));
        var rows = groups
            .Select(group =>
                (object?[])[.. group.Keys, group.Total, .. hasProgress ? (object?[])[group.Value] : [], addresses.Of(group.Keys)]
            )
            .ToList();
        return format == Format.Json
            ? new JsonAnswer(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("group_by");
                foreach (var key in keys)
                {
                    writer.WriteStringValue(key);
                }

                writer.WriteEndArray();
                writer.WriteNumber("total", total);
                writer.WriteStartArray("items");
                TableResult.WriteObjects(writer, [.. columns.Select(column => column.Name)], rows);
                writer.WriteEndArray();
                writer.WriteEndObject();
            })
            : new TableResult(string.Join("-by-", [of.Name, .. keys]), columns, rows, format, session);
    }
}
