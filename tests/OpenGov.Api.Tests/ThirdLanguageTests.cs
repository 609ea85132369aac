using System.Diagnostics;

namespace OpenGov.Api.Tests;

/// <summary>
/// A language is a folder of words and a line in the list of languages: the dashboard builds with it and the service serves it.
/// </summary>
[Parallelizable]
public sealed class ThirdLanguageTests
{
    private static readonly string Client = Path.Combine(Checkout.Root, "web-client");

    /// <summary>A code that ISO 639 gives to no language, so that whoever adds one finds it free.</summary>
    private const string Nobodys = "qaa";

    private string folder;

    [OneTimeSetUp]
    public void Copy()
    {
        folder = Directory.CreateTempSubdirectory("opengov-language-").FullName;
        foreach (var part in (string[])["src", "static", "tools"])
        {
            CopyFolder(Path.Combine(Client, part), Path.Combine(folder, "web-client", part));
        }

        CopyFolder(Path.Combine(Checkout.Root, "docs", "openapi"), Path.Combine(folder, "docs", "openapi"));
        foreach (var file in (string[])["package.json", "svelte.config.js", "tsconfig.json", "vite.config.ts"])
        {
            File.Copy(Path.Combine(Client, file), Path.Combine(folder, "web-client", file));
        }

        Directory.CreateSymbolicLink(Path.Combine(folder, "web-client", "node_modules"), Path.Combine(Client, "node_modules"));
    }

    [OneTimeTearDown]
    public void Remove()
    {
        Directory.Delete(Path.Combine(folder, "web-client", "node_modules"));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_folder_and_a_line_are_a_language_that_builds_and_is_served()
    {
        var words = Path.Combine(folder, "web-client", "src", "lib", "i18n");
        CopyFolder(Path.Combine(words, "en"), Path.Combine(words, Nobodys));
        var about = Path.Combine(words, Nobodys, "about.ts");
        await ChangeAsync(about, "title: '", "title: 'In another language: ");
        await ChangeAsync(
            Path.Combine(words, "language.ts"),
            "  en: {",
            $"  {Nobodys}: {{ name: 'Nobody’s', locale: 'de', openGraph: 'qaa_QM' }},\n  en: {{"
        );
        await BuildAsync();

        await using var app = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("Dashboard:Folder", Path.Combine(folder, "web-client", "build"))
        );
        var asked = await TextAsync(app, $"/about?lang={Nobodys}");
        Assert.That(
            asked,
            Does.Contain($"<html lang=\"{Nobodys}\">")
                .And.Contain("<title>In another language: ")
                .And.Contain("content=\"qaa_QM\"")
                .And.Contain($"about?lang={Nobodys}\" data-head")
        );
        foreach (var page in (string[])["/about", $"/about?lang={Nobodys}", "/about?lang=xx"])
        {
            var text = await TextAsync(app, page);
            Assert.That(
                new[] { "es", Nobodys, "en" }.Where(language => !text.Contains($"hreflang=\"{language}\"", StringComparison.Ordinal)),
                Is.Empty,
                page
            );
        }

        Assert.That(await TextAsync(app, "/about?lang=xx"), Does.Contain("<html lang=\"es\">"));
        Assert.That(await TextAsync(app, $"/states/MX-DUR?lang={Nobodys}"), Does.Contain("<title>Durango"));
    }

    private static async Task<string> TextAsync(OpenGovApplication app, string address)
    {
        using var response = await app.SendAsync(address);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task ChangeAsync(string file, string from, string to)
    {
        var text = await File.ReadAllTextAsync(file);
        Assert.That(text, Does.Contain(from), file);
        await File.WriteAllTextAsync(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private async Task BuildAsync()
    {
        var start = new ProcessStartInfo("npm", ["run", "build"])
        {
            WorkingDirectory = Path.Combine(folder, "web-client"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{await output}\n{await errors}");
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
