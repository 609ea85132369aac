using OpenGov.Api.Access;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Commitments;

/// <summary>How evidence is written: by whoever has it, and not taken away from under what rests on it.</summary>
internal sealed class EvidenceEditing : Editing
{
    internal const string CommitmentSql = "SELECT c.status FROM commitments c WHERE c.id = @Id";

    internal const string MilestoneSql = "SELECT m.status FROM milestones m WHERE m.id = @Id";

    /// <summary>Assessments that were written here and need evidence; those that came with an import rest on their sources.</summary>
    internal const string SaidDoneSql = """
        SELECT a.id FROM assessments a
        WHERE a.commitment_id = @Id AND a.aspect = 'completion' AND a.code IN ('substantial', 'complete') AND a.organization_id IS NOT NULL
        ORDER BY a.id
        """;

    /// <summary>The same of the plan that a commitment is of.</summary>
    internal const string PlanSaidDoneSql = """
        SELECT a.id, a.plan_id FROM assessments a JOIN commitments c ON c.plan_id = a.plan_id
        WHERE c.id = @Id AND a.organization_id IS NOT NULL AND (
            a.aspect = 'completion' AND a.code IN ('substantial', 'complete')
            OR a.aspect IN ('completion', 'compliance') AND a.code IS NULL
               AND (a.unit = 'percent' AND a.value >= 100 OR a.unit = 'commitments' AND a.value >= a.out_of)
          )
        ORDER BY a.id
        """;

    /// <summary>What makes an item one on which something can rest.</summary>
    private static readonly string[] Proving = ["kind", "confidence", "milestone_id", "url", "file_sha256"];

    public override string Table => "evidence";
    public override string Name => "Evidence";
    public override string Path => "/evidence";
    public override string Tag => "Commitments";
    public override bool IsRead => false;
    public override Role? Creates => Role.Verifier;
    public override Role Changes => Role.Verifier;
    public override Role? Withdraws => Role.Verifier;
    public override IReadOnlyList<string> Fixed => ["commitment_id"];

    public override IReadOnlyDictionary<string, (string Es, string En)> Computed { get; } =
        new Dictionary<string, (string Es, string En)>
        {
            ["file_type"] = (
                "lo muestra el contenido del archivo que file_sha256 nombra.",
                "the content of the file that file_sha256 names shows it."
            ),
            ["file_bytes"] = ("es el tamaño del archivo que file_sha256 nombra.", "it is the size of the file that file_sha256 names."),
        };

    /// <summary>What an organisation brought is its own word; an editor answers for what came otherwise, with an import.</summary>
    public override bool IsOwn(WriteStep step) => step.Caller.Role < Role.Editor;

    /// <summary>What an organisation brought no other rewrites; an admin may take it away, and says why.</summary>
    private async Task MustBeItsBringersAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (
            step.Action == WriteAction.Create
            || step.Caller.Role >= Role.Admin && step.Action != WriteAction.Update
            || await step.MakerAsync(Table, step.Id, cancellationToken) is not { } bringer
            || await step.IsOfAsync(bringer, cancellationToken)
        )
        {
            return;
        }

