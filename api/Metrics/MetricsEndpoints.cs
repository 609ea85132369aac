using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Metrics;

internal static class MetricsEndpoints
{
    public static void MapMetrics(this IEndpointRouteBuilder api)
    {
        var metrics = api.MapGroup("/metrics").WithTags("Metrics");
        metrics
            .MapList<MetricEditionsRepository, MetricEdition>("", MetricEditionsRepository.Sql, "ListMetricEditions")
            .WithSummary("Lists the editions of the Open Government Metric")
            .WithDescription(
                "Editions of the Métrica de Gobierno Abierto, newest first, each with its authors, scale, formula and how far it "
                    + "can be compared."
            );
        metrics
            .MapList<MetricValuesRepository, MetricValue>("/values", MetricValuesRepository.Sql, "ListMetricValues")
            .WithSummary("Lists metric values")
            .WithDescription(
                "Values by edition, indicator and scope. A published index stands beside the value recomputed from its parts, "
                    + "where they are known."
            );
        metrics
            .MapRecord<MetricEditionDetail>("/{year}", GetAsync, "GetMetricEdition")
            .WithSummary("Gets an edition of the metric")
            .WithDescription("An edition with the definitions of its indicators and its values for the whole country.");
    }

    /// <param name="year">Year of the edition, for example 2017, or its id: `MGA-2017`.</param>
    internal static async Task<IResult> GetAsync(
        string year,
        RecordRequest request,
        MetricEditionsRepository editions,
        MetricValuesRepository values,
        CancellationToken cancellationToken
    )
    {
        if (await editions.DetailAsync(year, cancellationToken) is not { } found)
        {
            return await request.NotFoundAsync(
                "metric_editions",
                year,
                $"There is no edition '{year}'. Use its year, for example 2017; /api/v1/metrics lists them all.",
                $"No consta aquí una edición «{year}». Se pide por su año, como 2017; /api/v1/metrics las tiene todas.",
                cancellationToken
            );
        }

        found = found with { National = await values.NationalAsync(found.Edition, cancellationToken) };
        return await request.AnswerAsync(found, cancellationToken);
    }
}
