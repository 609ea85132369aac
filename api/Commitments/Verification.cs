using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Commitments;

/// <summary>
/// Who verifies is somebody else than who carries out: no organisation that leads or supports, or ever did, nor one that ever said it was
/// completed. That holds as long as it is verified.
/// </summary>
internal static class Verification
{
    internal const string LeadsSql = """
        SELECT CONCAT('|', v.lead_organizations, '|', v.supporting_organizations, '|') FROM commitments_versions v WHERE v.id = @Id
        """;

    internal const string VerifiedMilestonesSql = """
        SELECT m.verified_by FROM milestones m WHERE m.commitment_id = @Id AND m.status = 'verified' AND m.verified_by IS NOT NULL
        """;

    /// <summary>
    /// Which organisations, as the history names them, said of a record that it was completed; who only took a verification back did not.
    /// Of the milestones of a commitment with <paramref name="parent"/>, the field that names it.
    /// </summary>
    internal static string ReportersSql(string table, string? parent = null)
    {
        static string Said(string field, string says) =>
            $"{says} AND (c.action = 'created' OR CONCAT('|', c.fields, '|') LIKE '%|{field}|%')";

        var done =
            table == "milestones"
                ? $" OR {Said("completed_on", "v.completed_on IS NOT NULL")} OR {Said("progress_percent", "v.progress_percent >= 100")}"
                : "";
        return $"""
            SELECT c.actor_organization FROM changes c
            JOIN {table}_versions v ON v.id = c.record_id AND v.version = c.version
            WHERE c.record_type = '{table}'
              AND c.record_id {(parent is null ? "= @Id" : $"IN (SELECT r.id FROM {table} r WHERE r.{parent} = @Id)")}
              AND ({Said("status", "v.status = 'completed'")}{done})
              AND NOT EXISTS (
                SELECT 1 FROM {table}_versions b WHERE b.id = v.id AND b.version = v.version - 1 AND b.status = 'verified'
              )
            """;
    }

    /// <summary>Who came before an organisation, and who came after it.</summary>
    internal const string KinSql = """
        SELECT o.id, o.name, o.sector FROM organizations o WHERE o.succeeded_by = @Id
        UNION
        SELECT n.id, n.name, n.sector FROM organizations n JOIN organizations o ON o.succeeded_by = n.id WHERE o.id = @Id
        """;

    /// <summary>Commitments of which something is verified and that an organisation leads or supports, or ever did.</summary>
    internal const string CarriedSql = """
        SELECT c.id, c.status FROM commitments c
        WHERE (c.status = 'verified' OR EXISTS (SELECT 1 FROM milestones m WHERE m.commitment_id = c.id AND m.status = 'verified'))
          AND EXISTS (
            SELECT 1 FROM commitments_versions v
            WHERE v.id = c.id AND CONCAT('|', v.lead_organizations, '|', v.supporting_organizations, '|') LIKE @Named
          )
        ORDER BY c.id
        """;

    private static readonly string[] Carriers = ["lead_organizations", "supporting_organizations"];

    /// <summary>Who answers for the record sets any status; who verifies sets <c>verified</c>, and takes back what its own organisation verified.</summary>
    /// <exception cref="WriteRefusal">The caller may not.</exception>
    public static async Task MayStateAsync(WriteStep step, string table, CancellationToken cancellationToken)
    {
        // Who verifies must be another than who reports, so who reports is known.
        if (step.Sets("status") && step.After!["status"] is "completed" && await step.OrganizationAsync(cancellationToken) is null)
        {
            throw WriteRefusal.Of(AccessFailure.MissingOrganization);
        }

        if (!step.Sets("status") || step.Caller.Role >= Role.Editor || step.After!["status"] is "verified")
        {
            return;
        }

        if (
            !IsDropped(step)
            || step.After["status"] is not "completed"
            || !await step.IsOfAsync(await VerifierAsync(step, table, step.Id, cancellationToken), cancellationToken)
        )
        {
            throw WriteRefusal.Of(
                AccessFailure.MissingRole(step.Caller, Role.Editor, "a status other than verified", "un status distinto de verified")
            );
        }
    }

    /// <summary>A verification that is taken back says why: it was another's word.</summary>
    public static IEnumerable<RecordError> Unexplained(WriteStep step) =>
        IsDropped(step) && step.Reason is null
            ?
            [
                new RecordError(ErrorCodes.ReasonMissing, $"{step.Id} is verified; say why it is so no more, in ?reason=.")
                {
                    Field = "status",
                    DetailEs = $"{step.Id} está verificado; diga por qué deja de estarlo, en ?reason=.",
                },
            ]
            : [];

