using System.Globalization;

namespace OpenGov.Api.Http;

/// <summary>
/// Where the service listens. The server takes a host that it cannot read for all of them, and a port that is no number for
/// port 80: it would be open to everybody because of a slip of the pen.
/// </summary>
internal static class ListenAddresses
{
    private const string Right = "Give addresses such as http://127.0.0.1:5080 or, for every interface, http://*:5080.";

    public static void Check(IConfiguration configuration)
    {
        if (configuration["Urls"] is { } urls && string.IsNullOrWhiteSpace(urls))
        {
            throw new StartException($"Urls is empty. {Right}");
        }

        foreach (var address in Given(configuration["Urls"]))
        {
            Check("Urls", address);
        }

        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            if (endpoint["Url"] is { Length: > 0 } address)
            {
                Check($"{endpoint.Path}:Url", address);
            }
        }

        foreach (var setting in (string[])["HTTP_PORTS", "HTTPS_PORTS"])
        {
            foreach (var port in Given(configuration[setting]))
            {
                if (!IsPort(port))
                {
                    throw new StartException($"{setting} is '{port}'. Give ports from 0 to 65535.");
                }
            }
        }
    }

    private static string[] Given(string? setting) =>
        setting?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static void Check(string setting, string address)
    {
        var after = address.IndexOf("://", StringComparison.Ordinal);
        var scheme = after < 0 ? "" : address[..after];
        if (!scheme.Equals("http", StringComparison.OrdinalIgnoreCase) && !scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartException($"{setting} is '{address}', which is no address of HTTP. {Right}");
        }

        var place = address[(after + 3)..].TrimEnd('/');
        if (place.StartsWith("unix:/", StringComparison.Ordinal))
        {
            return;
        }

        var colon = place.LastIndexOf(':') is var last && last > place.LastIndexOf(']') ? last : -1;
        var host = colon < 0 ? place : place[..colon];
        var isLocal = host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        if (colon >= 0 && !IsPort(place[(colon + 1)..]))
        {
            throw new StartException($"{setting} is '{address}', whose port is no number from 0 to 65535. {Right}");
        }

        if (isLocal && colon >= 0 && place[(colon + 1)..].All(digit => digit == '0'))
        {
            throw new StartException($"{setting} is '{address}'. A free port is found for an address alone: give http://127.0.0.1:0.");
        }

        if (host is not ("*" or "+") && !isLocal && NetworkAddressAttribute.Address(host.Trim('[', ']')) is null)
        {
            throw new StartException($"{setting} is '{address}', whose host is neither an address of this machine nor localhost. {Right}");
        }
    }

    private static bool IsPort(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
