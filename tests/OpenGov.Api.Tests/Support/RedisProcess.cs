using System.Diagnostics;
using System.Net;

namespace OpenGov.Api.Tests;

/// <summary>A Redis of the test's own.</summary>
internal sealed class RedisProcess : IDisposable
{
    private readonly int port = ServiceProcess.FreePort();
    private Process? process;

    public string Address => $"127.0.0.1:{port}";

    public static async Task<RedisProcess> StartAsync()
    {
        var redis = new RedisProcess();
        await redis.RestartAsync();
        return redis;
    }

    public async Task RestartAsync()
    {
        process = Process.Start(
            new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
            {
                RedirectStandardOutput = true,
            }
        )!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await Eventually.HoldsAsync(AnswersAsync, "redis-server starts");
    }

    private async Task<bool> AnswersAsync()
    {
        Assert.That(process?.HasExited, Is.False, "redis-server runs");
        try
        {
            using var probe = new System.Net.Sockets.TcpClient();
            await probe.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    public void Stop()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    public void Dispose() => Stop();
}
