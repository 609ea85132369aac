using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests.Writing;

/// <summary>The page that teaches writing runs as it stands.</summary>
[Parallelizable]
public sealed partial class WritingGuideTests
{
    [Test]
    public async Task The_examples_run_one_after_the_other_and_end_with_a_verified_commitment()
    {
        await using var app = await OpenGovApplication.StartAsync();

        // They run on the day on which somebody reads them.
        app.Clock.Now = DateTimeOffset.UtcNow;
        var snippets = Fences().Matches(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "api", "writing.md")));
        var script = string.Join('\n', snippets.Select(match => match.Groups[1].Value))
            .Replace("http://localhost:5080", app.Address.ToString().TrimEnd('/'), StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-e", "-u", "-o", "pipefail", "-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CONTRIBUTOR"] = await app.KeyAsync("contributor", "MX-DUR", "mx-dur-consejo-ciudadano");
        start.Environment["VERIFIER"] = await app.KeyAsync("verifier", "MX-DUR", "mx-dur-consejo-ciudadano");
        start.Environment["EDITOR"] = await app.KeyAsync("editor", "MX-DUR", "mx-dur-ayuntamiento");
        start.Environment["ADMIN"] = await app.KeyAsync("admin", "national", "inai");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{await output}\n{await errors}");
        Assert.That(
            await output,
            Does.Contain("Hornos cerrados").And.Contain("\"verified\"").And.Contain("\"complete\"").And.Contain("\"civil_society\"")
        );
    }

    [GeneratedRegex("```sh\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();
}
