using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Commitments;

/// <summary>What an organisation last said of how far a commitment has come, which fits what it verifies.</summary>
internal static class LastWord
{
    /// <summary>What an organisation has said of how far a commitment has come, the last first.</summary>
    internal const string OwnWordSql = """
        SELECT a.id, a.code, a.assessed_on FROM assessments a
        WHERE a.commitment_id = @Id AND a.organization_id = @Organization AND a.aspect = 'completion'
        ORDER BY a.assessed_on DESC, a.id DESC
        """;

    /// <summary>Codes of completion that say that something is not completed.</summary>
    private static readonly string[] Unfinished = ["not_started", "limited", "withdrawn"];

    /// <summary>
    /// Who says of a commitment that it was hardly begun does not verify that it was completed, nor the other way round: what its last word
    /// is after a step, whichever of its words the step adds, changes, takes away or brings back.
    /// </summary>
    public static async Task<IReadOnlyList<RecordError>> TakesBackAsync(WriteStep step, CancellationToken cancellationToken)
    {
        var row = (step.After ?? step.Before)!;
        if (
            row["aspect"] is not "completion"
            || row["commitment_id"] is not string commitment
            || row["organization_id"] is not string organization
            || !await Verification.IsVerifiedAsync(step, commitment, cancellationToken)
            || await Verification.VerifierAsync(step, "commitments", commitment, cancellationToken) is not { } verifier
            || await Verification.OrganizationIdAsync(step, verifier, cancellationToken) != organization
        )
        {
            return [];
        }

        var words = (
            await step.Recorder.QueryAsync<OwnWord>(OwnWordSql, new { Id = commitment, Organization = organization }, cancellationToken)
        ).Where(word => word.Id != step.Id);
        if (step.After is { } after)
        {
            words = words.Append(
                new OwnWord
                {
                    Id = step.Id,
                    Code = after["code"] as string,
                    AssessedOn = after["assessed_on"] as DateOnly?,
                }
            );
        }

        var last = words
            .OrderByDescending(word => word.AssessedOn)
            .ThenByDescending(word => word.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return last?.Code is { } code && Unfinished.Contains(code)
            ?
            [
                new RecordError(
                    ErrorCodes.Contradiction,
                    $"{organization} has verified {commitment}, so {code} is not its last word on it: take the verification back first."
                )
                {
                    Field = "code",
                    Value = code,
                    DetailEs =
                        $"{organization} verificó {commitment}, así que {code} no es su última palabra: retire antes la verificación.",
                },
            ]
            : [];
    }

    /// <summary>What is wrong when an organisation verifies a commitment of which its last word is that it was hardly begun.</summary>
    public static async Task<IReadOnlyList<RecordError>> OtherwiseSaidAsync(
        WriteStep step,
        string own,
        CancellationToken cancellationToken
    ) =>
        (await step.Recorder.QueryAsync<OwnWord>(OwnWordSql, new { step.Id, Organization = own }, cancellationToken))
            is [{ Code: { } code } word, ..]
        && Unfinished.Contains(code)
            ?
            [
                new RecordError(
                    ErrorCodes.Contradiction,
                    $"{own} says {code} of {step.Id}, in {word.Id}, so it does not verify it: change that first, or report again."
                )
                {
                    Field = "status",
                    Value = "verified",
                    Nearest = word.Id,
                    DetailEs =
                        $"{own} dice {code} de {step.Id}, en {word.Id}, así que no lo verifica: cambie antes eso, o reporte de nuevo.",
                },
            ]
            : [];

    private sealed record OwnWord
    {
        public required string Id { get; init; }
        public string? Code { get; init; }
        public DateOnly? AssessedOn { get; init; }
    }
}
