using System.Globalization;

namespace OpenGov.Api.Database;

/// <summary>
/// The one way in which a number with decimals is written, and the one rule by which a mean is rounded, whatever
/// engine keeps the numbers: engines differ in the zeros that they add and in how they round floating point.
/// </summary>
public static class Numbers
{
    /// <summary>Decimals that a column keeps; the importer takes no more.</summary>
    public const int Decimals = 6;

    /// <summary>Digits that a number has in all: as many as SQLite, which keeps a double, gives back exactly.</summary>
    public const int Digits = 15;

    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The same number without zeros at its end: 0.500000 is 0.5.</summary>
    public static decimal Plain(decimal number) => number == 0 ? 0 : number / One;

    /// <summary>The number as CSV, cursors and every other text have it; JSON writes the same.</summary>
    public static string Format(decimal number) => Plain(number).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The mean of numbers that sum up to <paramref name="sum"/>, rounded once, half away from zero: 0.46075 to four
    /// decimals is 0.4608.
    /// </summary>
    public static decimal Mean(decimal sum, long count, int decimals) => Math.Round(sum / count, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Whether a column of either engine keeps the number as it is.</summary>
    public static bool IsKept(decimal number)
    {
        var plain = Plain(number);
        var digits = Math.Abs(plain) * (decimal)Math.Pow(10, plain.Scale);
        return plain.Scale <= Decimals && digits < 1_000_000_000_000_000m && Math.Abs(plain) < 1_000_000_000_000m;
    }
}
