using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Plans;

internal static class PlansEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans").WithTags("Plans");
        plans
            .MapList<PlansRepository, Plan>("", PlansRepository.Sql, "ListPlans")
            .WithSummary("Lists action plans")
            .WithDescription(
                "National and local action plans: what was stated of each and what is documented here. A plan that the "
                    + "presentation only counts has null titles and dates."
            );
        plans
            .MapRecord<PlanDetail>("/{id}", GetAsync, "GetPlan")
            .WithSummary("Gets an action plan")
            .WithDescription(
                "A plan with the members of its governance body and with what government, the Independent Reporting Mechanism and "
                    + "others said of it as a whole, side by side."
            );
        plans
            .MapRecord<PlanHealth>("/{id}/health", HealthAsync, "GetPlanHealth")
            .WithSummary("Gets the co-creation health of a plan")
            .WithDescription(
                "OGP's Participation and Co-Creation Standards and the five learnings, computed from what is recorded: met, not "
                    + "met, or no data, each with the rows behind it."
            );
    }

    /// <param name="id">Id of the plan, for example `MX-NAP4`, in any case.</param>
    internal static async Task<IResult> GetAsync(
        string id,
        RecordRequest request,
        PlansRepository plans,
        CancellationToken cancellationToken
    ) =>
        await plans.DetailAsync(RecordId.Canonical("plans", id), cancellationToken) is { } plan
            ? await request.AnswerAsync(plan, cancellationToken)
            : await request.NotFoundAsync(
                "plans",
                id,
                $"There is no plan '{id}'. Ids look like MX-NAP4 or MX-DUR-PAL1; /api/v1/plans lists them all.",
                $"No consta aquí un plan «{id}». Se llaman como MX-NAP4 o MX-DUR-PAL1; /api/v1/plans los tiene todos.",
                cancellationToken
            );

    /// <param name="id">Id of the plan, in any case.</param>
    internal static async Task<IResult> HealthAsync(
        string id,
        HttpContext context,
        RecordRequest request,
        PlanHealthRepository health,
        CancellationToken cancellationToken
    ) =>
        await health.OfAsync(RecordId.Canonical("plans", id), context.Request, cancellationToken) is { } found
            ? JsonAnswer.Of(found, request.Fields)
            : await request.NotFoundAsync(
                "plans",
                id,
                $"There is no plan '{id}'. /api/v1/plans lists them all.",
                $"No consta aquí un plan «{id}». /api/v1/plans los tiene todos.",
                cancellationToken
            );
}
