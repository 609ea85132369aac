using FluentMigrator;
using FluentMigrator.SqlServer;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// One index of commitments has all by which they are filtered, counted and grouped, in the order of plan, status and id: what is asked of
/// many of them is answered without reading the rows, which are ten times as wide. It stands for the two narrow ones of before.
/// </summary>
/// <remarks>
/// An index of SQL Server goes by at most 1,700 bytes, so there it goes by fewer columns and holds the others; SQLite knows no such
/// difference.
/// </remarks>
[Migration(15, "An index of all that commitments are counted by")]
public sealed class M0015IndexOfCommitments : Migration
{
    private const string Table = "commitments";
    private const string Name = "ix_commitments_counted";

    private static readonly string[] Held =
    [
        "kind",
        "due_date",
        "due_date_precision",
        "confidence",
        "completion",
        "early_results",
        "ambition",
        "start_date",
        "number",
        "updated_at",
        "verifiable",
        "relevant",
        "municipality",
        "policy_areas",
        "ogp_values",
        "sdgs",
        "lead_organizations",
        "supporting_organizations",
    ];

    /// <inheritdoc />
    public override void Up()
    {
        var ofSqlite = Begun(IfDatabase(ProcessorIdConstants.SQLite).Create.Index(Name));
        foreach (var column in Held)
        {
            ofSqlite.OnColumn(column).Ascending();
        }

        var ofServer = Begun(IfDatabase(ProcessorIdConstants.SqlServer).Create.Index(Name)).WithOptions();
        foreach (var column in Held)
        {
            ofServer.Include(column);
        }

        // Last: what SQLite writes into pages that the same transaction has freed it keeps for undoing, which may be much.
        Delete.Index("ix_commitments_status").OnTable(Table);
        Delete.Index("ix_commitments_plan_id_confidence_status_early_results").OnTable(Table);
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");

    private static FluentMigrator.Builders.Create.Index.ICreateIndexOnColumnSyntax Begun(
        FluentMigrator.Builders.Create.Index.ICreateIndexForTableSyntax index
    ) => index.OnTable(Table).OnColumn("plan_id").Ascending().OnColumn("status").Ascending().OnColumn("id").Ascending();
}
