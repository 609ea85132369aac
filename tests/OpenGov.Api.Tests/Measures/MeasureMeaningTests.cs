using OpenGov.Api.Commitments;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Measures;

/// <summary>What measures mean, in words and codes. Nothing is asked of a server.</summary>
[Category("Quick")]
[Parallelizable]
public sealed class MeasureMeaningTests
{
    private static readonly string[] Numbers = ["yes", "no", "unknown", "total", "value", "known"];

    private static IEnumerable<string> Keys => MeasureCatalogue.All.Select(measure => measure.Key);

    private static IEnumerable<string> KeysOfParts =>
        MeasureCatalogue.All.Where(measure => measure.Reckoning is Reckoning.Parts).Select(measure => measure.Key);

    [Test]
    public void Every_measure_has_a_key_of_its_own_and_a_place_of_its_own()
    {
        Assert.That(Keys.Distinct().Count(), Is.EqualTo(MeasureCatalogue.All.Count).And.GreaterThan(30));
        Assert.That(MeasureCatalogue.All.Select(measure => measure.Position).Distinct().Count(), Is.EqualTo(MeasureCatalogue.All.Count));
        Assert.That(Keys.Some(), Is.All.Match("^[a-z]+(_[a-z]+)*$"));
    }

    [TestCaseSource(nameof(Keys))]
    public void Every_key_by_which_a_measure_is_grouped_is_a_filter_of_its_rows(string key)
    {
        var of = MeasureCatalogue.Find(key)!.Of;
        Assert.That(of.Keys.Keys.PerhapsNone("not every population has keys"), Is.SubsetOf(of.List.Filters.Select(filter => filter.Name)));
    }

    [TestCaseSource(nameof(Keys))]
    public void What_counts_is_said_in_filters_and_codes_that_its_rows_have(string key)
    {
        var measure = MeasureCatalogue.Find(key)!;
        RowsQuery[] queries =
        [
            measure.Within,
            .. measure.Reckoning is Reckoning.Parts parts ? (RowsQuery[])[parts.Yes, parts.No, parts.Unknown] : [],
        ];
        foreach (var (name, values) in queries.SelectMany(query => query.Filters).PerhapsNone("a measure of all rows has no condition"))
        {
            var filter = measure.Of.List.Filters.Single(filter => filter.Name == name);
            Assert.That(values.Some(), Is.SubsetOf(filter.Codes ?? values), $"{name} of {key}");
        }
    }

    [TestCaseSource(nameof(KeysOfParts))]
    public void The_codes_of_yes_no_and_unknown_are_all_codes_and_none_twice(string key)
    {
        var measure = MeasureCatalogue.Find(key)!;
        var parts = (Reckoning.Parts)measure.Reckoning;
        var names = new[] { parts.Yes, parts.No, parts.Unknown }.SelectMany(part => part.Filters).Select(filter => filter.Key).Distinct();
        var name = names.Single();
        var said = new[] { parts.Yes, parts.No, parts.Unknown }
            .SelectMany(part => part.Filters)
            .SelectMany(filter => filter.Value)
            .ToList();
        Assert.That(said.Some(), Is.EquivalentTo(measure.Of.List.Filters.Single(filter => filter.Name == name).Codes!));
    }

    [Test]
    public void What_has_no_results_yet_is_called_not_yet_and_never_no()
    {
        var measure = MeasureCatalogue.Find("early_results")!;
        var no = ((Reckoning.Parts)measure.Reckoning).No.Filters.Single().Value;
        Assert.That(no, Does.Contain("no_early_results_yet"));
        Assert.That((measure.No.Es, measure.No.En), Is.EqualTo(("Aún no", "Not yet")));
        Assert.That(measure.Answer.Es, Does.Contain("{no} aún no"));
        Assert.That(measure.Answer.En, Does.Contain("{no} not yet"));
    }

    [TestCaseSource(nameof(Keys))]
    public void Words_stand_in_both_languages_and_answers_name_numbers_that_a_row_has(string key)
    {
        var measure = MeasureCatalogue.Find(key)!;
        foreach (
            var words in (Words[])
                [measure.Question, measure.Answer, measure.Definition, measure.DoesNotSay, measure.No, measure.BesideVoices ?? measure.No]
        )
        {
            Assert.That(words.Es, Is.Not.Empty);
            Assert.That(words.En, Is.Not.Empty);
        }

        Assert.That(measure.Question.Es, Does.StartWith("¿").And.EndWith("?"));
        Assert.That(measure.Question.En, Does.EndWith("?"));
        Assert.That(measure.Synonyms.Es, Is.Not.Empty);
        Assert.That(measure.Synonyms.En, Is.Not.Empty);
        var (es, en) = (Named(measure.Answer.Es), Named(measure.Answer.En));
        Assert.That(es.Some(), Is.EquivalentTo(en).And.SubsetOf(Numbers).And.Not.Empty);
        Assert.That(es, measure.Reckoning is Reckoning.Parts ? Does.Contain("yes") : Does.Contain("value"));
    }

    [TestCase(Documented.Codes, Documented.Sql)]
    [TestCase(CommitmentCodes.Finished, CommitmentCodes.IsFinished)]
    [TestCase(CommitmentCodes.OpenedGovernment, CommitmentCodes.HasOpenedGovernment)]
    public void What_codes_mean_is_the_same_in_an_address_and_in_a_statement(string codes, string sql) =>
        Assert.That(sql, Is.EqualTo($"IN ({string.Join(", ", codes.Split(',').Select(code => $"'{code}'"))})"));

    [Test]
    public void No_measure_says_that_nobody_knows()
    {
        foreach (
            var words in MeasureCatalogue.All.SelectMany(measure => (Words[])[measure.Question, measure.Answer, measure.Definition]).Some()
        )
        {
            Assert.That(words.En, Does.Not.Contain("nobody").IgnoreCase);
            Assert.That(words.Es, Does.Not.Contain("nadie").IgnoreCase);
        }
    }

    private static List<string> Named(string answer) =>
        [.. System.Text.RegularExpressions.Regex.Matches(answer, @"\{(\w+)\}").Select(match => match.Groups[1].Value).Distinct()];
}
