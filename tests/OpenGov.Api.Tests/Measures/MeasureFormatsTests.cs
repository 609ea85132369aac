using System.Net;
using System.Text.Json;

namespace OpenGov.Api.Tests.Measures;

[Parallelizable]
internal sealed class MeasureFormatsTests(string provider) : MeasureFixture(provider)
{
    [TestCaseSource(nameof(Keys))]
    public async Task A_table_of_a_measure_says_what_its_JSON_says(string key)
    {
        foreach (var by in Groupings(key).Some())
        {
            var rows = await RowsAsync(key, by, "");
            using var answer = await App.SendAsync($"measures/{key}/values.csv?{(by.Length == 0 ? "" : $"by={by}")}");
            var lines = MeasureCsv.Read(await answer.Content.ReadAsStringAsync());
            Assert.That(lines, Has.Count.EqualTo(rows.Count + 1), $"{key} by {by}");
            var names = lines[0];
            Assert.That(names.Take(2), Is.EqualTo(new[] { "measure", "unit" }));
            for (var i = 0; i < rows.Count; i++)
            {
                var cells = names.Zip(lines[i + 1]).ToDictionary(cell => cell.First, cell => cell.Second);
                Assert.That(cells["measure"], Is.EqualTo(key));
                foreach (
                    var property in rows[i].EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Array).Some()
                )
                {
                    var wanted = property.Value.ValueKind == JsonValueKind.Null ? "" : property.Value.ToString();
                    Assert.That(cells[property.Name], Is.EqualTo(wanted), $"{property.Name} of {key} by {by}");
                }
            }
        }
    }

    [TestCase("ndjson")]
    [TestCase("xlsx")]
    public async Task A_measure_comes_in_every_format(string suffix)
    {
        using var answer = await App.SendAsync($"measures/finished/values.{suffix}?by=state");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var rows = await RowsAsync("finished", "state", "");
        if (suffix == "ndjson")
        {
            var lines = (await answer.Content.ReadAsStringAsync()).Trim().Split('\n');
            Assert.That(
                lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("total").GetInt32()),
                Is.EqualTo(rows.Select(row => row.GetProperty("total").GetInt32()))
            );
        }
        else
        {
            Assert.That((await answer.Content.ReadAsByteArrayAsync())[..2], Is.EqualTo("PK"u8.ToArray()));
        }
    }

    [TestCase("stats/commitments.csv?group_by=status", "status,count,mean_progress_percent,rows_url")]
    [TestCase("stats/commitments.csv?group_by=state,early_results", "state,early_results,count,mean_progress_percent,rows_url")]
    public async Task Counts_come_as_tables_too(string address, string header)
    {
        using var answer = await App.SendAsync(address);
        var lines = MeasureCsv.Read(await answer.Content.ReadAsStringAsync());
        Assert.That(string.Join(',', lines[0]), Is.EqualTo(header));
        var stats = await App.GetAsync(address.Replace(".csv", "", StringComparison.Ordinal));
        var counts = stats.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("count").ToString());
        Assert.That(lines.Skip(1).Some().Select(line => line[lines[0].IndexOf("count")]), Is.EqualTo(counts).And.Not.Empty);
    }

    private static string Cell(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : value.ToString();

    [Test]
    public async Task The_summary_as_a_table_has_a_row_for_each_figure_that_says_the_same()
    {
        var figures = (await App.GetAsync("stats/summary")).GetProperty("figures").EnumerateArray().Some().ToList();
        using var answer = await App.SendAsync("stats/summary.csv");
        var lines = MeasureCsv.Read(await answer.Content.ReadAsStringAsync());
        Assert.That(lines, Has.Count.EqualTo(figures.Count + 1));
        foreach (var (figure, line) in figures.Zip(lines.Skip(1)).Some())
        {
            var told = figure.EnumerateObject().Where(property => property.Name != "sources");
            Assert.That(lines[0], Is.EqualTo(told.Select(property => property.Name)));
            Assert.That(line, Is.EqualTo(told.Select(property => Cell(property.Value))));
        }

        await App.GetProblemAsync("stats/summary.csv?fields=figures", HttpStatusCode.BadRequest);
        using var ndjson = await App.SendAsync("stats/summary.ndjson");
        var objects = (await ndjson.Content.ReadAsStringAsync()).Trim().Split('\n');
        Assert.That(objects.Some(), Is.EqualTo(figures.Select(figure => figure.GetRawText())));
    }
}
