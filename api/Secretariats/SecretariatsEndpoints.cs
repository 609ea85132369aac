using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Secretariats;

internal static class SecretariatsEndpoints
{
    public static void MapSecretariats(this IEndpointRouteBuilder api)
    {
        var secretariats = api.MapGroup("/secretariats").WithTags("Secretariats");
        secretariats
            .MapList<SecretariatsRepository, Secretariat>("", SecretariatsRepository.Sql, "ListSecretariats")
            .WithSummary("Lists Local Technical Secretariats")
            .WithDescription(
                "The documented spaces of dialogue between society and government, one in a state. The presentation states 20; "
                    + "those that no source names are not here."
            );
        secretariats
            .MapRecord<SecretariatDetail>("/{stateCode}", GetAsync, "GetSecretariat")
            .WithSummary("Gets the secretariat of a state")
            .WithDescription("The Local Technical Secretariat of a state with its member organisations by sector.");
    }

    /// <param name="stateCode">
    /// ISO 3166-2 code (`MX-DUR`) or INEGI code (`10`) of the state, or the id of the secretariat (`MX-DUR-STL`).
    /// </param>
    internal static async Task<IResult> GetAsync(
        string stateCode,
        RecordRequest request,
        SecretariatsRepository secretariats,
        CancellationToken cancellationToken
    ) =>
        await secretariats.DetailAsync(RecordId.Canonical("states", stateCode), cancellationToken) is { } secretariat
            ? await request.AnswerAsync(secretariat, cancellationToken)
            : await request.NotFoundAsync(
                "secretariats",
                stateCode,
                $"No Local Technical Secretariat is documented for '{stateCode}'. /api/v1/secretariats lists those that are.",
                $"De «{stateCode}» no consta aquí un Secretariado Técnico Local. /api/v1/secretariats tiene los que constan.",
                cancellationToken
            );
}
