using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using OpenGov.Api.Access;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>One write, as it was asked for.</summary>
/// <param name="Editing">How the table is written.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="Id">Id of the record; null for a new one.</param>
/// <param name="Body">The record, or what of it changes; null where none was sent.</param>
/// <param name="IfMatch">The versions that the caller has seen, as in the header; null when it named none.</param>
/// <param name="Reason">Why; null when that was not said.</param>
/// <param name="At">Place of the body in the body of the request (RFC 6901); empty when it is the whole.</param>
internal sealed record Write(
    Editing Editing,
    WriteAction Action,
    string? Id,
    JsonElement? Body,
    string? IfMatch,
    string? Reason,
    string At = ""
);

/// <summary>What a write came to.</summary>
/// <param name="Write">The write.</param>
/// <param name="Outcome">Whether the record is new, changed or the same; null when it was withdrawn.</param>
/// <param name="Record">The record as it stands.</param>
internal sealed record Written(Write Write, Outcome? Outcome, Recorded Record);

/// <summary>
/// Makes writes within a change, one after the other: who may, which version is meant, what the record then says, whether that is a good
/// record, and whether the process allows the step. What is refused refuses the whole change.
/// </summary>
internal sealed partial class Writer(Recorder recorder, Caller caller, DialogueSettings dialogues, IKeptFiles files)
{
    /// <summary>Who speaks for whom is an organisation; a source of its own says where its words come from.</summary>
    internal const string OwnSourceSql = """
        SELECT s.id FROM sources s
        JOIN changes c ON c.record_type = 'sources' AND c.record_id = s.id AND c.version = 1
        WHERE s.id >= 'W' AND s.id < 'X' AND c.actor_organization = @Organization
        ORDER BY s.id
        """;

    /// <summary>How the id begins of a source that this service makes for an organisation.</summary>
    private const string OwnSource = "W";

    /// <summary>How much of a name a title has room for.</summary>
    private const int LongestName = 350;

    private readonly HashSet<(string Table, string Id)> written = [];

    /// <summary>Makes a write.</summary>
    /// <exception cref="WriteRefusal">It cannot be made.</exception>
    public async Task<Written> MakeAsync(Write write, CancellationToken cancellationToken)
    {
        try
        {
            if (write.Reason is { } given && WrittenRules.UnseenIn(given) is { } unseen)
            {
                throw new RefusedException([unseen with { Field = "reason" }]);
            }

            if (write.Reason is { } reason && Markup().IsMatch(reason))
            {
                throw new RefusedException([
                    new RecordError(ErrorCodes.Markup, "Texts are plain: leave markup out.")
                    {
                        Field = "reason",
                        Value = RecordError.Shown(reason),
                    },
                ]);
            }

            if (write is { Id: { } asked, Editing.HasMixedIds: true })
            {
                var sql = WriteSql.IdInAnyCase(write.Editing.Described);
                var found = await recorder.QueryAsync<string>(sql, new { Id = asked.ToLowerInvariant() }, cancellationToken);
                write = write with { Id = found is [var id] ? id : asked };
            }

            return write.Action switch
            {
                WriteAction.Create => await CreateAsync(write, cancellationToken),
                WriteAction.Update => await UpdateAsync(write, cancellationToken),
                WriteAction.Withdraw => await WithdrawAsync(write, cancellationToken),
                _ => await RestoreAsync(write, cancellationToken),
            };
        }
        catch (RefusedException refused)
        {
            throw WriteRefusal.Of(refused.Errors, write.At);
        }
    }

