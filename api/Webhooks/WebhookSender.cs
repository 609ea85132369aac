using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;
using StandardWebhooks;

namespace OpenGov.Api.Webhooks;

/// <summary>
/// Sends what webhooks are told: signed (Standard Webhooks), again and ever later while it does not arrive, for a week. Each node sends;
/// of one delivery one node at a time. Whoever receives may get an event twice, and knows it by its id.
/// </summary>
internal sealed class WebhookSender(
    WebhooksRepository webhooks,
    DataStore database,
    DataVersion dataVersion,
    Settings settings,
    ILogger<WebhookSender> logger
) : RepeatedWork(TimeSpan.FromSeconds(1), logger)
{
    /// <summary>For how long a secret that was changed signs beside the new one.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>After so long without a single success nothing is sent any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <summary>How long a delivery is kept once it has ended.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Waits before the second attempt, the third, and so on; the last for all that follow.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(24),
    ];

    private DateTimeOffset forgotten = DateTimeOffset.MinValue;
    private readonly HttpClient client = new(Handler(new PublicAddresses(settings.Webhooks.AllowedNetworks))) { Timeout = Timeout };

    /// <summary>Queues and sends what there is; how many deliveries were tried.</summary>
    public async Task<int> SendAllAsync(CancellationToken cancellationToken)
    {
        var head = (await dataVersion.CurrentAsync(cancellationToken)).Sequence;
        foreach (var webhook in await webhooks.ActiveAsync(cancellationToken))
        {
            if (webhook.HasNoKey(database.Clock.GetUtcNow()))
            {
                await DisableAsync(webhook, "The key that made it has ended.", cancellationToken);
                continue;
            }

            for (
                var seen = webhook;
                seen is not null && seen.Position < head;
                seen = await webhooks.FindAsync(webhook.Id, cancellationToken)
            )
            {
                if (await webhooks.QueueAsync(seen, cancellationToken) == 0)
                {
                    break;
                }
            }
        }

        var due = await webhooks.DueAsync(cancellationToken);
        await Parallel.ForEachAsync(
            due.GroupBy(delivery => delivery.WebhookId),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (ofOne, token) =>
            {
                // In their order, as far as they arrive: one that waits does not keep back those behind it.
                foreach (var delivery in ofOne)
                {
                    await SendAsync(delivery, token);
                }
            }
        );
        return due.Count;
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        client.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task DoAsync(CancellationToken stoppingToken)
    {
        if (stoppingToken.IsCancellationRequested || database.IsReadOnly)
        {
            return;
        }

        while (await SendAllAsync(stoppingToken) > 0) { }

        var now = database.Clock.GetUtcNow();
        if (now - forgotten > TimeSpan.FromHours(1))
        {
            forgotten = now;
            await webhooks.RunAsync(stoppingToken, (WebhooksRepository.ForgetSql, new { Before = now - Kept }));
        }
    }

    private async Task SendAsync(DueDelivery delivery, CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        var lease = new
        {
            delivery.Id,
            Now = now,
            Until = now + Lease,
        };
        if (
            await webhooks.RunAsync(cancellationToken, (WebhooksRepository.LeaseSql, lease)) == 0
            || await webhooks.FindAsync(delivery.WebhookId, cancellationToken) is not { DisabledAt: null } webhook
            || webhook.HasNoKey(now)
        )
        {
            return;
        }

        var change = await webhooks.ChangeAsync(delivery.Sequence, cancellationToken);
        var (status, error) = await PostAsync(webhook, delivery, change, now, cancellationToken);
        var isDelivered = status is >= 200 and < 300;
        var attempts = delivery.Attempts + 1;
        var end = (
            WebhooksRepository.EndSql,
            (object)
                new
                {
                    delivery.Id,
                    Status = isDelivered ? "delivered" : "pending",
                    NextAt = isDelivered ? now : now + Later(attempts),
                    Now = now,
                    LastStatus = status,
                    LastError = error,
                }
        );
        var ofWebhook = new { webhook.Id, At = now };
        if (isDelivered)
        {
            await webhooks.RunAsync(cancellationToken, end, (WebhooksRepository.WorkingSql, ofWebhook));
            return;
        }

        await webhooks.RunAsync(cancellationToken, end, (WebhooksRepository.FailingSql, ofWebhook));
        var reason =
            status == StatusCodes.Status410Gone ? "The address answered 410: it wants no more."
            : webhook.FailingSince is { } since && now - since >= Patience ? "Nothing arrived for a week."
            : null;
        if (reason is not null)
        {
            await DisableAsync(webhook, reason, cancellationToken);
        }
    }

    private async Task DisableAsync(KeptWebhook webhook, string reason, CancellationToken cancellationToken)
    {
        Log.LogWarning("Webhook {Id} is disabled: {Reason}", webhook.Id, reason);
        var disabled = new
        {
            webhook.Id,
            At = database.Clock.GetUtcNow(),
            Reason = reason,
        };
        await webhooks.RunAsync(
            cancellationToken,
            (WebhooksRepository.DisableSql, disabled),
            (WebhooksRepository.DropSql, new { webhook.Id })
        );
    }

    /// <summary>The status of the answer, or why there was none.</summary>
    private async Task<(int? Status, string? Error)> PostAsync(
        KeptWebhook webhook,
        DueDelivery delivery,
        SentChange change,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var body = Body(change, settings.PublicAddress?.TrimEnd('/') ?? webhook.Service);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.UserAgent.ParseAdd("OpenGov-Webhooks/1");
        request.Headers.Add("webhook-id", delivery.Id);
        request.Headers.Add("webhook-timestamp", $"{now.ToUnixTimeSeconds()}");
        request.Headers.Add("webhook-signature", Signatures(webhook, delivery.Id, now, body));
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var status = (int)response.StatusCode;
            return (status, response.IsSuccessStatusCode ? null : $"The address answered {status}.");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var refused = error.InnerException as ForbiddenAddressException ?? error as Exception;
            var why = error is TaskCanceledException ? "There was no answer in 15 seconds." : refused.Message;
            return (null, why.Length <= 400 ? why : why[..400]);
        }
    }

    /// <summary>The signature, and for a day that of the secret before.</summary>
    private static string Signatures(KeptWebhook webhook, string id, DateTimeOffset now, string body)
    {
        var own = new StandardWebhook(webhook.Secret).Sign(id, now, body);
        return webhook.PreviousSecret is { } previous && webhook.PreviousUntil > now
            ? $"{own} {new StandardWebhook(previous).Sign(id, now, body)}"
            : own;
    }

    private static string Body(SentChange change, string? address) =>
        JsonSerializer.Serialize(
            new
            {
                type = $"{change.RecordType}.{change.Action}",
                timestamp = change.ChangedAt,
                data = change,
                links = new Dictionary<string, string?>
                {
                    ["change"] = $"{address}/api/v1/changes/{change.Sequence}",
                    ["record"] = RecordAddresses.Of(change.RecordType, change.RecordId) is { } path ? $"{address}/api/v1{path}" : null,
                },
            },
            Json.Options
        );

    /// <summary>When to try again: ever later, and not all at the same instant.</summary>
    private static TimeSpan Later(int attempts)
    {
        var wait = Waits[Math.Min(attempts - 1, Waits.Length - 1)];
        return wait * (0.8 + (RandomNumberGenerator.GetInt32(0, 400) / 1000.0));
    }

    /// <summary>Connects to the very address that was looked at, follows nothing, and asks no proxy.</summary>
    private static SocketsHttpHandler Handler(PublicAddresses addresses) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = async (context, cancellationToken) =>
            {
                var address = await addresses.ResolveAsync(context.DnsEndPoint.Host, cancellationToken);
                var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
}
