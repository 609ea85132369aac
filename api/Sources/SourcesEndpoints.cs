using OpenGov.Api.Lists;

namespace OpenGov.Api.Sources;

internal static class SourcesEndpoints
{
    public static void MapSources(this IEndpointRouteBuilder api) =>
        api.MapGroup("/sources")
            .WithTags("Sources")
            .MapList<SourcesRepository, Source>("", SourcesRepository.Sql, "ListSources")
            .WithSummary("Lists sources")
            .WithDescription(
                "The pages and documents that records rest on: who publishes each, whose voice it is, whether a copy was read, and how much "
                    + "of it. `source_ids` of every record name them."
            );
}
