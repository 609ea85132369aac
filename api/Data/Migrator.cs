using System.Reflection;
using Dapper;
using FluentMigrator;
using FluentMigrator.Runner;
using OpenGov.Api.Data.Migrations;

namespace OpenGov.Api.Data;

/// <summary>Brings the database to the schema of this version. Safe to run at every start.</summary>
/// <param name="database">The database.</param>
/// <param name="schema">The tables that it holds once the migrations have run.</param>
/// <param name="migrations">Where the migrations are.</param>
/// <param name="logger">Says what is done.</param>
public sealed class Migrator(Database database, Schema schema, IReadOnlyList<Assembly> migrations, ILogger<Migrator> logger)
{
    private readonly long latest = migrations.SelectMany(assembly => assembly.GetTypes())
        .Max(type => type.GetCustomAttribute<MigrationAttribute>()?.Version ?? 0);

    /// <summary>Brings a database to the schema of the product.</summary>
    public Migrator(Database database, ILogger<Migrator> logger)
        : this(database, Schema.Current, [typeof(M0001Foundation).Assembly], logger)
    {
    }

    /// <summary>The newest migration that has run.</summary>
    internal const string LastMigration = "SELECT COALESCE(MAX(Version), 0) FROM VersionInfo";

    /// <summary>Runs what is missing; a database that is up to date costs three queries.</summary>
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

        logger.LogInformation("Bringing the {Provider} database to schema {Version}", database.Dialect.Name, latest);
        using var services = Services();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
        await WordIndex.CompleteAsync(database, schema, cancellationToken);
    }

    private async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(database.Dialect.HasVersions) == 1
            && await connection.ExecuteScalarAsync<long>(LastMigration) >= latest
            && !(await connection.QueryAsync<string>(WordIndex.EmptySql(schema))).Any();
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddFluentMigratorCore()
        .ConfigureRunner(runner => (database.Dialect is SqliteDialect ? runner.AddSQLite() : runner.AddSqlServer2016())
            .WithGlobalConnectionString(database.ConnectionString)
            .ScanIn([.. migrations]).For.Migrations())
        .BuildServiceProvider();
}
