using System.CommandLine;
using OpenGov.Api.Commands;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>What the program is started with is understood, or refused in a line that names the word and what would be right.</summary>
public sealed class UsageTests
{
    private string folder;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("opengov-usage-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("bogus", "'bogus' is not a command. There is import, withdraw, export")]
    [TestCase("import2 x", "'import2' is not a command. Did you mean 'import'?")]
    [TestCase("/Database:Folder x", "Did you mean '--Database:Folder'?")]
    [TestCase("Database:Folder=x", "Did you mean '--Database:Folder'?")]
    [TestCase("--Database__Folder x", "'--Database__Folder' is neither a setting nor a command. Did you mean '--Database:Folder'?")]
    [TestCase("--PublicAdress x", "Did you mean '--PublicAddress'?")]
    [TestCase("--nonsense", "'--nonsense' is neither a setting nor a command")]
    [TestCase("-x", "'-x' is neither")]
    [TestCase("[suggest] imp", "'[suggest]' is not a command")]
    [TestCase("--dry-run import x", "Write it behind import.")]
    [TestCase("import", "import needs <package>")]
    [TestCase("import a b", "'b' is nothing that import takes")]
    [TestCase("import a --dry-rum", "Did you mean '--dry-run'?")]
    [TestCase("import a --dry-run=perhaps", "'perhaps' is nothing")]
    [TestCase("import a --reason", "--reason has no value")]
    [TestCase("import a --reason b --reason c", "--reason stands twice")]
    [TestCase("import @nowhere", "no file '@nowhere'")]
    [TestCase("export", "export needs <target>")]
    [TestCase("export x --as-of soon", "--as-of is 'soon'. Give a day")]
    [TestCase("keys", "keys needs one of create, list, revoke")]
    [TestCase("keys lst", "Did you mean 'list'?")]
    [TestCase("keys create", "keys create needs <name>")]
    [TestCase("keys create x --requests many", "--requests is 'many'")]
    [TestCase("keys create x --requests 0", "--requests is '0'")]
    [TestCase("keys create x --role king", "'king' is not a role. Give contributor")]
    [TestCase("keys create x --scope MX-XXX", "'MX-XXX' is not a scope")]
    [TestCase("keys create x --expires-on soon", "--expires-on is 'soon'. Give a day")]
    [TestCase("health", "health needs <address>")]
    [TestCase("health ftp://x", "'ftp://x' is not an address")]
    [TestCase("--Database:Folder", "--Database:Folder has no value")]
    [TestCase("--Database:Folder --Database:Seed false", "--Database:Folder has no value")]
    [TestCase("migrate --urls", "--urls has no value")]
    public async Task A_word_that_is_not_known_or_missing_is_refused_with_what_would_be_right(string line, string right)
    {
        var said = await RefusalAsync(line.Split(' '));
        Assert.That(said, Does.Contain(right));
        Assert.That(said, Does.Not.Contain("\n").And.Not.Contain("System."));
    }

    [Test]
    public async Task What_the_history_keeps_of_who_and_why_is_held_to_the_rules_of_any_text()
    {
        Assert.That(await RefusalAsync(["import", "a", "--reason", "a\u0007"]), Does.Contain("--reason: The text holds a control"));
        foreach (
            var command in (string[][])
                [
                    ["import", "a"],
                    ["withdraw", "states", "MX-DUR"],
                    ["keys", "create", "x"],
                ]
        )
        {
            var said = await RefusalAsync([.. command, "--organization", new string('x', 401)]);
            Assert.That(said, Does.Contain("--organization: The text has 401 characters; at most 400 fit."));
        }
    }

    [Test]
    public async Task Every_command_refuses_what_it_does_not_take_and_wrong_settings_on_either_side_and_gives_help_when_asked()
    {
        var commands = Leaves(CommandLine.Create(new Workplace([])), []).ToList();
        Assert.That(commands, Has.Count.GreaterThan(7));
        Assert.That(commands.SelectMany(one => one.Command.Options).Where(option => option.ValueType != typeof(bool)), Is.Not.Empty);
        foreach (var (name, command) in commands)
        {
            string[] whole = [.. name, .. command.Arguments.Select(Example)];
            await AssertRefusedAsync([.. whole, "--nonsense"], "--nonsense");
            await AssertRefusedAsync([.. whole, "too-much"], "'too-much' is nothing that");
            await AssertRefusedAsync(["--Database:Foldr", folder, .. whole], "Did you mean 'Database:Folder'?");
            await AssertRefusedAsync([.. whole, "--Database:Foldr", folder], "Did you mean 'Database:Folder'?");
            await AssertRefusedAsync([.. whole, "--Nope:X", "1"], "Nope:X is not a setting");
            await AssertRefusedAsync([.. whole, "--AllowedHosts=http://x"], "AllowedHosts is 'http://x'");
            foreach (var option in command.Options.Where(option => option.ValueType != typeof(bool)).PerhapsNone("some take no value"))
            {
                await AssertRefusedAsync([.. whole, option.Name], $"{option.Name} has no value");
            }

            foreach (var i in Enumerable.Range(0, command.Arguments.Count))
            {
                await AssertRefusedAsync([.. name, .. command.Arguments.Take(i).Select(Example)], $"<{command.Arguments[i].Name}>");
                var empty = command.Arguments[i].ValueType == typeof(string) ? "is empty" : "is not";
                await AssertRefusedAsync([.. name, .. command.Arguments.Take(i).Select(Example), " "], empty);
            }

            Assert.That(await RunAsync([.. name, "--help"]), Is.Zero);
        }
    }

    [Test]
    public async Task A_command_that_only_reads_or_needs_what_is_there_makes_no_database()
    {
        var nowhere = Path.Combine(folder, "nowhere");
        foreach (
            var command in (string[][])
                [
                    ["export", Path.Combine(folder, "out")],
                    ["import", Schema.ShippedPackage, "--dry-run"],
                    ["keys", "list"],
                    ["keys", "create", "x"],
                    ["keys", "revoke", "key-1"],
                ]
        )
        {
            await AssertRefusedAsync([.. command, "--Database:Folder", nowhere], $"There is no database {nowhere}");
            Assert.That(Directory.GetFileSystemEntries(folder), Is.Empty, string.Join(' ', command));
        }

        Directory.CreateDirectory(nowhere);
        File.WriteAllText(Path.Combine(nowhere, "opengov.db"), "");
        await AssertRefusedAsync(["keys", "list", "--Database:Folder", nowhere], "holds no data of OpenGov");
    }

    [Test]
    public async Task Settings_before_and_after_a_command_mean_the_same()
    {
        var (before, after) = (Path.Combine(folder, "before"), Path.Combine(folder, "after"));
        Assert.That(await RunAsync(["--urls", "http://127.0.0.1:5090", "--Database:Folder", before, "migrate"]), Is.Zero);
        Assert.That(await RunAsync(["migrate", "--urls=http://127.0.0.1:5090", $"--database:folder={after}"]), Is.Zero);
        Assert.That(File.Exists(Path.Combine(before, "opengov.db")) && File.Exists(Path.Combine(after, "opengov.db")));
    }

    [Test]
    public void Every_command_stands_in_the_table_of_commands()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "operations", "README.md"));
        Assert.Multiple(() =>
        {
            foreach (var (name, _) in Leaves(CommandLine.Create(new Workplace([])), []).Some())
            {
                Assert.That(page, Does.Contain($"| `{string.Join(' ', name)}"));
            }
        });
    }

    private static IEnumerable<(string[] Name, Command Command)> Leaves(Command command, string[] name) =>
        command.Subcommands.Count == 0 ? [(name, command)] : command.Subcommands.SelectMany(below => Leaves(below, [.. name, below.Name]));

    private static string Example(Argument argument) =>
        argument.ValueType == typeof(Uri) ? "http://127.0.0.1:1/health/ready" : Schema.ShippedPackage;

    private static Task<int> RunAsync(string[] words) => CommandLine.RunAsync(Arguments.Read(words));

    private static async Task AssertRefusedAsync(string[] words, string right) =>
        Assert.That(await RefusalAsync(words), Does.Contain(right), string.Join(' ', words));

    private static async Task<string> RefusalAsync(string[] words)
    {
        try
        {
            return $"done with {await RunAsync(words)}";
        }
        catch (StartException refused)
        {
            return refused.Message;
        }
    }
}