    private async Task<Written> CreateAsync(Write write, CancellationToken cancellationToken)
    {
        var (editing, table) = (write.Editing, write.Editing.Described);
        MayReach(editing, editing.Creates);
        var (row, given, errors) = Read(write, null);
        var step = new WriteStep(recorder, WriteAction.Create, caller, write.Reason)
        {
            After = row,
            ResponseDays = dialogues.ResponseDays,
            Files = files,
        };
        if (table.ByName.ContainsKey("confidence"))
        {
            row["confidence"] ??= "documented";
        }

        await editing.CompleteAsync(row, step, cancellationToken);
        errors.AddRange(await UnknownAsync(table, row, null, errors, cancellationToken));
        if (errors.All(error => error.Field != "id"))
        {
            errors.AddRange(await IdentifyAsync(editing, row, given.Contains("id"), cancellationToken));
        }

        if (write.Body!.Value.ValueKind != JsonValueKind.Object)
        {
            throw WriteRefusal.Of(errors, write.At);
        }

        // Where a record belongs is known only when what it names is there; until then no scope is missing.
        if (row["id"] is not string || errors.Exists(error => error.Code == ErrorCodes.UnknownRecord) || NamesNothing(table, row))
        {
            var wrong = RecordChecker
                .Check(table, row, errors)
                .Errors.Where(error => error.Field != "source_ids" || given.Contains("source_ids"));
            throw WriteRefusal.Of(Told(write, row, [.. wrong], errors), write.At);
        }

        MayWrite(editing, row, null);
        MaySet(editing, editing.Creates!.Value, given);
        if (table.ByName.ContainsKey("source_ids") && row["source_ids"] is null && errors.All(error => error.Field != "source_ids"))
        {
            row["source_ids"] = await OwnSourceAsync(step, cancellationToken);
            if (row["source_ids"] is null)
            {
                errors.Add(NoSource);
            }
        }

        errors.AddRange(await OthersSourcesAsync(step, row, null, cancellationToken));
        errors.AddRange(await BeyondPresentationAsync(row, null, cancellationToken));
        return await SaveAsync(write, step, row, errors, cancellationToken);
    }

    private async Task<Written> UpdateAsync(Write write, CancellationToken cancellationToken)
    {
        var (editing, table, id) = (write.Editing, write.Editing.Described, write.Id!);
        MayReach(editing, editing.Changes);
        var before = await CurrentAsync(write, cancellationToken);
        MayWrite(editing, before, before);
        var recorded = await RecordedAsync(editing, before, cancellationToken);
        CheckVersion(write, before, recorded);
        var (said, given, errors) = Read(write, recorded);
        var row = table.Fields.ToDictionary(field => field.Name, field => before[field.Name]);
        foreach (var name in given)
        {
            row[name] = said[name];
        }

        foreach (
            var name in given.Where(name => (name == "id" || editing.Fixed.Contains(name)) && !Equals(row[name], before[name])).ToList()
        )
        {
            errors.Add(StaysAs(id, name) with { Value = Shown(row[name]) });
            row[name] = before[name];
        }

        var step = new WriteStep(recorder, WriteAction.Update, caller, write.Reason)
        {
            Before = before,
            After = row,
            Files = files,
        };
        MaySet(editing, editing.Changes, given.Where(name => !Equals(row[name], before[name])));
        await editing.CompleteAsync(row, step, cancellationToken);
        errors.AddRange(await UnknownAsync(table, row, before, errors, cancellationToken));
        if (errors.Count == 0)
        {
            MayWrite(editing, row, before);
        }

        await MustBeOwnAsync(step, editing, cancellationToken);
        errors.AddRange(await OthersSourcesAsync(step, row, before, cancellationToken));
        errors.AddRange(await BeyondPresentationAsync(row, before, cancellationToken));
        return await SaveAsync(write, step, row, errors, cancellationToken);
    }

    private async Task<Written> WithdrawAsync(Write write, CancellationToken cancellationToken)
    {
        var (editing, table, id) = (write.Editing, write.Editing.Described, write.Id!);
        MayReach(editing, editing.Withdraws);
        var before = await CurrentAsync(write, cancellationToken);
        MayWrite(editing, before, before);
        var recorded = await RecordedAsync(editing, before, cancellationToken);
        CheckVersion(write, before, recorded);
        var step = new WriteStep(recorder, WriteAction.Withdraw, caller, NeededReason(write)) { Before = before };
        if (caller.Role < Role.Admin)
        {
            await MustBeOwnAsync(step, editing, cancellationToken);
        }

        await MustBeAllowedAsync(write, step, cancellationToken);
        recorder.Reason = write.Reason;
        await recorder.WithdrawAsync(table, id, cancellationToken);
        written.Add((table.Name, id));
        await editing.FollowAsync(step, cancellationToken);
        return new Written(write, null, recorded);
    }

