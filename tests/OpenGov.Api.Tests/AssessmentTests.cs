using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Assessments;
using OpenGov.Api.Package;
using OpenGov.Api.Records;
using OpenGov.Api.Tests.Synthetic;

namespace OpenGov.Api.Tests;

/// <summary>Who said what of a plan or a commitment, and which of it a commitment shows.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class AssessmentTests(string provider)
{
    private static readonly (string Aspect, string Property)[] Shown =
    [
        ("completion", "completion"),
        ("verifiable", "verifiable"),
        ("relevance", "relevant"),
        ("ambition", "ambition"),
        ("early_results", "early_results"),
    ];

    private OpenGovApplication app = null!;
    private OpenGovApplication empty = null!;
    private string folder = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await SyntheticData.StartAsync(provider);
        empty = await OpenGovApplication.StartAsync(provider, ("Database:Seed", "false"));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await app.DisposeAsync();
        await empty.DisposeAsync();
    }

    [SetUp]
    public void MakeAFolder() => folder = Directory.CreateTempSubdirectory("opengov-package-").FullName;

    [TearDown]
    public void DeleteTheFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void The_aspects_are_those_of_the_vocabulary() =>
        Assert.That(Aspect.All.Some().Select(aspect => aspect.Code), Is.EquivalentTo(Vocabulary.Codes("aspect")));

    [Test]
    public async Task In_the_shipped_data_every_code_of_a_commitment_is_said_by_somebody_with_a_source()
    {
        await using var shipped = await OpenGovApplication.StartAsync(provider);
        var said = await shipped.AllAsync("assessments?about=commitment&limit=500");
        var codes = 0;
        foreach (var commitment in (await shipped.AllAsync("commitments?limit=500")).Some())
        {
            foreach (var (aspect, property) in Shown)
            {
                var code = Text(commitment.GetProperty(property));
                codes += code is null ? 0 : 1;
                var voice = commitment.GetProperty($"{property}_voice").GetString();
                Assert.That(voice is null, Is.EqualTo(code is null), $"{Id(commitment)} {property}");
                Assert.That(
                    said.Count(one =>
                        one.GetProperty("commitment_id").GetString() == Id(commitment)
                        && one.GetProperty("aspect").GetString() == aspect
                        && one.GetProperty("code").GetString() == code
                        && one.GetProperty("voice").GetString() == voice
                        && one.GetProperty("sources").GetArrayLength() > 0
                    ),
                    Is.EqualTo(code is null ? 0 : 1),
                    $"{Id(commitment)} {property}"
                );
            }
        }

        Assert.That(codes, Is.EqualTo(57));
    }

    [Test]
    public async Task A_commitment_shows_what_was_said_of_it_newest_first_and_what_has_no_date_last()
    {
        var commitment = await app.GetAsync("commitments/XT-EST-PAL1-C9");
        Assert.That(
            commitment.GetProperty("assessments").EnumerateArray().Select(Id),
            Is.EqualTo(((int[])[3, 1, 2, 5, 4]).Select(number => $"XT-EST-PAL1-C9-A{number}"))
        );
        Assert.That(commitment.GetProperty("completion").GetString(), Is.EqualTo("limited"));
        Assert.That(commitment.GetProperty("completion_voice").GetString(), Is.EqualTo("irm"));
    }

    [Test]
    public async Task The_history_of_a_commitment_has_its_assessments() =>
        Assert.That(
            (await app.GetAsync("commitments/XT-EST-PAL1-C9/history"))
                .GetProperty("changes")
                .EnumerateArray()
                .Count(change => change.GetProperty("record_type").GetString() == "assessments"),
            Is.EqualTo(5)
        );

    /// <summary>What may not stand: another code, one that nobody independent says, none, another newest assessment.</summary>
    private static readonly (string Table, string Id, string Field, string Cell, string At, string? Value, string? Right)[] Faults =
    [
        ("commitments", "XT-EST-PAL1-C1", "completion", "limited", "XT-EST-PAL1-C1 completion", "limited", "withdrawn"),
        ("commitments", "XT-EST-PAL1-C1", "completion", "complete", "XT-EST-PAL1-C1 completion", "complete", "withdrawn"),
        ("commitments", "XT-EST-PAL1-C1", "completion", "", "XT-EST-PAL1-C1 completion", null, "withdrawn"),
        ("commitments", "XT-EST-PAL1-C1", "verifiable", "false", "XT-EST-PAL1-C1 verifiable", "false", "true"),
        ("commitments", "XT-EST-PAL1-C1", "relevant", "", "XT-EST-PAL1-C1 relevant", null, "false"),
        ("commitments", "XT-EST-PAL1-C3", "ambition", "low", "XT-EST-PAL1-C3 ambition", "low", "minor"),
        ("commitments", "XT-EST-PAL1-C4", "early_results", "major", "XT-EST-PAL1-C4 early_results", "major", "marginal"),
        ("commitments", "XT-EST-PAL1-C7", "completion", "complete", "XT-EST-PAL1-C7 completion", "complete", null),
        ("commitments", "XT-EST-PAL1-C10", "early_results", "outstanding", "XT-EST-PAL1-C10 early_results", "outstanding", null),
        ("assessments", "XT-EST-PAL1-C1-A1", "code", "limited", "XT-EST-PAL1-C1 completion", "withdrawn", "limited"),
        ("assessments", "XT-EST-PAL1-C1-A1", "voice", "government", "XT-EST-PAL1-C1 completion", "withdrawn", null),
        ("assessments", "XT-EST-PAL1-C1-A6", "voice", "civil_society", "XT-EST-PAL1-C1 completion", "withdrawn", "complete"),
        ("assessments", "XT-EST-PAL1-C3-A2", "assessed_on", "2025-01-02", "XT-EST-PAL1-C3 ambition", "minor", "low"),
        ("assessments", "XT-EST-PAL1-C4-A1", "assessed_on", "2025-06-02", "XT-EST-PAL1-C4 early_results", "marginal", "major"),
        ("assessments", "XT-EST-PAL1-C10-A2", "voice", "irm", "XT-EST-PAL1-C10 verifiable", null, "true"),
    ];

    [TestCaseSource(nameof(Faults))]
    public async Task A_whole_package_whose_commitment_shows_another_code_is_refused_where_it_stands(
        (string Table, string Id, string Field, string Cell, string At, string? Value, string? Right) fault
    )
    {
        foreach (var file in Directory.GetFiles(SyntheticData.Folder, "*.csv"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Write(fault.Table, row => row[fault.Field] = row["id"] == fault.Id ? fault.Cell : row[fault.Field]);
        var imported = (await ImportAsync(empty)).Errors;
        var tried = (await ImportAsync(empty, new ImportOptions(DryRun: true))).Errors;
        var error = PackageChecker.Validate(folder).Single();
        Assert.Multiple(() =>
        {
            Assert.That(imported, Is.EqualTo((RecordError[])[error]), "an import says the same");
            Assert.That(tried, Is.EqualTo((RecordError[])[error]), "and so does one that only tries");
            Assert.That((error.Code, error.File), Is.EqualTo((ErrorCodes.Contradiction, "commitments.csv")));
            Assert.That($"{error.RecordId} {error.Field}", Is.EqualTo(fault.At));
            Assert.That(error.Line, Is.EqualTo(LineOf("commitments", error.RecordId!)));
            Assert.That(error.Column, Is.GreaterThan(1));
            Assert.That((error.Value, error.Nearest), Is.EqualTo((fault.Value, fault.Right)));
        });
    }

    [Test]
    public async Task One_table_alone_is_checked_against_the_other_in_the_database()
    {
        Write("assessments", row => row["code"] = "complete", row => row["id"] == "XT-EST-PAL1-C1-A1");
        Assert.That(PackageChecker.Validate(folder), Is.Empty, "alone it says nothing of what commitments show");
        var error = (await ImportAsync(app)).Errors.Single();
        Assert.That((error.File, error.Line, error.Field), Is.EqualTo(("assessments.csv", 2, "code")));
        Assert.That((error.Value, error.Nearest), Is.EqualTo(("complete", "withdrawn")));
        Assert.That(error.Detail, Does.Contain("XT-EST-PAL1-C1").And.Contain("completion"));

        File.Delete(Path.Combine(folder, "assessments.csv"));
        Write("commitments", row => row["completion"] = "complete", row => row["id"] == "XT-EST-PAL1-C1");
        error = (await ImportAsync(app)).Errors.Single();
        Assert.That((error.File, error.Line, error.Field), Is.EqualTo(("commitments.csv", 2, "completion")));
        Assert.That((error.Value, error.Nearest), Is.EqualTo(("complete", "withdrawn")));

        Write("assessments", row => row["code"] = "complete", row => row["id"] == "XT-EST-PAL1-C1-A1");
        Assert.That((await ImportAsync(app, new ImportOptions(DryRun: true))).Errors, Is.Empty, "the two together agree");
    }

    [Test]
    public async Task The_assessment_that_a_commitment_shows_is_not_withdrawn_alone()
    {
        Write("assessments", _ => { }, row => row["id"] != "XT-EST-PAL1-C8-A1");
        var error = (await ImportAsync(app, new ImportOptions(WithdrawMissing: true))).Errors.Single();
        Assert.That((error.RecordType, error.RecordId, error.Field), Is.EqualTo(("commitments", "XT-EST-PAL1-C8", "completion")));
        Assert.That(error.Detail, Does.Contain("no independent assessment"));
    }

    [Test]
    public async Task A_title_may_change_whatever_is_wrong_elsewhere()
    {
        Write("commitments", row => row["title_en"] = "Another", row => row["id"] == "XT-EST-PAL1-C1");
        Assert.That((await ImportAsync(app, new ImportOptions(DryRun: true))).Errors, Is.Empty);
    }

    private async Task<ImportReport> ImportAsync(OpenGovApplication into, ImportOptions? options = null) =>
        await into
            .Services.GetRequiredService<Importer>()
            .ImportAsync(folder, new Actor("import", "Tests", "Because the test says so"), CancellationToken.None, options);

    /// <summary>Writes rows of a table of the region, changed, into the package.</summary>
    private void Write(string table, Action<Dictionary<string, string>> change, Func<Dictionary<string, string>, bool>? which = null)
    {
        var rows = Csv.Parse(File.ReadAllText(Path.Combine(SyntheticData.Folder, $"{table}.csv")));
        var written = new List<IEnumerable<string>> { rows[0] };
        foreach (var row in rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)))
        {
            if (which is null || which(row))
            {
                change(row);
                written.Add(rows[0].Select(name => row[name]));
            }
        }

        Assert.That(written, Has.Count.GreaterThan(1));
        File.WriteAllText(
            Path.Combine(folder, $"{table}.csv"),
            string.Concat(
                written.Select(row =>
                    $"{string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\r\n"
                )
            )
        );
    }

    private static int LineOf(string table, string id) =>
        File.ReadAllLines(Path.Combine(SyntheticData.Folder, $"{table}.csv"))
            .ToList()
            .FindIndex(line => line.StartsWith($"{id},", StringComparison.Ordinal)) + 1;

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => value.GetString(),
        };

    private static string? Id(JsonElement row) => row.GetProperty("id").GetString();
}
