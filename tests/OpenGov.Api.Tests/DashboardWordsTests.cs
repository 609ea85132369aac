using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>What the service may say has its words in every language of the dashboard.</summary>
[Category("Quick")]
public sealed class DashboardWordsTests
{
    [Test]
    public void Every_kind_of_problem_has_a_page_in_both_languages()
    {
        var slugs = System
            .Text.RegularExpressions.Regex.Matches(
                File.ReadAllText(Path.Combine(Checkout.Root, "api", "Http", "Problems.cs")),
                "(?:\\(\"|/problems/|\\? \")([a-z]+(?:-[a-z]+)+|gone|conflict|forbidden|unauthorized|unprocessable|unavailable)\""
            )
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.That(slugs, Has.Count.GreaterThan(15));
        foreach (var language in Directory.GetDirectories(Path.Combine(Checkout.Root, "web-client", "src", "lib", "i18n")).Some())
        {
            var words = File.ReadAllText(Path.Combine(language, "problems.ts"));
            Assert.That(
                slugs.Where(slug => !words.Contains($"'{slug}': {{", StringComparison.Ordinal)),
                Is.Empty,
                $"problems without a text in {language}"
            );
        }
    }

    [Test]
    public void What_the_history_says_in_two_languages_both_pages_say_in_one()
    {
        Assert.That(Actor.OfShipped.Reason, Is.EqualTo($"{Actor.ShippedEs} · {Actor.ShippedEn}"));
        foreach (var (language, words) in (ReadOnlySpan<(string, string)>)[("es", Actor.ShippedEs), ("en", Actor.ShippedEn)])
        {
            Assert.That(File.ReadAllText(In("lib", "i18n", language, "changes.ts")), Does.Contain($"shipped: '{words}'"));
        }

        static string In(params string[] path) => Path.Combine([Checkout.Root, "web-client", "src", .. path]);
    }

    [Test]
    public void Every_kind_of_record_has_a_name_in_every_language()
    {
        foreach (var language in Directory.GetDirectories(Path.Combine(Checkout.Root, "web-client", "src", "lib", "i18n")).Some())
        {
            var words = File.ReadAllText(Path.Combine(language, "changes.ts"));
            var types = words[words.IndexOf("  types: {", StringComparison.Ordinal)..];
            Assert.That(
                Schema
                    .Current.Tables.Some()
                    .Select(table => table.Name)
                    .Where(name => !types.Contains($"\n    {name}: '", StringComparison.Ordinal)),
                Is.Empty,
                $"the page of changes shows tables that have no name in {language}"
            );
        }
    }
}
