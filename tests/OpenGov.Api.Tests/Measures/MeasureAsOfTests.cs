using System.Text.Json;

namespace OpenGov.Api.Tests.Measures;

[Parallelizable]
internal sealed class MeasureAsOfTests(string provider) : MeasureFixture(provider)
{
    /// <summary>The region changes on the 10th, 12th, 14th, 15th, 18th and 20th of November 2026.</summary>
    [TestCaseSource(nameof(Keys))]
    public async Task Each_part_of_an_earlier_day_is_as_many_as_its_rows_of_that_day(string key)
    {
        foreach (var day in (string[])["2026-11-01", "2026-11-12", "2026-11-16"])
        {
            foreach (var row in (await RowsAsync(key, "", $"as_of={day}")).Some())
            {
                foreach (var part in (string[])["", "yes_", "no_", "unknown_"])
                {
                    var rows = row.GetProperty($"{part}rows_url");
                    var number = Number(row, part.Length == 0 ? "total" : part.TrimEnd('_'));
                    if (rows.GetString() is { } address)
                    {
                        Assert.That(address, Does.EndWith($"as_of={day}"));
                        Assert.That(await TotalAsync(rows), Is.EqualTo(number), $"{part}{key} on {day}");
                    }
                }
            }
        }
    }

    /// <summary>XT-CEN-PAL1-C2 was set to not started and then to in progress on the 12th; before, nothing was known of it.</summary>
    [Test]
    public async Task A_change_moves_what_it_is_about_and_nothing_else()
    {
        var before = (await RowsAsync("finished", "", "as_of=2026-11-11")).Single();
        var after = (await RowsAsync("finished", "", "as_of=2026-11-12")).Single();
        Assert.That(Number(after, "no") - Number(before, "no"), Is.EqualTo(1));
        Assert.That(Number(before, "unknown") - Number(after, "unknown"), Is.EqualTo(1));
        Assert.That(Number(after, "yes"), Is.EqualTo(Number(before, "yes")));
        Assert.That(Number(after, "total"), Is.EqualTo(Number(before, "total")));
        foreach (var key in Keys.Except(["finished", "compliance", "overdue", "progress"]).Some())
        {
            var (then, now) = (await RowsAsync(key, "", "as_of=2026-11-11"), await RowsAsync(key, "", "as_of=2026-11-12"));
            Assert.That(Numbers(now), Is.EqualTo(Numbers(then)), key);
        }
    }

    private static List<string> Numbers(List<JsonElement> rows) =>
        [
            .. rows.SelectMany(row =>
                ((string[])["value", "yes", "no", "unknown", "total", "known"]).Select(name => row.GetProperty(name).ToString())
            ),
        ];
}
