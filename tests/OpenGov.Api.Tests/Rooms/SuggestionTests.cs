using System.Text.Json;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Rooms;

/// <summary>Which name is offered for one that is not known.</summary>
[Category("Quick")]
public sealed class SuggestionTests
{
    [TestCase("levl", "level", "level")]
    [TestCase("LEVL", "level", "level")]
    [TestCase("levl", "LEVEL", "LEVEL")]
    [TestCase("statu", "state status", "status", TestName = "Of_two_as_near_the_one_that_goes_on_is_meant")]
    [TestCase("statu", "status state", "status")]
    [TestCase("plan", "plants plano plane", "plane", TestName = "Of_two_that_go_on_as_long_the_first_of_the_alphabet_is_meant")]
    [TestCase("plan", "plan_members clan", "clan", TestName = "The_nearest_is_meant_before_one_that_goes_on_for_long")]
    [TestCase("fie", "fields_of_everything", "fields_of_everything")]
    [TestCase("A", "abcdef", "abcdef")]
    [TestCase("a", "b", null, TestName = "Of_one_letter_nothing_is_left_when_it_is_wrong")]
    [TestCase("ab", "ac", "ac")]
    [TestCase("ab", "cd", null)]
    [TestCase("ab", "b", "b")]
    [TestCase("ab", "ba", "ba", TestName = "Two_neighbours_that_changed_places_are_one_edit")]
    [TestCase("xab", "xba", "xba")]
    [TestCase("abcx", "bacx", "bacx")]
    [TestCase("abc", "cba", "cba")]
    [TestCase("abcd", "dcba", null)]
    [TestCase("abcdefgh", "abcdefxy", "abcdefxy", TestName = "Two_edits_are_few_in_eight_letters")]
    [TestCase("abcdefgh", "abcdexyz", null, TestName = "Three_edits_are_many_in_eight_letters")]
    [TestCase("abcdefghi", "abcdefxyz", "abcdefxyz", TestName = "Three_edits_are_few_in_nine_letters")]
    [TestCase("abcdefghi", "abcdewxyz", null, TestName = "Four_edits_are_many_in_nine_letters")]
    [TestCase("abcdefghi", "abcdef", "abcdef")]
    [TestCase("abcdefghi", "abcde", null)]
    [TestCase("xabcdef", "abcdef", "abcdef")]
    [TestCase("", "state", null)]
    [TestCase("state", "", null)]
    public void The_name_that_was_probably_meant_is_offered(string given, string known, string? nearest) =>
        Assert.That(Suggestion.Nearest(given, known.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(nearest));

    private sealed record Choice(string Code, string[] Words);

    private sealed record Case(string Given, Choice[] Choices, string? Meant);

    /// <summary>The dashboard offers the same one; its tests read the same cases.</summary>
    [Test]
    public void The_value_that_was_meant_is_the_same_with_and_without_the_code_of_a_page()
    {
        var file = Path.Combine(Checkout.Root, "web-client/src/lib/url/nearest.cases.json");
        foreach (var one in JsonSerializer.Deserialize<Case[]>(File.ReadAllText(file), JsonSerializerOptions.Web)!.Some())
        {
            var choices = one.Choices.Select(choice => (choice.Code, (IReadOnlyList<string?>)choice.Words)).ToList();
            Assert.That(Suggestion.Meant(one.Given, choices), Is.EqualTo(one.Meant), one.Given);
        }
    }

    [Test]
    public void Nothing_is_looked_for_that_is_longer_than_80_characters()
    {
        var name = new string('a', 80);
        Assert.That(Suggestion.Nearest(name, [name]), Is.EqualTo(name));
        Assert.That(Suggestion.Nearest(name + "a", [name]), Is.Null);
    }

    [Test]
    public void What_was_meant_is_said_as_a_question()
    {
        Assert.That(Suggestion.Sentence("level"), Is.EqualTo(" Did you mean 'level'?"));
        Assert.That(Suggestion.Sentence(null), Is.Empty);
    }
}
