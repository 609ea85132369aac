using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace OpenGov.Api.Tests.Writing;

/// <summary>A service that is killed while it writes has made what it answered, once, and a repeated request is made once.</summary>
[Parallelizable]
public sealed class KilledWriterTests
{
    /// <summary>A few in the suite; as many as it takes to believe it when the variable says so.</summary>
    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("OPENGOV_TEST_KILLS") ?? "4",
        CultureInfo.InvariantCulture
    );

    [Test]
    public async Task Nothing_that_was_answered_is_lost_or_doubled_by_a_kill()
    {
        var folder = Directory.CreateTempSubdirectory("opengov-killed-").FullName;
        try
        {
            var address = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
            string[] settings = ["--Database:Folder", folder, "--urls", address, "--RateLimit:Writes", "1000000000"];
            using (var first = ServiceProcess.Start(settings))
            {
                await first.ReadyAsync(address);
            }

            string secret;
            using (
                var keys = ServiceProcess.Start([
                    "keys",
                    "create",
                    "x",
                    "--organization",
                    "Test",
                    "--role",
                    "editor",
                    "--scope",
                    "MX-DUR",
                    .. settings[..2],
                ])
            )
            {
                secret = await keys.SaysAsync("opengov_");
                await keys.EndAsync();
            }

            var answered = new List<(string Key, string Id)>();
            var sent = new List<string>();
            HttpClient NewClient()
            {
                var one = new HttpClient { BaseAddress = new Uri(address) };
                one.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
                return one;
            }

            for (var kill = 0; kill < Kills; kill++)
            {
                // No connection of the service before: only the kill ends one.
                using var writing = NewClient();
                using var killed = new CancellationTokenSource();
                List<Task> writers;
                using (var service = ServiceProcess.Start(settings))
                {
                    await service.ReadyAsync(address);
                    writers =
                    [
                        .. Enumerable.Range(0, 3).Select(writer => WriteAsync(writing, $"{kill}-{writer}", sent, answered, killed.Token)),
                    ];
                    var enough = answered.Count + 10 + (kill % 7 * 7);
                    await Eventually.HoldsAsync(
                        () => Task.FromResult(Counted(answered) >= enough || writers.Exists(writer => writer.IsCompleted)),
                        "writes are answered"
                    );
                    await killed.CancelAsync();
                }

                await Task.WhenAll(writers);
            }

            using var last = ServiceProcess.Start(settings);
            await last.ReadyAsync(address);
            using var client = NewClient();
            foreach (var (key, id) in answered.Some())
            {
                using var again = await PostAsync(client, key);
                Assert.That(again.Headers.Contains("Idempotency-Replayed"), $"{key} was answered, so it was kept");
                Assert.That(await IdAsync(again), Is.EqualTo(id));
            }

            foreach (var key in sent.Except(answered.Select(one => one.Key)).PerhapsNone("a kill may fall between two requests"))
            {
                using var again = await PostAsync(client, key);
                Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            }

            using var milestones = await client.GetAsync("/api/v1/changes?record_type=milestones&action=created&limit=1");
            var total = (await milestones.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("total").GetInt32();
            Assert.That(total, Is.EqualTo(sent.Count), "each request made one record, however often it was sent");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Writes until the service is killed; whatever else ends it, or answers otherwise, is a failure.</summary>
    private static async Task WriteAsync(
        HttpClient client,
        string name,
        List<string> sent,
        List<(string Key, string Id)> answered,
        CancellationToken killed
    )
    {
        for (var i = 0; ; i++)
        {
            var key = $"{name}-{i}";
            lock (answered)
            {
                sent.Add(key);
            }

            try
            {
                using var response = await PostAsync(client, key);
                var id = await IdAsync(response);
                lock (answered)
                {
                    answered.Add((key, id));
                }
            }
            catch (Exception error) when (error is HttpRequestException or IOException && killed.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static int Counted(List<(string Key, string Id)> answered)
    {
        lock (answered)
        {
            return answered.Count;
        }
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/milestones");
        request.Headers.Add("Idempotency-Key", key);
        // A commitment has room for 9,999 milestones, which some hundred kills would fill.
        var kill = int.Parse(key.AsSpan(0, key.IndexOf('-')), CultureInfo.InvariantCulture);
        request.Content = JsonContent.Create(new { commitment_id = $"MX-DUR-PAL1-C{(kill % 6) + 1}", title_es = key });
        return client.SendAsync(request);
    }

    private static async Task<string> IdAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created), body);
        return JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!;
    }
}
