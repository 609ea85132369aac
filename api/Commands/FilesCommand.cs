using System.CommandLine;
using System.Globalization;
using OpenGov.Api.Database;
using OpenGov.Api.Files;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commands;

/// <summary><c>files sweep</c>.</summary>
internal static class FilesCommand
{
    /// <summary>Every file that any version of evidence names, or named: the present one is among the versions.</summary>
    internal const string NamedSql = "SELECT DISTINCT v.file_sha256 FROM evidence_versions v WHERE v.file_sha256 IS NOT NULL";

    /// <summary>So long a file waits for evidence to name it.</summary>
    private static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    public static Command Create(Workplace workplace)
    {
        var sweep = new Command(
            "sweep",
            "Removes files that were brought more than seven days ago and that no evidence names or ever named."
        );
        sweep.SetAction(
            (_, cancellationToken) =>
                workplace.OnDatabaseAsync(Need.Existing, services => SweepAsync(services, cancellationToken), cancellationToken)
        );
        return new("files", "The files that are evidence.") { sweep };
    }

    private static async Task<int> SweepAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (store, database) = (services.GetRequiredService<IFileStore>(), services.GetRequiredService<DataStore>());
        try
        {
            var before = DateTimeOffset.UtcNow - Waits;
            var old = new List<StoredFile>();
            await foreach (var file in store.AllAsync(cancellationToken))
            {
                if (file.KeptAt < before)
                {
                    old.Add(file);
                }
            }

            // While the turn of writers is held nothing comes to name a file.
            var dataVersion = services.GetRequiredService<DataVersion>();
            await using var recorder = await Recorder.BeginAsync(database, dataVersion, new Actor("operator", null), cancellationToken);
            var named = (await recorder.QueryAsync<string>(NamedSql, new { }, cancellationToken)).ToHashSet();
            var (removed, bytes) = (0, 0L);
            foreach (var file in old.Where(file => !named.Contains(file.Sha256)))
            {
                if (await store.RemoveAsync(file, cancellationToken))
                {
                    (removed, bytes) = (removed + 1, bytes + file.Bytes);
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Files removed: {removed} ({bytes} bytes)."));
            return ExitCode.Done;
        }
        catch (FileStoreException error)
        {
            throw new StartException($"{error.Message}.", error);
        }
    }
}
