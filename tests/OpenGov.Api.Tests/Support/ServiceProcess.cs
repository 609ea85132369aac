using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace OpenGov.Api.Tests;

/// <summary>The program in a process of its own, as an operator starts it.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process process;
    private readonly Channel<string> said = Channel.CreateUnbounded<string>();
    private readonly Task<string> errors;

    private ServiceProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => said.Writer.TryWrite(line.Data ?? "");
        process.BeginOutputReadLine();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>
    /// Starts it with these arguments; a user without rights beyond his own may be asked for, where the tests run as root.
    /// </summary>
    public static ServiceProcess Start(IEnumerable<string> arguments, bool withoutPrivileges = false)
    {
        List<string> command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "OpenGov.Api.dll"), .. arguments];
        if (withoutPrivileges && Environment.UserName == "root")
        {
            command.InsertRange(0, ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]);
        }

        return new ServiceProcess(
            Process.Start(
                new ProcessStartInfo(command[0], command.Skip(1))
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    WorkingDirectory = AppContext.BaseDirectory,
                }
            )!
        );
    }

    /// <summary>What it says of why it does not start: one line, with the exit code for that.</summary>
    public static async Task<string> RefusalAsync(IEnumerable<string> arguments, bool withoutPrivileges = false)
    {
        using var service = Start(arguments, withoutPrivileges);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await service.process.WaitForExitAsync(patience.Token);
        var said = await service.errors;
        Assert.That(service.process.ExitCode, Is.EqualTo(2), said);
        service.said.Writer.TryComplete();
        var beside = string.Join('\n', await service.said.Reader.ReadAllAsync(patience.Token).ToListAsync(patience.Token));
        Assert.That(beside, Does.Not.Contain("   at ").And.Not.Contain("Exception"), "no trace beside it");

        Assert.That(said.TrimEnd('\n'), Is.Not.Empty.And.Not.Contain("\n").And.Not.Contain("   at "), "one line");
        return said.TrimEnd('\n');
    }

    /// <summary>Waits until it is ready, and gives what it says of itself.</summary>
    public async Task<string> ReadyAsync(string address)
    {
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            Assert.That(process.HasExited, Is.False, process.HasExited ? await errors : "");
            try
            {
                using var response = await client.GetAsync($"{address}/health/ready");
                if (response.IsSuccessStatusCode)
                {
                    return await response.Content.ReadAsStringAsync();
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(100);
        }

        Assert.Fail("it did not start");
        return "";
    }

    /// <summary>Waits until it has done what it was started for.</summary>
    public async Task EndAsync()
    {
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, await errors);
    }

    /// <summary>Waits for a line with these words.</summary>
    public async Task<string> SaysAsync(string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await said.Reader.ReadAsync(patience.Token) is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return line;
            }
        }

        return "";
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
