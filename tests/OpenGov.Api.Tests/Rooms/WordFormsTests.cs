using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Rooms;

/// <summary>In which other forms a word is looked for.</summary>
[Category("Quick")]
public sealed class WordFormsTests
{
    [TestCase("desaparecidos", "desaparecida")]
    [TestCase("desaparecida", "desaparecidos")]
    [TestCase("trabajadora", "trabajadores")]
    [TestCase("senador", "senadoras")]
    [TestCase("publica", "publicos")]
    [TestCase("voz", "voces")]
    [TestCase("jueces", "juez")]
    [TestCase("ciudades", "ciudad")]
    [TestCase("licitacion", "licitaciones")]
    [TestCase("city", "cities")]
    [TestCase("cities", "city")]
    [TestCase("job", "jobs")]
    [TestCase("budgets", "budget")]
    public void A_word_is_looked_for_in_the_other_number_and_gender(string word, string other) =>
        Assert.That(WordForms.Of(word), Does.Contain(other).And.Contain(word));

    [TestCase("news", "new", TestName = "What_is_left_of_a_short_word_is_another_word")]
    [TestCase("modo", "moda", TestName = "A_short_word_has_one_gender")]
    [TestCase("puerto", "puerta")]
    [TestCase("color", "colora")]
    [TestCase("2017", "2017s")]
    [TestCase("en", "ens")]
    public void A_word_is_not_looked_for_as_another(string word, string other) =>
        Assert.That(WordForms.Of(word), Does.Not.Contain(other).And.Contain(word));

    [Test]
    public void What_is_longer_than_a_word_has_no_other_form()
    {
        Assert.That(WordForms.Of(new string('a', 41)), Has.Count.EqualTo(1));
        Assert.That(WordForms.Of(new string('a', 40)), Has.Count.GreaterThan(1));
    }
}
