using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// Keys of clients. They are not public data: they have no versions, are in no data package and no history, and
/// what is kept of the secret is its hash.
/// </summary>
[Migration(3, "Keys of clients")]
public sealed class M0003Keys : Migration
{
    /// <inheritdoc />
    public override void Up()
    {
        Create
            .Table("api_keys")
            .WithColumn("id")
            .AsString(80)
            .NotNullable()
            .PrimaryKey("pk_api_keys")
            .WithColumn("secret_hash")
            .AsString(64)
            .NotNullable()
            .WithColumn("name")
            .AsString(400)
            .NotNullable()
            .WithColumn("organization")
            .AsString(400)
            .Nullable()
            .WithColumn("role")
            .AsString(80)
            .NotNullable()
            .WithColumn("scope")
            .AsString(400)
            .NotNullable()
            .WithColumn("requests")
            .AsInt32()
            .Nullable()
            .WithColumn("created_at")
            .AsCustom("datetime2(3)")
            .NotNullable()
            .WithColumn("revoked_at")
            .AsCustom("datetime2(3)")
            .Nullable();
        Create.Index("ix_api_keys_secret_hash").OnTable("api_keys").OnColumn("secret_hash").Ascending().WithOptions().Unique();
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");
}
