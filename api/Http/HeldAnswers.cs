using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using OpenGov.Api.Access;
using OpenGov.Api.Database;

namespace OpenGov.Api.Http;

/// <summary>Says of an endpoint how it is answered.</summary>
internal enum Answering
{
    /// <summary>From the data: held while the data stays as it is.</summary>
    FromData,

    /// <summary>A page, which a record may complete; it is answered also where the database is not.</summary>
    Page,

    /// <summary>From the program alone, whatever the database does.</summary>
    FromProgram,

    /// <summary>Written as it is read: never held, and only so many at once.</summary>
    Streamed,

    /// <summary>From a file that is made once and kept; only making it goes through the gate of exports.</summary>
    Made,

    /// <summary>For who asks alone: held nowhere, on no machine.</summary>
    Personal,
}

/// <summary>
/// Answers from finished bytes. What several ask at once is computed once, belongs to none of them and goes on while
/// one of them waits. An answer is given while the tables that it was read from stay as they are (<see cref="DataVersion.IsSame"/>), so a
/// change is never hidden by one computed before it; the day is part of its name, so lateness is computed anew each day. What is streamed
/// passes by, through a gate.
/// </summary>
internal sealed class HeldAnswers(
    RequestDelegate next,
    IServiceProvider services,
    AnswerStore store,
    DataVersion dataVersion,
    DataStore database,
    ReadThreads threads,
    ReadTurns turns,
    ExportGate exports,
    IResponseCompressionProvider compression
)
{
    private static readonly DateTimeOffset Built = File.GetLastWriteTimeUtc(typeof(HeldAnswers).Assembly.Location);

    private readonly SharedWork<Answer> work = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (
            context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<AnsweringMetadata>() is not { } how
            || how.Answering is Answering.Personal or Answering.Made
            || !context.Request.IsRead()
        )
        {
            return next(context);
        }

        var format = endpoint.Metadata.GetMetadata<OfferedFormats>() is { } offered ? Formats.Find(context, offered.All) : null;
        return how.Answering == Answering.Streamed || format is not null && format != Format.Json
            ? StreamAsync(context)
            : AnswerAsync(context, endpoint, how, format);
    }

    private async Task StreamAsync(HttpContext context)
    {
        using var place = exports.TryEnter(Client.Of(context), context.Abort);
        if (place is null)
        {
            await Problems.Unavailable(context.Response, exports.Closed, exports.ClosedInSpanish, seconds: 5).ExecuteAsync(context);
            return;
        }

        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var watched = new StreamResponseBodyFeature(new WatchedBody(body.Stream, place), body);
        context.Features.Set<IHttpResponseBodyFeature>(watched);
        try
        {
            await threads.RunAsync(() => next(context));
            if (watched.Writer.UnflushedBytes > 0)
            {
                await watched.Writer.FlushAsync(context.RequestAborted);
            }
        }
        catch (Exception error) when (error is DbException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            // The client left, so what it asked of the database was stopped.
        }
        finally
        {
            context.Features.Set(body);
        }
    }

    private async Task AnswerAsync(HttpContext context, Endpoint endpoint, AnsweringMetadata metadata, Format? format)
    {
        var how = metadata.Answering;
        var state = how == Answering.FromProgram ? null : await StateAsync(how, context.RequestAborted);
        var name = Name(context.Request, metadata, format, state is not null);
        var held = store.Find(name) is { } stored && IsOf(stored, state) ? stored : null;
        var answer = held?.Answer;
        if (answer is null)
        {
            var asked = DetachedRequest.Of(context, endpoint);
            var encoding = compression.GetCompressionProvider(context);
            try
            {
                answer = await work.DoAsync(
                    Hashed($"{state?.Key}\n{name}"),
                    Client.Of(context),
                    piece => ComputeAsync(piece, name, asked, encoding, how, state),
                    context.RequestAborted
                );
            }
            catch (TooBusyException)
            {
                const string Detail =
                    "More questions wait than can be answered in time. Ask again in a moment; answers that many ask are not affected.";
                const string Spanish =
                    "Esperan más preguntas de las que se pueden responder a tiempo. Pregunte de nuevo en un momento; las respuestas que "
                    + "muchos piden no se ven afectadas.";
                await Problems.Unavailable(context.Response, Detail, Spanish, seconds: 1).ExecuteAsync(context);
                return;
            }
        }

        var form = await answer.SendAsync(context, compression);
        if (held?.State is { } of && form is not null && how == Answering.FromData)
        {
            context.Features.Set(new HeldAnswer(of, held.Tables, form.Bytes, form.Tag));
        }
    }

    /// <summary>Whether an answer that is kept is the answer in a state of the data.</summary>
    private bool IsOf(StoredAnswer held, DataVersion.State? state) =>
        held.State is null || state is not null && dataVersion.IsSame(held.State, state, held.Tables);

    /// <summary>The state of the data; null when a page must do without.</summary>
    private async ValueTask<DataVersion.State?> StateAsync(Answering how, CancellationToken cancellationToken)
    {
        try
        {
            return await dataVersion.CurrentAsync(cancellationToken);
        }
        catch (Exception error) when (how == Answering.Page && error is not OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<Answer> ComputeAsync(
        SharedWork<Answer>.Piece piece,
        string name,
        DetachedRequest asked,
        ICompressionProvider? encoding,
        Answering how,
        DataVersion.State? state
    )
    {
        if (state is not null && await store.FindSharedAsync(piece.Name, piece.Token) is { } shared)
        {
            store.Keep(name, new StoredAnswer(shared, state, TablesRead.All));
            return shared;
        }

        Answer answer;
        TablesRead tables;
        using (await turns.EnterAsync(piece.Client, piece.Shared, piece.Token) ?? throw new TooBusyException())
        {
            (answer, tables) = await threads.RunAsync(async () =>
            {
                var computed = await asked.AnswerAsync(services, state?.ChangedAt ?? Built, piece.Token);
                computed.Answer.Compress(encoding);
                return computed;
            });
        }

        // The turn is over: whoever comes next does not wait for the shared cache.
        if (answer.Status == StatusCodes.Status200OK && (state is not null || how == Answering.FromProgram))
        {
            store.Keep(name, new StoredAnswer(answer, state, tables));
            if (state is not null)
            {
                await store.ShareAsync(piece.Name, answer);
            }
        }

        return answer;
    }

    /// <summary>What tells one answer from another, and this day from the next.</summary>
    private string Name(HttpRequest request, AnsweringMetadata how, Format? format, bool isOfData)
    {
        var day = isOfData ? TypeHandlers.Format(database.Today) : "";
        var address = $"{PublicAddress.Of(request)}{request.Path}{request.QueryString}";
        return Hashed($"{ProgramBuild.Id}\n{(int)how.Answering}\n{how.Version?.Invoke()}\n{day}\n{format?.Suffix}\n{address}");
    }

    private static string Hashed(string name) =>
        name.Length <= 200 ? name : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}

/// <summary>More wait for an answer than can be answered in a time that anybody waits.</summary>
internal sealed class TooBusyException : Exception;

/// <summary>Says how an endpoint is answered.</summary>
/// <param name="Answering">How.</param>
/// <param name="Version">What else than the data the answer follows from, such as files that may be replaced; null for nothing.</param>
internal sealed record AnsweringMetadata(Answering Answering, Func<string>? Version = null)
{
    /// <summary>Whether it answers with what is the caller's own: nobody holds it, and no day of the past is kept of it.</summary>
    public static bool IsPersonal(EndpointMetadataCollection? endpoint) =>
        endpoint?.GetMetadata<AnsweringMetadata>()?.Answering is Answering.Personal;
}

/// <summary>The formats in which an endpoint answers, the default first.</summary>
internal sealed record OfferedFormats(IReadOnlyList<Format> All)
{
    /// <summary>No other than JSON.</summary>
    public static readonly OfferedFormats JsonOnly = new([Format.Json]);
}
