namespace OpenGov.Api.Records;

/// <summary>
/// Which answers show a record beside its own: <c>updated_at</c> of a record covers all that its answer shows, so it moves
/// with these. The sources that a record cites are shown with every record and need no line here.
/// </summary>
/// <param name="Table">The table of the record that changes.</param>
/// <param name="By">The table of the records that show it.</param>
/// <param name="Field">The field of the changed record from whose value, before and after, they are found; a list holds several.</param>
/// <param name="Ids">Their ids by that value, <c>@Id</c>; null when the value is the id.</param>
/// <param name="IsWhole">
/// Whether it is shown with its own <c>updated_at</c> and sources, so that whatever moves it moves those who show it.
/// </param>
public sealed record Showing(string Table, string By, string Field, string? Ids = null, bool IsWhole = false)
{
    private const string OfTheCommitment =
        "SELECT p.state_id FROM commitments c JOIN plans p ON p.id = c.plan_id WHERE c.id = @Id AND p.state_id IS NOT NULL";

    /// <summary>Every such pair; a test changes a record of each and looks.</summary>
    public static IReadOnlyList<Showing> All { get; } =
    [
        new("milestones", "commitments", "commitment_id", IsWhole: true),
        new("evidence", "commitments", "commitment_id", IsWhole: true),
        new("indicators", "commitments", "commitment_id", IsWhole: true),
        new("observations", "commitments", "indicator_id", "SELECT i.commitment_id FROM indicators i WHERE i.id = @Id", IsWhole: true),
        // A plan shows how many of its commitments are finished, showed results and have observed indicators; a state counts both.
        new(
            "observations",
            "plans",
            "indicator_id",
            "SELECT c.plan_id FROM indicators i JOIN commitments c ON c.id = i.commitment_id WHERE i.id = @Id"
        ),
        new("commitments", "plans", "plan_id"),
        new("commitments", "states", "plan_id", "SELECT p.state_id FROM plans p WHERE p.id = @Id AND p.state_id IS NOT NULL"),
        new("plans", "states", "state_id", IsWhole: true),
        // A state shows who says how far it came: of results the sources of what says so of its commitments.
        new("assessments", "states", "commitment_id", OfTheCommitment),
        new("indicators", "states", "commitment_id", OfTheCommitment),
        new(
            "observations",
            "states",
            "indicator_id",
            "SELECT p.state_id FROM indicators i JOIN commitments c ON c.id = i.commitment_id JOIN plans p ON p.id = c.plan_id "
                + "WHERE i.id = @Id AND p.state_id IS NOT NULL"
        ),
        .. (
            (IEnumerable<(string Table, string Join)>)
                [
                    ("commitments", "JOIN plans p ON p.id = x.plan_id"),
                    ("assessments", "JOIN commitments c ON c.id = x.commitment_id JOIN plans p ON p.id = c.plan_id"),
                    (
                        "observations",
                        "JOIN indicators i ON i.id = x.indicator_id JOIN commitments c ON c.id = i.commitment_id JOIN plans p ON p.id = c.plan_id"
                    ),
                ]
        ).Select(each => new Showing(
            "sources",
            "states",
            "id",
            $"SELECT DISTINCT p.state_id FROM {each.Table} x {each.Join} "
                + "WHERE p.state_id IS NOT NULL AND CONCAT('|', x.source_ids, '|') LIKE CONCAT('%|', @Id, '|%')"
        )),
        new("plans", "commitments", "id", "SELECT c.id FROM commitments c WHERE c.plan_id = @Id"),
        new("indicators", "plans", "commitment_id", "SELECT c.plan_id FROM commitments c WHERE c.id = @Id"),
        new("plan_members", "plans", "plan_id"),
        new("assessments", "plans", "plan_id", IsWhole: true),
        new("assessments", "commitments", "commitment_id", IsWhole: true),
        new("secretariats", "states", "state_id", IsWhole: true),
        new("secretariat_members", "secretariats", "secretariat_id"),
        new("sessions", "secretariats", "secretariat_id"),
        new("agreements", "sessions", "session_id"),
        // An organisation shows where it sits and what it leads; its name is shown there.
        new("commitments", "organizations", "lead_organizations"),
        new("commitments", "organizations", "supporting_organizations"),
        new("plan_members", "organizations", "organization_id"),
        new("secretariat_members", "organizations", "organization_id"),
        new("plans", "organizations", "id", "SELECT m.organization_id FROM plan_members m WHERE m.plan_id = @Id"),
        new("secretariats", "organizations", "id", "SELECT m.organization_id FROM secretariat_members m WHERE m.secretariat_id = @Id"),
        new(
            "organizations",
            "commitments",
            "id",
            "SELECT c.id FROM commitments c WHERE CONCAT('|', c.lead_organizations, '|', c.supporting_organizations, '|') LIKE "
                + "CONCAT('%|', @Id, '|%')"
        ),
        new("organizations", "plans", "id", "SELECT m.plan_id FROM plan_members m WHERE m.organization_id = @Id"),
        new("organizations", "secretariats", "id", "SELECT m.secretariat_id FROM secretariat_members m WHERE m.organization_id = @Id"),
        new("metric_values", "states", "state_id"),
        new("metric_values", "metric_editions", "edition", "SELECT e.id FROM metric_editions e WHERE e.edition = @Id", IsWhole: true),
        new(
            "metric_indicators",
            "metric_editions",
            "id",
            "SELECT DISTINCT e.id FROM metric_values v JOIN metric_editions e ON e.edition = v.edition WHERE v.indicator = @Id",
            IsWhole: true
        ),
        .. Schema
            .Current.Tables.Where(table => table.Name != "sources" && table.ByName.ContainsKey("source_ids"))
            .Select(table => new Showing(
                "sources",
                table.Name,
                "id",
                $"SELECT t.id FROM {table.Name} t WHERE CONCAT('|', t.source_ids, '|') LIKE CONCAT('%|', @Id, '|%')"
            )),
    ];
}
