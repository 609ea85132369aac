using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>Answers to writes that may be repeated, kept for a day. They are not public data.</summary>
[Migration(9, "Answers to writes that may be repeated")]
public sealed class M0009KeptAnswers : Migration
{
    /// <inheritdoc />
    public override void Up()
    {
        Create
            .Table("kept_answers")
            .WithColumn("id")
            .AsString(64)
            .NotNullable()
            .PrimaryKey("pk_kept_answers")
            .WithColumn("request_hash")
            .AsString(64)
            .NotNullable()
            .WithColumn("status")
            .AsInt32()
            .NotNullable()
            .WithColumn("location")
            .AsString(400)
            .Nullable()
            .WithColumn("etag")
            .AsString(80)
            .Nullable()
            .WithColumn("body")
            .AsString(int.MaxValue)
            .Nullable()
            .WithColumn("created_at")
            .AsCustom("datetime2(3)")
            .NotNullable();
        Create.Index("ix_kept_answers_created_at").OnTable("kept_answers").OnColumn("created_at").Ascending();
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");
}
