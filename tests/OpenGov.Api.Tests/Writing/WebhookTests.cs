using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenGov.Api.Access;
using StandardWebhooks;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Whoever asks is told of changes, signed, until it arrives.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
[Parallelizable]
public sealed class WebhookTests(string provider)
{
    private OpenGovApplication app;
    private Receiver receiver;
    private string editor;

    [SetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync(provider, ("Webhooks:AllowedNetworks", "127.0.0.1"));
        receiver = await Receiver.StartAsync();
        editor = await app.KeyAsync("editor", "MX-DUR");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await app.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Test]
    public async Task A_change_is_told_to_who_asked_for_its_kind_and_place_with_a_signature_that_holds()
    {
        var webhook = await app.MadeAsync(
            "POST",
            "webhooks",
            editor,
            new
            {
                url = receiver.Address,
                types = (string[])["milestones"],
                states = (string[])["10"],
            }
        );
        var secret = webhook.GetProperty("secret").GetString()!;
        Assert.That(secret, Does.StartWith("whsec_"));
        await app.AddedAsync("indicators", editor, Indicator);
        var id = await app.AddedAsync("milestones", editor, Milestone);
        await app.SaveAsync("milestones", "MX-JAL-PAL2-C1-M1", ("commitment_id", "MX-JAL-PAL2-C1"));
        await HoldsAsync(() => Task.FromResult(receiver.Events.Count == 1));

        var told = receiver.Events.Single();
        var body = JsonDocument.Parse(told.Body).RootElement;
        var signature = new StandardWebhook(secret).Sign(told.Headers["webhook-id"].ToString(), app.Clock.Now, told.Body);
        Assert.That(told.Headers["webhook-signature"].ToString(), Is.EqualTo(signature));
        Assert.That(told.Headers["webhook-timestamp"].ToString(), Is.EqualTo($"{app.Clock.Now.ToUnixTimeSeconds()}"));
        Assert.Multiple(() =>
        {
            Assert.That(body.GetProperty("type").GetString(), Is.EqualTo("milestones.created"));
            Assert.That(body.GetProperty("data").GetProperty("record_id").GetString(), Is.EqualTo(id));
            Assert.That(body.GetProperty("data").GetProperty("actor_organization").GetString(), Is.EqualTo("mx-dur-contraloria"));
            Assert.That(body.GetProperty("links").GetProperty("change").GetString(), Does.Contain("/api/v1/changes/"));
        });

        // A secret that changes signs beside the one before for a day.
        var rotated = await app.MadeAsync("POST", $"webhooks/{webhook.GetProperty("id").GetString()}/secret", editor);
        await app.AddedAsync("milestones", editor, Milestone);
        await HoldsAsync(() => Task.FromResult(receiver.Events.Count == 2));
        var second = receiver.Events.Single(one => one.Headers["webhook-id"] != told.Headers["webhook-id"]);
        Assert.That(second.Headers["webhook-signature"].ToString().Split(' '), Has.Length.EqualTo(2));
        var own = second.Headers["webhook-signature"].ToString().Split(' ')[0];
        Assert.That(
            own,
            Is.EqualTo(
                new StandardWebhook(rotated.GetProperty("secret").GetString()!).Sign(
                    second.Headers["webhook-id"].ToString(),
                    app.Clock.Now,
                    second.Body
                )
            )
        );
        var listed = await app.MadeAsync("GET", "webhooks", editor);
        Assert.That(listed.ToString(), Does.Not.Contain("whsec_"));
    }

    [Test]
    public async Task What_does_not_arrive_is_sent_again_with_the_same_id_and_can_be_asked_for_once_more()
    {
        receiver.Status = 500;
        var id = (await app.MadeAsync("POST", "webhooks", editor, new { url = receiver.Address, types = (string[])["milestones"] }))
            .GetProperty("id")
            .GetString();
        await app.AddedAsync("milestones", editor, Milestone);
        var deliveries = $"webhooks/{id}/deliveries";
        await HoldsAsync(async () =>
            await NewestAsync(deliveries) is { ValueKind: JsonValueKind.Object } one
            && one.GetProperty("last_status").ValueKind == JsonValueKind.Number
        );
        var failed = await NewestAsync(deliveries);
        Assert.That(failed.GetProperty("status").GetString(), Is.EqualTo("pending"));
        Assert.That(
            failed.GetProperty("next_at").GetDateTimeOffset() - app.Clock.Now,
            Is.InRange(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6)),
            "five seconds, more or less a fifth"
        );

