using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>Who is told of changes, and what was sent to them. Neither is public data.</summary>
[Migration(10, "Webhooks and their deliveries")]
public sealed class M0010Webhooks : Migration
{
    /// <inheritdoc />
    public override void Up()
    {
        Create
            .Table("webhooks")
            .WithColumn("id")
            .AsString(80)
            .NotNullable()
            .PrimaryKey("pk_webhooks")
            .WithColumn("caller")
            .AsString(400)
            .NotNullable()
            .WithColumn("url")
            .AsString(1000)
            .NotNullable()
            .WithColumn("types")
            .AsString(2000)
            .Nullable()
            .WithColumn("states")
            .AsString(2000)
            .Nullable()
            .WithColumn("plans")
            .AsString(2000)
            .Nullable()
            .WithColumn("secret")
            .AsString(80)
            .NotNullable()
            .WithColumn("previous_secret")
            .AsString(80)
            .Nullable()
            .WithColumn("previous_until")
            .AsCustom("datetime2(3)")
            .Nullable()
            .WithColumn("position")
            .AsInt64()
            .NotNullable()
            .WithColumn("created_at")
            .AsCustom("datetime2(3)")
            .NotNullable()
            .WithColumn("failing_since")
            .AsCustom("datetime2(3)")
            .Nullable()
            .WithColumn("disabled_at")
            .AsCustom("datetime2(3)")
            .Nullable()
            .WithColumn("disabled_reason")
            .AsString(400)
            .Nullable();
        Create
            .Table("webhook_deliveries")
            .WithColumn("id")
            .AsString(80)
            .NotNullable()
            .PrimaryKey("pk_webhook_deliveries")
            .WithColumn("webhook_id")
            .AsString(80)
            .NotNullable()
            .WithColumn("sequence")
            .AsInt64()
            .NotNullable()
            .WithColumn("status")
            .AsString(20)
            .NotNullable()
            .WithColumn("attempts")
            .AsInt32()
            .NotNullable()
            .WithColumn("created_at")
            .AsCustom("datetime2(3)")
            .NotNullable()
            .WithColumn("next_at")
            .AsCustom("datetime2(3)")
            .NotNullable()
            .WithColumn("leased_until")
            .AsCustom("datetime2(3)")
            .Nullable()
            .WithColumn("last_at")
            .AsCustom("datetime2(3)")
            .Nullable()
            .WithColumn("last_status")
            .AsInt32()
            .Nullable()
            .WithColumn("last_error")
            .AsString(400)
            .Nullable();
        Create
            .Index("ix_webhook_deliveries_due")
            .OnTable("webhook_deliveries")
            .OnColumn("status")
            .Ascending()
            .OnColumn("next_at")
            .Ascending();
        Create
            .Index("ix_webhook_deliveries_webhook")
            .OnTable("webhook_deliveries")
            .OnColumn("webhook_id")
            .Ascending()
            .OnColumn("sequence")
            .Ascending();
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");
}
