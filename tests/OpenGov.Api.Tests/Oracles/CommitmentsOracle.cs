using System.Globalization;

namespace OpenGov.Api.Tests.Oracles;

/// <summary>Which commitments a list of them has, and in which groups they are counted.</summary>
internal static class CommitmentsOracle
{
    private const string NoData = "no_data";

    /// <summary>What a commitment has of what a filter or a key asks for: none is no data.</summary>
    private static readonly Dictionary<string, Func<Row, Day, IReadOnlyList<string>>> Values = new()
    {
        ["level"] = (row, day) => One(day.PlanOf(row).Text("level")),
        ["state"] = (row, day) => One(day.PlanOf(row).Text("state_id")),
        ["scope"] = (row, day) => One(day.PlanOf(row).Text("scope")),
        ["plan"] = (row, _) => One(row.Text("plan_id")),
        ["kind"] = (row, _) => One(row.Text("kind")),
        ["status"] = (row, _) => One(row.Text("status")),
        ["completion"] = (row, _) => One(row.Text("completion")),
        ["ambition"] = (row, _) => One(row.Text("ambition")),
        ["early_results"] = (row, _) => One(row.Text("early_results")),
        ["verifiable"] = (row, _) => Flag(row.Flag("verifiable")),
        ["relevant"] = (row, _) => Flag(row.Flag("relevant")),
        ["policy_area"] = (row, _) => row.List("policy_areas"),
        ["ogp_value"] = (row, _) => row.List("ogp_values"),
        ["sdg"] = (row, _) => row.List("sdgs"),
        ["organization"] = (row, _) => [.. row.List("lead_organizations"), .. row.List("supporting_organizations")],
        ["sector"] = (row, day) =>
            [.. row.List("lead_organizations").Select(id => day.Find("organizations", id)!.Text("sector")!).Distinct()],
        ["confidence"] = (row, _) => One(row.Text("confidence")),
        ["in_stated_total"] = (row, day) => Flag(day.PlanOf(row).Flag("in_stated_total")),
        ["overdue"] = (row, day) => Flag(LatenessOracle.Overdue(row, day.Date)),
        ["has_secretariat"] = (row, day) => Flag(HasSecretariat(day.PlanOf(row), day)),
        ["has_indicators"] = (row, day) => Flag(HasIndicators(row, day)),
        ["has_evidence"] = (row, day) => Flag(Evidence(row, day).Any()),
    };

    /// <summary>Keys by which commitments can be counted.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    ["level", "state", "plan", "status", "completion", "early_results", "policy_area", "sdg", "ogp_value", "sector"];

    /// <summary>Filters that take values; each value of some commitment, and no_data where it may be asked for.</summary>
    public static IReadOnlyList<string> Filters { get; } = [.. Values.Keys];

    /// <summary>The values that can be asked of a filter on a day.</summary>
    public static IReadOnlyList<string> ValuesOf(string filter, Day day)
    {
        var found = day.All("commitments").SelectMany(row => Asked(filter, row, day)).Distinct().Order(StringComparer.Ordinal);
        return filter is "has_indicators" or "has_evidence" ? [.. found.Except([NoData])] : [.. found];
    }

    /// <summary>The commitments that match all filters: any value of each.</summary>
    public static List<Row> Matching(IReadOnlyDictionary<string, IReadOnlyList<string>> filters, Day day)
    {
        var matching = new List<Row>();
        foreach (var row in day.All("commitments"))
        {
            if (filters.All(filter => Matches(filter.Key, filter.Value, row, day)))
            {
                matching.Add(row);
            }
        }

        return matching;
    }

