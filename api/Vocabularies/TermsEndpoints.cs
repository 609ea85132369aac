using OpenGov.Api.Lists;

namespace OpenGov.Api.Vocabularies;

internal static class TermsEndpoints
{
    public static void MapTerms(this IEndpointRouteBuilder api) =>
        api.MapGroup("/terms")
            .WithTags("Vocabularies")
            .MapList<TermsRepository, Term>("", TermsRepository.Sql, "ListTerms")
            .WithSummary("Lists the codes of the vocabularies")
            .WithDescription(
                "Every code that an enumerated property can take, with its label and meaning in both languages and its IRM, OGP "
                    + "or SDG number."
            );
}
