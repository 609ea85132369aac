using System.Globalization;
using System.Text.Json;

namespace OpenGov.Api.Tests.Fuzzing;

/// <summary>Requests made from the API description, valid, at a border and hostile: what is documented never fails.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class FuzzTests(string provider)
{
    private static readonly int Requests = int.Parse(Setting("OPENGOV_FUZZ_REQUESTS") ?? "5000", CultureInfo.InvariantCulture);

    private static readonly int Seed = Setting("OPENGOV_FUZZ_SEED") switch
    {
        null => 20261125,
        "fresh" => Random.Shared.Next(),
        var given => int.Parse(given, CultureInfo.InvariantCulture),
    };

    [Test]
    public async Task Every_generated_request_is_answered_as_the_description_says()
    {
        await TestContext.Progress.WriteLineAsync($"{Requests} requests, seed {Seed}");
        await using var app = Setting("OPENGOV_FUZZ_ADDRESS") is null ? await StartAsync() : null;
        using var service = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        service.BaseAddress = app?.Address ?? new Uri(Setting("OPENGOV_FUZZ_ADDRESS")!);
        using var document = JsonDocument.Parse(await service.GetStringAsync(new Uri(service.BaseAddress, "/openapi/v1.json")));
        var operations = FuzzOperation.Of(document.RootElement);
        Assert.That(operations, Has.Count.GreaterThan(30), "the description is read");
        var requests = new FuzzGenerator(operations, await FuzzData.ReadAsync(service, operations), Seed).Make(Requests);
        var fuzzer = new Fuzzer(service, new FuzzChecks(document.RootElement));
        var faults = await fuzzer.RunAsync(requests);
        if (faults.Count > 0)
        {
            Assert.Fail($"seed {Seed}, {Requests} requests, at least {faults.Count} faults:\n\n{string.Join("\n\n", faults)}\n");
        }
    }

    private async Task<OpenGovApplication> StartAsync()
    {
        var app = await OpenGovApplication.StartAsync(provider, ("RateLimit:Requests", "0"));
        await app.AddDialoguesAsync();
        return app;
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
