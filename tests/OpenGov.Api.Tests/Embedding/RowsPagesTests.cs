using System.Text.Json;
using OpenGov.Api.Embedding;

namespace OpenGov.Api.Tests.Embedding;

public class RowsPagesTests
{
    private static IEnumerable<TestCaseData> Cases()
    {
        var file = Path.Combine(Checkout.Root, "web-client/src/lib/records/rows-page.cases.json");
        return JsonSerializer
            .Deserialize<Dictionary<string, string?>>(File.ReadAllText(file))!
            .Select(pair => new TestCaseData(pair.Key, pair.Value));
    }

    [TestCaseSource(nameof(Cases))]
    public void The_rows_behind_a_number_are_shown_by_the_page_by_which_the_dashboard_shows_them(string rows, string? page) =>
        Assert.That(RowsPages.Of($"/{rows}"), Is.EqualTo(page));
}
