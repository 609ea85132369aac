using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace OpenGov.Api.Tests;

/// <summary>What the service tells a collector.</summary>
public sealed class TelemetryTests
{
    [Test]
    public async Task Traces_metrics_and_logs_arrive_at_the_collector_and_hold_no_value_of_a_request()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = WebApplication.CreateSlimBuilder().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.Map(
            "/{**path}",
            async (HttpContext context) =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                received.AddOrUpdate(
                    context.Request.Path,
                    _ => Encoding.Latin1.GetString(body.ToArray()),
                    (_, known) => known + Encoding.Latin1.GetString(body.ToArray())
                );
                context.Response.StatusCode = StatusCodes.Status200OK;
            }
        );
        await collector.StartAsync();

        string Received(string path) => received.GetValueOrDefault(path, "");
        await using (
            var app = await OpenGovApplication.StartAsync(
                await TestDatabase.CreateAsync("Sqlite"),
                ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
                ("OTEL_BSP_SCHEDULE_DELAY", "500"),
                ("OTEL_BLRP_SCHEDULE_DELAY", "500")
            )
        )
        {
            using var response = await app.SendAsync("commitments?q=ladrilleras", null, ("Authorization", "Bearer not-a-key-of-anyone"));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            await app.GetAsync("commitments?q=ladrilleras");
            Assert.That(
                () => Received("/v1/traces"),
                Does.Contain("/api/v1/commitments").And.Contain("FROM search_words").After(60_000, 100)
            );
            Assert.That(
                () => Received("/v1/metrics"),
                Does.Contain("opengov.database.duration")
                    .And.Contain("http.server.request.duration")
                    .And.Contain("opengov.import.rows")
                    .After(60_000, 100)
            );
            Assert.That(() => Received("/v1/logs"), Does.Contain("The database is new").After(60_000, 100));
        }

        Assert.Multiple(() =>
        {
            foreach (var (path, sent) in received.Some())
            {
                Assert.That(sent, Does.Not.Contain("not-a-key-of-anyone"), path);
            }
        });
    }
}
