using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Synthetic;

/// <summary>Each rule of an import: the row at its border is taken, the row one step beyond is refused with its field.</summary>
[Category("Quick")]
[Parallelizable]
public sealed class ImportRuleTests
{
    private string folder;

    [SetUp]
    public void CopyThePackage()
    {
        folder = Directory.CreateTempSubdirectory("opengov-package-").FullName;
        foreach (var file in Directory.GetFiles(SyntheticData.Folder))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    [TearDown]
    public void DeleteThePackage() => Directory.Delete(folder, recursive: true);

    [TestCase("plans", "XT-NAP1", "end_date", "2025-01-01", true, TestName = "A_plan_may_end_on_the_day_on_which_it_starts")]
    [TestCase("plans", "XT-NAP1", "end_date", "2024-12-31", false, TestName = "A_plan_does_not_end_a_day_before_it_starts")]
    [TestCase("commitments", "XT-EST-PAL1-C4", "note_es", "", false, TestName = "What_was_inferred_needs_a_note_in_Spanish")]
    [TestCase("commitments", "XT-EST-PAL1-C4", "note_en", "", false, TestName = "What_was_inferred_needs_a_note_in_English")]
    [TestCase(
        "commitments",
        "XT-EST-PAL1-C1",
        "confidence",
        "inferred",
        false,
        "note_es",
        TestName = "A_row_without_notes_cannot_be_called_inferred"
    )]
    [TestCase("states", "XT-SUR", "inegi_code", "91", false, TestName = "Two_states_have_not_the_same_INEGI_code")]
    [TestCase(
        "sources",
        "T0",
        "url",
        "https://example.org/synthetic",
        false,
        "url",
        "T1",
        TestName = "Two_sources_have_not_the_same_address"
    )]
    [TestCase("commitments", "XT-NOR-PAL1-C2", "ogp_code", "XT0001", false, TestName = "Two_commitments_have_not_the_same_OGP_code")]
    [TestCase("commitments", "XT-NOR-PAL1-C2", "ogp_code", "XT0002", true, TestName = "Two_commitments_have_each_an_OGP_code")]
    [TestCase("metric_editions", "XT-M2026", "edition", "2025", false, TestName = "Two_editions_are_not_of_the_same_year")]
    [TestCase("learnings", "XT-L2", "number", "1", false, TestName = "Two_learnings_have_not_the_same_number")]
    [TestCase(
        "metric_indicators",
        "xt_single",
        "part_of",
        "xt_nothing",
        false,
        TestName = "An_indicator_is_not_part_of_one_that_is_not_there"
    )]
    [TestCase("metric_indicators", "xt_transparency", "part_of", "xt_single", true, TestName = "An_indicator_may_be_part_of_a_later_one")]
    [TestCase("commitments", "XT-OES-PAL1-C1", "problem_es", "{4000}", true, TestName = "A_text_may_have_4000_characters")]
    [TestCase("commitments", "XT-OES-PAL1-C1", "problem_es", "{4001}", false, TestName = "A_text_has_no_more_than_4000_characters")]
    [TestCase("commitments", "XT-OES-PAL1-C1", "problem_es", "{10000}", false, TestName = "A_text_of_10000_characters_is_refused")]
    [TestCase("milestones", "XT-SUR-PAL1-C1-M1", "progress_percent", "100", true, TestName = "Progress_may_be_100")]
    [TestCase("milestones", "XT-SUR-PAL1-C1-M1", "progress_percent", "101", false, TestName = "Progress_is_not_101")]
    [TestCase("milestones", "XT-SUR-PAL1-C1-M1", "progress_percent", "-1", false, TestName = "Progress_is_not_less_than_nothing")]
    [TestCase("metric_values", "2024-xt_single-national-national", "value", "1", true, TestName = "A_value_may_be_1")]
    [TestCase("metric_values", "2024-xt_single-national-national", "value", "1.0001", false, TestName = "A_value_is_not_more_than_1")]
    [TestCase("sessions", "XT-SUR-STL-S1", "held_on", "2023-02-29", false, TestName = "A_day_that_no_year_has_is_refused")]
    public void A_rule_of_the_import(
        string table,
        string id,
        string field,
        string value,
        bool isGood,
        string? told = null,
        string? of = null
    )
    {
        Set(
            table,
            id,
            field,
            value.StartsWith('{') ? new string('x', int.Parse(value[1..^1], System.Globalization.CultureInfo.InvariantCulture)) : value
        );
        var problems = PackageChecker.Validate(folder);
        if (isGood)
        {
            Assert.That(problems, Is.Empty);
            return;
        }

        Assert.That(problems, Has.Count.EqualTo(1), string.Join('\n', problems));
        var problem = problems[0];
        Assert.That((problem.File, problem.Field), Is.EqualTo((Schema.Current[table].Path, told ?? field)));
        Assert.That(problem.Line, Is.EqualTo(LineOf(table, of ?? id)));
    }

    /// <summary>Writes a value into a cell.</summary>
    private void Set(string table, string id, string field, string value)
    {
        var path = Path.Combine(folder, Schema.Current[table].Path);
        var rows = Csv.Parse(File.ReadAllText(path));
        rows.Single(row => row[0] == id)[Array.IndexOf(rows[0], field)] = value;
        File.WriteAllText(
            path,
            string.Concat(
                rows.Select(row =>
                    $"{string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\r\n"
                )
            )
        );
    }

    private int LineOf(string table, string id) =>
        Csv.Parse(File.ReadAllText(Path.Combine(folder, Schema.Current[table].Path))).FindIndex(row => row[0] == id) + 1;
}
