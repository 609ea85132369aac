using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>A refusal says in Spanish what it says in English: every name of a field or code, every id and every number.</summary>
internal static partial class SpanishWords
{
    /// <summary>Fails when the Spanish of a problem, or of one of its errors, leaves out what its English names.</summary>
    public static void AssertSaysAsMuch(JsonElement problem)
    {
        AssertSame(problem);
        if (problem.TryGetProperty("errors", out var errors))
        {
            foreach (var error in errors.EnumerateArray())
            {
                AssertSame(error);
            }
        }
    }

    private static void AssertSame(JsonElement said)
    {
        var (english, spanish) = (said.GetProperty("detail").GetString()!, said.GetProperty("detail_es").GetString()!);
        var missing = Names()
            .Matches(Quoted().Replace(english, ""))
            .Select(match => match.Value)
            .PerhapsNone("a sentence may name nothing but what it quotes")
            .Where(name => !spanish.Contains(name, StringComparison.Ordinal));
        Assert.That(missing, Is.Empty, $"«{spanish}» says less than “{english}”");
    }

    /// <summary>What was given, or is suggested: each language quotes it in its own way.</summary>
    [GeneratedRegex("'[^']*'?|“[^”]*”")]
    private static partial Regex Quoted();

    /// <summary>What is the same in both languages: names of fields and codes, ids, numbers and days.</summary>
    [GeneratedRegex("[a-z0-9]+(?:_[a-z0-9]+)+|[A-Z]{2}[A-Z0-9]*(?:-[A-Z0-9]+)+|[0-9]+(?:[-.:][0-9]+)*")]
    private static partial Regex Names();
}
