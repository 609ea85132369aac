using System.Text.Json;
using OpenGov.Api.Measures;
using OpenGov.Api.Tests.Synthetic;

namespace OpenGov.Api.Tests.Measures;

/// <summary>The measures over the synthetic region, which has a row on each side of the border of every rule.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
internal abstract class MeasureFixture(string provider)
{
    protected OpenGovApplication App { get; private set; } = null!;

    /// <summary>Every measure, by its key.</summary>
    protected static IEnumerable<string> Keys => MeasureCatalogue.All.Select(measure => measure.Key);

    [OneTimeSetUp]
    public async Task StartAsync() => App = await SyntheticData.StartAsync(provider);

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (App is not null)
        {
            await App.DisposeAsync();
        }
    }

    /// <summary>Nothing, each key alone, and each pair of keys.</summary>
    protected static IReadOnlyList<string> Groupings(string key)
    {
        var measure = MeasureCatalogue.Find(key)!;
        return ["", .. measure.GroupedBy, .. Pairs(measure.Of), .. measure.HasVoices ? Pairs(Population.Assessments) : []];
    }

    private static IEnumerable<string> Pairs(Population of) =>
        of.Keys.Keys.SelectMany((first, i) => of.Keys.Keys.Skip(i + 1), (first, second) => $"{first},{second}");

    /// <summary>The rows of a measure's values.</summary>
    protected async Task<List<JsonElement>> RowsAsync(string key, string by, string filters)
    {
        var query = string.Join('&', ((string[])[by.Length == 0 ? "" : $"by={by}", filters]).Where(part => part.Length > 0));
        return [.. (await App.GetAsync($"measures/{key}/values?{query}")).GetProperty("items").EnumerateArray()];
    }

    /// <summary>Whether the row is counted from the records, and not what a voice said of a plan as a whole.</summary>
    protected static bool IsCounted(JsonElement row) => row.GetProperty("said_by").ValueKind == JsonValueKind.Null;

    /// <summary>How many rows the list at an address has; none where there is no address.</summary>
    protected async Task<int> TotalAsync(JsonElement address) =>
        address.GetString() is { } rows
            ? (await App.GetAsync($"{rows}{(rows.Contains('?') ? '&' : '?')}limit=1")).GetProperty("total").GetInt32()
            : 0;

    protected static int? Number(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
