using OpenGov.Api.Database;

namespace OpenGov.Api.Files;

/// <summary>
/// Files in a folder that only the user of the service may enter, outside of everything that is served. A file gets its name when it is
/// whole, by a rename, so that a process that is killed leaves nothing half. Several nodes may share the folder.
/// </summary>
/// <param name="folder">The folder; it is made when the first file comes.</param>
/// <param name="mostBytes">Bytes of all files together.</param>
/// <param name="mostIncoming">Bytes that one file may have.</param>
internal sealed class FolderStore(string folder, long mostBytes, long mostIncoming) : IFileStore, IDisposable
{
    /// <summary>What lies here is not received yet.</summary>
    public const string Incoming = "incoming";

    /// <summary>Bytes that stay free on the disk, for the database that may lie on it.</summary>
    private const long Spared = 64L << 20;

    /// <summary>Files of other nodes count too, as of so many milliseconds ago.</summary>
    private const int Measured = 60_000;

    private readonly string incoming = Path.Combine(folder, Incoming);
    private readonly Lock state = new();
    private readonly SemaphoreSlim keeping = new(1, 1);
    private (long Bytes, long At)? used;

    /// <inheritdoc />
    public IncomingFile Begin()
    {
        try
        {
            OwnerOnly.CreateFolder(folder);
            OwnerOnly.CreateFolder(incoming);
            RequireRoom(0);
            if (new DriveInfo(folder).AvailableFreeSpace < mostIncoming + Spared)
            {
                throw new FileStoreException($"{folder}: the disk is nearly full") { IsFull = true };
            }

            var path = Path.Combine(incoming, Path.GetRandomFileName());
            return new IncomingFile(
                new FileStream(path, OwnerOnly.Options(FileMode.CreateNew, FileShare.None, FileOptions.Asynchronous)),
                path
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileStoreException.Of(folder, error);
        }
    }

    /// <inheritdoc />
    public async Task<bool> KeepAsync(IncomingFile file, string sha256, FileKind kind, CancellationToken cancellationToken)
    {
        // Of two that bring the same bytes one is the first.
        await keeping.WaitAsync(cancellationToken);
        try
        {
            var (path, bytes) = (PathOf(sha256, kind), file.Stream.Length);
            if (IsThere(path, bytes))
            {
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
                return false;
            }

            RequireRoom(bytes);
            OwnerOnly.CreateFolder(Path.GetDirectoryName(path)!);
            await file.MoveAsync(path);
            lock (state)
            {
                used = used is { } known ? (known.Bytes + bytes, known.At) : null;
            }

            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileStoreException.Of(folder, error);
        }
        finally
        {
            keeping.Release();
        }
    }

    /// <inheritdoc />
    public Task<StoredFile?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        var files = FileKind
            .All.Select(kind => new FileInfo(PathOf(sha256, kind)))
            .Where(file => file.Exists)
            .Select(file => StoredFile.Named(file.Name, file.Length, file.LastWriteTimeUtc));
        return Task.FromResult(files.FirstOrDefault());
    }

    /// <inheritdoc />
    public Task<Stream?> OpenAsync(string sha256, FileKind kind, long bytes, CancellationToken cancellationToken)
    {
        try
        {
            var path = PathOf(sha256, kind);
            return Task.FromResult<Stream?>(
                IsThere(path, bytes)
                    ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous)
                    : null
            );
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileStoreException.Of(folder, error);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredFile> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        foreach (var file in All())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (StoredFile.Named(file.Name, file.Length, file.LastWriteTimeUtc) is { } stored)
            {
                yield return stored;
            }
        }
    }

    /// <inheritdoc />
    public Task<bool> RemoveAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var path = PathOf(file.Sha256, file.Kind);
        if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) > file.KeptAt.UtcDateTime)
        {
            return Task.FromResult(false);
        }

        File.Delete(path);
        return Task.FromResult(true);
    }

    /// <inheritdoc />
    public void RemoveLeftovers()
    {
        if (!Directory.Exists(incoming))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(incoming))
        {
            try
            {
                // Who receives it holds its lock, in whatever process that is.
                using var left = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1);
                if (!OperatingSystem.IsWindows())
                {
                    File.Delete(path);
                    continue;
                }

                left.Dispose();
                File.Delete(path);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It is in use, or gone already.
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => keeping.Dispose();

    private string PathOf(string sha256, FileKind kind) => Path.Combine(folder, StoredFile.NameOf(sha256, kind));

    private static bool IsThere(string path, long bytes) => new FileInfo(path) is { Exists: true } file && file.Length == bytes;

    private IEnumerable<FileInfo> All() =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateDirectories("??").SelectMany(below => below.EnumerateFiles()) : [];

    private void RequireRoom(long bytes)
    {
        lock (state)
        {
            if (used is not { } known || Environment.TickCount64 - known.At > Measured)
            {
                used = known = (All().Sum(file => file.Length), Environment.TickCount64);
            }

            if (known.Bytes + bytes > mostBytes || known.Bytes == mostBytes)
            {
                throw new FileStoreException($"{folder} holds {known.Bytes} bytes; Files:MostGigabytes lets no more in") { IsFull = true };
            }
        }
    }
}
