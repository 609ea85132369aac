namespace OpenGov.Api.Records;

/// <summary>
/// A word in singular and plural and, of Spanish participles and adjectives, in both genders, as both languages form most:
/// <c>desaparecidos</c> is <c>desaparecida</c>, <c>cities</c> is <c>city</c>. No dictionary: a form that is no word finds nothing.
/// </summary>
internal static class WordForms
{
    /// <summary>Without its ending a word is still one from so many letters on: <c>news</c> is not the plural of <c>new</c>.</summary>
    private const int ShortestRoot = 4;

    /// <summary>Shorter words have their other gender too seldom: <c>modo</c> is not <c>moda</c>.</summary>
    private const int ShortestGendered = 6;

    /// <summary>Longer ones are no words, and the index keeps only their beginning.</summary>
    private const int Longest = 40;

    /// <summary>What stands before the vowel of a gender.</summary>
    private static readonly string[] Gendered = ["ad", "id", "ic", "iv", "os", "ari", "an"];

    /// <summary>Ends of plurals, and what stands there in the singular.</summary>
    private static readonly (string Plural, string Singular)[] Endings = [("s", ""), ("es", ""), ("ces", "z"), ("ies", "y")];

    /// <summary>The forms of a folded word, itself the first.</summary>
    public static IReadOnlyList<string> Of(string word) =>
        word.Length is < 3 or > Longest || !word.All(char.IsLetter)
            ? [word]
            : [.. Singulars(word).SelectMany(Genders).SelectMany(Numbers).Prepend(word).Distinct()];

    private static IEnumerable<string> Singulars(string word) =>
        Endings
            .Where(ending => word.EndsWith(ending.Plural, StringComparison.Ordinal))
            .Select(ending => word[..^ending.Plural.Length] + ending.Singular)
            .Where(root => root.Length >= ShortestRoot)
            .Prepend(word);

    private static IEnumerable<string> Genders(string root)
    {
        var stem = root[..^1];
        return root.Length < ShortestGendered ? [root]
            : IsDoer(root) ? [root, $"{root}a"]
            : root[^1] == 'a' && IsDoer(stem) ? [stem, root]
            : root[^1] is 'o' or 'a' && Gendered.Any(end => stem.EndsWith(end, StringComparison.Ordinal)) ? [$"{stem}o", $"{stem}a"]
            : [root];
    }

    /// <summary>Whether it is named for what somebody does: <c>trabajador</c>.</summary>
    private static bool IsDoer(string word) =>
        word.EndsWith("dor", StringComparison.Ordinal) || word.EndsWith("tor", StringComparison.Ordinal);

    private static IEnumerable<string> Numbers(string root) =>
        Endings
            .Where(ending => root.EndsWith(ending.Singular, StringComparison.Ordinal))
            .Select(ending => root[..^ending.Singular.Length] + ending.Plural)
            .Prepend(root);
}