    private async Task<Written> RestoreAsync(Write write, CancellationToken cancellationToken)
    {
        var (editing, table, id) = (write.Editing, write.Editing.Described, write.Id!);
        MayReach(editing, editing.Withdraws);
        if (await recorder.FindAsync(table, id, cancellationToken) is not null)
        {
            throw WriteRefusal.Of(
                StatusCodes.Status409Conflict,
                $"{id} is not withdrawn: there is nothing to bring back.",
                $"{id} no está retirado: no hay nada que recuperar."
            );
        }

        if (await recorder.LastAsync(table, id, cancellationToken) is not { } last)
        {
            throw NotThere(write);
        }

        MayWrite(editing, last, last);
        var row = new Dictionary<string, object?>(last);
        var step = new WriteStep(recorder, WriteAction.Restore, caller, NeededReason(write)) { After = row };
        if (caller.Role < Role.Admin)
        {
            await MustBeOwnAsync(step, editing, cancellationToken);
            if (!await step.IsOfAsync(await step.WithdrawerAsync(table.Name, id, cancellationToken), cancellationToken))
            {
                throw WriteRefusal.Of(
                    AccessFailure.OtherOrganization(
                        $"{id} was withdrawn by another organisation: that one, or an admin, brings it back.",
                        $"{id} fue retirado por otra organización: esa, o quien administra, lo recupera."
                    )
                );
            }
        }

        List<RecordError> withdrawn = [.. await UnknownAsync(table, row, null, [], cancellationToken)];
        return await SaveAsync(write, step, row, withdrawn, cancellationToken);
    }

    private async Task<Written> SaveAsync(
        Write write,
        WriteStep step,
        Dictionary<string, object?> row,
        List<RecordError> errors,
        CancellationToken cancellationToken
    )
    {
        var (record, broken) = RecordChecker.Check(write.Editing.Described, row, errors);
        var said = broken.Select(error => error.Field).ToHashSet();
        List<RecordError> wrong =
        [
            .. broken,
            .. step.Action == WriteAction.Restore
                ? []
                : WrittenRules
                    .Broken(write.Editing.Described, row, step.Before, step.Today)
                    .Concat(Places.Elsewhere(write.Editing, row, step.Before))
                    .Where(error => !said.Contains(error.Field)),
        ];
        if (record is null || wrong.Count > 0)
        {
            throw WriteRefusal.Of(Sent(write, Told(write, row, wrong, errors)), write.At);
        }

        await MustBeAllowedAsync(write, step, cancellationToken);
        recorder.Reason = write.Reason;
        var outcome = await recorder.SaveAsync(record, cancellationToken);
        if (outcome != Outcome.Unchanged)
        {
            written.Add((record.Table.Name, record.Id));
            await write.Editing.FollowAsync(step, cancellationToken);
        }

        var saved = await recorder.FindAsync(write.Editing.Described, record.Id, cancellationToken);
        return new Written(write, outcome, await RecordedAsync(write.Editing, saved!, cancellationToken));
    }

    private static async Task MustBeAllowedAsync(Write write, WriteStep step, CancellationToken cancellationToken)
    {
        var errors = await write.Editing.GateAsync(step, cancellationToken);
        if (errors.Count == 0)
        {
            errors = await OtherSectorAsync(write.Editing, step, cancellationToken);
        }

        if (errors.Count > 0)
        {
            throw WriteRefusal.Of(Sent(write, errors), write.At);
        }
    }

    /// <summary>What is withdrawn or comes back names no field that could be at fault.</summary>
    private static IReadOnlyList<RecordError> Sent(Write write, IReadOnlyList<RecordError> errors) =>
        write.Action is WriteAction.Withdraw or WriteAction.Restore
            ? [.. errors.Select(error => error with { DetailEs = error.DetailEs ?? SpanishRefusals.Of(error), Field = null })]
            : errors;

