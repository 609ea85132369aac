using FluentMigrator;

namespace OpenGov.Api.Database.Migrations;

/// <summary>Co-creation: sessions, what they agreed, and proposals with their reasoned responses.</summary>
[Migration(2, "Sessions, agreements and proposals")]
public sealed class M0002Dialogues : VersionedMigration
{
    /// <inheritdoc />
    public override void Up()
    {
        Table(
            "sessions",
            table =>
                table
                    .Reference("secretariat_id", "secretariats")
                    .Reference("plan_id", "plans")
                    .Reference("state_id", "states")
                    .Names("title")
                    .Code("kind")
                    .Date("held_on")
                    .Code("starts_at")
                    .Whole("duration_minutes")
                    .Date("announced_on")
                    .Name("place")
                    .Text("url")
                    .Texts("agenda")
                    .Text("minutes_url")
                    .Whole("attendance_civil_society")
                    .Whole("attendance_government")
                    .Whole("attendance_oversight_body")
                    .Whole("attendance_academia")
                    .Whole("attendance_other")
                    .Origin()
                    .Sort("title_es", "title_en")
                    .Search()
        );

        Table(
            "agreements",
            table =>
                table
                    .Reference("session_id", "sessions")
                    .Whole("number")
                    .Texts("text")
                    .Reference("responsible_organization_id", "organizations")
                    .KnownDate("due_date")
                    .Flag("fulfilled")
                    .KnownDate("fulfilled_on")
                    .Text("evidence_url")
                    .Origin()
                    .Search()
        );

        Table(
            "proposals",
            table =>
                table
                    .Reference("plan_id", "plans")
                    .Reference("state_id", "states")
                    .KnownDate("proposed_on")
                    .Texts("problem")
                    .Texts("proposal")
                    .Names("theme")
                    .Code("sector")
                    .Reference("organization_id", "organizations")
                    .Code("decision")
                    .Texts("response")
                    .KnownDate("responded_on")
                    .Reference("commitment_id", "commitments")
                    .Origin()
                    .Search()
        );

        Index("sessions", "secretariat_id", "held_on");
        Index("sessions", "plan_id");
        Index("agreements", "session_id");
        Index("proposals", "plan_id");
    }
}
