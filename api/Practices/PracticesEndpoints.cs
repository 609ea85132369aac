using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Practices;

internal static class PracticesEndpoints
{
    public static void MapPractices(this IEndpointRouteBuilder api)
    {
        var practices = api.MapGroup("/practices").WithTags("Practices");
        practices
            .MapList<PracticesRepository, Practice>("", PracticesRepository.Sql, "ListPractices")
            .WithSummary("Lists good practices")
            .WithDescription(
                "The repository of good practices, national and international. The six cases of the presentation are the first "
                    + "national ones."
            );
        practices
            .MapFind<PracticesRepository, Practice>("/{id}", "practices", "GetPractice")
            .WithSummary("Gets a good practice")
            .WithDescription("Gets a good practice, by its id.");
    }
}
