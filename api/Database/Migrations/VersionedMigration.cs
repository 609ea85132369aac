using FluentMigrator;
using FluentMigrator.Builders.Create.Table;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// A migration that adds tables with their versions. None is undone: nothing public is ever erased. Frozen, as <see cref="Columns"/>
/// are.
/// </summary>
public abstract class VersionedMigration : Migration
{
    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing public is ever erased.");

    /// <summary>
    /// A table of current rows and its twin of versions. A version is what was true from one change (included) to another (excluded).
    /// </summary>
    protected void Table(string name, Action<ICreateTableWithColumnSyntax> columns)
    {
        var current = Create.Table(name).WithColumn("id").AsString(80).NotNullable().PrimaryKey($"pk_{name}");
        columns(current);
        current.WithColumn("version").AsInt32().NotNullable().WithColumn("updated_at").AsCustom("datetime2(3)").NotNullable();

        var versions = Create.Table($"{name}_versions").WithColumn("id").AsString(80).NotNullable().PrimaryKey($"pk_{name}_versions");
        columns(versions);
        versions
            .WithColumn("version")
            .AsInt32()
            .NotNullable()
            .WithColumn("updated_at")
            .AsCustom("datetime2(3)")
            .NotNullable()
            .WithColumn("valid_from")
            .AsInt64()
            .NotNullable()
            .PrimaryKey($"pk_{name}_versions")
            .WithColumn("valid_to")
            .AsInt64()
            .NotNullable();
    }

    /// <summary>An index of a table of current rows.</summary>
    protected void Index(string table, params string[] columns)
    {
        var index = Create.Index($"ix_{table}_{string.Join('_', columns)}").OnTable(table);
        foreach (var column in columns)
        {
            index.OnColumn(column).Ascending();
        }
    }
}
