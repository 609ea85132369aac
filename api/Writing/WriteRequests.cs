using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>What a request to write says beside its body.</summary>
/// <param name="IsDry">Whether it is only tried: the answer is the one that it would get, and nothing is written.</param>
/// <param name="Reason">Why it is written.</param>
/// <param name="IsMinimal">Whether the record itself is not wanted in the answer.</param>
/// <param name="Key">Under which key the answer is kept; null when it is not.</param>
internal sealed record WriteOptions(bool IsDry, string? Reason, bool IsMinimal, string? Key)
{
    private const int LongestKey = 255;

    /// <summary>The parameters that every write takes.</summary>
    public static readonly IReadOnlyList<string> Parameters = ["dry_run", "reason"];

    /// <summary>Reads them strictly.</summary>
    /// <exception cref="WriteRefusal">One is unknown, or has a value that it cannot take.</exception>
    public static WriteOptions Read(HttpRequest request)
    {
        var errors = new ParameterErrors();
        QueryBinding.Known(request, Parameters, errors);
        var dry = QueryBinding.One(request, "dry_run", errors);
        if (dry is not (null or "true" or "false"))
        {
            var detail = $"'{ParameterErrors.Shown(dry)}' is not a value of dry_run. It takes true or false.";
            errors.Add("dry_run", ErrorCodes.NotABoolean, detail, dry, ["true", "false"]);
        }

        var reason = QueryBinding.One(request, "reason", errors) is { } said ? OneForm(said) : null;
        if (reason is not null && FieldRules.Broken(Actor.ReasonField, reason) is { } wrong)
        {
            errors.Add("reason", wrong.Code, wrong.Detail, reason, spanish: wrong.DetailEs);
        }

        var key = request.Headers["Idempotency-Key"];
        if (key.Count > 1 || key is [var one] && (one!.Length is 0 or > LongestKey || !one.All(letter => letter is > ' ' and <= '~')))
        {
            errors.Add(
                "Idempotency-Key",
                ErrorCodes.WrongForm,
                $"Give one Idempotency-Key of 1 to {LongestKey} ASCII characters without blanks.",
                spanish: $"Dé una sola Idempotency-Key de 1 a {LongestKey} caracteres ASCII sin espacios."
            );
        }

        if (errors.Any)
        {
            throw WriteRefusal.Of(errors);
        }

        return new WriteOptions(dry == "true", reason, IsMinimalWanted(request), key.Count == 1 ? key[0] : null);
    }

    /// <summary>A text in the one form in which texts are kept; what is no text stays as it is, and is refused by the rules of fields.</summary>
    public static string OneForm(string text) => FieldRules.HoldsNoText(text) ? text : text.Normalize(NormalizationForm.FormC);

