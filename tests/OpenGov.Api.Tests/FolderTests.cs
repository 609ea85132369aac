using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>The folders are the architecture: what each may know of the others.</summary>
[Category("Quick")]
public sealed partial class FolderTests
{
    private static readonly string[] Shared = ["Access", "Database", "Http", "Lists", "Package", "Records", "Writing"];

    [Test]
    public void The_shared_rooms_name_no_resource()
    {
        foreach (var (file, named) in Uses(Shared).Some())
        {
            Assert.That(
                named.PerhapsNone("a file may use nothing of the service").Except([.. Shared, "Database.Migrations"]),
                Is.Empty,
                file
            );
        }
    }

    [TestCase("Database")]
    [TestCase("Access", "Database", "Http", "Records")]
    [TestCase("Records", "Database", "Http", "Lists")]
    [TestCase("Lists", "Database", "Http", "Records")]
    [TestCase("Http", "Access", "Database", "Lists", "Records")]
    [TestCase("Writing", "Access", "Database", "Http", "Lists", "Records")]
    [TestCase("Files", "Access", "Database", "Http", "Lists", "Records", "Writing")]
    [TestCase("Package", "Database", "Http", "Lists", "Records")]
    public void A_room_uses_only_those_that_stand_below_it(string room, params string[] below)
    {
        foreach (var (file, named) in Uses([room]).Some())
        {
            Assert.That(
                named.PerhapsNone("a file may use nothing of the service").Except([.. below, room, "Database.Migrations"]),
                Is.Empty,
                file
            );
        }
    }

    [Test]
    public void The_namespace_of_a_file_is_its_folder_and_no_two_folders_differ_only_by_case_or_number()
    {
        var api = Path.Combine(Checkout.Root, "api");
        foreach (var file in Sources(api).Where(file => Path.GetDirectoryName(file) != api).Some())
        {
            var folder = Path.GetRelativePath(api, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.That(File.ReadAllText(file), Does.Contain($"namespace OpenGov.Api.{folder};"), file);
        }

        string[] trees =
        [
            api,
            Path.Combine(Checkout.Root, "web-client", "src", "lib"),
            Path.Combine(Checkout.Root, "web-client", "src", "routes"),
        ];
        foreach (var tree in trees)
        {
            var names = Directory
                .GetDirectories(tree)
                .Select(folder => Path.GetFileName(folder)!.ToLowerInvariant())
                .Where(name => name is not ("bin" or "obj"))
                .ToList();
            Assert.That(names, Has.Count.GreaterThan(5), tree);
            Assert.That(names.Select(name => name.TrimEnd('s')), Is.Unique, tree);
        }
    }

    private static List<(string File, IReadOnlyList<string> Named)> Uses(IEnumerable<string> rooms)
    {
        List<(string File, IReadOnlyList<string> Named)> uses =
        [
            .. from room in rooms
            from file in Sources(Path.Combine(Checkout.Root, "api", room)).Some()
            select (file, (IReadOnlyList<string>)[.. Using().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)]),
        ];
        Assert.That(uses.SelectMany(use => use.Named), Is.Not.Empty, "files use one another");
        return uses;
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}")
            );

    [GeneratedRegex(@"^using OpenGov\.Api\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
