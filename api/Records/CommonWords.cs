using System.Collections.Frozen;

namespace OpenGov.Api.Records;

/// <summary>
/// Words that tell nothing of a record, as they stand folded: a question has them, and what answers it need not. They are looked for
/// only where a query has nothing else, or in quotes. <c>docs/api/conventions.md</c> says so.
/// </summary>
public static class CommonWords
{
    /// <summary>Those of Spanish.</summary>
    public const string Spanish =
        "a al ante antes como con cual cuales cuando cuanto cuantos de del desde despues donde e el ella en entre es esta este fue ha han hay "
        + "hizo la las lo los o para paso pero por que quien quienes se segun sobre su sus tras u un una unas unos y";

    /// <summary>Those of English.</summary>
    public const string English =
        "a about after an and are as at be been before by did do does for from had happened has have how in into is it its of on or that the "
        + "their there these this those to was were what when where which who why with";

    private static readonly FrozenSet<string> All = $"{Spanish} {English}".Split(' ').ToFrozenSet();

    /// <summary>Whether a folded word is one of them.</summary>
    public static bool Has(string word) => All.Contains(word);

    /// <summary>Folded words without those that are common; all of them where there are no others.</summary>
    public static IReadOnlyList<string> LeftOut(IReadOnlyList<string> words) =>
        words.Where(word => !Has(word)).ToList() is { Count: > 0 } others ? others : words;
}
