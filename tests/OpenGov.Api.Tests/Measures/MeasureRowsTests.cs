using OpenGov.Api.Lists;
using OpenGov.Api.Measures;

namespace OpenGov.Api.Tests.Measures;

[Parallelizable]
internal sealed class MeasureRowsTests(string provider) : MeasureFixture(provider)
{
    private const int FiltersATime = 3;

    [TestCaseSource(nameof(Keys))]
    public async Task Yes_no_and_unknown_are_the_total_and_each_is_as_many_as_its_rows(string key)
    {
        var measure = MeasureCatalogue.Find(key)!;
        var random = new Random(1327011070);
        var checkedRows = 0;
        foreach (var by in Groupings(key).Some())
        {
            var counted = by.Split(',').Contains(Population.Voice) ? measure.ByVoice() : measure;
            foreach (var filters in (string[])["", RandomFilters(counted, random)])
            {
                var rows = (await RowsAsync(key, by, filters)).Where(IsCounted).ToList();

                // Of many groups some, never the same ones.
                var some = by.Contains(',') && rows.Count > 3 ? random.GetItems(rows.ToArray(), 3) : [.. rows];
                foreach (var row in some.PerhapsNone("filters can leave no row; the last line makes sure of some"))
                {
                    checkedRows++;
                    var about = $"{key} by {by} of {filters}: {row}";
                    Assert.That(await TotalAsync(row.GetProperty("rows_url")), Is.EqualTo(Number(row, "total")), about);
                    if (measure.Reckoning is not Reckoning.Parts)
                    {
                        Assert.That(
                            (Number(row, "yes"), Number(row, "no"), Number(row, "unknown")),
                            Is.EqualTo(((int?)null, (int?)null, (int?)null)),
                            about
                        );
                        continue;
                    }

                    Assert.That(Number(row, "yes") + Number(row, "no") + Number(row, "unknown"), Is.EqualTo(Number(row, "total")), about);
                    foreach (var part in (string[])["yes", "no", "unknown"])
                    {
                        Assert.That(
                            await TotalAsync(row.GetProperty($"{part}_rows_url")),
                            Is.EqualTo(Number(row, part)),
                            $"{part} of {about}"
                        );
                    }
                }
            }
        }

        Assert.That(checkedRows, Is.GreaterThan(0));
    }

    [TestCaseSource(nameof(Keys))]
    public async Task The_groups_of_a_key_with_one_value_add_up_to_the_whole(string key)
    {
        var whole = (await RowsAsync(key, "", "")).Single();
        foreach (var (by, group) in MeasureCatalogue.Find(key)!.Of.Keys.PerhapsNone("not every population has keys"))
        {
            if (group.IsList)
            {
                continue;
            }

            var rows = (await RowsAsync(key, by, "")).Where(IsCounted).ToList();
            foreach (var number in (string[])["total", "yes", "no", "unknown", "known"])
            {
                var sum = rows.Count == 0 && Number(whole, number) is null ? null : (int?)rows.Sum(row => Number(row, number) ?? 0);
                Assert.That(sum ?? 0, Is.EqualTo(Number(whole, number) ?? 0), $"{number} of {key} by {by}");
            }
        }
    }

    /// <summary>Some filters of the rows that take codes, each with one or two of them.</summary>
    private static string RandomFilters(Measure measure, Random random)
    {
        var coded = measure.Of.List.Filters.Where(filter => filter.Codes is not null).ToArray();
        var chosen = random.GetItems(coded, Math.Min(coded.Length, FiltersATime)).DistinctBy(filter => filter.Name);
        return string.Join('&', chosen.Select(Values));

        string Values(Filter filter) => $"{filter.Name}={string.Join(',', random.GetItems(filter.Codes!.ToArray(), 2).Distinct())}";
    }
}
