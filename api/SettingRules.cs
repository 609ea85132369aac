using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpenGov.Api;

/// <summary>The value is never shown, whatever is wrong with it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;

/// <summary>An empty value is wrong; of other settings it means that they are not set.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotEmptyAttribute : Attribute;

/// <summary>What a value must be; the message says what would be right.</summary>
internal abstract class SettingRuleAttribute(string right, Func<string, bool> holds) : ValidationAttribute(right)
{
    public override bool IsValid(object? value) => value is not string given || holds(given);
}

/// <summary>Pages and <c>/.well-known</c> stand at the root of a host, so a path in the address would lead to nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressAttribute()
    : SettingRuleAttribute(
        "Give the address as readers see it, such as https://opengov.example.org, in ASCII and without a path, a query or a password.",
        given =>
            Uri.TryCreate(given, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "", Port: > 0 }
            && given.All(character => char.IsAscii(character) && !char.IsWhiteSpace(character))
            && !(
                IPAddress.TryParse(address.Host.Trim('[', ']'), out var any) && (any.Equals(IPAddress.Any) || any.Equals(IPAddress.IPv6Any))
            )
    );

[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdentityAddressAttribute()
    : SettingRuleAttribute(
        "Give the issuer's address as it stands in its tokens, such as https://login.example.org/realms/opengov, without a query, "
            + "a password or /.well-known.",
        given =>
            Uri.TryCreate(given, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            && address is { Query: "", Fragment: "", UserInfo: "", Port: > 0 }
            && !address.AbsolutePath.Contains("/.well-known", StringComparison.OrdinalIgnoreCase)
            && given.All(character => char.IsAscii(character) && !char.IsWhiteSpace(character))
    );

[AttributeUsage(AttributeTargets.Property)]
internal sealed class ClaimPathAttribute()
    : SettingRuleAttribute(
        "Give the name of a claim such as roles, or its path in another one such as realm_access.roles.",
        given => given.Split('.').All(part => part.Length > 0 && part.All(character => !char.IsWhiteSpace(character)))
    );

[AttributeUsage(AttributeTargets.Property)]
internal sealed class HostNameAttribute()
    : SettingRuleAttribute(
        "Give names of hosts without a scheme, a port or a path, such as opengov.example.org or *.example.org, or * for all.",
        given =>
            given == "*"
            || Uri.CheckHostName((given.StartsWith("*.", StringComparison.Ordinal) ? given[2..] : given).Trim('[', ']'))
                != UriHostNameType.Unknown
    );

[AttributeUsage(AttributeTargets.Property)]
internal sealed class NetworkAddressAttribute()
    : SettingRuleAttribute(
        "Give whole addresses such as 10.0.0.5, or networks such as 10.0.3.0/24: from /8, of IPv6 from /7, and without bits "
            + "behind the prefix.",
        given => Read(given) is not null
    )
{
    /// <summary>Wider than any network that is one organization's own, a network would trust strangers.</summary>
    private static int Widest(AddressFamily family) => family == AddressFamily.InterNetwork ? 8 : 7;

    /// <summary>The network of an address is that address alone.</summary>
    public static IPNetwork? Read(string given)
    {
        var parts = given.Split('/');
        if (parts.Length > 2 || Address(parts[0]) is not { } address)
        {
            return null;
        }

        var bits = address.GetAddressBytes().Length * 8;
        if (parts.Length == 1)
        {
            return address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? null : new IPNetwork(address, bits);
        }

        return
            int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            && prefix >= Widest(address.AddressFamily)
            && prefix <= bits
            && HasNothingBehind(address, prefix)
            ? new IPNetwork(address, prefix)
            : null;
    }

    /// <summary>An address that is written in full: the framework reads 127.1 and 010.0.0.1 too, and not as what was meant.</summary>
    public static IPAddress? Address(string given) =>
        IPAddress.TryParse(given, out var address)
        && !address.IsIPv4MappedToIPv6
        && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == given)
            ? address
            : null;

    private static bool HasNothingBehind(IPAddress address, int prefix) =>
        address
            .GetAddressBytes()
            .SelectMany(one => Enumerable.Range(0, 8).Select(bit => (one >> (7 - bit)) & 1))
            .Skip(prefix)
            .All(bit => bit == 0);
}

[AttributeUsage(AttributeTargets.Property)]
internal sealed class ContactAttribute()
    : SettingRuleAttribute(
        "Give an address such as mailto:security@example.org, https://example.org/security or tel:+52-55-0000-0000.",
        given =>
            Uri.TryCreate(given, UriKind.Absolute, out var address)
            && given.All(character => char.IsAscii(character) && !char.IsControl(character) && character != ' ')
            && address.Scheme switch
            {
                "mailto" => given.IndexOf('@') is var at && at > "mailto:".Length && at < given.Length - 1,
                "https" => address is { Host.Length: > 0, UserInfo: "" },
                "tel" => given.Any(char.IsAsciiDigit),
                _ => false,
            }
    );

[AttributeUsage(AttributeTargets.Property)]
internal sealed class PageAddressAttribute()
    : SettingRuleAttribute(
        "Give the address of a page, such as https://example.org/opengov, in ASCII and without a query or a password.",
        given =>
            Uri.TryCreate(given, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            && address is { Host.Length: > 0, Query: "", Fragment: "", UserInfo: "" }
            && given.All(character => char.IsAscii(character) && !char.IsControl(character) && character != ' ')
    );

[AttributeUsage(AttributeTargets.Property)]
internal sealed class BuiltDashboardAttribute()
    : SettingRuleAttribute(
        "Give a folder in which the build put index.html and pages.json.",
        given => File.Exists(Path.Combine(given, "index.html")) && File.Exists(Path.Combine(given, "pages.json"))
    );