    private static bool IsMinimalWanted(HttpRequest request) =>
        request
            .Headers["Prefer"]
            .ToString()
            .Replace(" ", "", StringComparison.Ordinal)
            .Contains("return=minimal", StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// Answers requests to write: all of a request is one change, made when its turn has come, with the answer that is kept and the entry for
/// administrators in the same transaction.
/// </summary>
internal sealed class WriteRequests(
    DataStore database,
    WriteTurns turns,
    WriteQuota quota,
    AuditLog audit,
    IKeptFiles files,
    Settings settings
)
{
    /// <summary>Answers a request of one write.</summary>
    public Task<IResult> AnswerAsync(
        HttpContext context,
        Editing editing,
        WriteAction action,
        string? given,
        CancellationToken cancellationToken
    ) =>
        AnswerAsync(
            context,
            WriteBody.MostBytes,
            isNeeded: action is WriteAction.Create or WriteAction.Update,
            (body, options) =>
                [
                    new Write(
                        editing,
                        action,
                        given is null ? null : editing.IdOf(given),
                        action is WriteAction.Create or WriteAction.Update ? body : null,
                        context.Request.Headers.IfMatch.Count == 0 ? null : context.Request.Headers.IfMatch.ToString(),
                        options.Reason ?? (action is WriteAction.Withdraw or WriteAction.Restore ? WriteBody.ReasonIn(body) : null)
                    ),
                ],
            (written, isMinimal) => AnswerOf(written[0], context.Request, isMinimal),
            cancellationToken
        );

    /// <summary>Answers a request of several writes, which are made one after the other, or none of them.</summary>
    public Task<IResult> AnswerBatchAsync(HttpContext context, CancellationToken cancellationToken) =>
        AnswerAsync(
            context,
            WriteBody.MostBytesOfBatch,
            isNeeded: true,
            (body, options) => WriteBatch.Read(body!.Value, options.Reason),
            (written, isMinimal) =>
                WriteBatch.AnswerOf([.. written.Select(one => AnswerOf(one, context.Request, isMinimal))], context.Request),
            cancellationToken
        );

    private async Task<IResult> AnswerAsync(
        HttpContext context,
        int mostBytes,
        bool isNeeded,
        Func<JsonElement?, WriteOptions, IReadOnlyList<Write>> read,
        Func<IReadOnlyList<Written>, bool, WriteAnswer> answerOf,
        CancellationToken cancellationToken
    )
    {
        var caller = Caller.Of(context.User)!;
        try
        {
            WriteRefusal.IfReadOnly(database);
            var options = WriteOptions.Read(context.Request);
            var body = await WriteBody.ReadAsync(context.Request, mostBytes, isNeeded, cancellationToken);
            var writes = read(body.Json, options);
            if (quota.Count(context, caller, writes.Count) is { } refused)
            {
                return refused;
            }

            // Before the turn: others do not wait for a store that is slow to answer.
            var found = await FoundFiles.NamedByAsync(writes, files, cancellationToken);
            var (answer, isRepeated) = await MakeAsync(context.Request, caller, options, body, writes, found, answerOf, cancellationToken);
            return new WriteResult(answer, options, isRepeated);
        }
        catch (WriteRefusal refusal)
        {
            return await audit.AnswerAsync(refusal, context, cancellationToken);
        }
    }

    private async Task<(WriteAnswer Answer, bool IsRepeated)> MakeAsync(
        HttpRequest request,
        Caller caller,
        WriteOptions options,
        WriteBody body,
        IReadOnlyList<Write> writes,
        IKeptFiles found,
        Func<IReadOnlyList<Written>, bool, WriteAnswer> answerOf,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var actor = new Actor(Roles.Name(caller.Role!.Value), caller.Organization, options.Reason);
            return await turns.TakeAsync(actor, WriteAsync, cancellationToken);
        }
        catch (RefusedException refused)
        {
            throw WriteRefusal.Of(refused.Errors, "");
        }

        async Task<(WriteAnswer Answer, bool IsRepeated)> WriteAsync(Recorder recorder)
        {
            var hash = KeptAnswers.HashOf(request, body.Bytes);
            if (options.Key is { } key && await KeptAnswers.FindAsync(recorder, caller.Id, key, hash, cancellationToken) is { } kept)
            {
                return (kept, true);
            }

            var written = await WriteAllAsync(recorder, caller, writes, found, cancellationToken);
            var answer = answerOf(written, options.IsMinimal);
            if (options.IsDry)
            {
                await recorder.CheckAsync(cancellationToken);
                return (answer, false);
            }

            if (options.Key is { } own)
            {
                await KeptAnswers.KeepAsync(recorder, caller.Id, own, hash, answer, cancellationToken);
            }

            if (written.All(one => one.Outcome == Outcome.Unchanged))
            {
                await recorder.KeepBesideAsync(cancellationToken);
                return (answer, false);
            }

            var entry = audit.Entry("written", caller, AuditLog.Subject(request), string.Join(' ', written.Select(one => one.Record.Id)));
            await recorder.WriteBesideAsync(AuditLog.InsertSql, entry, cancellationToken);
            await recorder.CommitAsync(cancellationToken);
            return (answer, false);
        }
    }

    private async Task<List<Written>> WriteAllAsync(
        Recorder recorder,
        Caller caller,
        IReadOnlyList<Write> writes,
        IKeptFiles found,
        CancellationToken cancellationToken
    )
    {
        var writer = new Writer(recorder, caller, settings.Dialogues, found);
        var written = new List<Written>(writes.Count);
        foreach (var write in writes)
        {
            try
            {
                written.Add(await writer.MakeAsync(write, cancellationToken));
            }
            catch (WriteRefusal refusal) when (write.At.Length > 0)
            {
                throw refusal.Of(written.Count);
            }
        }

        return written;
    }

    private static WriteAnswer AnswerOf(Written written, HttpRequest request, bool isMinimal)
    {
        var record = written.Record;
        if (written.Outcome is null)
        {
            return new WriteAnswer(StatusCodes.Status204NoContent, null, null, null);
        }

        var body = record.ToBytes(request);
        var tag = $"\"v{record.Version}-{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
        var isNew = written.Write.Action == WriteAction.Create;
        return new WriteAnswer(
            isNew ? StatusCodes.Status201Created
                : isMinimal ? StatusCodes.Status204NoContent
                : StatusCodes.Status200OK,
            isNew ? record.Editing.AddressOf(record.Id) : null,
            tag,
            isMinimal ? null : Encoding.UTF8.GetString(body)
        );
    }
}

/// <summary>The answer to a write.</summary>
internal sealed class WriteResult(WriteAnswer answer, WriteOptions options, bool isRepeated) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        if (answer.ETag is not null)
        {
            response.Headers.ETag = answer.ETag;
        }

        if (answer.Location is not null)
        {
            response.Headers.Location = PublicAddress.OfApi(httpContext.Request, answer.Location);
        }

        if (options.IsMinimal)
        {
            response.Headers["Preference-Applied"] = "return=minimal";
        }

        if (isRepeated)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        if (answer.Body is { } body)
        {
            response.ContentType = "application/json; charset=utf-8";
            await response.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