        throw WriteRefusal.Of(
            AccessFailure.OtherOrganization(
                $"{step.Id} was brought by {bringer}: it is its own word. Bring other evidence beside it, or ask an admin to take it away.",
                $"{step.Id} lo aportó {bringer}: es su palabra. Aporte otra evidencia al lado, o pida a un admin que la retire."
            )
        );
    }

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["commitment_id"], "E");

    public override IEnumerable<(string Relation, string Path)> PathsOf(IReadOnlyDictionary<string, object?> row) =>
        row["file_sha256"] is null ? [] : [("file", Evidence.PathOfFile((string)row["id"]!))];

    /// <summary>What a file is its content says, and nobody types; its name ends as names of its kind do.</summary>
    public override async Task CompleteAsync(Dictionary<string, object?> row, WriteStep step, CancellationToken cancellationToken)
    {
        if (step.Files is not { } files || !step.Sets("file_sha256") && !step.Sets("file_name"))
        {
            return;
        }

        if (row["file_sha256"] is not string sha256)
        {
            (row["file_type"], row["file_bytes"]) = (null, null);
            row["file_name"] = step.Sets("file_name") ? row["file_name"] : null;
            return;
        }

        if (FieldRules.Broken(Described.ByName["file_sha256"], sha256) is { } malformed)
        {
            throw new RefusedException([malformed with { Field = "file_sha256" }]);
        }

        if (await files.FindAsync(sha256, cancellationToken) is { } file)
        {
            (row["file_type"], row["file_bytes"]) = (file.Type, file.Bytes);
            row["file_name"] = row["file_name"] is string name && !FieldRules.IsBlank(name) ? file.NameFor(name) : row["file_name"];
        }
        else if (step.Sets("file_sha256"))
        {
            throw new RefusedException([
                new RecordError(
                    ErrorCodes.UnknownFile,
                    "No file with this SHA-256 is kept here: bring it first (POST /api/v1/files), and name the hash of the answer."
                )
                {
                    Field = "file_sha256",
                    Value = RecordError.Shown(sha256),
                    DetailEs =
                        "Aquí no se guarda un archivo con este SHA-256: envíelo antes (POST /api/v1/files), y nombre el hash de la respuesta.",
                },
            ]);
        }
    }

    public override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        List<RecordError> errors = [];
        await MustBeItsBringersAsync(step, cancellationToken);
        if (
            step.After is { } written
            && !EvidenceFilters.CanBeOpened(written)
            && (step.Action == WriteAction.Create || step.Sets("url") || step.Sets("file_sha256"))
        )
        {
            errors.Add(
                new RecordError(
                    ErrorCodes.Required,
                    "Evidence is public: give the address at which anybody can open it (url), or a file that is kept here (file_sha256)."
                )
                {
                    Field = "url",
                    DetailEs =
                        "La evidencia es pública: indique la dirección en la que cualquiera puede abrirla (url), o un archivo que se guarde aquí "
                        + "(file_sha256).",
                }
            );
        }

        if (step is { Action: WriteAction.Update, Reason: null } && Described.Fields.Any(field => step.Sets(field.Name)))
        {
            errors.AddRange(await UnexplainedAsync(step, cancellationToken));
        }

        return errors.Count > 0 ? errors : await TakenAwayAsync(step, cancellationToken);
    }

    /// <summary>A change of evidence on which a completed status rests, or which came with an import, says why.</summary>
    private async Task<IReadOnlyList<RecordError>> UnexplainedAsync(WriteStep step, CancellationToken cancellationToken)
    {
        var (commitment, milestone) = ((string)step.Before!["commitment_id"]!, step.Before["milestone_id"] as string);
        if (
            await step.IsOfAsync(await step.MakerAsync(Table, step.Id, cancellationToken), cancellationToken)
            && !await IsDoneAsync(step, CommitmentSql, commitment, cancellationToken)
            && !(milestone is not null && await IsDoneAsync(step, MilestoneSql, milestone, cancellationToken))
        )
        {
            return [];
        }

        return
        [
            new RecordError(
                ErrorCodes.ReasonMissing,
                $"{step.Id} is evidence of what is said to be done, or came with an import: say why it changes, in ?reason=."
            )
            {
                DetailEs =
                    $"{step.Id} es evidencia de algo que se da por cumplido, o llegó con una importación: diga por qué cambia, en ?reason=.",
            },
        ];
    }

    /// <summary>The last evidence of what is done stays.</summary>
    private static async Task<IReadOnlyList<RecordError>> TakenAwayAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (
            step.Before is not { } before
            || !EvidenceFilters.CanProve(before)
            || EvidenceFilters.CanProve(step.After) && !step.Sets("milestone_id")
        )
        {
            return [];
        }

        var commitment = (string)before["commitment_id"]!;
        if (!EvidenceFilters.CanProve(step.After) && !await Proof.OfCommitmentAsync(step.Recorder, commitment, cancellationToken, step.Id))
        {
            if (await IsDoneAsync(step, CommitmentSql, commitment, cancellationToken))
            {
                return [LastOf(step, commitment)];
            }

            if (await step.Recorder.QueryAsync<string>(SaidDoneSql, new { Id = commitment }, cancellationToken) is [var assessment, ..])
            {
                return [LastUnder(step, commitment, assessment)];
            }

            if (
                await step.Recorder.QueryAsync<OfPlan>(PlanSaidDoneSql, new { Id = commitment }, cancellationToken) is [var said, ..]
                && !await Proof.OfPlanAsync(step.Recorder, said.PlanId, cancellationToken, step.Id)
            )
            {
                return [LastUnder(step, said.PlanId, said.Id)];
            }
        }

        return
            before["milestone_id"] is string milestone
            && await IsDoneAsync(step, MilestoneSql, milestone, cancellationToken)
            && !await Proof.OfMilestoneAsync(step.Recorder, milestone, cancellationToken, step.Id)
            ? [LastOf(step, milestone)]
            : [];
    }

    /// <summary>An assessment of a plan as a whole.</summary>
    private sealed record OfPlan
    {
        public string Id { get; init; } = "";
        public string PlanId { get; init; } = "";
    }

    /// <summary>By which field evidence comes to be none.</summary>
    private static string Lost(WriteStep step) => Proving.FirstOrDefault(step.Sets) ?? "url";

    private static RecordError LastOf(WriteStep step, string id) =>
        new(
            ErrorCodes.EvidenceMissing,
            $"It is the last public evidence of {id}, which is said to be done. Add other evidence first, or change the status of {id}."
        )
        {
            Field = Lost(step),
            DetailEs = $"Es la última evidencia pública de {id}, que se da por cumplido. Agregue antes otra, o cambie el estado de {id}.",
        };

    private static RecordError LastUnder(WriteStep step, string id, string assessment) =>
        new(
            ErrorCodes.EvidenceMissing,
            $"It is the last public evidence of {id}, on which {assessment} rests. Add other evidence first, or have {assessment} changed."
        )
        {
            Field = Lost(step),
            DetailEs =
                $"Es la última evidencia pública de {id}, en la que descansa {assessment}. Agregue antes otra, o que se cambie {assessment}.",
        };

    private static async Task<bool> IsDoneAsync(WriteStep step, string sql, string id, CancellationToken cancellationToken) =>
        (await step.Recorder.QueryAsync<string?>(sql, new { Id = id }, cancellationToken)) is ["completed" or "verified"];
}
