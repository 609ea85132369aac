using System.Data.Common;
using System.Globalization;
using System.Net;
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
        "Give one such as Server=tcp:sql.example.org;Database=OpenGov;User Id=opengov;Password=…, the password in quotes when it "
        + "holds a semicolon.";

    /// <summary>Words that a connection string of SQL Server has and one of SQLite has not.</summary>
    private static readonly HashSet<string> ServerWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "Server",
        "Address",
        "Addr",
        "Network Address",
        "Database",
        "Initial Catalog",
        "User Id",
        "Uid",
        "User",
        "Pwd",
        "Integrated Security",
        "Trusted_Connection",
        "Encrypt",
        "TrustServerCertificate",
        "Trust Server Certificate",
        "Authentication",
    };

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
            CheckFile(given.OpenGov);
        }

        if (given.OpenGovReplica is not null)
        {
            if (settings.Database.Provider != DatabaseProvider.SqlServer)
            {
                throw new StartException(
                    "ConnectionStrings:OpenGovReplica is set, but SQLite has no copies to read from. Use it with "
                        + "Database:Provider SqlServer."
                );
            }

            CheckServer("ConnectionStrings:OpenGovReplica", given.OpenGovReplica);
        }

        if (given.Redis is not null)
        {
            const string Right = "Give one such as redis.example.org:6379,password=….";
            var redis = Check("ConnectionStrings:Redis", Right, () => ConfigurationOptions.Parse(given.Redis));
            if (redis.EndPoints.Count == 0 || !redis.EndPoints.All(IsPlace))
            {
                throw new StartException($"ConnectionStrings:Redis names no server. {Right}");
            }
        }
    }

    /// <summary>The server that a connection string names, for messages.</summary>
    public static string Server(string connectionString) => new SqlConnectionStringBuilder(connectionString).DataSource;

    /// <summary>A word of SQL Server in what should name a file is most likely a provider that was forgotten.</summary>
    private static void CheckFile(string connectionString)
    {
        const string Setting = "ConnectionStrings:OpenGov";
        const string Right = "Give one such as Data Source=/data/opengov.db, or Database:Folder alone.";
        var words = Check(Setting, Right, () => new DbConnectionStringBuilder { ConnectionString = connectionString });
        if (words.Keys.Cast<string>().Any(word => ServerWords.Contains(word)))
        {
            throw new StartException(
                $"{Setting} is one of SQL Server, and Database:Provider is Sqlite, its default."
                    + " Give Database:Provider SqlServer, or leave it out."
            );
        }

        var file = Check(Setting, Right, () => new SqliteConnectionStringBuilder(connectionString));
        var isFile =
            file.DataSource.Length > 0
            && !file.DataSource.StartsWith(':')
            && !file.DataSource.StartsWith("file:", StringComparison.Ordinal);
        if (!isFile || words.Count > 1)
        {
            throw new StartException($"{Setting} must name a file, and of SQLite nothing else can be set. {Right}");
        }
    }

    private static void CheckServer(string setting, string connectionString)
    {
        var server = Check(setting, SqlServerForm, () => new SqlConnectionStringBuilder(connectionString)).DataSource;
        if (server.Length == 0)
        {
            throw new StartException($"{setting} names no server. {SqlServerForm}");
        }

        var port = server.Split(',');
        if (server.Contains('/') || port.Length > 2 || port.Length == 2 && !IsPort(port[1]) || port[0].Split(':')[^1].Trim().Length == 0)
        {
            throw new StartException($"{setting} names '{server}', which is no server. {SqlServerForm}");
        }
    }

    private static bool IsPort(string text) =>
        ushort.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0;

    private static bool IsPlace(EndPoint place) =>
        place switch
        {
            DnsEndPoint name => name.Port is >= 0 and <= 65_535 && Uri.CheckHostName(name.Host) == UriHostNameType.Dns,
            IPEndPoint address => !address.Address.Equals(IPAddress.Any) && !address.Address.Equals(IPAddress.IPv6Any),
            _ => true,
        };

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
