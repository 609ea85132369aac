using System.Globalization;

namespace OpenGov.Api.Embedding;

/// <summary>How far two colours are apart, as WCAG 2 reckons it: 1 to 21.</summary>
internal static class Contrast
{
    /// <summary>What text needs.</summary>
    public const double OfText = 4.5;

    /// <summary>What who asks for high contrast needs.</summary>
    public const double OfHighContrast = 7;

    /// <summary>Steps in which a colour is made lighter or darker.</summary>
    private const int Steps = 50;

    /// <summary>The papers of a theme: those of both for the one that follows the reader's system.</summary>
    public static IReadOnlyList<Paper> Papers(string theme) =>
        theme switch
        {
            "light" => [Paper.Light],
            "dark" => [Paper.Dark],
            "contrast" => [Paper.High],
            _ => [Paper.Light, Paper.Dark],
        };

    /// <summary>A colour as it stands out from a paper: as it is or, where it does not, as much lighter or darker as it takes.</summary>
    public static string Readable(string colour, Paper paper)
    {
        var towards = Luminance(paper.Colour) > 0.5 ? 0 : 255;
        for (var step = 0; step < Steps; step++)
        {
            var mixed = Mixed(colour, towards, step);
            if (Between(mixed, paper.Colour) >= paper.Least)
            {
                return mixed;
            }
        }

        return Mixed(colour, towards, Steps);
    }

    private static string Mixed(string colour, int towards, int step)
    {
        return $"#{Part(1)}{Part(3)}{Part(5)}";

        string Part(int place)
        {
            var part = int.Parse(colour.AsSpan(place, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var mixed = (int)Math.Round(part + (towards - part) * (double)step / Steps);
            return mixed.ToString("x2", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The ratio between two colours, each <c>#rrggbb</c>.</summary>
    public static double Between(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour) => 0.2126 * Linear(colour, 1) + 0.7152 * Linear(colour, 3) + 0.0722 * Linear(colour, 5);

    /// <summary>What text stands on, and how far its colour has to be from it.</summary>
    internal sealed record Paper(string Colour, double Least)
    {
        public static readonly Paper Light = new(DesignTokens.Light("paper"), OfText);
        public static readonly Paper Dark = new(DesignTokens.Dark("paper"), OfText);

        /// <summary>The black of the theme of high contrast (<c>embed.css</c>).</summary>
        public static readonly Paper High = new("#000000", OfHighContrast);
    }

    private static double Linear(string colour, int place)
    {
        var part = int.Parse(colour.AsSpan(place, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
