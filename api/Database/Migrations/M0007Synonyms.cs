using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// Other words for the terms of vocabularies. The index of words is made anew after the migrations: from now on it knows the codes
/// of records, too.
/// </summary>
[Migration(7, "Synonyms of terms, and codes in the index of words")]
public sealed class M0007Synonyms : Migration
{
    /// <inheritdoc />
    public override void Up()
    {
        foreach (var table in (string[])["terms", "terms_versions"])
        {
            Alter.Table(table).AddColumn("synonyms_es").AsString(int.MaxValue).Nullable();
            Alter.Table(table).AddColumn("synonyms_en").AsString(int.MaxValue).Nullable();
        }

        Execute.Sql("DELETE FROM search_words");
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");
}
