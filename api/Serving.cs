using OpenGov.Api.Database;
using OpenGov.Api.Files;
using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api;

/// <summary>
/// Serves from the first moment: whoever asks while the database is not ready is told so, as in a later outage, and what needs
/// no database is answered.
/// </summary>
internal static class Serving
{
    /// <summary>Listens, prepares the database, and serves until the process is told to end.</summary>
    /// <exception cref="StartException">The database cannot be had.</exception>
    public static async Task ServeAsync(this WebApplication app)
    {
        app.Services.StartTelemetry();
        TemporaryFiles.RemoveLeftovers();
        app.Services.GetRequiredService<IFileStore>().RemoveLeftovers();
        await app.BeginAsync();
        await app.WaitForShutdownAsync();
    }

    /// <summary>Listens, and serves once the database is ready.</summary>
    internal static async Task BeginAsync(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<DataStore>();
        database.BeginStarting();
        await app.StartAsync();
        try
        {
            await app.Services.PrepareAsync(app.Lifetime.ApplicationStopping);
            database.BeginServing();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to end before it was ready.
        }
    }

    /// <summary>
    /// Waits for the database, brings it up to date, and imports the shipped data set when it is new; one node at a time. All of
    /// it over a store of its own: that of the requests is closed until it is done.
    /// </summary>
    private static async Task PrepareAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        using var database = ActivatorUtilities.CreateInstance<DataStore>(services);
        await database.WaitAsync(cancellationToken);
        database.Make();
        await using (await database.LockAsync(cancellationToken))
        {
            await ActivatorUtilities.CreateInstance<Migrator>(services, database).MigrateAsync(cancellationToken);
            await database.CheckAsync(cancellationToken);
            if (services.GetRequiredService<Settings>().Database.Seed)
            {
                await SeedAsync(services, database, cancellationToken);
            }
        }
    }

    private static async Task SeedAsync(IServiceProvider services, DataStore database, CancellationToken cancellationToken)
    {
        var dataVersion = new DataVersion(database);
        if ((await dataVersion.CurrentAsync(cancellationToken)).Sequence > 0)
        {
            return;
        }

        var importer = ActivatorUtilities.CreateInstance<Importer>(services, database, dataVersion);
        services.GetRequiredService<ILogger<Importer>>().LogInformation("The database is new: importing the Mexican data set");
        var report = await importer.ImportAsync(Schema.ShippedPackage, Actor.OfShipped, cancellationToken);
        if (!report.Succeeded)
        {
            throw new InvalidDataException($"The shipped data set does not fit its schema:\n{string.Join('\n', report.Errors)}");
        }
    }
}
