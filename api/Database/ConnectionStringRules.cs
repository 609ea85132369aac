using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using StackExchange.Redis;

namespace OpenGov.Api.Database;

/// <summary>
/// Connection strings are read before anything connects. What is wrong with one is said without a word of it: a password
/// with a semicolon in it looks like a keyword.
/// </summary>
internal static class ConnectionStringRules
{
    private const string SqlServerForm =
        "Give one such as Server=tcp:sql.example.org;Database=OpenGov;User Id=opengov;Password=…, the password in quotes when it holds a semicolon.";

    public static void Check(Settings settings)
    {
        var given = settings.ConnectionStrings;
        if (settings.Database.Provider == DatabaseProvider.SqlServer)
        {
            var missing = $"Database:Provider is SqlServer, and ConnectionStrings:OpenGov does not say how to reach it. {SqlServerForm}";
            CheckServer("ConnectionStrings:OpenGov", given.OpenGov ?? throw new StartException(missing));
        }
        else if (given.OpenGov is not null)
        {
            const string Right = "Give one such as Data Source=/data/opengov.db, or Database:Folder alone.";
            Check("ConnectionStrings:OpenGov", Right, () => new SqliteConnectionStringBuilder(given.OpenGov));
        }

        if (given.OpenGovReplica is not null)
        {
            if (settings.Database.Provider != DatabaseProvider.SqlServer)
            {
                throw new StartException(
                    "ConnectionStrings:OpenGovReplica is set, but SQLite has no copies to read from. Use it with Database:Provider SqlServer.");
            }

            CheckServer("ConnectionStrings:OpenGovReplica", given.OpenGovReplica);
        }

        if (given.Redis is not null)
        {
            const string Right = "Give one such as redis.example.org:6379,password=….";
            var redis = Check("ConnectionStrings:Redis", Right, () => ConfigurationOptions.Parse(given.Redis));
            if (redis.EndPoints.Count == 0)
            {
                throw new StartException($"ConnectionStrings:Redis names no server. {Right}");
            }
        }
    }

    /// <summary>The server that a connection string names, for messages.</summary>
    public static string Server(string connectionString) => new SqlConnectionStringBuilder(connectionString).DataSource;

    private static void CheckServer(string setting, string connectionString)
    {
        if (Check(setting, SqlServerForm, () => new SqlConnectionStringBuilder(connectionString)).DataSource.Length == 0)
        {
            throw new StartException($"{setting} names no server. {SqlServerForm}");
        }
    }

    private static T Check<T>(string setting, string right, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new StartException($"{setting} cannot be read as a connection string. {right}", error);
        }
    }
}
