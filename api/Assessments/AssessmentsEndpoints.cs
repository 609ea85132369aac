using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Assessments;

internal static class AssessmentsEndpoints
{
    public static void MapAssessments(this IEndpointRouteBuilder api)
    {
        var assessments = api.MapGroup("/assessments").WithTags("Assessments");
        assessments
            .MapList<AssessmentsRepository, Assessment>("", AssessmentsRepository.Sql, "ListAssessments")
            .WithSummary("Lists assessments")
            .WithDescription(
                "Who said what of a plan as a whole or of a commitment: government, civil society, the Independent Reporting Mechanism, "
                    + "OGP Local reports and oversight bodies, side by side. A commitment shows the newest that is not the government's."
            );
        assessments
            .MapFind<AssessmentsRepository, Assessment>("/{id}", "assessments", "GetAssessment")
            .WithSummary("Gets an assessment")
            .WithDescription("An assessment, by its id.");
    }
}
