using System.Diagnostics;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>The program as an operator runs it, on a database of its own.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class CommandLineTests(string provider)
{
    private TestDatabase database;
    private string folder;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        database = await TestDatabase.CreateAsync(provider);
        folder = Directory.CreateTempSubdirectory("opengov-cli-").FullName;

        // The program is started here, and what lies here says nothing of its settings.
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            """{ "Proxy": { "Known": ["nonsense"] }, "Database": { "Nonsense": "x" } }"""
        );
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        Directory.Delete(folder, recursive: true);
        await database.DisposeAsync();
    }

    [Test]
    public async Task A_package_is_validated_imported_and_exported_as_it_was()
    {
        var package = Path.Combine(folder, "package");
        Copy(Schema.ShippedPackage, package);
        Assert.That(await RunAsync(0, "validate", package), Does.Contain("The package is good."));
        await RunAsync(0, "migrate");
        Assert.That(await RunAsync(0, "import", package, "--dry-run"), Does.Contain("Nothing was changed"));
        Assert.That(
            await RunAsync(2, "export", Path.Combine(folder, "empty.zip"), "--as-of", "2026-01-01"),
            Does.Contain("nothing has been recorded")
        );
        Assert.That(
            await RunAsync(0, "import", package, "--organization", "Observatorio", "--reason", "First import"),
            Does.Contain("Imported.")
        );
        Assert.That(
            await RunAsync(2, "export", Path.Combine(folder, "empty.zip"), "--as-of", "2001-01-01"),
            Does.Contain("The first day is 20")
        );
        Assert.That(Directory.GetFiles(folder, "empty*"), Is.Empty);

        var target = Path.Combine(folder, "exported");
        await RunAsync(0, "export", target);
        foreach (var file in Directory.GetFiles(package).Some())
        {
            Assert.That(
                await File.ReadAllBytesAsync(Path.Combine(target, Path.GetFileName(file))),
                Is.EqualTo(await File.ReadAllBytesAsync(file)),
                Path.GetFileName(file)
            );
        }

        var zip = Path.Combine(folder, "exported.zip");
        await RunAsync(0, "export", zip);
        Assert.That(await RunAsync(0, "import", zip), Does.Match(@"commitments\s+0 new\s+0 changed\s+116 the same"));
    }

    [Test]
    public async Task A_database_moves_from_SQLite_by_export_and_import_and_every_table_is_the_same()
    {
        var synthetic = Path.Combine(folder, "synthetic");
        await RunProgramAsync("node", [Path.Combine(Checkout.Root, "scripts", "synthetic.mjs"), synthetic, "500"]);
        await using var source = await TestDatabase.CreateAsync("Sqlite");
        await using var target = await TestDatabase.CreateAsync(provider);
        var (moving, arrived) = (Path.Combine(folder, "moving.zip"), Path.Combine(folder, "arrived.zip"));
        await RunAsync(source, 0, "import", synthetic, "--reason", "Synthetic data of a test");
        await RunAsync(source, 0, "export", moving);
        await RunAsync(target, 0, "import", moving);
        await RunAsync(target, 0, "export", arrived);
        var compared = await RunProgramAsync("bash", [Path.Combine(Checkout.Root, "scripts", "compare-packages.sh"), moving, arrived]);
        Assert.That(compared, Does.Match(@"commitments\s+616\s+616\s+[0-9a-f]{64}").And.Not.Contain("DIFFERS"));

        await RunAsync(source, 0, "import", Schema.ShippedPackage, "--dry-run");
        Assert.That(
            await RunProgramAsync(
                "bash",
                [Path.Combine(Checkout.Root, "scripts", "compare-packages.sh"), moving, Schema.ShippedPackage],
                code: 1
            ),
            Does.Match(@"commitments\s+616\s+116\s+DIFFERS"),
            "the comparison finds what is not the same"
        );
    }

    [Test]
    public async Task A_container_can_ask_how_the_service_is()
    {
        await using var app = await OpenGovApplication.StartAsync();
        Assert.That(await RunAsync(0, "health", $"{app.Address}health/ready"), Does.Contain("healthy"));
        Assert.That(await RunAsync(1, "health", "http://127.0.0.1:1/health/ready"), Does.Contain("does not answer"));
        Assert.That(
            await RunAsync(1, "health", $"{app.Address}about"),
            Does.Contain("not with health"),
            "a mistyped address is no good health"
        );
    }

    [Test]
    public async Task An_export_of_a_day_to_come_is_refused_and_makes_nothing()
    {
        var target = Path.Combine(folder, "backup.zip");
        await RunAsync(0, "migrate");
        Assert.That(await RunAsync(2, "export", target, "--as-of", "2999-01-01"), Does.Contain("in the future"));
        Assert.That(File.Exists(target), Is.False);
    }

    [Test]
    public async Task A_package_that_is_not_good_is_refused_line_by_line()
    {
        var package = Path.Combine(folder, "broken");
        Copy(Schema.ShippedPackage, package);
        var states = Path.Combine(package, "states.csv");
        await File.WriteAllTextAsync(states, (await File.ReadAllTextAsync(states)).Replace("1425607", "many", StringComparison.Ordinal));
        Assert.That(await RunAsync(1, "import", package), Does.Match(@"states\.csv.*population.*\n1 problem; nothing was imported"));
        Assert.That(await RunAsync(2, "import", Path.Combine(folder, "nowhere")), Does.Contain("There is no folder and no file"));
        await File.WriteAllTextAsync(Path.Combine(folder, "torn.zip"), "PK not a zip");
        Assert.That(await RunAsync(1, "import", Path.Combine(folder, "torn.zip")), Does.Contain("torn.zip' is no whole zip file"));
    }

    [Test]
    public async Task A_record_is_withdrawn_with_a_reason_or_because_the_package_no_longer_has_it()
    {
        await using var own = await TestDatabase.CreateAsync(provider);
        var package = Path.Combine(folder, "withdrawing");
        Copy(Schema.ShippedPackage, package);
        await RunAsync(own, 0, "import", package);
        Assert.That(await RunAsync(own, 2, "withdraw", "commitments", "MX-DUR-PAL1-C1"), Does.Contain("--reason"));
        Assert.That(
            await RunAsync(own, 2, "withdraw", "commitment", "MX-DUR-PAL1-C1", "--reason", "x"),
            Does.Contain("Did you mean 'commitments'?")
        );
        Assert.That(
            await RunAsync(own, 1, "withdraw", "commitments", "MX-DUR-PAL1-C99", "--reason", "x"),
            Does.Contain("There is no record")
        );
        Assert.That(await RunAsync(own, 1, "withdraw", "commitments", "mx-dur-pal1-c2", "--reason", "x"), Does.Contain("practices"));
        Assert.That(
            await RunAsync(own, 0, "withdraw", "commitments", "mx-dur-pal1-c1", "--reason", "It stood there twice"),
            Does.Contain("Withdrawn")
        );
        Assert.That(await RunAsync(own, 0, "import", package, "--dry-run"), Does.Match(@"commitments\s+1 new"));

        var commitments = Path.Combine(package, "commitments.csv");
        var lines = await File.ReadAllLinesAsync(commitments);
        string[] gone = ["MX-DUR-PAL1-C1,", "MX-DUR-PAL1-C3,"];
        await File.WriteAllLinesAsync(commitments, lines.Where(line => !gone.Any(id => line.StartsWith(id, StringComparison.Ordinal))));
        Assert.That(await RunAsync(own, 0, "import", package, "--dry-run"), Does.Contain("the database also has MX-DUR-PAL1-C3"));
        Assert.That(await RunAsync(own, 2, "import", package, "--withdraw-missing"), Does.Contain("--reason"));
        Assert.That(
            await RunAsync(own, 0, "import", package, "--withdraw-missing", "--reason", "Gone"),
            Does.Match(@"commitments\s+0 new\s+0 changed\s+114 the same\s+1 withdrawn")
        );
    }

    [Test]
    public async Task A_key_is_shown_once_listed_without_its_secret_and_revoked()
    {
        await RunAsync(0, "migrate");
        var lines = (
            await RunAsync(0, "keys", "create", "Monitor", "--organization", "Observatorio", "--role", "editor", "--scope", "mx-dur", "14")
        ).Split('\n');
        var (id, secret) = (lines[0], lines[1]);
        Assert.That(secret, Does.Match("^opengov_[A-Za-z0-9_-]{43}$"));
        Assert.That(string.Join('\n', lines), Does.Contain("No organisation on record has the id or name 'Observatorio'"));
        var listed = await RunAsync(0, "keys", "list");
        Assert.That(
            listed,
            Does.Contain(id)
                .And.Contain("MX-DUR|MX-JAL")
                .And.Contain("editor")
                .And.Contain("Monitor (Observatorio)")
                .And.Not.Contain(secret)
        );
        await RunAsync(0, "keys", "revoke", id);
        Assert.That(await RunAsync(0, "keys", "list"), Does.Contain("revoked"));
        Assert.That(await RunAsync(1, "keys", "revoke", id), Does.Contain("no key").IgnoreCase);
        Assert.That(await RunAsync(2, "keys", "create", "x", "--scope", "MX-XXX"), Does.Contain("'MX-XXX' is not a scope"));
        Assert.That(await RunAsync(2, "keys", "create", "x", "--role", "king"), Does.Contain("contributor"));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private Task<string> RunAsync(int code, params string[] arguments) => RunAsync(database, code, arguments);

    private Task<string> RunAsync(TestDatabase over, int code, params string[] arguments) =>
        RunProgramAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "OpenGov.Api.dll"), .. arguments], over, code);

    private async Task<string> RunProgramAsync(string program, string[] arguments, TestDatabase? over = null, int code = 0)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in over?.Settings ?? [])
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var said = await output + await errors;
        Assert.That(process.ExitCode, Is.EqualTo(code), $"{string.Join(' ', arguments)}\n{said}");
        return said;
    }
}
