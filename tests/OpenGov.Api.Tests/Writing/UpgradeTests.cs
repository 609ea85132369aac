using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;

namespace OpenGov.Api.Tests.Writing;

/// <summary>A database of before the writing API is written to once a node of now has brought it up to date.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
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
                        .. Without("sources", "published_on", "published_on_precision"),
                        .. Without("plan_members", "left_on", "left_on_precision"),
                        .. Without("indicators", "kind"),
                        .. Without("states", "participation_as_of", "participation_as_of_precision"),
                        "DROP INDEX ix_proposals_commitment_id" + On("proposals"),
                        "DROP INDEX ix_agreements_commitment_id" + On("agreements"),
                        "DROP INDEX ix_agreements_proposal_id" + On("agreements"),
                        .. Without("proposals", "disposition", "response_due_date", "response_due_date_precision"),
                        "ALTER TABLE proposals ADD decision NVARCHAR(80) NULL",
                        "ALTER TABLE proposals_versions ADD decision NVARCHAR(80) NULL",
                        .. Without("agreements", "proposal_id", "commitment_id"),
                        .. Without("milestones", "weight"),
                        .. Without("assessments", "organization_id", "period", "stall_reason", "unblock_es", "unblock_en"),
                        .. Without("evidence", "file_name", "file_type", "file_bytes", "file_sha256"),
                        "DROP INDEX ix_commitments_counted" + On("commitments"),
                        "CREATE INDEX ix_commitments_status ON commitments (status)",
                        "CREATE INDEX ix_commitments_plan_id_confidence_status_early_results "
                            + "ON commitments (plan_id, confidence, status, early_results)",
                        "INSERT INTO proposals (id, proposal_es, decision, response_es, source_ids, confidence, version, updated_at) "
                            + "VALUES ('MX-DUR-P1', 'x', 'partly_accepted', 'y', 'S0', 'documented', 1, '2026-01-01')",
                        "INSERT INTO proposals (id, proposal_es, decision, response_es, source_ids, confidence, version, updated_at) "
                            + "VALUES ('MX-DUR-P2', 'x', 'deferred', 'y', 'S0', 'documented', 1, '2026-01-01')",
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
        foreach (
            var (proposal, disposition) in (IEnumerable<(string, string)>)[("MX-DUR-P1", "partly_adopted"), ("MX-DUR-P2", "not_adopted")]
        )
        {
            var kept = await app.GetAsync($"dialogues/proposals/{proposal}");
            Assert.That(kept.GetProperty("disposition").GetString(), Is.EqualTo(disposition));
        }
    }

    /// <summary>SQL Server names the table of an index.</summary>
    private string On(string table) => provider == "Sqlite" ? "" : $" ON {table}";

    private static IEnumerable<string> Without(string table, params string[] columns) =>
        columns.SelectMany(column => (string[])[table, $"{table}_versions"], (column, name) => $"ALTER TABLE {name} DROP COLUMN {column}");
}
