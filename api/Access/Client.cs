using System.Net;
using System.Net.Sockets;

namespace OpenGov.Api.Access;

/// <summary>Who asks, as far as limits go: the holder of a credential, or an address.</summary>
/// <param name="Id">Tells one client from another: the holder's id, or the address.</param>
internal sealed record Client(string Id)
{
    /// <summary>The client of a request: who its credential names, else its address.</summary>
    public static Client Of(HttpContext context)
    {
        if (context.Features.Get<Client>() is { } known)
        {
            return known;
        }

        var client = new Client(Caller.Of(context.User)?.Id ?? Address(context.Connection.RemoteIpAddress));
        context.Features.Set(client);
        return client;
    }

    /// <summary>
    /// An address as one client has it: IPv4 whole, of IPv6 the first 64 bits, since the rest is its owner's to choose anew
    /// for each request.
    /// </summary>
    internal static string Address(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address.MapToIPv4().ToString();
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return $"{Convert.ToHexStringLower(bytes[..8])}/64";
    }
}
