using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Commitments;

/// <summary>Who verifies is somebody else than who reports: not the organisation that leads, nor the one that said it was done.</summary>
internal static class Verification
{
    internal const string LeadsSql = """
        SELECT CONCAT('|', c.lead_organizations, '|', c.supporting_organizations, '|') FROM commitments c WHERE c.id = @Id
        """;

    /// <summary>What is wrong with a verification by the caller of what belongs to a commitment.</summary>
    /// <exception cref="WriteRefusal">The caller speaks for no organisation that is on record.</exception>
    public static async Task<IReadOnlyList<RecordError>> ErrorsAsync(
        WriteStep step,
        string commitment,
        CancellationToken cancellationToken,
        string field = "status"
    )
    {
        var own = await step.OrganizationAsync(cancellationToken) ?? throw WriteRefusal.Of(AccessFailure.MissingOrganization);
        if (step.Before?["status"] is not ("completed" or "verified"))
        {
            return
            [
                new RecordError(ErrorCodes.NotCompleted, $"{step.Id} is not completed, so there is nothing to verify yet.")
                {
                    Field = field,
                    Value = step.Before?["status"] as string,
                    Allowed = ["completed"],
                    DetailEs = $"{step.Id} no está completado, así que todavía no hay qué verificar.",
                },
            ];
        }

        var table = step.Before.ContainsKey("plan_id") ? "commitments" : "milestones";
        var reporter = await step.AuthorAsync(table, step.Id, "status", cancellationToken);
        var leads = (await step.Recorder.QueryAsync<string?>(LeadsSql, new { Id = commitment }, cancellationToken)).SingleOrDefault() ?? "";
        return step.IsOf(reporter) || leads.Contains($"|{own.Id}|", StringComparison.Ordinal)
            ?
            [
                new RecordError(
                    ErrorCodes.OwnVerification,
                    $"Verification is another organisation's: {step.Caller.Organization} leads, supports or reports {commitment} itself."
                )
                {
                    Field = field,
                    Value = own.Id,
                    DetailEs =
                        $"La verificación corresponde a otra organización: {step.Caller.Organization} encabeza, apoya o reporta {commitment}.",
                },
            ]
            : [];
    }
}