    /// <summary>An organisation is of one sector, wherever it is named; a seat of another side says why in its note.</summary>
    private static async Task<IReadOnlyList<RecordError>> OtherSectorAsync(
        Editing editing,
        WriteStep step,
        CancellationToken cancellationToken
    )
    {
        if (
            step is not { Action: WriteAction.Create or WriteAction.Update, After: { } after }
            || after.GetValueOrDefault("organization_id") is not string organization
            || after.GetValueOrDefault("sector") is not string sector
            || !step.Sets("organization_id") && !step.Sets("sector")
            || await step.SectorAsync(organization, cancellationToken) is not { } own
            || own == sector
        )
        {
            return [];
        }

        if (!editing.HoldsSeats)
        {
            return
            [
                new RecordError(ErrorCodes.OtherVoice, $"{organization} is of the sector {own}: what is its own is of no other.")
                {
                    Field = "sector",
                    Value = sector,
                    Allowed = [own],
                    DetailEs = $"{organization} es del sector {own}: lo suyo no es de otro.",
                },
            ];
        }

        return after["note_es"] is null || after["note_en"] is null
            ?
            [
                new RecordError(
                    ErrorCodes.NoteMissing,
                    $"{organization} is of the sector {own}: where it sits on the side {sector}, note_es and note_en say by which source."
                )
                {
                    Field = "sector",
                    Value = sector,
                    Allowed = [own],
                    DetailEs =
                        $"{organization} es del sector {own}: si se sienta del lado {sector}, note_es y note_en dicen según qué fuente.",
                },
            ]
            : [];
    }

    /// <summary>Whether a field that names another record holds what can be the id of none.</summary>
    private static bool NamesNothing(Table table, IReadOnlyDictionary<string, object?> row) =>
        table.Fields.Any(field =>
            field.References is not null && row[field.Name] is { } value && FieldRules.Broken(field, value) is not null
        );

    private static RecordError StaysAs(string id, string field) =>
        field == "id"
            ? new(ErrorCodes.Fixed, $"The id {id} stays: withdraw the record with a reason, and add another.")
            {
                Field = field,
                DetailEs = $"El identificador {id} se queda: retire el registro con una razón, y agregue otro.",
            }
            : new(
                ErrorCodes.Fixed,
                $"{field} stays as it is, since {id} is told by it: withdraw the record with a reason, and add another."
            )
            {
                Field = field,
                DetailEs = $"«{field}» se queda como está, porque distingue a {id}: retire el registro con una razón, y agregue otro.",
            };

    /// <summary>What is wrong, as far as it helps: while the id is not known, what it is made of is missing, and that is said.</summary>
    private static List<RecordError> Told(
        Write write,
        IReadOnlyDictionary<string, object?> row,
        IReadOnlyList<RecordError> wrong,
        List<RecordError> own
    )
    {
        var given = row["id"] is null && write.Editing.IdFor(row) is { } rule ? (string?[])["id", rule.Number] : ["id"];
        var told = wrong.Where(error => own.Contains(error) || !given.Contains(error.Field)).ToList();

        // What is wrong may be what the id was made of, so that another is not there that was not meant.
        if (told.Exists(error => error.Code != ErrorCodes.Duplicate))
        {
            told.RemoveAll(error => error.Code == ErrorCodes.Duplicate && own.Contains(error));
        }

        return told.Count > 0 ? told : [.. wrong];
    }

    /// <summary>
    /// The source that this service makes for an organisation says that the words are its own, so nobody else names it; admins may, where
    /// they mend what went wrong.
    /// </summary>
    private async Task<IReadOnlyList<RecordError>> OthersSourcesAsync(
        WriteStep step,
        IReadOnlyDictionary<string, object?> row,
        IReadOnlyDictionary<string, object?>? before,
        CancellationToken cancellationToken
    )
    {
        if (caller.Role >= Role.Admin || row.GetValueOrDefault("source_ids") is not string named)
        {
            return [];
        }

        var errors = new List<RecordError>();
        foreach (
            var id in named
                .Split('|')
                .Except((before?["source_ids"] as string)?.Split('|') ?? [])
                .Where(id => id.StartsWith(OwnSource, StringComparison.Ordinal))
        )
        {
            var maker = await step.MakerAsync("sources", id, cancellationToken);
            if (maker is not null && !await step.IsOfAsync(maker, cancellationToken))
            {
                errors.Add(
                    new RecordError(
                        ErrorCodes.OtherVoice,
                        $"{id} says that {maker} wrote it here, and you write for another: name the source of the words, or none."
                    )
                    {
                        Field = "source_ids",
                        Value = id,
                        DetailEs =
                            $"{id} dice que lo escribió aquí {maker}, y usted escribe por otra: nombre la fuente de las palabras, o ninguna.",
                    }
                );
            }
        }

        return errors;
    }

