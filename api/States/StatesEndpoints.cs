using OpenGov.Api.Lists;
using OpenGov.Api.Plans;
using OpenGov.Api.Records;
using OpenGov.Api.Secretariats;

namespace OpenGov.Api.States;

internal static class StatesEndpoints
{
    public static void MapStates(this IEndpointRouteBuilder api)
    {
        var states = api.MapGroup("/states").WithTags("States");
        states
            .MapList<StatesRepository, State>("", StatesRepository.Sql, "ListStates", new StatesGeoJson())
            .WithSummary("Lists the 32 federal entities")
            .WithDescription(
                "All 32 states with their participation in the local open-government initiative, what the presentation states of "
                    + "them and what is documented here."
            );
        states
            .MapRecord<StateDetail>("/{code}", GetAsync, "GetState")
            .WithSummary("Gets a state")
            .WithDescription(
                "A state by its ISO 3166-2 code (`MX-DUR`, in any case) or its INEGI code (`10`), with its metric values, plans "
                    + "and secretariat."
            );
    }

    /// <param name="code">ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`).</param>
    internal static async Task<IResult> GetAsync(
        string code,
        RecordRequest request,
        StatesRepository states,
        PlansRepository plans,
        SecretariatsRepository secretariats,
        CancellationToken cancellationToken
    )
    {
        var id = RecordId.Canonical("states", code);
        if (await states.DetailAsync(id, cancellationToken) is not { } state)
        {
            return await request.NotFoundAsync(
                "states",
                code,
                $"There is no state '{code}'. Use an ISO 3166-2 code such as MX-DUR, or an INEGI code from 01 to 32.",
                $"No hay una entidad «{code}». Use su código ISO 3166-2, como MX-DUR, o el del INEGI, de 01 a 32.",
                cancellationToken
            );
        }

        state = state with
        {
            Plans = await plans.OfStateAsync(id, cancellationToken),
            Secretariat = await secretariats.OfStateAsync(id, cancellationToken),
        };
        return await request.AnswerAsync(state, cancellationToken);
    }
}
