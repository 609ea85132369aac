namespace OpenGov.Api.Tests.Oracles;

/// <summary>Commitments filtered and counted in groups.</summary>
[Parallelizable]
internal sealed class GroupingTests(string provider, string kind) : OracleFixture(provider, kind)
{
    [Test]
    public async Task Filters_of_commitments_find_what_an_oracle_finds()
    {
        for (var i = 0; i < 150; i++)
        {
            var day = Dice.Of(Region.Days);
            var filters = RandomFilters(day, 3);
            var address = At(day, $"commitments?limit=500{Query(filters)}");
            var found = (await Region.App.AllAsync(address)).Select(one => one.GetProperty("id").GetString()).Order(StringComparer.Ordinal);
            Compare(address, CommitmentsOracle.Matching(filters, day).Select(row => row.Id), found);
        }

        AssertNoFault();
    }

    [Test]
    public async Task Groups_of_commitments_are_counted_as_an_oracle_counts_them_and_have_their_rows()
    {
        // Each key alone and each pair once at least; some of them among few commitments.
        var all = CommitmentsOracle.Keys;
        var asked = all.Select(key => (IReadOnlyList<string>)[key]).Concat(Enumerable.Range(0, 30).Select(_ => Two(all))).ToList();
        foreach (var keys in asked.Some())
        {
            var day = Dice.Chance(50) ? Region.Today : Dice.Of(Region.Days);
            var filters = RandomFilters(day, 2);
            var address = At(day, $"stats/commitments?group_by={string.Join(',', keys)}{Query(filters)}");
            var answer = await AskAsync(address);
            var found = answer.GetProperty("items").EnumerateArray().ToList();
            Compare($"{address}: total", CommitmentsOracle.Matching(filters, day).Count, answer.GetProperty("total"));
            var wanted = CommitmentsOracle.Groups(keys, filters, day);
            Compare(
                address,
                wanted.Select(group => $"{string.Join('/', group.Keys)} {group.Count} {group.MeanProgressPercent:0.#}"),
                found.Select(one =>
                    $"{string.Join('/', keys.Select(key => one.GetProperty(key).GetString() ?? "no_data"))} {one.GetProperty("count")} "
                    + (
                        one.GetProperty("mean_progress_percent") is { ValueKind: System.Text.Json.JsonValueKind.Number } mean
                            ? $"{mean.GetDecimal():0.#}"
                            : ""
                    )
                )
            );
            foreach (var group in (Dice.Chance(50) ? found : found.Take(3)).PerhapsNone("what is compared is counted"))
            {
                var rows = group.GetProperty("rows_url").GetString()!;
                Compare(rows, group.GetProperty("count"), await TotalAsync(rows));
            }
        }

        AssertNoFault();
    }

    private IReadOnlyList<string> Two(IReadOnlyList<string> keys)
    {
        var first = Dice.Of(keys);
        return [first, Dice.Of(keys.Where(key => key != first).ToList())];
    }

    /// <summary>Some filters, each with values that commitments of the day have, and perhaps a bound on dates or a word.</summary>
    private Dictionary<string, IReadOnlyList<string>> RandomFilters(Day day, int most)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>();
        for (var i = Dice.Below(most + 1); i > 0; i--)
        {
            var filter = Dice.Of(CommitmentsOracle.Filters);
            if (CommitmentsOracle.ValuesOf(filter, day) is { Count: > 0 } values)
            {
                // Now and then what is not wanted.
                filters[filter] = [.. Dice.Some(values, 3).Select(value => Dice.Chance(15) ? $"!{value}" : value)];
            }
        }

        if (Dice.Chance(25))
        {
            var bound = Dice.Of([
                "due_from",
                "due_to",
                "start_from",
                "start_to",
                "evidence_since",
                "evidence_until",
                "evidence_in_six_months_to",
            ]);
            filters[bound] = [$"{Dice.Date().Date:yyyy-MM-dd}"];
        }

        if (Dice.Chance(15))
        {
            filters["q"] = [Dice.Of(["agua", "agu", "a", "y", "mexico", "pinguino", "\"agua agua\"", "20"])];
        }

        return filters;
    }

    private static string Query(Dictionary<string, IReadOnlyList<string>> filters) =>
        string.Concat(filters.Select(filter => $"&{filter.Key}={Uri.EscapeDataString(string.Join(',', filter.Value))}"));
}
