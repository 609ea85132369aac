using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace OpenGov.Api.Database;

/// <summary>
/// The file of the embedded database: readable by its owner alone, served for reading where it cannot be written, and opened
/// again when another one is put in its place while it is served.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    /// <summary>Asks SQLite whether the file that it has open is no longer the one of that name (SQLITE_FCNTL_HAS_MOVED).</summary>
    private const int HasMovedCode = 20;

    /// <summary>So many connections that read stay open.</summary>
    private const int MostReaders = 32;

    private readonly Lock gate = new();
    private readonly string path;
    private readonly string directory;
    private readonly SqliteConnectionStringBuilder builder;
    private volatile SqliteConnection? anchor;
    private readonly KeptConnections readers = new(MostReaders);
    private readonly KeptConnections writer = new(1, inLine: true);
    private WriteAheadLog? log;
    private int generation;

    /// <summary>Says where the file is; nothing is looked for yet.</summary>
    public SqliteFile(string? configured, string folder)
    {
        builder = new SqliteConnectionStringBuilder(configured)
        {
            ForeignKeys = true,
            Pooling = true,
            DefaultTimeout = 30,
        };
        path = Path.GetFullPath(builder.DataSource is { Length: > 0 } given ? given : Path.Combine(folder, "opengov.db"));
        directory = Path.GetDirectoryName(path)!;
        builder.DataSource = path;
        builder.Mode = SqliteOpenMode.ReadWrite;
    }

    /// <summary>How the file is opened.</summary>
    public string ConnectionString => builder.ToString();

    private string Unpooled => new SqliteConnectionStringBuilder(builder.ToString()) { Pooling = false }.ToString();

    /// <summary>The name of the file.</summary>
    public string Name => path;

    /// <summary>The file by whose lock one process at a time prepares the database.</summary>
    public string LockFile => $"{path}.lock";

    /// <summary>Whether the file can only be read.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>Whether the disk has no room for a change.</summary>
    public bool IsDiskFull => DatabaseFolder.IsFull(directory);

    /// <summary>How often another file has been put in its place.</summary>
    public int Generation => Volatile.Read(ref generation);

    /// <summary>Looks whether the file is still the one that is served; costs the operating system a look at a name.</summary>
    /// <exception cref="DatabaseUnavailableException">There is none.</exception>
    public void Look()
    {
        if (anchor is { } open && !HasMoved(open))
        {
            return;
        }

        lock (gate)
        {
            if (anchor is { } still && !HasMoved(still))
            {
                return;
            }

            if (!File.Exists(path))
            {
                throw new DatabaseUnavailableException(
                    Unavailable.NotRead,
                    detail: "The file is missing. Put it, or a backup, in its place."
                );
            }

            Reopen();
        }
    }

    /// <summary>Keeps an eye on the log, by which one that an old file left behind is known.</summary>
    public void Watch()
    {
        lock (gate)
        {
            // A log that is watched before its file is open would be taken for one that another file left.
            if (anchor is { } open)
            {
                open.Execute("SELECT COUNT(*) FROM sqlite_master");
                log ??= WriteAheadLog.Watch(path);
            }
        }
    }

    /// <summary>A connection that reads.</summary>
    public Task<KeptConnection> OpenReaderAsync(CancellationToken cancellationToken) =>
        readers.OpenAsync(ConnectionString, cancellationToken);

    /// <summary>The connection that writes, once it is free.</summary>
    public Task<KeptConnection> OpenWriterAsync(CancellationToken cancellationToken) =>
        writer.OpenAsync(ConnectionString, cancellationToken);

    /// <summary>Forgets what is open, when the file turned out to be damaged: it may be mended in its place.</summary>
    public void Distrust()
    {
        readers.Clear();
        writer.Clear();
        using var pooled = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(pooled);
        Interlocked.Increment(ref generation);
    }

    /// <summary>Opens the file anew and, where it is to be written, takes the turn to write for a moment.</summary>
    public async Task TryAsync(CancellationToken cancellationToken)
    {
        Look();
        await using var connection = new SqliteConnection(Unpooled);
        connection.DefaultTimeout = 1;
        await connection.OpenAsync(cancellationToken);
        await connection.QuerySingleAsync<DataVersion.State>(DataVersion.Sql);
        if (IsReadOnly)
        {
            return;
        }

        try
        {
            await using var turn = connection.BeginTransaction(deferred: false);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 5 or 6)
        {
            // Somebody writes, so it can be written.
        }
    }

    /// <summary>Whether SQLite finds the pages whole; a large file would take too long to look at.</summary>
    public async Task<bool> IsWholeAsync(CancellationToken cancellationToken)
    {
        const long Large = 64L * 1024 * 1024;
        if (new FileInfo(path).Length > Large)
        {
            return true;
        }

        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<string>("PRAGMA quick_check(1)") == "ok";
    }

    /// <inheritdoc />
    public void Dispose()
    {
        readers.Dispose();
        writer.Dispose();
        log?.Dispose();
        anchor?.Dispose();
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(SafeHandle database, IntPtr name, int operation, out int result);

    /// <summary>Whoever opens the file anew closes this one, maybe just now: what is closed has moved, too.</summary>
    private static bool HasMoved(SqliteConnection open)
    {
        try
        {
            return open.Handle is not { } handle || (FileControl(handle, IntPtr.Zero, HasMovedCode, out var moved) == 0 && moved != 0);
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    private void Reopen()
    {
        var isFirst = anchor is null && generation == 0 && log is null;
        readers.Clear();
        writer.Clear();
        using (var pooled = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(pooled);
        }

        anchor?.Dispose();
        log?.RemoveIfLeft();
        log?.Dispose();
        (log, anchor) = (null, null);
        if (!IsReadOnly)
        {
            KeepToOwner();
        }

        var opened = new SqliteConnection(Unpooled);
        try
        {
            opened.Open();
            if (!isFirst)
            {
                Interlocked.Increment(ref generation);
                if (opened.ExecuteScalar<long>(Migrator.LastMigration) is var schema && schema != Migrator.Latest)
                {
                    throw new DatabaseUnavailableException(
                        Unavailable.NotRead,
                        detail: $"The file was replaced by one of schema {schema}; this program serves schema {Migrator.Latest}."
                    );
                }
            }
            else
            {
                opened.Execute("SELECT COUNT(*) FROM sqlite_master");
            }

            anchor = opened;
            Watch();
        }
        catch (SqliteException error) when (!isFirst && error.SqliteErrorCode == 1)
        {
            opened.Dispose();
            throw new DatabaseUnavailableException(
                Unavailable.NotRead,
                error,
                "The file was replaced by one without the tables of this program."
            );
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Makes the file where there is none.</summary>
    /// <exception cref="StartException">It cannot be made, or neither written nor read.</exception>
    public void Make()
    {
        if (!Directory.Exists(directory))
        {
            DatabaseFolder.Make(directory);
        }

        if (!File.Exists(path) && DatabaseFolder.IsWritable(path))
        {
            new FileStream(path, OwnerOnly.Options(FileMode.OpenOrCreate, FileShare.ReadWrite)).Dispose();
        }

        Prepare();
    }

    /// <summary>Finds the file.</summary>
    /// <exception cref="StartException">There is none.</exception>
    public void Find()
    {
        if (!File.Exists(path))
        {
            throw new StartException(
                $"There is no database {path}. Give the Database:Folder of one, or make one: serve, import or migrate does."
            );
        }

        Prepare();
    }

    private void Prepare()
    {
        IsReadOnly = !DatabaseFolder.IsWritable(path);
        if (IsReadOnly)
        {
            OpenForReading();
            return;
        }

        KeepToOwner();
        try
        {
            // A file without permission to write is opened for reading, and says so.
            using var connection = new SqliteConnection(Unpooled);
            connection.Open();
            IsReadOnly = SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1;
        }
        catch (SqliteException)
        {
            // Whoever opens it next is told.
        }
    }

    private void KeepToOwner()
    {
        foreach (var kept in (string[])[path, WriteAheadLog.Of(path), $"{path}-shm"])
        {
            OwnerOnly.Keep(kept);
        }
    }

    /// <summary>
    /// A log that cannot be written can be read while its index is there; without a log the file is all there is, and
    /// SQLite is told to look for nothing beside it.
    /// </summary>
    private void OpenForReading()
    {
        var refused = $"Database:Folder is '{directory}', in which this user may not write";
        if (!File.Exists(path))
        {
            throw new StartException(
                $"{refused}, and there is no {Path.GetFileName(path)} in it to read. Give a folder that it may write."
            );
        }

        builder.Mode = SqliteOpenMode.ReadOnly;
        var log = new FileInfo(WriteAheadLog.Of(path));
        if (!log.Exists || log.Length == 0)
        {
            var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
            builder.DataSource = $"file:{escaped}?immutable=1";
        }
        else if (!File.Exists($"{path}-shm"))
        {
            throw new StartException(
                $"{refused}, and {log.Name} holds changes that are not yet in the database. Start once where it may be written."
            );
        }
    }
}
