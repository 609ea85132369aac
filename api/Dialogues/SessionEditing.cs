using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Dialogues;

/// <summary>How sessions of dialogue are written.</summary>
internal sealed class SessionEditing : Editing
{
    public override string Table => "sessions";
    public override string Name => "Session";
    public override string Path => "/dialogues/sessions";
    public override string Tag => "Dialogues";
    public override IReadOnlyList<string> Fixed => ["secretariat_id", "plan_id", "state_id"];

    internal const string AgreementsSql = "SELECT r.id FROM agreements r WHERE r.session_id = @Id ORDER BY r.id";

    internal const string AgreedBeforeSql = """
        SELECT r.id FROM agreements r
        WHERE r.session_id = @Id
          AND (r.fulfilled_on < @Day AND r.fulfilled_on_precision = 'day' OR r.due_date < @Day AND r.due_date_precision = 'day')
        ORDER BY r.id
        """;

    /// <summary>What only a session that was held has.</summary>
    private static readonly string[] OfHeld =
    [
        "attendance_civil_society",
        "attendance_government",
        "attendance_oversight_body",
        "attendance_academia",
        "attendance_other",
        "minutes_url",
    ];

    /// <summary>A session of a state's secretariat, or on a state's plan, is of that state.</summary>
    public override Task CompleteAsync(Dictionary<string, object?> row, WriteStep step, CancellationToken cancellationToken)
    {
        Places.FillState(row, row["secretariat_id"] ?? row["plan_id"]);
        return Task.CompletedTask;
    }

    /// <summary>Who came, what was written down and what was agreed is said of a session that was held.</summary>
    public override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.After is not { } after || after["held_on"] is not DateOnly day)
        {
            return [];
        }

        if (day <= step.Today)
        {
            return
                step.Action == WriteAction.Update
                && step.Sets("held_on")
                && await step.Recorder.QueryAsync<string>(AgreedBeforeSql, new { step.Id, Day = day }, cancellationToken)
                    is [var fulfilled, ..]
                ?
                [
                    new RecordError(
                        ErrorCodes.WrongOrder,
                        $"{fulfilled} was agreed in {step.Id}, and is due or was fulfilled before {day:yyyy-MM-dd}."
                    )
                    {
                        Field = "held_on",
                        Value = Database.TypeHandlers.Format(day),
                        DetailEs = $"{fulfilled} se acordó en {step.Id}, y vence o se cumplió antes del {day:yyyy-MM-dd}.",
                    },
                ]
                : [];
        }

        if (OfHeld.FirstOrDefault(name => after[name] is not null && (step.Sets(name) || step.Sets("held_on"))) is { } early)
        {
            return [NotHeld(early, step.Id, day)];
        }

        return
            step.Sets("held_on")
            && await step.Recorder.QueryAsync<string>(AgreementsSql, new { step.Id }, cancellationToken) is [var agreement, ..]
            ?
            [
                new RecordError(ErrorCodes.Contradiction, $"{agreement} was agreed in {step.Id}, so that was held: its day is not to come.")
                {
                    Field = "held_on",
                    Value = Database.TypeHandlers.Format(day),
                    DetailEs = $"{agreement} se acordó en {step.Id}, así que ya se celebró: su día no está por venir.",
                },
            ]
            : [];
    }

    /// <summary>That something is said of a session that is still to come.</summary>
    public static RecordError NotHeld(string field, string session, DateOnly day) =>
        new(ErrorCodes.Contradiction, $"{session} is held on {day:yyyy-MM-dd}, which is to come: {field} is said of what was held.")
        {
            Field = field,
            DetailEs = $"{session} es el {day:yyyy-MM-dd}, que está por venir: «{field}» se dice de lo que ya se celebró.",
        };

    /// <summary>Below the body that met: the secretariat, else that of the plan, else the state.</summary>
    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        NewId.Below(row["secretariat_id"] ?? row["plan_id"] ?? row["state_id"] ?? RecordId.Country, "S");
}

/// <summary>How agreements of sessions are written; what is fulfilled shows it.</summary>
internal sealed class AgreementEditing : Editing
{
    public override string Table => "agreements";
    public override string Name => "Agreement";
    public override string Path => "/dialogues/agreements";
    public override string Tag => "Dialogues";
    public override IReadOnlyList<string> Fixed => ["session_id", "number"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => NewId.Below(row["session_id"], "A", "number");

    /// <summary>Days of what was agreed, none of them before it was.</summary>
    private static readonly string[] OfTheDay = ["due_date", "fulfilled_on"];

    internal const string SessionSql = "SELECT n.held_on FROM sessions n WHERE n.id = @Id";

    public override async Task<IReadOnlyList<RecordError>> GateAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (step.After is not { } after)
        {
            return [];
        }

        List<RecordError> errors = [];
        if ((step.Sets("fulfilled") || step.Sets("evidence_url")) && after["fulfilled"] is true && after["evidence_url"] is null)
        {
            errors.Add(
                new RecordError(ErrorCodes.EvidenceMissing, "What is fulfilled shows it: give evidence_url.")
                {
                    Field = "evidence_url",
                    DetailEs = "Lo cumplido se muestra: indique evidence_url.",
                }
            );
        }

        // What comes back is asked what a new one is: its session may have moved meanwhile.
        var (session, isNew) = ((string)after["session_id"]!, step.Action is WriteAction.Create or WriteAction.Restore);
        if (
            !isNew && !OfTheDay.Any(step.SetsDay)
            || await step.Recorder.QueryAsync<DateOnly?>(SessionSql, new { Id = session }, cancellationToken) is not [{ } held]
        )
        {
            return errors;
        }

        if (held > step.Today && isNew)
        {
            errors.Add(SessionEditing.NotHeld("session_id", session, held));
        }

        foreach (var field in OfTheDay)
        {
            if (after[field] is DateOnly day && step.LastDay(field) < held)
            {
                errors.Add(
                    new RecordError(
                        ErrorCodes.WrongOrder,
                        $"{field} is {day:yyyy-MM-dd}, before it was agreed in {session}, on {held:yyyy-MM-dd}."
                    )
                    {
                        Field = field,
                        Value = Database.TypeHandlers.Format(day),
                        DetailEs = $"«{field}» es {day:yyyy-MM-dd}, antes de que se acordara en {session}, el {held:yyyy-MM-dd}.",
                    }
                );
            }
        }

        return errors;
    }
}
