using System.ComponentModel.DataAnnotations;
using System.Net;

namespace OpenGov.Api;

/// <summary>The value is never shown, whatever is wrong with it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;

/// <summary>What a value must be; the message says what would be right.</summary>
internal abstract class SettingRuleAttribute(string right, Func<string, bool> holds) : ValidationAttribute(right)
{
    public override bool IsValid(object? value) => value is not string given || holds(given);
}

[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressAttribute() : SettingRuleAttribute(
    "Give the address as readers see it, such as https://opengov.example.org, without a query, a password or spaces.",
    given => Uri.TryCreate(given, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address is { Query: "", Fragment: "", UserInfo: "" }
        && !given.Any(char.IsWhiteSpace));

[AttributeUsage(AttributeTargets.Property)]
internal sealed class HostNameAttribute() : SettingRuleAttribute(
    "Give names of hosts without a scheme or a path, such as opengov.example.org or *.example.org, or * for all.",
    given => given == "*"
        || Uri.CheckHostName((given.StartsWith("*.", StringComparison.Ordinal) ? given[2..] : given).Trim('[', ']')) != UriHostNameType.Unknown);

[AttributeUsage(AttributeTargets.Property)]
internal sealed class NetworkAddressAttribute() : SettingRuleAttribute(
    "Give addresses such as 10.0.0.5, or networks such as 10.0.0.0/8.",
    given => Read(given) is not null)
{
    /// <summary>The network of an address is that address alone.</summary>
    public static IPNetwork? Read(string given)
    {
        if (IPAddress.TryParse(given, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return given.Contains('/') && IPNetwork.TryParse(given, out var network) ? network : null;
    }
}

[AttributeUsage(AttributeTargets.Property)]
internal sealed class ContactAttribute() : SettingRuleAttribute(
    "Give an address such as mailto:security@example.org or https://example.org/security.",
    given => Uri.TryCreate(given, UriKind.Absolute, out var address)
        && address.Scheme is "mailto" or "https" or "http" or "tel" && !given.Any(char.IsControl));

[AttributeUsage(AttributeTargets.Property)]
internal sealed class BuiltDashboardAttribute() : SettingRuleAttribute(
    "Give a folder in which the build put index.html and pages.json.",
    given => File.Exists(Path.Combine(given, "index.html")) && File.Exists(Path.Combine(given, "pages.json")));
