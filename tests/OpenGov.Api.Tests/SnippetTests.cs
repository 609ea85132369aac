using OpenGov.Api.Search;

namespace OpenGov.Api.Tests;

/// <summary>The words around what a search found: from at most 60 letters before it, 180 in all, cut between words.</summary>
[Category("Quick")]
[Parallelizable]
public sealed class SnippetTests
{
    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("Parques y plazas")]
    [TestCase("Desagua")]
    public void A_text_in_which_nothing_was_found_has_no_snippet(string? text) => Assert.That(Snippets.Around(text, ["agua"]), Is.Null);

    [TestCase("Agua para todos", "agua")]
    [TestCase("  Agua para todos ", "agua")]
    [TestCase("Pozos de agua", "agua")]
    [TestCase("Desagua el agua", "agua")]
    [TestCase("El agua", "luz", "agua")]
    [TestCase("Educación de la niñez", "nine")]
    [TestCase("Vergüenza", "verguenza")]
    [TestCase("¿Agua?", "agua")]
    [TestCase("2026", "20")]
    public void A_short_text_is_its_own_snippet(string text, params string[] wanted) =>
        Assert.That(Snippets.Around(text, wanted), Is.EqualTo(text.Trim()));

    [Test]
    public void A_snippet_begins_with_its_text_while_the_find_is_within_its_first_60_letters()
    {
        var a59 = new string('a', 59);
        Assert.That(Snippets.Around($"{a59} luz", ["luz"]), Is.EqualTo($"{a59} luz"));
        Assert.That(Snippets.Around($"{a59}a luz", ["luz"]), Is.EqualTo("… luz"));
    }

    [Test]
    public void A_snippet_begins_with_the_first_whole_word_of_the_60_letters_before_the_find()
    {
        var a57 = new string('a', 57);
        Assert.That(Snippets.Around($"bb {a57} luz", ["luz"]), Is.EqualTo($"… {a57} luz"));
        Assert.That(Snippets.Around($"b {a57}a luz", ["luz"]), Is.EqualTo($"… {a57}a luz"));
        Assert.That(Snippets.Around($"b {a57}aa luz", ["luz"]), Is.EqualTo("… luz"));
    }

    [Test]
    public void A_snippet_begins_with_the_find_where_no_word_ends_before_it()
    {
        var a60 = new string('a', 60);
        Assert.That(Snippets.Around($"{a60}-luz", ["luz"]), Is.EqualTo("… luz"));
        Assert.That(Snippets.Around($"{a60}-luz y agua", ["luz"]), Is.EqualTo("… luz y agua"));
    }

    [Test]
    public void A_snippet_ends_with_its_text_when_that_ends_within_180_letters()
    {
        var b175 = new string('b', 175);
        Assert.That(Snippets.Around($"luz {b175}b", ["luz"]), Is.EqualTo($"luz {b175}b"));
        Assert.That(Snippets.Around($"luz {b175[..173]} cc", ["luz"]), Is.EqualTo($"luz {b175[..173]} cc"));
        Assert.That(Snippets.Around($"luz {b175[..173]} ccc", ["luz"]), Is.EqualTo($"luz {b175[..173]} …"));
        Assert.That(Snippets.Around($"luz {b175}b ccc", ["luz"]), Is.EqualTo($"luz {b175}b …"));
        Assert.That(Snippets.Around($"luz {b175}bb ccc", ["luz"]), Is.EqualTo("luz …"));
    }

    [Test]
    public void A_snippet_whose_find_is_one_endless_word_is_the_rest_of_the_text()
    {
        var text = $"luz{new string('b', 300)}";
        Assert.That(Snippets.Around(text, ["luz"]), Is.EqualTo(text));
    }

    [Test]
    public void A_snippet_in_the_middle_of_a_text_is_cut_at_both_ends()
    {
        var text = $"{new string('a', 100)} de la luz {new string('b', 160)} ccc {new string('d', 100)}";
        Assert.That(Snippets.Around(text, ["luz"]), Is.EqualTo($"… de la luz {new string('b', 160)} ccc …"));
    }
}
