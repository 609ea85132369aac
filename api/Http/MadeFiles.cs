using OpenGov.Api.Database;

namespace OpenGov.Api.Http;

/// <summary>
/// Bulk files that were made, on disk: each once for a state of the data, whoever asks for it and for which part. A few are kept, those that
/// were asked for last; the others are gone when the last who reads them has ended.
/// </summary>
internal sealed class MadeFiles : IDisposable
{
    /// <summary>How many are kept: those of the newest state, and some of days that are asked for.</summary>
    public const int Kept = 40;

    /// <summary>How many bytes they have together, when there is more than one.</summary>
    private const long MostBytes = 1L << 30;

    private readonly Dictionary<string, Made> made = [];
    private readonly Dictionary<string, Turn> turns = [];
    private readonly string folder = TemporaryFiles.CreateFolder();
    private long asked;

    /// <summary>The file of that name, which is made when there is none.</summary>
    /// <param name="name">Names its bytes: no other bytes ever have the same.</param>
    /// <param name="make">Writes it at a path.</param>
    /// <param name="cancellationToken">Whoever asks has left.</param>
    public async Task<FileStream> OpenAsync(string name, Func<string, Task> make, CancellationToken cancellationToken)
    {
        // Made once: who comes meanwhile waits. When the one who makes it leaves, the next begins anew.
        var turn = Join(name);
        try
        {
            await turn.Free.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(name, turn);
            throw;
        }

        try
        {
            if (Find(name) is { } meanwhile)
            {
                return meanwhile;
            }

            // Systems clear folders for temporary files of what is old.
            OwnerOnly.CreateFolder(folder);
            var path = Path.Combine(folder, Path.GetRandomFileName());
            try
            {
                await make(path);
            }
            catch
            {
                File.Delete(path);
                throw;
            }

            lock (made)
            {
                made[name] = new Made(path, new FileInfo(path).Length) { Asked = ++asked };
                while (made.Count > Kept || (made.Count > 1 && made.Values.Sum(one => one.Length) > MostBytes))
                {
                    var oldest = made.MinBy(one => one.Value.Asked);
                    made.Remove(oldest.Key);
                    File.Delete(oldest.Value.Path);
                }

                return Open(path);
            }
        }
        finally
        {
            turn.Free.Release();
            Leave(name, turn);
        }
    }

    private Turn Join(string name)
    {
        lock (turns)
        {
            var turn = turns.GetValueOrDefault(name) ?? (turns[name] = new Turn());
            turn.Waiting++;
            return turn;
        }
    }

    private void Leave(string name, Turn turn)
    {
        lock (turns)
        {
            if (--turn.Waiting == 0)
            {
                turns.Remove(name);
                turn.Free.Dispose();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // The end of the process may have come first.
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The file of that name; null when it is not made yet.</summary>
    public FileStream? Find(string name)
    {
        lock (made)
        {
            if (made.GetValueOrDefault(name) is not { } found || !File.Exists(found.Path))
            {
                return null;
            }

            found.Asked = ++asked;
            return Open(found.Path);
        }
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous);

    private sealed record Made(string Path, long Length)
    {
        public long Asked { get; set; }
    }

    /// <summary>Who makes a file, or waits for it.</summary>
    private sealed class Turn
    {
        public SemaphoreSlim Free { get; } = new(1);

        public int Waiting { get; set; }
    }
}
