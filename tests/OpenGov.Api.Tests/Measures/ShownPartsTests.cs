using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests.Measures;

/// <summary>What the dashboard cites and links to is found without its code, too.</summary>
[Category("Browser")]
public sealed partial class ShownPartsTests : PagesFixture
{
    [Test]
    public async Task Every_part_that_the_dashboard_cites_or_leads_to_is_a_part_of_the_served_page()
    {
        var missing = new List<string>();
        foreach (var page in Parts.Some().GroupBy(part => part.Split('#')[0]))
        {
            using var response = await App.SendAsync(page.Key);
            var html = await response.Content.ReadAsStringAsync();
            var served = Id().Matches(html).Select(id => id.Groups[1].Value).ToHashSet();
            missing.AddRange(page.Where(part => !served.Contains(Uri.UnescapeDataString(part.Split('#')[1]))));
        }

        Assert.That(missing.PerhapsNone("the parts were some"), Is.Empty);
        Assert.That(Parts, Has.Count.GreaterThan(100));
    }

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();
}
