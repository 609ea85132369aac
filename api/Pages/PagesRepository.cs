using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Pages;

/// <summary>What a record gives the page about it.</summary>
internal sealed record PageRecord
{
    public required string Id { get; init; }

    public string? TitleEs { get; init; }

    public string? TitleEn { get; init; }

    public string? DescriptionEs { get; init; }

    public string? DescriptionEn { get; init; }

    /// <summary>The description in the reader's language or, where that is missing, in the other one.</summary>
    public string? Description(string language) => language == "en" ? DescriptionEn ?? DescriptionEs : DescriptionEs ?? DescriptionEn;
}

internal sealed class PagesRepository(ReadSession session)
{
    private const string State = "SELECT s.id, s.name_es AS title_es, s.name_en AS title_en FROM states s WHERE s.id = @Id";

    private const string Plan =
        "SELECT p.id, p.title_es, p.title_en, p.characteristics_es AS description_es, p.characteristics_en AS description_en "
        + "FROM plans p WHERE p.id = @Id";

    private const string Commitment =
        "SELECT c.id, c.title_es, c.title_en, c.problem_es AS description_es, c.problem_en AS description_en FROM commitments c "
        + "WHERE c.id = @Id";

    private const string Proposal =
        "SELECT r.id, COALESCE(r.proposal_es, r.problem_es) AS title_es, COALESCE(r.proposal_en, r.problem_en) AS title_en, "
        + "r.problem_es AS description_es, r.problem_en AS description_en FROM proposals r WHERE r.id = @Id";

    // Its name is as it calls itself, in Spanish.
    private const string Organization = "SELECT g.id, g.name AS title_es FROM organizations g WHERE g.id = @Id";

    /// <summary>The record that a page is about; null when there is none.</summary>
    public Task<PageRecord?> FindAsync(string table, string id, CancellationToken cancellationToken) =>
        session.FindAsync<PageRecord>(
            table switch
            {
                "states" => State,
                "plans" => Plan,
                "commitments" => Commitment,
                "proposals" => Proposal,
                "organizations" => Organization,
                _ => throw new InvalidDataException($"pages.json names a kind of record that has no page: '{table}'."),
            },
            new { Id = RecordId.Canonical(table, id) },
            cancellationToken
        );
}
