using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>The real program, started where something is not as it should be.</summary>
public sealed class StartTests
{
    private string folder;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("opengov-start-").FullName;

    [TearDown]
    public void DeleteFolder()
    {
        foreach (var below in Directory.GetDirectories(folder))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(below, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    [TestCase("--RateLimit:WindowSeconds", "0")]
    [TestCase("--urls", "http://127.0.0.1:abc")]
    public async Task A_wrong_setting_ends_the_start_in_one_line(string setting, string value) =>
        Assert.That(
            await ServiceProcess.RefusalAsync([setting, value, "--Database:Folder", folder]),
            Does.Contain(value).And.Contain("Give ")
        );

    [Test]
    public async Task A_command_takes_settings_and_refuses_wrong_ones_like_the_service()
    {
        Assert.That(
            await ServiceProcess.RefusalAsync(["migrate", "--Database:Folders", folder]),
            Does.Contain("Did you mean 'Database:Folder'?")
        );
        Assert.That(await ServiceProcess.RefusalAsync(["--Database:Provider=Oracle", "keys", "list"]), Does.Contain("Oracle"));
        await File.WriteAllTextAsync(Path.Combine(folder, "opengov.db"), new string('x', 5000));
        Assert.That(
            await ServiceProcess.RefusalAsync(["import", Schema.ShippedPackage, $"--Database:Folder={folder}"]),
            Does.Contain(folder).And.Contain("damaged")
        );
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task What_cannot_be_written_is_named_in_our_own_words()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "x");
        Assert.That(
            await ServiceProcess.RefusalAsync(["migrate", "--Database:Folder", file]),
            Does.Contain($"'{file}'").And.Contain("a file has this name")
        );
        Assert.That(
            await ServiceProcess.RefusalAsync([
                "--Database:Folder",
                "/proc/nope",
                "--urls",
                $"http://127.0.0.1:{ServiceProcess.FreePort()}",
            ]),
            Does.Contain("'/proc/nope'").And.Contain("no folder can be made there")
        );

        string[] here = ["--Database:Folder", folder];
        using (var migrate = ServiceProcess.Start(["migrate", .. here]))
        {
            await migrate.EndAsync();
        }

        var (target, below) = (Path.Combine(folder, "no", "x.zip"), Path.Combine(file, "package"));
        Assert.That(
            await ServiceProcess.RefusalAsync(["export", target, .. here]),
            Does.Contain($"'{target}'").And.Contain("does not exist")
        );
        Assert.That(await ServiceProcess.RefusalAsync(["export", below, .. here]), Does.Contain($"'{below}'"));

        File.SetUnixFileMode(Path.Combine(folder, "opengov.db"), UnixFileMode.UserRead);
        Assert.That(
            await ServiceProcess.RefusalAsync(["keys", "create", "x", .. here], withoutPrivileges: true),
            Does.Contain(Path.Combine(folder, "opengov.db")).And.Contain("cannot be written")
        );
    }

    [Test]
    public async Task A_port_in_use_a_damaged_file_and_a_newer_schema_are_said_in_one_line()
    {
        var port = ServiceProcess.FreePort();
        var address = $"http://127.0.0.1:{port}";
        string[] arguments = ["--urls", address, "--Database:Folder", folder, "--Database:Seed", "False"];
        using (var first = ServiceProcess.Start(arguments))
        {
            await first.ReadyAsync(address);
            Assert.That(await ServiceProcess.RefusalAsync(arguments), Does.Contain(address).And.Contain("in use"));
            if (!OperatingSystem.IsWindows())
            {
                const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                Assert.That(
                    Directory.GetFiles(folder).Some().Select(File.GetUnixFileMode),
                    Is.All.EqualTo(Owner),
                    "the owner alone reads the data and the hashes of keys"
                );
            }
        }

        await using (var database = new SqliteConnection($"Data Source={Path.Combine(folder, "opengov.db")};Pooling=false"))
        {
            await database.OpenAsync();
            await using var command = database.CreateCommand();
            command.CommandText = "INSERT INTO VersionInfo (Version, Description) VALUES (9999, 'from the future')";
            await command.ExecuteNonQueryAsync();
        }

        Assert.That(await ServiceProcess.RefusalAsync(arguments), Does.Contain("schema 9999"));
        Assert.That(
            await ServiceProcess.RefusalAsync(["export", Path.Combine(folder, "out"), "--Database:Folder", folder]),
            Does.Contain("schema 9999")
        );

        await File.WriteAllTextAsync(Path.Combine(folder, "opengov.db"), new string('x', 5000));
        Assert.That(await ServiceProcess.RefusalAsync(arguments), Does.Contain(folder).And.Contain("damaged"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task A_folder_that_can_only_be_read_is_refused_when_empty_and_served_for_reading_when_a_good_database_is_in_it()
    {
        const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        var empty = Directory.CreateDirectory(Path.Combine(folder, "empty"), ReadOnly).FullName;
        var address = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        Assert.That(
            await ServiceProcess.RefusalAsync(["--urls", address, "--Database:Folder", empty], withoutPrivileges: true),
            Does.Contain(empty).And.Contain("may not write")
        );
        Assert.That(
            await ServiceProcess.RefusalAsync(
                ["--urls", address, "--Database:Folder", Path.Combine(empty, "below")],
                withoutPrivileges: true
            ),
            Does.Contain("cannot be made")
        );

        var made = Path.Combine(folder, "made # 1");
        using (var import = ServiceProcess.Start(["import", Schema.ShippedPackage, "--Database:Folder", made]))
        {
            await import.EndAsync();
        }

        File.SetUnixFileMode(Path.Combine(made, "opengov.db"), UnixFileMode.UserRead);
        File.SetUnixFileMode(made, ReadOnly);
        using var service = ServiceProcess.Start(["--urls", address, "--Database:Folder", made], withoutPrivileges: true);
        Assert.That(await service.ReadyAsync(address), Does.Contain("for reading only"));
        using var client = new HttpClient();
        Assert.That(await client.GetStringAsync($"{address}/api/v1/states/MX-DUR"), Does.Contain("Durango"));
        Assert.That(
            await ServiceProcess.RefusalAsync(
                ["import", Schema.ShippedPackage, "--Database:Folder", made, "--reason", "x"],
                withoutPrivileges: true
            ),
            Does.Contain("written").Or.Contain("read")
        );
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_node_without_its_server_answers_says_what_it_waits_for_and_ends_when_it_was_told_to(bool listens)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        if (!listens)
        {
            silent.Stop();
        }

        var address = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        var reached = $"Server=127.0.0.1,{port};User Id=sa;Password=geheim";
        string[] server = ["--Database:Provider", "SqlServer", "--ConnectionStrings:OpenGov", reached, "--urls", address];
        await Task.WhenAll(
            (
                (string[][])
                    [
                        [],
                        ["migrate"],
                        ["keys", "list"],
                    ]
            ).Select(async command =>
            {
                var since = Stopwatch.StartNew();
                Assert.That(
                    await ServiceProcess.RefusalAsync([.. command, .. server, "--Database:WaitSeconds", "3"]),
                    Does.Contain("127.0.0.1,").And.Contain("Database:WaitSeconds is 3").And.Not.Contain("geheim")
                );
                Assert.That(since.Elapsed, Is.LessThan(TimeSpan.FromSeconds(15)), "the driver alone would wait that long, several times");
            })
        );

        using var waiting = ServiceProcess.Start(server);
        Assert.That(await waiting.SaysAsync("Waiting for"), Does.Contain("127.0.0.1,").And.Not.Contain("geheim"));
        using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(6) };
        foreach (var lives in (string[])["/health/live", "/openapi/v1.json", "/.well-known/security.txt"])
        {
            using var response = await client.GetAsync(lives);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), lives);
        }

        foreach (var waits in (string[])["/health/ready", "/api/v1/states", "/api/v1/commitments.csv", "/data/opengov.zip"])
        {
            using var response = await client.GetAsync(waits);
            var body = await response.Content.ReadAsStringAsync();
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable), waits);
            Assert.That(response.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero), waits);
            Assert.That(body, Does.Contain("is starting").And.Not.Contain("127.0.0.1,").And.Not.Contain("geheim"), waits);
        }
    }
}
