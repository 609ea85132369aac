using System.Runtime.CompilerServices;

namespace OpenGov.Api.Tests;

/// <summary>What an assertion is about, when it is about each of many: of none it would hold, whatever it says.</summary>
internal static class Subjects
{
    /// <summary>These, of which there must be one at least.</summary>
    public static List<T> Some<T>(this IEnumerable<T> all, [CallerArgumentExpression(nameof(all))] string what = "")
    {
        List<T> some = [.. all];
        Assert.That(some, Is.Not.Empty, $"there is none in {what}");
        return some;
    }

    /// <summary>These, of which there may be none.</summary>
    /// <param name="all">Those that there are.</param>
    /// <param name="because">Why nothing is lost when there is none; most often another look makes sure that there are some elsewhere.</param>
    public static IEnumerable<T> PerhapsNone<T>(this IEnumerable<T> all, string because) =>
        because.Length > 0 ? all : throw new ArgumentException("Say why.", nameof(because));
}
