using OpenGov.Api.Database;
using OpenGov.Api.Files;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

/// <summary>The file that an item of evidence names.</summary>
internal sealed record NamedFile
{
    internal const string Sql = "SELECT e.file_name, e.file_type, e.file_bytes, e.file_sha256 FROM evidence e WHERE e.id = @Id";

    public string? FileName { get; init; }
    public string? FileType { get; init; }
    public int? FileBytes { get; init; }
    public string? FileSha256 { get; init; }
}

/// <summary>The address of the file of an item of evidence: its bytes to keep, and never to be looked at in place.</summary>
internal static class EvidenceFileEndpoint
{
    /// <summary>What the file is, it loads nothing, runs nothing and has no origin, should a browser draw it all the same.</summary>
    private const string Sandbox = "default-src 'none'; sandbox";

    public static void MapEvidenceFiles(this RouteGroupBuilder api) =>
        api.MapGroup("/evidence")
            .WithTags("Commitments")
            .MapRead("/{id}/file", GetAsync)
            .WithName("GetEvidenceFile")
            .WithSummary("Gets the file of an item of evidence")
            .WithDescription(
                "The bytes of the file that the item names (`file_name`, `file_type`, `file_bytes`, `file_sha256`), as an attachment. The `ETag` is "
                    + "their SHA-256, which `Repr-Digest` says too. Takes ranges."
            )
            .WithMetadata(new AnsweringMetadata(Answering.Made), new AsOfMetadata())
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Produces(StatusCodes.Status206PartialContent, contentType: "application/octet-stream")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status416RangeNotSatisfiable);

    /// <param name="id">Id of the evidence, in any case.</param>
    internal static async Task<IResult> GetAsync(
        string id,
        HttpContext context,
        RecordRequest request,
        ReadSession session,
        ReadThreads threads,
        IFileStore store,
        ILogger<NamedFile> logger,
        CancellationToken cancellationToken
    )
    {
        var errors = new ParameterErrors();
        QueryBinding.Known(context.Request, ["as_of"], errors);
        QueryBinding.ReadAsOf(context.Request, session, errors);
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        var canonical = RecordId.Canonical("evidence", id);
        var rows = await threads.RunAsync(() => session.QueryAsync<NamedFile>(NamedFile.Sql, new { Id = canonical }, cancellationToken));
        if (rows is not [var found])
        {
            return await request.NotFoundAsync(
                "evidence",
                id,
                $"There is no evidence '{RecordError.Shown(id)}'.",
                $"No consta aquí «{RecordError.Shown(id)}».",
                cancellationToken
            );
        }

        await session.DisposeAsync();
        if (found is not { FileSha256: { } sha256, FileName: { } name, FileBytes: { } bytes })
        {
            return Problems.NotFound(
                $"{canonical} has no file; where it is, its url says (/api/v1/evidence/{canonical}).",
                $"{canonical} no tiene archivo; dónde está lo dice su url (/api/v1/evidence/{canonical})."
            );
        }

        try
        {
            return FileKind.Of(found.FileType) is { } kind && await store.OpenAsync(sha256, kind, bytes, cancellationToken) is { } file
                ? new FileResult(file, kind, name, sha256, Unavailable)
                : Problems.NotFound(
                    $"The file of {canonical} is not kept here: its record was imported, or the store was restored without it. "
                        + $"Its SHA-256 is {sha256}.",
                    $"El archivo de {canonical} no se guarda aquí: su registro se importó, o el almacén se restauró sin él. "
                        + $"Su SHA-256 es {sha256}."
                );
        }
        catch (FileStoreException error)
        {
            return Unavailable(error);
        }

        IResult Unavailable(FileStoreException error)
        {
            logger.LogError(error, "The file of {Id} could not be had: {Detail}", canonical, error.Message);
            return FileUploads.Unavailable(context.Response, error);
        }
    }

    private sealed class FileResult(Stream file, FileKind kind, string name, string sha256, Func<FileStoreException, IResult> unavailable)
        : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.ContentSecurityPolicy = Sandbox;
            headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(sha256))}:";
            var type = kind.MediaType == "text/plain" ? "text/plain; charset=utf-8" : kind.MediaType;
            try
            {
                await MadeResult.SendAsync(httpContext, file, type, name, $"\"{sha256}\"");
            }
            catch (FileStoreException error) when (!httpContext.Response.HasStarted)
            {
                // A store that knew of the file a moment ago, and fails before its first byte.
                httpContext.Response.Clear();
                await unavailable(error).ExecuteAsync(httpContext);
            }
        }
    }
}
