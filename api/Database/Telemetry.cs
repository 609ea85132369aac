using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OpenGov.Api.Database;

/// <summary>
/// What the service tells of itself: a span and a duration for each call of the database, hits of the shared
/// cache, progress of imports. No personal data, and no values: statements carry parameters.
/// </summary>
internal static class Telemetry
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "OpenGov.Api";

    public static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> DatabaseCalls = Meter.CreateHistogram<double>(
        "opengov.database.duration",
        "s",
        "Duration of a call of the database."
    );

    public static readonly Counter<long> CacheLookups = Meter.CreateCounter<long>(
        "opengov.cache.lookups",
        description: "Look-ups in the shared cache, by whether they hit."
    );

    public static readonly Counter<long> ImportedRows = Meter.CreateCounter<long>(
        "opengov.import.rows",
        description: "Rows that an import has written, by table and outcome."
    );

    /// <summary>Runs a call of the database inside a span.</summary>
    public static async Task<T> DatabaseAsync<T>(Dialect dialect, string statement, Func<Task<T>> call)
    {
        using var span = Spans.StartActivity("database", ActivityKind.Client);
        span?.SetTag("db.system.name", dialect is SqliteDialect ? "sqlite" : "microsoft.sql_server");
        span?.SetTag("db.query.text", statement);
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await call();
        }
        catch (Exception error)
        {
            span?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            throw;
        }
        finally
        {
            DatabaseCalls.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }
}
