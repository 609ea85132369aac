using System.Text.Json.Serialization;
using OpenGov.Api.Records;

namespace OpenGov.Api.Organizations;

/// <summary>An institution or organisation that takes part: it leads or supports commitments, or sits at a table.</summary>
[DescribedBy("organizations")]
internal record Organization : PublicRecord
{
    public string Name { get; init; } = "";
    public string? Acronym { get; init; }
    public string Sector { get; init; } = "";
    public string Level { get; init; } = "";
    public string? StateId { get; init; }
    public string? Url { get; init; }
    public DateOnly? ExistedFrom { get; init; }
    public string? ExistedFromPrecision { get; init; }
    public DateOnly? ExistedUntil { get; init; }
    public string? ExistedUntilPrecision { get; init; }
    public string? SucceededBy { get; init; }

    /// <summary>Commitments that it leads.</summary>
    public int CommitmentsLed { get; init; }

    /// <summary>Commitments that it supports.</summary>
    public int CommitmentsSupported { get; init; }

    /// <summary>Seats it has in secretariats and in the governance bodies of plans.</summary>
    public int Seats { get; init; }

    /// <summary>Where people read of one.</summary>
    internal static string PageOf(string id) => $"/organizations/{id}";

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [
            ("self", $"/organizations/{Id}"),
            (PageLink, PageOf(Id)),
            ("state", StateId is null ? null : $"/states/{StateId}"),
            ("commitments", $"/commitments?organization={Id}"),
            ("successor", SucceededBy is null ? null : $"/organizations/{SucceededBy}"),
            ("predecessors", $"/organizations?succeeded_by={Id}"),
        ];
}

/// <summary>An organisation on its own address: with the tables at which it sits.</summary>
[DescribedBy("organizations")]
internal sealed record OrganizationDetail : Organization
{
    /// <summary>Secretariats and governance bodies of plans in which it sits.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<Committee> Committees { get; init; } = [];
}

/// <summary>A table at which an organisation sits.</summary>
internal sealed record Committee
{
    /// <summary>Of what it is a table: a secretariat or the body of a plan.</summary>
    [Codes("committee_kind", "secretariat", "plan")]
    public string Kind { get; init; } = "";

    /// <summary>Id of the secretariat or the plan.</summary>
    public string Id { get; init; } = "";

    /// <summary>State; null for national plans.</summary>
    public string? StateId { get; init; }

    /// <summary>Name of the body in Spanish; null when it has none.</summary>
    public string? NameEs { get; init; }

    /// <summary>Name of the body in English; null when it has none.</summary>
    public string? NameEn { get; init; }

    /// <summary>Sector for which it sits there.</summary>
    [Vocabulary("sector")]
    public string Sector { get; init; } = "";

    /// <summary>Since when it does not sit there any more; null when it does, as far as is on record, and for secretariats.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>How much of that date is known: `day`, `month` or `year`.</summary>
    [Vocabulary("precision")]
    public string? LeftOnPrecision { get; init; }
}
