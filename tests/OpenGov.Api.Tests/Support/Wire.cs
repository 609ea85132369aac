using System.Net.Sockets;
using System.Text;

namespace OpenGov.Api.Tests;

/// <summary>Requests as they go over the wire: what an HTTP client would not send, or would not show.</summary>
internal static class Wire
{
    /// <summary>An answer that has not ended by then does not end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Sends a request, which should ask for the connection to be closed, and gives all that comes.</summary>
    /// <exception cref="IOException">The connection ended with an error.</exception>
    public static async Task<string> AskAsync(Uri address, string request, Encoding? reading = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request), patience.Token);
        using var reader = new StreamReader(client.GetStream(), reading ?? Encoding.UTF8);
        return await reader.ReadToEndAsync(patience.Token);
    }
}
