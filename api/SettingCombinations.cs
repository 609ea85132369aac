using Microsoft.Extensions.Primitives;

namespace OpenGov.Api;

/// <summary>Settings each of which is right, and which make no sense together.</summary>
internal static class SettingCombinations
{
    /// <exception cref="StartException">Two of them contradict each other.</exception>
    public static void Check(Settings settings)
    {
        if (
            settings.PublicAddress is { } address
            && settings.AllowedHosts.Count > 0
            && !IsAllowed(settings.AllowedHosts, new Uri(address).Host)
        )
        {
            throw new StartException(
                $"AllowedHosts is '{string.Join(';', settings.AllowedHosts)}', without the host of PublicAddress, which is '{address}':"
                    + $" every link would be refused. Add {new Uri(address).Host}, or leave AllowedHosts out."
            );
        }

        if (settings.Exports.PerClient > settings.Exports.AtOnce)
        {
            throw new StartException(
                $"Exports:PerClient is {settings.Exports.PerClient}, more than Exports:AtOnce, which is {settings.Exports.AtOnce}."
                    + $" Give a PerClient of at most {settings.Exports.AtOnce}, or a higher AtOnce."
            );
        }
    }

    private static bool IsAllowed(IReadOnlyList<string> hosts, string host) =>
        hosts.Contains("*") || HostString.MatchesAny(host, [.. hosts.Select(one => new StringSegment(new HostString(one).Value))]);
}
