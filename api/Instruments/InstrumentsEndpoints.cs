using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Instruments;

internal static class InstrumentsEndpoints
{
    public static void MapInstruments(this IEndpointRouteBuilder api)
    {
        var instruments = api.MapGroup("/instruments").WithTags("Toolbox");
        instruments
            .MapList<InstrumentsRepository, Instrument>("", InstrumentsRepository.Sql, "ListInstruments")
            .WithSummary("Lists instruments")
            .WithDescription(
                "Regulations, guidelines, methodologies and policies that help local efforts, among them the policy on the "
                    + "construction of public knowledge with its levels and aims."
            );
        instruments
            .MapFind<InstrumentsRepository, Instrument>("/{id}", "instruments", "GetInstrument")
            .WithSummary("Gets an instrument")
            .WithDescription("Gets an instrument, by its id.");
    }
}
