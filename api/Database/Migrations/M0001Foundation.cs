using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>
/// Every table of the data package, each with a twin <c>…_versions</c> that keeps every state a row has been in,
/// and the log of changes. The columns are those of <c>datapackage.json</c>; a test holds the two together.
/// </summary>
[Migration(1, "Tables of the data package, their versions and the log of changes")]
public sealed class M0001Foundation : VersionedMigration
{
    /// <inheritdoc />
    public override void Up()
    {
        Create
            .Table("data_version")
            .WithColumn("id")
            .AsInt32()
            .NotNullable()
            .PrimaryKey("pk_data_version")
            .WithColumn("sequence")
            .AsInt64()
            .NotNullable()
            .WithColumn("changed_at")
            .AsCustom("datetime2(3)")
            .NotNullable();
        Insert
            .IntoTable("data_version")
            .Row(
                new
                {
                    id = 1,
                    sequence = 0L,
                    changed_at = "1970-01-01T00:00:00.000Z",
                }
            );

        Create
            .Table("changes")
            .WithColumn("sequence")
            .AsInt64()
            .NotNullable()
            .PrimaryKey("pk_changes")
            .WithColumn("changed_at")
            .AsCustom("datetime2(3)")
            .NotNullable()
            .WithColumn("record_type")
            .AsString(80)
            .NotNullable()
            .WithColumn("record_id")
            .AsString(80)
            .NotNullable()
            .WithColumn("version")
            .AsInt32()
            .NotNullable()
            .WithColumn("action")
            .AsString(20)
            .NotNullable()
            .WithColumn("fields")
            .AsString(int.MaxValue)
            .Nullable()
            .WithColumn("actor_role")
            .AsString(40)
            .NotNullable()
            .WithColumn("actor_organization")
            .AsString(400)
            .Nullable()
            .WithColumn("reason")
            .AsString(2000)
            .Nullable();
        Create
            .Index("ix_changes_record")
            .OnTable("changes")
            .OnColumn("record_type")
            .Ascending()
            .OnColumn("record_id")
            .Ascending()
            .OnColumn("sequence")
            .Ascending();
        Create.Index("ix_changes_changed_at").OnTable("changes").OnColumn("changed_at").Ascending();

        Table("sources", table => table.Name("title").Text("url").Name("publisher").Code("read_extent").Texts("note"));

        Table(
            "terms",
            table => table.Code("vocabulary").Code("code").Names("label").Whole("number").Texts("definition").Names("group").Origin()
        );

        Table(
            "states",
            table =>
                table
                    .Code("inegi_code")
                    .Names("name")
                    .Name("official_name")
                    .Code("abbreviation")
                    .Name("capital")
                    .Number("latitude")
                    .Number("longitude")
                    .Whole("population")
                    .Whole("population_year")
                    .Flag("participates")
                    .Code("participation_confidence")
                    .Whole("joined_year")
                    .KnownDate("declaration_signed_on")
                    .Whole("plans_stated")
                    .Origin()
                    .Sort("name_es", "name_en")
                    .Search()
        );

        Table(
            "organizations",
            table =>
                table
                    .Name("name")
                    .Code("acronym")
                    .Code("sector")
                    .Code("level")
                    .Reference("state_id", "states")
                    .Text("url")
                    .Origin()
                    .Sort("name")
                    .Search()
        );

        Table(
            "plans",
            table =>
                table
                    .Code("level")
                    .Reference("state_id", "states")
                    .Whole("number")
                    .Names("title")
                    .KnownDate("start_date")
                    .KnownDate("end_date")
                    .KnownDate("published_on")
                    .Code("stage")
                    .Texts("governance_body")
                    .Whole("commitments_stated")
                    .Code("participation_level")
                    .Flag("in_stated_total")
                    .Texts("characteristics")
                    .Texts("lessons")
                    .Origin()
                    .Sort("title_es", "title_en")
                    .Search()
        );

        Table(
            "plan_members",
            table => table.Reference("plan_id", "plans").Reference("organization_id", "organizations").Code("sector").Origin()
        );

        Table(
            "plan_assessments",
            table =>
                table
                    .Reference("plan_id", "plans")
                    .Code("assessor")
                    .Code("measure")
                    .Code("category")
                    .Number("value")
                    .Whole("out_of")
                    .Code("unit")
                    .Texts("statement")
                    .KnownDate("assessed_on")
                    .Origin()
                    .Search()
        );

        Table(
            "secretariats",
            table =>
                table
                    .Reference("state_id", "states")
                    .Names("name")
                    .Code("status")
                    .KnownDate("installed_on")
                    .KnownDate("in_place_by")
                    .Whole("seats_civil_society")
                    .Whole("seats_government")
                    .Whole("seats_autonomous_body")
                    .Whole("seats_oversight_body")
                    .Text("rules_document_url")
                    .Texts("activity")
                    .KnownDate("activity_as_of")
                    .Origin()
                    .Sort("name_es", "name_en")
                    .Search()
        );

        Table(
            "secretariat_members",
            table => table.Reference("secretariat_id", "secretariats").Reference("organization_id", "organizations").Code("sector").Origin()
        );

        Table(
            "commitments",
            table =>
                table
                    .Reference("plan_id", "plans")
                    .Whole("number")
                    .Code("ogp_code")
                    .Code("kind")
                    .Names("title")
                    .Names("theme")
                    .Texts("problem")
                    .Texts("solution")
                    .Texts("benefits")
                    .Text("policy_areas")
                    .Text("ogp_values")
                    .Text("sdgs")
                    .Text("lead_organizations")
                    .Text("supporting_organizations")
                    .Code("status")
                    .Code("completion")
                    .Code("ambition")
                    .Code("early_results")
                    .Flag("verifiable")
                    .Flag("relevant")
                    .KnownDate("start_date")
                    .KnownDate("due_date")
                    .Text("url")
                    .Origin()
                    .Sort("title_es", "title_en")
                    .Search()
        );

        Table(
            "milestones",
            table =>
                table
                    .Reference("commitment_id", "commitments")
                    .Whole("number")
                    .Names("title")
                    .KnownDate("due_date")
                    .Code("status")
                    .Whole("progress_percent")
                    .KnownDate("completed_on")
                    .Reference("verified_by", "organizations")
                    .Date("verified_on")
                    .Text("verification_outcome")
                    .Origin()
                    .Sort("title_es", "title_en")
                    .Search()
        );

        Table(
            "evidence",
            table =>
                table
                    .Reference("commitment_id", "commitments")
                    .Reference("milestone_id", "milestones")
                    .Names("title")
                    .Text("url")
                    .Code("kind")
                    .KnownDate("published_on")
                    .Origin()
                    .Sort("title_es", "title_en")
                    .Search()
        );

        Table(
            "indicators",
            table =>
                table
                    .Reference("commitment_id", "commitments")
                    .Names("name")
                    .Names("unit")
                    .Code("direction")
                    .Number("baseline")
                    .KnownDate("baseline_date")
                    .Number("target")
                    .KnownDate("target_date")
                    .Origin()
                    .Sort("name_es", "name_en")
                    .Search()
        );

        Table("observations", table => table.Reference("indicator_id", "indicators").Number("value").KnownDate("observed_on").Origin());

        Table(
            "metric_editions",
            table =>
                table
                    .Whole("edition")
                    .Whole("number")
                    .Names("name")
                    .KnownDate("published_on")
                    .Whole("fieldwork_year")
                    .Name("authors")
                    .Whole("institutions_measured")
                    .Number("scale_min")
                    .Number("scale_max")
                    .Texts("sample")
                    .Texts("formula")
                    .Flag("comparable_with_previous")
                    .Texts("comparability")
                    .Origin()
                    .Sort("name_es", "name_en")
                    .Search()
        );

        Table(
            "metric_indicators",
            table =>
                table
                    .Names("name")
                    .Code("dimension")
                    .Code("perspective")
                    .Code("part_of")
                    .Texts("definition")
                    .Whole("position")
                    .Origin()
                    .Sort("name_es", "name_en")
                    .Search()
        );

        Table(
            "metric_values",
            table =>
                table
                    .Whole("edition")
                    .Reference("indicator", "metric_indicators")
                    .Code("scope")
                    .Code("scope_code")
                    .Reference("state_id", "states")
                    .Name("name")
                    .Name("name_en")
                    .Number("value")
                    .Number("published_value")
                    .Whole("institutions_measured")
                    .Origin()
                    .Sort("name", "name_en")
                    .Search()
        );

        Table(
            "instruments",
            table =>
                table
                    .Code("kind")
                    .Names("name")
                    .Texts("description")
                    .Texts("levels")
                    .Texts("aims")
                    .Text("url")
                    .Origin()
                    .Sort("name_es", "name_en")
                    .Search()
        );

        Table(
            "trainings",
            table =>
                table
                    .Names("name")
                    .Texts("topics")
                    .Whole("people_trained")
                    .Whole("states_reached")
                    .Origin()
                    .Sort("name_es", "name_en")
                    .Search()
        );

        Table(
            "practices",
            table =>
                table
                    .Code("scope")
                    .Reference("state_id", "states")
                    .Names("title")
                    .Texts("problem")
                    .Texts("solution")
                    .Texts("result")
                    .Names("theme")
                    .Text("commitment_ids")
                    .Text("url")
                    .Origin()
                    .Sort("title_es", "title_en")
                    .Search()
        );

        Table(
            "learnings",
            table => table.Whole("number").Texts("title").Code("health_check").Origin().Sort("title_es", "title_en").Search()
        );

        Table(
            "timeline",
            table =>
                table
                    .KnownDate("occurred_on")
                    .Code("level")
                    .Reference("state_id", "states")
                    .Texts("title")
                    .Origin()
                    .Sort("title_es", "title_en")
                    .Search()
        );

        Table(
            "initiative_sizes",
            table =>
                table
                    .KnownDate("observed_on")
                    .Whole("states")
                    .Whole("secretariats")
                    .Whole("plans")
                    .Whole("commitments")
                    .Whole("authorities")
                    .Whole("civil_society_organizations")
                    .Code("civil_society_organizations_qualifier")
                    .Origin()
        );

        Table("headline_figures", table => table.Whole("position").Names("label").Whole("stated").Code("stated_qualifier").Origin());

        Index("organizations", "state_id");
        Index("plans", "state_id");
        Index("plan_members", "plan_id");
        Index("plan_members", "organization_id");
        Index("plan_assessments", "plan_id");
        Index("secretariats", "state_id");
        Index("secretariat_members", "secretariat_id");
        Index("secretariat_members", "organization_id");
        // Covers the counts that every list of plans and states shows.
        Index("commitments", "plan_id", "confidence", "status", "early_results");
        Index("commitments", "status");
        Index("commitments", "updated_at");
        Index("milestones", "commitment_id");
        Index("evidence", "commitment_id");
        Index("indicators", "commitment_id");
        Index("observations", "indicator_id");
        Index("metric_values", "edition", "indicator", "scope", "scope_code");
    }
}
