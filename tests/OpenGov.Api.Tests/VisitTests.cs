using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>
/// Until the dashboard has taken a page over, what was served stands in it, and may answer to the same name as what is drawn: a test that comes to a page goes
/// through <see cref="BrowserFixture"/>, which waits, or says that it lands on what was served.
/// </summary>
[Category("Quick")]
public sealed partial class VisitTests
{
    [Test]
    public void No_browser_test_reads_a_page_that_is_not_taken_over_without_saying_so()
    {
        var folder = Path.Combine(Checkout.Root, "tests", "OpenGov.Api.Tests");
        var sources = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories);
        var alone = sources.Where(file => ByItself().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);
        Assert.That(alone, Is.EqualTo((string[])["BrowserFixture.cs"]));
    }

    [GeneratedRegex(@"\.(GotoAsync|ReloadAsync|WaitForURLAsync)\(")]
    private static partial Regex ByItself();
}