    /// <summary>What is stated in the presentation only rests on that alone; a source beyond it makes it documented.</summary>
    private async Task<IReadOnlyList<RecordError>> BeyondPresentationAsync(
        IReadOnlyDictionary<string, object?> row,
        IReadOnlyDictionary<string, object?>? before,
        CancellationToken cancellationToken
    )
    {
        const string Presentation = "presentation";
        if (row.GetValueOrDefault("confidence") is not Presentation || row.GetValueOrDefault("source_ids") is not string named)
        {
            return [];
        }

        var known = before?["confidence"] is Presentation ? (before["source_ids"] as string)?.Split('|') ?? [] : [];
        foreach (var id in named.Split('|').Except(known))
        {
            if (
                await recorder.FindAsync(Schema.Current["sources"], id, cancellationToken) is { } source
                && source["kind"] is not Presentation
            )
            {
                return
                [
                    new RecordError(
                        ErrorCodes.Contradiction,
                        $"{Presentation} is what the presentation alone states, and {id} is no presentation: name that alone, or say how sure it is."
                    )
                    {
                        Field = "confidence",
                        Value = Presentation,
                        DetailEs =
                            $"{Presentation} es lo que solo dice la presentación, y {id} no es una presentación: nombre solo esa, o diga qué tan "
                            + "seguro es.",
                    },
                ];
            }
        }

        return [];
    }

    /// <summary>What a record newly names and is not there; the first of each field.</summary>
    private async Task<IReadOnlyList<RecordError>> UnknownAsync(
        Table table,
        IReadOnlyDictionary<string, object?> row,
        IReadOnlyDictionary<string, object?>? before,
        List<RecordError> errors,
        CancellationToken cancellationToken
    )
    {
        var unknown = new List<RecordError>();
        foreach (
            var field in table.Fields.Where(field =>
                field.References is { } reference
                && reference.Table != table.Name
                && row[field.Name] is not null
                && !Equals(row[field.Name], before?[field.Name])
                && !errors.Exists(error => error.Field == field.Name)
                && FieldRules.Broken(field, row[field.Name]) is null
            )
        )
        {
            var missing = await recorder.UnknownAsync(field, Neighbours.ValuesOf(field, row[field.Name]!), 1, cancellationToken);
            unknown.AddRange(missing.Values);
        }

        return unknown;
    }

    /// <summary>What the body says: a value for each field, the fields that it names, and what is wrong with it.</summary>
    /// <param name="write">The write.</param>
    /// <param name="recorded">The record as it is; null for a new one. What it says already may be sent back.</param>
    private static (Dictionary<string, object?> Row, List<string> Given, List<RecordError> Errors) Read(Write write, Recorded? recorded)
    {
        if (write.Body is not { } body)
        {
            throw WriteRefusal.Of(
                [
                    new RecordError(ErrorCodes.Required, $"{write.At}/body is missing: the record, as a JSON object.")
                    {
                        Field = "body",
                        DetailEs = $"Falta {write.At}/body: el registro, como objeto JSON.",
                    },
                ],
                write.At
            );
        }

        var table = write.Editing.Described;
        var (values, wrong) = JsonRecordReader.Read(table, body);
        var row = new Dictionary<string, object?>(values);
        var given =
            body.ValueKind == JsonValueKind.Object
                ? table.Fields.Select(field => field.Name).Where(name => body.TryGetProperty(name, out _)).ToList()
                : [];
        List<RecordError> errors =
        [
            .. wrong.Where(error => !SaysAgain(error, body, recorded)).Select(error => Explained(write.Editing, error, recorded)),
        ];
        foreach (var name in given.ToList())
        {
            if (write.Editing.Computed.TryGetValue(name, out var from))
            {
                given.Remove(name);
                if (recorded is null || !Equals(row[name], recorded.Values[name]))
                {
                    errors.Insert(0, Typed(name, from));
                }
            }
            else if (row[name] is string text)
            {
                row[name] = text = OneForm(table.ByName[name], text);
                if (Markup().IsMatch(text))
                {
                    errors.Add(
                        new RecordError(ErrorCodes.Markup, "Texts are plain: leave markup out.")
                        {
                            Field = name,
                            Value = RecordError.Shown(text),
                        }
                    );
                }
            }
        }

        return (row, given, errors);
    }

