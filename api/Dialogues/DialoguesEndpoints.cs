using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Dialogues;

internal static class DialoguesEndpoints
{
    public static void MapDialogues(this IEndpointRouteBuilder api)
    {
        var dialogues = api.MapGroup("/dialogues").WithTags("Dialogues");
        dialogues
            .MapList<SessionsRepository, Session>("/sessions", SessionsRepository.Sql, "ListSessions", new SessionsCalendar())
            .WithSummary("Lists dialogue sessions")
            .WithDescription(
                "Sessions of secretariats and of the bodies of plans, newest first, with their agenda, minutes and attendance by "
                    + "sector. With the suffix .ics it is a calendar to subscribe to."
            );
        dialogues
            .MapFind<SessionsRepository, Session>("/sessions/{id}", "sessions", "GetSession")
            .WithSummary("Gets a session")
            .WithDescription("A session, by its id.");
        dialogues
            .MapList<AgreementsRepository, Agreement>("/agreements", AgreementsRepository.Sql, "ListAgreements")
            .WithSummary("Lists agreements")
            .WithDescription("What sessions agreed: text, who answers for it, when it is due and whether it was done.");
        dialogues
            .MapFind<AgreementsRepository, Agreement>("/agreements/{id}", "agreements", "GetAgreement")
            .WithSummary("Gets an agreement")
            .WithDescription("An agreement, by its id.");
        dialogues
            .MapList<ProposalsRepository, Proposal>("/proposals", ProposalsRepository.Sql, "ListProposals")
            .WithSummary("Lists proposals")
            .WithDescription("Proposals made during co-creation, each with the reasoned response that it is owed.");
        dialogues
            .MapFind<ProposalsRepository, Proposal>("/proposals/{id}", "proposals", "GetProposal")
            .WithSummary("Gets a proposal")
            .WithDescription("A proposal with its response, by its id.");
    }
}