    /// <summary>The groups of the commitments that match, the largest first, then by their keys, no data before codes.</summary>
    public static IReadOnlyList<Group> Groups(
        IReadOnlyList<string> keys,
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        Day day
    )
    {
        var groups = new Dictionary<(string First, string Second), List<Row>>();
        foreach (var row in Matching(filters, day))
        {
            foreach (var first in Wanted(keys[0]))
            {
                foreach (var second in keys.Count > 1 ? Wanted(keys[1]) : [""])
                {
                    var group = groups.TryGetValue((first, second), out var known) ? known : groups[(first, second)] = [];
                    group.Add(row);
                }
            }

            // A commitment of two policy areas that was found by one of them is not counted in the other.
            IEnumerable<string> Wanted(string key) =>
                Asked(key, row, day)
                    .Where(value => !filters.TryGetValue(key, out var asked) || asked.Contains(value) || asked.All(one => one[0] == '!'));
        }

        return
        [
            .. groups
                .Select(group => new Group(
                    keys.Count > 1 ? [group.Key.First, group.Key.Second] : [group.Key.First],
                    group.Value.Count,
                    Mean(group.Value, day)
                ))
                .OrderByDescending(group => group.Count)
                .ThenBy(group => Ordered(group.Keys[0]), StringComparer.Ordinal)
                .ThenBy(group => Ordered(group.Keys[^1]), StringComparer.Ordinal),
        ];
    }

    /// <summary>Evidence that is public on a day: what is published later is not yet, and an assessment is none.</summary>
    public static IEnumerable<Row> Evidence(Row commitment, Day day) =>
        day.All("evidence")
            .Where(row =>
                row.Text("commitment_id") == commitment.Id
                && row.Text("kind") != "assessment"
                && !(row.Date("published_on") is { } on && on > day.Date)
            );

    /// <summary>
    /// Whether an indicator of what changed for people has an observed value: an output is none, nor is one that was observed before the plan
    /// began.
    /// </summary>
    public static bool HasIndicators(Row commitment, Day day) =>
        day.All("indicators")
            .Any(row =>
                row.Text("commitment_id") == commitment.Id
                && row.Text("kind") == "outcome"
                && day.All("observations").Any(one => one.Text("indicator_id") == row.Id && !IsBefore(commitment, one, day))
            );

    private static bool IsBefore(Row commitment, Row observation, Day day) =>
        day.Find("plans", commitment.Text("plan_id")!)?.Date("start_date") is { } start
        && LatenessOracle.HasPassed(observation.Date("observed_on"), observation.Text("observed_on_precision"), start) is true;

    private static bool? HasSecretariat(Row plan, Day day) =>
        plan.Text("state_id") is { } state
            ? day.All("secretariats").Any(row => row.Text("state_id") == state && row.Text("status") == "installed")
            : null;

    private static bool Matches(string filter, IReadOnlyList<string> asked, Row row, Day day) =>
        filter switch
        {
            "due_from" => row.Date("due_date") >= Parsed(asked),
            "due_to" => row.Date("due_date") <= Parsed(asked),
            "start_from" => row.Date("start_date") >= Parsed(asked),
            "start_to" => row.Date("start_date") <= Parsed(asked),
            "evidence_since" => Evidence(row, day).Any(one => one.Date("published_on") >= Parsed(asked)),
            "evidence_until" => Evidence(row, day).Any(one => one.Date("published_on") <= Parsed(asked)),
            "evidence_in_six_months_to" => Evidence(row, day)
                .Any(one => one.Date("published_on") is { } on && on <= Parsed(asked) && on.DayNumber >= Parsed(asked).DayNumber - 183),
            "q" => SearchOracle.Matches(row, SearchOracle.Terms(asked[0]), day),
            _ => Asked(filter, row, day).ToList() is var has
                && !has.Any(value => asked.Contains($"!{value}"))
                && (asked.All(value => value[0] == '!') || has.Any(asked.Contains)),
        };

    private static IEnumerable<string> Asked(string filter, Row row, Day day) =>
        Values[filter](row, day) is { Count: > 0 } values ? values : [NoData];

    private static decimal? Mean(List<Row> rows, Day day)
    {
        var known = rows.Select(row => ProgressOracle.Of(row, day)).OfType<int>().ToList();
        return known.Count == 0 ? null : Math.Round((decimal)known.Sum() / known.Count, 1, MidpointRounding.AwayFromZero);
    }

    private static string Ordered(string key) => key == NoData ? "" : key;

    private static DateOnly Parsed(IReadOnlyList<string> asked) => DateOnly.Parse(asked[0], CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> One(string? value) => value is null ? [] : [value];

    private static IReadOnlyList<string> Flag(bool? value) =>
        value switch
        {
            null => [],
            true => ["true"],
            false => ["false"],
        };
}

/// <summary>A group of commitments.</summary>
internal sealed record Group(IReadOnlyList<string> Keys, int Count, decimal? MeanProgressPercent);
