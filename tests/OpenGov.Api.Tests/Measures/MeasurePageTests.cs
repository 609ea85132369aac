using OpenGov.Api.Measures;

namespace OpenGov.Api.Tests.Measures;

[Category("Quick")]
[Parallelizable]
public sealed class MeasurePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "api", "measures.md"));

    private static IEnumerable<string> Keys => MeasureCatalogue.All.Select(measure => measure.Key);

    [TestCaseSource(nameof(Keys))]
    public void The_page_of_measures_says_what_each_means(string key)
    {
        var measure = MeasureCatalogue.Find(key)!;
        Assert.That(Page, Does.Contain($"### `{key}`"), "scripts/openapi.sh writes docs/api/measures.md");
        Assert.That(Page, Does.Contain(measure.Question.En).And.Contain(measure.Question.Es));
        Assert.That(Page, Does.Contain(measure.Definition.En).And.Contain(measure.DoesNotSay.En));
    }

    [Test]
    public void The_page_of_measures_has_no_measure_that_there_is_not() =>
        Assert.That(
            System.Text.RegularExpressions.Regex.Matches(Page, "### `(\\w+)`").Some().Select(match => match.Groups[1].Value),
            Is.EqualTo(Keys)
        );
}