        receiver.Status = 204;
        app.Clock.Now += TimeSpan.FromSeconds(10);
        await HoldsAsync(async () => (await NewestAsync(deliveries)).GetProperty("status").GetString() == "delivered");
        await app.MadeAsync("POST", $"{deliveries}/{failed.GetProperty("id").GetString()}/redeliver", editor);
        await HoldsAsync(() => Task.FromResult(receiver.Events.Count == 3));
        Assert.That(receiver.Events.Select(one => one.Headers["webhook-id"].ToString()).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_answers_410_is_told_no_more_until_it_is_asked_for_and_nothing_is_lost_meanwhile()
    {
        receiver.Status = 410;
        var address =
            $"webhooks/{(await app.MadeAsync("POST", "webhooks", editor, new { url = receiver.Address })).GetProperty("id").GetString()}";
        await app.AddedAsync("milestones", editor, Milestone);
        await HoldsAsync(async () =>
            (await app.MadeAsync("GET", address, editor)).GetProperty("disabled_at").ValueKind == JsonValueKind.String
        );
        receiver.Status = 200;
        var missed = await app.AddedAsync("milestones", editor, Milestone);
        await app.MadeAsync("POST", $"{address}/enable", editor);
        await HoldsAsync(() => Task.FromResult(receiver.Events.Any(one => one.Body.Contains(missed, StringComparison.Ordinal))));
        await app.MadeAsync("DELETE", address, editor);
        await app.RefusedAsync("GET", address, editor, 404);
    }

    [Test]
    public async Task After_a_week_without_a_success_nothing_is_sent_any_more()
    {
        receiver.Status = 503;
        var address =
            $"webhooks/{(await app.MadeAsync("POST", "webhooks", editor, new { url = receiver.Address })).GetProperty("id").GetString()}";
        await app.AddedAsync("milestones", editor, Milestone);
        await HoldsAsync(async () =>
            (await app.MadeAsync("GET", address, editor)).GetProperty("failing_since").ValueKind == JsonValueKind.String
        );
        app.Clock.Now += TimeSpan.FromDays(8);
        await HoldsAsync(async () =>
            (await app.MadeAsync("GET", address, editor)).GetProperty("disabled_reason").GetString() == "Nothing arrived for a week."
        );
    }

    [Test]
    public async Task What_a_key_asked_for_is_sent_no_more_when_the_key_has_ended()
    {
        var (id, key) = await app
            .Services.GetRequiredService<KeysRepository>()
            .CreateAsync("Test", "mx-dur-cce", "editor", "MX-DUR", null, CancellationToken.None);
        var admin = await app.KeyAsync("admin", "MX-DUR");
        var hook = await app.MadeAsync("POST", "webhooks", key, new { url = receiver.Address });
        var address = $"webhooks/{hook.GetProperty("id").GetString()}";
        await app.MadeAsync("DELETE", $"keys/{id}", admin);
        await app.AddedAsync("milestones", editor, Milestone);
        await HoldsAsync(async () =>
            (await app.MadeAsync("GET", address, admin)).GetProperty("disabled_reason").GetString() == "The key that made it has ended."
        );
        Assert.That(receiver.Events, Is.Empty);
        foreach (var asked in (string[])["enable", "secret", "deliveries/any/redeliver"])
        {
            await app.RefusedAsync("POST", $"{address}/{asked}", admin, 422);
        }

        await app.MadeAsync("DELETE", address, admin);
    }

    [Test]
    public async Task A_webhook_is_its_holders_alone()
    {
        var address =
            $"webhooks/{(await app.MadeAsync("POST", "webhooks", editor, new { url = receiver.Address })).GetProperty("id").GetString()}";
        var other = await app.KeyAsync("editor", "MX-DUR");
        foreach (
            var (method, path) in ((string, string)[])
                [("GET", ""), ("GET", "/deliveries"), ("POST", "/secret"), ("POST", "/enable"), ("DELETE", "")]
        )
        {
            await app.RefusedAsync(method, $"{address}{path}", other, 404);
        }

        Assert.That((await app.MadeAsync("GET", "webhooks", other)).GetProperty("total").GetInt32(), Is.Zero);
        Assert.That(
            (await app.MadeAsync("GET", "webhooks", await app.KeyAsync("admin", "MX-DUR"))).GetProperty("total").GetInt32(),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task Who_asks_for_thirty_webhooks_at_once_has_twenty()
    {
        var asked = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => app.RequestAsync("POST", "webhooks", editor, new { url = "https://example.org/hook" }))
        );
        foreach (var answer in asked.Some())
        {
            answer.Dispose();
        }

        Assert.That(
            asked.CountBy(answer => (int)answer.StatusCode),
            Is.EquivalentTo((KeyValuePair<int, int>[])[new(201, 20), new(409, 10)])
        );
        var listed = await app.MadeAsync("GET", "webhooks", editor);
        Assert.That(listed.GetProperty("total").GetInt32(), Is.EqualTo(20));
        await app.MadeAsync("DELETE", $"webhooks/{listed.GetProperty("items")[0].GetProperty("id").GetString()}", editor);
        await app.MadeAsync("POST", "webhooks", editor, new { url = "https://example.org/hook" });
    }

    private static Task HoldsAsync(Func<Task<bool>> holds) => Eventually.HoldsAsync(holds, "what is sent arrives, and is noted");

    private static object Milestone => new { commitment_id = "MX-DUR-PAL1-C5", title_es = "x" };

    private static object Indicator =>
        new
        {
            commitment_id = "MX-DUR-PAL1-C5",
            name_es = "x",
            name_en = "x",
            unit_es = "x",
            unit_en = "x",
            direction = "increase",
        };

    private async Task<JsonElement> NewestAsync(string deliveries) =>
        (await app.MadeAsync("GET", deliveries, editor)).GetProperty("items").EnumerateArray().FirstOrDefault();

    /// <summary>A site that is told of changes.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication site;

        private Receiver(WebApplication site) => this.site = site;

        public ConcurrentQueue<(string Body, IHeaderDictionary Headers)> Events { get; } = new();

        public int Status { get; set; } = 200;

        public string Address { get; private set; } = "";

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var site = builder.Build();
            var receiver = new Receiver(site);
            site.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var body = await reader.ReadToEndAsync();
                var headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
                receiver.Events.Enqueue((body, headers));
                context.Response.StatusCode = receiver.Status;
            });
            await site.StartAsync();
            receiver.Address =
                $"{site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/hook";
            return receiver;
        }

        public async ValueTask DisposeAsync()
        {
            await site.StopAsync();
            await site.DisposeAsync();
        }
    }
}
