using CsCheck;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Rooms;

/// <summary>How text is folded, and what of a query is looked for.</summary>
[Category("Quick")]
public sealed class SearchTextTests
{
    [TestCase("Índice  de  la Niñez!", " indice de la ninez ")]
    [TestCase("¡Agua!", " agua ")]
    [TestCase("co-creación", " co creacion ")]
    [TestCase("nin\u0303ez", " ninez ", TestName = "An_accent_of_its_own_parts_no_word")]
    [TestCase("Łódź 2026", " łodz 2026 ")]
    [TestCase("  ", " ")]
    [TestCase("", " ")]
    [TestCase(null, " ")]
    public void A_text_is_folded_to_its_words(string? text, string folded)
    {
        Assert.That(SearchText.Fold([text]), Is.EqualTo(folded));
        Assert.That(SearchText.Fold([null, text, ""]), Is.EqualTo(folded));
    }

    [Test]
    public void Texts_are_folded_one_behind_the_other() =>
        Assert.That(SearchText.Fold(["Agua", null, "limpia,", "ya"]), Is.EqualTo(" agua limpia ya "));

    [Test]
    public void A_text_begins_with_what_it_begins_with_once_it_is_folded() =>
        Gen.Select(Gen.Char["aAáñz19 -.\u0303\n"].Array[0, 12], Gen.Char["an19 "].Array[1, 6])
            .Sample(
                (rest, beginning) =>
                {
                    var (text, folded) = ($"a{string.Concat(rest)}", $"a{string.Concat(beginning)}");
                    return SearchText.Begins(text, folded)
                        == SearchText.Fold([text]).TrimStart().StartsWith(folded, StringComparison.Ordinal);
                }
            );

    [TestCase("Ñandú", "nandu")]
    [TestCase(" a  B ", "a b")]
    [TestCase("", "")]
    [TestCase(null, null)]
    public void A_name_sorts_by_what_it_is_folded_to(string? name, string? key) => Assert.That(SearchText.SortKey(name), Is.EqualTo(key));

    [TestCase("agua limpia", "% agua %", "% limpia%", TestName = "The_last_word_may_go_on")]
    [TestCase("agua", "% agua%")]
    [TestCase("co-creación", "% co %", "% creacion%")]
    [TestCase("\"agua limpia\"", "% agua limpia %", TestName = "A_phrase_stands_as_it_is")]
    [TestCase("\"agua\" limpia", "% agua %", "% limpia%")]
    [TestCase("limpia \"agua\"", "% limpia %", "% agua %", TestName = "A_quoted_word_does_not_go_on")]
    [TestCase("agua \"limpia", "% agua %", "% limpia%", TestName = "A_quote_that_is_not_closed_is_none")]
    [TestCase("\"agua\" \"\"", "% agua %")]
    [TestCase("agua \"!\"", "% agua%")]
    [TestCase("!")]
    [TestCase("")]
    public void Each_word_or_phrase_of_a_query_is_looked_for(string query, params string[] patterns) =>
        Assert.That(SearchText.Patterns(query), Is.EqualTo(patterns));

    [TestCase("agua -limpia", "agua*", "-limpia")]
    [TestCase("agua luz -limpia -sucia", "agua", "luz*", "-limpia", "-sucia")]
    [TestCase("\"agua\" -limpia", "agua", "-limpia")]
    [TestCase("-limpia agua", "-limpia", "agua*")]
    [TestCase("-\"agua limpia\" luz", "-agua limpia", "luz*")]
    [TestCase("luz -\"agua limpia\"", "luz*", "-agua limpia")]
    [TestCase("luz-\"agua limpia\"", "luz", "agua limpia")]
    [TestCase("co-creación", "co", "creacion*")]
    [TestCase("agua - luz", "agua", "luz*")]
    [TestCase("agua -", "agua*")]
    [TestCase("-co-creación luz", "-co", "-creacion", "luz*")]
    public void A_minus_at_the_beginning_of_a_word_or_phrase_excludes_it(string query, params string[] parts) =>
        Assert.That(
            SearchText
                .Parse(query)
                .Select(one => $"{(one.IsExcluded ? "-" : "")}{string.Join(' ', one.Words)}{(one.IsPrefix ? "*" : "")}")
                .Some(),
            Is.EqualTo(parts)
        );

    [TestCase("agua \u2212limpia", "agua*", "-limpia")]
    [TestCase("agua \u2013limpia", "agua*", "-limpia")]
    [TestCase("agua \u2014\"muy limpia\"", "agua*", "-muy limpia")]
    [TestCase("qué pasó después del INAI", "inai*")]
    [TestCase("what happened after the INAI", "inai*")]
    [TestCase("información sobre agua -del", "informacion", "agua*", "-del")]
    [TestCase("agua de", "agua")]
    [TestCase("the", "the*")]
    [TestCase("\"the\" agua", "the", "agua*")]
    [TestCase("e-government", "e", "government*")]
    public void A_minus_may_be_typographic_and_common_words_count_only_alone(string query, params string[] parts) =>
        A_minus_at_the_beginning_of_a_word_or_phrase_excludes_it(query, parts);

    [TestCase("salud - agua")]
    [TestCase("salud \u2212 agua")]
    [TestCase("salud OR agua")]
    [TestCase("salud NOT agua")]
    [TestCase("salud -\"agua potable")]
    public void What_no_search_does_is_said_with_what_is_possible(string query) =>
        Assert.That(SearchText.Impossible(query), Does.Contain("'"));

    [TestCase("salud -agua")]
    [TestCase("salud -")]
    [TestCase("salud \u2013 agua")]
    [TestCase("salud -\"agua potable\"")]
    [TestCase("\"salud OR agua\" or not")]
    [TestCase("salud \"agua")]
    public void What_a_search_does_is_not_refused(string query) => Assert.That(SearchText.Impossible(query), Is.Null);

    [Test]
    public void The_index_keeps_each_word_once_and_its_first_80_letters()
    {
        var a80 = new string('a', 80);
        Assert.That(SearchText.IndexedWords($" b {a80} b {a80}a {a80}b "), Is.EquivalentTo((string[])["b", a80]));
    }

    [Test]
    public void A_word_that_the_index_may_have_cut_is_not_asked_of_it()
    {
        Assert.That(new SearchTerm([new string('a', 79)], IsPrefix: false).IsIndexed, Is.True);
        Assert.That(new SearchTerm([new string('a', 80)], IsPrefix: false).IsIndexed, Is.False);
        Assert.That(new SearchTerm(["b", new string('a', 80)], IsPrefix: false).IsIndexed, Is.False);
    }

    [Test]
    public void A_word_stands_in_the_index_between_itself_and_what_goes_on()
    {
        Assert.That(new SearchTerm(["agua"], IsPrefix: false).Range("agua"), Is.EqualTo(("agua", "agua!")));
        Assert.That(new SearchTerm(["agua"], IsPrefix: true).Range("agua"), Is.EqualTo(("agua", "agua\uffff")));
    }
}
