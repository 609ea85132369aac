using OpenGov.Api.Database;

namespace OpenGov.Api.Files;

/// <summary>Where files are kept, each once, under the SHA-256 of its bytes: a folder or a bucket. What has a name never changes.</summary>
internal interface IFileStore
{
    /// <summary>A file that is received: it is gone with whoever receives it, unless it is kept.</summary>
    /// <exception cref="FileStoreException">There is no room, or none can be made.</exception>
    IncomingFile Begin();

    /// <summary>Keeps what was received. False when the same bytes were there already; they are then as young as if they were new.</summary>
    /// <exception cref="FileStoreException">It cannot be kept.</exception>
    Task<bool> KeepAsync(IncomingFile file, string sha256, FileKind kind, CancellationToken cancellationToken);

    /// <summary>The file of that hash; null when there is none.</summary>
    /// <exception cref="FileStoreException">That cannot be found out now.</exception>
    Task<StoredFile?> FindAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Its bytes, from any place on; null when there is none of this kind and size.</summary>
    /// <exception cref="FileStoreException">They cannot be had now.</exception>
    Task<Stream?> OpenAsync(string sha256, FileKind kind, long bytes, CancellationToken cancellationToken);

    /// <summary>All files.</summary>
    IAsyncEnumerable<StoredFile> AllAsync(CancellationToken cancellationToken);

    /// <summary>Takes a file away for ever, unless it has come anew since it was listed.</summary>
    Task<bool> RemoveAsync(StoredFile file, CancellationToken cancellationToken);

    /// <summary>Deletes what processes have left that were killed while they received a file.</summary>
    void RemoveLeftovers();
}

/// <summary>A file that is kept.</summary>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">How many bytes it has.</param>
/// <param name="KeptAt">When it last came.</param>
internal sealed record StoredFile(string Sha256, FileKind Kind, long Bytes, DateTimeOffset KeptAt)
{
    /// <summary>Its name in the store, the same in a folder and in a bucket: so that one can be copied to the other.</summary>
    public static string NameOf(string sha256, FileKind kind) => $"{sha256[..2]}/{sha256}.{kind.Extension}";

    /// <summary>The file that has this name; null when it is none of ours.</summary>
    public static StoredFile? Named(string name, long bytes, DateTimeOffset keptAt)
    {
        var parts = name.Split('/')[^1].Split('.');
        return
            parts is [{ Length: 64 } sha256, var extension]
            && sha256.All(char.IsAsciiHexDigitLower)
            && FileKind.OfExtension(extension) is { } kind
            ? new StoredFile(sha256, kind, bytes, keptAt)
            : null;
    }
}

/// <summary>A file that is being received.</summary>
/// <param name="stream">Where its bytes go.</param>
/// <param name="path">Where it lies; null where closing it takes it away.</param>
internal sealed class IncomingFile(FileStream stream, string? path) : IAsyncDisposable
{
    /// <summary>Where its bytes go.</summary>
    public FileStream Stream => stream;

    /// <summary>Moves it to where it stays.</summary>
    public async Task MoveAsync(string to)
    {
        stream.Flush(flushToDisk: true);
        if (OperatingSystem.IsWindows())
        {
            await stream.DisposeAsync();
        }

        File.Move(path!, to, overwrite: true);
        path = null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // Deleted while its lock is held, so that no start of another node does it at the same time.
        if (path is not null && !OperatingSystem.IsWindows())
        {
            File.Delete(path);
            path = null;
        }

        await stream.DisposeAsync();
        if (path is not null)
        {
            File.Delete(path);
        }
    }
}

/// <summary>The store cannot do what it is asked now; who runs the service is told why.</summary>
internal sealed class FileStoreException(string detail, Exception? inner = null) : Exception(detail, inner)
{
    /// <summary>Whether there is no room for more.</summary>
    public bool IsFull { get; init; }

    /// <summary>What the operating system does not let.</summary>
    public static FileStoreException Of(string place, Exception error) =>
        new($"{place}: {FileErrors.Why(error)}", error) { IsFull = error.HResult == FileErrors.DiskFull };
}
