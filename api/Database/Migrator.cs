using System.Reflection;
using Dapper;
using FluentMigrator;
using FluentMigrator.Runner;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using OpenGov.Api.Database.Migrations;
using OpenGov.Api.Records;

namespace OpenGov.Api.Database;

/// <summary>Brings the database to the schema of this version. Safe to run at every start.</summary>
/// <param name="database">The database.</param>
/// <param name="schema">The tables that it holds once the migrations have run.</param>
/// <param name="migrations">Where the migrations are.</param>
/// <param name="logger">Says what is done.</param>
public sealed class Migrator(DataStore database, Schema schema, IReadOnlyList<Assembly> migrations, ILogger<Migrator> logger)
{
    /// <summary>The schema of this program.</summary>
    internal static readonly long Latest = LatestOf([typeof(M0001Foundation).Assembly]);

    private readonly long latest = LatestOf(migrations);

    /// <summary>Brings a database to the schema of the product.</summary>
    public Migrator(DataStore database, ILogger<Migrator> logger)
        : this(database, Schema.Current, [typeof(M0001Foundation).Assembly], logger)
    {
    }

    /// <summary>The newest migration that has run.</summary>
    internal const string LastMigration = "SELECT COALESCE(MAX(Version), 0) FROM VersionInfo";

    /// <summary>Runs what is missing; a database that is up to date costs three queries.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await BringUpToDateAsync(cancellationToken);
        }
        catch (SqliteException error)
        {
            throw new StartException($"Database:Folder leads to {database.Place}. {Unavailable.Remedy(error)}", error);
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
            throw new StartException($"{database.Place} can only be read, and has not schema {latest}, which this program needs. Start once where it may be written.");
        }

        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            await database.Dialect.PrepareAsync(connection, cancellationToken);
        }

        logger.LogInformation("Bringing the {Provider} database to schema {Version}", database.Dialect.Name, latest);
        using var services = Services();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
        await WordIndex.CompleteAsync(database, schema, cancellationToken);
    }

    private static long LatestOf(IReadOnlyList<Assembly> migrations) =>
        migrations.SelectMany(assembly => assembly.GetTypes()).Max(type => type.GetCustomAttribute<MigrationAttribute>()?.Version ?? 0);

    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var version = await connection.ExecuteScalarAsync<int>(database.Dialect.HasVersions) == 1 ? await connection.ExecuteScalarAsync<long>(LastMigration) : 0;
        if (version > latest)
        {
            throw new StartException(
                $"{database.Place} has schema {version}, and this program knows schemas up to {latest}: a newer one has prepared it. Run that, or restore a backup from before (docs/operations/upgrade.md).");
        }

        return version == latest && !(await connection.QueryAsync<string>(WordIndex.EmptySql(schema))).Any();
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddFluentMigratorCore()
        .ConfigureRunner(runner => (database.Dialect is SqliteDialect ? runner.AddSQLite() : runner.AddSqlServer2016())
            .WithGlobalConnectionString(database.ConnectionString)
            .ScanIn([.. migrations]).For.Migrations())
        .BuildServiceProvider();
}
