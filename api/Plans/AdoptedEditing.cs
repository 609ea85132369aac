using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Plans;

/// <summary>
/// How what a plan consists of is written: the plan and the records that lead to it. Nothing of a plan that has been adopted is added or
/// changed without a reason, but what tells how it is carried out.
/// </summary>
internal abstract class AdoptedEditing : Editing
{
    /// <summary>Fields that tell how what was adopted is carried out.</summary>
    public virtual IReadOnlyList<string> Reported => [];

    /// <inheritdoc />
    public sealed override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        var errors = await StepAsync(step, cancellationToken);
        return await UnexplainedAsync(step, cancellationToken) is { } unexplained ? [.. errors, unexplained] : errors;
    }

    /// <summary>What the step still needs beside a reason, or why it cannot be made.</summary>
    protected virtual Task<IReadOnlyList<RecordError>> StepAsync(WriteStep step, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RecordError>>([]);

    private async Task<RecordError?> UnexplainedAsync(WriteStep step, CancellationToken cancellationToken)
    {
        // Whoever withdraws or brings back has said why.
        if (step.Reason is not null || step.After is not { } after || step.Action == WriteAction.Restore)
        {
            return null;
        }

        var changed = Described.Fields.Select(field => field.Name).FirstOrDefault(name => step.Sets(name) && !Reported.Contains(name));
        if (
            changed is null
            || await Adoption.PlanOfAsync(step.Recorder, this, after, cancellationToken) is not { } plan
            || !await Adoption.IsAdoptedAsync(step.Recorder, plan, cancellationToken)
        )
        {
            return null;
        }

        var isNew = step.Action == WriteAction.Create;
        return new RecordError(
            ErrorCodes.ReasonMissing,
            $"{plan} has been adopted, so {(isNew ? "an addition to it" : $"a change of {changed}")} is an amendment: say why, in ?reason=."
        )
        {
            Field = isNew ? null : changed,
            DetailEs =
                $"{plan} ya fue adoptado, así que {(isNew ? "agregarle algo" : $"cambiar {changed}")} es una enmienda: diga por qué, en ?reason=.",
        };
    }
}

/// <summary>To which plan a record leads, and whether that plan has been adopted.</summary>
internal static class Adoption
{
    /// <summary>Whether a plan was ever in a stage that comes after its adoption: that it was taken back undoes no promise.</summary>
    internal const string AdoptedSql = """
        SELECT COUNT(*) FROM plans_versions v WHERE v.id = @Id AND v.stage IN ('implementation', 'assessment', 'closed')
        """;

    /// <summary>Whether a plan is said to be published, or was ever in such a stage.</summary>
    internal const string SettledSql = """
        SELECT COUNT(*) FROM plans_versions v
        WHERE v.id = @Id
          AND (
            v.stage IN ('implementation', 'assessment', 'closed')
            OR EXISTS (SELECT 1 FROM plans p WHERE p.id = v.id AND p.published_on IS NOT NULL)
          )
        """;

    /// <summary>The stages of a plan that has been adopted.</summary>
    public static readonly string[] Stages = ["implementation", "assessment", "closed"];

    /// <summary>The plan that a record is, or leads to by the records that it names; null when it leads to none.</summary>
    public static async Task<string?> PlanOfAsync(
        Recorder recorder,
        Editing editing,
        IReadOnlyDictionary<string, object?> row,
        CancellationToken cancellationToken
    )
    {
        if (editing is PlanEditing)
        {
            return row["id"] as string;
        }

        foreach (var (field, parent) in Leading(editing))
        {
            if (row[field.Name] is not string id)
            {
                continue;
            }

            if (parent is PlanEditing)
            {
                return id;
            }

            IReadOnlyList<Field> further = [.. Leading(parent).Select(one => one.Field)];
            if (await recorder.LastAsync(parent.Described, further, id, cancellationToken) is { } named)
            {
                return await PlanOfAsync(recorder, parent, named, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>The fields by which a record leads to a plan, and how what they name is written.</summary>
    private static IEnumerable<(Field Field, AdoptedEditing Parent)> Leading(Editing editing) =>
        from field in editing.Described.Fields
        where field is { IsList: false, References.Field: "id" } && field.References.Table != editing.Table
        let parent = Editings.Of(field.References!.Table) as AdoptedEditing
        where parent is not null
        select (field, parent);

    /// <summary>Whether nothing more is proposed to a plan: it has been adopted, or is said to be published.</summary>
    public static async Task<bool> IsSettledAsync(Recorder recorder, string plan, CancellationToken cancellationToken) =>
        (await recorder.QueryAsync<int>(SettledSql, new { Id = plan }, cancellationToken)) is [> 0];

    /// <summary>Whether a plan has been adopted.</summary>
    public static async Task<bool> IsAdoptedAsync(Recorder recorder, string plan, CancellationToken cancellationToken) =>
        (await recorder.QueryAsync<int>(AdoptedSql, new { Id = plan }, cancellationToken)) is [> 0];
}
