using System.Diagnostics;

namespace OpenGov.Api.Tests;

/// <summary>A node in a process of its own, over the database of another.</summary>
internal sealed class NodeProcess : IDisposable
{
    private readonly int port = ServiceProcess.FreePort();
    private readonly IEnumerable<KeyValuePair<string, string?>> database;
    private readonly string cache;
    private Process? process;

    public NodeProcess(IEnumerable<KeyValuePair<string, string?>> database, string cache)
    {
        (this.database, this.cache) = (database, cache);
        Start();
    }

    public string Address => $"http://127.0.0.1:{port}";

    public void Start()
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "OpenGov.Api.dll"), "--urls", Address, "--ConnectionStrings:Redis", cache]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in database)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public async Task ReadyAsync()
    {
        using var client = new HttpClient();
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var response = await client.GetAsync($"{Address}/health/ready");
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(50);

            Assert.That(process?.HasExited, Is.False, "the node runs");
            Assert.That(started.Elapsed, Is.LessThan(Eventually.Patience), "the node starts");
        }
    }

    public void Kill()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    public void Dispose() => Kill();
}
