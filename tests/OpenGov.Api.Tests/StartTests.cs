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
        Assert.That(await ServiceProcess.RefusalAsync([setting, value, "--Database:Folder", folder]), Does.Contain(value).And.Contain("Give "));

    [Test]
    public async Task A_command_takes_settings_and_refuses_wrong_ones_like_the_service()
    {
        Assert.That(await ServiceProcess.RefusalAsync(["migrate", "--Database:Folders", folder]), Does.Contain("Did you mean Database:Folder?"));
        Assert.That(await ServiceProcess.RefusalAsync(["--Database:Provider=Oracle", "keys", "list"]), Does.Contain("Oracle"));
        await File.WriteAllTextAsync(Path.Combine(folder, "opengov.db"), new string('x', 5000));
        Assert.That(await ServiceProcess.RefusalAsync(["import", Schema.ShippedPackage, $"--Database:Folder={folder}"]), Does.Contain(folder).And.Contain("damaged"));
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
                Assert.That(Directory.GetFiles(folder).Select(File.GetUnixFileMode), Is.All.EqualTo(Owner), "the owner alone reads the data and the hashes of keys");
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
        Assert.That(await ServiceProcess.RefusalAsync(["export", Path.Combine(folder, "out"), "--Database:Folder", folder]), Does.Contain("schema 9999"));

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
        Assert.That(await ServiceProcess.RefusalAsync(["--Database:Folder", empty], withoutPrivileges: true), Does.Contain(empty).And.Contain("may not write"));
        Assert.That(await ServiceProcess.RefusalAsync(["--Database:Folder", Path.Combine(empty, "below")], withoutPrivileges: true), Does.Contain("cannot be made"));

        var made = Path.Combine(folder, "made # 1");
        using (var import = ServiceProcess.Start(["import", Schema.ShippedPackage, "--Database:Folder", made]))
        {
            await import.EndAsync();
        }

        File.SetUnixFileMode(Path.Combine(made, "opengov.db"), UnixFileMode.UserRead);
        File.SetUnixFileMode(made, ReadOnly);
        var address = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        using var service = ServiceProcess.Start(["--urls", address, "--Database:Folder", made], withoutPrivileges: true);
        Assert.That(await service.ReadyAsync(address), Does.Contain("for reading only"));
        using var client = new HttpClient();
        Assert.That(await client.GetStringAsync($"{address}/api/v1/states/MX-DUR"), Does.Contain("Durango"));
        Assert.That(await ServiceProcess.RefusalAsync(["import", Schema.ShippedPackage, "--Database:Folder", made, "--reason", "x"], withoutPrivileges: true), Does.Contain("written").Or.Contain("read"));
    }

    [Test]
    public async Task A_node_without_its_server_says_what_it_waits_for_and_ends_when_it_was_told_to()
    {
        string[] server = ["--Database:Provider", "SqlServer", "--ConnectionStrings:OpenGov", $"Server=127.0.0.1,{ServiceProcess.FreePort()};User Id=sa;Password=geheim"];
        Assert.That(
            await ServiceProcess.RefusalAsync([.. server, "--Database:WaitSeconds", "3"]),
            Does.Contain("127.0.0.1,").And.Contain("Database:WaitSeconds is 3").And.Not.Contain("geheim"));
        Assert.That(await ServiceProcess.RefusalAsync(["migrate", .. server]), Does.Contain("127.0.0.1,").And.Not.Contain("geheim"));

        using var waiting = ServiceProcess.Start(server);
        Assert.That(await waiting.SaysAsync("Waiting for"), Does.Contain("127.0.0.1,").And.Not.Contain("geheim"));
    }
}
