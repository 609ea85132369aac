using System.Diagnostics;
using OpenGov.Api.Tests.Writing;

namespace OpenGov.Api.Tests;

/// <summary>
/// A developer's first day with each of three generators: what they make of the committed description compiles, and runs against the
/// service.
/// </summary>
[Parallelizable]
public sealed class ClientTests
{
    private static readonly string Description = Path.Combine(Checkout.Root, "docs", "openapi", "v1.json");

    private OpenGovApplication app;
    private string folder;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync();
        folder = Directory.CreateTempSubdirectory("opengov-clients-").FullName;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        Directory.Delete(folder, recursive: true);
        await app.DisposeAsync();
    }

    [Test]
    public async Task The_client_that_NSwag_makes_compiles_and_runs_and_takes_a_code_that_it_does_not_know()
    {
        var key = await app.KeyAsync("editor", "MX-DUR");
        var said = await RunAsync(
            "dotnet",
            ["run", "--project", Path.Combine(Checkout.Root, "tests", "clients", "csharp"), "--", Address, key]
        );
        AssertFirstDay(said);
        Assert.That(said, Does.Contain("file id").And.Contain("zip True").And.Contain("table id"));
        Assert.That(said, Does.Contain("says True"), "an exception says what the API says");
        Assert.That(said, Does.Contain("pages True").And.Contain("unpaged ."), "every list can be read whole");
        Assert.That(said, Does.Contain("set Council True True"), "a change leaves alone what it does not set");
        Assert.That(said, Does.Contain("unset True True True"), "what becomes unknown is said by name");
    }

    [Test]
    public async Task The_client_that_Kiota_makes_compiles_and_runs_and_takes_a_code_that_it_does_not_know()
    {
        var project = Path.Combine(Checkout.Root, "tests", "clients", "kiota");
        await RunAsync("dotnet", ["tool", "restore"], Checkout.Root);
        await RunAsync(
            "dotnet",
            [
                "kiota",
                "generate",
                "-l",
                "CSharp",
                "-d",
                Description,
                "-o",
                Path.Combine(project, "made"),
                "-n",
                "OpenGov.Kiota",
                "-c",
                "OpenGovClient",
                "--clean-output",
            ],
            Checkout.Root
        );
        AssertFirstDay(await RunAsync("dotnet", ["run", "--project", project, "--", Address]));
    }

    [Test]
    public async Task The_client_that_openapi_typescript_makes_compiles_and_runs_and_takes_a_code_that_it_does_not_know()
    {
        var modules = Path.Combine(Checkout.Root, "web-client", "node_modules");
        Assume.That(Directory.Exists(modules), "npm ci has run in web-client");
        var package = Path.Combine(Checkout.Root, "clients", "typescript");
        var source = Directory.CreateDirectory(Path.Combine(folder, "src")).FullName;
        foreach (var file in (string[])["package.json", "tsconfig.json"])
        {
            File.Copy(Path.Combine(package, file), Path.Combine(folder, file));
        }

        File.Copy(Path.Combine(package, "src", "index.ts"), Path.Combine(source, "index.ts"));
        File.Copy(Path.Combine(Checkout.Root, "tests", "clients", "typescript", "first-day.ts"), Path.Combine(source, "first-day.ts"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), modules);
        var tools = Path.Combine(modules, ".bin");
        await RunAsync(Path.Combine(tools, "openapi-typescript"), [Description, "--output", Path.Combine(source, "schema.d.ts")]);
        await RunAsync(Path.Combine(tools, "tsc"), []);
        var said = await RunAsync("node", [Path.Combine(folder, "dist", "first-day.js"), Address]);
        AssertFirstDay(said);
        Assert.That(said, Does.Contain("pages true"));
    }

    private string Address => app.Address.ToString().TrimEnd('/');

    private static void AssertFirstDay(string said)
    {
        Assert.That(said, Does.Match("list [1-9][0-9]* 2 [Tt]rue"));
        Assert.That(said, Does.Match("record MX-NAP4-C10 [Oo]utstanding [Nn]ational [Tt]rue"));
        Assert.That(said, Does.Contain("error 404 There is no commitment 'nothing'"));
        Assert.That(said, Does.Match("unknown [Tt]rue MX-NAP4-C10"));
    }

    private async Task<string> RunAsync(string program, string[] arguments, string? place = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = place ?? folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{await output}\n{await errors}");
        return await output;
    }
}
