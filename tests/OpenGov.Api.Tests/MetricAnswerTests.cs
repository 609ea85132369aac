using Microsoft.AspNetCore.Http;
using OpenGov.Api.Embedding;
using OpenGov.Api.Metrics;
using OpenGov.Api.Pages.Contents;

namespace OpenGov.Api.Tests;

/// <summary>What the page of the metric says without scripts; with them it says the same (<c>PagesTests</c>, <c>model.test.ts</c>).</summary>
[Category("Quick")]
public sealed class MetricAnswerTests
{
    private static readonly (int Edition, bool? IsComparable)[] Editions = [(2017, null), (2019, true), (2021, false), (2023, true)];

    [TestCase("", "There is no record here of the national value of any edition.")]
    [TestCase("2019=0.5", "No answer can be given from what is on record: there is a single value, 0.50 in 2019.")]
    [TestCase(
        "2017=0.39 2021=0.48",
        "No answer can be given from what is on record: the values are 0.39 in 2017 and 0.48 in 2021, and whether those of one edition can be compared with those of the edition before was not established."
    )]
    [TestCase("2017=0.39 2019=0.52", "Open government index: from 0.39 in 2017 to 0.52 in 2019, editions that their own source compares.")]
    [TestCase(
        "2017=0.39 2019=0.52 2021=0.48",
        "Open government index: from 0.39 in 2017 to 0.52 in 2019, editions that their own source compares. The value of 0.48 in 2021 stands apart: whether it can be compared with that of the edition before was not established."
    )]
    [TestCase(
        "2017=0.39 2019=0.52 2021=0.48 2023=0.46",
        "Open government index: from 0.39 in 2017 to 0.52 in 2019, editions that their own source compares. Open government index: from 0.48 in 2021 to 0.46 in 2023, editions that their own source compares."
    )]
    [TestCase(
        "2017=0.39 2023=0.46",
        "No answer can be given from what is on record: the values are 0.39 in 2017 and 0.46 in 2023, and whether those of one edition can be compared with those of the edition before was not established."
    )]
    public void Whether_government_became_more_open_is_only_said_of_editions_that_can_be_compared(string values, string answer)
    {
        var of = values
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(each => each.Split('='))
            .Select(each => new MetricValue { Edition = int.Parse(each[0], null), Value = decimal.Parse(each[1], null) })
            .ToList();
        // The newest first, as the list has them.
        var editions = Editions
            .Reverse()
            .Select(each => new MetricEdition { Edition = each.Edition, ComparableWithPrevious = each.IsComparable })
            .ToList();
        var english = WidgetRequest.OfPage(new DefaultHttpContext().Request, "en");
        Assert.That(MetricAnswer.Of(english, editions, of).En, Is.EqualTo(answer));
    }
}
