using OpenGov.Api.Data;
using OpenGov.Api.Http;

namespace OpenGov.Api.Commitments;

internal static class CommitmentsEndpoints
{
    public static void MapCommitments(this IEndpointRouteBuilder api)
    {
        var commitments = api.MapGroup("/commitments").WithTags("Commitments");
        commitments.MapList<CommitmentsRepository, Commitment>("", CommitmentsRepository.Sql, "ListCommitments")
            .WithSummary("Lists commitments")
            .WithDescription("What was promised, by whom, and where it stands. Compliance (`status`, `completion`) and change (`early_results`, indicators) are kept apart. Unknown is null, never zero.");
        commitments.MapRecord<CommitmentDetail>("/{id}", GetAsync, "GetCommitment")
            .WithSummary("Gets a commitment")
            .WithDescription("A commitment with problem, solution and benefits, its milestones, evidence, impact indicators with baseline, target and observed values, and the organisations that lead or support it.");
    }

    /// <param name="id">Id of the commitment, for example `MX-DUR-PAL1-C2`, in any case.</param>
    internal static async Task<IResult> GetAsync(string id, RecordRequest request, CommitmentsRepository commitments, CancellationToken cancellationToken) =>
        await commitments.FindAsync(RecordId.Canonical("commitments", id), cancellationToken) is { } commitment
            ? await request.AnswerAsync(
                commitment,
                [.. commitment.Milestones, .. commitment.Evidence, .. commitment.Indicators, .. commitment.Indicators.SelectMany(indicator => indicator.Observations)],
                cancellationToken)
            : request.NotFound($"There is no commitment '{id}'. Ids look like MX-NAP4-C10 or MX-DUR-PAL1-C2; /api/v1/commitments lists them all.");
}
