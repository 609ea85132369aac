using OpenGov.Api.Commitments;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Organizations;

/// <summary>How organisations are written.</summary>
internal sealed class OrganizationEditing : AdminEditing
{
    internal const string NamesakesSql = """
        SELECT o.id FROM organizations o WHERE o.name_sort = @Name AND COALESCE(o.state_id, '') = @State AND o.id <> @Id ORDER BY o.id
        """;

    public override string Table => "organizations";
    public override string Name => "Organization";
    public override string Path => "/organizations";
    public override string Tag => "Organizations";

    /// <summary>Its acronym, else its name, behind the state that it is of: <c>mx-cam-cotaipec</c>.</summary>
    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        NewId.Slug(row["acronym"] ?? row["name"]) is { } slug
            ? new NewId(row["state_id"] is string state ? $"{state.ToLowerInvariant()}-{slug}" : slug)
            : NewId.Unknown;

    public override IEnumerable<(string Relation, string Path)> PathsOf(IReadOnlyDictionary<string, object?> row) =>
        [(ListItem.PageLink, Organization.PageOf((string)row["id"]!))];

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => ByState(row);

    /// <summary>Keys may name an organisation by its name, so a place has one of a name.</summary>
    public override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (
            step.After is { } written
            && written["level"] is "local"
            && written["state_id"] is null
            && (step.Sets("level") || step.Sets("state_id"))
        )
        {
            return
            [
                new RecordError(ErrorCodes.Contradiction, "What is local is of a state: fill state_id.")
                {
                    Field = "state_id",
                    DetailEs = "Lo local es de un estado: llene state_id.",
                },
            ];
        }

        if (
            step is { Action: WriteAction.Update, After: { } joined }
            && step.Sets("succeeded_by")
            && joined["succeeded_by"] is string successor
            && await Verification.JoinedAsync(step, successor, cancellationToken) is [_, ..] own
        )
        {
            return own;
        }

        if (step.After is not { } after || !step.Sets("name") && !step.Sets("state_id"))
        {
            return [];
        }

        var arguments = new
        {
            Name = SearchText.SortKey((string)after["name"]!),
            State = after["state_id"] as string ?? "",
            step.Id,
        };
        return await step.Recorder.QueryAsync<string>(NamesakesSql, arguments, cancellationToken) is [var other, ..]
            ?
            [
                new RecordError(
                    ErrorCodes.Duplicate,
                    $"{other} has this name already; two of one name in one place could not be told apart."
                )
                {
                    Field = "name",
                    Value = RecordError.Shown((string)after["name"]!),
                    Nearest = other,
                    DetailEs = $"{other} ya tiene este nombre; dos del mismo nombre en un lugar no se distinguirían.",
                },
            ]
            : [];
    }
}
