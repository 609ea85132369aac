using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// Until when a key is taken and when it last was; and who did what with keys and by writing. Neither is public data: they have no
/// versions, are in no data package and no history.
/// </summary>
[Migration(8, "Expiry and last use of keys, and the log for administrators")]
public sealed class M0008KeysOfWriters : Migration
{
    /// <inheritdoc />
    public override void Up()
    {
        Alter.Table("api_keys").AddColumn("expires_at").AsCustom("datetime2(3)").Nullable();
        Alter.Table("api_keys").AddColumn("last_used_at").AsCustom("datetime2(3)").Nullable();
        Create
            .Table("audit_log")
            .WithColumn("id")
            .AsString(80)
            .NotNullable()
            .PrimaryKey("pk_audit_log")
            .WithColumn("occurred_at")
            .AsCustom("datetime2(3)")
            .NotNullable()
            .WithColumn("action")
            .AsString(80)
            .NotNullable()
            .WithColumn("caller")
            .AsString(400)
            .Nullable()
            .WithColumn("role")
            .AsString(80)
            .Nullable()
            .WithColumn("organization")
            .AsString(400)
            .Nullable()
            .WithColumn("subject")
            .AsString(400)
            .NotNullable()
            .WithColumn("detail")
            .AsString(int.MaxValue)
            .Nullable();
        Create.Index("ix_audit_log_caller").OnTable("audit_log").OnColumn("caller").Ascending().OnColumn("id").Ascending();
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");
}