    /// <summary>
    /// One text has one form, so that equal words are equal: composed, without blanks around it; and the scheme of an address in small
    /// letters.
    /// </summary>
    private static string OneForm(Field field, string text)
    {
        var form = WriteOptions.OneForm(text);
        var trimmed = form.Trim();
        var one = trimmed.Length == 0 ? form : trimmed;
        return field.IsAddress ? Scheme().Replace(one, match => match.Value.ToLowerInvariant()) : one;
    }

    /// <summary>Whether a member that is no field says what the answer to a write says beside the fields, as it was answered.</summary>
    private static bool SaysAgain(RecordError error, JsonElement body, Recorded? recorded)
    {
        if (recorded is null || error.Code != ErrorCodes.UnknownField)
        {
            return false;
        }

        return error.Field switch
        {
            "version" => body.GetProperty("version") is { ValueKind: JsonValueKind.Number } version
                && version.TryGetInt32(out var number)
                && number == recorded.Version,

            // What a record shows may have moved it since.
            "updated_at" => body.GetProperty("updated_at") is { ValueKind: JsonValueKind.String } at
                && at.TryGetDateTimeOffset(out var instant)
                && instant <= recorded.UpdatedAt,
            "links" => body.GetProperty("links") is { ValueKind: JsonValueKind.Object } links
                && links.TryGetProperty("self", out _)
                // The address of the record shows more of them than the answer to a write.
                && links
                    .EnumerateObject()
                    .All(link =>
                        link.Value.ValueKind == JsonValueKind.String
                        && (
                            !recorded.Paths.TryGetValue(link.Name, out var path)
                            || FieldReader.TextOf(link.Value)?.EndsWith(path, StringComparison.Ordinal) == true
                        )
                    ),
            _ => false,
        };
    }

    /// <summary>What a record shows and nobody types is told apart from a name that is not known.</summary>
    private static RecordError Explained(Editing editing, RecordError error, Recorded? recorded) =>
        error.Code != ErrorCodes.UnknownField || error.Field is not { } name ? error
        : editing.Computed.TryGetValue(name, out var from) ? Typed(name, from)
        : recorded is not null && name is ("version" or "updated_at" or "links") ? Typed(name, SaysAnother)
        : error;

    private static readonly (string Es, string En) SaysAnother = (
        "acompaña a cada respuesta, y aquí dice otra cosa que el registro. Quítelo, o envíelo como se respondió.",
        "it comes with every answer, and here says another than the record. Leave it out, or send it as it was answered."
    );

    private static RecordError Typed(string name, (string Es, string En) from) =>
        new(ErrorCodes.Computed, $"{name} is not typed: {from.En}") { Field = name, DetailEs = $"«{name}» no se escribe: {from.Es}" };

