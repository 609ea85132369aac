using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>When a source was published, and when an organisation left the table of a plan at which it sat.</summary>
[Migration(12, "Dates of sources, and of seats that were left")]
public sealed class M0012DatedSources : Migration
{
    /// <inheritdoc />
    public override void Up()
    {
        Date("sources", "published_on");
        Date("plan_members", "left_on");
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");

    private void Date(string table, string column)
    {
        foreach (var name in (string[])[table, $"{table}_versions"])
        {
            Alter.Table(name).AddColumn(column).AsDate().Nullable();
            Alter.Table(name).AddColumn($"{column}_precision").AsString(80).Nullable();
        }
    }
}
