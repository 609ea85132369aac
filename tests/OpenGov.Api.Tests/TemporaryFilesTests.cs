using System.Text.RegularExpressions;
using OpenGov.Api.Database;

namespace OpenGov.Api.Tests;

/// <summary>What nobody keeps is nobody else's to read, and does not stay.</summary>
public sealed partial class TemporaryFilesTests
{
    [Test]
    public void A_temporary_file_has_the_products_prefix_is_its_owners_alone_and_goes_when_it_is_closed()
    {
        string name;
        using (var file = TemporaryFiles.Create())
        {
            name = file.Name;
            Assert.That(Path.GetRelativePath(Path.GetTempPath(), name), Does.StartWith("opengov-"));
            Assert.That(Path.GetFileName(name), Does.StartWith("opengov-"));
            if (!OperatingSystem.IsWindows())
            {
                const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                Assert.That(File.GetUnixFileMode(name), Is.EqualTo(Owner));
                Assert.That(File.GetUnixFileMode(Path.GetDirectoryName(name)!), Is.EqualTo(Owner | UnixFileMode.UserExecute));
            }
        }

        Assert.That(File.Exists(name), Is.False);
    }

    [Test]
    public void What_a_killed_process_left_is_removed_and_what_a_living_one_or_somebody_else_has_is_not()
    {
        var left = Directory.CreateTempSubdirectory(TemporaryFiles.Prefix);
        File.WriteAllText(Path.Combine(left.FullName, "in-use.lock"), "");
        File.WriteAllText(Path.Combine(left.FullName, "opengov-half"), "half an export");
        var foreign = Directory.CreateTempSubdirectory(TemporaryFiles.Prefix);
        File.WriteAllText(Path.Combine(foreign.FullName, "mine"), "");
        var young = Directory.CreateTempSubdirectory(TemporaryFiles.Prefix);
        using var own = TemporaryFiles.Create();
        try
        {
            TemporaryFiles.RemoveLeftovers();
            Assert.That(Directory.Exists(left.FullName), Is.False);
            Assert.That(Directory.Exists(foreign.FullName), Is.True);
            Assert.That(Directory.Exists(young.FullName), Is.True);
            Assert.That(File.Exists(own.Name), Is.True);
        }
        finally
        {
            foreign.Delete(recursive: true);
            young.Delete();
        }
    }

    [Test]
    public void Nothing_else_in_the_program_makes_temporary_files()
    {
        var others = Directory
            .GetFiles(Path.Combine(Checkout.Root, "api"), "*.cs", SearchOption.AllDirectories)
            .Some()
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith("/TemporaryFiles.cs", StringComparison.Ordinal)
            )
            .Where(file => Temporary().IsMatch(File.ReadAllText(file)));
        Assert.That(others, Is.Empty);
    }

    [GeneratedRegex("GetTempPath|GetTempFileName|CreateTempSubdirectory|\"/tmp")]
    private static partial Regex Temporary();
}
