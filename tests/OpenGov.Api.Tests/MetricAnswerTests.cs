using Microsoft.AspNetCore.Http;
using OpenGov.Api.Embedding;
using OpenGov.Api.Metrics;
using OpenGov.Api.Pages.Contents;

namespace OpenGov.Api.Tests;

/// <summary>What the page of the metric says without scripts; with them it says the same (<c>PagesTests</c>, <c>model.test.ts</c>).</summary>
[Category("Quick")]
[Parallelizable]
public sealed class MetricAnswerTests
{
    private static readonly (int Edition, bool? IsComparable)[] Editions = [(2017, null), (2019, true), (2021, false), (2023, true)];

    /// <summary>What was not established of values that cannot be set beside those before them.</summary>
    private const string Unsaid = "whether those of one edition can be compared with those of the edition before was not established.";

    private const string NoConsta = "no se estableció si los de una edición se pueden comparar con los de la anterior.";

    [TestCase("en", "", "There is no record here of the national value of any edition.")]
    [TestCase("en", "2019=0.5", "No answer can be given from what is on record: there is a single value, 0.50 in 2019.")]
    [TestCase(
        "en",
        "2017=0.39 2021=0.48",
        $"No answer can be given from what is on record: the values are 0.39 in 2017 and 0.48 in 2021, and {Unsaid}"
    )]
    [TestCase("en", "2017=0.39 2019=0.52", "Index: from 0.39 in 2017 to 0.52 in 2019, editions that their own source compares.")]
    [TestCase(
        "en",
        "2017=0.39 2019=0.52 2021=0.48",
        "Index: from 0.39 in 2017 to 0.52 in 2019, editions that their own source compares. "
            + "The value of 0.48 in 2021 stands apart: whether it can be compared with that of the edition before was not established."
    )]
    [TestCase(
        "en",
        "2017=0.39 2019=0.52 2021=0.48 2023=0.46",
        "Index: from 0.39 in 2017 to 0.52 in 2019, editions that their own source compares. "
            + "Index: from 0.48 in 2021 to 0.46 in 2023, editions that their own source compares."
    )]
    [TestCase(
        "en",
        "2017=0.39 2023=0.46",
        $"No answer can be given from what is on record: the values are 0.39 in 2017 and 0.46 in 2023, and {Unsaid}"
    )]
    [TestCase("es", "", "Aquí no hay registro del valor nacional de ninguna edición.")]
    [TestCase("es", "2019=0.5", "Con lo que consta no se puede responder: hay un solo valor, 0.50 en 2019.")]
    [TestCase(
        "es",
        "2017=0.39 2021=0.48",
        $"Con lo que consta no se puede responder: los valores son 0.39 en 2017 y 0.48 en 2021, y {NoConsta}"
    )]
    [TestCase(
        "es",
        "2017=0.39 2019=0.52 2021=0.48",
        "Index: de 0.39 en 2017 a 0.52 en 2019, ediciones que su propia fuente compara. "
            + "El valor de 0.48 en 2021 queda aparte: no se estableció si se puede comparar con el de la edición anterior."
    )]
    public void Whether_government_became_more_open_is_only_said_of_editions_that_can_be_compared(
        string language,
        string values,
        string answer
    )
    {
        var points = values
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(each => each.Split('='))
            .Select(each => (int.Parse(each[0], null), decimal.Parse(each[1], null)))
            .ToList();
        // The newest first, as the list has them.
        var editions = Editions
            .Reverse()
            .Select(each => new MetricEdition { Edition = each.Edition, ComparableWithPrevious = each.IsComparable })
            .ToList();
        var widget = WidgetRequest.OfPage(new DefaultHttpContext().Request, language);
        var line = points.Count == 0 ? null : new TrendLine("Index", "index", points);
        Assert.That(MetricAnswer.Of(widget, editions, line), Is.EqualTo(answer));
    }
}
