using Dapper;
using FluentMigrator.Runner;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using OpenGov.Api.Database;
using OpenGov.Api.Database.Migrations;

namespace OpenGov.Api.Tests;

/// <summary>A database in which plans alone were assessed goes on with one table of assessments.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class AssessmentMigrationTests(string provider)
{
    private const string Columns =
        "id, plan_id, assessor, measure, category, value, out_of, unit, statement_es, statement_en, source_ids, confidence, "
        + "search_text, version, updated_at";

    private OpenGovApplication app = null!;

    [OneTimeSetUp]
    public async Task MigrateADatabaseOfBeforeAsync()
    {
        var database = await TestDatabase.CreateAsync(provider);
        var store = new DataStore(
            Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build()),
            new HostingEnvironment { ContentRootPath = AppContext.BaseDirectory },
            TimeProvider.System,
            NullLogger<DataStore>.Instance
        );
        store.Make();
        await using (
            var services = new ServiceCollection()
                .AddFluentMigratorCore()
                .ConfigureRunner(runner =>
                    (provider == "Sqlite" ? runner.AddSQLite() : runner.AddSqlServer2016())
                        .WithGlobalConnectionString(store.ConnectionString)
                        .ScanIn(typeof(M0001Foundation).Assembly)
                        .For.Migrations()
                )
                .BuildServiceProvider()
        )
        {
            using var scope = services.CreateScope();
            scope.ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp(4);
        }

        await using (var connection = await store.OpenAsync(CancellationToken.None))
        {
            foreach (var statement in Before())
            {
                await connection.ExecuteAsync(statement);
            }
        }

        app = await OpenGovApplication.StartAsync(database, ("Database:Seed", "false"));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCase("XT-NAP1-A1", "irm", "completion", "limited", null)]
    [TestCase("XT-NAP1-A2", "oversight_body", "early_results", "major", "commitments")]
    [TestCase("XT-NAP1-A3", "government", "completion", "complete", "commitments")]
    public async Task What_was_said_of_a_plan_is_said_by_a_voice_of_now(string id, string voice, string aspect, string code, string? unit)
    {
        var assessment = await app.GetAsync($"assessments/{id}");
        Assert.Multiple(() =>
        {
            Assert.That(assessment.GetProperty("plan_id").GetString(), Is.EqualTo("XT-NAP1"));
            Assert.That(assessment.GetProperty("commitment_id").GetString(), Is.Null);
            Assert.That(assessment.GetProperty("voice").GetString(), Is.EqualTo(voice));
            Assert.That(assessment.GetProperty("aspect").GetString(), Is.EqualTo(aspect));
            Assert.That(assessment.GetProperty("code").GetString(), Is.EqualTo(code));
            Assert.That(assessment.GetProperty("unit").GetString(), Is.EqualTo(unit));
            Assert.That(assessment.GetProperty("statement_en").GetString(), Is.EqualTo("Now"));
        });
    }

    [Test]
    public async Task The_plan_shows_them_all() =>
        Assert.That(
            (await app.GetAsync("plans/XT-NAP1"))
                .GetProperty("assessments")
                .EnumerateArray()
                .Select(one => one.GetProperty("id").GetString()),
            Is.EqualTo((string[])["XT-NAP1-A1", "XT-NAP1-A2", "XT-NAP1-A3"])
        );

    [Test]
    public async Task Their_history_is_found_and_says_what_changed_under_the_new_names()
    {
        var changes = (await app.GetAsync("changes?record_type=assessments&record=XT-NAP1-A1&sort=id")).GetProperty("items");
        Assert.That(changes.GetArrayLength(), Is.EqualTo(2));
        var edit = changes[1];
        Assert.That(
            edit.GetProperty("fields").EnumerateArray().Select(field => field.GetString()),
            Is.EquivalentTo((string[])["voice", "aspect", "code", "statement_en"])
        );
        Assert.That(edit.GetProperty("before").GetProperty("voice").GetString(), Is.EqualTo("government"));
        Assert.That(edit.GetProperty("before").GetProperty("aspect").GetString(), Is.EqualTo("compliance"));
        Assert.That(edit.GetProperty("after").GetProperty("code").GetString(), Is.EqualTo("limited"));
        Assert.That(edit.GetProperty("links").GetProperty("record").GetString(), Does.EndWith("/api/v1/assessments/XT-NAP1-A1"));
    }

    [Test]
    public async Task An_earlier_day_shows_what_was_said_then()
    {
        var assessment = await app.GetAsync("assessments/XT-NAP1-A1?as_of=2026-10-01");
        Assert.That(assessment.GetProperty("voice").GetString(), Is.EqualTo("government"));
        Assert.That(assessment.GetProperty("statement_en").GetString(), Is.EqualTo("Then"));
        var plan = await app.GetAsync("plans/XT-NAP1?as_of=2026-10-01");
        Assert.That(plan.GetProperty("assessments").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Nothing_of_the_old_tables_is_left()
    {
        await using var connection = await app.Services.GetRequiredService<DataStore>().OpenAsync(CancellationToken.None);
        foreach (var table in (string[])["plan_assessments", "plan_assessments_versions"])
        {
            Assert.That(
                async () => await connection.ExecuteAsync($"SELECT COUNT(*) FROM {table}"),
                Throws.InstanceOf<System.Data.Common.DbException>()
            );
        }

        const string Left =
            "SELECT (SELECT COUNT(*) FROM search_words w WHERE w.record_type = 'plan_assessments') "
            + "+ (SELECT COUNT(*) FROM changes c WHERE c.record_type = 'plan_assessments')";
        Assert.That(await connection.ExecuteScalarAsync<int>(Left), Is.Zero);
    }

    /// <summary>A plan of which three things were said, one of them otherwise at first.</summary>
    private static IEnumerable<string> Before()
    {
        const string Then = "'2026-10-01T12:00:00.000'";
        const string Now = "'2026-11-01T12:00:00.000'";
        const string Still = "9223372036854775807";
        var plan = $"'XT-NAP1', 'national', 1, 1, 'S0', 'documented', 'xt nap1', 1, {Then}";
        const string PlanColumns = "id, level, number, in_stated_total, source_ids, confidence, search_text, version, updated_at";
        yield return $"INSERT INTO plans ({PlanColumns}) VALUES ({plan})";
        yield return $"INSERT INTO plans_versions ({PlanColumns}, valid_from, valid_to) VALUES ({plan}, 1, {Still})";

        var first =
            $"'XT-NAP1-A1', 'XT-NAP1', 'government', 'compliance', NULL, 80, NULL, 'percent', 'x', 'Then', 'S0', 'documented', 'x', 1, {Then}";
        string[] now =
        [
            $"'XT-NAP1-A1', 'XT-NAP1', 'irm', 'completion', 'limited', NULL, NULL, 'commitments', 'x', 'Now', 'S0', 'documented', 'x', 2, {Now}",
            $"'XT-NAP1-A2', 'XT-NAP1', 'presentation', 'early_results', 'major', 3, 13, 'commitments', 'x', 'Now', 'S0', 'documented', 'x', 1, {Now}",
            $"'XT-NAP1-A3', 'XT-NAP1', 'government', 'completion', 'completed', 8, 11, 'commitments', 'x', 'Now', 'S0', 'documented', 'x', 1, {Now}",
        ];
        yield return $"INSERT INTO plan_assessments_versions ({Columns}, valid_from, valid_to) VALUES ({first}, 2, 3)";
        foreach (var (row, i) in now.Select((row, i) => (row, i)))
        {
            yield return $"INSERT INTO plan_assessments ({Columns}) VALUES ({row})";
            yield return $"INSERT INTO plan_assessments_versions ({Columns}, valid_from, valid_to) VALUES ({row}, {3 + i}, {Still})";
        }

        const string Log = "INSERT INTO changes (sequence, changed_at, record_type, record_id, version, action, fields, actor_role) VALUES";
        yield return $"{Log} (1, {Then}, 'plans', 'XT-NAP1', 1, 'created', NULL, 'import')";
        yield return $"{Log} (2, {Then}, 'plan_assessments', 'XT-NAP1-A1', 1, 'created', NULL, 'import')";
        yield return $"{Log} (3, {Now}, 'plan_assessments', 'XT-NAP1-A1', 2, 'updated', 'assessor|measure|category|statement_en', 'import')";
        yield return $"{Log} (4, {Now}, 'plan_assessments', 'XT-NAP1-A2', 1, 'created', NULL, 'import')";
        yield return $"{Log} (5, {Now}, 'plan_assessments', 'XT-NAP1-A3', 1, 'created', NULL, 'import')";
        yield return "INSERT INTO search_words (record_type, word, record_id) VALUES ('plan_assessments', 'x', 'XT-NAP1-A1')";
        yield return $"UPDATE data_version SET sequence = 5, changed_at = {Now} WHERE id = 1";
    }
}
