using System.Net;
using System.Net.Sockets;

namespace OpenGov.Api.Http;

/// <summary>
/// Finds the address of a host once, and only where it is public: this machine, its network and its cloud must not be asked in the name of
/// the service. Networks that the operator has named are taken all the same.
/// </summary>
internal sealed class PublicAddresses(IReadOnlyList<string> allowed)
{
    /// <summary>Networks that are nobody's on the internet (IANA's special-purpose registries).</summary>
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "::1/128",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>
    /// Where clouds tell a machine about itself, its keys among it. Nobody means them who names a network around them, and Azure's is an
    /// address of the internet.
    /// </summary>
    private static readonly HashSet<IPAddress> Platforms =
    [
        .. new[] { "169.254.169.254", "168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254" }.Select(IPAddress.Parse),
    ];

    /// <summary>All that the internet has of IPv6 so far: what lies elsewhere is local, or another writing of an IPv4 address.</summary>
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private readonly List<IPNetwork> networks = [.. allowed.Select(given => NetworkAddressAttribute.Read(given)!.Value)];

    /// <summary>Endings of names that lead nowhere on the internet (RFC 6761, 6762, 7686, 8375, and those that ICANN gives nobody).</summary>
    private static readonly string[] LocalNames =
    [
        ".localhost",
        ".localdomain",
        ".local",
        ".internal",
        ".lan",
        ".home.arpa",
        ".home",
        ".corp",
        ".onion",
        ".test",
        ".invalid",
    ];

    /// <summary>The IP address that the host of an address is, however it is written; null for a name.</summary>
    public static IPAddress? Literal(Uri address) => Literal(address.IdnHost);

    /// <summary>The dot at the end of a name is one of an address, too.</summary>
    private static IPAddress? Literal(string host) =>
        IPAddress.TryParse(host.Trim('[', ']').TrimEnd('.'), out var literal) ? literal : null;

    /// <summary>
    /// Whether something may be sent to the host of an address, as far as it shows: where a name leads is seen when it is looked up. Names
    /// of a network of its own are an operator's who has named one.
    /// </summary>
    public bool MayReach(Uri address)
    {
        if (Literal(address) is { } literal)
        {
            return MayReach(literal);
        }

        var name = address.IdnHost.TrimEnd('.');
        return networks.Count > 0
            || name.Contains('.', StringComparison.Ordinal)
                && !LocalNames.Any(local => name.EndsWith(local, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether something may be sent to an address.</summary>
    public bool MayReach(IPAddress address)
    {
        var one = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Platforms.Contains(one)
            && (
                IsAllowed(one)
                || (one.AddressFamily == AddressFamily.InterNetwork || Global.Contains(one))
                    && !Special.Any(network => network.BaseAddress.AddressFamily == one.AddressFamily && network.Contains(one))
            );
    }

    /// <summary>Whether the operator has named the network of an address.</summary>
    public bool IsAllowed(IPAddress address) =>
        networks.Exists(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));

    /// <summary>The address to connect to. All addresses of the host must be public: one that changes its mind is not asked twice.</summary>
    /// <exception cref="ForbiddenAddressException">One of them is not.</exception>
    /// <exception cref="SocketException">The host has no address.</exception>
    public async Task<IPAddress> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var found = Literal(host) is { } literal ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        return found.Length == 0 ? throw new SocketException((int)SocketError.HostNotFound)
            : found.All(MayReach) ? found[0]
            : throw new ForbiddenAddressException();
    }
}

/// <summary>The host of a webhook lies in a network to which nothing is sent.</summary>
internal sealed class ForbiddenAddressException()
    : IOException("The host has an address of this machine, of a private network or of none: nothing is sent there.");
