using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Learnings;

internal static class LearningsEndpoints
{
    public static void MapLearnings(this IEndpointRouteBuilder api)
    {
        var learnings = api.MapGroup("/learnings").WithTags("Toolbox");
        learnings
            .MapList<LearningsRepository, Learning>("", LearningsRepository.Sql, "ListLearnings")
            .WithSummary("Lists the learnings")
            .WithDescription("The five learnings of the Mexican case, each with the co-creation health check that it maps to.");
        learnings
            .MapFind<LearningsRepository, Learning>("/{id}", "learnings", "GetLearning")
            .WithSummary("Gets a learning")
            .WithDescription("Gets a learning, by its id.");
    }
}
