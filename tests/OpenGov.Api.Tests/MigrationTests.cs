using System.Text.Json.Nodes;
using Dapper;
using FluentMigrator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using OpenGov.Api.Database;
using OpenGov.Api.Database.Migrations;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>After the migrations the index of words is brought up to what the tables hold, whatever they are by then.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class MigrationTests(string provider)
{
    [Test]
    public async Task A_new_resource_with_a_searchable_field_starts_a_new_database_and_an_old_one()
    {
        var folder = Directory.CreateTempSubdirectory("opengov-schema-").FullName;
        try
        {
            var schema = await WithObservatoriesAsync(folder);
            await using var old = await TestDatabase.CreateAsync(provider);
            await new Migrator(Of(old), [new WordIndexing(Schema.Current)], NullLogger<Migrator>.Instance).MigrateAsync(
                CancellationToken.None
            );
            foreach (var database in (TestDatabase[])[await TestDatabase.CreateAsync(provider), old])
            {
                var migrator = new Migrator(
                    Of(database),
                    [new WordIndexing(schema)],
                    [typeof(M0001Foundation).Assembly, typeof(MigrationTests).Assembly],
                    NullLogger<Migrator>.Instance
                );
                await migrator.MigrateAsync(CancellationToken.None);
                await migrator.MigrateAsync(CancellationToken.None);
                await using (
                    var recorder = await Recorder.BeginAsync(
                        Of(database),
                        new DataVersion(Of(database)),
                        new Actor("test", null),
                        CancellationToken.None
                    )
                )
                {
                    var table = schema["observatories"];
                    var row = new Dictionary<string, object?> { ["id"] = "O-1", ["name_es"] = "Observatorio ciudadano" };
                    await recorder.SaveAsync(TestRows.Checked(table, row), CancellationToken.None);
                    await recorder.CommitAsync(CancellationToken.None);
                }

                await using var connection = await Of(database).OpenAsync(CancellationToken.None);
                Assert.That(
                    await connection.QueryAsync<string>(
                        "SELECT w.word FROM search_words w WHERE w.record_type = 'observatories' ORDER BY w.word"
                    ),
                    Is.EqualTo((string[])["1", "ciudadano", "o", "observatorio"])
                );
                await connection.CloseAsync();
                if (database != old)
                {
                    await database.DisposeAsync();
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Words_that_an_interrupted_start_left_out_are_indexed_by_the_next()
    {
        await using var app = await OpenGovApplication.StartAsync(provider);
        var database = app.Services.GetRequiredService<DataStore>();
        List<(string, string, string)> before;
        await using (var connection = await database.OpenAsync(CancellationToken.None))
        {
            before =
            [
                .. await connection.QueryAsync<(string, string, string)>("SELECT w.record_type, w.word, w.record_id FROM search_words w"),
            ];
            await connection.ExecuteAsync("DELETE FROM search_words");
        }

        Assert.That(before, Has.Count.GreaterThan(1000));
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await using (var connection = await database.OpenAsync(CancellationToken.None))
        {
            Assert.That(
                await connection.QueryAsync<(string, string, string)>("SELECT w.record_type, w.word, w.record_id FROM search_words w"),
                Is.EquivalentTo(before)
            );
        }
    }

    /// <summary>The schema of the product with another table.</summary>
    private static async Task<Schema> WithObservatoriesAsync(string folder)
    {
        var package = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Schema.ShippedPackage, "datapackage.json")))!;
        package["resources"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    """
                    {
                      "name": "observatories", "path": "observatories.csv",
                      "schema": { "fields": [
                        { "name": "id", "type": "string", "description": "Id.", "constraints": { "required": true, "unique": true } },
                        { "name": "name_es", "type": "string", "description": "Name.", "searchable": true }
                      ] }
                    }
                    """
                )
            );
        var path = Path.Combine(folder, "datapackage.json");
        await File.WriteAllTextAsync(path, package.ToJsonString());
        return Schema.Load(path);
    }

    private static DataStore Of(TestDatabase database) =>
        new(
            Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build()),
            new HostingEnvironment { ContentRootPath = AppContext.BaseDirectory },
            TimeProvider.System,
            NullLogger<DataStore>.Instance
        );
}

/// <summary>The migration that a new resource brings with it.</summary>
[Migration(1_000_001, "A table of a test")]
public sealed class ObservatoriesMigration : VersionedMigration
{
    public override void Up() => Table("observatories", table => table.Name("name_es").Sort("name_es").Search());
}
