using FluentMigrator.Runner;
using FluentMigrator.Runner.Initialization;
using FluentMigrator.Runner.Logging;
using FluentMigrator.Runner.Processors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenGov.Api.Database.Migrations;

namespace OpenGov.Api.Tests;

/// <summary>What the migrations would run, without a database.</summary>
internal static class MigrationScripts
{
    public static async Task<string> ForAsync(string provider)
    {
        var file = Path.GetTempFileName();
        await using (
            var services = new ServiceCollection()
                .AddFluentMigratorCore()
                .ConfigureRunner(runner =>
                    (provider == "Sqlite" ? runner.AddSQLite() : runner.AddSqlServer2016())
                        .WithGlobalConnectionString(provider == "Sqlite" ? "Data Source=:memory:" : "Server=nowhere")
                        .ScanIn(typeof(M0001Foundation).Assembly)
                        .For.Migrations()
                )
                .Configure<RunnerOptions>(options => options.NoConnection = true)
                .Configure<ProcessorOptions>(options => options.PreviewOnly = true)
                .Configure<LogFileFluentMigratorLoggerOptions>(options =>
                    (options.OutputFileName, options.OutputGoBetweenStatements, options.ShowSql) = (file, true, true)
                )
                .AddSingleton<ILoggerProvider, LogFileFluentMigratorLoggerProvider>()
                .AddLogging()
                .BuildServiceProvider()
        )
        {
            using var scope = services.CreateScope();
            scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp();
        }

        var script = await File.ReadAllTextAsync(file);
        File.Delete(file);
        return script;
    }
}
