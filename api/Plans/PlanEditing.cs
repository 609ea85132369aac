using OpenGov.Api.Access;
using OpenGov.Api.Dialogues;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Plans;

/// <summary>How action plans are written; a plan is adopted when what was proposed to it has been answered.</summary>
internal sealed class PlanEditing : AdoptedEditing
{
    internal const string UnansweredSql = $"""
        SELECT r.id FROM proposals r
        WHERE r.plan_id = @Id AND {ProposalsRepository.IsUnanswered}
        ORDER BY r.id
        """;

    public override string Table => "plans";
    public override string Name => "Plan";
    public override string Path => "/plans";
    public override string Tag => "Plans";
    public override IReadOnlyList<string> Fixed => ["level", "state_id", "scope", "municipality", "number"];

    /// <summary>A municipality counts its own plans, so its code stands in their ids.</summary>
    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        (row["level"], row["state_id"], row["scope"], row["municipality"], row["number"]) switch
        {
            ("local", string state, "municipality", string municipality, long number) => new NewId($"{state}-{municipality}-PAL{number}"),
            ("local", string state, _, _, long number) => new NewId($"{state}-PAL{number}"),
            ("national", _, _, _, long number) => new NewId($"{RecordId.Country}-NAP{number}"),
            _ => NewId.Unknown,
        };

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => ByState(row);

    public override IReadOnlyList<string> Reported => ["stage", "lessons_es", "lessons_en"];

    protected override async Task<IReadOnlyList<RecordError>> StepAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.Before?["stage"] is string stage && Adoption.Stages.Contains(stage) && step.After is { } after && step.Reason is null)
        {
            if (after["stage"] is not string next || !Adoption.Stages.Contains(next))
            {
                return
                [
                    new RecordError(ErrorCodes.ReasonMissing, $"{step.Id} has been adopted; say why that is taken back, in ?reason=.")
                    {
                        Field = "stage",
                        DetailEs = $"{step.Id} ya fue adoptado; diga por qué eso se deshace, en ?reason=.",
                    },
                ];
            }
        }

        if (step.Before?["published_on"] is not null && step.After is { } taken && taken["published_on"] is null && step.Reason is null)
        {
            return
            [
                new RecordError(ErrorCodes.ReasonMissing, $"{step.Id} has been published; say why that is taken back, in ?reason=.")
                {
                    Field = "published_on",
                    DetailEs = $"{step.Id} ya fue publicado; diga por qué eso se deshace, en ?reason=.",
                },
            ];
        }

        if (await PlanDays.LeftBehindAsync(step, cancellationToken) is [_, ..] left)
        {
            return left;
        }

        if (step is { Action: WriteAction.Create, After: { } plan } && plan["scope"] is "municipality" && plan["municipality"] is null)
        {
            return
            [
                new RecordError(ErrorCodes.Required, "A plan of a municipality says of which: give its code of INEGI, such as 10005.")
                {
                    Field = "municipality",
                    DetailEs = "Un plan de un municipio dice de cuál: indique su clave del INEGI, como 10005.",
                },
            ];
        }

        if (
            step.After is { } over
            && over["stage"] is "assessment" or "closed"
            && over["start_date"] is DateOnly first
            && first > step.Today
            && (step.Sets("stage") || step.Sets("start_date"))
        )
        {
            return
            [
                new RecordError(
                    ErrorCodes.WrongOrder,
                    $"{step.Id} begins on {first:yyyy-MM-dd}, which is to come: it is not in {over["stage"]} before."
                )
                {
                    Field = step.Sets("stage") ? "stage" : "start_date",
                    Value = step.Sets("stage") ? (string)over["stage"]! : Database.TypeHandlers.Format(first),
                    DetailEs = $"{step.Id} empieza el {first:yyyy-MM-dd}, que está por venir: no está en {over["stage"]} antes.",
                },
            ];
        }

        if (
            step.After is { } closed
            && closed["stage"] is "closed"
            && closed["end_date"] is DateOnly end
            && end > step.Today
            && (step.Sets("stage") || step.Sets("end_date"))
        )
        {
            return
            [
                new RecordError(ErrorCodes.Contradiction, $"What is closed has ended: end_date is {end:yyyy-MM-dd}, which is to come.")
                {
                    Field = "end_date",
                    Value = Database.TypeHandlers.Format(end),
                    DetailEs = $"Lo que está en closed ya terminó: «end_date» es {end:yyyy-MM-dd}, que está por venir.",
                },
            ];
        }

        // Who publishes a plan has adopted it, whatever is said of its stage.
        var isPublished = step.Sets("published_on") && step.Before?["published_on"] is null;
        if (!step.Reaches("stage", Adoption.Stages) && !isPublished)
        {
            return [];
        }

        var unanswered = await step.Recorder.QueryAsync<string>(UnansweredSql, new { step.Id }, cancellationToken);
        return
        [
            .. unanswered.Select(id => new RecordError(
                ErrorCodes.UnansweredProposal,
                $"{id} has no reasoned response, which every proposal to a plan is owed before the plan is adopted."
            )
            {
                Field = isPublished ? "published_on" : "stage",
                Value = id,
                DetailEs = $"{id} no tiene respuesta razonada, que se debe a cada propuesta antes de adoptar el plan.",
            }),
        ];
    }
}

/// <summary>How members of the governance body of a plan are written.</summary>
internal sealed class PlanMemberEditing : AdoptedEditing
{
    public override string Table => "plan_members";
    public override string Name => "PlanMember";
    public override string Path => "/plan_members";
    public override string Tag => "Plans";
    public override bool IsRead => false;
    public override IReadOnlyList<string> Fixed => ["plan_id", "organization_id"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        (row["plan_id"], row["organization_id"]) is (string plan, string organization)
            ? new NewId($"{plan}.{organization}")
            : NewId.Unknown;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) =>
        [Scope.OfRecord(row["plan_id"] as string ?? "")];
}
