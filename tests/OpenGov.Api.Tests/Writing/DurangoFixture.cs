using System.Text.Json;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Those who write of Durango: its city, an institute, a chamber that verifies, a council and an admin.</summary>
public abstract class DurangoFixture(string provider)
{
    protected OpenGovApplication App { get; private set; }
    protected string City { get; private set; }
    protected string Institute { get; private set; }
    protected string Chamber { get; private set; }
    protected string Council { get; private set; }
    protected string Admin { get; private set; }

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        App = await OpenGovApplication.StartAsync(provider);
        City = await App.KeyAsync("editor", "MX-DUR", "mx-dur-ayuntamiento");
        Institute = await App.KeyAsync("editor", "MX-DUR", "mx-dur-idaip");
        Chamber = await App.KeyAsync("verifier", "MX-DUR", "mx-dur-cce");
        Council = await App.KeyAsync("contributor", "MX-DUR", "mx-dur-consejo-ciudadano");
        Admin = await App.KeyAsync("admin", "MX-DUR", "mx-dur-contraloria");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await App.DisposeAsync();

    protected async Task<string> NewPlanAsync(int number) =>
        await App.AddedAsync(
            "plans",
            City,
            new
            {
                level = "local",
                state_id = "MX-DUR",
                scope = "state",
                number,
                title_es = "Plan de prueba",
                stage = "co_creation",
                in_stated_total = false,
            }
        );

    protected async Task<string> NewCommitmentAsync(string plan = "MX-DUR-PAL1") =>
        await App.AddedAsync(
            "commitments",
            City,
            new
            {
                plan_id = plan,
                kind = "commitment",
                title_es = "Compromiso de prueba",
                lead_organizations = (string[])["mx-dur-ayuntamiento"],
            }
        );

    /// <summary>A commitment that the Institute has reported, with a milestone and evidence of both.</summary>
    protected async Task<(string Commitment, string Milestone)> CompletedAsync()
    {
        var commitment = await NewCommitmentAsync();
        var milestone = await App.AddedAsync("milestones", City, new { commitment_id = commitment, title_es = "Padrón" });
        await App.AddedAsync("evidence", City, Evidence(commitment, milestone));
        await App.ChangedAsync($"milestones/{milestone}", Institute, new { status = "completed" });
        await App.ChangedAsync($"commitments/{commitment}", Institute, new { status = "completed" });
        return (commitment, milestone);
    }

    /// <summary>Public evidence of a commitment, or of a milestone of it.</summary>
    protected static object Evidence(string commitment, string? milestone = null) =>
        new
        {
            commitment_id = commitment,
            milestone_id = milestone,
            title_es = "Acta",
            title_en = "Minutes",
            url = "https://example.org/acta",
            kind = "document",
        };

    protected static object Proposed(string? plan) =>
        new
        {
            plan_id = plan,
            state_id = "MX-DUR",
            proposal_es = "Hornos cerrados",
        };

    protected async Task<int> VersionAsync(string address) => (await App.GetAsync(address)).GetProperty("version").GetInt32();

    protected async Task<(JsonElement Problem, string? Code)> RefusedAsync(
        string method,
        string address,
        string key,
        int status,
        object? body
    ) => await App.RefusedAsync(method, address, key, status, body, ("If-Match", await App.TagAsync(address)));
}