    /// <summary>Browsers take what begins like markup for markup, also when it does not end.</summary>
    [GeneratedRegex("<[A-Za-z/!?]", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex("^https?:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    /// <summary>Gives a new record its id: by rule where there is one, else as the body says.</summary>
    private async Task<IReadOnlyList<RecordError>> IdentifyAsync(
        Editing editing,
        Dictionary<string, object?> row,
        bool isGiven,
        CancellationToken cancellationToken
    )
    {
        var rule = editing.IdFor(row);
        var given = row["id"] as string;
        if (rule is null)
        {
            return given is not null && await recorder.IsKnownAsync(editing.Described, given, cancellationToken)
                ? [Taken(given, "id")]
                : [];
        }

        if (isGiven && given is not null)
        {
            return
            [
                new RecordError(ErrorCodes.Fixed, "The id is given by rule: leave it out.")
                {
                    Field = "id",
                    Value = RecordError.Shown(given),
                },
            ];
        }

        if (rule.Text.Length == 0)
        {
            return [];
        }

        var id = rule.Text;
        if (rule.IsNumbered)
        {
            var most = rule.Number is null ? long.MaxValue : (long?)editing.Described.ByName[rule.Number].Maximum ?? long.MaxValue;
            var number =
                rule.Number is not null && row[rule.Number] is long own
                    ? own
                    : await recorder.NextNumberAsync(editing.Described, rule.Text, most, cancellationToken);
            id = $"{rule.Text}{number.ToString(CultureInfo.InvariantCulture)}";
            if (rule.Number is not null)
            {
                row[rule.Number] = number;
            }
        }

        row["id"] = id;
        return await recorder.IsKnownAsync(editing.Described, id, cancellationToken) ? [Taken(id, rule.Number)] : [];
    }

    private static RecordError Taken(string id, string? field) =>
        new(ErrorCodes.Duplicate, $"{id} is, or was, another record: an id is given once.")
        {
            Field = field,
            Value = id,
            DetailEs = $"{id} es, o fue, otro registro: un identificador se da una sola vez.",
        };

    private static RecordError NoSource =>
        new(
            ErrorCodes.Required,
            "The credential names no organisation from which these words could come, so say where they come from: source_ids."
        )
        {
            Field = "source_ids",
            DetailEs =
                "La credencial no nombra una organización de la que vengan estas palabras, así que diga de dónde vienen: source_ids.",
        };

    /// <summary>
    /// Where the words of an organisation come from, when it names nothing else: from itself, through this service. The source is made
    /// when it is first needed; null for who acts for no organisation.
    /// </summary>
    private async Task<string?> OwnSourceAsync(WriteStep step, CancellationToken cancellationToken)
    {
        if (caller.Organization is not { } organization)
        {
            return null;
        }

        if ((await recorder.QueryAsync<string>(OwnSourceSql, new { Organization = organization }, cancellationToken)) is [var known, ..])
        {
            return known;
        }

        var name = (await step.OrganizationAsync(cancellationToken))?.Name ?? organization;
        var shown = name.Length <= LongestName ? name : name[..LongestName];
        var table = Schema.Current["sources"];
        var row = table.Fields.ToDictionary(field => field.Name, _ => (object?)null);
        row["id"] = $"{OwnSource}{await recorder.NextNumberAsync(table, OwnSource, long.MaxValue, cancellationToken)}";
        row["title"] = $"{shown}, through the writing API";
        row["title_es"] = $"{shown}, por la API de escritura";
        row["publisher"] = name;
        row["read_extent"] = "whole";
        var (source, errors) = RecordChecker.Check(table, row);
        if (source is null)
        {
            throw new RefusedException(errors);
        }

        await recorder.SaveAsync(source, cancellationToken);
        return source.Id;
    }

    private async Task<IReadOnlyDictionary<string, object?>> CurrentAsync(Write write, CancellationToken cancellationToken) =>
        await recorder.FindAsync(write.Editing.Described, write.Id!, cancellationToken) is { } found ? found
        : await recorder.IsKnownAsync(write.Editing.Described, write.Id!, cancellationToken)
            ? throw WriteRefusal.Of(
                StatusCodes.Status410Gone,
                $"{write.Id} was withdrawn. POST …/restore brings it back.",
                $"{write.Id} fue retirado. POST …/restore lo recupera."
            )
        : throw NotThere(write);

    private static WriteRefusal NotThere(Write write) =>
        WriteRefusal.Of(
            StatusCodes.Status404NotFound,
            $"There is no {write.Editing.Noun} '{RecordError.Shown(write.Id!)}'.",
            $"No existe '{RecordError.Shown(write.Id!)}'."
        );

    private void CheckVersion(Write write, IReadOnlyDictionary<string, object?> before, Recorded recorded)
    {
        if (string.IsNullOrWhiteSpace(write.IfMatch))
        {
            throw WriteRefusal.Of(
                StatusCodes.Status428PreconditionRequired,
                "Say which version you have seen: If-Match with the ETag of the record, or with its version, such as \"v3\".",
                "Diga qué versión ha visto: If-Match con el ETag del registro, o con su versión, como \"v3\"."
            );
        }

        var version = (int)before["version"]!;
        if (!Versions(write).Contains(version))
        {
            throw WriteRefusal.Stale(
                write.Id!,
                version,
                written.Contains((write.Editing.Table, write.Id!)),
                context => recorded.ToElement(context.Request)
            );
        }
    }

    /// <summary>
    /// The versions that strong tags name: <c>"v3-…"</c>, of whatever form of the record, or <c>"v3"</c>. What matches anything (<c>*</c>)
    /// would say nothing of what was seen, and a weak tag does not match here (RFC 9110): neither is taken.
    /// </summary>
    private static IEnumerable<int> Versions(Write write)
    {
        if (!EntityTagHeaderValue.TryParseStrictList([write.IfMatch!], out var tags) || tags.Any(tag => tag.IsWeak || tag.Tag == "*"))
        {
            var errors = new ParameterErrors();
            errors.Add(
                write.At.Length > 0 ? "if_match" : "If-Match",
                ErrorCodes.WrongForm,
                "Name the version that you have seen: the ETag of the record as it came, or the version in quotes, such as \"v3\".",
                write.IfMatch,
                spanish: "Nombre la versión que ha visto: el ETag del registro como vino, o la versión entre comillas, como \"v3\"."
            );
            throw WriteRefusal.Of(errors);
        }

        return
        [
            .. tags.Select(tag => Version().Match(tag.Tag.ToString()))
                .Where(match => match.Success)
                .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)),
        ];
    }

    [GeneratedRegex("^\"v([0-9]{1,9})(?:-[^\"]*)?\"$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    private static string NeededReason(Write write) =>
        string.IsNullOrWhiteSpace(write.Reason)
            ? throw WriteRefusal.Of(
                [
                    new RecordError(ErrorCodes.ReasonMissing, "Say why, in ?reason=: the history keeps it.")
                    {
                        DetailEs = "Diga por qué, en ?reason=: el historial lo conserva.",
                    },
                ],
                write.At
            )
            : write.Reason;

    private void MayReach(Editing editing, Role? needed)
    {
        if (needed is null)
        {
            throw WriteRefusal.Of(
                StatusCodes.Status405MethodNotAllowed,
                $"Nobody does that to {editing.ANoun} here.",
                "Aquí nadie hace eso con ese registro."
            );
        }

        if (!(caller.Role >= needed))
        {
            throw WriteRefusal.Of(AccessFailure.MissingRole(caller, needed.Value));
        }
    }

    /// <summary>The caller may act where the record belongs, and where that belongs which it newly names.</summary>
    private void MayWrite(Editing editing, IReadOnlyDictionary<string, object?> row, IReadOnlyDictionary<string, object?>? before)
    {
        var places = editing.ScopesOf(row).Concat(Places.NamedBy(editing, row, before).Where(_ => !editing.ReachesBeyond(row)));
        if (places.FirstOrDefault(scope => !caller.Scopes.Contains(scope)) is { } missing)
        {
            var isUnfilled = missing == Scope.National && row.ContainsKey("state_id") && row["state_id"] is null;
            throw WriteRefusal.Of(AccessFailure.MissingScope(caller, missing, isUnfilled ? "state_id" : null));
        }
    }

    private void MaySet(Editing editing, Role enough, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            var needed = editing.RoleFor(field);
            if (needed > enough && !(caller.Role >= needed))
            {
                throw WriteRefusal.Of(AccessFailure.MissingRole(caller, needed, field));
            }
        }
    }

    /// <summary>What an organisation said in its own name no other changes.</summary>
    private static async Task MustBeOwnAsync(WriteStep step, Editing editing, CancellationToken cancellationToken)
    {
        if (
            editing.IsOwn(step)
            && !(
                step.Action == WriteAction.Withdraw
                && editing.NamedOrganization(step.Before!) is { } named
                && named == (await step.OrganizationAsync(cancellationToken))?.Id
            )
            && !await step.IsOfAsync(await step.MakerAsync(editing.Table, step.Id, cancellationToken), cancellationToken)
        )
        {
            if (step.Caller.Organization is null)
            {
                throw WriteRefusal.Of(AccessFailure.MissingOrganization);
            }

            throw WriteRefusal.Of(
                AccessFailure.OtherOrganization(
                    $"{step.Id} was written by another organisation; each writes only its own.",
                    $"{step.Id} fue escrito por otra organización; cada una escribe solo lo suyo."
                )
            );
        }
    }

    private async Task<Recorded> RecordedAsync(
        Editing editing,
        IReadOnlyDictionary<string, object?> row,
        CancellationToken cancellationToken
    )
    {
        var id = (string)row["id"]!;
        return new Recorded(editing, row, (int)row["version"]!, await recorder.UpdatedAtAsync(editing.Described, id, cancellationToken));
    }

    private static string? Shown(object? value) =>
        value is null ? null : RecordError.Shown(Convert.ToString(value, CultureInfo.InvariantCulture)!);
}
