namespace OpenGov.Api.Tests.Oracles;

/// <summary>A check of a plan's health: what is asked, the verdict, how many rows speak for it, and of how many.</summary>
internal sealed record Check(string Code, string Verdict, int Count, int? OutOf);

/// <summary>The health of the co-creation of a plan, from what is recorded on a day.</summary>
internal sealed class HealthOracle(Row plan, Day day)
{
    private const int SixMonths = 183;

    public IReadOnlyList<Check> Checks() =>
        [
            DialogueSpaceActive(),
            PublicRules(),
            EvidenceRecent(),
            ResultsMeetings(),
            ProposalsAnswered(),
            CivilSocietyMembers(),
            AgreementsFulfilled(),
            IndicatorAndEvidence(),
        ];

    /// <summary>A closed plan is judged at its end, of a month or a year the last day; any other today.</summary>
    private DateOnly Judged
    {
        get
        {
            if (plan.Text("stage") != "closed" || plan.Date("end_date") is not { } end)
            {
                return day.Date;
            }

            var last = end;
            while (LatenessOracle.HasPassed(end, plan.Text("end_date_precision"), last.AddDays(1)) is not true)
            {
                last = last.AddDays(1);
            }

            return last < day.Date ? last : day.Date;
        }
    }

    /// <summary>The state whose dialogue space is the plan's; a national plan and one of municipalities have their own.</summary>
    private string? State => plan.Text("scope") == "municipality" ? null : plan.Text("state_id");

    private Row? Secretariat =>
        State is null
            ? null
            : day.All("secretariats")
                .SingleOrDefault(row => row.Text("state_id") == State && row.Text("status") == "installed" && !IsFromBefore(row));

    /// <summary>Whether a secretariat was last seen before the plan began.</summary>
    private bool IsFromBefore(Row secretariat) =>
        plan.Date("start_date") is { } start
        && secretariat.Date("status_as_of") is { } seen
        && LatenessOracle.HasPassed(seen, secretariat.Text("status_as_of_precision"), start) is true;

    private List<Row> Commitments => [.. day.All("commitments").Where(row => row.Text("plan_id") == plan.Id)];

    /// <summary>Sessions of the plan's dialogue space: all of its state, or those about the plan where it has its own.</summary>
    private List<Row> Sessions =>
        [.. day.All("sessions").Where(row => State is null ? row.Text("plan_id") == plan.Id : row.Text("state_id") == State)];

    private List<Row> Held => [.. Sessions.Where(row => row.Date("held_on") <= Judged)];

    private Check DialogueSpaceActive()
    {
        var recent = Held.Count(row => row.Date("held_on") >= Judged.AddDays(-SixMonths));
        return Told("dialogue_space_active", recent, Held.Count, recent > 0, isOfItsTime: true);
    }

    private Check PublicRules()
    {
        var hasRules = Secretariat?.Text("rules_document_url") is not null;
        return new Check("public_rules", hasRules ? "met" : "no_data", hasRules ? 1 : 0, null);
    }

    private Check EvidenceRecent()
    {
        var dated = Commitments
            .Select(row =>
                CommitmentsOracle.Evidence(row, day).Where(one => one.Date("published_on") <= Judged).Max(one => one.Date("published_on"))
            )
            .OfType<DateOnly>()
            .ToList();
        var recent = dated.Count(last => last >= Judged.AddDays(-SixMonths));
        return Told("evidence_recent", recent, dated.Count, recent > 0, isOfItsTime: true);
    }

    private Check ResultsMeetings()
    {
        var reviews = Held.Count(row => row.Text("kind") == "results_review" && row.Date("held_on") >= Judged.AddYears(-1));
        return Told("results_meetings", reviews, Held.Count, reviews >= 2, isOfItsTime: true);
    }

    private Check ProposalsAnswered()
    {
        var all = day.All("proposals").Where(row => row.Text("plan_id") == plan.Id).ToList();
        var answered = all.Count(row => row.Text("response_es") is not null || row.Text("response_en") is not null);
        return Told("proposals_answered", answered, all.Count, answered == all.Count);
    }

    /// <summary>At the table sits the secretariat or, where none of its members is recorded, the body of the plan.</summary>
    private Check CivilSocietyMembers()
    {
        var seats = day.All("secretariat_members").Where(row => row.Text("secretariat_id") == Secretariat?.Id).ToList();
        var left = new List<Row>();
        if (seats.Count == 0)
        {
            seats = [.. day.All("plan_members").Where(row => row.Text("plan_id") == plan.Id)];
            left = [.. seats.Where(HasLeft)];
            seats = [.. seats.Except(left)];
        }

        var organizations = seats.Select(row => row.Text("organization_id")).Distinct().Count();
        var civil = seats.Where(row => row.Text("sector") == "civil_society").Select(row => row.Text("organization_id")).Distinct().Count();
        var stated = Secretariat?.Whole("seats_civil_society");
        var sits = civil > 0 || stated > 0;
        var verdict =
            sits ? "met"
            : stated == 0 || left.Exists(row => row.Text("sector") == "civil_society") ? "not_met"
            : "no_data";
        return new Check("civil_society_members", verdict, civil, organizations);
    }

    /// <summary>Whether a seat was left; one that was left after the end of a closed plan was held while it lasted.</summary>
    private bool HasLeft(Row seat) =>
        seat.Date("left_on") is { } left && !(plan.Text("stage") == "closed" && plan.Date("end_date") is { } end && left > end);

    private Check AgreementsFulfilled()
    {
        var space = Sessions.Select(row => row.Id).ToHashSet();
        var due = day.All("agreements")
            .Where(row => space.Contains(row.Text("session_id")!))
            .Where(row => LatenessOracle.HasPassed(row.Date("due_date"), row.Text("due_date_precision"), Judged) is true)
            .ToList();
        var fulfilled = due.Count(row => row.Flag("fulfilled") is true);
        return Told("agreements_fulfilled", fulfilled, due.Count, fulfilled == due.Count);
    }

    private Check IndicatorAndEvidence()
    {
        var documented = Commitments.Where(row => row.Text("confidence") is "documented" or "inferred").ToList();
        var both = documented.Count(row => CommitmentsOracle.HasIndicators(row, day) && CommitmentsOracle.Evidence(row, day).Any());
        var verdict = both == documented.Count && both > 0 ? "met" : "no_data";
        return new Check("indicator_and_evidence", verdict, both, documented.Count);
    }

    /// <summary>
    /// Of what nothing is recorded nobody is accused, nor of what is of the time of a plan of which nothing says whether it goes on.
    /// </summary>
    private Check Told(string code, int count, int outOf, bool isMet, bool isOfItsTime = false)
    {
        var isTimeKnown = plan.Text("stage") is not null || plan.Date("end_date") is not null;
        var verdict = isMet ? "met" : "not_met";
        return new Check(code, outOf == 0 || isOfItsTime && !isTimeKnown && !isMet ? "no_data" : verdict, count, outOf);
    }
}
