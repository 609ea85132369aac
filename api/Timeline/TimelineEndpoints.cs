using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Timeline;

internal static class TimelineEndpoints
{
    public static void MapTimeline(this IEndpointRouteBuilder api)
    {
        var timeline = api.MapGroup("/timeline").WithTags("Timeline");
        timeline
            .MapList<TimelineRepository, TimelineEvent>("", TimelineRepository.Sql, "ListTimeline")
            .WithSummary("Lists dated events")
            .WithDescription("Events of the national and the local process, oldest first.");
        timeline
            .MapFind<TimelineRepository, TimelineEvent>("/{id}", "timeline", "GetTimelineEvent")
            .WithSummary("Gets an event")
            .WithDescription("Gets an event, by its id.");
    }
}
