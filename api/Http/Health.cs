using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenGov.Api.Database;

namespace OpenGov.Api.Http;

/// <summary>Whether the database is there, whole, and written where it should be.</summary>
internal sealed class DatabaseHealth(DataVersion dataVersion, DataStore database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var state = await dataVersion.CurrentAsync(cancellationToken);
            await database.TryAsync(cancellationToken);
            if (database.IsDiskFull)
            {
                return HealthCheckResult.Unhealthy("The disk of the database is full: it can be read and not written.");
            }

            return HealthCheckResult.Healthy(
                $"{database.Dialect.Name}, change {state.Sequence}{(database.IsReadOnly ? ", for reading only" : "")}"
            );
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy(database.WhyUnavailable(error) ?? "The database does not answer.");
        }
    }
}

/// <summary>Whether the copy for reads answers. Without it the database itself is read: degraded, not unhealthy.</summary>
internal sealed class ReplicaHealth(DataStore database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await database.OpenReplicaAsync(cancellationToken);
            return HealthCheckResult.Healthy("The replica answers.");
        }
        catch (System.Data.Common.DbException)
        {
            return HealthCheckResult.Degraded("The replica does not answer; reads go to the database itself.");
        }
    }
}

/// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: what it depends on answers, each dependency by name.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        var read = new HttpMethodMetadata(ReadMethods.All);
        var live = new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync };
        var ready = new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = WriteAsync };
        app.MapHealthChecks("/health/live", live).WithMetadata(read);
        app.MapHealthChecks("/health/ready", ready).WithMetadata(read);
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        if (report.Status is HealthStatus.Unhealthy)
        {
            Problems.RetryAfter(context.Response, UnavailableHandler.Seconds);
        }

        return context.Response.WriteAsJsonAsync(
            new
            {
                Status = report.Status.ToString().ToLowerInvariant(),
                Dependencies = report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => new { Status = entry.Value.Status.ToString().ToLowerInvariant(), entry.Value.Description }
                ),
            },
            Json.Options
        );
    }
}
