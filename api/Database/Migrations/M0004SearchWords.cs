using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// An index of the words of current records, so that <c>q</c> finds a word or the beginning of one without reading
/// every text. Words compare by code point on both engines: folding has made equal what readers hold equal.
/// <c>WordIndex</c> fills it, after all migrations.
/// </summary>
[Migration(4, "An index of words")]
public sealed class M0004SearchWords : Migration
{
    /// <inheritdoc />
    public override void Up()
    {
        // Each engine keeps the rows in the order of the key, which takes its own words to say.
        IfDatabase(ProcessorIdConstants.SQLite)
            .Execute.Sql(
                """
                CREATE TABLE search_words (record_type TEXT NOT NULL, word TEXT NOT NULL, record_id TEXT NOT NULL, PRIMARY KEY (record_type, word, record_id)) WITHOUT ROWID
                """
            );
        IfDatabase(ProcessorIdConstants.SqlServer)
            .Create.Table("search_words")
            .WithColumn("record_type")
            .AsString(80)
            .NotNullable()
            .PrimaryKey("pk_search_words")
            .WithColumn("word")
            .AsString(80, "Latin1_General_BIN2")
            .NotNullable()
            .PrimaryKey("pk_search_words")
            .WithColumn("record_id")
            .AsString(80)
            .NotNullable()
            .PrimaryKey("pk_search_words");
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");
}
