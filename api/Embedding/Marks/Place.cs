using System.Globalization;

namespace OpenGov.Api.Embedding.Marks;

/// <summary>Where things stand in a drawing.</summary>
internal static class Place
{
    /// <summary>A share of a whole as a length, to a hundredth of a per cent.</summary>
    public static string Percent(int part, int whole) => $"{Number(100m * part / whole)}%";

    /// <summary>A coordinate.</summary>
    public static string Number(decimal place) =>
        Math.Round(place, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
}
