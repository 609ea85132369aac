using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// Whose a local plan is, since when facts hold and until when, where titles and themes come from, and what of a row was concluded or
/// is only the presentation's. Local plans of before are of their state.
/// </summary>
[Migration(6, "Dated facts, scopes, and what of a row is sure")]
public sealed class M0006DatedFacts : Migration
{
    /// <inheritdoc />
    public override void Up()
    {
        Codes("sources", "kind");
        Names("sources", "title_es", "mirror");
        Texts("sources", "original_url");
        Texts("states", "inferred_fields");
        Dates("organizations", "existed_from", "existed_until");
        Codes("organizations", "succeeded_by");
        Dates("secretariats", "status_as_of");
        Codes("plans", "scope", "municipality", "title_es_origin", "title_en_origin");
        Texts("plans", "inferred_fields");
        Codes("commitments", "municipality", "title_es_origin", "title_en_origin");
        Names("commitments", "ogp_listing_tag");
        Texts("commitments", "ogp_policy_areas", "inferred_fields", "presentation_fields");
        Execute.Sql("UPDATE plans SET scope = 'state' WHERE level = 'local'");
        Execute.Sql("UPDATE plans_versions SET scope = 'state' WHERE level = 'local'");
    }

    /// <inheritdoc />
    public override void Down() => throw new NotSupportedException("Migrations go forward only: nothing is ever erased.");

    private void Codes(string table, params string[] columns)
    {
        foreach (var (name, column) in InBoth(table, columns))
        {
            Alter.Table(name).AddColumn(column).AsString(80).Nullable();
        }
    }

    private void Names(string table, params string[] columns)
    {
        foreach (var (name, column) in InBoth(table, columns))
        {
            Alter.Table(name).AddColumn(column).AsString(400).Nullable();
        }
    }

    private void Texts(string table, params string[] columns)
    {
        foreach (var (name, column) in InBoth(table, columns))
        {
            Alter.Table(name).AddColumn(column).AsString(int.MaxValue).Nullable();
        }
    }

    private void Dates(string table, params string[] columns)
    {
        foreach (var (name, column) in InBoth(table, columns))
        {
            Alter.Table(name).AddColumn(column).AsDate().Nullable();
            Alter.Table(name).AddColumn($"{column}_precision").AsString(80).Nullable();
        }
    }

    /// <summary>Each column, in the table of current rows and in that of versions.</summary>
    private static IEnumerable<(string Table, string Column)> InBoth(string table, string[] columns) =>
        columns.SelectMany(column => (string[])[table, $"{table}_versions"], (column, name) => (name, column));
}
