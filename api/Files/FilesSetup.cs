using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Files;

/// <summary>Where files are kept, and the address to which they are brought.</summary>
internal static class FilesSetup
{
    public static void AddFiles(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<IFileStore>(provider =>
            settings.Files.S3.Bucket is null
                ? new FolderStore(
                    FolderOf(provider)!,
                    settings.Files.MostGigabytes * 1024L * 1024 * 1024,
                    settings.Files.MostMegabytes * 1024L * 1024
                )
                : Bucket(settings)
        );
        services.AddSingleton<IKeptFiles, KeptFiles>();
        services.AddSingleton<FileUploads>();
        services.ConfigureSwaggerGen(options => options.OperationFilter<DescribedUploads>());
    }

    /// <summary>The folder in which they lie; null when they lie in a bucket.</summary>
    public static string? FolderOf(IServiceProvider services) =>
        services.GetRequiredService<Settings>().Files is { S3.Bucket: null } files
            ? files.Folder ?? Path.Combine(services.GetRequiredService<DataStore>().Folder, "files")
            : null;

    public static void MapFiles(this RouteGroupBuilder api) =>
        api.MapPost(
                "/files",
                (HttpContext context, FileUploads uploads, CancellationToken cancellationToken) =>
                    uploads.AnswerAsync(context, cancellationToken)
            )
            .Needs(Role.Verifier)
            .WithTags("Writing")
            .WithName("UploadFile")
            .WithMetadata(new UploadMetadata());

    /// <summary>Apart, so that without a bucket nothing of its library is loaded.</summary>
    private static S3Store Bucket(Settings settings) => new(settings.Files.S3);
}

/// <summary>Says of a route that it takes a file.</summary>
internal sealed record UploadMetadata;

/// <summary>The files of the store, for records that name them.</summary>
internal sealed class KeptFiles(IFileStore store, ILogger<KeptFiles> logger) : IKeptFiles
{
    public async Task<KeptFile?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FindAsync(sha256, cancellationToken) is { } file
                ? new KeptFile(file.Kind.MediaType, file.Bytes, file.Kind.NameFor)
                : null;
        }
        catch (FileStoreException error)
        {
            logger.LogError(error, "A file could not be looked for: {Detail}", error.Message);
            throw WriteRefusal.Of(
                StatusCodes.Status503ServiceUnavailable,
                "The store of files does not answer now, so nothing was written. Send the request again in a moment.",
                "El almacén de archivos no responde ahora, así que no se escribió nada. Envíe la solicitud de nuevo en un momento."
            );
        }
    }
}
