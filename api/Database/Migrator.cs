using System.Data.Common;
using System.Reflection;
using Dapper;
using FluentMigrator;
using FluentMigrator.Runner;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using OpenGov.Api.Database.Migrations;

namespace OpenGov.Api.Database;

/// <summary>Brings the database to the schema of this version. Safe to run at every start.</summary>
/// <param name="database">The database.</param>
/// <param name="after">What comes after the migrations.</param>
/// <param name="migrations">Where the migrations are.</param>
/// <param name="logger">Says what is done.</param>
public sealed class Migrator(
    DataStore database,
    IEnumerable<IAfterMigrations> after,
    IReadOnlyList<Assembly> migrations,
    ILogger<Migrator> logger
)
{
    /// <summary>The schema of this program.</summary>
    internal static readonly long Latest = LatestOf([typeof(M0001Foundation).Assembly]);

    private readonly long latest = LatestOf(migrations);

    /// <summary>Brings a database to the schema of the product.</summary>
    public Migrator(DataStore database, IEnumerable<IAfterMigrations> after, ILogger<Migrator> logger)
        : this(database, after, [typeof(M0001Foundation).Assembly], logger) { }

    /// <summary>The newest migration that has run.</summary>
    internal const string LastMigration = "SELECT COALESCE(MAX(Version), 0) FROM VersionInfo";

    /// <summary>Makes the database where there is none, and runs what is missing; one that is up to date costs three queries.</summary>
    /// <exception cref="StartException">That cannot be done.</exception>
    public Task MigrateAsync(CancellationToken cancellationToken) =>
        ToldAsync(() =>
        {
            database.Make();
            return BringUpToDateAsync(cancellationToken);
        });

    /// <summary>Finds a database of this schema, and makes and changes nothing.</summary>
    /// <exception cref="StartException">There is none.</exception>
    public Task RequireAsync(CancellationToken cancellationToken) =>
        ToldAsync(async () =>
        {
            database.Find();
            await using var connection = await database.OpenAsync(cancellationToken);
            var version = await VersionAsync(connection);
            if (version != latest)
            {
                throw new StartException(
                    version == 0
                        ? $"{database.Place} holds no data of OpenGov. Give another, or make this one: serve, import or migrate does."
                        : $"{database.Place} has schema {version}, and this program needs schema {latest}. Run migrate first."
                );
            }
        });

    private async Task ToldAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (SqliteException error)
        {
            throw new StartException($"{database.Place}: {Unavailable.Remedy(error)}", error);
        }
        catch (SqlException error) when (Unavailable.IsConnection(error))
        {
            throw new StartException($"{database.Place} does not answer: {error.Message}", error);
        }
    }

    private async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(cancellationToken))
        {
            return;
        }

        if (database.IsReadOnly)
        {
            throw new StartException(
                $"{database.Place} can only be read, and has not schema {latest}, which this program needs. Start once where it "
                    + "may be written."
            );
        }

        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            await database.Dialect.PrepareAsync(connection, cancellationToken);
        }

        logger.LogInformation("Bringing the {Provider} database to schema {Version}", database.Dialect.Name, latest);
        using var services = Services();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
        foreach (var step in after)
        {
            await step.DoAsync(database, cancellationToken);
        }
    }

    private static long LatestOf(IReadOnlyList<Assembly> migrations) =>
        migrations.SelectMany(assembly => assembly.GetTypes()).Max(type => type.GetCustomAttribute<MigrationAttribute>()?.Version ?? 0);

    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        if (await VersionAsync(connection) != latest)
        {
            return false;
        }

        foreach (var step in after)
        {
            if (!await step.IsDoneAsync(connection))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The schema of the database, 0 for none; a newer one is refused.</summary>
    private async Task<long> VersionAsync(DbConnection connection)
    {
        var version =
            await connection.ExecuteScalarAsync<int>(database.Dialect.HasVersions) == 1
                ? await connection.ExecuteScalarAsync<long>(LastMigration)
                : 0;
        return version <= latest
            ? version
            : throw new StartException(
                $"{database.Place} has schema {version}, and this program knows schemas up to {latest}: a newer one has prepared it."
                    + " Run that, or restore a backup from before (docs/operations/upgrade.md)."
            );
    }

    private ServiceProvider Services() =>
        new ServiceCollection()
            .AddFluentMigratorCore()
            .ConfigureRunner(runner =>
                (database.Dialect is SqliteDialect ? runner.AddSQLite() : runner.AddSqlServer2016())
                    .WithGlobalConnectionString(database.ConnectionString)
                    .ScanIn([.. migrations])
                    .For.Migrations()
            )
            .BuildServiceProvider();
}
