using System.Text.Json.Serialization;
using OpenGov.Api.Records;

namespace OpenGov.Api.Secretariats;

/// <summary>A Local Technical Secretariat: the permanent space where society and government of a state decide together.</summary>
[DescribedBy("secretariats")]
internal record Secretariat : PublicRecord
{
    public string StateId { get; init; } = "";
    public string NameEs { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string Status { get; init; } = "";
    public DateOnly? StatusAsOf { get; init; }
    public string? StatusAsOfPrecision { get; init; }
    public DateOnly? InstalledOn { get; init; }
    public string? InstalledOnPrecision { get; init; }
    public DateOnly? InPlaceBy { get; init; }
    public string? InPlaceByPrecision { get; init; }
    public int? SeatsCivilSociety { get; init; }
    public int? SeatsGovernment { get; init; }
    public int? SeatsAutonomousBody { get; init; }
    public int? SeatsOversightBody { get; init; }
    public string? RulesDocumentUrl { get; init; }
    public string? ActivityEs { get; init; }
    public string? ActivityEn { get; init; }
    public DateOnly? ActivityAsOf { get; init; }
    public string? ActivityAsOfPrecision { get; init; }

    /// <summary>How many member organisations are recorded here; seats may be more.</summary>
    public int MembersDocumented { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [("self", $"/secretariats/{StateId}"), ("state", $"/states/{StateId}")];
}

/// <summary>A secretariat on its own address: with its members.</summary>
[DescribedBy("secretariats")]
internal sealed record SecretariatDetail : Secretariat
{
    /// <summary>Member organisations by sector.</summary>
    [JsonPropertyOrder(50)]
    public IReadOnlyList<SecretariatMember> Members { get; init; } = [];
}

/// <summary>A member of a secretariat.</summary>
[DescribedBy("secretariat_members")]
internal sealed record SecretariatMember
{
    public string OrganizationId { get; init; } = "";

    /// <summary>Name of the organisation.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its acronym; null when it has none.</summary>
    public string? Acronym { get; init; }

    public string Sector { get; init; } = "";
    public string? NoteEs { get; init; }
    public string? NoteEn { get; init; }
}
