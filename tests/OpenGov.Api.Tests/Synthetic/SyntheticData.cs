using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Synthetic;

/// <summary>
/// The synthetic region of <c>datasets/test</c>: a row on each side of the border of every rule. What is expected of it
/// was counted by hand and stands in <c>expected/</c>; nothing there was computed by the code under test.
/// </summary>
internal static class SyntheticData
{
    /// <summary>The folder of the package.</summary>
    public static string Folder { get; } = Path.Combine(Checkout.Root, "datasets", "test");

    /// <summary>A service with the region in it, and what happened to it until 24 November 2026.</summary>
    public static async Task<OpenGovApplication> StartAsync(string provider)
    {
        var app = await OpenGovApplication.StartAsync(provider, ("Database:Seed", "false"));
        var today = app.Clock.Now;
        app.Clock.Now = At("2026-11-01T12:00:00Z");
        var actor = new Actor("import", "Tests", "Synthetic data");
        var report = await app.Services.GetRequiredService<Importer>().ImportAsync(Folder, actor, CancellationToken.None);
        Assert.That(report.Errors, Is.Empty);
        await HappenAsync(app);
        app.Clock.Now = today;
        return app;
    }

    /// <summary>What was counted by hand.</summary>
    public static JsonElement Expected(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "expected", $"{name}.json")));
        return document.RootElement.Clone();
    }

    /// <summary>A value to be compared: a list is joined, a number is its worth.</summary>
    public static object? Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number => value.GetDecimal(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Array => string.Join('|', value.EnumerateArray()),
            _ => value.GetString(),
        };

    /// <summary>An edit at exactly midnight and one just before it, two on one day, a withdrawal, and one that was taken back.</summary>
    private static async Task HappenAsync(OpenGovApplication app)
    {
        await ThenAsync("2026-11-10T00:00:00Z", () => app.SaveCommitmentAsync("XT-CEN-PAL1-C1", ("title_es", "Segunda versión")));
        await ThenAsync("2026-11-12T09:00:00Z", () => app.SaveCommitmentAsync("XT-CEN-PAL1-C2", ("status", "not_started")));
        await ThenAsync("2026-11-12T17:00:00Z", () => app.SaveCommitmentAsync("XT-CEN-PAL1-C2", ("status", "in_progress")));
        await ThenAsync("2026-11-14T23:59:59.999Z", () => app.SaveCommitmentAsync("XT-CEN-PAL1-C1", ("title_es", "Tercera versión")));
        await ThenAsync("2026-11-15T10:00:00Z", () => app.WithdrawCommitmentAsync("XT-CEN-PAL1-C3"));
        var again = ("confidence", (object?)"presentation");
        await ThenAsync("2026-11-18T10:00:00Z", () => app.SaveCommitmentAsync("XT-CEN-PAL1-C3", again, ("source_ids", "T0")));
        await ThenAsync("2026-11-20T10:00:00Z", () => app.WithdrawCommitmentAsync("XT-CEN-PAL1-C4"));

        Task ThenAsync(string instant, Func<Task> change)
        {
            app.Clock.Now = At(instant);
            return change();
        }
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
