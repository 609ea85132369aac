using System.Reflection;
using Dapper;
using FluentMigrator;
using FluentMigrator.Runner;
using OpenGov.Api.Data.Migrations;

namespace OpenGov.Api.Data;

/// <summary>Brings the database to the schema of this version. Safe to run at every start.</summary>
public sealed class Migrator(Database database, ILogger<Migrator> logger)
{
    private static readonly long Latest = typeof(M0001Foundation).Assembly.GetTypes()
        .Max(type => type.GetCustomAttribute<MigrationAttribute>()?.Version ?? 0);

    /// <summary>The newest migration that has run.</summary>
    internal const string LastMigration = "SELECT COALESCE(MAX(Version), 0) FROM VersionInfo";

    /// <summary>Runs what is missing; a database that is up to date costs one query.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(cancellationToken))
        {
            return;
        }

        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            await database.Dialect.PrepareAsync(connection, cancellationToken);
        }

        logger.LogInformation("Bringing the {Provider} database to schema {Version}", database.Dialect.Name, Latest);
        using var services = Services();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
    }

    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(database.Dialect.HasVersions) == 1
            && await connection.ExecuteScalarAsync<long>(LastMigration) >= Latest;
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddFluentMigratorCore()
        .ConfigureRunner(runner => (database.Dialect is SqliteDialect ? runner.AddSQLite() : runner.AddSqlServer2016())
            .WithGlobalConnectionString(database.ConnectionString)
            .ScanIn(typeof(M0001Foundation).Assembly).For.Migrations())
        .BuildServiceProvider();
}
