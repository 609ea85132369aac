using System.Diagnostics;

namespace OpenGov.Api.Tests;

/// <summary>Waits for what happens, however long it takes on this machine; what never happens fails.</summary>
internal static class Eventually
{
    /// <summary>Long enough for a machine with much else to do.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Waits until something holds.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> holds, string what)
    {
        var begun = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.That(begun.Elapsed, Is.LessThan(Patience), what);
            await Task.Delay(20);
        }
    }

    /// <summary>Waits until so many more have been counted than now.</summary>
    public static Task MoreAsync(Func<int> count, int more, string what)
    {
        var enough = count() + more;
        return HoldsAsync(() => Task.FromResult(count() >= enough), what);
    }
}
