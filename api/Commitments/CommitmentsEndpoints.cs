using OpenGov.Api.Changes;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

internal static class CommitmentsEndpoints
{
    public static void MapCommitments(this IEndpointRouteBuilder api)
    {
        var commitments = api.MapGroup("/commitments").WithTags("Commitments");
        commitments
            .MapList<CommitmentsRepository, Commitment>("", CommitmentsRepository.Sql, "ListCommitments")
            .WithSummary("Lists commitments")
            .WithDescription(
                "What was promised, by whom, and where it stands. Compliance (`status`, `completion`) and change "
                    + "(`early_results`, indicators) are kept apart. Unknown is null, never zero."
            );
        commitments
            .MapRecord<CommitmentDetail, Commitment>("/{id}", GetAsync, "GetCommitment")
            .WithSummary("Gets a commitment")
            .WithDescription(
                "A commitment with problem, solution and benefits, its milestones, evidence, impact indicators with baseline, "
                    + "target and observed values, what anybody said of it, and the organisations that lead or support it."
            );
        commitments
            .MapRecord<CommitmentLife>("/{id}/life", LifeAsync, "GetCommitmentLife")
            .WithSummary("Gets the life of a commitment")
            .WithDescription(
                "From a proposal to what changed for people: each step, whether it has been reached, when and by whom, what it needs, and the "
                    + "records that speak for it. All of it is computed from the records; nobody types it. `reached` is null where nothing on "
                    + "record says so or the contrary."
            );
        commitments
            .MapRecord<CommitmentHistory>("/{id}/history", HistoryAsync, "GetCommitmentHistory")
            .WithSummary("Gets the history of a commitment")
            .WithDescription(
                "Every change of the commitment and of its milestones, evidence, indicators and assessments, oldest first, also when it was "
                    + "withdrawn."
            );
    }

    /// <param name="id">Id of the commitment, in any case.</param>
    internal static async Task<IResult> LifeAsync(
        string id,
        HttpContext context,
        RecordRequest request,
        CommitmentLifeRepository lives,
        CancellationToken cancellationToken
    ) =>
        await lives.OfAsync(RecordId.Canonical("commitments", id), context.Request, cancellationToken) is { } life
            ? JsonAnswer.Of(life, request.Fields)
            : await request.NotFoundAsync(
                "commitments",
                id,
                $"There is no commitment '{id}'. /api/v1/commitments lists them all.",
                $"No consta aquí un compromiso «{id}». /api/v1/commitments los tiene todos.",
                cancellationToken
            );

    /// <param name="id">Id of the commitment, for example `MX-DUR-PAL1-C2`, in any case.</param>
    internal static async Task<IResult> GetAsync(
        string id,
        RecordRequest request,
        CommitmentsRepository commitments,
        CancellationToken cancellationToken
    ) =>
        await commitments.DetailAsync(RecordId.Canonical("commitments", id), cancellationToken) is { } commitment
            ? await request.AnswerAsync(commitment, cancellationToken)
            : await request.NotFoundAsync(
                "commitments",
                id,
                $"There is no commitment '{id}'. Ids look like MX-NAP4-C10 or MX-DUR-PAL1-C2; /api/v1/commitments lists them all.",
                $"No consta aquí un compromiso «{id}». Se llaman como MX-NAP4-C10 o MX-DUR-PAL1-C2; /api/v1/commitments los tiene todos.",
                cancellationToken
            );

    /// <param name="id">Id of the commitment, in any case.</param>
    internal static async Task<IResult> HistoryAsync(
        string id,
        RecordRequest request,
        ChangesRepository changes,
        RecordFinisher finisher,
        ReadSession session,
        CancellationToken cancellationToken
    )
    {
        var canonical = RecordId.Canonical("commitments", id);
        var history = await changes.OfAsync("commitment", canonical, cancellationToken);
        if (history.Count == 0)
        {
            var shown = ParameterErrors.Shown(id);
            return Problems.NotFound(
                ParameterError.OfPath(
                    "id",
                    ErrorCodes.UnknownRecord,
                    id,
                    await KnownIds.NearestAsync("commitments", canonical, session, cancellationToken),
                    $"There is no commitment '{shown}', and there never was.",
                    $"No consta aquí, ni constó, un compromiso «{shown}»."
                )
            );
        }

        await finisher.FinishAsync(history, cancellationToken);
        return JsonAnswer.Of(new CommitmentHistory { CommitmentId = canonical, Changes = history }, request.Fields);
    }
}
