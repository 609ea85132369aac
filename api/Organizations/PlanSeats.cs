namespace OpenGov.Api.Organizations;

/// <summary>Seats in the governance body of a plan.</summary>
internal static class PlanSeats
{
    /// <summary>The condition that a seat <c>n</c> in the body of a plan <c>p</c> was not left while the plan lasted.</summary>
    public const string AreHeld = "(n.left_on IS NULL OR (p.stage = 'closed' AND n.left_on > p.end_date))";
}
