using Dapper;
using Microsoft.Data.SqlClient;

namespace OpenGov.Api.Tests;

/// <summary>The engines that the tests which talk to a database run on.</summary>
public static class TestDatabases
{
    /// <summary>Where a SQL Server is, for those who have one.</summary>
    public const string Variable = "OPENGOV_TEST_SQLSERVER";

    /// <summary>SQLite always; SQL Server when the variable names one, else shown as skipped.</summary>
    public static IEnumerable<TestFixtureData> All()
    {
        yield return new TestFixtureData("Sqlite").SetArgDisplayNames("SQLite");
        var sqlServer = new TestFixtureData("SqlServer").SetArgDisplayNames("SQL Server");
        yield return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } ? sqlServer : sqlServer.Ignore($"{Variable} is not set");
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
    public IEnumerable<KeyValuePair<string, string?>> Settings => Provider == "Sqlite"
        ? [new("Database:Provider", "Sqlite"), new("Database:Folder", folder)]
        : [new("Database:Provider", "SqlServer"), new("ConnectionStrings:OpenGov", ConnectionString)];

    private static string Server => Environment.GetEnvironmentVariable(TestDatabases.Variable)!;

    private string ConnectionString => new SqlConnectionStringBuilder(Server) { InitialCatalog = name }.ToString();

    public static async Task<TestDatabase> CreateAsync(string provider)
    {
        var database = new TestDatabase(provider);
        if (provider == "SqlServer")
        {
            await using var server = new SqlConnection(Server);
            await server.ExecuteAsync($"CREATE DATABASE {database.name}");
        }

        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == "SqlServer")
        {
            SqlConnection.ClearAllPools();
            await using var server = new SqlConnection(Server);
            await server.ExecuteAsync($"DROP DATABASE {name}");
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        Directory.Delete(folder, recursive: true);
    }
}
