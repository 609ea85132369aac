namespace OpenGov.Api.Database;

/// <summary>
/// The one place for files that nobody keeps: a folder of this process in the system's folder for such, which only its owner
/// may enter. The lock in it ends with the process, however that ends, so that the next start knows what a dead one left.
/// </summary>
internal static class TemporaryFiles
{
    /// <summary>With this the names of all of them begin.</summary>
    public const string Prefix = "opengov-";

    private const string LockFile = "in-use.lock";

    /// <summary>A folder without a lock is one that is being made; after so long its maker died over it.</summary>
    private static readonly TimeSpan Making = TimeSpan.FromHours(1);

    private static readonly Lazy<string> Own = new(Begin);

    /// <summary>A file that is gone when it is closed.</summary>
    public static FileStream Create() =>
        new(
            Path.Combine(Own.Value, $"{Prefix}{Path.GetRandomFileName()}"),
            OwnerOnly.Options(FileMode.CreateNew, FileShare.None, FileOptions.DeleteOnClose | FileOptions.Asynchronous)
        );

    /// <summary>A folder that whoever asks for it deletes.</summary>
    public static string CreateFolder()
    {
        var folder = Path.Combine(Own.Value, $"{Prefix}{Path.GetRandomFileName()}");
        OwnerOnly.CreateFolder(folder);
        return folder;
    }

    /// <summary>
    /// Deletes what processes have left that were killed. What belongs to a living one is not touched, nor anything that is not
    /// of this product.
    /// </summary>
    public static void RemoveLeftovers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*"))
        {
            try
            {
                if (IsLeft(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It is in use, gone already, or another user's.
            }
        }
    }

    private static bool IsLeft(string folder)
    {
        var file = Path.Combine(folder, LockFile);
        if (!File.Exists(file))
        {
            return !Directory.EnumerateFileSystemEntries(folder).Any() && DateTime.UtcNow - Directory.GetCreationTimeUtc(folder) > Making;
        }

        using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1);
        return true;
    }

    /// <summary>Makes the folder of this process. Its lock is held until the process ends.</summary>
    private static string Begin()
    {
        var folder = Directory.CreateTempSubdirectory(Prefix).FullName;
        var held = new FileStream(Path.Combine(folder, LockFile), OwnerOnly.Options(FileMode.CreateNew, FileShare.None));
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                held.Dispose();
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The next start does it.
            }
        };
        return folder;
    }
}
