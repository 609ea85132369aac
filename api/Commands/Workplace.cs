using Microsoft.Data.Sqlite;
using OpenGov.Api.Database;

namespace OpenGov.Api.Commands;

/// <summary>What a command needs of the database.</summary>
internal enum Need
{
    /// <summary>It is there, as this version knows it. Nothing is made where a setting was mistyped.</summary>
    Existing,

    /// <summary>It is made where there is none, and brought up to date.</summary>
    Made,
}

/// <summary>Where commands work: the services of the product, over the database that the settings name.</summary>
/// <param name="settings">The settings of the command line.</param>
internal sealed class Workplace(string[] settings)
{
    /// <summary>Refuses settings that are wrong.</summary>
    public void CheckSettings() => Settings.Read(ContentRoot.CreateBuilder(settings).Configuration);

    /// <summary>Does something on the database, for which it waits as long as a starting node does.</summary>
    public async Task<int> OnDatabaseAsync(Need need, Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken)
    {
        var builder = ContentRoot.CreateBuilder(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddOpenGov();
        await using var services = builder.Services.BuildServiceProvider();
        services.StartTelemetry();
        var database = services.GetRequiredService<DataStore>();
        try
        {
            await database.WaitAsync(cancellationToken);
            var migrator = services.GetRequiredService<Migrator>();
            await (need == Need.Made ? migrator.MigrateAsync(cancellationToken) : migrator.RequireAsync(cancellationToken));
            return await work(services);
        }
        catch (SqliteException error)
        {
            throw new StartException($"{database.Place}: {Unavailable.Remedy(error)}", error);
        }
    }
}
