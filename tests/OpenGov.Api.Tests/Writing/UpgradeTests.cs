using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;

namespace OpenGov.Api.Tests.Writing;

/// <summary>A database of before the writing API is written to once a node of now has brought it up to date.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
public sealed class UpgradeTests(string provider)
{
    [Test]
    public async Task A_database_of_before_is_written_to_with_a_key_of_before()
    {
        await using var before = await OpenGovApplication.StartAsync(provider);
        var key = await before.KeyAsync("editor", "MX-DUR");
        await using (var connection = await before.Services.GetRequiredService<DataStore>().OpenAsync(CancellationToken.None))
        {
            foreach (
                var statement in (string[])
                    [
                        "DROP TABLE webhook_deliveries",
                        "DROP TABLE webhooks",
                        "DROP TABLE kept_answers",
                        "DROP TABLE audit_log",
                        "ALTER TABLE api_keys DROP COLUMN expires_at",
                        "ALTER TABLE api_keys DROP COLUMN last_used_at",
                        "ALTER TABLE sources DROP COLUMN published_on",
                        "ALTER TABLE sources DROP COLUMN published_on_precision",
                        "ALTER TABLE sources_versions DROP COLUMN published_on",
                        "ALTER TABLE sources_versions DROP COLUMN published_on_precision",
                        "ALTER TABLE plan_members DROP COLUMN left_on",
                        "ALTER TABLE plan_members DROP COLUMN left_on_precision",
                        "ALTER TABLE plan_members_versions DROP COLUMN left_on",
                        "ALTER TABLE plan_members_versions DROP COLUMN left_on_precision",
                        "ALTER TABLE indicators DROP COLUMN kind",
                        "ALTER TABLE indicators_versions DROP COLUMN kind",
                        "ALTER TABLE states DROP COLUMN participation_as_of",
                        "ALTER TABLE states DROP COLUMN participation_as_of_precision",
                        "ALTER TABLE states_versions DROP COLUMN participation_as_of",
                        "ALTER TABLE states_versions DROP COLUMN participation_as_of_precision",
                        "DELETE FROM VersionInfo WHERE Version > 7",
                    ]
            )
            {
                await connection.ExecuteAsync(statement);
            }
        }

        await using var app = await before.StartAnotherNodeAsync();
        var milestone = new { commitment_id = "MX-DUR-PAL1-C5", title_es = "x" };
        var repeated = ("Idempotency-Key", "once");
        using var first = await app.RequestAsync("POST", "milestones", key, milestone, repeated);
        using var again = await app.RequestAsync("POST", "milestones", key, milestone, repeated);
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Created), await first.Content.ReadAsStringAsync());
        Assert.That(again.Headers.Location, Is.EqualTo(first.Headers.Location));
        await app.MadeAsync("POST", "webhooks", key, new { url = "https://example.org/hook" });
        await app.GetAsync("commitments/MX-DUR-PAL1-C5");
    }
}