    /// <summary>
    /// What was verified stays what it was until that is taken back: what was promised (words in the other language may come), and what is
    /// reported, which no write that verifies brings with it either.
    /// </summary>
    public static IEnumerable<RecordError> Kept(WriteStep step, IReadOnlyList<string> promised, IReadOnlyList<string> reported)
    {
        if (step is not { Action: WriteAction.Update, Before: { } before, After: { } after } || after["status"] is not "verified")
        {
            return [];
        }

        var field =
            before["status"] is "verified" && promised.FirstOrDefault(name => before[name] is not null && step.Sets(name)) is { } changed
                ? changed
                : reported.FirstOrDefault(step.Sets);
        return field is null
            ? []
            :
            [
                new RecordError(
                    ErrorCodes.Verified,
                    $"{step.Id} is verified as it is: {field} changes before that, or once the verification has been taken back."
                )
                {
                    Field = field,
                    DetailEs =
                        $"{step.Id} está verificado tal como está: «{field}» cambia antes de eso, o una vez retirada la verificación.",
                },
            ];
    }

    /// <summary>What is wrong with a verification by the caller of what belongs to a commitment.</summary>
    /// <exception cref="WriteRefusal">The caller speaks for no organisation that is on record.</exception>
    public static async Task<IReadOnlyList<RecordError>> ErrorsAsync(WriteStep step, string commitment, CancellationToken cancellationToken)
    {
        var own = await step.SpeakerAsync(cancellationToken);
        if (step.Before?["status"] is not ("completed" or "verified"))
        {
            return
            [
                new RecordError(ErrorCodes.NotCompleted, $"{step.Id} is not completed, so there is nothing to verify yet.")
                {
                    Field = "status",
                    Value = step.Before?["status"] as string,
                    Allowed = ["completed"],
                    DetailEs = $"{step.Id} no está completado, así que todavía no hay qué verificar.",
                },
            ];
        }

        var table = step.Before.ContainsKey("plan_id") ? "commitments" : "milestones";
        var kin = await KinAsync(step, own.Id, cancellationToken);
        var isReporter = false;
        (string Sql, string Id)[] reports =
            table == "commitments"
                ? [(ReportersSql("commitments"), step.Id), (ReportersSql("milestones", "commitment_id"), step.Id)]
                : [(ReportersSql("milestones"), step.Id), (ReportersSql("commitments"), commitment)];
        foreach (var (sql, id) in reports)
        {
            foreach (var reporter in await step.Recorder.QueryAsync<string?>(sql, new { Id = id }, cancellationToken))
            {
                isReporter |= await step.IsOfAsync(reporter, cancellationToken) || kin.Exists(one => one.IsCalled(reporter));
            }
        }

        var carriers = await step.Recorder.QueryAsync<string?>(LeadsSql, new { Id = commitment }, cancellationToken);
        IReadOnlyList<string?> all = [.. carriers, table == "commitments" ? CarriersOf(step.After!) : null];
        return isReporter || Carries(own.Id, all) || kin.Exists(one => Carries(one.Id, all))
                ? [Own(step.Caller.Organization!, commitment, "status")]
            : table == "commitments" ? await LastWord.OtherwiseSaidAsync(step, own.Id, cancellationToken)
            : [];
    }

    /// <summary>What is wrong when who has verified a commitment, or a part of it, would come to report it.</summary>
    public static async Task<IReadOnlyList<RecordError>> ReportedAsync(
        WriteStep step,
        string commitment,
        string field,
        CancellationToken cancellationToken
    )
    {
        if (IsDropped(step) || step.After!["status"] is "verified" || await step.OrganizationAsync(cancellationToken) is not { } own)
        {
            return [];
        }

        var verifiers = await VerifiersAsync(
            step,
            commitment,
            await IsVerifiedAsync(step, commitment, cancellationToken),
            cancellationToken
        );
        var kin = await KinAsync(step, own.Id, cancellationToken);
        return verifiers.Any(verifier => own.IsCalled(verifier) || kin.Exists(one => one.IsCalled(verifier)))
            ?
            [
                new RecordError(
                    ErrorCodes.OwnVerification,
                    $"{own.Id} has verified {commitment} or a part of it, so another organisation reports it."
                )
                {
                    Field = field,
                    Value = own.Id,
                    DetailEs = $"{own.Id} verificó {commitment} o una parte, así que lo reporta otra organización.",
                },
            ]
            : [];
    }

    /// <summary>What is wrong when an organisation would come to carry out what it has verified.</summary>
    public static async Task<IReadOnlyList<RecordError>> TakenOverAsync(WriteStep step, CancellationToken cancellationToken)
    {
        var field = Carriers.FirstOrDefault(step.Sets);
        if (field is null || step.Action != WriteAction.Update)
        {
            return [];
        }

        var all = CarriersOf(step.After!);
        var named = await VerifiersAsync(step, step.Id, step.Before!["status"] is "verified", cancellationToken);
        foreach (var taken in named)
        {
            if (Carries(taken, [all]) || (await KinAsync(step, taken, cancellationToken)).Exists(one => Carries(one.Id, [all])))
            {
                return [Own(taken, step.Id, field)];
            }
        }

        foreach (var carrier in named.Count == 0 ? [] : all.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if ((await KinAsync(step, carrier, cancellationToken)).Exists(one => named.Contains(one.Id)))
            {
                return [Own(carrier, step.Id, field)];
            }
        }

        return [];
    }

