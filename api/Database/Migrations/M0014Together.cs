using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// What creating and implementing together leaves behind: by when a proposal is answered and what became of it, what agreements are about,
/// how much milestones weigh, who reports on which half-year and what stands in the way, and files that are evidence.
/// </summary>
/// <remarks>What was put off (<c>deferred</c>) did not enter the plan, as its response says.</remarks>
[Migration(14, "Answers that are due, agreements that lead somewhere, weights, half-years and files")]
public sealed class M0014Together : VersionedMigration
{
    /// <inheritdoc />
    public override void Up()
    {
        foreach (var name in InBoth("proposals"))
        {
            Alter.Table(name).AddColumn("response_due_date").AsDate().Nullable();
            Alter.Table(name).AddColumn("response_due_date_precision").AsString(80).Nullable();
            Alter.Table(name).AddColumn("disposition").AsString(80).Nullable();
            Execute.Sql(
                $"UPDATE {name} SET disposition = CASE decision WHEN 'accepted' THEN 'adopted' WHEN 'partly_accepted' THEN 'partly_adopted' "
                    + "ELSE 'not_adopted' END WHERE decision IS NOT NULL"
            );
            Delete.Column("decision").FromTable(name);
        }

        Execute.Sql("UPDATE changes SET fields = REPLACE(fields, 'decision', 'disposition') WHERE record_type = 'proposals'");
        foreach (var name in InBoth("agreements"))
        {
            Alter.Table(name).AddColumn("proposal_id").AsString(80).Nullable();
            Alter.Table(name).AddColumn("commitment_id").AsString(80).Nullable();
        }

        foreach (var name in InBoth("milestones"))
        {
            Alter.Table(name).AddColumn("weight").AsInt32().Nullable();
        }

        foreach (var name in InBoth("assessments"))
        {
            Alter.Table(name).AddColumn("organization_id").AsString(80).Nullable();
            Alter.Table(name).AddColumn("period").AsString(80).Nullable();
            Alter.Table(name).AddColumn("stall_reason").AsString(80).Nullable();
            Alter.Table(name).AddColumn("unblock_es").AsString(int.MaxValue).Nullable();
            Alter.Table(name).AddColumn("unblock_en").AsString(int.MaxValue).Nullable();
        }

        foreach (var name in InBoth("evidence"))
        {
            Alter.Table(name).AddColumn("file_name").AsString(400).Nullable();
            Alter.Table(name).AddColumn("file_type").AsString(80).Nullable();
            Alter.Table(name).AddColumn("file_bytes").AsInt32().Nullable();
            Alter.Table(name).AddColumn("file_sha256").AsString(80).Nullable();
        }

        Index("proposals", "commitment_id");
        Index("agreements", "commitment_id");
        Index("agreements", "proposal_id");
    }

    private static string[] InBoth(string table) => [table, $"{table}_versions"];
}
