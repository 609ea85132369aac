using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// What was said of plans moves into one table with what is said of commitments. What spoke as the presentation speaks as an oversight
/// body, and the history of each row goes on under its new names.
/// </summary>
[Migration(5, "Assessments of plans and of commitments")]
public sealed class M0005Assessments : VersionedMigration
{
    private const string Named =
        "id, plan_id, voice, aspect, code, value, out_of, unit, statement_es, statement_en, assessed_on, assessed_on_precision, "
        + "source_ids, confidence, note_es, note_en, version, updated_at";

    private const string Renamed =
        "id, plan_id, CASE WHEN assessor IN ('government', 'irm') THEN assessor ELSE 'oversight_body' END, measure, "
        + "CASE WHEN measure = 'completion' AND category = 'completed' THEN 'complete' ELSE category END, value, "
        + "out_of, CASE WHEN value IS NULL THEN NULL ELSE unit END, "
        + "statement_es, statement_en, assessed_on, assessed_on_precision, source_ids, confidence, note_es, note_en, version, updated_at";

    /// <inheritdoc />
    public override void Up()
    {
        Table(
            "assessments",
            table =>
                table
                    .Reference("plan_id", "plans")
                    .Reference("commitment_id", "commitments")
                    .Code("voice")
                    .Code("aspect")
                    .Code("code")
                    .Number("value")
                    .Whole("out_of")
                    .Code("unit")
                    .Texts("statement")
                    .KnownDate("assessed_on")
                    .Origin()
        );

        Execute.Sql($"INSERT INTO assessments ({Named}) SELECT {Renamed} FROM plan_assessments");
        Execute.Sql(
            $"INSERT INTO assessments_versions ({Named}, valid_from, valid_to) SELECT {Renamed}, valid_from, valid_to FROM "
                + "plan_assessments_versions"
        );
        Execute.Sql(
            "UPDATE changes SET record_type = 'assessments', fields = "
                + "REPLACE(REPLACE(REPLACE(fields, 'assessor', 'voice'), 'measure', 'aspect'), 'category', 'code') "
                + "WHERE record_type = 'plan_assessments'"
        );
        Execute.Sql("DELETE FROM search_words WHERE record_type = 'plan_assessments'");
        Delete.Table("plan_assessments");
        Delete.Table("plan_assessments_versions");

        Index("assessments", "plan_id");

        // All that the list of commitments asks of it is in the index.
        Index("assessments", "commitment_id", "aspect", "voice", "assessed_on", "id");
        Index("assessments_versions", "commitment_id", "aspect");
    }
}
