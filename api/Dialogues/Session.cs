using OpenGov.Api.Records;

namespace OpenGov.Api.Dialogues;

/// <summary>
/// A session of a secretariat or of the body of a plan: when, where, on what, who came. Attendance by sector, never by name.
/// </summary>
[DescribedBy("sessions")]
internal sealed record Session : PublicRecord
{
    public string? SecretariatId { get; init; }
    public string? PlanId { get; init; }
    public string? StateId { get; init; }
    public string TitleEs { get; init; } = "";
    public string TitleEn { get; init; } = "";
    public string Kind { get; init; } = "";
    public DateOnly HeldOn { get; init; }
    public string? StartsAt { get; init; }
    public int? DurationMinutes { get; init; }
    public DateOnly? AnnouncedOn { get; init; }
    public string? Place { get; init; }
    public string? Url { get; init; }
    public string? AgendaEs { get; init; }
    public string? AgendaEn { get; init; }
    public string? MinutesUrl { get; init; }
    public int? AttendanceCivilSociety { get; init; }
    public int? AttendanceGovernment { get; init; }
    public int? AttendanceOversightBody { get; init; }
    public int? AttendanceAcademia { get; init; }
    public int? AttendanceOther { get; init; }

    protected internal override IEnumerable<(string Relation, string? Path)> Relations() =>
        [
            ("self", $"/dialogues/sessions/{Id}"),
            ("state", StateId is null ? null : $"/states/{StateId}"),
            ("plan", PlanId is null ? null : $"/plans/{PlanId}"),
            ("agreements", $"/dialogues/agreements?session={Id}"),
        ];
}
