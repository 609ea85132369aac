using System.Globalization;

namespace OpenGov.Api.Embedding;

/// <summary>How far two colours are apart, as WCAG 2 reckons it: 1 to 21.</summary>
internal static class Contrast
{
    /// <summary>What text needs.</summary>
    public const double OfText = 4.5;

    /// <summary>The papers of a theme.</summary>
    public static IReadOnlyList<string> Papers(string theme) =>
        theme switch
        {
            "light" => [DesignTokens.Light("paper")],
            "dark" => [DesignTokens.Dark("paper")],
            _ => [DesignTokens.Light("paper"), DesignTokens.Dark("paper")],
        };

    /// <summary>The ratio between two colours, each <c>#rrggbb</c>.</summary>
    public static double Between(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour) => 0.2126 * Linear(colour, 1) + 0.7152 * Linear(colour, 3) + 0.0722 * Linear(colour, 5);

    private static double Linear(string colour, int place)
    {
        var part = int.Parse(colour.AsSpan(place, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
