namespace OpenGov.Api.Database;

/// <summary>The folder of the embedded database: its owner's alone where it is made, and looked at before SQLite is.</summary>
internal static class DatabaseFolder
{
    /// <summary>Bytes that a small change needs.</summary>
    private const long LeastSpace = 256 * 1024;

    /// <summary>Makes it.</summary>
    /// <exception cref="StartException">It cannot be made.</exception>
    public static void Make(string folder)
    {
        try
        {
            OwnerOnly.CreateFolder(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var why =
                error is DirectoryNotFoundException or FileNotFoundException ? "no folder can be made there"
                : File.Exists(folder) ? "a file has this name"
                : FileErrors.Why(error);
            throw new StartException(
                $"Database:Folder is '{folder}', which cannot be made: {why}. Give a folder that this user may write.",
                error
            );
        }
    }

    /// <summary>Whether its disk has no room for a change.</summary>
    public static bool IsFull(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace < LeastSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // What cannot be asked is not known to be full.
            return false;
        }
    }

    /// <summary>Whether files can be made beside the database, as SQLite must to write.</summary>
    public static bool IsWritable(string database)
    {
        try
        {
            var options = OwnerOnly.Options(FileMode.CreateNew, FileShare.None, FileOptions.DeleteOnClose);
            new FileStream($"{database}.{Path.GetRandomFileName()}", options).Dispose();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException error) when (error.HResult == FileErrors.ReadOnly)
        {
            return false;
        }
    }
}
