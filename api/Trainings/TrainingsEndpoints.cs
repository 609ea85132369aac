using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Trainings;

internal static class TrainingsEndpoints
{
    public static void MapTrainings(this IEndpointRouteBuilder api)
    {
        var trainings = api.MapGroup("/trainings").WithTags("Toolbox");
        trainings
            .MapList<TrainingsRepository, Training>("", TrainingsRepository.Sql, "ListTrainings")
            .WithSummary("Lists trainings")
            .WithDescription(
                "Programmes for agents of change in open government and sustainable development: people trained, states reached "
                    + "and topics, in totals only."
            );
        trainings
            .MapFind<TrainingsRepository, Training>("/{id}", "trainings", "GetTraining")
            .WithSummary("Gets a training")
            .WithDescription("Gets a training, by its id.");
    }
}