    /// <summary>What is wrong when two organisations would become one of which each carries out what the other has verified.</summary>
    public static async Task<IReadOnlyList<RecordError>> JoinedAsync(WriteStep step, string successor, CancellationToken cancellationToken)
    {
        List<string> all = [step.Id, successor];
        foreach (var one in (string[])[step.Id, successor])
        {
            all.AddRange((await KinAsync(step, one, cancellationToken)).Select(kin => kin.Id));
        }

        foreach (var carrier in all.Distinct())
        {
            foreach (
                var carried in await step.Recorder.QueryAsync<Carried>(CarriedSql, new { Named = $"%|{carrier}|%" }, cancellationToken)
            )
            {
                var verifiers = await VerifiersAsync(step, carried.Id, carried.Status is "verified", cancellationToken);
                if (verifiers.FirstOrDefault(all.Contains) is { } own)
                {
                    return [Own(own, carried.Id, "succeeded_by")];
                }
            }
        }

        return [];
    }

    /// <summary>The organisations that one has come after or that came after it, and theirs: under another name it is the same.</summary>
    private static async Task<List<OrganizationOfRecord>> KinAsync(WriteStep step, string id, CancellationToken cancellationToken)
    {
        var found = new List<OrganizationOfRecord>();
        var next = new Queue<string>([id]);
        while (next.TryDequeue(out var one))
        {
            foreach (var before in await step.Recorder.QueryAsync<OrganizationOfRecord>(KinSql, new { Id = one }, cancellationToken))
            {
                if (before.Id != id && !found.Exists(known => known.Id == before.Id))
                {
                    found.Add(before);
                    next.Enqueue(before.Id);
                }
            }
        }

        return found;
    }

    /// <summary>Whether a commitment is verified.</summary>
    internal static async Task<bool> IsVerifiedAsync(WriteStep step, string commitment, CancellationToken cancellationToken) =>
        (await step.Recorder.QueryAsync<string?>(EvidenceEditing.CommitmentSql, new { Id = commitment }, cancellationToken))
            is ["verified"];

    /// <summary>The organisations that verified milestones of a commitment, and the commitment where it is verified.</summary>
    private static async Task<HashSet<string>> VerifiersAsync(
        WriteStep step,
        string commitment,
        bool isVerified,
        CancellationToken cancellationToken
    )
    {
        var milestones = await step.Recorder.QueryAsync<string?>(VerifiedMilestonesSql, new { Id = commitment }, cancellationToken);
        var verifiers = milestones.OfType<string>().ToHashSet();
        if (isVerified && await VerifierAsync(step, "commitments", commitment, cancellationToken) is { } named)
        {
            verifiers.Add(await OrganizationIdAsync(step, named, cancellationToken));
        }

        return verifiers;
    }

    /// <summary>The organisation that verified a record, as the history names it; null when nobody did.</summary>
    internal static async Task<string?> VerifierAsync(WriteStep step, string table, string id, CancellationToken cancellationToken) =>
        await step.SaidByAsync(table, id, "status", "verified", cancellationToken) is [var last, ..] ? last : null;

    private static bool IsDropped(WriteStep step) =>
        step is { Action: WriteAction.Update, Before: { } before, After: { } after }
        && before["status"] is "verified"
        && after["status"] is not "verified";

    internal static async Task<string> OrganizationIdAsync(WriteStep step, string named, CancellationToken cancellationToken)
    {
        var found = await step.Recorder.QueryAsync<OrganizationOfRecord>(
            WriteStep.OrganizationSql,
            OrganizationOfRecord.Asked(named),
            cancellationToken
        );
        return found is [var one, ..] ? one.Id : named;
    }

    private static string CarriersOf(IReadOnlyDictionary<string, object?> commitment) =>
        $"|{commitment["lead_organizations"]}|{commitment["supporting_organizations"]}|";

    private static bool Carries(string organization, IEnumerable<string?> carriers) =>
        carriers.Any(all => all?.Contains($"|{organization}|", StringComparison.Ordinal) == true);

    private sealed record Carried
    {
        public required string Id { get; init; }
        public string? Status { get; init; }
    }

    private static RecordError Own(string organization, string commitment, string field) =>
        new(
            ErrorCodes.OwnVerification,
            $"Verification is another organisation's: {organization} leads, supports or reports {commitment}, or did."
        )
        {
            Field = field,
            Value = organization,
            DetailEs =
                $"La verificación corresponde a otra organización: {organization} encabeza, apoya o reporta {commitment}, o lo hizo.",
        };
}
