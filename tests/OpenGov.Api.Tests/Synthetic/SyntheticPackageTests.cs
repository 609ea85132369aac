using System.Text.Json;
using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Synthetic;

/// <summary>That the synthetic region says what it is, and has a case for everything.</summary>
[Category("Quick")]
[Parallelizable]
public sealed class SyntheticPackageTests
{
    /// <summary>The rows of each table that the package brings; the vocabularies come with the product.</summary>
    private static readonly Dictionary<string, IReadOnlyList<PackageRow>> Tables = Schema
        .Current.Tables.Where(table => table.Name != "terms")
        .ToDictionary(table => table.Name, Read);

    [Test]
    public void The_package_is_good() => Assert.That(PackageChecker.Validate(SyntheticData.Folder), Is.Empty);

    [Test]
    public void It_says_everywhere_that_it_is_synthetic()
    {
        using var descriptor = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SyntheticData.Folder, "datapackage.json")));
        Assert.That(descriptor.RootElement.GetProperty("synthetic").GetBoolean(), Is.True);
        Assert.That(descriptor.RootElement.GetProperty("title").GetString(), Does.Contain("synthetic"));
        var source = (string)Tables["sources"].Single(row => row.Values["id"] is "T0").Values["title"]!;
        Assert.That(source, Does.Contain("sintéticos").And.Contain("Synthetic"));
        foreach (var (name, rows) in Tables.Where(table => table.Key != "sources").Some())
        {
            Assert.That(rows.Select(row => row.Values["source_ids"]), Is.Not.Empty.And.All.EqualTo("T0"), name);
        }
    }

    [Test]
    public void Its_descriptor_names_every_table_that_it_brings_with_every_column()
    {
        using var descriptor = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SyntheticData.Folder, "datapackage.json")));
        var described = descriptor
            .RootElement.GetProperty("resources")
            .EnumerateArray()
            .SelectMany(
                table => table.GetProperty("schema").GetProperty("fields").EnumerateArray(),
                (table, field) => $"{table.GetProperty("name").GetString()}.{field.GetProperty("name").GetString()}"
            );
        var columns = Schema
            .Current.Tables.Where(table => Tables.ContainsKey(table.Name))
            .SelectMany(table => table.Fields, (table, field) => $"{table.Name}.{field.Name}");
        Assert.That(described.Some(), Is.EquivalentTo(columns));
    }

    [TestCase("mexico")]
    [TestCase("test")]
    public void Every_table_of_a_descriptor_has_its_file_with_its_columns_beside_it(string package)
    {
        var folder = Path.Combine(Checkout.Root, "datasets", package);
        using var descriptor = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "datapackage.json")));
        foreach (var table in descriptor.RootElement.GetProperty("resources").EnumerateArray().Some())
        {
            var file = Path.Combine(folder, table.GetProperty("path").GetString()!);
            Assert.That(file, Does.Exist);
            var fields = table.GetProperty("schema").GetProperty("fields").EnumerateArray();
            Assert.That(
                Csv.Parse(File.ReadAllText(file))[0],
                Is.EqualTo(fields.Select(field => field.GetProperty("name").GetString())),
                file
            );
        }
    }

    [Test]
    public void Every_column_that_may_be_empty_is_empty_in_a_row_and_filled_in_another()
    {
        var without = new List<string>();
        foreach (var table in Schema.Current.Tables.Where(table => Tables.ContainsKey(table.Name)))
        {
            foreach (var field in table.Fields.Where(field => !field.Required))
            {
                var empty = Tables[table.Name].Count(row => row.Values[field.Name] is null);
                if (empty == 0 || empty == Tables[table.Name].Count)
                {
                    without.Add($"{table.Name}.{field.Name} is {(empty == 0 ? "never" : "always")} empty");
                }
            }
        }

        Assert.That(without, Is.Empty, "add a row to datasets/test, and what follows from it to expected/");
    }

    [Test]
    public void Every_code_of_every_vocabulary_is_in_a_row()
    {
        var used = new HashSet<(string, string)>();
        foreach (var table in Schema.Current.Tables.Where(table => Tables.ContainsKey(table.Name)))
        {
            foreach (var field in table.Fields.Where(field => field.Vocabulary is not null))
            {
                used.UnionWith(
                    Tables[table.Name]
                        .Select(row => row.Values[field.Name])
                        .OfType<string>()
                        .SelectMany(value => value.Split('|'))
                        .Select(code => (field.Vocabulary!, code))
                );
            }
        }

        var vocabularies = Schema
            .Current.Tables.SelectMany(table => table.Fields)
            .Select(field => field.Vocabulary)
            .OfType<string>()
            .Distinct()
            .ToList();
        Assert.That(vocabularies, Has.Count.GreaterThan(20));
        Assert.That(vocabularies.SelectMany(name => Vocabulary.Codes(name), (name, code) => (name, code)).Except(used), Is.Empty);
    }

    [TestCase("totals", 16)]
    [TestCase("lists", 100)]
    [TestCase("figures", 6)]
    [TestCase("orders", 15)]
    [TestCase("stats", 8)]
    [TestCase("summary", 3)]
    [TestCase("health", 10)]
    [TestCase("as_of", 4)]
    public void What_is_expected_is_there(string name, int least) =>
        Assert.That(SyntheticData.Expected(name).EnumerateObject().Count(), Is.GreaterThanOrEqualTo(least));

    private static IReadOnlyList<PackageRow> Read(Table table)
    {
        var reader = new PackageReader(SyntheticData.Folder, problem => throw new InvalidDataException(problem.ToString()));
        return reader.Has(table) ? [.. reader.Rows(table)] : [];
    }
}
