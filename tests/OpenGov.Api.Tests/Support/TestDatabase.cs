using System.Net.Sockets;
using Dapper;
using Microsoft.Data.SqlClient;
using Testcontainers.MsSql;

namespace OpenGov.Api.Tests;

/// <summary>The engines that the tests which talk to a database run on.</summary>
public static class TestDatabases
{
    /// <summary>Where a SQL Server is, for those who have one.</summary>
    public const string Variable = "OPENGOV_TEST_SQLSERVER";

    private const string Image = "mcr.microsoft.com/mssql/server:2022-latest";
    private const string Engine = "/var/run/docker.sock";

    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>SQLite always; SQL Server when the variable names one or a container engine answers, else shown as skipped.</summary>
    public static IEnumerable<TestFixtureData> All()
    {
        yield return new TestFixtureData("Sqlite").SetArgDisplayNames("SQLite");
        var sqlServer = new TestFixtureData("SqlServer").SetArgDisplayNames("SQL Server");
        yield return HasSqlServer ? sqlServer : sqlServer.Ignore($"{Variable} is not set, and no container engine answers");
    }

    /// <summary>For what SQLite has not.</summary>
    public static IEnumerable<TestFixtureData> SqlServerOnly() => All().Skip(1);

    /// <summary>The server on which databases are made: the one that is named, else one in a container.</summary>
    public static Task<string> SqlServerAsync() => Named is { } named ? Task.FromResult(named) : Started.Value;

    private static bool HasSqlServer { get; } = Named is not null || EngineAnswers();

    private static string? Named => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;

    private static bool EngineAnswers()
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(Engine));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<string> StartAsync()
    {
        var container = new MsSqlBuilder(Image).Build();
        await container.StartAsync();
        return container.GetConnectionString();
    }
}

/// <summary>A database of a test class's own, dropped after.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opengov-test-").FullName;
    private readonly string name = $"opengov_test_{Guid.NewGuid():N}";

    private TestDatabase(string provider) => Provider = provider;

    public string Provider { get; }

    /// <summary>The settings by which the service finds it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings =>
        Provider == "Sqlite"
            ? [new("Database:Provider", "Sqlite"), new("Database:Folder", folder)]
            : [new("Database:Provider", "SqlServer"), new("ConnectionStrings:OpenGov", ConnectionString)];

    /// <summary>How a client reaches it.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<TestDatabase> CreateAsync(string provider)
    {
        var database = new TestDatabase(provider);
        if (provider == "SqlServer")
        {
            var address = await TestDatabases.SqlServerAsync();
            database.ConnectionString = new SqlConnectionStringBuilder(address) { InitialCatalog = database.name }.ToString();
            await using var server = new SqlConnection(address);
            await server.ExecuteAsync($"CREATE DATABASE {database.name}");
        }

        return database;
    }

    /// <summary>
    /// One with the shipped data set in it. It is imported once, and each has a copy of that file: a server has it imported by each service.
    /// </summary>
    public static async Task<TestDatabase> ShippedAsync(string provider)
    {
        var shipped = provider == "Sqlite" ? await Shipped.Value : null;
        var database = await CreateAsync(provider);
        if (shipped is not null)
        {
            File.Copy(shipped.SqliteFile, database.SqliteFile);
        }

        return database;
    }

    private static readonly Lazy<Task<TestDatabase>> Shipped = new(ImportAsync);

    private string SqliteFile => Path.Combine(folder, "opengov.db");

    private static async Task<TestDatabase> ImportAsync()
    {
        var database = await CreateAsync("Sqlite");
        await using (await OpenGovApplication.StartBesideAsync(database)) { }
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(database.folder, recursive: true);

        // What was being read as the service stopped comes back to the pool a moment later; the last connection takes the log with it.
        await Eventually.HoldsAsync(
            () =>
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                return Task.FromResult(!File.Exists($"{database.SqliteFile}-wal"));
            },
            "nobody writes to the file that is copied"
        );
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == "SqlServer")
        {
            // A connection that was being opened as the service stopped is there for a moment longer.
            await Eventually.HoldsAsync(DropAsync, $"{name} is used by nobody and dropped");
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>False while somebody uses it.</summary>
    private async Task<bool> DropAsync()
    {
        SqlConnection.ClearAllPools();
        await using var server = new SqlConnection(await TestDatabases.SqlServerAsync());
        try
        {
            await server.ExecuteAsync($"DROP DATABASE {name}");
            return true;
        }
        catch (SqlException error) when (error.Message.Contains("in use", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
