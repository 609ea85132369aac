using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using OpenGov.Api.Database;

namespace OpenGov.Api.Commands;

/// <summary>Tells in one line why the service or a command could not begin or go on. No line holds a password or a key.</summary>
internal static class Failures
{
    /// <summary>With this variable set the whole failure follows, for whoever looks for its cause.</summary>
    public const string Variable = "OPENGOV_DEBUG";

    public static async Task<int> TellAsync(Exception error)
    {
        await Console.Error.WriteLineAsync(Line(error).ReplaceLineEndings(" "));
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
        {
            await Console.Error.WriteLineAsync(error.ToString());
        }

        return ExitCode.NotPossible;
    }

    internal static string Line(Exception error) =>
        Chain(error).Select(Known).FirstOrDefault(line => line is not null)
        ?? $"Failed: {error.Message} ({error.GetType().Name}; set {Variable}=1 to see where)";

    private static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }

    private static string? Known(Exception error) =>
        error switch
        {
            StartException => error.Message,
            OperationCanceledException => "Stopped.",
            IOException { InnerException: AddressInUseException } =>
                $"Urls: {error.Message.TrimEnd('.')}. Give another port, for example --urls http://127.0.0.1:5081.",
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                "Urls names a port that this user may not listen on. Give one from 1024, for example --urls http://127.0.0.1:5080.",
            SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
                "Urls names an address that this machine does not have. Give one that it has, for example --urls http://127.0.0.1:5080.",
            DatabaseUnavailableException => error.Message,
            SqliteException sqlite => $"The database: {Unavailable.Remedy(sqlite)}",
            SqlException sql => OfServer(sql),
            IOException or UnauthorizedAccessException => $"{Named(error)} cannot be read or written: {FileErrors.Why(error)}.",
            _ => null,
        };

    /// <summary>The file that it is about, which the framework names in quotes, if at all.</summary>
    private static string Named(Exception error) => error.Message.Split('\'') is [_, { Length: > 0 } name, _, ..] ? $"'{name}'" : "A file";

    private static string OfServer(SqlException error) =>
        string.IsNullOrEmpty(error.Server)
            ? $"The database server (ConnectionStrings:OpenGov) failed: {error.Message}"
            : $"The database server '{error.Server}' (ConnectionStrings:OpenGov) failed: {error.Message}";
}
