using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace OpenGov.Api.Http;

/// <summary>
/// How much of an answer the system keeps for a client that does not read. Left to itself it takes megabytes of an export,
/// and asks for more only long after: nobody could tell a client that reads slowly from one that reads nothing.
/// </summary>
internal static class SendBuffer
{
    /// <summary>Bytes; at a round trip of 50 ms some three megabytes a second.</summary>
    private const int Bytes = 160 * 1024;

    /// <summary>Listens with it; what is accepted inherits it.</summary>
    public static Socket Listen(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SendBufferSize = Bytes;
        return socket;
    }
}
