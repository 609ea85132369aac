using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using OpenGov.Api.Database;

namespace OpenGov.Api.Tests;

/// <summary>What a run makes stands in one place, and never in git.</summary>
[Category("Quick")]
public sealed class DataFolderTests
{
    [TestCase("")]
    [TestCase("api")]
    [TestCase("api/bin/Debug/net10.0")]
    [TestCase("tests/OpenGov.Api.Tests")]
    public void A_run_from_anywhere_in_a_checkout_keeps_its_database_beside_the_solution(string place)
    {
        var checkout = Directory.CreateTempSubdirectory("opengov-checkout-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(checkout, "OpenGov.Api.sln"), "");
            var root = Directory.CreateDirectory(Path.Combine(checkout, place)).FullName;
            var database = new DataStore(
                new Settings(),
                new HostingEnvironment { ContentRootPath = root },
                TimeProvider.System,
                NullLogger<DataStore>.Instance
            );
            Assert.That(
                new SqliteConnectionStringBuilder(database.ConnectionString).DataSource,
                Is.EqualTo(Path.Combine(checkout, "data", "opengov.db"))
            );
        }
        finally
        {
            Directory.Delete(checkout, recursive: true);
        }
    }

    [Test]
    public void No_database_is_in_git_and_none_would_be_added()
    {
        Assume.That(Directory.Exists(Path.Combine(Checkout.Root, ".git")), "the sources are a git checkout");
        Assert.That(Git("ls-files", "*.db", "*.db-wal", "*.db-shm", "*.db.lock"), Is.Empty);
        foreach (var place in (string[])["data", "api/data", "tests/OpenGov.Api.Tests/data", "."])
        {
            foreach (var file in (string[])["opengov.db", "opengov.db-wal", "opengov.db-shm", "opengov.db.lock", "opengov.db.told"])
            {
                Assert.That(Git("check-ignore", $"{place}/{file}"), Is.Not.Empty, $"{place}/{file}");
            }
        }
    }

    private static string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Checkout.Root, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd().Trim();
    }
}
