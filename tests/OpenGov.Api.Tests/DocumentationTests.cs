using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>What the documentation shows runs, and the addresses that it names answer.</summary>
[Parallelizable]
public sealed partial class DocumentationTests
{
    private OpenGovApplication app;
    private string folder;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync();
        folder = Directory.CreateTempSubdirectory("opengov-docs-").FullName;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        Directory.Delete(folder, recursive: true);
        await app.DisposeAsync();
    }

    [Test]
    public async Task The_curl_examples_of_the_quick_start_run()
    {
        foreach (var snippet in Snippets("sh").Some())
        {
            Assert.That(await RunAsync("bash", ["-e", "-c", snippet]), Is.Not.Null, snippet);
        }

        Assert.That(new FileInfo(Path.Combine(folder, "opengov.zip")).Length, Is.GreaterThan(10_000));
    }

    [TestCase("questions.md", "\"total\":")]
    [TestCase("agents.md", "MX-NAP4-C10")]
    [TestCase("formats.md", "commitment")]
    public async Task The_curl_examples_of_other_pages_run(string page, string answer)
    {
        foreach (var snippet in Snippets("sh", page).Some())
        {
            Assert.That(await RunAsync("bash", ["-e", "-c", snippet]), Does.Contain(answer), snippet);
        }
    }

    [Test]
    public async Task The_JavaScript_example_of_the_quick_start_runs()
    {
        var script = Path.Combine(folder, "example.mjs");
        await File.WriteAllTextAsync(script, Snippets("js").Single());
        Assert.That(await RunAsync("node", [script]), Does.Contain("MX-NAP4-C10 outstanding"));
    }

    [Test]
    public async Task The_Python_example_of_the_quick_start_runs() =>
        Assert.That(
            await RunAsync("python3", ["-c", Snippets("python").Single()]),
            Does.Contain("'local': 90").And.Contain("'national': 26")
        );

    [Test]
    public async Task The_R_example_of_the_quick_start_runs() =>
        Assert.That(
            await RunAsync("Rscript", ["-e", Snippets("r").Single()]),
            Does.Contain("MX-DUR").And.Contain("commitments_documented")
        );

    [Test]
    public async Task The_C_sharp_example_of_the_quick_start_runs()
    {
        var script = Path.Combine(folder, "example.cs");
        await File.WriteAllTextAsync(script, Snippets("csharp").Single());
        Assert.That(await RunAsync("dotnet", ["run", script]), Does.Contain("Guanajuato").Or.Contain("Ciudad de México"));
    }

    [Test]
    public async Task The_C_sharp_sample_generates_its_types_and_runs() =>
        Assert.That(
            await RunAsync(
                "dotnet",
                ["run", "--project", Path.Combine(Checkout.Root, "docs", "api", "sample-csharp"), "--", app.Address.ToString().TrimEnd('/')]
            ),
            Does.Contain("Local commitments: 131 stated, 71 documented").And.Contain("brick kilns")
        );

    [Test]
    public void Every_file_that_a_document_links_to_is_there()
    {
        string[] documents =
        [
            .. Directory.GetFiles(Checkout.Root, "*.md"),
            .. Directory.GetFiles(Path.Combine(Checkout.Root, "docs"), "*.md", SearchOption.AllDirectories),
        ];
        var links =
            from document in documents
            from Match link in Links().Matches(File.ReadAllText(document))
            let target = link.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains(':')
            select (document, target);
        foreach (var (document, target) in links.Some())
        {
            var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, target));
            Assert.That(File.Exists(path) || Directory.Exists(path), $"{document} links to {target}");
        }
    }

    [Test]
    public void Every_setting_that_the_documents_and_the_deploy_files_name_is_one_that_the_service_reads()
    {
        var known = SettingsReader.All.Select(setting => setting.Key).ToList();
        var files = Directory
            .GetFiles(Path.Combine(Checkout.Root, "deploy"), "*", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Checkout.Root, "docs", "operations")))
            .Concat(Directory.GetFiles(Checkout.Root, "*.md"));
        var named = files
            .SelectMany(file => Settings().Matches(File.ReadAllText(file)))
            .Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.That(named, Has.Count.GreaterThan(10));
        var ours = named
            .Where(setting => !setting.StartsWith("Logging:", StringComparison.Ordinal))
            .Select(setting => Item().Replace(setting, ""))
            .Distinct();
        Assert.That(ours, Is.SubsetOf(known).IgnoreCase);
    }

    [Test]
    public async Task Each_request_of_the_http_file_answers()
    {
        var requests = (await File.ReadAllLinesAsync(Path.Combine(Checkout.Root, "api", "OpenGov.Api.http")))
            .Where(line => line.StartsWith("GET ", StringComparison.Ordinal))
            .ToList();
        var asked = requests.Select(request => request.Replace("GET {{host}}", "", StringComparison.Ordinal).Split('?')[0]);
        var paths = PublicReads.Described(await app.GetAsync("/openapi/v1.json")).Select(path => path.Path);
        Assert.That(paths.Some().Where(path => !path.Contains('{')).Except(asked), Is.Empty, "each address without an id has its request");
        foreach (var request in requests.Some())
        {
            using var response = await app.SendAsync(request.Replace("GET {{host}}", "", StringComparison.Ordinal));
            Assert.That((int)response.StatusCode, Is.EqualTo(request.Contains("statuss", StringComparison.Ordinal) ? 400 : 200), request);
        }
    }

    private IEnumerable<string> Snippets(string language, string page = "quick-start.md") =>
        Fences()
            .Matches(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "api", page)))
            .Where(match => match.Groups[1].Value == language)
            .Select(match =>
                match.Groups[2].Value.Replace("http://localhost:5080", app.Address.ToString().TrimEnd('/'), StringComparison.Ordinal)
            );

    private async Task<string> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
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

    [GeneratedRegex(
        "\\b(?:Access|Database|ConnectionStrings|Redis|RateLimit|Proxy|Security|AutoMapper|Dashboard|Logging)(?:__|:)[A-Za-z]+(?:(?:__|:)[A-Za-z0-9]+)*"
    )]
    private static partial Regex Settings();

    /// <summary>The number of an item of a list.</summary>
    [GeneratedRegex(":[0-9]+$")]
    private static partial Regex Item();

    [GeneratedRegex("```(\\w+)\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("\\[[^\\]]*\\]\\(([^)\\s]+)\\)")]
    private static partial Regex Links();
}
