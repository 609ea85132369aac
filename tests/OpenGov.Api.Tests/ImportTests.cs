using System.Text;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;
using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class ImportTests(string provider)
{
    private string folder;

    [SetUp]
    public void CopyThePackage()
    {
        folder = Directory.CreateTempSubdirectory("opengov-package-").FullName;
        foreach (var file in Directory.GetFiles(Schema.ShippedPackage))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    [TearDown]
    public void DeleteThePackage() => Directory.Delete(folder, recursive: true);

    [Test]
    public void The_shipped_package_is_good() => Assert.That(PackageChecker.Validate(folder), Is.Empty);

    [Test]
    public async Task An_export_is_the_package_that_was_imported_byte_for_byte()
    {
        await using var app = await OpenGovApplication.StartAsync(provider);
        await using var scope = app.Services.CreateAsyncScope();
        var target = Path.Combine(folder, "export");
        await scope.ServiceProvider.GetRequiredService<Exporter>().WriteFolderAsync(target, CancellationToken.None);
        foreach (var file in Directory.GetFiles(Schema.ShippedPackage).Some())
        {
            Assert.That(
                File.ReadAllBytes(Path.Combine(target, Path.GetFileName(file))),
                Is.EqualTo(File.ReadAllBytes(file)),
                Path.GetFileName(file)
            );
        }
    }

    [TestCase("states.csv", "1425607", "many", "population", "not a whole number")]
    [TestCase("states.csv", "1425607", "-5", "population", "less than")]
    [TestCase("states.csv", "participates", "partcipates", "partcipates", "Did you mean 'participates'")]
    [TestCase("states.csv", ",true,", ",yes,", "participates", "neither true nor false")]
    [TestCase("plans.csv", "2017-09-19", "19/09/2017", "start_date", "not a date")]
    [TestCase("plans.csv", "2017-09-19,day", "2017-09-19,", "start_date_precision", "come together")]
    [TestCase("plans.csv", "local,MX-CAM", "local,MX-CAN", "state_id", "Did you mean 'MX-CAM'")]
    [TestCase("commitments.csv", "MX-CAM-PAL1,,2,", "MX-CAM-PAL9,,2,", "plan_id", "is not in plans")]
    [TestCase("commitments.csv", "MX-CAM-PAL1-C2,", "MX-CAM-PAL1-C1,", "id", "unique")]
    [TestCase("commitments.csv", "MX-CAM-PAL1-C2,", "mx-cam-pal1-c2,", "id", "are written MX-CAM-PAL1-C2")]
    [TestCase("commitments.csv", ",education,", ",eduction,", "policy_areas", "Did you mean 'education'")]
    [TestCase("commitments.csv", "MX-CAM-PAL1-C2,MX-CAM-PAL1,,2,", "MX-CAM-PAL1-C2,MX-CAM-PAL1,,2,,,,,,", null, "cells")]
    [TestCase("commitments.csv", "MX-CAM-PAL1-C2,MX-CAM-PAL1,,2,", ",MX-CAM-PAL1,,2,", "id", "required")]
    [TestCase("states.csv", "1425607", "3000000000", "population", "more than a whole number can be")]
    [TestCase("metric_values.csv", ",0.307,0.307,", ",0.3070001,0.307,", "value", "too many digits")]
    [TestCase("metric_values.csv", ",2017,participation,federal,", ",2017,open_government_index,federal,", "scope_code", "together")]
    [TestCase("observations.csv", ",96,", ",9600000000.000001,", "value", "too many digits")]
    [TestCase("observations.csv", ",96,", ",1000000000000,", "value", "too many digits")]
    public async Task What_is_wrong_is_told_with_its_line_and_what_would_be_right(
        string file,
        string right,
        string wrong,
        string? field,
        string message
    )
    {
        var path = Path.Combine(folder, file);
        var text = await File.ReadAllTextAsync(path);
        var place = text.IndexOf(right, StringComparison.Ordinal);
        Assert.That(place, Is.GreaterThanOrEqualTo(0), "the package has what the test changes");
        await File.WriteAllTextAsync(path, string.Concat(text.AsSpan(0, place), wrong, text.AsSpan(place + right.Length)));
        var problems = PackageChecker.Validate(folder);
        var told = problems.FirstOrDefault(problem =>
            problem.File == file && problem.Field == field && problem.Detail.Contains(message, StringComparison.Ordinal)
        );
        Assert.That(told, Is.Not.Null, string.Join('\n', problems));
        Assert.That(told!.Line, Is.GreaterThan(0));
    }

    [Test]
    public void A_number_of_as_many_digits_as_fit_comes_back_as_it_was_and_zeros_at_its_end_do_not_count()
    {
        Assert.That(
            Numbers.IsKept(999999999.999999m) && Numbers.IsKept(-999999999999.999m) && Numbers.IsKept(0.50000000000m) && Numbers.IsKept(0),
            Is.True
        );
        Assert.That(
            Numbers.IsKept(decimal.MaxValue) || Numbers.IsKept(0.0000000000000000000000000001m) || Numbers.IsKept(1_000_000_000_000m),
            Is.False
        );
        Gen.Select(Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Int[3, 6])
            .Sample(
                (units, scale) =>
                {
                    var number = units / (decimal)Math.Pow(10, scale);
                    return Numbers.IsKept(number)
                        && Convert.ToDecimal((double)number) == number
                        && decimal.Parse(Numbers.Format(number), System.Globalization.CultureInfo.InvariantCulture) == number;
                }
            );
    }

    [TestCase("participation", "participation", "participation → participation")]
    [TestCase("open_government_index", "participation", "open_government_index → participation → open_government_index")]
    [TestCase("open_government_index", "transparency_government", "→ transparency_government →")]
    public void What_is_part_of_itself_is_refused_with_the_chain(string id, string partOf, string chain)
    {
        var path = Path.Combine(folder, "metric_indicators.csv");
        var rows = Csv.Parse(File.ReadAllText(path));
        var column = Array.IndexOf(rows[0], "part_of");
        rows.Single(row => row[0] == id)[column] = partOf;
        Write(path, rows);
        var problems = PackageChecker.Validate(folder);
        Assert.That(problems, Has.Count.EqualTo(1), string.Join('\n', problems));
        Assert.Multiple(() =>
        {
            Assert.That(problems[0].File, Is.EqualTo("metric_indicators.csv"));
            Assert.That(problems[0].Field, Is.EqualTo("part_of"));
            Assert.That(problems[0].Line, Is.GreaterThan(1));
            Assert.That(problems[0].Detail, Does.Contain(chain));
        });
    }

    [Test]
    public void A_circle_of_any_length_is_found_and_every_row_is_walked_once()
    {
        static (string Id, IReadOnlyList<(string Field, string Id)> Named) Row(int i, string? parent) =>
            ($"i{i}", parent is null ? [] : [("part_of", parent)]);
        const int Many = 200_000;

        // A chain as long as the table, told from its end: neither a stack nor a square of it.
        var chain = Ancestry.Of(Enumerable.Range(0, Many).Select(i => Row(i, i == 0 ? null : $"i{i - 1}")).Reverse());
        Assert.That(chain.Circles, Is.Empty);
        Assert.That(chain.Depths[$"i{Many - 1}"], Is.EqualTo(Many - 1));

        var circle = Ancestry.Of(Enumerable.Range(0, Many).Select(i => Row(i, $"i{(i + 1) % Many}")));
        Assert.That(circle.Circles.Single().ToString(), Does.StartWith("i0 → i1 →").And.EndsWith($"({Many} in all) → i0"));

        // Trees with circles in them: depth and circle of each row against the plain walk.
        Gen.Int[-1, 30]
            .Array[31]
            .Sample(parents =>
            {
                var found = Ancestry.Of(parents.Select((parent, i) => Row(i, parent < 0 ? null : $"i{parent}")));
                var inCircle = Enumerable
                    .Range(0, parents.Length)
                    .Where(start => Up(start).Skip(1).Take(parents.Length).Contains(start))
                    .ToHashSet();
                Assert.That(
                    found
                        .Circles.SelectMany(one => one.Ids)
                        .Select(id => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture))
                        .ToHashSet()
                        .PerhapsNone("trees have no circle"),
                    Is.EquivalentTo(inCircle)
                );
                foreach (
                    var start in Enumerable
                        .Range(0, parents.Length)
                        .Where(start => !Up(start).Take(parents.Length + 1).Any(inCircle.Contains))
                        .PerhapsNone("every row may lead into a circle")
                )
                {
                    Assert.That(found.Depths[$"i{start}"], Is.EqualTo(Up(start).Count() - 1));
                }

                IEnumerable<int> Up(int start)
                {
                    for (var (place, steps) = (start, 0); place >= 0 && steps <= 2 * parents.Length; place = parents[place], steps++)
                    {
                        yield return place;
                    }
                }
            });
    }

    private static void Write(string path, IEnumerable<string[]> rows) =>
        File.WriteAllText(
            path,
            string.Concat(
                rows.Select(row =>
                    $"{string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\r\n"
                )
            )
        );

    [Test]
    public void A_file_that_is_not_UTF8_is_refused()
    {
        var path = Path.Combine(folder, "states.csv");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(File.ReadAllText(path)));
        Assert.That(PackageChecker.Validate(folder).Select(problem => problem.Detail), Has.Some.Contains("UTF-8"));
    }

    [TestCase(0.5)]
    [TestCase(0.99)]
    public void Half_a_file_is_refused(double part)
    {
        var path = Path.Combine(folder, "commitments.csv");
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(int)(bytes.Length * part)]);
        Assert.That(PackageChecker.Validate(folder), Is.Not.Empty);
    }

    [Test]
    public void An_empty_file_and_an_empty_folder_are_refused()
    {
        File.WriteAllText(Path.Combine(folder, "states.csv"), "");
        Assert.That(PackageChecker.Validate(folder).Select(problem => problem.Detail), Has.Some.Contains("empty"));
        var nothing = Directory.CreateDirectory(Path.Combine(folder, "nothing")).FullName;
        Assert.That(PackageChecker.Validate(nothing).Single().Detail, Does.Contain("no table"));
    }

    [Test]
    public async Task Nothing_of_a_package_with_a_mistake_is_imported_and_a_dry_run_changes_nothing()
    {
        await using var app = await OpenGovApplication.StartAsync(provider);
        var importer = app.Services.GetRequiredService<Importer>();
        var path = Path.Combine(folder, "commitments.csv");
        var text = await File.ReadAllTextAsync(path);
        var before = (await app.GetAsync("changes?limit=1")).GetProperty("total").GetInt32();

        await File.WriteAllTextAsync(
            path,
            text.Replace("octopus fishery", "squid fishery", StringComparison.Ordinal) + "MX-CAM-PAL1-C9,MX-NOWHERE\r\n"
        );
        Assert.That((await importer.ImportAsync(folder, new Actor("import", null), CancellationToken.None)).Succeeded, Is.False);
        Assert.That((await app.GetAsync("changes?limit=1")).GetProperty("total").GetInt32(), Is.EqualTo(before));

        await File.WriteAllTextAsync(path, text.Replace("octopus fishery", "squid fishery", StringComparison.Ordinal));
        var dry = await importer.ImportAsync(folder, new Actor("import", null), CancellationToken.None, new ImportOptions(DryRun: true));
        Assert.That(dry.Tables.Single(table => table.Name == "commitments").Updated, Is.EqualTo(1));
        Assert.That((await app.GetAsync("changes?limit=1")).GetProperty("total").GetInt32(), Is.EqualTo(before));

        var done = await importer.ImportAsync(folder, new Actor("import", "Someone", "A better word"), CancellationToken.None);
        Assert.That(done.Tables.Sum(table => table.Created + table.Updated), Is.EqualTo(1));
        var change = (await app.GetAsync("changes?limit=1")).GetProperty("items")[0];
        Assert.Multiple(() =>
        {
            Assert.That(change.GetProperty("fields")[0].GetString(), Is.EqualTo("title_en"));
            Assert.That(change.GetProperty("actor_organization").GetString(), Is.EqualTo("Someone"));
            Assert.That(change.GetProperty("reason").GetString(), Is.EqualTo("A better word"));
        });
    }

    [TestCase("=HYPERLINK(\"http://example.org\")")]
    [TestCase("'=1+1")]
    [TestCase("@cmd")]
    [TestCase("-5 °C, \"quoted\"\r\nand a second line")]
    public async Task A_title_that_a_spreadsheet_would_run_opens_harmlessly_and_comes_back_unchanged(string title)
    {
        await using var app = await OpenGovApplication.StartAsync(provider);
        await app.SaveCommitmentAsync("MX-CAM-PAL1-C1", ("title_es", title));
        var csv = Csv.Parse(await app.Client.GetStringAsync("/api/v1/commitments.csv?fields=id,title_es"));
        Assert.That(csv.Single(row => row[0] == "MX-CAM-PAL1-C1")[1], Does.StartWith("'"), "a spreadsheet shows it as text");

        await File.WriteAllTextAsync(Path.Combine(folder, "commitments.csv"), await app.Client.GetStringAsync("/data/commitments.csv"));
        await app.SaveCommitmentAsync("MX-CAM-PAL1-C1", ("title_es", "Otro"));
        await app.Services.GetRequiredService<Importer>().ImportAsync(folder, new Actor("import", null), CancellationToken.None);
        Assert.That(
            (await app.GetAsync("commitments/MX-CAM-PAL1-C1")).GetProperty("title_es").GetString(),
            Is.EqualTo(title.Replace("\r\n", "\n", StringComparison.Ordinal)).Or.EqualTo(title)
        );
    }

    [Test]
    public void Guarding_a_cell_loses_nothing() =>
        Gen.String.Sample(text =>
            CsvFormat.Unguard(CsvFormat.Guard(text)) == text && (text.Length == 0 || !"=+-@\t\r".Contains(CsvFormat.Guard(text)[0]))
        );

    [Test]
    public void Folding_is_the_same_for_what_readers_hold_the_same()
    {
        Assert.That(SearchText.Fold(["¡Jóvenes  ÁRBOL, niñez!"]), Is.EqualTo(" jovenes arbol ninez "));
        Gen.String.Sample(text => SearchText.Fold([SearchText.Fold([text])]) == SearchText.Fold([text]));
        Gen.String.Sample(text =>
            SearchText
                .Patterns(text)
                .All(pattern => pattern.Trim('%').All(character => character is ' ' || char.IsLetterOrDigit(character)))
        );
    }
}
