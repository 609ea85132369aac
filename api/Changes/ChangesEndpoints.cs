using System.Globalization;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Changes;

internal static class ChangesEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder api)
    {
        var changes = api.MapGroup("/changes").WithTags("Changes");
        changes
            .MapList<ChangesRepository, Change, ChangeLog>("", ChangesRepository.Sql, "ListChanges", new AtomFeed(), new JsonChangeFeed())
            .WithSummary("Lists changes")
            .WithDescription(
                "Every change of the public data, newest first: what, when, by which role, from what to what. A withdrawal is one, too. With "
                    + "`after` it is oldest first, to be followed: `head` is the newest number, and `epoch` names this log; docs/api/mirror.md "
                    + "shows how nothing is missed. .atom and .feed.json are feeds to subscribe to, of everything or of a state, a plan or a "
                    + "commitment."
            );
        changes.MapRecord<Change>("/{id}", GetAsync, "GetChange").WithSummary("Gets a change").WithDescription("A change, by its number.");
    }

    /// <param name="id">Number of the change.</param>
    internal static async Task<IResult> GetAsync(
        string id,
        RecordRequest request,
        ChangesRepository changes,
        CancellationToken cancellationToken
    ) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
        && await changes.FindAsync(sequence.ToString(CultureInfo.InvariantCulture), cancellationToken) is { } change
            ? await request.AnswerAsync(change, cancellationToken)
            : Problems.NotFound(
                ParameterError.OfPath(
                    "id",
                    ErrorCodes.UnknownRecord,
                    id,
                    nearest: null,
                    $"There is no change '{ParameterErrors.Shown(id)}'. Changes are numbered from 1; /api/v1/changes lists them all.",
                    $"No hay un cambio «{ParameterErrors.Shown(id)}». Se numeran desde 1; /api/v1/changes los tiene todos."
                )
            );
}
