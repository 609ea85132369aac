using OpenGov.Api.Commitments;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Stats;

internal static class StatsEndpoints
{
    public static void MapStats(this IEndpointRouteBuilder api)
    {
        var stats = api.MapGroup("/stats").WithTags("Statistics");
        stats
            .MapRecord<Summary>("/summary", SummaryAsync, "GetSummary")
            .WithSummary("Gets the headline figures")
            .WithDescription(
                "What the sources state and what is documented here, side by side. The gap is what nobody can check yet. "
                    + "Each documented number has the address of its rows."
            );
        stats
            .MapList<InitiativeSizesRepository, InitiativeSize>("/initiative", InitiativeSizesRepository.Sql, "ListInitiativeSizes")
            .WithSummary("Lists the size of the local initiative at each known date")
            .WithDescription(
                "States, secretariats, plans, commitments, authorities and civil-society organisations as sources give them for a date. "
                    + "Sources disagree; each row says which it is."
            );
        stats
            .MapRead("/commitments", CommitmentsAsync)
            .WithName("CountCommitments")
            .WithSummary("Counts commitments in groups")
            .WithDescription(
                "Counts, and mean progress, by one or two keys, for the commitments that match the filters. "
                    + "A commitment with several policy areas, goals or values counts in each of its groups. Each count has the "
                    + "address of its rows."
            )
            .WithMetadata(
                new OfferedFormats([Format.Json]),
                new FilterMetadata(CommitmentsRepository.Sql.Filters),
                new AsOfMetadata(),
                new GroupByMetadata([.. StatsRepository.GroupKeys.Keys])
            )
            .Produces<CommitmentStats>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);
    }

    internal static async Task<IResult> SummaryAsync(
        HttpContext context,
        RecordRequest request,
        StatsRepository stats,
        CancellationToken cancellationToken
    ) => JsonAnswer.Of(await stats.SummaryAsync(context.Request, cancellationToken), request.Fields);

    internal static async Task<IResult> CommitmentsAsync(
        HttpContext context,
        StatsRepository stats,
        ReadSession session,
        CancellationToken cancellationToken
    )
    {
        if (Formats.Choose(context, [Format.Json]) is null)
        {
            return Problems.NotAcceptable("Statistics come as application/json.");
        }

        var errors = new ParameterErrors();
        var filters = await QueryBinding.ReadFiltersAsync(
            context.Request,
            CommitmentsRepository.Sql.Filters,
            ["group_by"],
            session,
            errors,
            cancellationToken
        );
        var keys = ReadGroupBy(context.Request, errors);
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        var (total, all) = await stats.CommitmentsAsync(keys, filters, cancellationToken);

        // A commitment with two policy areas matches a filter by one of them; the group of the other was not asked for.
        var groups = all.Where(group =>
                !keys.Where((key, i) => filters.TryGetValue(key, out var wanted) && !wanted.Contains(group.Keys[i] ?? Filter.NoData)).Any()
            )
            .ToList();
        return new JsonAnswer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("group_by");
            keys.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
            writer.WriteNumber("total", total);
            writer.WriteStartArray("items");
            foreach (var group in groups)
            {
                writer.WriteStartObject();
                for (var i = 0; i < keys.Count; i++)
                {
                    writer.WriteString(keys[i], group.Keys[i]);
                }

                writer.WriteNumber("count", group.Count);
                writer.WritePropertyName("mean_progress_percent");
                System.Text.Json.JsonSerializer.Serialize(writer, group.MeanProgressPercent, Json.Options);
                writer.WriteString("rows_url", RowsUrl(context.Request, filters, keys, group));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static List<string> ReadGroupBy(HttpRequest request, ParameterErrors errors)
    {
        var known = StatsRepository.GroupKeys.Keys;
        if (QueryBinding.One(request, "group_by", errors) is not { } given)
        {
            if (!errors.Any)
            {
                errors.Add(
                    "group_by",
                    ErrorCodes.Required,
                    $"Say by what to count: group_by takes one or two of {string.Join(", ", known)}."
                );
            }

            return [];
        }

        var keys = QueryBinding
            .Bounded("group_by", QueryBinding.Parts(given), QueryBinding.MostGroupKeys, errors)
            .Select(key => key.Trim())
            .ToList();
        foreach (var unknown in keys.Where(key => !known.Contains(key)).TakeWhile(_ => !errors.IsFull))
        {
            var takes = $" It takes one or two of {string.Join(", ", known)}.";
            errors.Add(
                "group_by",
                ErrorCodes.UnknownCode,
                $"'{ParameterErrors.Shown(unknown)}' is not a key to group by.",
                unknown,
                [.. known],
                after: takes
            );
        }

        if (keys.Distinct().Count() < keys.Count)
        {
            var detail = $"'{ParameterErrors.Shown(keys[0])}' stands twice in group_by; it takes one or two different keys.";
            errors.Add("group_by", ParameterCodes.Repeated, detail, keys[0]);
        }

        return keys;
    }

    /// <summary>The list with the same filters, narrowed to the group.</summary>
    private static string RowsUrl(
        HttpRequest request,
        Dictionary<string, IReadOnlyList<string>> filters,
        List<string> keys,
        CommitmentGroup group
    )
    {
        var query = filters
            .Where(filter => !keys.Contains(filter.Key))
            .ToDictionary(filter => filter.Key, filter => string.Join(',', filter.Value));
        for (var i = 0; i < keys.Count; i++)
        {
            query[keys[i]] = group.Keys[i] ?? Filter.NoData;
        }

        if (request.Query.TryGetValue("as_of", out var asOf))
        {
            query["as_of"] = asOf.ToString();
        }

        return $"{PublicAddress.OfApi(request, "/commitments")}{QueryString.Create(query!)}";
    }
}
