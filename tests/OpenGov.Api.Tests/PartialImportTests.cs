using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>Packages that hold less than the database: one table, some rows, and what is to be withdrawn.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class PartialImportTests(string provider)
{
    private static readonly Actor Actor = new("import", "Tests", "Because the test says so");

    private OpenGovApplication app;
    private string folder;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync(provider);

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [SetUp]
    public void MakeAFolder() => folder = Directory.CreateTempSubdirectory("opengov-package-").FullName;

    [TearDown]
    public void DeleteTheFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task One_table_alone_is_imported_and_what_it_names_is_looked_up_in_the_database()
    {
        await WriteAsync("commitments", row => row["id"] == "MX-DUR-PAL1-C1", row => row["theme_en"] = "A theme");
        Assert.That(PackageChecker.Validate(folder), Is.Empty, "the tables that it does not hold are not its to answer for");
        Assert.That(
            PackageChecker.Check(folder).Elsewhere.Select(named => named.Field.References!.Table),
            Does.Contain("plans").And.Contain("sources")
        );
        var report = await ImportAsync();
        Assert.That(report.Errors, Is.Empty);
        var table = report.Tables.Single();
        Assert.That((table.Name, table.Created, table.Updated, table.Withdrawn), Is.EqualTo(("commitments", 0, 1, 0)));
        Assert.That(
            table.Missing,
            Does.Contain("MX-DUR-PAL1-C2").And.Not.Contain("MX-DUR-PAL1-C1"),
            "rows of the database that the package has not are named"
        );
        Assert.That((await app.GetAsync("commitments/MX-DUR-PAL1-C1")).GetProperty("theme_en").GetString(), Is.EqualTo("A theme"));
    }

    [TestCase("plan_id", "MX-DUR-PAL7", "MX-DUR-PAL1")]
    [TestCase("lead_organizations", "inai|inia", "inai")]
    [TestCase("source_ids", "NOWHERE", null)]
    public async Task What_neither_the_package_nor_the_database_has_is_told_with_its_place_and_the_nearest(
        string field,
        string value,
        string? nearest
    )
    {
        await WriteAsync("commitments", row => row["id"] == "MX-DUR-PAL1-C1", row => row[field] = value);
        var error = (await ImportAsync()).Errors.Single();
        Assert.That((error.File, error.Line, error.Field, error.Code), Is.EqualTo(("commitments.csv", 2, field, ErrorCodes.UnknownRecord)));
        Assert.That(error.Column, Is.GreaterThan(1));
        if (nearest is not null)
        {
            Assert.That(error.Nearest, Is.EqualTo(nearest));
        }
    }

    [Test]
    public async Task What_only_one_record_may_have_is_looked_for_in_the_database_too()
    {
        await WriteAsync("states", row => row["id"] == "MX-DUR", row => row["inegi_code"] = "14");
        var error = (await ImportAsync()).Errors.Single();
        Assert.That((error.File, error.Line, error.Field, error.Code), Is.EqualTo(("states.csv", 2, "inegi_code", ErrorCodes.Duplicate)));
        Assert.That((await app.GetAsync("states/MX-DUR")).GetProperty("inegi_code").GetString(), Is.EqualTo("10"));
    }

    [Test]
    public async Task What_fields_are_together_only_one_record_is_in_the_database_too()
    {
        await WriteAsync(
            "metric_values",
            row => row["id"] == "MGA-2017.federal.federal.participation",
            row => row["indicator"] = "open_government_index"
        );
        var error = (await ImportAsync()).Errors.Single();
        Assert.That((error.Field, error.Code), Is.EqualTo(("scope_code", ErrorCodes.Duplicate)));
        Assert.That(error.Nearest, Is.EqualTo("MGA-2017.federal.federal.open_government_index"));
    }

    [Test]
    public async Task Two_records_may_change_places()
    {
        await WriteAsync("learnings", row => row["number"] is "1" or "2", row => row["number"] = row["number"] == "1" ? "2" : "1");
        Assert.That((await ImportAsync()).Errors, Is.Empty);
    }

    [Test]
    public async Task A_circle_through_the_database_is_refused_with_the_chain()
    {
        await WriteAsync(
            "metric_indicators",
            row => row["id"] == "open_government_index",
            row => row["part_of"] = "transparency_government"
        );
        var error = (await ImportAsync()).Errors.Single();
        Assert.That((error.Code, error.Field), Is.EqualTo((ErrorCodes.Circle, "part_of")));
        Assert.That(error.Detail, Does.Contain("→ open_government_index").And.Contain("transparency_government"));
    }

    [Test]
    public async Task What_the_package_no_longer_has_is_withdrawn_when_that_is_asked_with_a_reason()
    {
        const string Id = "MX-JAL-PAL1-C1";
        await WriteAsync("commitments", row => row["id"] != Id);
        Assert.That(
            async () => await ImportAsync(new ImportOptions(WithdrawMissing: true), new Actor("import", null)),
            Throws.ArgumentException
        );
        var dry = await ImportAsync(new ImportOptions(DryRun: true, WithdrawMissing: true));
        Assert.That(dry.Errors, Is.Empty);
        Assert.That(dry.Tables.Single().Withdrawn, Is.EqualTo(1));
        Assert.That((await app.GetAsync($"commitments/{Id}")).GetProperty("id").GetString(), Is.EqualTo(Id), "a dry run changes nothing");

        var done = await ImportAsync(new ImportOptions(WithdrawMissing: true));
        Assert.That((done.Tables.Single().Withdrawn, done.Tables.Single().Missing.Count), Is.EqualTo((1, 0)));
        await app.GetProblemAsync($"commitments/{Id}", HttpStatusCode.Gone);
        var last = (await app.GetAsync($"commitments/{Id}/history")).GetProperty("changes").EnumerateArray().Last();
        Assert.That(last.GetProperty("action").GetString(), Is.EqualTo("withdrawn"));
        Assert.That(last.GetProperty("reason").GetString(), Is.EqualTo(Actor.Reason));

        // It comes back with the package that has it.
        await WriteAsync("commitments", _ => true, from: Schema.ShippedPackage);
        Assert.That((await ImportAsync()).Errors, Is.Empty);
        Assert.That(
            (await app.GetAsync($"commitments/{Id}")).GetProperty("version").GetInt32(),
            Is.GreaterThan(2),
            "versions are never counted anew"
        );
    }

    [Test]
    public async Task What_is_part_of_another_is_withdrawn_together_with_it()
    {
        await app.SaveAsync("metric_indicators", "zz_whole");
        await app.SaveAsync("metric_indicators", "zz_part", ("part_of", "zz_whole"));
        await app.SaveAsync("metric_indicators", "aa_part", ("part_of", "zz_part"));
        await WriteAsync("metric_indicators", row => row["id"] is not ("zz_whole" or "zz_part" or "aa_part"));
        var report = await ImportAsync(new ImportOptions(WithdrawMissing: true));
        Assert.That(report.Errors, Is.Empty);
        Assert.That(report.Tables.Single().Withdrawn, Is.EqualTo(3));
    }

    [Test]
    public async Task All_that_is_wrong_is_told_at_once_and_columns_that_a_file_lacks_are_named()
    {
        await WriteAsync(
            "commitments",
            row => row["id"] == "MX-DUR-PAL1-C1",
            row => (row["plan_id"], row["status"]) = ("MX-DUR-PAL7", "done")
        );
        Assert.That((await ImportAsync()).Errors.Select(error => error.Field), Is.EquivalentTo((string[])["plan_id", "status"]));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "commitments.csv"),
            "id,plan_id,kind,source_ids,confidence\r\nMX-DUR-PAL1-C95,MX-DUR-PAL1,commitment,S0,presentation\r\n"
        );
        await File.WriteAllTextAsync(Path.Combine(folder, "comitments.csv"), "id\r\n");
        Assert.That(
            (await ImportAsync(new ImportOptions(DryRun: true))).Tables.Single().Lacks,
            Does.Contain("title_es").And.Not.Contain("kind")
        );
        Assert.That(PackageChecker.UnreadIn(folder).Single(), Is.EqualTo(("comitments.csv", "commitments.csv")));
    }

    [Test]
    public async Task Children_are_withdrawn_with_their_parents_and_before_them()
    {
        await app.SaveAsync("practices", "P-TEST-WITHDRAWN", ("scope", "national"), ("commitment_ids", "MX-DUR-PAL1-C3"));
        await WriteAsync("commitments", row => row["id"] != "MX-DUR-PAL1-C3");
        await WriteAsync("practices", row => row["id"] != "P-TEST-WITHDRAWN");
        var report = await ImportAsync(new ImportOptions(DryRun: true, WithdrawMissing: true));
        Assert.That(report.Errors, Is.Empty);
        Assert.That(report.Tables.Sum(table => table.Withdrawn), Is.EqualTo(2));
    }

    [Test]
    public async Task What_others_name_is_not_withdrawn_and_nothing_of_the_package_is_imported()
    {
        await WriteAsync(
            "commitments",
            row => row["id"] != "MX-DUR-PAL1-C2",
            row => row["theme_en"] = row["id"] == "MX-DUR-PAL1-C5" ? "Not imported" : row["theme_en"]
        );
        var error = (await ImportAsync(new ImportOptions(WithdrawMissing: true))).Errors.Single();
        Assert.That((error.Code, error.RecordType, error.RecordId), Is.EqualTo((ErrorCodes.StillNamed, "commitments", "MX-DUR-PAL1-C2")));
        Assert.That(error.Detail, Does.Contain("practices").And.Contain("commitment_ids"));
        Assert.That((await app.GetAsync("commitments/MX-DUR-PAL1-C2")).GetProperty("id").GetString(), Is.EqualTo("MX-DUR-PAL1-C2"));
    }

    [Test]
    public async Task What_a_package_that_lost_its_parent_still_names_is_not_found_in_what_is_withdrawn()
    {
        await WriteAsync("plans", row => row["id"] != "MX-DUR-PAL1");
        await WriteAsync("commitments", _ => true);
        var report = await ImportAsync(new ImportOptions(DryRun: true, WithdrawMissing: true));
        Assert.That(report.Errors, Is.Not.Empty);
        Assert.That(report.Errors.Some().Select(error => (error.Code, error.Field)), Is.All.EqualTo((ErrorCodes.UnknownRecord, "plan_id")));
    }

    [Test]
    public async Task A_record_that_names_nothing_that_exists_is_not_written_whoever_writes_it()
    {
        Assert.That(
            async () => await app.SaveAsync("evidence", "E-TEST", ("commitment_id", "MX-NOWHERE-C1")),
            Throws
                .TypeOf<RefusedException>()
                .With.Property(nameof(RefusedException.Errors))
                .Exactly(1)
                .Matches<RecordError>(error => error!.Field == "commitment_id")
        );
    }

    private Task<ImportReport> ImportAsync(ImportOptions? options = null, Actor? actor = null) =>
        app.Services.GetRequiredService<Importer>().ImportAsync(folder, actor ?? Actor, CancellationToken.None, options);

    /// <summary>Writes some rows of a table of the database, changed, into the package.</summary>
    private async Task WriteAsync(
        string table,
        Func<Dictionary<string, string>, bool> which,
        Action<Dictionary<string, string>>? change = null,
        string? from = null
    )
    {
        var path = Schema.Current[table].Path;
        var rows = Csv.Parse(
            from is null ? await app.Client.GetStringAsync($"/data/{path}") : await File.ReadAllTextAsync(Path.Combine(from, path))
        );
        var written = new List<string[]> { rows[0] };
        foreach (var row in rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)).Where(which))
        {
            change?.Invoke(row);
            written.Add([.. rows[0].Select(name => row[name])]);
        }

        Assert.That(written, Has.Count.GreaterThan(1));
        await File.WriteAllTextAsync(
            Path.Combine(folder, path),
            string.Concat(
                written.Select(row =>
                    $"{string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\r\n"
                )
            )
        );
    }
}
