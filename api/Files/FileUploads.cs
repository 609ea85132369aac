using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Files;

/// <summary>A file that is kept, as the answer to its upload says it.</summary>
public sealed record UploadedFile
{
    /// <summary>SHA-256 of its bytes, in hexadecimal: what evidence names it by (`file_sha256`).</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its media type, as its content shows.</summary>
    public required string Type { get; init; }

    /// <summary>Its size.</summary>
    public required long Bytes { get; init; }
}

/// <summary>
/// Receives files: through a bounded piece of memory to the store, hashed on the way, at a pace, so many at once. What its content does not
/// show to be a kind that is kept is refused.
/// </summary>
internal sealed class FileUploads(
    IFileStore store,
    DataStore database,
    Settings settings,
    WriteQuota quota,
    AuditLog audit,
    ILogger<FileUploads> logger
)
{
    /// <summary>Bytes for which a credential pays with one write.</summary>
    public const int BytesOfAWrite = 256 * 1024;

    /// <summary>Uploads at once, in all and of one credential.</summary>
    public const int MostAtOnce = 8;

    /// <inheritdoc cref="MostAtOnce" />
    public const int MostOfOne = 3;

    private readonly Dictionary<string, int> receiving = [];

    /// <summary>Answers a request that brings a file.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(context.User)!;
        try
        {
            WriteRefusal.IfReadOnly(database);
            var errors = new ParameterErrors();
            QueryBinding.Known(context.Request, [], errors);
            if (errors.Any)
            {
                throw WriteRefusal.Of(errors);
            }

            WriteBody.RefuseEncoding(context.Request);
            RefuseForm(context.Request);
            if (context.Request.ContentLength > Most)
            {
                throw TooLarge;
            }

            if (!TryEnter(caller.Id))
            {
                return Problems.Unavailable(
                    context.Response,
                    $"At most {MostOfOne} files come in at once from a credential, and {MostAtOnce} from all. Send it again in a few seconds.",
                    $"Entran a lo más {MostOfOne} archivos a la vez de una credencial, y {MostAtOnce} en total. Envíelo de nuevo en unos segundos.",
                    seconds: 5
                );
            }

            try
            {
                return await ReceiveAsync(context, caller, cancellationToken);
            }
            finally
            {
                Leave(caller.Id);
            }
        }
        catch (RefusedException refused)
        {
            return WriteRefusal.Of(refused.Errors, "").ToResult(context);
        }
        catch (FileStoreException error)
        {
            logger.LogError(error, "A file could not be kept: {Detail}", error.Message);
            return Unavailable(context.Response, error);
        }
        catch (WriteRefusal refusal)
        {
            return await audit.AnswerAsync(refusal, context, cancellationToken);
        }
    }

    /// <summary>A form wraps the file in lines of its own, which would be kept as if they were the file's.</summary>
    private static void RefuseForm(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            throw WriteRefusal.Of(
                StatusCodes.Status415UnsupportedMediaType,
                "A file is the body itself, not a field of a form: send its bytes as they are (curl --data-binary @file).",
                "Un archivo es el cuerpo mismo, no un campo de un formulario: envíe sus bytes tal cual (curl --data-binary @archivo)."
            );
        }
    }

    /// <summary>That the store cannot do what is asked now.</summary>
    public static IResult Unavailable(HttpResponse response, FileStoreException error) =>
        error.IsFull
            ? Problems.Unavailable(
                response,
                "There is no room for more files now. Whoever runs this service can make some.",
                "Ahora no hay espacio para más archivos. Quien opera este servicio puede hacerlo.",
                seconds: 3600
            )
            : Problems.Unavailable(
                response,
                "The store of files does not answer now. Ask again in a moment.",
                "El almacén de archivos no responde ahora. Pregunte de nuevo en un momento.",
                seconds: 30
            );

    private long Most => settings.Files.MostMegabytes * 1024L * 1024;

    private WriteRefusal TooLarge =>
        WriteRefusal.Of(
            StatusCodes.Status413PayloadTooLarge,
            $"A file here has at most {settings.Files.MostMegabytes} MB. Put a larger one on a page of your own, and name its address.",
            $"Un archivo aquí tiene a lo más {settings.Files.MostMegabytes} MB. Publique uno mayor en una página propia, y nombre su dirección."
        );

    private async Task<IResult> ReceiveAsync(HttpContext context, Caller caller, CancellationToken cancellationToken)
    {
        // Counted here, so that what is too large is told as everywhere.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        await using var file = store.Begin();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (piece, bytes, pace) = (new byte[64 * 1024], 0L, new UploadPace());
        for (int read; (read = await pace.NextAsync(context.Request, piece, bytes, cancellationToken)) > 0; )
        {
            if (bytes + read > Most)
            {
                throw TooLarge;
            }

            var writes = Writes(bytes + read) - Writes(bytes);
            if (writes > 0 && quota.Count(context, caller, writes) is { } spent)
            {
                return spent;
            }

            bytes += read;
            hash.AppendData(piece, 0, read);
            await WriteAsync(file, piece.AsMemory(0, read), cancellationToken);
        }

        if (bytes == 0)
        {
            throw WriteRefusal.Of(
                [
                    new RecordError(ErrorCodes.Required, "There is no body: send the bytes of the file as they are.")
                    {
                        DetailEs = "No hay cuerpo: envíe los bytes del archivo tal cual.",
                    },
                ],
                ""
            );
        }

        var kind = Contents.Of(file.Stream);
        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        var isNew = await store.KeepAsync(file, sha256, kind, cancellationToken);
        var detail = string.Create(CultureInfo.InvariantCulture, $"{sha256} {kind.MediaType} {bytes}");
        await audit.AddAsync(audit.Entry("written", caller, AuditLog.Subject(context.Request), detail), cancellationToken);
        return TypedResults.Json(
            new UploadedFile
            {
                Sha256 = sha256,
                Type = kind.MediaType,
                Bytes = bytes,
            },
            Json.Options,
            statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK
        );
    }

    private static async Task WriteAsync(IncomingFile file, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            await file.Stream.WriteAsync(piece, cancellationToken);
        }
        catch (IOException error)
        {
            throw FileStoreException.Of("a file that is received", error);
        }
    }

    /// <summary>How many writes so many bytes count as: one for each 256 KB that is begun.</summary>
    private static int Writes(long bytes) => (int)((bytes + BytesOfAWrite - 1) / BytesOfAWrite);

    private bool TryEnter(string caller)
    {
        lock (receiving)
        {
            var own = receiving.GetValueOrDefault(caller);
            if (own >= MostOfOne || receiving.Values.Sum() >= MostAtOnce)
            {
                return false;
            }

            receiving[caller] = own + 1;
            return true;
        }
    }

    private void Leave(string caller)
    {
        lock (receiving)
        {
            if (--receiving[caller] == 0)
            {
                receiving.Remove(caller);
            }
        }
    }
}

/// <summary>
/// How slowly a file may come: 8 KB a second, after ten seconds that anybody may take. The server's own least pace is made for bodies of some
/// KB; at it, a file would hold its place for a day.
/// </summary>
internal sealed class UploadPace
{
    /// <summary>Seconds that every upload has.</summary>
    private const double Grace = 10;

    /// <summary>Bytes a second.</summary>
    private const double Pace = 8 * 1024;

    private readonly long since = TimeProvider.System.GetTimestamp();

    /// <summary>How long it may still take for more to come, when so many bytes are there; none when that is over.</summary>
    public static TimeSpan Left(long bytes, TimeSpan elapsed)
    {
        var left = TimeSpan.FromSeconds(Grace + bytes / Pace) - elapsed;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>The next bytes.</summary>
    /// <exception cref="WriteRefusal">They do not come, or too slowly.</exception>
    public async Task<int> NextAsync(HttpRequest request, byte[] piece, long bytes, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(Left(bytes, TimeProvider.System.GetElapsedTime(since)));
        try
        {
            return await WriteBody.PieceAsync(request, piece, waiting.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw WriteBody.TooSlow;
        }
    }
}
