namespace OpenGov.Api.Tests;

/// <summary>The checkout that the tests run from.</summary>
internal static class Checkout
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo place) =>
        File.Exists(Path.Combine(place.FullName, "OpenGov.Api.sln")) ? place.FullName : Find(place.Parent!);
}
