using OpenGov.Api.Records;

namespace OpenGov.Api.Stats;

/// <summary>The size of the local initiative as a source gives it for a date.</summary>
[DescribedBy("initiative_sizes")]
internal sealed record InitiativeSize : PublicRecord
{
    public DateOnly ObservedOn { get; init; }
    public string ObservedOnPrecision { get; init; } = "";
    public int? States { get; init; }
    public int? Secretariats { get; init; }
    public int? Plans { get; init; }
    public int? Commitments { get; init; }
    public int? Authorities { get; init; }
    public int? CivilSocietyOrganizations { get; init; }
    public string? CivilSocietyOrganizationsQualifier { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() => [("list", "/stats/initiative")];
}
