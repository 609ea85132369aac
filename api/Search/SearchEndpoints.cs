using OpenGov.Api.Lists;

namespace OpenGov.Api.Search;

internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder api) =>
        api.MapGroup("/search")
            .WithTags("Search")
            .MapList<SearchRepository, SearchResult, SearchResultList>("", SearchRepository.Sql, "Search")
            .WithSummary("Searches records by their words")
            .WithDescription(
                "Finds records by their words, the best first, each with its kind, a snippet in either language and the address of "
                    + "the record. Agreements and milestones are not searched: they are found by their session and commitment. "
                    + "`q` is needed. Where nothing is found, `near` has words that do find something."
            );
}
