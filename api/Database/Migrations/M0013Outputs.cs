using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// Whether an indicator tells of a change for people or of what was made, and as of when it is known whether a state takes part: of what
/// is from before nobody has said either.
/// </summary>
[Migration(13, "Kinds of indicators, and as of when a state takes part")]
public sealed class M0013Outputs : Migration
{
    /// <inheritdoc />
    public override void Up()
    {
        foreach (var name in (string[])["indicators", "indicators_versions"])
        {
            Alter.Table(name).AddColumn("kind").AsString(80).Nullable();
        }

        foreach (var name in (string[])["states", "states_versions"])
        {
            Alter.Table(name).AddColumn("participation_as_of").AsDate().Nullable();
            Alter.Table(name).AddColumn("participation_as_of_precision").AsString(80).Nullable();
        }
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");
}
