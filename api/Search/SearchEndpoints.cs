using OpenGov.Api.Lists;

namespace OpenGov.Api.Search;

internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder api) =>
        api.MapGroup("/search")
            .WithTags("Search")
            .MapList<SearchRepository, SearchResult>("", SearchRepository.Sql, "Search")
            .WithSummary("Searches every kind of record")
            .WithDescription(
                "Finds records of every kind by their words, the best first, each with its kind, a snippet in either language and "
                    + "the address of the record. `q` is needed."
            );
}
