namespace OpenGov.Api.Database;

/// <summary>Files and folders that only the user of the service may read: 0600 and 0700.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>How such a file is made.</summary>
    public static FileStreamOptions Options(FileMode mode, FileShare share, FileOptions options = FileOptions.None)
    {
        const int Buffer = 64 * 1024;
        var made = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            Options = options,
            BufferSize = Buffer,
        };
        if (!OperatingSystem.IsWindows())
        {
            made.UnixCreateMode = File;
        }

        return made;
    }

    /// <summary>Makes a folder; one that is there already stays as its owner has it.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, File | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Takes a file that is there from everybody else, when this user may.</summary>
    public static void Keep(string path)
    {
        if (OperatingSystem.IsWindows() || !System.IO.File.Exists(path))
        {
            return;
        }

        try
        {
            var mode = System.IO.File.GetUnixFileMode(path);
            if ((mode & ~File) != 0)
            {
                System.IO.File.SetUnixFileMode(path, mode & File);
            }
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            // Its owner is another, who decides.
        }
    }
}
