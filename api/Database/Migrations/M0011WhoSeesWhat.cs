using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// Where what the log for administrators tells of reaches, since admins see what is within their scopes; and the address under which who
/// made a webhook reached the service, which its events name.
/// </summary>
[Migration(11, "Scopes of the log for administrators, and the address that events name")]
public sealed class M0011WhoSeesWhat : Migration
{
    /// <inheritdoc />
    public override void Up()
    {
        Alter.Table("audit_log").AddColumn("scope").AsString(400).Nullable();
        Alter.Table("webhooks").AddColumn("service").AsString(400).Nullable();
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");
}
