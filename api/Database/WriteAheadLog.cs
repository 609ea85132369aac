namespace OpenGov.Api.Database;

/// <summary>The log beside the database file, watched so that one which an old file left behind is known from the new file's own.</summary>
internal sealed class WriteAheadLog : IDisposable
{
    /// <summary>The head of a log holds numbers drawn by lot, so two logs that begin alike are one.</summary>
    private const int HeadBytes = 32;

    private readonly string path;
    private readonly FileStream watched;

    private WriteAheadLog(string path) => (this.path, watched) = (path, Open(path));

    /// <summary>Name of the log of a database file.</summary>
    public static string Of(string database) => $"{database}-wal";

    /// <summary>Watches the log of a database file; null when it has none.</summary>
    public static WriteAheadLog? Watch(string database) => File.Exists(Of(database)) ? new WriteAheadLog(Of(database)) : null;

    /// <summary>Deletes the watched log where it lies: SQLite would write it over the file which is there now.</summary>
    public void RemoveIfLeft()
    {
        if (Head(watched) is not { } head || !File.Exists(path))
        {
            return;
        }

        using (var found = Open(path))
        {
            if (Head(found) is not { } other || !head.AsSpan().SequenceEqual(other))
            {
                return;
            }
        }

        File.Delete(path);
        File.Delete($"{path[..^"wal".Length]}shm");
    }

    /// <inheritdoc />
    public void Dispose() => watched.Dispose();

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);

    private static byte[]? Head(FileStream file)
    {
        if (file.Length < HeadBytes)
        {
            return null;
        }

        var head = new byte[HeadBytes];
        file.Position = 0;
        file.ReadExactly(head);
        return head;
    }
}
