using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace OpenGov.Api.Database;

/// <summary>The database cannot be asked now.</summary>
/// <param name="reason">Why, as anybody may read it.</param>
/// <param name="inner">What failed.</param>
/// <param name="detail">Why, for whoever runs the service.</param>
public sealed class DatabaseUnavailableException(string reason, Exception? inner = null, string? detail = null) : DbException(reason, inner)
{
    /// <summary>Why, for whoever runs the service.</summary>
    public string Detail => detail ?? Message;
}

/// <summary>Tells a database that cannot be asked from a question that is wrong.</summary>
internal static class Unavailable
{
    /// <summary>What anybody is told of a file that is not there, damaged, or another: what is wrong is for the log.</summary>
    public const string NotRead = "The database cannot be read.";

    /// <summary>What anybody is told when a change cannot be kept.</summary>
    public const string NotWritten = "The database cannot be written.";
    private const int Missing = 14;
    private const int Damaged = 11;
    private const int NoDatabase = 26;

    /// <summary>What SQL Server says when the connection, the login or the database is what fails.</summary>
    private static readonly HashSet<int> ServerErrors =
    [
        -2,
        -1,
        0,
        2,
        20,
        53,
        64,
        121,
        233,
        258,
        596,
        669,
        976,
        983,
        997,
        1204,
        1222,
        4060,
        4064,
        4221,
        10053,
        10054,
        10060,
        10061,
        10928,
        10929,
        17142,
        18401,
        18452,
        18456,
        40143,
        40197,
        40501,
        40532,
        40540,
        40613,
        42108,
        42109,
        49918,
        49919,
        49920,
    ];

    /// <summary>Why the database cannot be asked, for anybody to read; null when something else failed.</summary>
    public static string? Reason(Exception error) =>
        error switch
        {
            DatabaseUnavailableException => error.Message,
            SqliteException { SqliteErrorCode: 1 } other when other.Message.Contains("no such table", StringComparison.Ordinal) => NotRead,
            SqliteException sqlite => Reason(sqlite.SqliteErrorCode),
            SqlException sql when IsConnection(sql) => "The database server does not answer.",
            { InnerException: { } inner } => Reason(inner),
            _ => null,
        };

    /// <summary>The same for whoever runs the service.</summary>
    public static string Detail(Exception error) =>
        error switch
        {
            DatabaseUnavailableException own => own.Detail,
            SqliteException { SqliteErrorCode: 1 } =>
                "The file has lost its tables. Put a backup in its place (docs/operations/backup.md).",
            SqliteException sqlite => Remedy(sqlite),
            { InnerException: { } inner } => Detail(inner),
            _ => error.Message,
        };

    /// <summary>Whether the file is what is wrong, and will be until it is replaced.</summary>
    public static bool IsDamage(Exception error) => error is SqliteException { SqliteErrorCode: Damaged or NoDatabase };

    /// <summary>Whether the connection failed, and not the statement.</summary>
    public static bool IsConnection(SqlException error) => error.Class >= 20 || ServerErrors.Contains(error.Number);

    /// <summary>What whoever runs the service can do about a file that fails.</summary>
    public static string Remedy(SqliteException error) =>
        error.SqliteErrorCode switch
        {
            Damaged or NoDatabase =>
                "The file is damaged or no SQLite database. Put a backup in its place (docs/operations/backup.md), or give "
                    + "another Database:Folder.",
            13 => "The disk is full. Make room, or give another Database:Folder.",
            Missing => "The file cannot be opened. Give a Database:Folder in which this user may read and write.",
            8 or 3 or 23 => "The file cannot be written. Give a Database:Folder in which this user may write.",
            10 => "The file cannot be read or written: the disk may be full or broken. Look at it, or give another Database:Folder.",
            5 or 6 => "Another process has held it for too long. Try again when that has ended.",
            _ => $"SQLite says: {error.Message}",
        };

    private static string? Reason(int code) =>
        code switch
        {
            Missing or Damaged or NoDatabase or 10 => NotRead,
            5 or 6 => "The database is busy.",
            8 or 3 or 23 or 13 => NotWritten,
            _ => null,
        };
}
